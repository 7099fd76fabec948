import { describe, expect, test, vi } from 'vitest';
import { mayFollow, type RunState, runStates } from '../../src/domain/runs/run-states.ts';
import { runLimits } from '../../src/engine/run-contract/run-limits.ts';
import { settingRanges } from '../../src/engine/run-contract/run-settings.ts';
import type { RunRecord } from '../../src/storage/records.ts';
import {
  checkpoint,
  codesOf,
  content,
  FakeLocks,
  openTab,
  problem,
  runOf,
  startRun,
  timetableOf,
  unwrap,
  withFreshDatabase,
  withRawDatabase,
} from './support.ts';

withFreshDatabase();

describe('a stored run', () => {
  test('goes from state to state only as the table allows; anything else changes nothing', async () => {
    const { runs } = await openTab();
    for (const from of runStates) {
      for (const to of runStates) {
        const row = runOf('p', `${from}-${to}`, { state: from });
        await withRawDatabase((dexie) => dexie.table('runs').put(row));
        const moved = await runs.move(row.id, to, { done: 1 });
        if (mayFollow(from, to)) expect(unwrap(moved)).toEqual({ ...row, state: to, done: 1 });
        else {
          expect(codesOf(moved)).toEqual(['run.transition']);
          expect(unwrap(await runs.get(row.id))).toEqual(row);
        }
      }
    }
  });

  test('that has ended stays as it ended, whoever finishes it again', async () => {
    const tab = await openTab();
    await startRun(tab, runOf('p', 'run'));
    unwrap(await tab.runs.finish('run', 'completed', { reason: 'generations' }));
    const before = unwrap(await tab.runs.get('run'));
    expect(codesOf(await tab.runs.finish('run', 'failed', { reason: 'failed' }))).toEqual(['run.transition']);
    expect(unwrap(await tab.runs.get('run'))).toEqual(before);
  });

  test('that is started twice is one', async () => {
    const { runs } = await openTab();
    unwrap(await runs.enqueue(runOf('p', 'run'), problem));
    const again = unwrap(await runs.enqueue(runOf('p', 'run', { order: 9 }), problem));
    expect(again.order).toBe(1);
    expect(unwrap(await runs.list('p'))).toHaveLength(1);
  });
});

