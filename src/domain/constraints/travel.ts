import type { MeetingTime, Problem } from '../problem.ts';
import { shareDay } from './pairs.ts';

/**
 * Minutes that the way between two events has to take so that nobody can attend both: 0 when they overlap, Infinity
 * when they share no day of a week. Source: SameAttendees of ITC-2019, where the way may take as long as the gap.
 */
export function enoughToMiss(first: MeetingTime, second: MeetingTime): number {
  if (!shareDay(first, second)) return Number.POSITIVE_INFINITY;
  const gap = Math.max(second.startMinute - first.endMinute, first.startMinute - second.endMinute);
  return gap < 0 ? 0 : gap + 1;
}

/** What a change of room takes where no minutes are known: longer than staying, shorter than any way of whole minutes. */
export const anotherRoom = 0.5;

/** Minutes between two rooms; -1 stands for no room, from which no way is counted. */
export function travelMinutes({ travel, rooms }: Problem, from: number, to: number): number {
  if (from === to || from < 0 || to < 0) return 0;
  return Math.max(anotherRoom, travel?.[from * rooms.length + to] ?? 0);
}
