import { expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { momentToDrop, mostMoments, snapshotId, structureKey } from '../../src/domain/runs/moments.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import { allTables } from '../../src/storage/projects.ts';
import type { SnapshotRecord } from '../../src/storage/records.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem } from '../support/fixed-run.ts';
import {
  checkpoint,
  codesOf,
  content,
  openTab,
  problem,
  runOf,
  timetableOf,
  unwrap,
  withFreshDatabase,
} from './support.ts';

withFreshDatabase();

function snapshot(runId: string, generation: number): SnapshotRecord {
  const moment = { runId, generation, seconds: generation / 4 };
  const score = { unplaced: 0, hard: 1, soft: 1000 - generation };
  return { ...moment, id: snapshotId(runId, moment), version: 1, score, structure: 'x', timetable: Int32Array.of(-1) };
}

test('moments come back in the order of the run, those of other runs stay apart, and they go with their run', async () => {
  const storage = storageOn(createMemoryDatabase());
  for (const generation of [2, 10, 100, 1]) unwrap(await storage.snapshots.add(snapshot('run', generation), null));
  unwrap(await storage.snapshots.add(snapshot('run2', 5), null));
  unwrap(await storage.snapshots.add(snapshot('run', 200), snapshot('run', 10).id));
  const generations = async (id: string) => unwrap(await storage.snapshots.list(id)).map((item) => item.generation);
  expect(await generations('run')).toEqual([1, 2, 100, 200]);
  expect(unwrap(await storage.snapshots.list('run'))[0]).toEqual(snapshot('run', 1));
  unwrap(await storage.snapshots.removeOf('run'));
  expect(await generations('run')).toEqual([]);
  expect(await generations('run2')).toEqual([5]);
});

test('there is room for thirty moments', () => {
  const moments = Array.from({ length: mostMoments }, (_, generation) => ({ generation }));
  expect(momentToDrop(moments)).toBeNull();
  expect(momentToDrop([...moments, { generation: 100 }])).not.toBeNull();
});

test('a timetable of indices fits a problem as long as its lists are the same, whatever its rules', async () => {
  const data = fixedRunProblem();
  const keyOf = (changed: typeof data) => structureKey(valueIn(buildProblem(changed)));
  const key = await keyOf(data);
  expect(await keyOf({ ...data, rules: [] })).toBe(key);
  const [event, ...others] = data.events;
  if (event === undefined) throw new Error('There is no event');
  expect(await keyOf({ ...data, events: [...others, event] })).not.toBe(key);
});

test('moments go with a run that is removed, with a project, and come back with it', async () => {
  const storage = await openTab();
  const project = unwrap(await storage.projects.create(content, 'test', []));
  for (const id of ['one', 'two']) {
    unwrap(await storage.runs.enqueue(runOf(project.id, id), problem));
    unwrap(await storage.runs.begin(id));
    unwrap(await storage.runs.finish(id, 'completed', { reason: 'generations' }));
    unwrap(await storage.snapshots.add(snapshot(id, 3), null));
  }
  const count = async (id: string) => unwrap(await storage.snapshots.list(id)).length;
  const removed = unwrap(await storage.runHistory.remove(['one']));
  expect([await count('one'), await count('two')]).toEqual([0, 1]);
  unwrap(await storage.runHistory.restore(removed));
  expect(await count('one')).toBe(1);
  const gone = unwrap(await storage.projects.remove(project.id));
  expect([await count('one'), await count('two')]).toEqual([0, 0]);
  unwrap(await storage.projects.restore(gone));
  expect([await count('one'), await count('two')]).toEqual([1, 1]);
});

test('a steered run keeps the changed problem to be resumed with, and is no answer for the first one', async () => {
  const { runs } = await openTab();
  unwrap(await runs.enqueue(runOf('p', 'run', { problemHash: 'before', resultKey: 'key' }), problem));
  unwrap(await runs.begin('run'));
  const changed = { ...problem, rules: [] };
  unwrap(await runs.steer('run', changed, { problemHash: 'after', inputBytes: 5, inputHash: 'input' }));
  const run = unwrap(await runs.get('run'));
  expect([run.problemHash, run.inputHash, run.resultKey, run.state]).toEqual(['after', 'input', null, 'running']);
  expect(unwrap(await runs.input('after'))).toEqual(changed);
  expect((await runs.input('before')).ok).toBe(false);
});

test('a run whose project is deleted while it is on leaves nothing behind when it ends', async () => {
  const database = createMemoryDatabase();
  const storage = storageOn(database);
  const project = unwrap(await storage.projects.create(content, 'test', []));
  unwrap(await storage.runs.enqueue(runOf(project.id, 'run'), problem));
  unwrap(await storage.runs.begin('run'));
  unwrap(await storage.projects.remove(project.id));
  unwrap(await storage.snapshots.add(snapshot('run', 3), null));
  unwrap(await storage.checkpoints.put('run', checkpoint));
  const late = timetableOf(project.id, 'late', '2026-03-01T00:00:00.000Z');
  expect(codesOf(await storage.timetables.put(late))).toEqual(['storage.notFound']);
  expect(codesOf(await storage.runs.finish('run', 'completed'))).toEqual(['storage.notFound']);
  const left = await Promise.all(allTables.map(async (table) => [table, await database.ids(table)] as const));
  expect(left.filter(([table, ids]) => table !== 'meta' && ids.length > 0)).toEqual([]);
});
