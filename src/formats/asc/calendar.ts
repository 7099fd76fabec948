import { type Diagnostic, info } from '../../domain/diagnostic.ts';
import type { CalendarData, SlotData } from '../../domain/problem-data.ts';
import type { AscDefinition, AscFile, AscPeriod } from './file.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Days, periods, and the weeks of all terms one behind the other. */
export class AscCalendar {
  readonly data: CalendarData;
  readonly dayCount: number;
  readonly #slotOfPeriod: ReadonlyMap<string, number>;
  readonly #dayOfNumber: ReadonlyMap<string, number>;
  readonly #weeksOfTerm: number;
  readonly #terms: number;

  constructor(file: AscFile, remarks: Diagnostic[]) {
    const { cards, lessons } = file;
    const single = file.daysDefs.filter(({ masks }) => masks.length === 1 && onesIn(masks[0] ?? '').length === 1);
    const numbered = byNumber(file.days);
    const masks = [...file.daysDefs.flatMap((item) => item.masks), ...cards.flatMap(({ days }) => days)];
    const dayCount = Math.max(numbered.length, longest(masks));
    const nameOf = new Map(single.map(({ masks: [mask = ''], name }) => [mask.indexOf('1'), name]));
    const days = Array.from({ length: dayCount }, (_, day) => ({
      id: String(day),
      name: nameOf.get(day) ?? (numbered[day]?.name || (weekdays[day] ?? `Day ${day + 1}`)),
    }));
    const periods = byNumber(file.periods);
    this.dayCount = dayCount;
    this.#slotOfPeriod = new Map(periods.map(({ number }, slot) => [number, slot]));
    this.#dayOfNumber = new Map(numbered.map(({ number }, day) => [number, day]));
    const lengthOf = (definitions: readonly AscDefinition[], others: readonly string[]) =>
      Math.max(1, longest([...definitions.flatMap((item) => item.masks), ...others]));
    const weeks = [...cards, ...lessons].flatMap((item) => item.weeks);
    this.#weeksOfTerm = lengthOf(file.weeksDefs, weeks);
    this.#terms = lengthOf(
      file.termsDefs,
      cards.flatMap(({ terms }) => terms),
    );
    if (this.#terms > 1) {
      const message = 'The weeks of the terms are the weeks of one long cycle.';
      remarks.push(info('asc.terms', message, { value: this.#terms }));
    }
    this.data = {
      days,
      slots: slotsOf(periods, remarks),
      weekCount: this.#weeksOfTerm * this.#terms,
      breaks: [],
      closed: [],
    };
  }

  /** Slot of the calendar, or -1. */
  slotOf(period: string): number {
    return this.#slotOfPeriod.get(period) ?? -1;
  }

  /** Mask of the one day that an older card names by its number; empty when there is no such day. */
  maskOfDay(number: string): string {
    const day = this.#dayOfNumber.get(number);
    return day === undefined ? '' : `${'0'.repeat(day)}1`;
  }

  /** Weeks of the cycle that are in one of the masks of weeks and one of those of terms; no mask means all. */
  weeks(weekMasks: readonly string[], termMasks: readonly string[]): number[] {
    const has = (masks: readonly string[], at: number) => masks.length === 0 || masks.some((mask) => mask[at] === '1');
    return Array.from({ length: this.data.weekCount }, (_, week) => week).filter(
      (week) => has(weekMasks, week % this.#weeksOfTerm) && has(termMasks, Math.floor(week / this.#weeksOfTerm)),
    );
  }
}

/** In the order of their numbers, where all of them have one. */
function byNumber<T extends { readonly number: string }>(list: readonly T[]): T[] {
  if (list.some(({ number }) => !Number.isFinite(Number(number)))) return [...list];
  return [...list].sort((a, b) => Number(a.number) - Number(b.number));
}

/** Positions of the digits 1. */
export function onesIn(mask: string): number[] {
  return [...mask].flatMap((bit, index) => (bit === '1' ? [index] : []));
}

function longest(masks: readonly string[]): number {
  return masks.reduce((length, mask) => Math.max(length, mask.length), 0);
}

/** Clock times of the periods, or hours from 08:00 where they are not times of one day in their order. */
function slotsOf(periods: readonly AscPeriod[], remarks: Diagnostic[]): SlotData[] {
  const times = periods.map(({ start, end }) => [minuteOf(start), minuteOf(end)] as const);
  const isClock = times.every(([start, end], at) => start < end && start >= (times[at - 1]?.[1] ?? 0));
  if (!isClock) {
    const message = 'The times of the periods do not follow each other; periods are shown from 08:00.';
    remarks.push(info('asc.clock', message, { advice: 'Change the times in the calendar.' }));
  }
  const length = Math.max(1, Math.min(60, Math.floor((16 * 60) / Math.max(1, periods.length))));
  return periods.map(({ name }, at) => {
    const [start, end] = isClock ? (times[at] ?? [0, 1]) : [8 * 60 + at * length, 8 * 60 + (at + 1) * length];
    return { start: clock(start), end: clock(end), ...(name.trim() === '' ? {} : { name: name.trim() }) };
  });
}

/** Minutes from midnight of `8:30` or `08.30`, or NaN. */
function minuteOf(text: string): number {
  const match = /^\s*(\d{1,2})[:.](\d{2})(?::\d{2})?\s*$/.exec(text);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  return hours <= 24 && minutes < 60 && hours * 60 + minutes <= 24 * 60 ? hours * 60 + minutes : Number.NaN;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
