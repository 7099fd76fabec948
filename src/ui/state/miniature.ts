import type { Problem } from '../../domain/problem.ts';
import type { Timetable } from '../../domain/timetable.ts';

/** The whole timetable as a table of colours: a row per smallest group (or room), a column per cell of the axis. */
export interface MiniatureGrid {
  readonly rows: number;
  readonly columns: number;
  /** Course at `row * columns + column`, -1 when free, -2 when more than one event meets there. */
  readonly courses: Int32Array;
}

export const freeCell = -1;
export const clashCell = -2;

export type MiniatureKind = 'groups' | 'rooms';

export function miniatureKind(problem: Problem): MiniatureKind {
  return problem.groups.length > 0 ? 'groups' : 'rooms';
}

/** Gives a function that lays out timetables of the problem: the rows of the events are found once. */
export function createMiniature(problem: Problem): (timetable: Timetable) => MiniatureGrid {
  const kind = miniatureKind(problem);
  const leaves = problem.groups.filter((group) => group.children.length === 0).map((group) => group.index);
  const rowOfGroup = new Map(leaves.map((group, row) => [group, row]));
  const rows = kind === 'groups' ? leaves.length : problem.rooms.length;
  const columns = problem.axis.cellCount;
  const rowsOfEvent = problem.events.map((event) => {
    const inside = event.groups.flatMap((group) => [...(problem.groups[group]?.leaves ?? [])]);
    return [...new Set(inside)].map((leaf) => rowOfGroup.get(leaf) ?? 0);
  });
  return (timetable) => {
    const courses = new Int32Array(rows * columns).fill(freeCell);
    for (const event of problem.events) {
      const assignment = timetable.assignments[event.index];
      const cells = problem.times[assignment?.time ?? -1]?.cells ?? [];
      const eventRows =
        kind === 'groups' ? (rowsOfEvent[event.index] ?? []) : (assignment?.rooms ?? []).filter((room) => room >= 0);
      for (const row of eventRows) {
        for (const cell of cells) {
          const at = row * columns + cell;
          courses[at] = courses[at] === freeCell ? event.course : clashCell;
        }
      }
    }
    return { rows, columns, courses };
  };
}
