import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { weekStretches } from '../../../domain/week-stretches.ts';
import { listText } from './wording.ts';

/** Letters of the weeks of a meeting, empty when it is every week: `A`, `B`, `1–8`, `1, 3, 5`. */
export function weekLabel(weeks: readonly number[], weekCount: number): string {
  return listText(weekStretches(weeks, weekCount));
}

export function roomNames(problem: Problem, timetable: Timetable, event: number): string {
  return namesOfRooms(problem, timetable.assignments[event]?.rooms ?? []);
}

export function namesOfRooms(problem: Problem, rooms: readonly number[]): string {
  return listText(rooms.filter((room) => room >= 0).map((room) => problem.rooms[room]?.name ?? ''));
}

export function instructorNames(problem: Problem, timetable: Timetable, event: number): string {
  const data = problem.events[event];
  const chosen = timetable.assignments[event]?.instructors ?? [];
  const given = chosen.filter((index) => index >= 0);
  const all = given.length > 0 || data?.instructorsFixed !== true ? given : data.instructors.map((item) => item.index);
  return listText(all.map((instructor) => problem.instructors[instructor]?.name ?? ''));
}

export function groupNames(problem: Problem, event: number): string {
  return listText((problem.events[event]?.groups ?? []).map((group) => problem.groups[group]?.data.name ?? ''));
}

/** The groups of an event in the week of one of them, or of one around or inside it; none where it is that one alone. */
export function partNames(problem: Problem, event: number, own: number | undefined): string {
  return problem.events[event]?.groups.every((group) => group === own) === true ? '' : groupNames(problem, event);
}

function slotStart(problem: Problem, slot: number): string {
  return problem.data.calendar.slots[slot]?.start ?? '';
}

/** Clock time at which a block ends. */
function slotEnd(problem: Problem, slot: number): string {
  return problem.data.calendar.slots[slot]?.end ?? '';
}

export function timeLabel(problem: Problem, time: number): string {
  const meeting = problem.times[time];
  if (meeting === undefined) return '';
  const days = listText(meeting.days.map((day) => problem.data.calendar.days[day]?.name ?? ''));
  const clock = `${slotStart(problem, meeting.start)}–${slotEnd(problem, meeting.start + meeting.length - 1)}`;
  const weeks = weekLabel(meeting.weeks, problem.data.calendar.weekCount);
  return weeks === '' ? `${days} ${clock}` : `${days} ${clock} (${weeks})`;
}

/** Hue of a course: equal steps of the golden angle, so that neighbours in the list differ. */
export function courseHue(course: number): number {
  return Math.round((course * 137.508 + 250) % 360);
}

/** The first letters of names, three at least and as many as tell them apart. */
export function shortNames(names: readonly string[]): readonly string[] {
  const longest = Math.max(3, ...names.map((name) => name.length));
  for (let length = 3; length < longest; length++) {
    const short = names.map((name) => name.slice(0, length).trim());
    if (new Set(short).size === names.length) return short;
  }
  return names;
}
