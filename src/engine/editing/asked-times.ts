import type { MeetingTime, Problem } from '../../domain/problem.ts';
import { plainTimeId, resolveTime } from '../../domain/time-ids.ts';
import type { OffReason } from './answers.ts';

/** Candidate times of an event and every start on the grid with its length and weeks, ascending. */
export function askedTimes(problem: Problem, event: number): number[] {
  const times = new Set((problem.events[event]?.times ?? []).map(({ index }) => index));
  for (const { id } of problem.data.calendar.days) {
    for (let slot = 0; slot < problem.axis.slotCount; slot++) {
      const time = resolveTime(problem, event, plainTimeId(id, slot, 1, null));
      if (time >= 0) times.add(time);
    }
  }
  return [...times].sort((a, b) => a - b);
}

/** Why a time is not on offer to an event, whoever else is there; null when it is. */
export function offReason(problem: Problem, event: number, time: MeetingTime): OffReason | null {
  const item = problem.events[event];
  if (item === undefined) return 'notOffered';
  const isOffered = item.times.some(({ index }) => index === time.index);
  const locked = item.lock?.timeId;
  if (locked !== undefined && !isOffered && resolveTime(problem, event, locked) !== time.index) return 'locked';
  if (isClosed(problem, time)) return 'closed';
  return isOffered ? null : 'notOffered';
}

function isClosed({ axis }: Problem, { spans }: MeetingTime): boolean {
  return spans.some(({ dayIndex, mask }) => {
    const day = dayIndex % axis.dayCount;
    return (mask & ((axis.breakMaskOfDay[day] ?? 0) | (axis.closedMaskOfDay[day] ?? 0))) !== 0;
  });
}
