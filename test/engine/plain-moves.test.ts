import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { type EncodeLimits, encode } from '../../src/engine/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { ownCtt } from '../support/own-ctt.ts';

const module = kernelModule('debug');

/** One room each, times that are cells: every event is plain, so that nothing else is proposed. */
async function plainProblem(): Promise<Problem> {
  const read = await readFiles([{ name: 'own.ctt', bytes: new TextEncoder().encode(ownCtt()) }]);
  return valueIn(buildProblem(valueIn(read).problem));
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

const levels = 60;

/** A kernel with its individual constructed; from a temperature of some hundreds it accepts clashes for long. */
function searching(problem: Problem, seed: number, temperature = 30, limits?: EncodeLimits): Kernel {
  const kernel = new Kernel(module, encode(problem, limits), 1);
  const { exports } = kernel;
  exports.seed(seed, 1);
  exports.beginRun(1, levels, 60_000, temperature, 0.1, 1_000_000, 0, 1_000_000);
  while (exports.constructNext() !== 0);
  return kernel;
}

describe('the short way of plain events', () => {
  it('keeps every counter as if the timetable had just been loaded', async () => {
    const problem = await plainProblem();
    for (let seed = 1; seed <= 5; seed++) {
      const kernel = searching(problem, seed);
      kernel.exports.beginEpoch(levels);
      for (let slice = 0; slice < 20; slice++) {
        kernel.exports.stepEpoch(1501);
        const fresh = new Kernel(module, kernel.image, 1);
        fresh.writeGenes(fresh.exports.addressOfIndividual(0), kernel.workingGenes());
        fresh.exports.loadIndividual(0);
        expect(kernel.workingScore()).toEqual(fresh.workingScore());
        expect(kernel.copyCounters()).toEqual(fresh.copyCounters());
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
