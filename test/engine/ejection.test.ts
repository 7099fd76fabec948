import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { createIslandHost } from '../../src/engine/island-host.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { startRun } from '../../src/engine/run/run.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { freeDaysSchool } from '../support/free-days-school.ts';
import { gapFreeSchool } from '../support/gap-free-school.ts';
import { genesHash } from '../support/genes-hash.ts';
import { halfDaysSchool } from '../support/half-days-school.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { localPool } from '../support/local-pool.ts';
import { randomProblem } from '../support/problems.ts';
import { termsSchool } from '../support/terms-school.ts';
import { tightSchool } from '../support/tight-school.ts';

const release = kernelModule();
const checked = kernelModule('debug');

function problemOf(data: ProblemData): Problem {
  return valueIn(buildProblem(data));
}

/** A kernel about to construct two individuals with so many moves each. */
function opened(problem: Problem, seed: number, moves: number, module = release): Kernel {
  const kernel = new Kernel(module, encode(problem), 2);
  kernel.exports.seed(seed, 1);
  kernel.exports.beginRun(2, 570, moves, 30, 0.1, 50, 0, 1_000_000);
  return kernel;
}

/** Constructs the first individual; its score. */
function constructed(kernel: Kernel) {
  while (kernel.exports.constructedCount() === 0) kernel.exports.constructNext();
  return kernel.scoreAt(kernel.exports.addressOfIndividual(0));
}

/** Score and every counter are as if the timetable had just been loaded, and as the rules say. */
function expectToHold(kernel: Kernel, problem: Problem): void {
  const genes = kernel.workingGenes();
  expect(kernel.workingScore()).toEqual(evaluate(problem, decode(problem, kernel.image, genes)).score);
  const fresh = new Kernel(checked, encode(problem), 2);
  fresh.writeGenes(fresh.exports.addressOfIndividual(0), genes);
  fresh.exports.loadIndividual(0);
  expect(Buffer.compare(kernel.copyCounters(), fresh.copyCounters())).toBe(0);
}

const school = { classes: 8, teachers: 10 };

