import type { EventData, ProblemData } from '../problem-data.ts';
import { putItem, putItems } from './changes-of.ts';
import { newIdFor } from './new-id.ts';
import type { Change, ProjectDocument } from './operation.ts';
import { removalOf } from './removal.ts';

const mostParts = 50;
const longestPart = 300;

/** Durations of a pattern such as `2+2+1` or `3×2` (three of two slots), or null when it is none. */
export function patternOf(text: string): readonly number[] | null {
  const durations: number[] = [];
  for (const piece of text.split('+')) {
    const match = /^\s*(?:(\d{1,2})\s*[x×*]\s*)?(\d{1,3})\s*$/i.exec(piece);
    if (match === null) return null;
    const duration = Number(match[2]);
    if (duration < 1 || duration > longestPart) return null;
    for (let count = Number(match[1] ?? 1); count > 0; count--) durations.push(duration);
  }
  return durations.length > 0 && durations.length <= mostParts ? durations : null;
}

export interface PartsWanted {
  readonly courseId: string;
  readonly durations: readonly number[];
  readonly groupIds: readonly string[];
  /** Each group has parts of its own; else all groups come together. */
  readonly isEachGroup: boolean;
  readonly instructorIds: readonly string[];
  /** Of the instructors, to be chosen; absent means all of them. */
  readonly instructorCount?: number;
  /** Shown instead of the course's name. */
  readonly name?: string;
}

/** The events that make up a course: one for each duration, and each group if they come by themselves. */
export function partsOf(problem: ProblemData, wanted: PartsWanted): readonly EventData[] {
  const taken = new Set(problem.events.map(({ id }) => id));
  const audiences =
    wanted.isEachGroup && wanted.groupIds.length > 0 ? wanted.groupIds.map((id) => [id]) : [wanted.groupIds];
  return audiences.flatMap((groupIds) =>
    wanted.durations.map((duration): EventData => {
      const id = newIdFor([wanted.courseId, ...(wanted.isEachGroup ? groupIds : [])].join(' '), taken, 'event');
      return {
        id,
        courseId: wanted.courseId,
        ...(wanted.name === undefined ? {} : { name: wanted.name }),
        duration,
        ...(wanted.instructorIds.length === 0 ? {} : { instructors: wanted.instructorIds.map((one) => ({ id: one })) }),
        ...(wanted.instructorCount === undefined ? {} : { instructorCount: wanted.instructorCount }),
        groupIds,
      };
    }),
  );
}

export type SplitFlaw = 'sum' | 'configured' | 'missing';

/**
 * The changes that split an event into parts of these durations, which add up to its own. The first part stays the event;
 * students and rules that name it name the others, too. Its lock goes, and so do its own meeting times, which are of
 * another length. Events that students choose among (`configurations`) cannot be split.
 */
export function splitEvent(
  problem: ProblemData,
  eventId: string,
  durations: readonly number[],
): readonly Change[] | SplitFlaw {
  const event = problem.events.find(({ id }) => id === eventId);
  if (event === undefined) return 'missing';
  if (durations.length < 2 || durations.reduce((sum, duration) => sum + duration, 0) !== event.duration) return 'sum';
  if (isConfigured(problem, eventId)) return 'configured';
  const { lock: _lock, stay: _stay, times: _times, ...plain } = event;
  const taken = new Set(problem.events.map(({ id }) => id));
  const [first = 1, ...others] = durations;
  const parts = others.map((duration): EventData => ({ ...plain, id: newIdFor(eventId, taken, 'event'), duration }));
  const at = problem.events.findIndex(({ id }) => id === eventId);
  const added = parts.map(({ id }) => id);
  const students = problem.students.filter(({ eventIds }) => eventIds.includes(eventId));
  const rules = problem.rules.filter(({ scope }) => scope.of === 'events' && scope.ids?.includes(eventId));
  return [
    putItem(problem, 'events', { ...plain, duration: first }),
    ...parts.map((part, index) => putItem(problem, 'events', part, at + 1 + index)),
    ...putItems(
      problem,
      'students',
      students.map((student) => ({ ...student, eventIds: [...student.eventIds, ...added] })),
    ),
    ...putItems(
      problem,
      'rules',
      rules.map((rule) => ({ ...rule, scope: { ...rule.scope, ids: [...(rule.scope.ids ?? []), ...added] } })),
    ),
  ];
}

export type MergeFlaw = 'few' | 'courses' | 'configured';

/** The changes that make several events of a course one, as long as all of them: the first of them stays. */
export function mergeEvents(document: ProjectDocument, eventIds: readonly string[]): readonly Change[] | MergeFlaw {
  const { problem } = document;
  const wanted = new Set(eventIds);
  const [first, ...others] = problem.events.filter(({ id }) => wanted.has(id));
  if (first === undefined || others.length === 0) return 'few';
  const keyOf = ({ courseId, groupIds }: EventData) => [courseId, ...groupIds.toSorted()].join('\n');
  if (others.some((event) => keyOf(event) !== keyOf(first))) return 'courses';
  if ([first, ...others].some(({ id }) => isConfigured(problem, id))) return 'configured';
  const { lock: _lock, stay: _stay, times: _times, ...plain } = first;
  const duration = others.reduce((sum, event) => sum + event.duration, first.duration);
  const removal = removalOf(
    document,
    'events',
    others.map(({ id }) => id),
  );
  return [putItem(problem, 'events', { ...plain, duration }), ...removal.changes];
}

function isConfigured({ courses }: ProblemData, eventId: string): boolean {
  return courses.some(({ configurations }) =>
    configurations?.some(({ parts }) => parts.some((part) => part.includes(eventId))),
  );
}
