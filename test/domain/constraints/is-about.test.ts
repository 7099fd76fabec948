import { expect, it } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import type { ParamSpecs, ParamValues } from '../../../src/domain/constraints/params.ts';
import type { Event, Problem, Rule } from '../../../src/domain/problem.ts';
import { Random } from '../../../src/domain/random.ts';
import { valueIn } from '../../formats/support/files.ts';
import { randomProblem } from '../../support/problems.ts';

/** Every amount of a rule at an event, by measure, where the measure says whether it is about the event. */
function amountsOf(problem: Problem, rule: Rule, event: Event): { isAbout: boolean; amounts: number[] }[] {
  // checked when the problem was built
  const context = { problem, rule, params: rule.params as ParamValues<ParamSpecs> };
  return rule.definition.measures.flatMap((measure) => {
    if (!('isAbout' in measure) || measure.isAbout === undefined) return [];
    const isAbout = measure.isAbout(event, context);
    if (measure.term === 'unaryTime') {
      return [{ isAbout, amounts: problem.times.map((time) => measure.amount(event, time, context)) }];
    }
    const chosen = measure.term === 'unaryRoom' ? problem.rooms : problem.instructors;
    return [{ isAbout, amounts: chosen.map((_, index) => measure.amount(event, index, context)) }];
  });
}

it('no measure counts anything at an event that it says it is not about', () => {
  let skipped = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const data = randomProblem(new Random(seed), { kinds: ['pinned', 'roomCapacity'] });
    const problem = valueIn(buildProblem(data));
    for (const rule of problem.rules) {
      for (const event of problem.events) {
        for (const { isAbout, amounts } of amountsOf(problem, rule, event)) {
          if (isAbout) continue;
          skipped++;
          expect(Math.max(0, ...amounts), `seed ${seed}, ${rule.data.kind}, ${event.id}`).toBe(0);
        }
      }
    }
  }
  expect(skipped).toBeGreaterThan(0);
});
