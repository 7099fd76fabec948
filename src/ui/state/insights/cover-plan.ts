import { coverAt, putCovers, removeCovers } from '../../../domain/operations/cover-changes.ts';
import type { CoverChange } from '../../../domain/operations/operation.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { CoverData, ProblemData } from '../../../domain/problem-data.ts';
import type { CoverCounts, Covers } from '../../../domain/substitution.ts';
import { listText } from '../words/wording.ts';

/** The covers of a date as they are kept in the project. */
export interface CoversOfDate {
  readonly covers: Covers;
  /** Notes, by event. */
  readonly notes: ReadonlyMap<number, string>;
  /** Ids of all who are away then, as far as a cover says so. */
  readonly absentIds: readonly string[];
  /** Covers of other dates, by instructor. */
  readonly counts: CoverCounts;
}

/** What speaks of events or people that are not there is passed over. */
export function coversOfDate(problem: Problem, data: ProblemData, date: string): CoversOfDate {
  const eventOf = new Map(problem.events.map(({ id, index }) => [id, index]));
  const instructorOf = new Map(problem.instructors.map(({ id }, index) => [id, index]));
  const covers = new Map<number, number>();
  const notes = new Map<number, string>();
  const counts = new Map<number, number>();
  const absentIds = new Set<string>();
  for (const cover of data.covers ?? []) {
    const event = eventOf.get(cover.eventId);
    const instructor = instructorOf.get(cover.coveringId);
    if (event === undefined || instructor === undefined) continue;
    if (cover.date !== date) {
      counts.set(instructor, (counts.get(instructor) ?? 0) + 1);
      continue;
    }
    covers.set(event, instructor);
    if (cover.note !== undefined) notes.set(event, cover.note);
    for (const id of cover.absentIds) absentIds.add(id);
  }
  return { covers, notes, absentIds: [...absentIds], counts };
}

/** The changes that make the covers of a date those of `next`; `absentFor` says who is away from an event. */
export function coverChanges(
  problem: Problem,
  data: ProblemData,
  date: string,
  next: Covers,
  absentFor: (event: number) => readonly string[],
): readonly CoverChange[] {
  const idOf = (event: number) => problem.events[event]?.id ?? '';
  const put = [...next].flatMap(([event, instructor]): CoverData[] => {
    const coveringId = problem.instructors[instructor]?.id;
    if (coveringId === undefined) return [];
    const before = coverAt(data, { date, eventId: idOf(event) });
    if (before !== null && before.coveringId === coveringId) return [];
    const note = before?.note === undefined ? {} : { note: before.note };
    return [{ date, eventId: idOf(event), absentIds: absentFor(event), coveringId, ...note }];
  });
  const gone = [...coversOfDate(problem, data, date).covers.keys()].filter((event) => !next.has(event));
  return [
    ...putCovers(data, put),
    ...removeCovers(
      data,
      gone.map((event) => ({ date, eventId: idOf(event) })),
    ),
  ];
}

/** The change of the note of a cover; none when it has that note already. An empty one is none. */
export function noteChange(data: ProblemData, date: string, eventId: string, text: string): readonly CoverChange[] {
  const cover = coverAt(data, { date, eventId });
  if (cover === null) return [];
  const { note: _, ...rest } = cover;
  return putCovers(data, [text.trim() === '' ? rest : { ...rest, note: text.trim() }]);
}

/** Dates with covers and how many there are, the latest first. */
export function coverDates({ covers = [] }: ProblemData): readonly { readonly date: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { date } of covers) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** What is another on one date than on other days like it. */
export interface CoverOnDay {
  readonly instructor: number;
  /** Instructors who are away. */
  readonly absentees: readonly number[];
  /** Names. */
  readonly covering: string;
  readonly absent: string;
  readonly note: string;
}

const noCovers: ReadonlyMap<number, CoverOnDay> = new Map();

/** The covers of a date by event, in words; none without a date. */
export function coversOnDay(
  problem: Problem,
  { covers = [] }: ProblemData,
  date: string | null,
): ReadonlyMap<number, CoverOnDay> {
  const ofDate = covers.filter((cover) => cover.date === date);
  if (ofDate.length === 0) return noCovers;
  const eventOf = new Map(problem.events.map(({ id, index }) => [id, index]));
  const indexOf = new Map(problem.instructors.map(({ id }, index) => [id, index]));
  const nameOf = (id: string) => problem.instructors[indexOf.get(id) ?? -1]?.name ?? id;
  return new Map(
    ofDate.flatMap(({ eventId, absentIds, coveringId, note = '' }): [number, CoverOnDay][] => {
      const event = eventOf.get(eventId);
      if (event === undefined) return [];
      const absent = listText(absentIds.map(nameOf));
      const absentees = absentIds.flatMap((id) => indexOf.get(id) ?? []);
      const instructor = indexOf.get(coveringId) ?? -1;
      return [[event, { instructor, absentees, covering: nameOf(coveringId), absent, note }]];
    }),
  );
}
