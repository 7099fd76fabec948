import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { bitCount } from '../../src/domain/constraints/masks.ts';
import { completeParams, type ParamSpecs, type ParamValues } from '../../src/domain/constraints/params.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { scoreBounds } from '../../src/domain/score-bounds.ts';
import { daySets } from '../../src/domain/week-view.ts';
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

describe('a measure over the days of a week', () => {
  it('costs the same for as many days, whichever they are', () => {
    const dayCount = 6;
    for (const { id, measures, params: specs } of ruleDefinitions) {
      for (const emptyDays of [false, true]) {
        // what other parameters are makes no difference to what is counted
        const params = { ...completeParams(specs, {}).values, emptyDays } as ParamValues<ParamSpecs>;
        for (const measure of measures) {
          if (measure.term !== 'weekShape') continue;
          for (let openDays = 0; openDays < 1 << dayCount; openDays++) {
            const sets = daySets(measure, { openDays }, dayCount);
            for (let days = 0; days < 1 << dayCount; days++) {
              const counted = bitCount(measure.countsDays === 'open' ? days & openDays : days);
              const same = measure.amount(sets[counted] ?? -1, params, { openDays });
              expect(measure.amount(days, params, { openDays }), `${id}, ${days} of ${openDays}`).toBe(same);
            }
          }
        }
      }
    }
  });
});

describe('a week of more than 14 days', () => {
  it('may have 30, in which days are counted', () => {
    const rules = [ruleOf('minDays', 'groups', { params: { min: 20 } }), least(false)];
    expect(codesOf(weekOf(30, rules))).toEqual([]);
    expect(codesOf(weekOf(31))).toEqual(['problem.tooManyDays']);
  });

  it('may want something on each of its days', () => {
    expect(codesOf(weekOf(30, [least(true)]))).toEqual([]);
  });

  it('is bounded by what all of its days can cost', () => {
    const built = weekOf(30, [ruleOf('maxDays', 'groups', { params: { max: 1 } })]);
    if (!built.ok) throw new Error('the problem is fine');
    expect(scoreBounds(built.value).soft.total).toBe(29);
  });
});
