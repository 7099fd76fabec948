import { type Diagnostic, warning } from '../domain/diagnostic.ts';

/** What a form of another program has no words for: which, how often, and the kind of rule where it is a rule. */
export interface Loss {
  readonly what: string;
  readonly count: number;
  readonly rule?: string;
}

/** The words of each, to be put into the sentence of a form. */
export const lossWords =
  '{what=' +
  [
    'rule:rules of the kind',
    'ruleAsItIs:rules as they are, of the kind',
    'ruleInScope:rules with this scope and strength, of the kind',
    'off:rules that are switched off',
    'notEnforced:rules that are not enforced',
    'stays:places where events had better stay (soft locks)',
    'overlaps:overlaps of groups',
    'ownStudents:students on their own',
    'roomless:events in several rooms, which get none',
    'firstRoom:events in several rooms, which get one',
    'oneRoom:events that need no room or several, which get one',
    'sharedRooms:rooms for several events, which hold one',
    'blocks:events of several slots, which become single lectures',
    'instructors:events with an instructor to choose or with several, which get the first',
    'chosenInstructors:events with an instructor to choose',
    'noInstructor:events without an instructor, which get one of their own',
    'uneven:courses whose events differ, which become several',
    'emptyCourses:courses without events',
    'penalties:penalties of times, rooms and instructors',
    'locks:locks',
    'travel:ways between rooms',
    'buildings:buildings',
    'roomChoices:candidate rooms',
    'events:events with these groups, hours, rooms and instructors',
    'calendar:days and hours of the calendar',
    'groups:groups at this place among the others',
  ].join('|') +
  '}{?rule| #}';

/** One warning for each sort that there is; `message` holds `lossWords`. */
export function lossRemarks(code: string, message: string, losses: readonly Loss[]): readonly Diagnostic[] {
  return losses
    .filter(({ count }) => count > 0)
    .map(({ what, count, rule = '' }) => warning(code, message, { value: count, values: { what, rule } }));
}

/** Rules that are not in the file, with their number by kind. */
export function ruleLosses(what: string, left: ReadonlyMap<string, number>): readonly Loss[] {
  return [...left].map(([rule, count]) => ({ what, count, rule }));
}
