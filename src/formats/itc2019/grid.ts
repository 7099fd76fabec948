import type { MeetingTime, Problem } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import { timeOfId } from './calendar.ts';
import { itc2019Kinds } from './distributions.ts';
import type { Itc2019Time } from './file.ts';

const dayMinutes = 24 * 60;
/** The competition's slots; longer ones are not used, because other programs count on these. */
const usualMinutes = 5;

/** The slots of a file for a problem. */
export class Itc2019Grid {
  /** Of a slot. */
  readonly minutes: number;
  readonly #problem: Problem;
  /** Whether ids of times say what the file had: true for problems that come from one. */
  readonly #hasOwnIds: boolean;

  constructor(problem: Problem) {
    const own = minutesOfIds(problem);
    this.#problem = problem;
    this.#hasOwnIds = own !== null;
    this.minutes = own ?? greatestDivisor(problem);
  }

  get slotsPerDay(): number {
    return dayMinutes / this.minutes;
  }

  timeOf(time: MeetingTime): Itc2019Time {
    const own = this.#hasOwnIds ? timeOfId(time.id) : null;
    if (own !== null) return own;
    const { dayCount } = this.#problem.axis;
    return {
      days: bits(dayCount, time.days),
      start: time.startMinute / this.minutes,
      length: (time.endMinute - time.startMinute) / this.minutes,
      weeks: this.#weeks(time.weeks),
    };
  }

  /** Stretches of slots on one day, each as a time. */
  timesOf({ day, slots, weeks }: SlotSelection): Itc2019Time[] {
    const { days, slots: table } = this.#problem.data.calendar;
    const sorted = [...new Set(slots)].sort((a, b) => a - b);
    const times: Itc2019Time[] = [];
    for (let at = 0; at < sorted.length; at++) {
      const first = at;
      while (sorted[at + 1] === (sorted[at] ?? 0) + 1) at++;
      const start = minuteOf(table[sorted[first] ?? -1]?.start) / this.minutes;
      const end = minuteOf(table[sorted[at] ?? -1]?.end) / this.minutes;
      const index = days.findIndex(({ id }) => id === day);
      times.push({ days: bits(days.length, [index]), start, length: end - start, weeks: this.#weeks(weeks) });
    }
    return times;
  }

  #weeks(weeks: readonly number[] | undefined): string {
    const { weekCount } = this.#problem.data.calendar;
    return weeks === undefined ? '1'.repeat(weekCount) : bits(weekCount, weeks);
  }
}

/** Minutes of a slot of the file that the problem comes from, found by what its ids say of clock times; or null. */
function minutesOfIds({ data, times }: Problem): number | null {
  const timeOf = new Map(times.map((time) => [time.id, time]));
  let minutes: number | null = null;
  for (const { id } of data.meetingTimes) {
    const said = timeOfId(id);
    const time = timeOf.get(id);
    if (said === null || time === undefined) return null;
    const found = (time.endMinute - time.startMinute) / said.length;
    if (said.start * found !== time.startMinute || (minutes ?? found) !== found) return null;
    minutes = found;
  }
  return minutes;
}

/** The longest slots, five minutes at most, in which all clock times and ways are whole. */
function greatestDivisor({ data, rules }: Problem): number {
  const inRules = rules.flatMap(({ data: { kind }, params }) =>
    (Object.values(itc2019Kinds).find((entry) => entry.kind === kind)?.numbers ?? []).flatMap(([name, isTime]) =>
      isTime ? [Number(params[name])] : [],
    ),
  );
  const values = [
    ...data.calendar.slots.flatMap(({ start, end }) => [minuteOf(start), minuteOf(end)]),
    ...data.rooms.flatMap(({ travel = [] }) => travel.map(({ minutes }) => minutes)),
    ...inRules,
  ];
  return values.reduce(divisor, usualMinutes);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function minuteOf(clock = '00:00'): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function bits(count: number, ones: readonly number[]): string {
  return Array.from({ length: count }, (_, index) => (ones.includes(index) ? '1' : '0')).join('');
}
