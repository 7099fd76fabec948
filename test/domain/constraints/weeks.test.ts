import { describe, expect, it } from 'vitest';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { explainViolation } from '../../../src/domain/explain.ts';
import type { EventData, ProblemData, RuleData } from '../../../src/domain/problem-data.ts';
import { built, timetableOf } from '../../support/build.ts';

/** What a timetable of the events is told about the rules. */
function told(change: Partial<ProblemData>, rules: readonly RuleData[], placed: Readonly<Record<string, string>>) {
  const problem = built(exampleProblem({ ...change, rules }));
  const entries = Object.entries(placed).map(([id, time]) => [id, { time, instructors: ['ada'] }]);
  const { violations } = evaluate(problem, timetableOf(problem, Object.fromEntries(entries)));
  return violations
    .filter((violation) => violation.rule >= 0)
    .map((violation) => `${violation.amount}: ${explainViolation(problem, violation)}`);
}

const pool = { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 };
const chosen = ['a', 'b'].map((id): EventData => exampleEvent(id, pool));
const of = { of: 'instructors' } as const;

describe('rules over the week of somebody who is chosen, not given', () => {
  it('hold where they forbid', () => {
    expect(
      told({ events: chosen }, [exampleRule('maxDays', { scope: of, params: { max: 1 } })], { a: 'mon@0', b: 'tue@0' }),
    ).toEqual(['1: Ada has lessons on 2 days (at most 1)']);
  });

  it('do not hold where they ask for something that an empty week lacks', () => {
    const rules = [
      exampleRule('minDays', { scope: of, params: { min: 2 } }),
      exampleRule('minLoadPerDay', { scope: of, params: { min: 2, emptyDays: true } }),
    ];
    expect(told({ events: chosen }, rules, { a: 'mon@0', b: 'mon@1' })).toEqual([]);
    expect(told({ events: chosen }, rules, { a: 'mon@0', b: 'tue@1' })).toEqual([
      '1: Ada has 1 slot on Monday (at least 2)',
      '1: Ada has 1 slot on Tuesday (at least 2)',
    ]);
  });
});

describe('a least load of every day', () => {
  const events = [exampleEvent('a', { duration: 2 })];
  const everyDay = exampleRule('minLoadPerDay', { scope: { of: 'groups' }, params: { min: 2, emptyDays: true } });

  it('counts the slots of empty days', () => {
    expect(told({ events }, [everyDay], { a: 'mon@0' })).toEqual([
      '2: Group 1 has nothing on 1 day (at least 2 slots a day)',
    ]);
  });

  it('asks nothing of days that are closed, or on which the group is not available', () => {
    const closed = [{ day: 'tue', slots: [0, 1] }];
    const calendar = { ...exampleCalendar(4, 2), closed };
    const away = exampleRule('unavailable', {
      scope: { of: 'groups' },
      params: { slots: [{ day: 'tue', slots: [3] }] },
    });
    expect(told({ events, calendar }, [everyDay], { a: 'mon@0' })).toHaveLength(1);
    expect(told({ events, calendar }, [everyDay, away], { a: 'mon@0' })).toEqual([]);
  });
});
