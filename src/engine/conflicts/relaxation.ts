import { createNames } from '../../domain/names.ts';
import type { Event, Problem } from '../../domain/problem.ts';
import { ruleSentence } from '../../domain/rule-sentence.ts';

/**
 * One thing that can be taken back: a hard rule, what some resources can hold at once, a lock, or the list of times or
 * rooms of an event. Indices are those of the problem that is explained.
 */
export type Relaxation =
  | { readonly kind: 'rule'; readonly rule: number }
  /** Resources that the same events draw on; taken back together. */
  | { readonly kind: 'capacity'; readonly resources: readonly number[] }
  /** `times`, `rooms`: of events with the same list. */
  | { readonly kind: 'lock' | 'times' | 'rooms'; readonly events: readonly number[] };

const namesShown = 3;

/** What holds as long as it is not taken back, in one sentence without a full stop, in the names of the problem. */
export function relaxationSentence(problem: Problem, relaxation: Relaxation): string {
  switch (relaxation.kind) {
    case 'rule': {
      const rule = problem.rules[relaxation.rule];
      return rule === undefined ? '' : ruleSentence(problem.data, rule.definition, rule.data);
    }
    case 'capacity':
      return capacitySentence(problem, relaxation.resources);
    case 'lock':
      return `${eventNames(problem, relaxation.events)} stays as it is locked`;
    case 'times':
      return listSentence(problem, relaxation.events, 'time', ({ times }) => times.length);
    case 'rooms':
      return listSentence(problem, relaxation.events, 'room', ({ rooms }) => rooms.length);
  }
}

function capacitySentence(problem: Problem, resources: readonly number[]): string {
  const first = problem.resources[resources[0] ?? -1];
  const names = listed(resources.map((resource) => problem.resources[resource]?.name ?? ''));
  const capacity = first?.capacity ?? 1;
  const many = resources.length > 1;
  const events = capacity === 1 ? 'one event' : `at most ${capacity} events`;
  if (first?.kind === 'room') return `${names} ${many ? 'each hold' : 'holds'} ${events} at a time`;
  if (first?.kind === 'instructor') return `${names} ${many ? 'each teach' : 'teaches'} ${events} at a time`;
  return `${names} ${many ? 'each attend' : 'attends'} ${events} at a time`;
}

function listSentence(
  problem: Problem,
  events: readonly number[],
  what: string,
  countOf: (event: Event) => number,
): string {
  const first = problem.events[events[0] ?? -1];
  const count = first === undefined ? 0 : countOf(first);
  const possible = count === 0 ? 'no' : count === 1 ? 'only one' : `only ${count}`;
  return `${eventNames(problem, events)} ${events.length === 1 ? 'has' : 'have'} ${possible} possible ${what}${count > 1 ? 's' : ''}`;
}

/** One event is told apart from others of its name. */
function eventNames(problem: Problem, events: readonly number[]): string {
  const event = problem.events[events[0] ?? -1];
  if (event === undefined || events.length > 1) return createNames(problem).events(events);
  const alike = problem.events.filter(({ name }) => name === event.name).length;
  return alike > 1 ? `${event.name} (${event.id})` : event.name;
}

function listed(names: readonly string[]): string {
  if (names.length > namesShown + 1) {
    return `${names.slice(0, namesShown).join(', ')} and ${names.length - namesShown} others`;
  }
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
