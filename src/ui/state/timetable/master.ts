import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { CoverOnDay } from '../insights/cover-plan.ts';
import { type GridRow, gridRows } from './grid-axis.ts';
import type { Density } from './page.ts';
import { cardsOf, type ViewKind, viewItems } from './view.ts';

/** Events by row of a master grid: those with a time that the group, instructor, room or course takes part in. */
export function eventsByRow(problem: Problem, timetable: Timetable, kind: ViewKind): readonly (readonly number[])[] {
  const rows: number[][] = viewItems(problem, kind).map(() => []);
  for (const event of problem.events) {
    if ((timetable.assignments[event.index]?.time ?? -1) < 0) continue;
    for (const row of rowsOfEvent(problem, timetable, kind, event.index)) rows[row]?.push(event.index);
  }
  return rows;
}

/** Rows of instructors as they are on a date: who stands in has the event, who is away has it not. */
export function withCoversInRows(
  rows: readonly (readonly number[])[],
  covers: ReadonlyMap<number, CoverOnDay>,
): readonly (readonly number[])[] {
  if (covers.size === 0) return rows;
  return rows.map((events, row) => {
    const own = events.filter((event) => covers.get(event)?.absentees.includes(row) !== true);
    const more = [...covers].flatMap(([event, { instructor }]) =>
      instructor === row && !own.includes(event) ? [event] : [],
    );
    return [...own, ...more];
  });
}

/** The rows that an event belongs to; of rooms, those it is in now. */
export function rowsOfEvent(problem: Problem, timetable: Timetable, kind: ViewKind, event: number): readonly number[] {
  const data = problem.events[event];
  if (data === undefined) return [];
  const assignment = timetable.assignments[event];
  switch (kind) {
    case 'group':
      return [...new Set(data.groups.flatMap((group) => nearGroups(problem)[group] ?? []))];
    case 'instructor':
      if (data.instructorsFixed) return data.instructors.map(({ index }) => index);
      return (assignment?.instructors ?? []).filter((index) => index >= 0);
    case 'room':
      return (assignment?.rooms ?? []).filter((index) => index >= 0);
    case 'course':
      return [data.course];
  }
}

const nearOf = new WeakMap<Problem, readonly (readonly number[])[]>();

/** For each group those that have a smallest subgroup in common with it, itself among them. */
function nearGroups(problem: Problem): readonly (readonly number[])[] {
  const known = nearOf.get(problem);
  if (known !== undefined) return known;
  const groupsOfLeaf = new Map<number, number[]>();
  for (const { index, leaves } of problem.groups) {
    for (const leaf of leaves) groupsOfLeaf.set(leaf, [...(groupsOfLeaf.get(leaf) ?? []), index]);
  }
  const near = problem.groups.map(({ leaves }) => [...new Set(leaves.flatMap((leaf) => groupsOfLeaf.get(leaf) ?? []))]);
  nearOf.set(problem, near);
  return near;
}

/** A column of a master grid: a slot of a day, where it begins and how wide it is, in pixels from the row's heading. */
export interface MasterColumn extends GridRow {
  readonly day: number;
  readonly at: number;
  readonly width: number;
  readonly isFirstOfDay: boolean;
}

const slotWidths: Readonly<Record<Density, number>> = { small: 40, medium: 68, large: 104 };
const rowHeights: Readonly<Record<Density, number>> = { small: 26, medium: 38, large: 54 };
/** Of a lesson that stands above others of the same slot. */
const laneHeights: Readonly<Record<Density, number>> = { small: 16, medium: 24, large: 30 };
/** A row with more of them would leave no room for any other row. */
const mostLanes = 8;
const bandWidth = 12;
/** Where only one day is shown there is room. */
const widthsOfDay: Readonly<Record<Density, number>> = { small: 64, medium: 104, large: 132 };

export function masterColumns(problem: Problem, days: readonly number[], density: Density): readonly MasterColumn[] {
  const columns: MasterColumn[] = [];
  const slotWidth = (days.length === 1 ? widthsOfDay : slotWidths)[density];
  let at = 0;
  for (const day of days) {
    for (const row of gridRows(problem)) {
      const width = row.band === null ? slotWidth : bandWidth;
      columns.push({ ...row, day, at, width, isFirstOfDay: row.slot === 0 });
      at += width;
    }
  }
  return columns;
}

/**
 * Pixels of each row of a master grid. Courses and groups with others inside have lessons of several at a time, and grow with
 * them; what else lies above each other is a clash.
 */
export function masterHeights(
  problem: Problem,
  timetable: Timetable,
  kind: ViewKind,
  rows: readonly (readonly number[])[],
  density: Density,
  week: number | null,
): readonly number[] {
  const usual = rowHeights[density];
  return rows.map((events, row) => {
    const isOfSeveral = kind === 'course' || (kind === 'group' && problem.groups[row]?.children.length !== 0);
    if (!isOfSeveral) return usual;
    const lanes = cardsOf(problem, timetable, events, week).reduce((most, card) => Math.max(most, card.lanes), 1);
    return Math.max(usual, laneHeights[density] * Math.min(lanes, mostLanes));
  });
}
