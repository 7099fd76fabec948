import type { ProblemData } from '../../../domain/problem-data.ts';
import type { SearchEntry } from '../../../domain/search/search.ts';
import { dataAddress } from '../problems/readiness-links.ts';

/** The page that shows what was found. */
export function addressOf(projectId: string, data: ProblemData, { kind, id }: SearchEntry): string {
  const base = `/p/${projectId}`;
  switch (kind) {
    case 'course':
    case 'group':
    case 'instructor':
    case 'room':
      return `${base}/timetable/${kind}?${new URLSearchParams({ resource: id })}`;
    case 'event': {
      const event = data.events.find((candidate) => candidate.id === id);
      const group = event?.groupIds[0];
      const view = group === undefined ? 'course' : 'group';
      return `${base}/timetable/${view}?${new URLSearchParams({ resource: group ?? event?.courseId ?? '', event: id })}`;
    }
    case 'student':
      return dataAddress(projectId, 'students', id);
    case 'rule':
      return `${base}/rules?${new URLSearchParams({ rule: id })}`;
    default:
      return `${base}/data`;
  }
}
