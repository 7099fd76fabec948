import { expect, test, vi } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { mostMoments } from '../../src/domain/runs/moments.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import type { EpochPoint } from '../../src/engine/run-contract/run-events.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import { createRunMoments, momentAt, timetableOf } from '../../src/ui/state/watch/run-moments.ts';
import { createSteering } from '../../src/ui/state/watch/steering.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem } from '../support/fixed-run.ts';

const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));

function timetableAt(time: number): Timetable {
  return { assignments: problem.events.map(() => ({ time, rooms: [0], instructors: [] })) };
}

function pointAt(generation: number, soft: number, marks?: EpochPoint['marks']): EpochPoint {
  const best = { unplaced: 0, hard: 0, soft };
  const where = { generation, seconds: generation, moves: 0, temperature: 1, diversity: 0, byRule: [] };
  return { ...where, best, median: best, worst: best, islands: [best], ...(marks === undefined ? {} : { marks }) };
}

test('of a long run thirty moments are kept, what is shown is what is stored, and a point opens the last one before it', async () => {
  const { snapshots } = storageOn(createMemoryDatabase());
  const moments = createRunMoments(snapshots, 'run', problem, false);
  for (let generation = 1; generation <= 50; generation++) {
    const point = pointAt(generation, 1000 - generation);
    moments.offer(point, { timetable: timetableAt(generation % 5), score: point.best });
    // Nothing has become better: no other moment.
    moments.offer({ ...point, seconds: point.seconds + 0.6 }, { timetable: timetableAt(0), score: point.best });
    await vi.waitUntil(() => moments.all().at(-1)?.generation === generation, { interval: 1 });
  }
  expect(moments.all()).toHaveLength(mostMoments);
  await vi.waitUntil(async () => {
    const stored = await snapshots.list('run');
    return stored.ok && stored.value.length === mostMoments;
  });
  const stored = await snapshots.list('run');
  expect(stored.ok && stored.value).toEqual(moments.all());

  const before = momentAt(moments.all(), 25);
  expect(before?.seconds).toBeLessThanOrEqual(25);
  expect(moments.all().filter(({ seconds }) => seconds > (before?.seconds ?? 0) && seconds <= 25)).toEqual([]);
  if (before === null) throw new Error('There is no moment');
  expect(await timetableOf(problem, before)).toEqual(timetableAt(before.generation % 5));
  const other = valueIn(buildProblem({ ...data, events: data.events.slice(1) }));
  expect(await timetableOf(other, before)).toBeNull();

  // A resumed run goes on with the moments that it had.
  const resumed = createRunMoments(snapshots, 'run', problem, true);
  await vi.waitUntil(() => resumed.all().length === mostMoments);
});

test('a run goes by the changed rules once it has taken them over, and by its own when it refuses', async () => {
  const changed = valueIn(buildProblem({ ...data, rules: data.rules.slice(1) }));
  const told: string[] = [];
  let answer: readonly { code: string; message: string; severity: 'error' }[] = [];
  const steering = createSteering(
    { steer: async () => answer },
    { problem, variant: 'student-compact' },
    () => void told.push('steered'),
  );
  await steering.steer(changed);
  expect(steering.problem()).toBe(changed);
  // Its emphasis weighs the changed rules as well.
  expect(steering.searched().rules.length).toBeGreaterThan(changed.rules.length - 1);
  expect(steering.searched()).not.toBe(changed);
  answer = [{ code: 'steer.structure', message: 'rooms', severity: 'error' }];
  await steering.steer(problem);
  expect(steering.problem()).toBe(changed);
  expect(steering.flaws()).toEqual(answer);
  expect([steering.pending(), told]).toEqual([false, ['steered']]);
});
