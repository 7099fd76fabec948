import type { CalendarData, MeetingTimeData, SlotSelection } from '../../domain/problem-data.ts';
import type { Itc2019Days, Itc2019File, Itc2019Time } from './file.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * The slots of the file, five minutes each, are 288 a day; only where classes may start or end is told apart. So the
 * slots of the calendar reach from one such boundary to the next, without those in which no class may be.
 */
export class Itc2019Calendar {
  readonly data: CalendarData;
  readonly meetingTimes: readonly MeetingTimeData[];
  /** First slot of the file in each slot of the calendar, and the one behind its last. */
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(file: Itc2019Days, times: readonly Itc2019Time[]) {
    const boundaries = [...new Set(times.flatMap(({ start, length }) => [start, start + length]))].sort(
      (a, b) => a - b,
    );
    const covered = new Uint8Array(file.slotsPerDay + 1);
    for (const { start, length } of times) covered.fill(1, start, start + length);
    const starts = boundaries.slice(0, -1).filter((start) => covered[start] === 1);
    this.#starts = starts;
    this.#ends = starts.map((start) => boundaries[boundaries.indexOf(start) + 1] ?? start + 1);
    const minutes = (24 * 60) / file.slotsPerDay;
    const clock = (slot: number) => clockOf(slot * minutes);
    this.data = {
      days: Array.from({ length: file.dayCount }, (_, day) => ({
        id: String(day),
        name: dayNames[day] ?? `Day ${day + 1}`,
      })),
      slots: starts.map((start, at) => ({ start: clock(start), end: clock(this.#ends[at] ?? start + 1) })),
      weekCount: file.weekCount,
      breaks: [],
      closed: [],
    };
    const rows = new Map<string, MeetingTimeData>();
    for (const time of times) if (!rows.has(timeIdOf(time))) rows.set(timeIdOf(time), this.#meetingTime(time));
    this.meetingTimes = [...rows.values()];
  }

  /** Slots of the calendar that a time of the file takes a part of. */
  slotsIn({ start, length }: Pick<Itc2019Time, 'start' | 'length'>): number[] {
    return this.#starts.flatMap((first, slot) =>
      first < start + length && start < (this.#ends[slot] ?? first) ? [slot] : [],
    );
  }

  /** A time of the file as selections, one for each day. */
  selections(time: Itc2019Time): SlotSelection[] {
    const slots = this.slotsIn(time);
    if (slots.length === 0) return [];
    const weeks = time.weeks.includes('0') ? { weeks: onesIn(time.weeks) } : {};
    return onesIn(time.days).map((day) => ({ day: String(day), slots, ...weeks }));
  }

  #meetingTime(time: Itc2019Time): MeetingTimeData {
    const slots = this.slotsIn(time);
    return {
      id: timeIdOf(time),
      days: onesIn(time.days).map(String),
      start: slots[0] ?? 0,
      length: Math.max(1, slots.length),
      ...(time.weeks.includes('0') ? { weeks: onesIn(time.weeks) } : {}),
    };
  }
}

/** Every time of every class. */
export function timesOf(file: Itc2019File): readonly Itc2019Time[] {
  return file.courses.flatMap(({ configs }) =>
    configs.flatMap(({ subparts }) => subparts.flatMap(({ classes }) => classes.flatMap(({ times }) => times))),
  );
}

/** Days, first slot, length and weeks as in the file: what a solution has to say again. */
export function timeIdOf({ days, start, length, weeks }: Itc2019Time): string {
  return `${days}/${start}+${length}/${weeks}`;
}

/** The inverse of `timeIdOf`, or null. */
export function timeOfId(id: string): Itc2019Time | null {
  const match = /^([01]+)\/(\d+)\+(\d+)\/([01]+)$/.exec(id);
  if (match === null) return null;
  const [, days = '', start = '', length = '', weeks = ''] = match;
  return { days, start: Number(start), length: Number(length), weeks };
}

function onesIn(bits: string): number[] {
  return [...bits].flatMap((bit, index) => (bit === '1' ? [index] : []));
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
