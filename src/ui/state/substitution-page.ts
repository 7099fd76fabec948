import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { type Occupancy, occupancySteps } from '../../domain/evaluation/occupancy.ts';
import type { Problem } from '../../domain/problem.ts';
import { inSlices } from '../../domain/steps.ts';
import {
  type Absence,
  type CoverNeed,
  type Covers,
  coverNeedSteps,
  suggestedCoverSteps,
} from '../../domain/substitution.ts';
import { holidayOn } from '../../domain/term-dates.ts';
import { type CycleDay, dayOfDate } from '../../domain/weekdays.ts';
import type { TimetableRecord } from '../../storage/records.ts';
import type { Translate } from '../text/text.tsx';
import { idsOf, idsText, pairsOf, pairsText } from './cover-address.ts';
import { type Choice, weekChoices, whole } from './moment-choices.ts';
import { createComputed, createPlaced, type PlacedTimetable } from './placed-timetable.ts';
import type { OpenProject } from './project.ts';

export interface Plan {
  readonly placed: PlacedTimetable;
  readonly occupancy: Occupancy;
  readonly absence: Absence;
  readonly needs: readonly CoverNeed[];
}

export interface SubstitutionPage {
  readonly record: Accessor<TimetableRecord | null>;
  /** Null until it is counted. */
  readonly plan: Accessor<Plan | null>;
  /** Indices of the instructors who are away. */
  readonly absent: Accessor<readonly number[]>;
  readonly absence: Accessor<Absence>;
  /** `yyyy-mm-dd`, or empty. */
  readonly date: Accessor<string>;
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
  /** Null takes the cover away. */
  setCover(event: number, instructor: number | null): void;
  clearCovers(): void;
  /** Number of covers that were added. */
  suggest(): Promise<number>;
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

/** All of it is in the address: who is away, when, and who covers what. The timetable is never changed. */
export function createSubstitutionPage(project: OpenProject, text: Translate): SubstitutionPage {
  const [search, setSearch] = useSearchParams<Search>();
  const { problem } = project;
  const set = (values: Partial<Record<keyof Search, string | null>>) => setSearch(values, { replace: true });
  const record = createMemo(() => project.timetable(search.timetable));
  const placed = createPlaced(project, record);
  const occupancy = createComputed(placed, ({ problem: current, timetable }) => occupancySteps(current, timetable));
  const absence = createMemo(() => absenceOf(problem(), search));
  const covers = createMemo(() => coversOf(problem(), search.covers));
  const asked = createMemo(() => {
    const counted = occupancy();
    if (counted === null || counted.source.problem !== problem()) return null;
    return { placed: counted.source, occupancy: counted.value, absence: absence(), covers: covers() };
  });
  const needs = createComputed(asked, (now) =>
    coverNeedSteps(now.placed.problem, now.occupancy, now.absence, now.covers),
  );
  const keep = (next: Covers) => set({ covers: coversText(problem(), next) || null });
  return {
    record,
    plan: () => {
      const computed = needs();
      return computed === null ? null : { ...computed.source, needs: computed.value };
    },
    absent: () => absence().instructors,
    absence,
    date: () => search.date ?? '',
    dateFits: () => search.date === undefined || dayOf(problem(), search.date) !== null,
    holiday: () => {
      const { term } = problem().data.calendar;
      return term === undefined || search.date === undefined ? null : holidayOn(term, search.date);
    },
    weeks: createMemo(() =>
      weekChoices(problem(), { week: (week) => text('weekName', { week }), every: '' }).slice(0, -1),
    ),
    chooseTimetable: (id) => set({ timetable: id }),
    setAbsent: (indices) => set({ who: idsText(indices.flatMap((index) => problem().instructors[index]?.id ?? [])) }),
    setDate(date) {
      const found = dayOf(problem(), date);
      set({
        date: date || null,
        ...(found === null ? {} : { day: problem().data.calendar.days[found.day]?.id ?? '' }),
        ...(found?.week == null ? {} : { week: String(found.week + 1) }),
      });
    },
    setDay: (id) => set({ day: id, date: null }),
    // another week has other dates
    setWeek: (week) => set({ week, date: null }),
    setFrom: (slot) => set({ from: String(slot), ...(slot >= absence().until ? { until: null } : {}) }),
    setUntil: (slot) => set({ until: String(slot), ...(slot <= absence().from ? { from: null } : {}) }),
    setCover(event, instructor) {
      const next = new Map(covers());
      if (instructor === null) next.delete(event);
      else next.set(event, instructor);
      keep(next);
    },
    clearCovers: () => set({ covers: null }),
    async suggest() {
      const now = asked();
      if (now === null) return 0;
      const suggested = await inSlices(suggestedCoverSteps(now.placed.problem, now.occupancy, now.absence, now.covers));
      // Somebody may have gone on in the meantime.
      if (asked() !== now) return 0;
      if (suggested.size > now.covers.size) keep(suggested);
      return suggested.size - now.covers.size;
    },
  };
}

function absenceOf(problem: Problem, search: Search): Absence {
  const { days, slots, weekCount } = problem.data.calendar;
  const indexOf = new Map(problem.instructors.map(({ id }, index) => [id, index]));
  const from = whole(search.from, 0, slots.length - 1, 0);
  return {
    instructors: idsOf(search.who).flatMap((id) => indexOf.get(id) ?? []),
    day: Math.max(
      0,
      days.findIndex(({ id }) => id === search.day),
    ),
    week: whole(search.week, 1, weekCount, 1) - 1,
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
