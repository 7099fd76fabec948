import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { distributionTypes, randomItc2019 } from '../support/itc2019-xml.ts';
import { kernelModule } from '../support/kernel-module.ts';

/** The kernel against the reference where days are long, rooms lie apart and students are sectioned. */
const module = kernelModule('debug');

async function build(seed: number, types: readonly string[]): Promise<Problem> {
  const bytes = new TextEncoder().encode(randomItc2019(new Random(seed), types));
  const { problem } = valueIn(await readFiles([{ name: 'problem.xml', bytes }]));
  // a change of room beside ways of minutes
  const rules = problem.rules.map((rule) =>
    rule.kind === 'sameRoom' && seed % 3 === 1 ? { ...rule, params: { following: true } } : rule,
  );
  return valueIn(buildProblem({ ...problem, rules }));
}

class Bench {
  readonly problem: Problem;
  readonly kernel: Kernel;
  readonly random: Random;

  constructor(problem: Problem, seed: number) {
    this.problem = problem;
    // now and then as large problems are encoded: lists in place of matrices
    const limits = seed % 2 === 0 ? { largestMatrix: 0, fewPartners: 0 } : undefined;
    this.kernel = new Kernel(module, encode(problem, limits), 2);
    this.random = new Random(seed);
    this.load(this.randomGenes());
  }

  load(genes: ReturnType<Kernel['emptyGenes']>): void {
    this.kernel.writeGenes(this.kernel.exports.addressOfIndividual(0), genes);
    this.kernel.exports.seed(1, 1);
    this.kernel.exports.loadIndividual(0);
  }

  randomGenes() {
    const genes = this.kernel.emptyGenes();
    const { problem, random, kernel } = this;
    for (const event of problem.events) {
      if (random.chance(0.9)) genes.times[event.index] = random.pick(event.times).index;
      if (event.roomCount > 0 && random.chance(0.9))
        genes.genes[kernel.image.firstGene[event.index] ?? 0] = this.room(event.index);
    }
    problem.sectioning?.requests.forEach(({ course }, request) => {
      const count = problem.sectioning?.optionsOf[course]?.length ?? 0;
      if (count > 0 && random.chance(0.9)) genes.choices[request] = random.below(count);
    });
    return genes;
  }

  room(event: number): number {
    return this.problem.resourceOfRoom[this.random.pick(this.problem.events[event]?.rooms ?? []).index] ?? 0;
  }

  reference() {
    return evaluate(this.problem, decode(this.problem, this.kernel.image, this.kernel.workingGenes())).score;
  }

  /** Peeks, applies and compares: the peek is the difference, and the score that of the reference. */
  check(context: string, hard: number, soft: number, apply: () => void): void {
    const before = this.kernel.workingScore();
    apply();
    const after = this.kernel.workingScore();
    expect({ hard: after.hard - before.hard, soft: after.soft - before.soft }, context).toEqual({ hard, soft });
    expect(after, context).toEqual(this.reference());
  }

  relocate(): void {
    const { problem, random, kernel } = this;
    const { exports, image } = kernel;
    const event = random.below(problem.events.length);
    const here = kernel.workingGenes().times[event] ?? 0;
    const times = problem.events[event]?.times ?? [];
    const to = random.chance(0.1) ? image.nowhere : random.chance(0.2) ? here : random.pick(times).index;
    const hasRoom = (image.roomGenes[event] ?? 0) > 0 && random.chance(0.7);
    const gene = hasRoom ? (image.firstGene[event] ?? 0) : -1;
    const room = hasRoom ? (random.chance(0.1) ? image.nobody : this.room(event)) : -1;
    const hard = exports.peekRelocationHard(event, to, gene, room, -1, -1);
    const soft = exports.peekRelocationSoft(event, to, gene, room, -1, -1);
    this.check(`event ${event} to ${to} in ${room}`, hard, soft, () =>
      exports.applyRelocation(event, to, gene, room, -1, -1),
    );
  }

