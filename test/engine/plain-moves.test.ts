import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleRule } from '../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { decode } from '../../src/engine/decode.ts';
import { type EncodeLimits, encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { ownCtt } from '../support/own-ctt.ts';

const module = kernelModule('debug');

/** One room each, times that are cells: every event is plain, so that nothing else is proposed. */
async function plainProblem(rules: readonly RuleData[] = []): Promise<Problem> {
  const read = await readFiles([{ name: 'own.ctt', bytes: new TextEncoder().encode(ownCtt()) }]);
  const { problem } = valueIn(read);
  return valueIn(buildProblem({ ...problem, rules: [...problem.rules, ...rules] }));
}

/** The same where every third event chooses between instructors, too: it is not plain, but may exchange places. */
async function mixedProblem(): Promise<Problem> {
  const { data } = await plainProblem();
  const assistants = [1, 2].map((number) => ({ id: `assistant ${number}`, name: `Assistant ${number}` }));
  const events = data.events.map((event, index) =>
    index % 3 === 0 ? { ...event, instructors: assistants.map(({ id }) => ({ id })), instructorCount: 1 } : event,
  );
  // seats are what counts, so that the room is most of what an exchange can win
  const rules = data.rules.filter(({ kind }) => kind === 'roomCapacity');
  return valueIn(buildProblem({ ...data, rules, events, instructors: [...data.instructors, ...assistants] }));
}

const overWeeks = [
  exampleRule('maxGapsPerWeek', { id: 'gaps', scope: { of: 'groups' }, params: { max: 1 }, weight: 3 }),
  exampleRule('balancedDays', { id: 'days', scope: { of: 'groups' }, params: { difference: 1 }, weight: 2 }),
  exampleRule('maxLoadPerWeek', { id: 'load', scope: { of: 'instructors' }, params: { max: 3 } }),
];
const overSets = [
  exampleRule('maxSimultaneous', { id: 'once', params: { max: 2 }, weight: 2 }),
  exampleRule('slotUse', { id: 'use', params: { min: 0, max: 12 }, weight: 5 }),
];
const kinds: readonly (readonly [string, readonly RuleData[]])[] = [
  ['the rules of the file', []],
  ['rules over weeks, too', overWeeks],
  ['rules over sets, too', overSets],
  ['hard rules over weeks and sets, too', [...overWeeks, ...overSets].map((rule) => ({ ...rule, hard: true }))],
];

const levels = 60;

/** A kernel with its individual constructed; from a temperature of some hundreds it accepts clashes for long. */
function searching(
  problem: Problem,
  seed: number,
  temperature = 30,
  limits?: EncodeLimits,
  chainEvery = 1_000_000,
): Kernel {
  const kernel = new Kernel(module, encode(problem, limits), 1);
  const { exports } = kernel;
  exports.seed(seed, 1);
  exports.beginRun(1, levels, 60_000, temperature, 0.1, chainEvery, 0, 1_000_000);
  while (exports.constructNext() !== 0);
  return kernel;
}

describe('the short way of plain events', () => {
  it.each(kinds)('keeps every counter as if the timetable had just been loaded, with %s', async (_, rules) => {
    const problem = await plainProblem(rules);
    for (let seed = 1; seed <= 5; seed++) {
      const kernel = searching(problem, seed);
      const image = encode(problem);
      kernel.exports.beginEpoch(levels);
      for (let slice = 0; slice < 20; slice++) {
        kernel.exports.stepEpoch(1501);
        const fresh = new Kernel(module, image, 1);
        fresh.writeGenes(fresh.exports.addressOfIndividual(0), kernel.workingGenes());
        fresh.exports.loadIndividual(0);
        expect(kernel.workingScore()).toEqual(fresh.workingScore());
        expect(kernel.workingScore()).toEqual(
          evaluate(problem, decode(problem, kernel.image, kernel.workingGenes())).score,
        );
        expect(Buffer.compare(kernel.copyCounters(), fresh.copyCounters())).toBe(0);
      }
    }
  });

  it.each(kinds)('makes chains that cost what was peeked, with %s', async (_, rules) => {
    const problem = await plainProblem(rules);
    for (let seed = 1; seed <= 2; seed++) {
      // the debug build traps where the two differ
      const kernel = searching(problem, seed, 30, undefined, 3);
      kernel.exports.beginEpoch(levels);
      for (let slice = 0; slice < 10; slice++) {
        kernel.exports.stepEpoch(1501);
        const { score } = evaluate(problem, decode(problem, kernel.image, kernel.workingGenes()));
        expect(kernel.workingScore()).toEqual(score);
      }
    }
  });

  it.each(kinds)('drops no proposal that would have been accepted, with %s', async (_, rules) => {
    const problem = await plainProblem(rules);
    for (let seed = 1; seed <= 2; seed++) {
      const kernel = searching(problem, seed, seed % 2 === 0 ? 30 : 400);
      kernel.exports.beginEpoch(levels);
      for (let slice = 0; slice < 100; slice++) {
        kernel.exports.stepEpoch(53);
        expect(kernel.exports.unjustlyDropped(400)).toBe(0);
      }
    }
  });

  it.each([
    ['matrices', undefined],
    ['lists in their place', { largestMatrix: 0, fewPartners: 0 }],
  ])('drops no proposal that would have been accepted, with clashes or without, with %s', async (_, limits) => {
    const problem = await plainProblem();
    let clashing = 0;
    let calm = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const kernel = searching(problem, seed, seed % 2 === 0 ? 30 : 400, limits);
      kernel.exports.beginEpoch(levels);
      for (let slice = 0; slice < 200; slice++) {
        kernel.exports.stepEpoch(53);
        if (kernel.workingScore().hard > 0) clashing++;
        else calm++;
        expect(kernel.exports.unjustlyDropped(400)).toBe(0);
      }
    }
    expect(Math.min(clashing, calm)).toBeGreaterThan(20);
  });

  it('drops no exchange with an event that is not plain for what its room costs', async () => {
    const problem = await mixedProblem();
    for (let seed = 1; seed <= 5; seed++) {
      const kernel = searching(problem, seed);
      kernel.exports.beginEpoch(levels);
      for (let slice = 0; slice < 200; slice++) {
        kernel.exports.stepEpoch(53);
        expect(kernel.exports.unjustlyDropped(400)).toBe(0);
      }
    }
  });
});
