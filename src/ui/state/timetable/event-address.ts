import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { viewOfEvent } from './view.ts';

/** Address of the timetable page that shows an event among those who take part in it. */
export function eventAddress(
  projectId: string,
  problem: Problem,
  timetableId: string,
  timetable: Timetable,
  event: number,
): string {
  const view = viewOfEvent(problem, timetable, event);
  const query = new URLSearchParams({
    timetable: timetableId,
    event: problem.events[event]?.id ?? '',
    ...(view === null ? {} : { resource: view.id }),
  });
  return `/p/${projectId}/timetable/${view?.kind ?? 'course'}?${query}`;
}
