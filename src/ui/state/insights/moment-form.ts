import { type Accessor, createMemo } from 'solid-js';
import type { Moment } from '../../../domain/free-resources.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Problem } from '../../../domain/problem.ts';
import { dayOfDate, slotAtMinute } from '../../../domain/weekdays.ts';
import { useQuery } from '../frame/query.ts';
import { allWeeks, type Choice, closedAt, weekChoices, whole } from './moment-choices.ts';

/** A moment of the week, kept in the address: `day` by id, `slot` and `slots` counted from 0 and 1, `week` from 1. */
export interface MomentForm {
  readonly moment: Accessor<Moment>;
  readonly days: Accessor<readonly Choice[]>;
  readonly starts: Accessor<readonly Choice[]>;
  /** The last one is `all`; empty when every week is the same. */
  readonly weeks: Accessor<readonly Choice[]>;
  readonly week: Accessor<string>;
  /** Most slots from the chosen start on. */
  readonly mostSlots: Accessor<number>;
  setDay(id: string): void;
  setStart(slot: number): void;
  setLength(slots: number): void;
  setWeek(week: string): void;
  /** False when nothing is taught on that day or so late. */
  setTo(date: Date, locales: readonly string[]): boolean;
}

/** Slots of the same day; five-minute slots are looked at by the hour. */
const usualMinutes = 60;

export function createMomentForm(
  problem: Accessor<Problem>,
  words: { readonly week: (letter: string) => string; readonly every: string },
): MomentForm {
  const [search, setSearch] = useQuery<{ day?: string; slot?: string; slots?: string; week?: string }>();
  const calendar = () => problem().data.calendar;
  const weekNumber = () => {
    const given = whole(search.week, 1, calendar().weekCount, 0);
    return given === 0 ? null : given - 1;
  };
  const day = () =>
    Math.max(
      0,
      calendar().days.findIndex(({ id }) => id === search.day),
    );
  const start = () => whole(search.slot, 0, calendar().slots.length - 1, firstOpenSlot(problem(), day()));
  const mostSlots = () => calendar().slots.length - start();
  const length = () => whole(search.slots, 1, mostSlots(), Math.min(mostSlots(), usualLength(problem())));
  const moment = createMemo((): Moment => {
    const week = weekNumber();
    return { day: day(), start: start(), length: length(), weeks: week === null ? allWeeks(problem()) : [week] };
  });
  const set = (values: Record<string, string>) => setSearch(values, { replace: true });
  return {
    moment,
    mostSlots,
    days: createMemo(() => calendar().days.map(({ id, name }) => ({ value: id, label: name }))),
    starts: createMemo(() => calendar().slots.map((slot, index) => ({ value: String(index), label: slot.start }))),
    weeks: createMemo(() => weekChoices(problem(), words)),
    week: () => (weekNumber() === null ? 'all' : String((weekNumber() ?? 0) + 1)),
    setDay: (id) => set({ day: id }),
    setStart: (slot) => set({ slot: String(slot) }),
    setLength: (slots) => set({ slots: String(slots) }),
    setWeek: (week) => set({ week }),
    setTo(date, locales) {
      const found = dayOfDate(calendar(), localDate(date), locales);
      const slot = slotAtMinute(calendar(), date.getHours() * 60 + date.getMinutes());
      if (found === null || slot === null) return false;
      set({
        day: calendar().days[found.day]?.id ?? '',
        slot: String(slot),
        ...(found.week === null || calendar().weekCount === 1 ? {} : { week: String(found.week + 1) }),
      });
      return true;
    },
  };
}

function firstOpenSlot(problem: Problem, day: number): number {
  const slots = problem.data.calendar.slots.map((_, slot) => slot);
  return slots.find((start) => closedAt(problem, { day, start, length: 1, weeks: [] }) === null) ?? 0;
}

function usualLength({ axis, data }: Problem): number {
  if (axis.cellsAreSlots) return 1;
  return Math.max(1, Math.round((usualMinutes * data.calendar.slots.length) / minutesOfDay(data.calendar.slots)));
}

function minutesOfDay(slots: readonly { readonly start: string; readonly end: string }[]): number {
  const minutes = (clock: string | undefined) => {
    const [hour = 0, minute = 0] = (clock ?? '').split(':').map(Number);
    return hour * 60 + minute;
  };
  return Math.max(1, minutes(slots.at(-1)?.end) - minutes(slots[0]?.start));
}
