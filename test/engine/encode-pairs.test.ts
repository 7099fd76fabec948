import { expect, it } from 'vitest';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { built } from '../support/build.ts';

const names = ['a', 'b', 'c', 'd'];
const events = names.map((id) => exampleEvent(id));
const meetingTimes = Array.from({ length: 120 }, (_, index) => ({
  id: `t${index}`,
  days: [index % 2 === 0 ? 'mon' : 'tue'],
  start: index % 4,
  length: 1,
}));

/** Bytes of a problem with 120 meeting times and more, and the entries of one table over them. */
function bytesWith(rules: readonly RuleData[]): number {
  return encode(built(exampleProblem({ events, meetingTimes, rules }))).bytes.byteLength;
}

const gap = (id: string, ids: readonly string[], slots: number) =>
  exampleRule('minGapBetween', { id, scope: { of: 'events', ids }, params: { gap: slots } });

it('keeps one table over meeting times for all rules of a kind and its parameters', () => {
  const table = 4 * (meetingTimes.length + 1) ** 2;
  const one = bytesWith([gap('r0', ['a', 'b'], 1)]);
  const three = bytesWith([
    gap('r0', ['a', 'b'], 1),
    gap('r1', ['b', 'c'], 1),
    { ...gap('r2', ['c', 'd'], 1), weight: 7 },
  ]);
  const other = bytesWith([gap('r0', ['a', 'b'], 1), gap('r1', ['b', 'c'], 2)]);
  expect(three - one).toBeLessThan(table / 10);
  expect(other - one).toBeGreaterThan(table);
});
