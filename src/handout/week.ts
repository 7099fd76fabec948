import { holidayOn } from '../domain/term-dates.ts';
import type { Handout, Meeting } from './handout.ts';
import { dateInWeek } from './one-week.ts';

/** A row of the week: one slot, or several in which nothing begins or ends. */
export interface WeekRow {
  readonly start: string;
  readonly end: string;
  /** Names of the slots, where they have some. */
  readonly name: string;
  /** Name of the break that it is on every day; null when it is none. */
  readonly band: string | null;
}

/** Meetings of a day that touch each other, from a row on over some rows. */
export interface WeekBlock {
  readonly row: number;
  readonly rows: number;
  readonly entries: readonly BlockEntry[];
}

export interface BlockEntry {
  readonly meeting: Meeting;
  /** Rows from the first of the block, and rows that it covers. */
  readonly from: number;
  readonly rows: number;
  /** Where it stands when meetings at the same time stand side by side: column of so many columns. */
  readonly lane: number;
  readonly lanes: number;
}

export interface WeekDay {
  readonly day: number;
  readonly name: string;
  /** `YYYY-MM-DD`, where the week that is shown is one of the calendar. */
  readonly date: string | null;
  /** Nothing is held on it then. */
  readonly holiday: string | null;
  /** In the order of the rows. */
  readonly blocks: readonly WeekBlock[];
}

export interface Week {
  /** Of the cycle; null: all of them, laid over each other. */
  readonly number: number | null;
  readonly rows: readonly WeekRow[];
  readonly days: readonly WeekDay[];
}

/** With more slots than that a row for each would say little: rows reach from one change to the next. */
const mostPlainRows = 20;
/** With more days than that those without meetings are left out. */
const mostPlainDays = 7;

/** Of more meetings at once than that a grid shows nothing but its own height: they are listed instead. */
const mostAtOnce = 6;

export function isCrowded({ days }: Week): boolean {
  return days.some(({ blocks }) => blocks.some(({ entries }) => entries.length > mostAtOnce));
}

/** The meetings of somebody as a grid: days beside each other, times below each other; of one week of the cycle or of all. */
export function weekOf({ calendar }: Handout, all: readonly Meeting[], number: number | null = null): Week {
  const meetings = number === null ? all : heldIn(calendar, all, number);
  const starts = rowStarts(calendar.slots.length, meetings);
  const rows = starts.slice(0, -1).map((slot, row) => rowFrom(calendar, slot, starts[row + 1] ?? slot + 1));
  const rowOfSlot = new Map(starts.map((slot, row) => [slot, row]));
  const place = (meeting: Meeting) => {
    const row = rowOfSlot.get(meeting.start) ?? 0;
    return { meeting, row, end: rowOfSlot.get(meeting.start + meeting.length) ?? rows.length };
  };
  const days = calendar.days.map(({ name }, day): WeekDay => {
    const date = number === null ? null : dateInWeek(calendar, number, day);
    const holiday = date === null || calendar.term === undefined ? null : holidayOn(calendar.term, date);
    const own = meetings.filter((meeting) => holiday === null && meeting.days.includes(day)).map(place);
    return { day, name, date, holiday, blocks: blocksOf(own) };
  });
  const isWide = days.length > mostPlainDays;
  return { number, rows, days: isWide ? days.filter(({ blocks }) => blocks.length > 0) : days };
}

/** What is held in a week of the cycle; in one with dates, in which others it is held would only be in the way. */
function heldIn(calendar: Handout['calendar'], all: readonly Meeting[], number: number): readonly Meeting[] {
  const held = all.filter(({ weeks }) => weeks?.includes(number) ?? true);
  return dateInWeek(calendar, number, 0) === null ? held : held.map(({ weeks: _, ...meeting }) => meeting);
}

/** The first slot of every row, and the slot after the last one. */
function rowStarts(slotCount: number, meetings: readonly Meeting[]): readonly number[] {
  if (slotCount <= mostPlainRows) return Array.from({ length: slotCount + 1 }, (_, slot) => slot);
  const bounds = new Set(meetings.flatMap(({ start, length }) => [start, start + length]));
  return [...bounds].sort((a, b) => a - b);
}

/** Its own name; many schools name a slot by the hour at which it begins, which is there anyway. */
export function slotName(slot: Handout['calendar']['slots'][number] | undefined): string {
  return slot?.name === undefined || slot.name === slot.start ? '' : slot.name;
}

function rowFrom({ slots, breaks, days }: Handout['calendar'], from: number, to: number): WeekRow {
  const own = slots.slice(from, to);
  const single = to === from + 1 ? breaks.filter(({ slot }) => slot === from) : [];
  const isBand = days.length > 0 && days.every(({ id }) => single.some((entry) => entry.days?.includes(id) ?? true));
  return {
    start: own[0]?.start ?? '',
    end: own.at(-1)?.end ?? '',
    name: own.length === 1 ? slotName(own[0]) : '',
    band: isBand ? (single[0]?.name ?? '') : null,
  };
}

interface Placed {
  readonly meeting: Meeting;
  readonly row: number;
  readonly end: number;
}

function blocksOf(placed: readonly Placed[]): readonly WeekBlock[] {
  const inOrder = placed.toSorted((a, b) => a.row - b.row || b.end - a.end || weekOrder(a) - weekOrder(b));
  const blocks: WeekBlock[] = [];
  let stretch: Placed[] = [];
  let end = 0;
  const close = () => {
    if (stretch.length > 0) blocks.push(blockFrom(stretch, end));
    stretch = [];
  };
  for (const item of inOrder) {
    if (item.row >= end) close();
    end = stretch.length === 0 ? item.end : Math.max(end, item.end);
    stretch.push(item);
  }
  close();
  return blocks;
}

function weekOrder({ meeting }: Placed): number {
  return meeting.weeks?.[0] ?? 0;
}

function blockFrom(stretch: readonly Placed[], end: number): WeekBlock {
  const first = stretch[0]?.row ?? 0;
  const laneEnds: number[] = [];
  const entries = stretch.map((item) => {
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= item.row);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = item.end;
    return { meeting: item.meeting, from: item.row - first, rows: item.end - item.row, lane };
  });
  return { row: first, rows: end - first, entries: entries.map((entry) => ({ ...entry, lanes: laneEnds.length })) };
}

/** Clock times of a meeting. */
export function timesOf({ calendar }: Handout, { start, length }: Meeting): readonly [start: string, end: string] {
  return [calendar.slots[start]?.start ?? '', calendar.slots[start + length - 1]?.end ?? ''];
}
