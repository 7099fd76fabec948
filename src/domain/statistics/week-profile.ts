import { minutesOf } from '../build/calendar.ts';
import type { Occupancy } from '../evaluation/occupancy.ts';
import type { Problem } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { weekShares } from './loads.ts';
import { attendeesOf } from './room-use.ts';

/** A row of the week: a slot, or on long days an hour of the clock. */
export interface ProfileRow {
  /** Minutes of the day. */
  readonly start: number;
  readonly end: number;
}

/** What goes on at one time of the week, as a mean of the weeks. */
export interface ProfileCell {
  readonly events: number;
  /** Rooms in use, each counted once. */
  readonly rooms: number;
  /** Instructors at work, each counted once. */
  readonly instructors: number;
  readonly attendees: number;
}

export interface WeekProfile {
  readonly rows: readonly ProfileRow[];
  /** `day * rows.length + row`. */
  readonly cells: readonly ProfileCell[];
}

/** How busy the week is, by day and slot, a step an event. An event that touches an hour of a long day counts in it. */
export function* weekProfileSteps(problem: Problem, occupancy: Occupancy): Steps<WeekProfile> {
  const rows = profileRows(problem);
  const { dayCount, dayIndexCount } = problem.axis;
  const share = weekShares(problem);
  const cells = Array.from({ length: dayCount * rows.length }, () => ({
    events: 0,
    rooms: 0,
    instructors: 0,
    attendees: 0,
  }));
  const rowsByDays = rows.length * dayIndexCount;
  const firstTime = (count: number) => {
    const seen = new Uint8Array(count * rowsByDays);
    return (index: number, place: number) => {
      const at = index * rowsByDays + place;
      const first = seen[at] === 0;
      seen[at] = 1;
      return first;
    };
  };
  const roomComes = firstTime(problem.rooms.length);
  const instructorComes = firstTime(problem.instructors.length);
  for (const item of occupancy.placed) {
    if (item === null) continue;
    yield;
    const attendees = attendeesOf(occupancy, item);
    for (const [index, row] of rows.entries()) {
      if (row.start >= item.time.endMinute || row.end <= item.time.startMinute) continue;
      for (const { dayIndex } of item.time.spans) {
        const place = dayIndex * rows.length + index;
        const part = share[Math.floor(dayIndex / dayCount)] ?? 0;
        const cell = cells[(dayIndex % dayCount) * rows.length + index];
        if (cell === undefined) continue;
        cell.events += part;
        cell.attendees += part * attendees;
        for (const room of item.rooms) if (roomComes(room, place)) cell.rooms += part;
        for (const instructor of item.instructors) if (instructorComes(instructor, place)) cell.instructors += part;
      }
    }
  }
  return { rows, cells };
}

function profileRows(problem: Problem): readonly ProfileRow[] {
  const slots = problem.data.calendar.slots.map(({ start, end }) => ({
    start: minutesOf(start) ?? 0,
    end: minutesOf(end) ?? 0,
  }));
  if (problem.axis.cellsAreSlots) return slots;
  const first = Math.floor((slots[0]?.start ?? 0) / 60);
  const last = Math.ceil((slots.at(-1)?.end ?? 0) / 60);
  return Array.from({ length: last - first }, (_, hour) => ({
    start: (first + hour) * 60,
    end: (first + hour + 1) * 60,
  }));
}
