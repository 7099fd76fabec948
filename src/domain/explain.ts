import type { Names, Violation } from './constraints/definition.ts';
import type { ParamSpecs, ParamValues } from './constraints/params.ts';
import { createNames } from './names.ts';
import type { Problem, Resource } from './problem.ts';

const namesOf = new WeakMap<Problem, Names>();

/** The reason of a violation in one sentence without a full stop, in the names of the problem. */
export function explainViolation(problem: Problem, violation: Violation): string {
  let names = namesOf.get(problem);
  if (names === undefined) {
    names = createNames(problem);
    namesOf.set(problem, names);
  }
  const rule = problem.rules[violation.rule];
  if (rule === undefined) return explainBasic(problem, violation, names);
  // `completeParams` has checked the values against the definition's specs.
  const params = rule.params as ParamValues<ParamSpecs>;
  return rule.definition.explain(violation, { problem, rule, params, names });
}

function explainBasic(problem: Problem, violation: Violation, names: Names): string {
  const slots = names.slots(violation.mask);
  const when = slots === '' ? names.day(violation.dayIndex) : `${names.day(violation.dayIndex)} ${slots}`;
  const events = names.events(violation.events);
  switch (violation.kind) {
    case 'placed':
      return `${events} has no complete placement: a time, a room or an instructor is missing`;
    case 'closed':
      return `${events} lies in a break or outside the open hours on ${when}`;
    case 'enrolled':
      return 'A student asks for a course and has none of its events';
    case 'eventLimit':
      return `${events} has ${violation.amount} ${violation.amount === 1 ? 'student' : 'students'} over its limit`;
    case 'preference':
      return `${events} has a less preferred time, room or instructor (cost ${violation.cost})`;
    default:
      return explainClash(problem.resources[violation.resource], violation, when, events);
  }
}

function explainClash(resource: Resource | undefined, violation: Violation, when: string, events: string): string {
  const count = violation.events.length;
  if (count === 1) return `${events} has ${resource?.name} more than once on ${when}`;
  const capacity = resource?.capacity ?? 1;
  const limit = capacity > 1 ? ` (at most ${capacity})` : '';
  if (resource?.kind === 'overlap')
    return `The students of ${resource.name} have ${count} events on ${when}: ${events}`;
  const verb = resource?.kind === 'room' ? 'holds' : 'has';
  return `${resource?.name} ${verb} ${count} events on ${when}${limit}: ${events}`;
}
