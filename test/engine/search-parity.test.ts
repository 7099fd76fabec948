import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { randomProblem } from '../support/problems.ts';

const levels = 20;

/** The kernel's score against the reference while it searches: construction, every neighbourhood, accepted moves. */
describe.each(['debug', 'release'] as const)('the %s kernel', (build) => {
  it.each([
    ['all kinds of rules', undefined],
    ['totals, differences and nights of weeks', ['maxGapsPerWeek', 'instructorLoad', 'balancedDays', 'minRest']],
    ['sets and instructors in common', ['maxSimultaneous', 'slotUse', 'sameInstructor', 'differentInstructor']],
  ])('keeps its score true through a search with %s', (_, kinds) => {
    const module = kernelModule(build);
    for (let seed = 1; seed <= 4; seed++) {
      const data = randomProblem(new Random(seed * 7), kinds === undefined ? {} : { kinds });
      const problem = valueIn(buildProblem(data));
      const kernel = new Kernel(module, encode(problem), 1);
      const { exports } = kernel;
      exports.seed(seed, 1);
      exports.beginRun(1, levels, 8000, 100, 0.1, 8, 0, 1_000_000);
      while (exports.constructNext() !== 0);
      exports.beginEpoch(levels);
      for (let slice = 0; slice < 16; slice++) {
        exports.stepEpoch(500);
        const { score } = evaluate(problem, decode(problem, kernel.image, kernel.workingGenes()));
        expect(kernel.workingScore(), `seed ${seed}, slice ${slice}`).toEqual(score);
      }
    }
  });
});
