import type { EventData, GroupData, ProblemData } from '../problem-data.ts';
import type { AvailabilityList } from './availability.ts';

/**
 * Slots that each resource of a list surely needs, in the fullest week: events of an instructor who is not one of several
 * to choose from, of a room that is the only one, of a group and the groups around it; a group with others inside it needs
 * what the busiest of them does.
 */
export function neededSlots(problem: ProblemData, of: AvailabilityList): readonly number[] {
  const weekCount = Math.max(1, problem.calendar.weekCount);
  const rowAt = new Map(problem[of].map(({ id }, row) => [id, row]));
  const weeks = problem[of].map(() => new Float64Array(weekCount));
  for (const event of problem.events) {
    for (const id of surely(event, of)) addEvent(weeks[rowAt.get(id) ?? -1], event, weekCount);
  }
  if (of === 'groups') return throughHierarchy(problem.groups, weeks);
  return weeks.map((sums) => Math.max(...sums));
}

function surely(event: EventData, of: AvailabilityList): readonly string[] {
  if (of === 'groups') return event.groupIds;
  const pool = event[of] ?? [];
  const count = of === 'rooms' ? (event.roomCount ?? 1) : (event.instructorCount ?? pool.length);
  return pool.length <= count ? pool.map(({ id }) => id) : [];
}

function addEvent(sums: Float64Array | undefined, event: EventData, weekCount: number): void {
  if (sums === undefined) return;
  for (let week = 0; week < weekCount; week++) {
    if (event.weeks?.includes(week) ?? true) sums[week] = (sums[week] ?? 0) + event.duration;
  }
}

/** Everything above a smallest group is added to it; the others take the most of what lies inside. */
function throughHierarchy(groups: readonly GroupData[], weeks: readonly Float64Array[]): readonly number[] {
  const rowAt = new Map(groups.map(({ id }, row) => [id, row]));
  const parents = groups.map(({ parentId }) => (parentId === undefined ? -1 : (rowAt.get(parentId) ?? -1)));
  const most = new Array<number>(groups.length).fill(0);
  groups.forEach((_, row) => {
    const sums = new Float64Array(weeks[row]?.length ?? 1);
    const path: number[] = [];
    for (let at = row; at >= 0 && path.length <= groups.length; at = parents[at] ?? -1) {
      path.push(at);
      weeks[at]?.forEach((sum, week) => {
        sums[week] = (sums[week] ?? 0) + sum;
      });
    }
    const total = Math.max(...sums);
    for (const at of path) most[at] = Math.max(most[at] ?? 0, total);
  });
  return most;
}