describe('the queue', () => {
  test('is watched in its order, of all projects, without what has ended', async () => {
    const tab = await openTab();
    const other = await openTab();
    const seen: (readonly RunRecord[])[] = [];
    const stop = other.runs.watchActive((runs) => seen.push(runs));
    unwrap(await tab.runs.enqueue(runOf('p', 'first'), problem));
    unwrap(await tab.runs.enqueue(runOf('q', 'second'), problem));
    const ids = () => seen.at(-1)?.map(({ id }) => id);
    await vi.waitUntil(() => ids()?.length === 2);
    expect(ids()).toEqual(['first', 'second']);
    unwrap(await tab.runs.reorder(['second', 'first']));
    await vi.waitUntil(() => ids()?.[0] === 'second');
    unwrap(await tab.runs.move('second', 'cancelled'));
    await vi.waitUntil(() => ids()?.length === 1);
    expect(ids()).toEqual(['first']);
    stop();
  });

  test('takes no more runs than there may wait', async () => {
    const { runs } = await openTab();
    for (let index = 0; index < runLimits.queueLength; index++) {
      unwrap(await runs.enqueue(runOf('p', `run-${index}`), problem));
    }
    expect(codesOf(await runs.enqueue(runOf('p', 'one more'), problem))).toEqual(['run.queueFull']);
    unwrap(await runs.move('run-3', 'cancelled'));
    unwrap(await runs.enqueue(runOf('p', 'one more'), problem));
  });

  test('takes no run whose settings are out of range', async () => {
    const { runs } = await openTab();
    const { settings } = runOf('p', 'x');
    for (const [name, { min, max }] of Object.entries(settingRanges)) {
      for (const value of [min - 1, max + 1]) {
        const refused = await runs.enqueue(runOf('p', name, { settings: { ...settings, [name]: value } }), problem);
        expect(refused, `${name} ${value}`).toMatchObject({ ok: false, diagnostics: [{ place: name }] });
      }
    }
    for (const seconds of [0, 12 * 3600 + 1]) {
      const wish = { seconds, pace: null, typed: {} };
      expect(codesOf(await runs.enqueue(runOf('p', 'wish', { wish }), problem))).toEqual(['settings.range']);
    }
    expect(unwrap(await runs.list('p'))).toEqual([]);
  });

  test('takes a run together with the checkpoint that it goes on from, or neither', async () => {
    const { runs, checkpoints } = await openTab();
    unwrap(await runs.enqueue(runOf('p', 'goes on'), problem, checkpoint));
    expect(unwrap(await checkpoints.get('goes on'))).toEqual(checkpoint);
    unwrap(await checkpoints.put('goes on', { ...checkpoint, generation: 9 }));
    expect(unwrap(await checkpoints.get('goes on'))?.generation).toBe(9);
    const inputBytes = runLimits.inputBytes + 1;
    const refused = await runs.enqueue(runOf('p', 'large', { problemHash: 'h', inputBytes }), problem, checkpoint);
    expect(codesOf(refused)).toEqual(['run.storageFull']);
    expect(unwrap(await checkpoints.get('large'))).toBeNull();
  });

  test('takes no more problems than there is room for; the same one counts once', async () => {
    const { runs } = await openTab();
    const large = (id: string, problemHash: string) =>
      runOf('p', id, { problemHash, inputBytes: runLimits.inputBytes * 0.6 });
    for (const id of ['a', 'b', 'c']) unwrap(await runs.enqueue(large(id, 'same'), problem));
    expect(codesOf(await runs.enqueue(large('d', 'other'), problem))).toEqual(['run.storageFull']);
    expect(codesOf(await runs.get('d'))).toEqual(['storage.notFound']);
  });

  test('of another tab is kept when it opens, and lost runs leave nothing behind', async () => {
    const locks = new FakeLocks();
    const gone = locks.tab();
    const before = await openTab(gone.manager);
    await startRun(before, runOf('p', 'on', { problemHash: 'a' }));
    unwrap(await before.runs.enqueue(runOf('p', 'waits', { problemHash: 'b' }), problem));
    unwrap(await before.runs.enqueue(runOf('p', 'held', { problemHash: 'c' }), problem));
    unwrap(await before.runs.move('held', 'paused'));
    unwrap(await before.runs.enqueue(runOf('p', 'ended', { problemHash: 'd' }), problem));
    unwrap(await before.runs.move('ended', 'cancelled'));
    gone.close();
    const { runs } = await openTab(locks.tab().manager);
    expect(unwrap(await runs.markInterrupted()).map(({ id }) => id)).toEqual(['on']);
    expect(unwrap(await runs.get('waits')).state).toBe('queued');
    expect(unwrap(await runs.get('held')).state).toBe('paused');
    for (const hash of ['a', 'b', 'c']) expect(unwrap(await runs.input(hash))).toEqual(problem);
    expect(codesOf(await runs.input('d'))).toEqual(['storage.notFound']);
  });

  test('has nobody to wait for where there are no locks: what waited can be resumed', async () => {
    const before = await openTab();
    unwrap(await before.runs.enqueue(runOf('p', 'waits'), problem));
    const { runs } = await openTab();
    expect(unwrap(await runs.markInterrupted()).map(({ id }) => id)).toEqual(['waits']);
  });
});

describe('the problem of a run', () => {
  test('is there for as long as a run needs it', async () => {
    const tab = await openTab();
    await startRun(tab, runOf('p', 'first', { problemHash: 'hash' }));
    await startRun(tab, runOf('p', 'second', { problemHash: 'hash' }));
    unwrap(await tab.runs.finish('first', 'completed', { reason: 'generations' }));
    expect(unwrap(await tab.runs.input('hash'))).toEqual(problem);
    unwrap(await tab.runs.finish('second', 'failed', { reason: 'failed' }));
    expect(codesOf(await tab.runs.input('hash'))).toEqual(['storage.notFound']);
  });
});

describe('a result that is there', () => {
  test('is found while its timetable is kept', async () => {
    const tab = await openTab();
    const { id: projectId } = unwrap(await tab.projects.create(content, 'ctt', []));
    const found = async () => unwrap(await tab.runs.findResult('key'))?.id ?? null;
    for (const [id, state] of [
      ['failed', 'failed'],
      ['done', 'completed'],
    ] as [string, RunState][]) {
      await startRun(tab, runOf(projectId, id, { resultKey: 'key' }));
      expect(await found()).toBeNull();
      unwrap(await tab.runs.finish(id, state, { timetableId: 'best' }));
    }
    expect(await found()).toBeNull();
    unwrap(await tab.timetables.put(timetableOf(projectId, 'best', '2026')));
    expect(await found()).toBe('done');
    unwrap(await tab.timetables.remove('best'));
    expect(await found()).toBeNull();
  });
});
