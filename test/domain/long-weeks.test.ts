import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { scoreBounds } from '../../src/domain/score-bounds.ts';
import { codesOf } from '../formats/support/files.ts';
import { bareProblem, calendarOf, eventsOf, groupsOf, ruleOf } from '../support/degenerate-problems.ts';

function weekOf(days: number, rules: readonly RuleData[] = []) {
  return buildProblem(
    bareProblem({
      calendar: calendarOf(days, 4),
      groups: groupsOf(1),
      events: eventsOf(3, { groupIds: ['g0'] }),
      rules: [...rules],
    }),
  );
}

const least = (emptyDays: boolean) => ruleOf('minLoadPerDay', 'groups', { hard: true, params: { min: 2, emptyDays } });

describe('a week of more than 14 days', () => {
  it('may have 30, in which days are counted', () => {
    const rules = [ruleOf('minDays', 'groups', { params: { min: 20 } }), least(false)];
    expect(codesOf(weekOf(30, rules))).toEqual([]);
    expect(codesOf(weekOf(31))).toEqual(['problem.tooManyDays']);
  });

  it('has no rules on which of its days are empty', () => {
    expect(codesOf(weekOf(14, [least(true)]))).toEqual([]);
    expect(codesOf(weekOf(15, [least(true)]))).toEqual(['problem.ruleNeedsShortWeeks']);
  });

  it('is bounded by what all of its days can cost', () => {
    const built = weekOf(30, [ruleOf('maxDays', 'groups', { params: { max: 1 } })]);
    if (!built.ok) throw new Error('the problem is fine');
    expect(scoreBounds(built.value).soft.total).toBe(29);
  });
});
