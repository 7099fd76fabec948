import type { Violation } from '../constraints/definition.ts';
import { bitCount } from '../constraints/masks.ts';
import { largestPenalty } from '../domain-facts.ts';
import { type Event, type Problem, type Resource, type ResourceKind, unlimited } from '../problem.ts';
import type { Timetable } from '../timetable.ts';
import { neededInstructors, neededRooms, type Occupancy, type PlacedEvent } from './occupancy.ts';

/** The rules that always hold, and the penalties of candidates. In this order after the problem's own rules. */
export const basics = [
  { id: 'placed', hard: true },
  { id: 'roomClash', hard: true },
  { id: 'instructorClash', hard: true },
  { id: 'groupClash', hard: true },
  { id: 'closed', hard: true },
  { id: 'enrolled', hard: true },
  { id: 'eventLimit', hard: true },
  { id: 'preference', hard: false },
] as const;

export type BasicId = (typeof basics)[number]['id'];

const clashOf: Readonly<Record<ResourceKind, BasicId>> = {
  group: 'groupClash',
  overlap: 'groupClash',
  class: 'groupClash',
  instructor: 'instructorClash',
  room: 'roomClash',
  // holds any number
  set: 'groupClash',
};

export function basicViolations(problem: Problem, timetable: Timetable, occupancy: Occupancy): Violation[] {
  const { events, resources } = problem;
  return [
    ...unplaced(events, timetable, occupancy),
    ...resources.flatMap((resource) => clashes(problem, resource, occupancy)),
    ...closed(problem, events, occupancy),
    ...notEnrolled(problem, timetable),
    ...overLimit(problem, occupancy),
    ...preferences(events, occupancy),
  ];
}

/** Those of `basicViolations` that depend on where these events are, and who clashes at these resources. */
export function basicViolationsOf(
  events: readonly Event[],
  resources: readonly number[],
  problem: Problem,
  timetable: Timetable,
  occupancy: Occupancy,
): Violation[] {
  return [
    ...unplaced(events, timetable, occupancy),
    ...resources.flatMap((index) => {
      const resource = problem.resources[index];
      return resource === undefined ? [] : clashes(problem, resource, occupancy);
    }),
    ...closed(problem, events, occupancy),
    ...preferences(events, occupancy),
  ];
}

function basic(kind: BasicId, amount: number, events: readonly number[], detail: Partial<Violation> = {}): Violation {
  const hard = kind !== 'preference';
  return { rule: -1, kind, hard, amount, cost: amount, events, resource: -1, dayIndex: -1, mask: 0, ...detail };
}

/** One unit per event that lacks its time, a needed room or a needed instructor. */
function unplaced(events: readonly Event[], timetable: Timetable, { placed }: Occupancy): Violation[] {
  return events.flatMap((event) => {
    const complete =
      placed[event.index] !== null &&
      neededRooms(event, timetable).every((room) => room >= 0) &&
      neededInstructors(event, timetable).every((instructor) => instructor >= 0);
    return complete ? [] : [basic('placed', 1, [event.index])];
  });
}

/** Occupants beyond the capacity, slot by slot; neighbouring slots with the same occupants are one violation. */
function clashes(problem: Problem, resource: Resource, { occupants }: Occupancy): Violation[] {
  const here = occupants[resource.index] ?? [];
  if (resource.capacity === 0 || here.length <= resource.capacity) return [];
  if (!problem.axis.cellsAreSlots) return clashesInCells(problem, resource, here);
  const found: Violation[] = [];
  if (areApart(problem, here)) return found;
  for (let dayIndex = 0; dayIndex < problem.axis.dayIndexCount; dayIndex++) {
    const today = here.filter((item) => item.time.spans.some((span) => span.dayIndex === dayIndex));
    if (today.length <= resource.capacity) continue;
    let open: { events: number[]; mask: number; excess: number } | null = null;
    for (let slot = 0; slot < problem.axis.slotCount; slot++) {
      const events = today.filter((item) => busyIn(item, dayIndex, slot)).map((item) => item.event.index);
      const excess = events.length - resource.capacity;
      if (open !== null && excess === open.excess && sameEvents(events, open.events)) open.mask |= 1 << slot;
      else {
        if (open !== null) found.push(clash(resource, dayIndex, open));
        open = excess > 0 ? { events, mask: 1 << slot, excess } : null;
      }
    }
    if (open !== null) found.push(clash(resource, dayIndex, open));
  }
  return found;
}

