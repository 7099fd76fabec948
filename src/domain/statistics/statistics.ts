import { type Occupancy, occupancySteps } from '../evaluation/occupancy.ts';
import type { Problem } from '../problem.ts';
import { finish, type Steps } from '../steps.ts';
import type { Timetable } from '../timetable.ts';
import { type Limits, loadLimits } from './load-limits.ts';
import { type Load, loadSteps } from './loads.ts';
import { type RoomUse, roomUseSteps } from './room-use.ts';
import { type WeekProfile, weekProfileSteps } from './week-profile.ts';

/** Who has how much to do in a timetable, and how much of the rooms and the week it uses. */
export interface Statistics {
  readonly occupancy: Occupancy;
  /** Smallest groups; what a larger group attends counts for each group inside. */
  readonly groups: readonly Load[];
  readonly instructors: readonly Load[];
  readonly rooms: readonly RoomUse[];
  /** By resource. */
  readonly limits: ReadonlyMap<number, Limits>;
  readonly profile: WeekProfile;
}

export function statisticsOf(problem: Problem, timetable: Timetable): Statistics {
  return finish(statisticsSteps(problem, timetable));
}

/** `statisticsOf` in short steps, for the page. */
export function* statisticsSteps(problem: Problem, timetable: Timetable): Steps<Statistics> {
  const occupancy = yield* occupancySteps(problem, timetable);
  const limits = loadLimits(problem);
  yield;
  const instructors = yield* loadSteps(problem, occupancy, 'instructor');
  const groups = yield* loadSteps(problem, occupancy, 'group');
  const roomLoads = yield* loadSteps(problem, occupancy, 'room');
  const rooms = yield* roomUseSteps(problem, occupancy, roomLoads);
  const profile = yield* weekProfileSteps(problem, occupancy);
  return { occupancy, groups, instructors, rooms, limits, profile };
}
