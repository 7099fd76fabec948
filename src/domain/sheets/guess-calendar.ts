import { minutesOf, mostMaskedSlots } from '../build/calendar.ts';
import type { CalendarData, DayData, SlotData } from '../problem-data.ts';
import { plainName } from './bench.ts';
import { weekdayOf } from './calendar-words.ts';
import { clockMinutes } from './dates.ts';
import type { SheetGuess } from './guess.ts';
import { type ClockSpan, slotsOfSpans, usualSlots } from './guess-slots.ts';
import type { Sheet } from './sheet.ts';

/** A sheet and what its columns are taken for. */
export interface ReadSheet extends SheetGuess {
  readonly sheet: Sheet;
}

/** A calendar that sheets speak of, and where its parts come from; `usual` is what is taken where they say nothing. */
export interface GuessedCalendar {
  readonly calendar: CalendarData;
  readonly days: 'named' | 'numbered' | 'usual';
  readonly slots: 'clock' | 'numbered' | 'named' | 'usual';
}

export interface CalendarHabits {
  /** 1 (Monday) … 7 (Sunday), from the first weekday of the country on. */
  readonly weekOrder: readonly number[];
  readonly dayOf: (weekday: number) => DayData;
}

const mostDays = 30;
const mostWeeks = 52;
const workingDays = 5;
const usualSlotCount = 8;

/** What cells of days, times and weeks say, of sheets whose rows are meetings or availability. */
interface Said {
  /** Days in the order in which they come, each once. */
  readonly days: Map<string, string>;
  readonly slots: Map<string, string>;
  readonly spans: ClockSpan[];
  readonly weeks: Set<string>;
  /** True where whole timetables speak, not only those who cannot come at some times. */
  isWhole: boolean;
}

/**
 * The days, slots and weeks that rows about meetings and availability speak of; five days of eight slots from 08:00 where
 * they say nothing. Days between those that are named belong to the week, and so do all working days where only wishes
 * name some. Clock times become slots from one beginning to the next.
 */
export function guessCalendar(sheets: readonly ReadSheet[], habits: CalendarHabits): GuessedCalendar {
  const said: Said = { days: new Map(), slots: new Map(), spans: [], weeks: new Set(), isWhole: false };
  for (const sheet of sheets) collect(sheet, said);
  const days = guessDays(said, habits);
  const slots = guessSlots(said);
  const calendar = { days: days.days, slots: slots.slots, weekCount: weekCountOf(said.weeks), breaks: [], closed: [] };
  return { calendar, days: days.from, slots: slots.from };
}

function collect({ sheet, target, header, mapping }: ReadSheet, said: Said): void {
  const columnOf = (key: string) => mapping.indexOf(key);
  const [day, start, end, weeks] = [columnOf('day'), columnOf('start'), columnOf('end'), columnOf('weeks')];
  const isPlaced = target === 'placements';
  if (isPlaced) said.isWhole = true;
  for (const row of sheet.rows.slice(header + 1)) {
    const cell = (column: number) => (column < 0 ? '' : (row[column] ?? '').trim());
    if (cell(weeks) !== '') said.weeks.add(cell(weeks));
    if (!isPlaced && target !== 'availability') continue;
    if (cell(day) !== '') said.days.set(plainName(cell(day)).replace(/\.$/, ''), cell(day));
    collectTime(cell(start), cell(end), said);
  }
}

function collectTime(start: string, end: string, said: Said): void {
  if (start === '') return;
  const [from = '', until = ''] = start.split(/\s*[-–]\s*/);
  const first = /^\d{1,3}\.?$/.test(from) ? null : clockMinutes(from);
  const last = clockMinutes(until === '' ? end : until);
  if (first === null) said.slots.set(plainName(start), start);
  else said.spans.push({ start: first, end: last !== null && last > first ? last : null });
}

interface Days {
  readonly days: readonly DayData[];
  readonly from: GuessedCalendar['days'];
}

