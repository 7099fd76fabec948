import { minimalChange } from './constraints/minimal-change.ts';
import { completeParams } from './constraints/params.ts';
import type { DomainItem, Event, Problem, Rule } from './problem.ts';
import type { RuleData } from './problem-data.ts';
import type { Assignment, Timetable } from './timetable.ts';
import { toTimetableData } from './timetable-data.ts';

/** An event whose place differs from the one in a reference timetable, and in what. */
export interface EventChange {
  readonly event: number;
  readonly time: boolean;
  readonly rooms: boolean;
  readonly instructors: boolean;
}

/**
 * The events that differ from the reference: in their time, in a room or in an instructor that they did not have there.
 * An event that has no time in the reference is free, and so are rooms or instructors where it names none of them.
 */
export function changesFrom(problem: Problem, reference: Timetable, timetable: Timetable): EventChange[] {
  return problem.events.flatMap(
    ({ index }) => changeOf(index, reference.assignments[index], timetable.assignments[index]) ?? [],
  );
}

/** The same for one event; null when it does not differ. */
export function changeOf(
  event: number,
  former: Assignment | undefined,
  now: Assignment | undefined,
): EventChange | null {
  if (former === undefined || former.time < 0) return null;
  const change: EventChange = {
    event,
    time: now?.time !== former.time,
    rooms: hasNew(former.rooms, now?.rooms ?? []),
    instructors: hasNew(former.instructors, now?.instructors ?? []),
  };
  return change.time || change.rooms || change.instructors ? change : null;
}

function hasNew(former: readonly number[], now: readonly number[]): boolean {
  return former.some((item) => item >= 0) && now.some((item) => !former.includes(item));
}

/** Events of the reference that cannot stay as they are there, whatever the others do: the problem has changed since. */
export function eventsThatMustChange(problem: Problem, reference: Timetable): number[] {
  return problem.events.flatMap((event) => {
    const former = reference.assignments[event.index];
    return former === undefined || former.time < 0 || canStay(event, former) ? [] : [event.index];
  });
}

function canStay(event: Event, { time, rooms, instructors }: Assignment): boolean {
  return (
    offers(event.times, time) &&
    canKeep(event.rooms, event.roomCount, rooms) &&
    (event.instructorsFixed
      ? !hasNew(
          instructors,
          event.instructors.map(({ index }) => index),
        )
      : canKeep(event.instructors, event.instructorCount, instructors))
  );
}

/** Nothing named, or as many different ones as are needed, all on offer. */
function canKeep(offered: readonly DomainItem[], needed: number, former: readonly number[]): boolean {
  const named = former.filter((item) => item >= 0);
  if (named.length === 0) return true;
  return new Set(named).size === needed && named.length === needed && named.every((item) => offers(offered, item));
}

function offers(items: readonly DomainItem[], wanted: number): boolean {
  return items.some(({ index }) => index === wanted);
}

/** True when the timetable is one of this problem: as many events, every index in its table. */
export function isTimetableOf(problem: Problem, { assignments, enrolment }: Timetable): boolean {
  const within = (size: number) => (index: number) => Number.isInteger(index) && index >= -1 && index < size;
  const isTime = within(problem.times.length);
  const isRoom = within(problem.rooms.length);
  const isInstructor = within(problem.instructors.length);
  return (
    assignments.length === problem.events.length &&
    assignments.every(
      ({ time, rooms, instructors }) => isTime(time) && rooms.every(isRoom) && instructors.every(isInstructor),
    ) &&
    (enrolment === undefined ||
      (enrolment.length === (problem.sectioning?.requests.length ?? 0) &&
        enrolment.every((option, request) => within(optionCount(problem, request))(option))))
  );
}

function optionCount({ sectioning }: Problem, request: number): number {
  return sectioning?.optionsOf[sectioning.requests[request]?.course ?? -1]?.length ?? 0;
}

/** The same problem with a soft rule more: what differs from the reference costs `weight` for every unit. */
export function withFewChanges(problem: Problem, reference: Timetable, weight: number): Problem {
  const ids = new Set(problem.rules.map(({ data }) => data.id));
  let id = 'few-changes';
  while (ids.has(id)) id += '-';
  const placed = toTimetableData(problem, reference).assignments.filter(({ timeId }) => timeId !== undefined);
  if (placed.length === 0) return problem;
  const data: RuleData = {
    id,
    kind: minimalChange.id,
    scope: { of: 'events' },
    params: { reference: placed, time: 1, room: 1, instructor: 1 },
    hard: false,
    weight,
  };
  const rule: Rule = {
    index: problem.rules.length,
    data,
    definition: minimalChange,
    hard: false,
    weight,
    params: completeParams(minimalChange.params, data.params).values,
    resources: [],
    events: problem.events.map(({ index }) => index),
  };
  return {
    ...problem,
    rules: [...problem.rules, rule],
    data: { ...problem.data, rules: [...problem.data.rules, data] },
  };
}
