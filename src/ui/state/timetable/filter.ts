import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { eventsOfView, type ViewItem, type ViewKind, viewItems, viewKinds } from './view.ts';

/** Some events of a timetable, for what is done to many at once. */
export interface EventFilter {
  readonly of: FilterKind;
  /** Index of the group, instructor, room, course or day; -1 where there is nothing to choose. */
  readonly index: number;
}

export type FilterKind = 'selected' | 'all' | 'day' | ViewKind;

/** The kinds that have anything to choose from, the picked cards first. */
export function filterKinds(problem: Problem, selectedCount: number): readonly FilterKind[] {
  const kinds = viewKinds.filter((kind) => viewItems(problem, kind).length > 0);
  return [...(selectedCount > 0 ? (['selected'] as const) : []), 'all', 'day', ...kinds];
}

export function filterItems(problem: Problem, kind: FilterKind): readonly ViewItem[] {
  if (kind === 'selected' || kind === 'all') return [];
  if (kind === 'day') return problem.data.calendar.days.map(({ id, name }, index) => ({ id, name, index }));
  return viewItems(problem, kind);
}

export function eventsOfFilter(
  problem: Problem,
  timetable: Timetable,
  { of, index }: EventFilter,
  selected: readonly number[],
): readonly number[] {
  if (of === 'selected') return selected;
  if (of === 'all') return problem.events.map((event) => event.index);
  if (of === 'day') {
    const meetsThen = (time: number) => problem.times[time]?.days.includes(index) ?? false;
    return problem.events
      .filter((event) => meetsThen(timetable.assignments[event.index]?.time ?? -1))
      .map((event) => event.index);
  }
  return eventsOfView(problem, timetable, of, index);
}
