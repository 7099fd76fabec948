import type { MeetingTime } from '../problem.ts';

/**
 * Rules about the hours of a set of events, by the clock: each looks at one day of one week after the other, adds up
 * over all of them, and divides once by the number of weeks. Source: MaxDays, MaxDayLoad, MaxBreaks and MaxBlock of
 * ITC-2019.
 */
export interface IntervalShape {
  /**
   * `days`: days of the week beyond the limit, whatever the weeks. `load`: units of minutes of a day beyond the limit.
   * `breaks`: blocks of a day beyond limit + 1. `blocks`: blocks of two or more events that last longer than the limit.
   */
  readonly kind: 'days' | 'load' | 'breaks' | 'blocks';
  readonly limit: number;
  /** Minutes between two events of one block, at most. */
  readonly gap: number;
  /** Minutes that make one unit of load; days in a row that count as one. */
  readonly unit: number;
  /** Multiplies a soft sum before it is divided. */
  readonly penalty: number;
}

/** What is counted over all days and weeks, before it is divided. */
export function rawAmount(
  { kind, limit, gap, unit }: IntervalShape,
  times: readonly MeetingTime[],
  weekCount: number,
): number {
  if (kind === 'days') {
    return Math.max(0, new Set(times.flatMap(({ days }) => days.map((day) => Math.trunc(day / unit)))).size - limit);
  }
  let sum = 0;
  for (let week = 0; week < weekCount; week++) {
    for (const day of new Set(times.flatMap((time) => time.days))) {
      const here = times.filter((time) => time.weeks.includes(week) && time.days.includes(day));
      if (kind === 'load') {
        const load = here.reduce((minutes, time) => minutes + time.endMinute - time.startMinute, 0);
        sum += Math.max(0, Math.floor(load / unit) - Math.floor(limit / unit));
      } else {
        const blocks = mergedBlocks(here, gap);
        if (kind === 'breaks') sum += Math.max(0, blocks.length - limit - 1);
        else sum += blocks.filter((block) => block.events > 1 && block.end - block.start > limit).length;
      }
    }
  }
  return sum;
}

/** The amount of a rule: a hard one is at least 1 when anything is wrong. */
export function dividedAmount({ kind, penalty }: IntervalShape, raw: number, weekCount: number, hard: boolean): number {
  const divisor = kind === 'days' ? 1 : weekCount;
  return hard ? Math.ceil(raw / divisor) : Math.floor((penalty * raw) / divisor);
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly events: number;
}

/** Events that overlap, or lie no more than `gap` minutes apart, are one block. */
function mergedBlocks(times: readonly MeetingTime[], gap: number): Block[] {
  const blocks: Block[] = [];
  for (const time of [...times].sort((a, b) => a.startMinute - b.startMinute)) {
    const last = blocks.at(-1);
    if (last !== undefined && last.end + gap >= time.startMinute) {
      blocks[blocks.length - 1] = {
        start: last.start,
        end: Math.max(last.end, time.endMinute),
        events: last.events + 1,
      };
    } else blocks.push({ start: time.startMinute, end: time.endMinute, events: 1 });
  }
  return blocks;
}
