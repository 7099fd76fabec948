import { isSelected } from './constraints/slot-selection.ts';
import { unavailable } from './constraints/unavailable.ts';
import type { Occupancy, PlacedEvent } from './evaluation/occupancy.ts';
import type { MeetingTime, Problem } from './problem.ts';
import type { SlotSelection } from './problem-data.ts';

/** A stretch of one day in some weeks of the cycle. */
export interface Moment {
  /** Day of the week, 0 … dayCount − 1. */
  readonly day: number;
  /** First slot. */
  readonly start: number;
  /** Slots, at least 1. */
  readonly length: number;
  /** Indices of the weeks, at least one. */
  readonly weeks: readonly number[];
}

/** Somebody or something that is free for the whole of a moment. */
export interface Free {
  /** Index of the room, instructor or group. */
  readonly ref: number;
  /** Minute of the day at which the last event before ends, and at which the next begins; null when there is none. */
  readonly busyUntil: number | null;
  readonly busyFrom: number | null;
  /** Events of that day and those weeks. */
  readonly eventsThatDay: number;
  /** Only a soft rule speaks against it. */
  readonly unwilling: boolean;
}

export interface FreeGroup extends Free {
  /** Another group that shares students with it is busy. */
  readonly partlyBusy: boolean;
}

export interface RoomWish {
  readonly seats: number;
  /** One of these; empty means any. */
  readonly types: readonly string[];
  /** All of these. */
  readonly features: readonly string[];
}

/** Rooms that are free and as wished, smallest first. Shareable rooms are free while there is a place left. */
export function freeRooms(problem: Problem, occupancy: Occupancy, moment: Moment, wish: RoomWish): readonly Free[] {
  const refusal = refusalAt(problem, moment);
  return problem.rooms
    .flatMap((room, ref) => {
      if (room.capacity < wish.seats) return [];
      if (wish.types.length > 0 && !wish.types.includes(room.type ?? '')) return [];
      if (!wish.features.every((feature) => room.features?.includes(feature) === true)) return [];
      return freeAt(problem, occupancy, refusal, moment, problem.resourceOfRoom[ref] ?? -1);
    })
    .toSorted((a, b) => seatsOf(problem, a) - seatsOf(problem, b) || a.ref - b.ref);
}

/** Instructors who are free, those first who are there on that day anyway. */
export function freeInstructors(problem: Problem, occupancy: Occupancy, moment: Moment): readonly Free[] {
  const refusal = refusalAt(problem, moment);
  return problem.resourceOfInstructor
    .flatMap((resource) => freeAt(problem, occupancy, refusal, moment, resource))
    .toSorted((a, b) => Number(b.eventsThatDay > 0) - Number(a.eventsThatDay > 0) || a.ref - b.ref);
}

/** Smallest groups that are free, in the order of the problem. */
export function freeGroups(problem: Problem, occupancy: Occupancy, moment: Moment): readonly FreeGroup[] {
  const refusal = refusalAt(problem, moment);
  const resourceOf = new Map<number, number>();
  for (const { kind, ref, index } of problem.resources) if (kind === 'group') resourceOf.set(ref, index);
  const isBusy = (group: number) => {
    const resource = resourceOf.get(group);
    return resource !== undefined && busyDuring(occupancy, resource, moment) > 0;
  };
  const neighbours = sharingGroups(problem);
  return [...resourceOf].flatMap(([group, resource]) =>
    freeAt(problem, occupancy, refusal, moment, resource).map((free) => ({
      ...free,
      partlyBusy: (neighbours.get(group) ?? []).some(isBusy),
    })),
  );
}

/** What a resource has on the day and in the weeks of a moment, by start. */
export function agendaOf(occupancy: Occupancy, resource: number, moment: Pick<Moment, 'day' | 'weeks'>): PlacedEvent[] {
  return (occupancy.occupants[resource] ?? [])
    .filter(({ time }) => meetsOn(time, moment))
    .toSorted((a, b) => a.time.start - b.time.start);
}

/** How strongly rules say that a resource is unavailable; null when none does. */
export type Refusal = (resource: number) => 'hard' | 'soft' | null;