/** True when no two of them meet at once: most resources of a good timetable are done with that. */
function areApart(problem: Problem, here: readonly PlacedEvent[]): boolean {
  const busy = new Int32Array(problem.axis.dayIndexCount);
  for (const { time } of here) {
    for (const { dayIndex, mask } of time.spans) {
      if (((busy[dayIndex] ?? 0) & mask) !== 0) return false;
      busy[dayIndex] = (busy[dayIndex] ?? 0) | mask;
    }
  }
  return true;
}

/** The same where cells are sets of meeting times: cells with the same occupants are one violation. */
function clashesInCells(problem: Problem, resource: Resource, here: readonly PlacedEvent[]): Violation[] {
  const inCell = new Map<number, PlacedEvent[]>();
  for (const item of here) {
    for (const cell of item.time.cells) {
      const list = inCell.get(cell);
      if (list === undefined) inCell.set(cell, [item]);
      else list.push(item);
    }
  }
  const found = new Map<string, { amount: number; events: number[]; cell: number }>();
  for (const [cell, items] of inCell) {
    const excess = items.length - resource.capacity;
    if (excess <= 0) continue;
    const events = items.map((item) => item.event.index);
    const known = found.get(events.join()) ?? { amount: 0, events, cell };
    known.amount += excess;
    found.set(events.join(), known);
  }
  return [...found.values()].map(({ amount, events, cell }) => {
    const dayIndex = problem.axis.dayIndexOfCell[cell] ?? -1;
    return basic(clashOf[resource.kind], amount, [...new Set(events)], { resource: resource.index, dayIndex });
  });
}

function clash(
  resource: Resource,
  dayIndex: number,
  { events, mask, excess }: { events: readonly number[]; mask: number; excess: number },
): Violation {
  const detail = { resource: resource.index, dayIndex, mask };
  return basic(clashOf[resource.kind], excess * bitCount(mask), [...new Set(events)], detail);
}

function busyIn(item: PlacedEvent, dayIndex: number, slot: number): boolean {
  return item.time.spans.some((span) => span.dayIndex === dayIndex && ((span.mask >>> slot) & 1) === 1);
}

function sameEvents(first: readonly number[], second: readonly number[]): boolean {
  return first.length === second.length && first.every((event, position) => event === second[position]);
}

/** One unit per slot of an event that lies in a break or outside the open hours. */
function closed(problem: Problem, events: readonly Event[], { placed }: Occupancy): Violation[] {
  const { breakMaskOfDay, closedMaskOfDay, dayCount } = problem.axis;
  return events.flatMap(({ index }) =>
    (placed[index]?.time.spans ?? []).flatMap((span) => {
      const day = span.dayIndex % dayCount;
      const mask = span.mask & ((breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0));
      const amount = bitCount(mask);
      return amount === 0 ? [] : [basic('closed', amount, [index], { dayIndex: span.dayIndex, mask })];
    }),
  );
}

/** One unit per request of a student for a course that no set of its events was chosen for, told by course. */
function notEnrolled({ sectioning }: Problem, { enrolment }: Timetable): Violation[] {
  if (sectioning === null) return [];
  const missing = new Map<number, number>();
  sectioning.requests.forEach(({ course }, request) => {
    if (sectioning.optionsOf[course]?.[enrolment?.[request] ?? -1] !== undefined) return;
    missing.set(course, (missing.get(course) ?? 0) + 1);
  });
  return [...missing].map(([course, amount]) => basic('enrolled', amount, [], { course }));
}

/** One unit per student beyond the limit of an event. */
function overLimit({ events, sectioning }: Problem, { attendance }: Occupancy): Violation[] {
  return events.flatMap(({ index }) => {
    const excess = (attendance[index]?.length ?? 0) - (sectioning?.limitOf[index] ?? unlimited);
    return excess > 0 ? [basic('eventLimit', excess, [index])] : [];
  });
}

/** The graded penalties of the chosen time, rooms and instructors, one violation per event. */
function preferences(events: readonly Event[], { placed }: Occupancy): Violation[] {
  return events.flatMap((event) => {
    const item = placed[event.index];
    if (!item) return [];
    const { time, rooms, instructors } = item;
    const penaltyIn = (domain: typeof event.times, chosen: readonly number[]) =>
      largestPenalty(domain) === 0
        ? 0
        : chosen.reduce((sum, index) => sum + (domain.find((candidate) => candidate.index === index)?.penalty ?? 0), 0);
    const amount =
      penaltyIn(event.times, [time.index]) + penaltyIn(event.rooms, rooms) + penaltyIn(event.instructors, instructors);
    return amount === 0 ? [] : [basic('preference', amount, [event.index])];
  });
}
