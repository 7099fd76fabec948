import { type Accessor, createMemo } from 'solid-js';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { type Occupancy, occupancySteps } from '../../domain/evaluation/occupancy.ts';
import { localDate } from '../../domain/local-date.ts';
import type { CoverChange, OperationLabel } from '../../domain/operations/operation.ts';
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
import { type CycleDay, dayOfDate, nextDate } from '../../domain/weekdays.ts';
import type { TimetableRecord } from '../../storage/records.ts';
import type { Translate } from '../text/text.tsx';
import { idsOf, idsText, pairsOf, pairsText } from './cover-address.ts';
import { coverChanges, coverDates, coversOfDate, noteChange } from './cover-plan.ts';
import { type Choice, weekChoices, whole } from './moment-choices.ts';
import { createComputed, createPlaced, type PlacedTimetable } from './placed-timetable.ts';
import type { OpenProject } from './project.ts';
import { useQuery } from './query.ts';

export interface Plan {
  readonly placed: PlacedTimetable;
  readonly occupancy: Occupancy;
  readonly absence: Absence;
  /** Notes, by event. */
  readonly notes: ReadonlyMap<number, string>;
  readonly needs: readonly CoverNeed[];
}

export interface SubstitutionPage {
  readonly record: Accessor<TimetableRecord | null>;
  /** Null until it is counted. */
  readonly plan: Accessor<Plan | null>;
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
  /** Null takes the cover away. False when it cannot be kept: `refused` was told why. */
  setCover(event: number, instructor: number | null): boolean;
  setNote(event: number, note: string): void;
  /** Those of the events that are shown. */
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

/**
 * Who is away and when is in the address. Who covers what on a date is data of the project; in the address, too, where the
 * calendar has no dates. The timetable is never changed.
 */
export function createSubstitutionPage(
  project: OpenProject,
  now: () => Date,
  text: Translate,
  refused: (causes: readonly Diagnostic[]) => void,
): SubstitutionPage {
  const [search, setSearch] = useQuery<Search>();
  const { problem } = project;
  const set = (values: Partial<Record<keyof Search, string | null>>) => setSearch(values, { replace: true });
  const record = createMemo(() => project.timetable(search.timetable));
  const placed = createPlaced(project, record);
  const occupancy = createComputed(placed, ({ problem: current, timetable }) => occupancySteps(current, timetable));
  const date = createMemo(() => search.date ?? dateOf(problem(), search, localDate(now())) ?? '');
  const kept = createMemo(() => coversOfDate(problem(), project.data(), date()));
  const absence = createMemo(() => absenceOf(problem(), search, date(), kept().absentIds));
  const covers = createMemo(() => new Map([...coversOf(problem(), search.covers), ...kept().covers]));
  const asked = createMemo(() => {
    const counted = occupancy();
    if (counted === null || counted.source.problem !== problem()) return null;
    const { counts, notes } = kept();
    return { placed: counted.source, occupancy: counted.value, absence: absence(), covers: covers(), counts, notes };
  });
  const needs = createComputed(asked, (plan) =>
    coverNeedSteps(plan.placed.problem, plan.occupancy, plan.absence, plan.covers, plan.counts),
  );
  const apply = (label: OperationLabel, changes: readonly CoverChange[]): boolean => {
    const result = project.editor.apply(label, changes);
    if (!result.ok) refused(result.diagnostics);
    return result.ok;
  };
  const absentFor = (event: number): readonly string[] => {
    const instructors = asked()?.occupancy.placed[event]?.instructors ?? [];
    return instructors
      .filter((instructor) => absence().instructors.includes(instructor))
      .flatMap((instructor) => problem().instructors[instructor]?.id ?? []);
  };
  const keep = (next: Covers, action: 'cover' | 'uncover'): boolean => {
    if (date() === '') {
      set({ covers: coversText(problem(), next) || null });
      return true;
    }
    const changes = coverChanges(problem(), project.data(), date(), next, absentFor);
    const [only] = changes;
    const name = problem().events.find(({ id }) => id === only?.eventId)?.name ?? '';
    const label = changes.length === 1 ? { action, subject: name } : { action, count: changes.length };
    const isKept = apply(label, changes);
    // What an address brought along is data now.
    if (isKept && search.covers !== undefined) set({ covers: null });
    return isKept;
  };
  return {
    record,
    plan: () => {
      const computed = needs();
      return computed === null ? null : { ...computed.source, needs: computed.value };
    },
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
    setCover(event, instructor) {
      const next = new Map(covers());
      if (instructor === null) next.delete(event);
      else next.set(event, instructor);
      return keep(next, instructor === null ? 'uncover' : 'cover');
    },
    setNote(event, note) {
      const { id = '', name = '' } = problem().events[event] ?? {};
      apply({ action: 'noteCover', subject: name }, noteChange(project.data(), date(), id, note));
    },
    clearCovers() {
      const next = new Map(covers());
      for (const { placed: shown } of needs()?.value ?? []) next.delete(shown.event.index);
      keep(next, 'uncover');
    },
    async suggest() {
      const plan = asked();
      if (plan === null) return 0;
      const suggested = await inSlices(
        suggestedCoverSteps(plan.placed.problem, plan.occupancy, plan.absence, plan.covers, plan.counts),
      );
      // Somebody may have gone on in the meantime.
      if (asked() !== plan || suggested.size === plan.covers.size || !keep(suggested, 'cover')) return 0;
      return suggested.size - plan.covers.size;
    },
  };
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
