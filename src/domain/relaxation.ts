import { createNames } from './names.ts';
import type { Problem } from './problem.ts';
import { ruleSentence } from './rule-sentence.ts';
import { english } from './wording/english.ts';
import { joined, say, type Wording } from './wording/wording.ts';

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
export function relaxationSentence(problem: Problem, relaxation: Relaxation, wording: Wording = english): string {
  switch (relaxation.kind) {
    case 'rule': {
      const rule = problem.rules[relaxation.rule];
      return rule === undefined ? '' : ruleSentence(problem.data, rule.definition, rule.data, undefined, wording);
    }
    case 'capacity':
      return capacitySentence(problem, relaxation.resources, wording);
    case 'lock':
      return say(wording, 'holds_lock', { events: eventNames(problem, relaxation.events, wording) });
    case 'times':
      return listSentence(problem, relaxation.events, 'times', wording);
    case 'rooms':
      return listSentence(problem, relaxation.events, 'rooms', wording);
  }
}

function capacitySentence(problem: Problem, resources: readonly number[], wording: Wording): string {
  const first = problem.resources[resources[0] ?? -1];
  const names = resources.map((resource) => problem.resources[resource]?.name ?? '');
  const capacity = first?.capacity ?? 1;
  const kind = first?.kind === 'room' || first?.kind === 'instructor' ? first.kind : 'group';
  return say(wording, `holds_${kind}`, {
    who: joined(names, wording, namesShown),
    several: resources.length > 1 ? 1 : 0,
    most: capacity === 1 ? 0 : capacity,
  });
}

function listSentence(problem: Problem, events: readonly number[], list: 'times' | 'rooms', wording: Wording): string {
  const count = problem.events[events[0] ?? -1]?.[list].length ?? 0;
  const none = list === 'times' ? 'holds_noTime' : 'holds_noRoom';
  return say(wording, count === 0 ? none : `holds_${list}`, {
    events: eventNames(problem, events, wording),
    several: events.length > 1 ? 1 : 0,
    count,
  });
}

/** One event is told apart from others of its name. */
function eventNames(problem: Problem, events: readonly number[], wording: Wording): string {
  const event = problem.events[events[0] ?? -1];
  if (event === undefined || events.length > 1) return createNames(problem, wording).events(events);
  const alike = problem.events.filter(({ name }) => name === event.name).length;
  return alike > 1 ? `${event.name} (${event.id})` : event.name;
}