function guessDays({ days, isWhole }: Said, { weekOrder, dayOf }: CalendarHabits): Days {
  const usual: Days = { days: weekOrder.filter((day) => day <= workingDays).map(dayOf), from: 'usual' };
  if (days.size === 0 || days.size > mostDays) return usual;
  const numbers = [...days.keys()].map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : 0));
  if (numbers.every((number) => number >= 1 && number <= mostDays)) {
    const count = isWhole ? Math.max(...numbers) : Math.max(workingDays, ...numbers);
    const named = weekOrder.slice(0, count).map(dayOf);
    // "Day 1" is the first of the week; a cycle that is longer than a week has no weekdays
    const cycle = Array.from({ length: count }, (_, index) => ({ id: `day-${index + 1}`, name: String(index + 1) }));
    return { days: count <= weekOrder.length ? named : cycle, from: 'numbered' };
  }
  const weekdays = [...days.keys()].map(weekdayOf);
  if (weekdays.every((weekday) => weekday !== undefined)) {
    const places = weekdays.map((weekday) => weekOrder.indexOf(weekday));
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const isIn = (weekday: number, place: number) =>
      (place >= first && place <= last) || (!isWhole && weekday <= workingDays);
    return { days: weekOrder.filter(isIn).map(dayOf), from: 'named' };
  }
  return isWhole ? { days: [...days.values()].map(ownDay), from: 'named' } : usual;
}

/** Days of a cycle with names of their own: `Day A`. */
function ownDay(name: string, index: number): DayData {
  return { id: `day-${index + 1}`, name };
}

interface Slots {
  readonly slots: readonly SlotData[];
  readonly from: GuessedCalendar['slots'];
}

function guessSlots({ slots, spans, isWhole }: Said): Slots {
  const clock = isWhole ? slotsOfSpans(spans) : null;
  if (clock !== null && clock.length <= mostMaskedSlots) return { slots: clock, from: 'clock' };
  const numbers = [...slots.keys()].map((word) => Number(/^\d{1,3}(?=\.?$)/.exec(word)?.[0] ?? 0));
  if (slots.size > 0 && numbers.every((number) => number >= 1 && number <= mostMaskedSlots)) {
    const count = isWhole ? Math.max(...numbers) : Math.max(usualSlotCount, ...numbers);
    return { slots: usualSlots(count), from: 'numbered' };
  }
  if (isWhole && slots.size > 0 && slots.size <= mostMaskedSlots) {
    const names = [...slots.values()].sort(byNumber);
    return {
      slots: usualSlots(names.length).map((slot, index) => ({ ...slot, name: names[index] ?? '' })),
      from: 'named',
    };
  }
  const wanted = spans.flatMap(({ start, end }) => [start, end ?? start]);
  const first = Math.min(minutesOf('08:00') ?? 0, ...wanted);
  const last = Math.max(minutesOf('16:00') ?? 0, ...wanted);
  const from = Math.floor(first / 60);
  return { slots: usualSlots(Math.min(mostMaskedSlots, Math.ceil(last / 60) - from), from * 60), from: 'usual' };
}

/** `P10` comes after `P9`; names without numbers stay in their order. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a, b].map((name) => Number(/\d+/.exec(name)?.[0] ?? 0));
  return (one ?? 0) - (other ?? 0);
}

/** Weeks of the cycle as cells of weeks name them: letters (`A`, `B`) or numbers from 1. */
function weekCountOf(cells: ReadonlySet<string>): number {
  let count = 1;
  for (const cell of cells) {
    for (const piece of cell.toUpperCase().split(/[\s,;+/–-]+/)) {
      if (/^\d{1,2}$/.test(piece)) count = Math.max(count, Number(piece));
      else if (/^[A-F]{1,6}$/.test(piece)) {
        for (const letter of piece) count = Math.max(count, letter.charCodeAt(0) - 64);
      }
    }
  }
  return count <= mostWeeks ? count : 1;
}
