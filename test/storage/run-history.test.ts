import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/storage/records.ts';
import { expiryOf } from '../../src/storage/runs/run-history.ts';
import type { Storage } from '../../src/storage/storage.ts';
import {
  content,
  openTab,
  problem,
  runOf,
  timetableOf,
  unwrap,
  withFreshDatabase,
  withRawDatabase,
} from './support.ts';

withFreshDatabase();

const score = { unplaced: 0, hard: 0, soft: 3 };
const point = {
  generation: 1,
  seconds: 1,
  moves: 10,
  temperature: 1,
  best: score,
  median: score,
  worst: score,
  diversity: 0,
  islands: [score],
  byRule: [],
};
const log = [{ at: '2026-01-01T00:00:00.000Z', seconds: 0, kind: 'started' as const }];

/** A run that has ended, with all that it leaves. */
async function ended(storage: Storage, id: string, changes: Partial<RunRecord> = {}): Promise<void> {
  unwrap(await storage.runs.enqueue(runOf('p', id, changes), problem));
  unwrap(await storage.runs.begin(id));
  void storage.runs.progress(id, { point });
  const where = { engine: '1.1', settled: null, generation: 1, improvedAt: 1, moves: 1, seconds: 1 };
  const best = { assignments: [] };
  unwrap(await storage.runs.finish(id, 'completed', { reason: 'generations', best: score, log, ...changes }));
  // As older versions of the app left them.
  unwrap(await storage.checkpoints.put(id, { ...where, islands: [], best, score }));
}

describe('the history of runs', () => {
  test('lists runs of one project or of all, the newest first, without their series', async () => {
    const storage = await openTab();
    await ended(storage, 'old', { createdAt: '2026-01-01T00:00:00.000Z' });
    await ended(storage, 'new', { createdAt: '2026-01-02T00:00:00.000Z' });
    unwrap(await storage.runs.enqueue({ ...runOf('q', 'waits'), createdAt: '2026-01-03T00:00:00.000Z' }, problem));
    const all = unwrap(await storage.runHistory.summaries(null));
    expect(all.map(({ id }) => id)).toEqual(['waits', 'new', 'old']);
    expect(all.every((run) => !('series' in run) && !('log' in run))).toBe(true);
    expect(unwrap(await storage.runHistory.summaries('p')).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('keeps series and log apart from the row of a run that has ended, and reads them with it', async () => {
    const storage = await openTab();
    await ended(storage, 'run');
    await withRawDatabase(async (dexie) => {
      expect(await dexie.table('runs').get('run')).toMatchObject({ series: [], log: [] });
    });
    expect(unwrap(await storage.runs.get('run'))).toMatchObject({ series: [point], log });
    expect(unwrap(await storage.runs.list('p'))[0]).toMatchObject({ series: [point], log });
  });

  test('reads a run whose series is damaged without it', async () => {
    const storage = await openTab();
    await ended(storage, 'run');
    await withRawDatabase((dexie) => dexie.table('runDetails').update('run', { series: 'none' }));
    expect(unwrap(await storage.runs.get('run'))).toMatchObject({ state: 'completed', series: [] });
  });

  test('removes many with all that hangs on them, and brings them back whole', async () => {
    const storage = await openTab();
    for (const id of ['a', 'b', 'c']) await ended(storage, id);
    unwrap(await storage.runs.enqueue(runOf('p', 'waits'), problem));
    const before = unwrap(await storage.runs.get('a'));
    const removed = unwrap(await storage.runHistory.remove(['a', 'b', 'waits', 'never']));
    expect(
      unwrap(await storage.runHistory.summaries(null))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['c', 'waits']);
    expect(unwrap(await storage.checkpoints.get('a'))).toBeNull();
    await withRawDatabase(async (dexie) => {
      expect(await dexie.table('runDetails').toCollection().primaryKeys()).toEqual(['c']);
    });
    unwrap(await storage.runHistory.restore(removed));
    expect(unwrap(await storage.runs.get('a'))).toEqual(before);
    expect(unwrap(await storage.checkpoints.get('b'))).not.toBeNull();
  });

  test('goes with its project', async () => {
    const storage = await openTab();
    const { id: projectId } = unwrap(await storage.projects.create(content, 'test', []));
    await ended(storage, 'run', { projectId });
    await withRawDatabase((dexie) => dexie.table('runs').update('run', { projectId }));
    unwrap(await storage.projects.remove(projectId));
    expect(unwrap(await storage.usage()).other).toBeLessThan(1000);
    expect(unwrap(await storage.runHistory.summaries(null))).toEqual([]);
  });
});

describe('what is kept of old runs', () => {
  const before = '2026-01-31T00:00:00.000Z';
  const old = { endedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z' };

  test('is everything of runs that are young, on, or waiting', () => {
    const young = { ...old, endedAt: '2026-02-01T00:00:00.000Z', state: 'failed', timetableId: null } as const;
    expect(expiryOf(young, before, () => false)).toBe('stays');
    for (const state of ['queued', 'running', 'paused', 'cancelling'] as const) {
      expect(expiryOf({ ...old, endedAt: null, state, timetableId: null }, before, () => false)).toBe('stays');
    }
  });

  test('is nothing of the others, but for the record where the timetable is still there', () => {
    for (const state of ['completed', 'failed', 'cancelled', 'interrupted'] as const) {
      expect(expiryOf({ ...old, state, timetableId: null }, before, () => true)).toBe('goes');
      expect(expiryOf({ ...old, state, timetableId: 't' }, before, () => false)).toBe('goes');
      expect(expiryOf({ ...old, state, timetableId: 't' }, before, () => true)).toBe('checkpointGoes');
    }
  });

  test('is left by the storage', async () => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create({ ...content, timetables: [] }, 'test', []));
    unwrap(await storage.timetables.put(timetableOf(id, 't', old.createdAt)));
    await ended(storage, 'kept', { ...old, timetableId: 't' });
    await ended(storage, 'unkept', { ...old, timetableId: 'gone' });
    await ended(storage, 'young', { endedAt: '2026-02-01T00:00:00.000Z' });
    expect(unwrap(await storage.runHistory.removeExpired(before))).toBe(1);
    expect(
      unwrap(await storage.runHistory.summaries(null))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['kept', 'young']);
    expect(unwrap(await storage.checkpoints.get('kept'))).toBeNull();
    expect(unwrap(await storage.checkpoints.get('young'))).not.toBeNull();
    expect(unwrap(await storage.timetables.list(id))).toHaveLength(1);
  });
});