/** What rules of the kind `unavailable` say of a moment. */
export function refusalAt(problem: Problem, moment: Moment): Refusal {
  const { dayCount, classOfWeek } = problem.axis;
  const dayIndices = new Set(moment.weeks.map((week) => (classOfWeek[week] ?? 0) * dayCount + moment.day));
  const slots = Array.from({ length: moment.length }, (_, position) => moment.start + position);
  const found = new Map<number, 'hard' | 'soft'>();
  for (const rule of problem.rules) {
    if (rule.definition.id !== unavailable.id) continue;
    // The definition's own parameter, checked by `completeParams`.
    const selections = rule.params.slots as readonly SlotSelection[];
    const meant = [...dayIndices].some((dayIndex) =>
      slots.some((slot) => isSelected(problem, selections, dayIndex, slot)),
    );
    if (!meant) continue;
    for (const resource of rule.resources)
      if (rule.hard || !found.has(resource)) found.set(resource, rule.hard ? 'hard' : 'soft');
  }
  return (resource) => found.get(resource) ?? null;
}

/** Most events that a resource has at any one slot of a moment. */
export function busyDuring(occupancy: Occupancy, resource: number, moment: Moment): number {
  const there = (occupancy.occupants[resource] ?? []).filter(
    ({ time }) => overlaps(time, moment) && meetsOn(time, moment),
  );
  if (there.length < 2) return there.length;
  let most = 0;
  for (let slot = moment.start; slot < moment.start + moment.length; slot++) {
    for (const week of moment.weeks) {
      const here = there.filter(({ time }) => isAt(time, slot) && time.weeks.includes(week));
      most = Math.max(most, here.length);
    }
  }
  return most;
}

/** Empty when it is not free, else one. */
function freeAt(problem: Problem, occupancy: Occupancy, refusal: Refusal, moment: Moment, index: number): Free[] {
  const resource = problem.resources[index];
  const refused = refusal(index);
  if (resource === undefined || refused === 'hard') return [];
  if (busyDuring(occupancy, index, moment) >= Math.max(1, resource.capacity)) return [];
  let busyUntil: number | null = null;
  let busyFrom: number | null = null;
  const agenda = agendaOf(occupancy, index, moment);
  for (const { time } of agenda) {
    if (time.start + time.length <= moment.start) busyUntil = Math.max(busyUntil ?? 0, time.endMinute);
    else if (time.start >= moment.start + moment.length)
      busyFrom = Math.min(busyFrom ?? time.startMinute, time.startMinute);
  }
  return [{ ref: resource.ref, busyUntil, busyFrom, eventsThatDay: agenda.length, unwilling: refused === 'soft' }];
}

/** Smallest groups that share students with each smallest group, by the overlaps given anywhere in the hierarchy. */
function sharingGroups({ groups }: Problem): ReadonlyMap<number, readonly number[]> {
  const indexOf = new Map(groups.map(({ data, index }) => [data.id, index]));
  const sharing = new Map<number, number[]>();
  const add = (one: number, other: number) => {
    const list = sharing.get(one);
    if (list === undefined) sharing.set(one, [other]);
    else list.push(other);
  };
  for (const group of groups) {
    for (const id of group.data.overlaps ?? []) {
      for (const other of groups[indexOf.get(id) ?? -1]?.leaves ?? []) {
        for (const leaf of group.leaves) {
          if (leaf === other) continue;
          add(leaf, other);
          add(other, leaf);
        }
      }
    }
  }
  return sharing;
}

function seatsOf(problem: Problem, { ref }: Free): number {
  return problem.rooms[ref]?.capacity ?? 0;
}

export function meetsOn(time: MeetingTime, { day, weeks }: Pick<Moment, 'day' | 'weeks'>): boolean {
  return time.days.includes(day) && time.weeks.some((week) => weeks.includes(week));
}

/** Whether it takes any of those slots, whatever its days. */
export function overlaps(time: MeetingTime, { start, length }: Pick<Moment, 'start' | 'length'>): boolean {
  return time.start < start + length && start < time.start + time.length;
}

function isAt(time: MeetingTime, slot: number): boolean {
  return time.start <= slot && slot < time.start + time.length;
}
