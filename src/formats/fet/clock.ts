import type { SlotData } from '../../domain/problem-data.ts';

/** Hour names as slots of the day, and whether their clock times are from the file. */
export interface FetClock {
  readonly slots: readonly SlotData[];
  readonly known: boolean;
}

const minutesADay = 24 * 60;
const halfDay = 12 * 60;

/**
 * Clock times out of the names of the hours, when every name has one: "8:15", "8:15-9:00", "08h15 – 09h00". FET knows no
 * clock, so an hour that seems to lie before the one above it is meant twelve hours later ("1:10" after "12:10"). When
 * the names say nothing of the sort, hours follow each other from 08:00, shorter ones when there are more than 16.
 */
export function clockOf(hours: readonly string[]): FetClock {
  const read = timesOf(hours);
  if (read !== null) return { slots: hours.map((name, hour) => slot(name, read[hour] ?? [0, 1])), known: true };
  const length = Math.max(1, Math.min(60, Math.floor((minutesADay - 8 * 60) / Math.max(1, hours.length))));
  const slots = hours.map((name, hour) => slot(name, [8 * 60 + hour * length, 8 * 60 + (hour + 1) * length]));
  return { slots, known: false };
}

type Stretch = readonly [start: number, end: number];

function timesOf(hours: readonly string[]): readonly Stretch[] | null {
  const starts: number[] = [];
  const ends: (number | null)[] = [];
  for (const name of hours) {
    const [first, second] = minutesIn(name);
    if (first === undefined) return null;
    const start = after(starts.at(-1) ?? -1, first);
    if (start === null) return null;
    starts.push(start);
    ends.push(second === undefined ? null : after(start, second));
  }
  const usual = starts.length > 1 ? (starts[1] ?? 0) - (starts[0] ?? 0) : 60;
  return starts.map((start, hour) => {
    const limit = starts[hour + 1] ?? minutesADay;
    const end = ends[hour] ?? (hour + 1 < starts.length ? limit : start + usual);
    return [start, Math.max(start + 1, Math.min(end, limit))];
  });
}

/** The minute itself when it is later than the one before, else twelve hours later, else null. */
function after(previous: number, minute: number): number | null {
  if (minute > previous) return minute;
  return minute + halfDay > previous && minute + halfDay < minutesADay ? minute + halfDay : null;
}

function minutesIn(name: string): number[] {
  return [...name.matchAll(/(?<!\d)(\d{1,2})[:.hH]([0-5]\d)(?!\d)/g)]
    .map((match) => Number(match[1]) * 60 + Number(match[2]))
    .filter((minute) => minute < minutesADay);
}

function slot(name: string, [start, end]: Stretch): SlotData {
  const shown = name.trim().slice(0, 200);
  return { start: clock(start), end: clock(end), ...(shown === '' ? {} : { name: shown }) };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
