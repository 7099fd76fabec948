import { describe, expect, test, vi } from 'vitest';
import {
  checkpoint,
  codesOf,
  FakeLocks,
  oldRunOf,
  openTab,
  pointAt,
  problem,
  runOf,
  startRun,
  unwrap,
  withFreshDatabase,
  withRawDatabase,
} from './support.ts';

withFreshDatabase();

describe('a run', () => {
  test('keeps every point of its series and its end', async () => {
    const tab = await openTab();
    const { runs } = tab;
    await startRun(tab, runOf('p', 'run'));
    const written = [1, 2, 3].map((generation) =>
      runs.progress('run', { point: pointAt(generation), moves: generation * 1000 }),
    );
    const best = { unplaced: 0, hard: 0, soft: 5 };
    unwrap(await runs.finish('run', 'completed', { reason: 'generations', best }));
    for (const result of await Promise.all(written)) expect(result.ok).toBe(true);
    const run = unwrap(await runs.get('run'));
    expect(run.series).toEqual([1, 2, 3].map(pointAt));
    expect(run).toMatchObject({ state: 'completed', reason: 'generations', moves: 3000, best });
    expect(run.endedAt).not.toBeNull();
  });

  test('keeps where it started and who was in whose way', async () => {
    const tab = await openTab();
    const { runs } = tab;
    const { settings, ...rest } = runOf('p', 'run');
    const start = { timetable: Int32Array.of(-1, 3, 1, 0, 0), keep: 5, cap: null };
    await startRun(tab, { ...rest, settings: { ...settings, start } });
    const inTheWay = [{ eventId: 'a', otherId: 'b', times: 4 }];
    unwrap(await runs.finish('run', 'completed', { inTheWay }));
    const run = unwrap(await runs.get('run'));
    expect(run.settings.start).toEqual(start);
    expect(run.inTheWay).toEqual(inTheWay);
  });

  test('writes its progress without waiting for the end, several updates at once', async () => {
    const tab = await openTab();
    const { runs } = tab;
    await startRun(tab, runOf('p', 'run'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const written = [runs.progress('run', { point: pointAt(1) }), runs.progress('run', { point: pointAt(2) })];
      expect(unwrap(await runs.get('run')).series).toEqual([]);
      vi.advanceTimersByTime(2000);
      for (const result of await Promise.all(written)) expect(result.ok).toBe(true);
      expect(unwrap(await runs.get('run')).series).toEqual([pointAt(1), pointAt(2)]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is listed with its project, newest first', async () => {
    const { runs } = await openTab();
    unwrap(await runs.enqueue(runOf('p', 'old', { createdAt: '2026-01-01' }), problem));
    unwrap(await runs.enqueue(runOf('p', 'new', { createdAt: '2026-01-02' }), problem));
    unwrap(await runs.enqueue(runOf('q', 'other'), problem));
    expect(unwrap(await runs.list('p')).map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('a run whose tab is gone', () => {
  test('is marked interrupted and can be resumed from its checkpoint', async () => {
    const locks = new FakeLocks();
    const gone = locks.tab();
    const before = await openTab(gone.manager);
    await startRun(before, runOf('p', 'run'));
    unwrap(await before.checkpoints.put('run', checkpoint));
    before.close();
    gone.close();

    const after = await openTab(locks.tab().manager);
    expect(unwrap(await after.runs.markInterrupted()).map(({ id }) => id)).toEqual(['run']);
    const run = unwrap(await after.runs.get('run'));
    expect(run.state).toBe('interrupted');
    expect(run.endedAt).not.toBeNull();
    expect(unwrap(await after.checkpoints.get('run'))).toEqual(checkpoint);
    unwrap(await after.runs.move('run', 'queued'));
    unwrap(await after.runs.begin('run', { endedAt: null }));
    expect(unwrap(await after.runs.get('run')).state).toBe('running');
  });

  test('is told from one alive in another tab and from finished ones', async () => {
    const locks = new FakeLocks();
    const [first, second] = [await openTab(locks.tab().manager), await openTab(locks.tab().manager)];
    await startRun(first, runOf('p', 'alive'));
    await startRun(first, runOf('p', 'done'));
    unwrap(await first.runs.finish('done', 'completed', { reason: 'stopped' }));
    expect(unwrap(await second.runs.markInterrupted())).toEqual([]);
    expect(unwrap(await second.runs.get('alive')).state).toBe('running');
    expect(unwrap(await second.runs.get('done'))).toMatchObject({ state: 'completed', reason: 'stopped' });
  });

  test('is told from the runs of this tab where there are no locks', async () => {
    const tab = await openTab();
    const { runs } = tab;
    await startRun(tab, runOf('p', 'mine'));
    expect(unwrap(await runs.markInterrupted())).toEqual([]);
    const reloaded = await openTab();
    expect(unwrap(await reloaded.runs.markInterrupted())).toHaveLength(1);
  });

  test('cannot be resumed in two tabs at once', async () => {
    const locks = new FakeLocks();
    const gone = locks.tab();
    await startRun(await openTab(gone.manager), runOf('p', 'run'));
    gone.close();
    const [first, second] = [await openTab(locks.tab().manager), await openTab(locks.tab().manager)];
    unwrap(await first.runs.markInterrupted());
    unwrap(await first.runs.move('run', 'queued'));
    expect(codesOf(await second.runs.move('run', 'queued'))).toEqual(['run.transition']);
    unwrap(await first.runs.begin('run'));
    expect(codesOf(await second.runs.begin('run'))).toEqual(['storage.runElsewhere']);
  });

  test('of before there was a queue is marked, too, under the states of now', async () => {
    const { runs } = await openTab();
    await withRawDatabase(async (dexie) => {
      await dexie
        .table('runs')
        .bulkPut([
          oldRunOf('p', 'on', { state: 'preparing' }),
          oldRunOf('p', 'ending', { state: 'stopping' }),
          oldRunOf('p', 'ended', { state: 'stopped', reason: 'stopped' }),
          oldRunOf('p', 'broken', { state: 'failed', reason: 'failed', failure: 'seed 3' }),
        ]);
    });
    expect(
      unwrap(await runs.markInterrupted())
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['ending', 'on']);
    expect(unwrap(await runs.get('on'))).toMatchObject({ state: 'interrupted', version: 2 });
    expect(unwrap(await runs.get('ended'))).toMatchObject({ state: 'completed', reason: 'stopped' });
    expect(unwrap(await runs.get('broken')).error).toEqual({ code: 'run.failed', message: 'seed 3' });
  });
});

describe('a checkpoint', () => {
  test('is replaced by the next one, and null when there is none', async () => {
    const { checkpoints } = await openTab();
    expect(unwrap(await checkpoints.get('run'))).toBeNull();
    unwrap(await checkpoints.put('run', checkpoint));
    unwrap(await checkpoints.put('run', { ...checkpoint, generation: 4 }));
    expect(unwrap(await checkpoints.get('run'))?.generation).toBe(4);
  });

  test('goes with the end of its run, not with a run that is broken off', async () => {
    const storage = await openTab();
    for (const id of ['done', 'broken', 'given-up']) {
      await startRun(storage, runOf('p', id));
      unwrap(await storage.checkpoints.put(id, checkpoint));
    }
    unwrap(await storage.runs.finish('done', 'completed', { reason: 'generations' }));
    for (const id of ['broken', 'given-up']) unwrap(await storage.runs.finish(id, 'interrupted'));
    unwrap(await storage.runs.move('given-up', 'cancelled'));
    const left = ['done', 'broken', 'given-up'].map(async (id) => unwrap(await storage.checkpoints.get(id)));
    expect(await Promise.all(left)).toEqual([null, checkpoint, null]);
  });
});