  swap(): void {
    const { problem, random, kernel } = this;
    const { exports, image } = kernel;
    const { times, genes } = kernel.workingGenes();
    const event = random.below(problem.events.length);
    const partner = random.below(problem.events.length);
    if (event === partner || image.roomGenes[event] === 0 || image.roomGenes[partner] === 0) return;
    const [gene, partnerGene] = [image.firstGene[event] ?? 0, image.firstGene[partner] ?? 0];
    if (times[event] === image.nowhere || times[partner] === image.nowhere) return;
    if (genes[gene] === image.nobody || genes[partnerGene] === image.nobody || genes[gene] === genes[partnerGene])
      return;
    const hard = exports.peekExchangeHard(event, gene, partner, partnerGene);
    const soft = exports.peekExchangeSoft(event, gene, partner, partnerGene);
    this.check(`swap of ${event} and ${partner}`, hard, soft, () =>
      exports.applyExchange(event, gene, partner, partnerGene),
    );
  }

  enrol(): void {
    const requests = this.problem.sectioning?.requests ?? [];
    const request = this.random.below(requests.length);
    const count = this.problem.sectioning?.optionsOf[requests[request]?.course ?? -1]?.length ?? 0;
    const option = count === 0 || this.random.chance(0.1) ? -1 : this.random.below(count);
    const { exports } = this.kernel;
    const hard = exports.peekEnrolmentHard(request, option);
    const soft = exports.peekEnrolmentSoft(request, option);
    this.check(`request ${request} to ${option}`, hard, soft, () => exports.applyEnrolment(request, option));
  }

  walk(moves: number): void {
    expect(this.kernel.workingScore(), 'after load').toEqual(this.reference());
    for (let step = 0; step < moves; step++) {
      const kind = this.random.below(5);
      if (kind < 2) this.relocate();
      else if (kind === 2) this.swap();
      else this.enrol();
    }
  }
}

describe('parity of the kernel with the reference by the clock', () => {
  it.each(distributionTypes)('%s', async (type) => {
    for (let seed = 1; seed <= 5; seed++) new Bench(await build(seed * 13, [type]), seed).walk(80);
  });

  it('all types together', async () => {
    for (let seed = 1; seed <= 12; seed++) new Bench(await build(seed, distributionTypes), seed).walk(120);
  });

  it.each([4, 5])('leaves no counter behind when everything is taken out again (%i)', async (seed) => {
    const bench = new Bench(await build(5, distributionTypes), seed);
    bench.walk(60);
    const { kernel, problem } = bench;
    const { exports, image } = kernel;
    for (const event of problem.events) {
      const gene = (image.roomGenes[event.index] ?? 0) > 0 ? (image.firstGene[event.index] ?? 0) : -1;
      exports.applyRelocation(event.index, image.nowhere, gene, gene < 0 ? -1 : image.nobody, -1, -1);
    }
    for (let request = 0; request < image.requestCount; request++) exports.applyEnrolment(request, -1);
    const empty = new Bench(problem, seed);
    empty.load(empty.kernel.emptyGenes());
    expect(Buffer.compare(kernel.copyCounters(), empty.kernel.copyCounters())).toBe(0);
    expect(kernel.workingScore()).toEqual(empty.kernel.workingScore());
  });

  it.each([1, 2])('counts right when few or many students change at once (%i)', async (seed) => {
    const bench = new Bench(await build(seed, distributionTypes), seed);
    const { kernel, random } = bench;
    for (const share of [0.1, 0.9, 0.3, 0, 1]) {
      bench.walk(20);
      const genes = bench.randomGenes();
      const now = kernel.workingGenes();
      // the others keep what they have
      now.choices.forEach((choice, request) => {
        if (!random.chance(share)) genes.choices[request] = choice;
      });
      bench.load(genes);
      expect(kernel.workingGenes(), `share ${share}`).toEqual(genes);
    }
    bench.walk(20);
  });

  it('counts right in a run', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const problem = await build(seed * 7, distributionTypes);
      const kernel = new Kernel(module, encode(problem), 2);
      kernel.exports.seed(seed, 1);
      kernel.exports.beginRun(2, 20, 3000, 30, 0.1, 50, 0, 1_000_000);
      while (kernel.exports.constructNext() !== 0);
      kernel.exports.beginEpoch(20);
      while (kernel.exports.stepEpoch(1000) !== 0);
      const best = kernel.exports.addressOfBest();
      expect(kernel.scoreAt(best)).toEqual(
        evaluate(problem, decode(problem, kernel.image, kernel.genesAt(best))).score,
      );
    }
  });
});
