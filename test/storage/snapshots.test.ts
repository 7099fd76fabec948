import { expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { momentToDrop, mostMoments, snapshotId, structureKey } from '../../src/domain/runs/moments.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import type { SnapshotRecord } from '../../src/storage/records.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem } from '../support/fixed-run.ts';
import { unwrap } from './support.ts';

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
