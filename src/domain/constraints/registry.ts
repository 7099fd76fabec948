import type { RuleDefinition } from './definition.ts';
import { differentDays } from './different-days.ts';
import { instructorSuitability } from './instructor-suitability.ts';
import { isolated } from './isolated.ts';
import { lunch } from './lunch.ts';
import { maxConsecutive } from './max-consecutive.ts';
import { maxGapsPerDay } from './max-gaps-per-day.ts';
import { maxLoadPerDay } from './max-load-per-day.ts';
import { minDays } from './min-days.ts';
import { pinned } from './pinned.ts';
import { precedence } from './precedence.ts';
import { preferredTime } from './preferred-time.ts';
import { roomCapacity } from './room-capacity.ts';
import { roomStability } from './room-stability.ts';
import { roomSuitability } from './room-suitability.ts';
import { runLength } from './run-length.ts';
import { sameRoom } from './same-room.ts';
import { sameTime } from './same-time.ts';
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
  studentConflict,
  differentDays,
  sameTime,
  precedence,
  sameRoom,
  isolated,
  minDays,
  maxGapsPerDay,
  lunch,
  runLength,
  roomStability,
  maxLoadPerDay,
  maxConsecutive,
];

const byId = new Map(ruleDefinitions.map((definition) => [definition.id, definition]));

export function definitionOf(kind: string): RuleDefinition | undefined {
  return byId.get(kind);
}
