import { expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

const numbers = [-1, 0, 0.5, 3, 17, 1e9, -1e300, Number.NaN, Number.POSITIVE_INFINITY];
const texts = ['', 'd0@0', 'd0@99+7/w9', '@', 'e0', '__proto__', 'constructor', '24:00', '99:99'];

/**
 * The same shape with some numbers and texts replaced by odd ones, and some list entries left out or doubled: the more,
 * the higher the rate.
 */
function damaged(value: unknown, random: Random, rate: number): unknown {
  if (typeof value === 'number') return random.chance(0.01 * rate) ? random.pick(numbers) : value;
  if (typeof value === 'string') return random.chance(0.003 * rate) ? random.pick(texts) : value;
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (random.chance(0.005 * rate)) return random.chance(0.5) ? [] : [item, item];
      return [damaged(item, random, rate)];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, damaged(item, random, rate)]));
}

it('refuses damaged problems with reasons, or builds something that can be evaluated', () => {
  let refused = 0;
  let accepted = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const random = new Random(seed);
    // Damage keeps the types, so that the result is a problem by its structure. Little of it may be borne.
    const rate = seed % 2 === 0 ? 1 : 0.1;
    const result = buildProblem(damaged(randomProblem(random), random, rate) as ProblemData);
    if (!result.ok) {
      refused++;
      expect(result.diagnostics.some((item) => item.severity === 'error')).toBe(true);
      for (const item of result.diagnostics) {
        expect(item.code).toMatch(/^problem\.[a-zA-Z]+$/);
        expect(item.place).toBeTruthy();
        expect(item.message).not.toMatch(/undefined|\[object/);
      }
      continue;
    }
    accepted++;
    const { score } = evaluate(result.value, randomTimetable(result.value, random));
    expect(Object.values(score).every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true);
    preCheck(result.value);
  }
  expect(refused).toBeGreaterThan(30);
  expect(accepted).toBeGreaterThan(30);
}, 120_000);
