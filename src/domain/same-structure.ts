import { type Diagnostic, error } from './diagnostic.ts';
import type { EventData, ProblemData } from './problem-data.ts';

/** Lists that decide what an index of a timetable means, and who is in it. */
const fixedFields = ['calendar', 'meetingTimes', 'courses', 'rooms', 'instructors', 'groups', 'students'] as const;

/**
 * Why a run cannot go on with the changed data: everything must be as before but rules and the locks of events, because
 * its timetables are lists of indices. Empty when it can. Costs a comparison of what is not the same object.
 */
export function steeringFlaws(before: ProblemData, after: ProblemData): readonly Diagnostic[] {
  const changed: string[] = fixedFields.filter((field) => !isSame(before[field], after[field]));
  if (!areSameEvents(before.events, after.events)) changed.push('events');
  return changed.map((place) =>
    error('steer.structure', `The run cannot go on with this change: ${fieldNames[place] ?? place} are not the same.`, {
      place,
      advice: 'Start a new run, which may begin with the best timetable of this one.',
    }),
  );
}

const fieldNames: Readonly<Record<string, string>> = { calendar: 'days and slots', meetingTimes: 'meeting times' };

function areSameEvents(before: readonly EventData[], after: readonly EventData[]): boolean {
  if (before === after) return true;
  return (
    before.length === after.length &&
    before.every((event, index) => {
      const other = after[index];
      return event === other || (other !== undefined && isSame(withoutLock(event), withoutLock(other)));
    })
  );
}

function withoutLock({ lock: _, ...event }: EventData): Omit<EventData, 'lock'> {
  return event;
}

/** The same content; the order of the fields of an object says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined);
  const [first, second] = [fields(one), new Map(fields(other))];
  return first.length === second.size && first.every(([name, value]) => isSame(value, second.get(name)));
}
