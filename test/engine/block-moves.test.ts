import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { manyRulesProblem } from '../support/many-rules-problem.ts';
import { randomProblem } from '../support/problems.ts';

const module = kernelModule('debug');
const levels = 60;

const department = valueIn(buildProblem(manyRulesProblem()));

function anyProblem(seed: number): Problem {
  return valueIn(buildProblem(randomProblem(new Random(seed * 31), { eventCount: 20 })));
}

/** A kernel with its individual constructed; from a temperature of some hundreds it accepts clashes for long. */
function searching(problem: Problem, seed: number, temperature: number, moves: number, chainEvery = 30): Kernel {
  const kernel = new Kernel(module, encode(problem), 1);
  const { exports } = kernel;
  exports.seed(seed, 1);
  exports.beginRun(1, levels, moves, temperature, 0.1, chainEvery, 0, 1_000_000);
  while (exports.constructNext() !== 0);
  exports.beginEpoch(levels);
  return kernel;
}

describe('blocks with rooms and instructors to choose', () => {
  it('are dropped by their bound only when they would have been refused', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const kernel = searching(anyProblem(seed), seed, seed % 2 === 0 ? 30 : 400, 20_000);
      for (let slice = 0; slice < 40; slice++) {
        kernel.exports.stepEpoch(531);
        expect(kernel.exports.unjustlyDropped(300), `seed ${seed}, slice ${slice}`).toBe(0);
      }
    }
  });

  it('are dropped justly with twenty kinds of rules, with clashes or without', () => {
    let clashing = 0;
    let calm = 0;
    for (const temperature of [4, 400]) {
      const kernel = searching(department, temperature, temperature, 100_000);
      for (let slice = 0; slice < 50; slice++) {
        kernel.exports.stepEpoch(2003);
        if (kernel.workingScore().hard > 0) clashing++;
        else calm++;
        expect(kernel.exports.unjustlyDropped(2000)).toBe(0);
      }
    }
    expect(Math.min(clashing, calm)).toBeGreaterThan(10);
  });

  it('go in chains that are refused by their bound only when their change is too much', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const kernel = searching(anyProblem(seed), seed, seed % 2 === 0 ? 30 : 400, 20_000);
      for (let slice = 0; slice < 12; slice++) {
        kernel.exports.stepEpoch(1031);
        expect(kernel.exports.unjustlyBounded(100), `seed ${seed}, slice ${slice}`).toBe(0);
      }
    }
    const kernel = searching(department, 1, 4, 100_000);
    for (let slice = 0; slice < 50; slice++) {
      kernel.exports.stepEpoch(2003);
      expect(kernel.exports.unjustlyBounded(300)).toBe(0);
    }
  });

  it('are scored alike where days cost too much to be told in one word with the values of their weeks', () => {
    const data = manyRulesProblem();
    const rules = data.rules.map((rule) => ({ ...rule, weight: rule.weight * 1500 }));
    const problem = valueIn(buildProblem({ ...data, rules }));
    const kernel = searching(problem, 3, 6000, 60_000);
    for (let slice = 0; slice < 3; slice++) {
      kernel.exports.stepEpoch(10_007);
      const { score } = evaluate(problem, decode(problem, kernel.image, kernel.workingGenes()));
      expect(kernel.workingScore()).toEqual(score);
    }
  });

  it('leave every counter as if the timetable had just been loaded', () => {
    const kernel = searching(department, 7, 30, 60_000);
    for (let slice = 0; slice < 6; slice++) {
      kernel.exports.stepEpoch(10_007);
      const fresh = new Kernel(module, encode(department), 1);
      fresh.writeGenes(fresh.exports.addressOfIndividual(0), kernel.workingGenes());
      fresh.exports.loadIndividual(0);
      expect(kernel.workingScore()).toEqual(fresh.workingScore());
      const { score } = evaluate(department, decode(department, kernel.image, kernel.workingGenes()));
      expect(kernel.workingScore()).toEqual(score);
      expect(Buffer.compare(kernel.copyCounters(), fresh.copyCounters())).toBe(0);
    }
  });
});
