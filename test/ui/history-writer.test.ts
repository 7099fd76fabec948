import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Diagnostic, error } from '../../src/domain/diagnostic.ts';
import type { Step } from '../../src/domain/operations/history.ts';
import { failure, success } from '../../src/domain/result.ts';
import type { Histories } from '../../src/storage/history-contract.ts';
import { createHistoryWriter } from '../../src/ui/state/history/writer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minute = 60_000;
const step: Step = { kind: 'undo', of: [], seq: 1, at: '2026-03-01T08:00:00.000Z' };

/** A writer whose storage fails for a reason until there is none any more. */
function writerWithTrouble(code: string) {
  let cause: Diagnostic | null = error(code, 'It cannot be stored.');
  const stored: number[] = [];
  let isWaiting = false;
  let told: readonly Diagnostic[] = [];
  const histories: Pick<Histories, 'append' | 'save'> = {
    async append(_, { seq }) {
      if (cause !== null) return failure([cause]);
      stored.push(seq);
      return success(null);
    },
    save: async () => success(null),
  };
  const writer = createHistoryWriter(histories as Histories, 'p', {
    snapshot: () => null,
    notSaved: () => undefined,
    moved: () => undefined,
    report: (causes) => {
      told = causes;
    },
    waiting: (now) => {
      isWaiting = now;
    },
  });
  return {
    ...{ writer, stored },
    isWaiting: () => isWaiting,
    told: () => told.map((cause) => cause.code),
    mend: () => {
      cause = null;
    },
  };
}

describe('an edit that cannot be stored', () => {
  test.each(['storage.quota', 'storage.failed'])('for %s is stored later, when its project was left', async (code) => {
    const { writer, stored, mend, isWaiting, told } = writerWithTrouble(code);
    writer.push(step, { put: [], remove: [] });
    let isOver = false;
    void writer.dispose().then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(minute);
    expect([isOver, isWaiting(), told()]).toEqual([false, true, [code]]);
    mend();
    await vi.advanceTimersByTimeAsync(minute);
    expect([isOver, isWaiting(), told(), stored]).toEqual([true, false, [], [1]]);
  });

  test('is given up with a project that was left and is not there any more', async () => {
    const { writer, stored, isWaiting, mend } = writerWithTrouble('storage.notFound');
    writer.push(step, { put: [], remove: [] });
    await writer.dispose();
    expect(isWaiting()).toBe(false);
    mend();
    await vi.advanceTimersByTimeAsync(minute);
    expect(stored).toEqual([]);
  });
});