describe('the repair of a construction', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'keeps score and counters right from slice to slice, in blocks, pools and pairs of all kinds (problem %i)',
    (seed) => {
      const problem = problemOf(randomProblem(new Random(seed + 900)));
      const kernel = opened(problem, seed, 1_000_000, checked);
      for (let slice = 0; slice < 3 && kernel.exports.constructNext() !== 0; slice++) expectToHold(kernel, problem);
    },
  );

  it('completes schools in which every class is busy in every slot and teachers have limits of gaps, lessons and days', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = problemOf(tightSchool(seed, school));
      expect(constructed(opened(problem, seed, 400_000_000)), `school ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });

  it('completes schools in which no class has a gap, by swaps that are taken back where they come to nothing', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = problemOf(gapFreeSchool(seed, { classes: 16, teachers: 22 }));
      // 400,000 candidates
      expect(constructed(opened(problem, 1, 12_800_000)), `school ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });

  it('keeps score and counters right while swaps are tried', () => {
    const problem = problemOf(gapFreeSchool(1, { classes: 16, teachers: 22 }));
    const kernel = opened(problem, 1, 12_800_000, checked);
    while (kernel.exports.constructNext() !== 0 && kernel.exports.constructedCount() === 0)
      expectToHold(kernel, problem);
  });

  it('completes schools of half days, where all that binds a class has to be kept by the same few slots', () => {
    for (let number = 1; number <= 4; number++) {
      const problem = problemOf(halfDaysSchool(number, { classes: 20, teachers: 20 }));
      for (let seed = 1; seed <= 3; seed++) {
        // 100,000 candidates, of which they need 20,000 to 70,000
        const found = constructed(opened(problem, seed, 3_200_000));
        expect(found, `school ${number}, seed ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
      }
    }
  });

  it('keeps score and counters right while events that are tied to each other are placed together', () => {
    const problem = problemOf(halfDaysSchool(1, { classes: 20, teachers: 20 }));
    const kernel = opened(problem, 1, 3_200_000, checked);
    while (kernel.exports.constructNext() !== 0 && kernel.exports.constructedCount() === 0)
      expectToHold(kernel, problem);
  });

  it('gives teachers who have to teach in every slot of the other days a day off', () => {
    const problem = problemOf(freeDaysSchool());
    for (let seed = 1; seed <= 5; seed++) {
      expect(constructed(opened(problem, seed, 400_000)), `seed ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });

  it('holds courses in as few terms as allowed, and no more of them in one than allowed', () => {
    const problem = problemOf(termsSchool());
    for (let seed = 1; seed <= 5; seed++) {
      expect(constructed(opened(problem, seed, 6_000_000)), `seed ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });

  it('breaks no more than the construction it began with', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const problem = problemOf(randomProblem(new Random(seed + 300), { kinds: ['maxGapsPerDay', 'minDays'] }));
      const kernel = opened(problem, seed, 40_000);
      kernel.exports.constructNext();
      const before = kernel.scoreAt(kernel.exports.addressOfIndividual(0));
      const after = constructed(kernel);
      const lessUnplaced = after.unplaced < before.unplaced;
      expect(lessUnplaced || (after.unplaced === before.unplaced && after.hard <= before.hard)).toBe(true);
    }
  });

  it('is the same with the same seed, and with the checks of the debug build', () => {
    const problem = problemOf(tightSchool(2, school));
    const states = [release, release, checked].map((module) => {
      const kernel = opened(problem, 7, 16_000_000, module);
      constructed(kernel);
      return Buffer.from(kernel.copyState());
    });
    expect(states[1]?.equals(states[0] ?? Buffer.alloc(0))).toBe(true);
    expect(states[2]?.equals(states[0] ?? Buffer.alloc(0))).toBe(true);
  });

  it('goes on bit for bit from a checkpoint in its middle', () => {
    const image = encode(problemOf(tightSchool(2, school)));
    const settings = { ...fixedRunSettings, islands: 1, population: 4, movesPerIndividual: 16_000_000 };
    const [whole, resumed] = [new Island(release, image, settings, 0), new Island(release, image, settings, 0)];
    for (let slice = 0; slice < 3; slice++) whole.construct();
    expect(whole.constructed).toBe(0);
    expect(resumed.restore(whole.copyState())).toBe(true);
    while (whole.construct());
    while (resumed.construct());
    expect(Buffer.compare(whole.copyState(), resumed.copyState())).toBe(0);
  });
});

describe('a run that is stopped while a construction is repaired', () => {
  const problem = problemOf(gapFreeSchool(2, { classes: 40, teachers: 52 }));
  const image = encode(problem);
  /** An island that has begun to repair what it has constructed. */
  function repairing() {
    const island = new Island(release, image, { ...fixedRunSettings, movesPerIndividual: 12_800_000 }, 0);
    island.construct();
    const constructionScore = island.best;
    island.construct();
    expect(island.constructed).toBe(0);
    return { island, constructionScore };
  }

  it('keeps what the repair has reached, and leaves a checkpoint that goes on with it', () => {
    const { island, constructionScore } = repairing();
    expect(island.best).toEqual(constructionScore);
    const memory = island.copyState();
    island.settle();
    expect(island.best.unplaced).toBe(0);
    expect(island.best.hard).toBeLessThan(constructionScore.hard);
    expect(island.best).toEqual(evaluate(problem, decode(problem, image, island.bestGenes)).score);
    expect(Buffer.compare(island.copyState(), memory)).toBe(0);
  });

  it('ends with it', async () => {
    const host = createIslandHost();
    const prepared = await host.prepare(problem.data, null);
    const settings = { ...fixedRunSettings, islands: 1, movesPerIndividual: 12_800_000 };
    await host.open({ module: release, prepared, audited: () => problem.data, settings, islands: [0], states: null });
    let told = 0;
    // The first is told before anything is repaired.
    const { improved, stopped } = await host.epoch(1, null, () => {
      if (++told === 2) void host.stop();
    });
    expect(stopped).toBe(true);
    expect(improved?.score.hard).toBeLessThan(repairing().constructionScore.hard);
  });
});

describe('repairs in the cold', () => {
  it('come to the same in slices of any length', () => {
    const image = encode(problemOf(tightSchool(1, { ...school, overbooked: true })));
    const settings = { ...fixedRunSettings, islands: 1, population: 4, generations: 10, movesPerIndividual: 60_000 };
    const islands = [1_000_000, 37].map((slice) => ({ slice, island: new Island(release, image, settings, 0) }));
    for (const { island, slice } of islands) {
      while (island.construct());
      for (let generation = 1; generation <= 10; generation++) {
        island.beginEpoch(generation);
        while (island.step(slice));
        island.endEpoch();
      }
    }
    const [some, others] = islands.map(({ island }) => Buffer.from(island.copyState()));
    expect(others?.equals(some ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('a school with a teacher of more lessons than slots', () => {
  const data = tightSchool(3, { classes: 5, teachers: 7, overbooked: true });
  const problem = problemOf(data);

  it('leaves one lesson too many, and tells who was in whose way', async () => {
    const settings: RunSettings = {
      ...fixedRunSettings,
      islands: 2,
      population: 4,
      generations: 10,
      movesPerIndividual: 800_000,
    };
    const { score, conflicts = [] } = await startRun(
      { data, module: release, settings, resumeFrom: null },
      localPool(1),
      silentHooks,
    ).outcome;
    expect(score?.unplaced).toBe(0);
    expect(score?.hard).toBeGreaterThan(0);
    expect(conflicts.length).toBeGreaterThan(0);
    const ofTeacher = conflicts.filter(({ event, other }) =>
      [event, other].every((index) => data.events[index]?.instructors?.[0]?.id === 't0'),
    );
    // whoever else is moved about, most of the struggle is about the one teacher
    expect(ofTeacher.length).toBeGreaterThan(conflicts.length / 2);
    expect(conflicts.map(({ times }) => times)).toEqual(conflicts.map(({ times }) => times).sort((a, b) => b - a));
  });

  it('has nobody to blame when everything is placed', async () => {
    const fine = tightSchool(3, { classes: 5, teachers: 7 });
    const target = { unplaced: 0, hard: 0, soft: 1_000_000 };
    const settings = { ...fixedRunSettings, movesPerIndividual: 20_000_000, target };
    const outcome = await startRun(
      { data: fine, module: release, settings, resumeFrom: null },
      localPool(1),
      silentHooks,
    ).outcome;
    expect(outcome).toMatchObject({ reason: 'target', score: { unplaced: 0, hard: 0 } });
    expect(outcome.conflicts).toBeUndefined();
    expect(problem.events.length).toBeGreaterThan(fine.events.length);
  });
});

describe('a run that looks for the first timetable without a broken hard rule', () => {
  const data = tightSchool(4, school);
  const settings: RunSettings = {
    ...fixedRunSettings,
    movesPerIndividual: 400_000_000,
    target: { unplaced: 0, hard: 0, soft: Number.MAX_SAFE_INTEGER },
  };

  it('ends with it, the same one however the islands are dealt', async () => {
    const outcomes = [];
    for (const hosts of [1, 3]) {
      const { reason, score, best, moves } = await startRun(
        { data, module: release, settings, resumeFrom: null },
        localPool(hosts),
        silentHooks,
      ).outcome;
      outcomes.push({ reason, score, moves, hash: best === null ? null : genesHash(best) });
    }
    expect(outcomes[0]).toMatchObject({ reason: 'target', score: { unplaced: 0, hard: 0 } });
    expect(outcomes[1]).toEqual(outcomes[0]);
    // nobody went down the ladder
    expect(outcomes[0]?.moves).toBeLessThan(settings.population * 100_000_000);
  });
});
