import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { changesFrom, eventsThatMustChange } from '../../src/domain/changes.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { packTimetable, unpackTimetable } from '../../src/domain/packed-timetable.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { compareScores } from '../../src/domain/score.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { checkStart, encodeHome, problemFrom } from '../../src/engine/run/run-start.ts';
import { bareSettings, type RunSettings, type RunStart } from '../../src/engine/run-contract/run-settings.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { createSolverFrom } from '../../src/workers/create-solver.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { genesHash } from '../support/genes-hash.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { localPool } from '../support/local-pool.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';
import { tightSchool } from '../support/tight-school.ts';

const module = kernelModule();
const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));
const short: RunSettings = {
  ...fixedRunSettings,
  islands: 2,
  population: 4,
  generations: 10,
  movesPerIndividual: 20_000,
};

async function run(of: ProblemData, settings: RunSettings, hosts = 1) {
  const outcome = await startRun({ data: of, module, settings, resumeFrom: null }, localPool(hosts), silentHooks)
    .outcome;
  if (outcome.best === null || outcome.score === null) throw new Error(outcome.failure ?? 'nothing found');
  return { ...outcome, best: outcome.best, score: outcome.score };
}

/** A timetable of the fixed problem that is not yet good. */
const rough = (await run(data, { ...short, seed: 5, movesPerIndividual: 2000 })).best;

function startAt(timetable: Timetable, more: Partial<RunStart> = {}): RunStart {
  return { timetable: packTimetable(timetable), keep: 0, cap: null, ...more };
}

describe('a run that starts from a timetable', () => {
  it('never ends worse than it began, and improves what can be improved', async () => {
    const { score } = await run(data, { ...short, start: startAt(rough) });
    expect(compareScores(score, evaluate(problem, rough).score)).toBeLessThan(0);
  });

  it('keeps nearly all of it when differences are dear', async () => {
    const free = await run(data, { ...short, start: startAt(rough) });
    const dear = await run(data, { ...short, start: startAt(rough, { keep: 50 }) });
    const differences = (timetable: Timetable) => changesFrom(problem, rough, timetable).length;
    expect(differences(dear.best)).toBeLessThan(differences(free.best) / 2);
  });

  it.each([0, 1, 5, 20])('never changes more than %i events when told so', async (cap) => {
    const { best, population } = await run(data, { ...short, start: startAt(rough, { cap }) });
    for (const timetable of [best, ...population.map(unpackTimetable)]) {
      expect(changesFrom(problem, rough, timetable).length).toBeLessThanOrEqual(cap);
    }
    if (cap >= 5) expect(compareScores(evaluate(problem, best).score, evaluate(problem, rough).score)).toBeLessThan(0);
  });

  it('gives the same timetable with any number of workers', async () => {
    const settings = { ...short, start: startAt(rough, { keep: 2, cap: 12 }) };
    const [one, two] = [await run(data, settings, 1), await run(data, settings, 2)];
    expect(genesHash(two.best)).toBe(genesHash(one.best));
  });

  it('mends a problem that has changed with as few changes as it is allowed', async () => {
    const good = (await run(data, { ...short, seed: 3, movesPerIndividual: 60_000 })).best;
    const changed = withoutTime(data, good);
    const now = valueIn(buildProblem(changed));
    expect(eventsThatMustChange(now, good)).toEqual([0]);
    expect(checkStart(now, startAt(good, { cap: 0 })).map(({ code }) => code)).toEqual(['start.cap']);
    const { best, score } = await run(changed, { ...short, start: startAt(good, { keep: 3, cap: 3 }) });
    expect(score).toMatchObject({ unplaced: 0, hard: 0 });
    expect(changesFrom(now, good, best).length).toBeLessThanOrEqual(3);
  });
});

/** The same problem, in which the first event may no longer meet when it did. */
function withoutTime(of: ProblemData, timetable: Timetable): ProblemData {
  const former = timetable.assignments[0]?.time;
  const times = problem.events[0]?.times.filter(({ index }) => index !== former) ?? [];
  const ids = times.map(({ index }) => ({ id: problem.times[index]?.id ?? '' }));
  return { ...of, events: of.events.map((event, index) => (index === 0 ? { ...event, times: ids } : event)) };
}

