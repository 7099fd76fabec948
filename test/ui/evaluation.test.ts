import { createRoot, createSignal } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { toTimetableData } from '../../src/domain/timetable-data.ts';
import type { TimetableRecord } from '../../src/storage/records.ts';
import { createEvaluations } from '../../src/ui/state/timetable/evaluation.ts';
import { problem as data } from '../storage/support.ts';
import { built } from '../support/build.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { randomTimetable } from '../support/problems.ts';

const problem = built(data);

function recordAt(edit: number): TimetableRecord {
  const timetable = toTimetableData(problem, randomTimetable(problem, new Random(edit), true));
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, edit)).toISOString();
  const row = { id: 't', version: 1, projectId: 'p', name: 'One', runId: null, score: null } as const;
  return { ...row, createdAt: at, updatedAt: at, timetable };
}

test('states of a timetable are evaluated once while they are looked at, and not kept for ever', async () => {
  const { analysis } = await createFakeServices();
  const asked = vi.fn(async (...given: Parameters<typeof evaluate>) => evaluate(...given));
  const states = Array.from({ length: 10 }, (_, edit) => recordAt(edit));
  const { show, evaluated, dispose } = createRoot((dispose) => {
    const [record, show] = createSignal<TimetableRecord | null>(null);
    const evaluations = createEvaluations(
      { ...analysis, evaluate: asked },
      () => problem,
      () => undefined,
    );
    return { show, evaluated: evaluations.follow(record), dispose };
  });
  const look = async (edit: number): Promise<void> => {
    show(states[edit] ?? null);
    await vi.waitFor(() => expect(evaluated()?.record).toBe(states[edit]));
  };
  await look(0);
  await look(1);
  await look(0);
  expect(asked).toHaveBeenCalledTimes(2);
  for (let edit = 2; edit < 10; edit++) await look(edit);
  expect(asked).toHaveBeenCalledTimes(10);
  // long ago: found out again
  await look(1);
  expect(asked).toHaveBeenCalledTimes(11);
  dispose();
});
