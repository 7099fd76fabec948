import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { decode, encodeGenes } from '../../src/engine/decode.ts';
import { type EncodeLimits, encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

/** The kernel against the reference: every peek, apply and score, move by move, on random problems. */
const module = kernelModule('debug');

function build(seed: number, kinds?: readonly string[], rulesPerKind = 2): Problem {
  const options = kinds === undefined ? { rulesPerKind } : { kinds, rulesPerKind };
  const built = buildProblem(randomProblem(new Random(seed), options));
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
  return built.value;
}

class Bench {
  readonly problem: Problem;
  readonly kernel: Kernel;
  readonly random: Random;

  constructor(problem: Problem, seed: number, limits?: EncodeLimits) {
    this.problem = problem;
    this.kernel = new Kernel(module, encode(problem, limits), 2);
    this.random = new Random(seed);
    const timetable = withoutRepeats(problem, randomTimetable(problem, this.random));
    const { exports } = this.kernel;
    this.kernel.writeGenes(exports.addressOfIndividual(0), encodeGenes(problem, this.kernel.image, timetable));
    exports.seed(seed, 1);
    exports.loadIndividual(0);
  }

  reference() {
    return evaluate(this.problem, decode(this.problem, this.kernel.image, this.kernel.workingGenes())).score;
  }

  /**
   * The most that the kernel assumes a move of the event between two times can lower the soft cost: a move that lowers it
   * more may be refused unseen. Infinite for times that are none of its own, which the search never proposes.
   */
  softGain(event: number, ...times: readonly number[]): number {
    const own = this.problem.events[event]?.times ?? [];
    const isOwn = (time: number) => time === this.kernel.image.nowhere || own.some(({ index }) => index === time);
    if (!times.every(isOwn)) return Number.POSITIVE_INFINITY;
    return this.kernel.exports.mostSoftGain(event);
  }

  expectScores(context: string) {
    expect(this.kernel.workingScore(), context).toEqual(this.reference());
  }
}

/** An event does not hold one room or instructor twice: the search never does, and a peek need not foresee it. */
function withoutRepeats(problem: Problem, timetable: ReturnType<typeof randomTimetable>) {
  const once = (list: readonly number[]) => list.map((item, at) => (list.indexOf(item) < at ? -1 : item));
  return {
    assignments: timetable.assignments.map((assignment, event) => ({
      ...assignment,
      rooms: once(assignment.rooms),
      instructors: problem.events[event]?.instructorsFixed ? assignment.instructors : once(assignment.instructors),
    })),
  };
}

/** A random change of one event: a time of any kind, and up to two of its genes. */
function relocate(bench: Bench) {
  const { problem, kernel, random } = bench;
  const { image, exports } = kernel;
  const event = random.below(problem.events.length);
  const { times, genes } = kernel.workingGenes();
  const domain = problem.events[event]?.times ?? [];
  const here = times[event] as number;
  const to = random.chance(0.15)
    ? image.nowhere
    : random.chance(0.2) || domain.length === 0
      ? here
      : random.pick(domain).index;
  const [gene, resource] = random.chance(0.7) ? geneChange(bench, event) : noChange;
  const [gene2, resource2] = gene >= 0 && random.chance(0.5) ? geneChange(bench, event, gene, resource) : noChange;
  const hard = exports.peekRelocationHard(event, to, gene, resource, gene2, resource2);
  const soft = exports.peekRelocationSoft(event, to, gene, resource, gene2, resource2);
  const bound = bench.softGain(event, here, to);
  const before = kernel.workingScore();
  exports.applyRelocation(event, to, gene, resource, gene2, resource2);
  const after = kernel.workingScore();
  const context = `relocate event ${event} to ${to}, gene ${gene} to ${resource}, gene ${gene2} to ${resource2}`;
  expect({ hard: after.hard - before.hard, soft: after.soft - before.soft }, context).toEqual({ hard, soft });
  expect(-soft, `bound: ${context}`).toBeLessThanOrEqual(bound);
  const held = (of: number) => (of < 0 ? -1 : (genes[of] as number));
  return { context, undo: () => exports.applyRelocation(event, here, gene, held(gene), gene2, held(gene2)), before };
}

const noChange: readonly [gene: number, resource: number] = [-1, -1];

/**
 * A gene of the event and what it may hold instead; no gene when it would hold something twice. Besides a room, which is
 * the first change, only an instructor changes.
 */
function geneChange({ problem, kernel, random }: Bench, event: number, changed = -1, taken = -1): typeof noChange {
  const { image } = kernel;
  const { genes } = kernel.workingGenes();
  const first = image.firstGene[event] as number;
  const rooms = image.roomGenes[event] as number;
  const count = rooms + (image.instructorGenes[event] as number);
  if (count === 0) return noChange;
  const position = random.below(count);
  const isRoom = position < rooms;
  if (first + position === changed || (changed >= 0 && (isRoom || changed >= first + rooms))) return noChange;
  const pool = isRoom ? (problem.events[event]?.rooms ?? []) : (problem.events[event]?.instructors ?? []);
  const resourceOf = isRoom ? problem.resourceOfRoom : problem.resourceOfInstructor;
  const candidate =
    pool.length === 0 || random.chance(0.1) ? image.nobody : (resourceOf[random.pick(pool).index] as number);
  const others = Array.from(genes.subarray(first, first + count)).filter((_, at) => at !== position);
  if (candidate !== image.nobody && (others.includes(candidate) || candidate === taken)) return noChange;
  return [first + position, candidate];
}

/** A swap of two events that both have a time and a room that the other may take. */
function swap(bench: Bench) {
  const { problem, kernel, random } = bench;
  const { image, exports } = kernel;
  const { times, genes } = kernel.workingGenes();
  const event = random.below(problem.events.length);
  const partner = random.below(problem.events.length);
  if (event === partner || image.roomGenes[event] === 0 || image.roomGenes[partner] === 0) return null;
  const gene = image.firstGene[event] as number;
  const partnerGene = image.firstGene[partner] as number;
  const held = genes[gene] as number;
  const taken = genes[partnerGene] as number;
  if (times[event] === image.nowhere || times[partner] === image.nowhere) return null;
  if (held === image.nobody || taken === image.nobody || held === taken) return null;
  const rooms = (of: number) =>
    Array.from(genes.subarray(image.firstGene[of], (image.firstGene[of] as number) + (image.roomGenes[of] as number)));
  if (rooms(event).includes(taken) || rooms(partner).includes(held)) return null;
  const hard = exports.peekExchangeHard(event, gene, partner, partnerGene);
  const soft = exports.peekExchangeSoft(event, gene, partner, partnerGene);
  const [from, to] = [times[event] as number, times[partner] as number];
  const bound = bench.softGain(event, from, to) + bench.softGain(partner, from, to);
  const before = kernel.workingScore();
  exports.applyExchange(event, gene, partner, partnerGene);
  const after = kernel.workingScore();
  const context = `swap events ${event} and ${partner}`;
  expect({ hard: after.hard - before.hard, soft: after.soft - before.soft }, context).toEqual({ hard, soft });
  expect(-soft, `bound: ${context}`).toBeLessThanOrEqual(bound);
  return { context, undo: () => exports.applyExchange(event, gene, partner, partnerGene), before };
}

function walk(problem: Problem, seed: number, moves: number, limits?: EncodeLimits) {
  const bench = new Bench(problem, seed, limits);
  bench.expectScores('after load');
  for (let step = 0; step < moves; step++) {
    const move = bench.random.chance(0.4) ? swap(bench) : relocate(bench);
    if (move === null) continue;
    bench.expectScores(`step ${step}: ${move.context}`);
    if (bench.random.chance(0.3)) {
      move.undo();
      expect(bench.kernel.workingScore(), `undone: ${move.context}`).toEqual(move.before);
    }
  }
  return bench;
}

describe('parity of the kernel with the reference evaluator', () => {
  for (const { id } of ruleDefinitions) {
    it(`holds for ${id} alone`, () => {
      for (let seed = 1; seed <= 8; seed++) walk(build(seed * 31 + 5, [id], 3), seed, 60);
    });
  }

  it('holds for all rules together', () => {
    for (let seed = 1; seed <= 25; seed++) walk(build(seed), seed, 80);
  });

  it('counts shared resources once when events longer than a slot swap while nothing clashes', () => {
    for (const seed of [37, 145, 387]) walk(build(seed, ['isolated']), seed, 80);
  });

  it('holds as large problems are encoded: lists in place of matrices, rows of costs for pairs', () => {
    const limits = { largestMatrix: 0, fewPartners: 0 };
    for (let seed = 26; seed <= 45; seed++) walk(build(seed), seed, 80, limits);
    for (let seed = 46; seed <= 55; seed++) walk(build(seed, ['studentConflict', 'precedence']), seed, 80, limits);
  });

  it('holds in weeks of up to 30 days, in which worked days are counted', () => {
    const kinds = ['minDays', 'maxDays', 'minLoadPerDay', 'unavailable', 'maxGapsPerWeek', 'maxDaysInInterval'];
    for (const dayCount of [15, 17, 25, 30]) {
      for (let seed = 1; seed <= 4; seed++) {
        const data = randomProblem(new Random(seed + dayCount), { kinds, rulesPerKind: 3, dayCount });
        walk(valueIn(buildProblem(data)), seed, 60);
      }
    }
  });

  it('leaves no counter behind when every event is taken out again', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const problem = build(seed, ['isolated', 'minDays', 'roomStability', 'maxLoadPerDay', 'studentConflict']);
      const limits = seed % 2 === 0 ? { largestMatrix: 0, fewPartners: 0 } : undefined;
      const bench = walk(problem, seed, 40, limits);
      const empty = new Kernel(module, encode(problem, limits), 2);
      empty.writeGenes(empty.exports.addressOfIndividual(0), bench.kernel.emptyGenes());
      empty.exports.loadIndividual(0);
      for (const event of problem.events) {
        const first = bench.kernel.image.firstGene[event.index] as number;
        const genes =
          (bench.kernel.image.roomGenes[event.index] as number) +
          (bench.kernel.image.instructorGenes[event.index] as number);
        for (let gene = first; gene < first + genes; gene++) {
          bench.kernel.exports.applyRelocation(
            event.index,
            bench.kernel.image.nowhere,
            gene,
            bench.kernel.image.nobody,
            -1,
            -1,
          );
        }
        bench.kernel.exports.applyRelocation(event.index, bench.kernel.image.nowhere, -1, -1, -1, -1);
      }
      expect(Buffer.compare(bench.kernel.copyCounters(), empty.copyCounters())).toBe(0);
      expect(bench.kernel.workingScore()).toEqual(empty.workingScore());
    }
  });

  it('keeps the score of Kempe chains, accepted or refused', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const problem = build(seed + 400);
      const bench = new Bench(problem, seed);
      for (let step = 0; step < 60; step++) {
        const event = bench.random.below(problem.events.length);
        const domain = problem.events[event]?.times ?? [];
        if (domain.length === 0) continue;
        const before = bench.kernel.workingScore();
        const genes = bench.kernel.workingGenes();
        const accepted =
          bench.kernel.exports.tryChain(event, bench.random.pick(domain).index, 100, bench.random.below(200)) !== 0;
        bench.expectScores(`chain from event ${event}`);
        if (!accepted) {
          expect(bench.kernel.workingScore()).toEqual(before);
          expect(bench.kernel.workingGenes()).toEqual(genes);
        }
      }
    }
  });
});