describe('the kernel with a limit of changes', () => {
  it('keeps it in every timetable, and its score true, whatever the problem and the start', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = new Random(seed * 31);
      const of = valueIn(buildProblem(randomProblem(random)));
      const reference = randomTimetable(of, random, seed % 3 !== 0);
      const forced = eventsThatMustChange(of, reference).length;
      const start = startAt(reference, { keep: seed % 2, cap: forced + (seed % 4) });
      const searched = problemFrom(of, start);
      expectKept(searched, start, seed);
    }
  });

  it('keeps it where students choose and days are long, and starts with the options that students have', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = new Random(seed);
      const bytes = new TextEncoder().encode(randomItc2019(random));
      const of = valueIn(buildProblem(valueIn(await readFiles([{ name: 'p.xml', bytes }])).problem));
      const { requests = [], optionsOf = [] } = of.sectioning ?? {};
      const enrolment = requests.map(({ course }) => random.below(optionsOf[course]?.length ?? 1));
      const reference = { ...randomTimetable(of, random, true), enrolment };
      const start = startAt(reference, { keep: 1, cap: eventsThatMustChange(of, reference).length + 2 });
      const searched = problemFrom(of, start);
      const image = encode(searched);
      const first = new Island(module, image, bareSettings, 0, encodeHome(searched, image, start));
      first.construct();
      expect(decode(searched, image, first.bestGenes).enrolment).toEqual(enrolment);
      expectKept(searched, start, seed);
    }
  });

  it('is part of a checkpoint: a run that is resumed goes on as if it had not been interrupted', () => {
    const start = startAt(rough, { keep: 1, cap: 6 });
    const searched = problemFrom(problem, start);
    const image = encode(searched);
    const settings = { ...bareSettings, population: 3, movesPerIndividual: 20_000 };
    const open = () => new Island(module, image, settings, 0, encodeHome(searched, image, start));
    const epoch = (island: Island, generation: number) => {
      while (island.construct());
      island.beginEpoch(generation);
      while (island.step(1000));
      island.endEpoch();
    };
    const [whole, resumed] = [open(), open()];
    for (let generation = 1; generation <= 4; generation++) epoch(whole, generation);
    expect(resumed.restore(whole.copyState())).toBe(true);
    for (let generation = 5; generation <= settings.generations; generation++) {
      epoch(whole, generation);
      epoch(resumed, generation);
    }
    expect(Buffer.compare(whole.copyState(), resumed.copyState())).toBe(0);
  });
});

function expectKept(of: Problem, start: RunStart, seed: number): void {
  const image = encode(of);
  const settings = { ...bareSettings, seed, population: 3, crossoverRate: 0.5, movesPerIndividual: 3000 };
  const island = new Island(kernelModule('debug'), image, settings, 0, encodeHome(of, image, start));
  const reference = unpackTimetable(start.timetable);
  while (island.construct());
  for (let generation = 1; generation <= settings.generations; generation++) {
    island.beginEpoch(generation);
    while (island.step(700));
    island.endEpoch();
    const { present } = island.report();
    island.population().forEach((genes, individual) => {
      const timetable = decode(of, image, genes);
      expect(changesFrom(of, reference, timetable).length, `seed ${seed}`).toBeLessThanOrEqual(start.cap ?? 0);
      expect(evaluate(of, timetable).score, `seed ${seed}`).toEqual(present[individual]);
    });
  }
}

describe('a repair that gets stuck in a run that starts from a timetable', () => {
  it('begins again at home, not somewhere at random', () => {
    const of = valueIn(buildProblem({ ...tightSchool(2, { classes: 2, teachers: 3, overbooked: true }), rules: [] }));
    const image = encode(of);
    const begun = new Island(module, image, { ...bareSettings, population: 1, movesPerIndividual: 4_000_000 }, 0);
    begun.construct();
    const home = decode(of, image, begun.bestGenes);
    const start = startAt(home);
    const kernel = new Kernel(module, image, 1);
    kernel.exports.seed(1, 1);
    kernel.exports.beginRun(1, 570, 24_000_000, 30, 0.1, 50, 0, 1_000_000);
    kernel.writeHome(encodeHome(of, image, start).genes);
    kernel.exports.beginAtHome(-1, 0);
    const differences: number[] = [];
    // one lesson too many: no repair succeeds, so that each ends with another beginning
    while (kernel.exports.constructNext() !== 0) {
      differences.push(changesFrom(of, home, decode(of, image, kernel.workingGenes())).length);
    }
    // right after a beginning only those who are to blame are not where they were
    const hasLeft = differences.findIndex((count) => count > of.events.length / 2);
    expect(hasLeft).toBeGreaterThanOrEqual(0);
    expect(Math.min(...differences.slice(hasLeft))).toBeLessThan(of.events.length / 3);
  });
});

describe('a start that cannot be', () => {
  const solver = createSolverFrom({
    spawn: () => {
      throw new Error('no worker should be needed');
    },
    loadModule: () => Promise.resolve(module),
    workerCount: 1,
    randomSeed: () => 1,
  });
  const refusal = (start: RunStart) => {
    const started = solver.start(problem, { ...short, start }, silentHooks);
    return started.ok ? [] : started.diagnostics.map(({ code }) => code);
  };

  it.each([
    ['a timetable of another problem', startAt({ assignments: rough.assignments.slice(1) }), 'start.timetable'],
    ['a room that there is not', startAt(withRoom(rough, 10_000)), 'start.timetable'],
    ['a negative weight', startAt(rough, { keep: -1 }), 'settings.range'],
    ['a limit that is no number of events', startAt(rough, { cap: 2.5 }), 'settings.range'],
  ])('is refused: %s', (_, start, code) => {
    expect(refusal(start)).toEqual([code]);
  });

  it('is refused by the worker as well', async () => {
    const settings = { ...short, start: startAt({ assignments: [] }) };
    const outcome = await startRun({ data, module, settings, resumeFrom: null }, localPool(1), silentHooks).outcome;
    expect(outcome.failure).toMatch(/not one of this problem/);
  });
});

function withRoom(timetable: Timetable, room: number): Timetable {
  const [first, ...others] = timetable.assignments;
  if (first === undefined) throw new Error('no event');
  return { assignments: [{ ...first, rooms: [room] }, ...others] };
}
