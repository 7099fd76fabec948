import { assign, putItem, putItems, removeItems, setField } from '../../src/domain/operations/changes-of.ts';
import type { Change, OperationLabel } from '../../src/domain/operations/operation.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { TimetableData } from '../../src/domain/timetable.ts';

/** An edit as a person makes them; `random` gives numbers from 0 to below 1. */
export function randomEdit(
  random: () => number,
  problem: ProblemData,
  timetableId: string,
  timetable: TimetableData,
): { readonly label: OperationLabel; readonly changes: readonly Change[] } {
  const below = (count: number) => Math.floor(random() * count);
  const fresh = () => `x${below(1_000_000_000)}`;
  switch (below(8)) {
    case 0: {
      const rooms = Array.from({ length: 1 + below(4) }, () => ({ id: fresh(), name: fresh(), capacity: below(99) }));
      return {
        label: { action: 'paste', subject: 'rooms', count: rooms.length },
        changes: putItems(problem, 'rooms', rooms),
      };
    }
    case 1: {
      const extra = problem.rooms.filter(({ id }) => id.startsWith('x')).map(({ id }) => id);
      return {
        label: { action: 'remove', subject: 'rooms' },
        changes: removeItems(problem, 'rooms', extra.slice(0, 3)),
      };
    }
    case 2: {
      const group = problem.groups[below(problem.groups.length)];
      if (group === undefined) return { label: { action: 'change' }, changes: [] };
      const item = { ...group, size: below(60) };
      return { label: { action: 'change', subject: group.name }, changes: [putItem(problem, 'groups', item)] };
    }
    case 3:
      return { label: { action: 'rename' }, changes: [setField(problem, 'name', fresh())] };
    case 4: {
      const instructor = { id: fresh(), name: fresh() };
      const at = below(problem.instructors.length);
      return { label: { action: 'add' }, changes: [putItem(problem, 'instructors', instructor, at)] };
    }
    default: {
      const row = timetable.assignments[below(timetable.assignments.length)];
      const day = problem.calendar.days[below(problem.calendar.days.length)]?.id ?? '';
      if (row === undefined) return { label: { action: 'place' }, changes: [] };
      const { timeId: _, ...unplaced } = row;
      const moved = below(5) === 0 ? unplaced : { ...row, timeId: `${day}@${below(4)}` };
      return { label: { action: 'place', subject: row.eventId }, changes: assign(timetableId, timetable, [moved]) };
    }
  }
}
