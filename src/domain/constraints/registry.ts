import { attendanceConflict } from './attendance-conflict.ts';
import { balancedDays } from './balanced-days.ts';
import { beginsOrEndsDay } from './begins-or-ends-day.ts';
import { consecutive } from './consecutive.ts';
import { daysLater } from './days-later.ts';
import type { RuleDefinition } from './definition.ts';
import { differentDays } from './different-days.ts';
import { differentInstructor } from './different-instructor.ts';
import { differentRoom } from './different-room.ts';
import { differentTime } from './different-time.ts';
import { differentWeeks } from './different-weeks.ts';
import { earlyStart } from './early-start.ts';
import { grouped } from './grouped.ts';
import { instructorLoad } from './instructor-load.ts';
import { instructorSuitability } from './instructor-suitability.ts';
import { isolated } from './isolated.ts';
import { lunch } from './lunch.ts';
import { maxBlock } from './max-block.ts';
import { maxBreaks } from './max-breaks.ts';
import { maxBuildingChanges } from './max-building-changes.ts';
import { maxConsecutive } from './max-consecutive.ts';
import { maxDayMinutes } from './max-day-minutes.ts';
import { maxDays } from './max-days.ts';
import { maxDaysBetween } from './max-days-between.ts';
import { maxDaysInInterval } from './max-days-in-interval.ts';
import { maxDaysInSlots } from './max-days-in-slots.ts';
import { maxDaysOfEvents } from './max-days-of-events.ts';
import { maxGapsPerDay } from './max-gaps-per-day.ts';
import { maxGapsPerWeek } from './max-gaps-per-week.ts';
import { maxLoadOfEvents } from './max-load-of-events.ts';
import { maxLoadPerDay } from './max-load-per-day.ts';
import { maxLoadPerWeek } from './max-load-per-week.ts';
import { maxRunOfEvents } from './max-run-of-events.ts';
import { maxSimultaneous } from './max-simultaneous.ts';
import { maxSpan } from './max-span.ts';
import { maxWorkDay } from './max-work-day.ts';
import { minDays } from './min-days.ts';
import { minDaysBetween } from './min-days-between.ts';
import { minFreeSlotsOvernight } from './min-free-slots-overnight.ts';
import { minGapAtChange } from './min-gap-at-change.ts';
import { minGapBetween } from './min-gap-between.ts';
import { minLoadPerDay } from './min-load-per-day.ts';
import { minLoadPerWeek } from './min-load-per-week.ts';
import { minMinutesBetween } from './min-minutes-between.ts';
import { minRest } from './min-rest.ts';
import { minSimultaneous } from './min-simultaneous.ts';
import { minimalChange } from './minimal-change.ts';
import { notOverlap } from './not-overlap.ts';
import { overlap } from './overlap.ts';
import { pinned } from './pinned.ts';
import { precedence } from './precedence.ts';
import { preferNotToMove } from './prefer-not-to-move.ts';
import { preferredTime } from './preferred-time.ts';
import { roomCapacity } from './room-capacity.ts';
import { roomStability } from './room-stability.ts';
import { roomSuitability } from './room-suitability.ts';
import { runLength } from './run-length.ts';
import { sameAttendees } from './same-attendees.ts';
import { sameDays } from './same-days.ts';
import { sameInstructor } from './same-instructor.ts';
import { sameRoom } from './same-room.ts';
import { sameStart } from './same-start.ts';
import { sameTime } from './same-time.ts';
import { sameWeeks } from './same-weeks.ts';
import { slotUse } from './slot-use.ts';
import { studentConflict } from './student-conflict.ts';
import { unavailable } from './unavailable.ts';

/** Every rule kind there is, in the order in which people see them. A new kind is one file and one line here. */
export const ruleDefinitions: readonly RuleDefinition[] = [
  unavailable,
  preferredTime,
  roomCapacity,
  roomSuitability,
  instructorSuitability,
  pinned,
  preferNotToMove,
  minimalChange,
  studentConflict,
  attendanceConflict,
  sameAttendees,
  differentDays,
  minDaysBetween,
  maxDaysBetween,
  daysLater,
  sameDays,
  sameTime,
  differentTime,
  sameStart,
  overlap,
  notOverlap,
  minGapBetween,
  minMinutesBetween,
  maxWorkDay,
  consecutive,
  grouped,
  precedence,
  sameWeeks,
  differentWeeks,
  sameRoom,
  differentRoom,
  sameInstructor,
  differentInstructor,
  beginsOrEndsDay,
  isolated,
  minDays,
  maxDays,
  maxGapsPerDay,
  lunch,
  runLength,
  roomStability,
  minLoadPerDay,
  maxLoadPerDay,
  maxSpan,
  maxConsecutive,
  maxGapsPerWeek,
  minLoadPerWeek,
  maxLoadPerWeek,
  instructorLoad,
  balancedDays,
  maxDaysInInterval,
  maxDaysInSlots,
  minRest,
  minFreeSlotsOvernight,
  maxBuildingChanges,
  minGapAtChange,
  earlyStart,
  maxSimultaneous,
  minSimultaneous,
  slotUse,
  maxLoadOfEvents,
  maxRunOfEvents,
  maxDaysOfEvents,
  maxDayMinutes,
  maxBreaks,
  maxBlock,
];

const byId = new Map(ruleDefinitions.map((definition) => [definition.id, definition]));

export function definitionOf(kind: string): RuleDefinition | undefined {
  return byId.get(kind);
}
