import { type Accessor, createMemo } from 'solid-js';
import { localDate } from '../../../domain/local-date.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Absence, Covers } from '../../../domain/substitution.ts';
import { holidayOn } from '../../../domain/term-dates.ts';
import { type CycleDay, dayOfDate, nextDate } from '../../../domain/weekdays.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Translate } from '../../text/text.tsx';
import { useQuery } from '../frame/query.ts';
import type { OpenProject } from '../project/project.ts';
import { idsOf, idsText, pairsOf, pairsText } from './cover-address.ts';
import { coverDates, coversOfDate } from './cover-plan.ts';
import { type Choice, weekChoices, whole } from './moment-choices.ts';

/** Who is away and when: all of it is in the address. */
export interface AbsenceAddress {
  readonly record: Accessor<TimetableRecord | null>;
  /** Indices of the instructors who are away. */
  readonly absent: Accessor<readonly number[]>;
  readonly absence: Accessor<Absence>;
  /** `yyyy-mm-dd`; empty where the calendar has no dates. */
  readonly date: Accessor<string>;
  /** Dates for which covers are arranged, the latest first. */
  readonly dates: Accessor<readonly { readonly date: string; readonly count: number }[]>;
  /** False when the calendar has no such day. */
  readonly dateFits: Accessor<boolean>;
  /** Name of the holiday that the date falls on, or null. */
  readonly holiday: Accessor<string | null>;
  readonly weeks: Accessor<readonly Choice[]>;
  chooseTimetable(id: string): void;
  setAbsent(indices: readonly number[]): void;
  setDate(date: string): void;
  setDay(id: string): void;
  setWeek(week: string): void;
  setFrom(slot: number): void;
  setUntil(slot: number): void;
}

/** What the data says of the date, and the covers that an address carries where the calendar has no dates. */
export interface CoverAddress {
  readonly kept: Accessor<ReturnType<typeof coversOfDate>>;
  readonly covers: Accessor<Covers>;
  readonly hasCovers: () => boolean;
  /** Null takes them out of the address. */
  setCovers(covers: Covers | null): void;
}

type Search = {
  timetable?: string;
  who?: string;
  date?: string;
  day?: string;
  week?: string;
  from?: string;
  until?: string;
  covers?: string;
};

export function createAbsenceAddress(
  project: OpenProject,
  now: () => Date,
  text: Translate,
): { readonly address: AbsenceAddress; readonly inAddress: CoverAddress } {
  const [search, setSearch] = useQuery<Search>();
  const { problem } = project;
  const set = (values: Partial<Record<keyof Search, string | null>>) => setSearch(values, { replace: true });
  const date = createMemo(() => search.date ?? dateOf(problem(), search, localDate(now())) ?? '');
  const kept = createMemo(() => coversOfDate(problem(), project.data(), date()));
  const absence = createMemo(() => absenceOf(problem(), search, date(), kept().absentIds));
  const address: AbsenceAddress = {
    record: createMemo(() => project.timetable(search.timetable)),
    absent: () => absence().instructors,
    absence,
    date,
    dates: createMemo(() => coverDates(project.data())),
    dateFits: () => date() === '' || dayOf(problem(), date()) !== null,
    holiday: () => {
      const { term } = problem().data.calendar;
      return term === undefined || date() === '' ? null : holidayOn(term, date());
    },
    weeks: createMemo(() =>
      weekChoices(problem(), { week: (week) => text('weekName', { week }), every: '' }).slice(0, -1),
    ),
    chooseTimetable: (id) => set({ timetable: id }),
    setAbsent: (indices) =>
      set({ who: idsText(indices.flatMap((index) => problem().instructors[index]?.id ?? [])) || nobody }),
    setDate(chosen) {
      const found = dayOf(problem(), chosen);
      set({
        date: chosen || null,
        ...(found === null ? {} : { day: problem().data.calendar.days[found.day]?.id ?? '' }),
        ...(found?.week == null ? {} : { week: String(found.week + 1) }),
      });
    },
    setDay: (id) => set({ day: id, date: null }),
    // another week has other dates
    setWeek: (week) => set({ week, date: null }),
    setFrom: (slot) => set({ from: String(slot), ...(slot >= absence().until ? { until: null } : {}) }),
    setUntil: (slot) => set({ until: String(slot), ...(slot <= absence().from ? { from: null } : {}) }),
  };
  const inAddress: CoverAddress = {
    kept,
    covers: createMemo(() => coversOf(problem(), search.covers)),
    hasCovers: () => search.covers !== undefined,
    setCovers: (covers) => set({ covers: covers === null ? null : coversText(problem(), covers) || null }),
  };
  return { address, inAddress };
}

/** In an address: those of whom the covers of the date speak are taken off again. */
const nobody = '-';

/** The next date that is what the address says of day and week. */
function dateOf(problem: Problem, search: Search, today: string): string | null {
  const { calendar } = problem.data;
  const day = calendar.days.findIndex(({ id }) => id === search.day);
  const week = whole(search.week, 1, calendar.weekCount, 0);
  const wanted = { day: day < 0 ? null : day, week: week === 0 ? null : week - 1 };
  return nextDate(calendar, today, wanted, [...navigator.languages, 'en']);
}

function absenceOf(problem: Problem, search: Search, date: string, absentIds: readonly string[]): Absence {
  const { days, slots, weekCount } = problem.data.calendar;
  const found = dayOf(problem, date);
  const indexOf = new Map(problem.instructors.map(({ id }, index) => [id, index]));
  const from = whole(search.from, 0, slots.length - 1, 0);
  return {
    instructors: (search.who === undefined ? absentIds : idsOf(search.who)).flatMap((id) => indexOf.get(id) ?? []),
    day:
      found?.day ??
      Math.max(
        0,
        days.findIndex(({ id }) => id === search.day),
      ),
    week: found?.week ?? whole(search.week, 1, weekCount, 1) - 1,
    from,
    until: whole(search.until, from + 1, slots.length, slots.length),
  };
}

/** Days may be called in one of the user's languages, or in English. */
function dayOf({ data }: Problem, date: string): CycleDay | null {
  return dayOfDate(data.calendar, date, [...navigator.languages, 'en']);
}

function coversOf(problem: Problem, text: string | undefined): Covers {
  const eventOf = new Map(problem.events.map(({ id, index }) => [id, index]));
  const instructorOf = new Map(problem.instructors.map(({ id }, index) => [id, index]));
  return new Map(
    pairsOf(text).flatMap(([eventId, instructorId]): [number, number][] => {
      const event = eventOf.get(eventId);
      const instructor = instructorOf.get(instructorId);
      return event === undefined || instructor === undefined ? [] : [[event, instructor]];
    }),
  );
}

function coversText(problem: Problem, covers: Covers): string {
  return pairsText(
    [...covers].map(([event, instructor]) => [
      problem.events[event]?.id ?? '',
      problem.instructors[instructor]?.id ?? '',
    ]),
  );
}
