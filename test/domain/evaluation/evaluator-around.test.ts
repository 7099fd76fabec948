import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import type { Violation } from '../../../src/domain/constraints/definition.ts';
import { ruleDefinitions } from '../../../src/domain/constraints/registry.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { EvaluatorAround } from '../../../src/domain/evaluation/evaluator-around.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { Random } from '../../../src/domain/random.ts';
import type { Assignment, Timetable } from '../../../src/domain/timetable.ts';
import { readFiles } from '../../../src/formats/registry.ts';
import { valueIn } from '../../formats/support/files.ts';
import { randomItc2019 } from '../../support/itc2019-xml.ts';
import { randomProblem, randomTimetable } from '../../support/problems.ts';

/** What is in the second list and not in the first, and the other way round; both may hold equal ones. */
function difference(before: readonly Violation[], after: readonly Violation[]): string[] {
  const counts = new Map<string, number>();
  const count = (violation: Violation, by: number) => {
    const key = JSON.stringify(violation);
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const violation of before) count(violation, -1);
  for (const violation of after) count(violation, 1);
  return [...counts].flatMap(([key, times]) => (times === 0 ? [] : `${times} ${key}`)).sort();
}

function randomAssignment(problem: Problem, event: number, random: Random): Assignment {
  const assignment = randomTimetable(problem, random).assignments[event];
  if (assignment === undefined) throw new Error('no such event');
  return random.chance(0.2) ? { ...assignment, time: random.below(problem.times.length) } : assignment;
}

/** Moves events about and compares, move by move, what both evaluators say has changed. */
function compare(problem: Problem, timetable: Timetable, random: Random, moves: number) {
  const around = new EvaluatorAround(problem, timetable);
  const assignments = [...timetable.assignments];
  let before = evaluate(problem, timetable).violations;
  for (let move = 0; move < moves; move++) {
    const event = random.below(problem.events.length);
    const former = assignments[event] as Assignment;
    const next = randomAssignment(problem, event, random);
    const resources = [...new Set([...around.resourcesAt(event, former), ...around.resourcesAt(event, next)])];
    const aroundBefore = around.violations(event, resources, 'all');
    const hardBefore = around.violations(event, resources, 'hard');
    around.put(event, next);
    assignments[event] = next;
    const after = evaluate(problem, { ...timetable, assignments }).violations;
    const changed = difference(before, after);
    const context = `event ${event} from ${JSON.stringify(former)} to ${JSON.stringify(next)}`;
    expect(difference(aroundBefore, around.violations(event, resources, 'all')), context).toEqual(changed);
    expect(difference(hardBefore, around.violations(event, resources, 'hard')), context).toEqual(
      changed.filter((text) => text.includes('"hard":true')),
    );
    before = after;
  }
}

describe('the evaluator around one event', () => {
  for (const { id } of ruleDefinitions) {
    it(`sees every violation of ${id} that changes when an event moves`, () => {
      for (let seed = 1; seed <= 4; seed++) {
        const random = new Random(seed * 7 + 1);
        const problem = valueIn(buildProblem(randomProblem(random, { kinds: [id], rulesPerKind: 3 })));
        compare(problem, randomTimetable(problem, random), random, 15);
      }
    });
  }

  it('sees them with all rules together, and when rules are about many events', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const random = new Random(seed);
      const problem = valueIn(buildProblem(randomProblem(random, { eventCount: seed === 1 ? 80 : 15 })));
      compare(problem, randomTimetable(problem, random), random, 12);
    }
  });

  it('sees what sectioned students miss', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = new Random(seed);
      const bytes = new TextEncoder().encode(randomItc2019(random));
      const problem = valueIn(buildProblem(valueIn(await readFiles([{ name: 'random.xml', bytes }])).problem));
      const enrolment = problem.sectioning?.requests.map(({ course }) =>
        random.below(problem.sectioning?.optionsOf[course]?.length ?? 1),
      );
      const timetable = { ...randomTimetable(problem, random), ...(enrolment === undefined ? {} : { enrolment }) };
      compare(problem, timetable, random, 12);
    }
  });
});
