import { expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { largestWeight, type ScopeTarget } from '../../src/domain/problem-data.ts';
import { variantFactor, variantNames, withVariant } from '../../src/domain/variants.ts';
import { samples } from '../../src/formats/samples/samples.ts';
import { valueIn } from '../formats/support/files.ts';

const rule = (kind: string, of: ScopeTarget, change = {}) =>
  exampleRule(kind, { id: `${kind}-${of}`, scope: { of }, weight: 3, ...change });

const problem = valueIn(
  buildProblem(
    exampleProblem({
      events: [
        exampleEvent('a', { instructors: [{ id: 'ada' }] }),
        exampleEvent('b', { instructors: [{ id: 'ada' }] }),
      ],
      rules: [
        rule('isolated', 'groups'),
        rule('isolated', 'instructors'),
        rule('roomStability', 'courses'),
        rule('maxLoadPerDay', 'groups'),
        rule('maxDays', 'groups', { hard: true, params: { max: 1 } }),
      ],
    }),
  ),
);

it('makes the rules that a variant cares for count five times as much', () => {
  const weights = (name: (typeof variantNames)[number]) =>
    withVariant(problem, name)
      .rules.slice(0, 4)
      .map(({ weight }) => weight);
  expect(weights('balanced')).toEqual([3, 3, 3, 3]);
  expect(weights('student-compact')).toEqual([15, 3, 3, 3]);
  expect(weights('instructor-friendly')).toEqual([3, 15, 3, 3]);
  expect(weights('room-efficient')).toEqual([3, 3, 15, 3]);
  expect(weights('even-workload')).toEqual([3, 3, 3, 15]);
});

it('is the same problem in everything else', () => {
  expect(withVariant(problem, 'balanced')).toBe(problem);
  const other = withVariant(problem, 'student-compact');
  const { length } = problem.rules;
  expect(other.rules.slice(0, length).map(({ data }) => data.id)).toEqual(problem.rules.map(({ data }) => data.id));
  expect(other.rules[4]).toBe(problem.rules[4]);
  // built from its own data it is what it says
  expect(valueIn(buildProblem(other.data)).rules.map(({ weight }) => weight)).toEqual(
    other.rules.map(({ weight }) => weight),
  );
  const timetable = { assignments: [0, 2].map((time) => ({ time, rooms: [], instructors: [0] })) };
  const [before, after] = [problem, other].map((item) => evaluate(item, timetable));
  expect(after?.score.hard).toBe(before?.score.hard);
  // two isolated lessons of a group and of an instructor; the variant brings a rule against the gap between them
  expect([before?.score.soft, after?.score.soft]).toEqual([12, 36 + 15]);
});

it('keeps weights within their range and in their proportions', () => {
  const heavy = valueIn(
    buildProblem({
      ...problem.data,
      rules: [rule('isolated', 'groups', { weight: 10_000 }), rule('isolated', 'instructors', { weight: 5000 })],
    }),
  );
  const weights = withVariant(heavy, 'student-compact').rules.map(({ weight }) => weight);
  expect(weights).toEqual([10_000, 1000, 10_000]);
});

it('has a wish in every variant but the balanced one', () => {
  const kinds = ['isolated', 'instructorSuitability', 'roomStability', 'balancedDays'];
  for (const name of variantNames) {
    const factors = kinds.map((kind) => variantFactor(name, { kind, scope: { of: 'groups' } }));
    expect(factors.some((factor) => factor > 1)).toBe(name !== 'balanced');
  }
});

it('brings along what it promises where the project has no such rule', () => {
  for (const make of Object.values(samples)) {
    const sample = valueIn(buildProblem(make()));
    for (const name of variantNames) {
      const varied = withVariant(sample, name);
      const isOther = varied.rules.some(({ weight }, index) => weight !== sample.rules[index]?.weight);
      expect(isOther).toBe(name !== 'balanced');
      // built from its own data it is what it says
      const rebuilt = valueIn(buildProblem(varied.data));
      const told = ({ index, hard, weight, params, resources, events }: (typeof varied.rules)[number]) => {
        return { index, hard, weight, params, resources, events };
      };
      expect(rebuilt.rules.map(told)).toEqual(varied.rules.map(told));
      expect(varied.rules.every(({ weight }) => weight >= 1 && weight <= largestWeight)).toBe(true);
    }
  }
});
