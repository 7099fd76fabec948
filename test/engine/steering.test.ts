import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { packTimetable } from '../../src/domain/packed-timetable.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { startRun } from '../../src/engine/run/run.ts';
import type { Checkpoint, EpochPoint, RunHandle, RunOutcome } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { localPool } from '../support/local-pool.ts';

const module = kernelModule();
const data = fixedRunProblem();
const settings: RunSettings = { ...fixedRunSettings, generations: 10, movesPerIndividual: 8_000 };
/** Every soft rule counts differently, the last rule is switched off. */
const changed: ProblemData = {
  ...data,
  rules: data.rules.map((rule, index) => ({
    ...rule,
    weight: rule.hard ? rule.weight : rule.weight * 3 + index,
    ...(index === data.rules.length - 1 ? { enabled: false } : {}),
  })),
};

interface Steered {
  readonly outcome: RunOutcome;
  readonly points: readonly EpochPoint[];
  readonly checkpoints: readonly Checkpoint[];
}

/** A run that is asked for the change with the end of a generation, which is how fixed budgets stay repeatable. */
async function steered(workers: number, to: ProblemData = changed, after = 4): Promise<Steered> {
  const points: EpochPoint[] = [];
  const checkpoints: Checkpoint[] = [];
  const run: RunHandle = startRun({ data, module, settings, resumeFrom: null }, localPool(workers), {
    ...silentHooks,
    onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint),
    onEpoch(point) {
      points.push(point);
      if (point.generation === after && point.marks?.includes('steered') !== true) void run.steer(to);
    },
  });
  return { outcome: await run.outcome, points, checkpoints };
}

describe('a run that is steered', () => {
  it('ends with a score of the changed rules, as the reference evaluator counts it', async () => {
    const { outcome, points } = await steered(1);
    expect(outcome.failure).toBeNull();
    const problem = valueIn(buildProblem(changed));
    if (outcome.best === null) throw new Error('Nothing was found');
    expect(outcome.score).toEqual(evaluate(problem, outcome.best).score);
    const at = points.findIndex(({ marks }) => marks?.includes('steered'));
    expect(points[at]?.generation).toBe(4);
    // No generation is lost, none comes twice.
    expect(points.filter((_, index) => index !== at).map(({ generation }) => generation)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
    // Temperature and budget go on; what was found before is where it goes on from.
    const temperatures = points.map(({ temperature }) => temperature);
    expect(temperatures).toEqual(temperatures.toSorted((a, b) => b - a));
    expect(outcome.moves).toBeGreaterThan(settings.movesPerIndividual * settings.population * 0.9);
    expect(points[at]?.best.unplaced).toBe(0);
  });

  it('goes the same way twice, with any number of hosts', async () => {
    const runs = [await steered(1), await steered(3), await steered(3)];
    const [first, ...others] = runs.map(({ outcome, points }) => ({
      genes: outcome.best && packTimetable(outcome.best),
      moves: outcome.moves,
      population: outcome.population.length,
      points: points.map(({ best, median, worst, islands }) => ({ best, median, worst, islands })),
    }));
    for (const other of others) expect(other).toEqual(first);
  });

  it('keeps the best: with the same rules the change costs nothing that was found', async () => {
    const { points } = await steered(2, { ...data, rules: [...data.rules] });
    const at = points.findIndex(({ marks }) => marks?.includes('steered'));
    const [before, after] = [points[at - 1], points[at]];
    expect(after?.best.soft).toBeLessThanOrEqual(before?.best.soft ?? -1);
  });

  it('keeps an event that was locked meanwhile where it was told to be', async () => {
    const problem = valueIn(buildProblem(data));
    const event = problem.events.find(({ times }) => times.length > 1);
    const time = problem.times[event?.times.at(-1)?.index ?? -1];
    if (event === undefined || time === undefined) throw new Error('Nothing can be locked');
    const lock = { timeId: time.id };
    const events = data.events.map((item) => (item.id === event.id ? { ...item, lock } : item));
    const { outcome } = await steered(2, { ...data, events });
    expect(outcome.failure).toBeNull();
    expect(outcome.best?.assignments[event.index]?.time).toBe(time.index);
  });

  it('goes on from a checkpoint of the changed problem as if nothing had been', async () => {
    // The checkpoint of the first barrier is taken after the change that was asked for there.
    const straight = await steered(2, changed, 1);
    const [checkpoint] = straight.checkpoints;
    if (checkpoint === undefined) throw new Error('There is no checkpoint');
    const points: EpochPoint[] = [];
    const resumed = await startRun({ data: changed, module, settings, resumeFrom: checkpoint }, localPool(2), {
      ...silentHooks,
      onEpoch: (point) => void points.push(point),
    }).outcome;
    expect(resumed.failure).toBeNull();
    expect(resumed.score).toEqual(straight.outcome.score);
    expect(resumed.moves).toBe(straight.outcome.moves);
    expect(resumed.best && packTimetable(resumed.best)).toEqual(
      straight.outcome.best && packTimetable(straight.outcome.best),
    );
    expect(points[0]?.marks).toContain('resumed');
  });

  it.each([
    ['an event more', { ...data, events: [...data.events, { ...data.events[0], id: 'new' }] }, 'events'],
    ['another room', { ...data, rooms: data.rooms.slice(1) }, 'rooms'],
    ['other people', { ...data, groups: data.groups.map((group) => ({ ...group, size: group.size + 1 })) }, 'groups'],
  ])('refuses %s, names what differs and goes on as it was', async (_, other, place) => {
    const points: EpochPoint[] = [];
    const run = startRun({ data, module, settings, resumeFrom: null }, localPool(1), {
      ...silentHooks,
      onEpoch: (point) => void points.push(point),
    });
    // What a form of the product cannot make, an old file may.
    const flaws = await run.steer(other as ProblemData);
    expect(flaws.map(({ code, place }) => [code, place])).toEqual([['steer.structure', place]]);
    await run.outcome;
    expect(points.some(({ marks }) => marks?.includes('steered'))).toBe(false);
  });

  it('says so when the run is over', async () => {
    const run = startRun({ data, module, settings, resumeFrom: null }, localPool(1), silentHooks);
    await run.outcome;
    expect((await run.steer(changed)).map(({ code }) => code)).toEqual(['steer.late']);
  });
});
