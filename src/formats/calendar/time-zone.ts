/**
 * Offsets of a time zone of the IANA database, as the platform knows them (ECMA-402). Instants are seconds since 1970 in UTC;
 * a *wall time* is what the clock shows, as the instant at which a clock in UTC shows the same. Offsets are seconds east of UTC.
 */
export interface TimeZone {
  readonly name: string;
  offsetAt(instant: number): number;
  /** The first of two instants at which the clock shows it; in an hour that is left out, as if the clock had not moved. */
  instantOf(wallTime: number): number;
  /** Instants from `from` (inclusive) to `to` at which the offset changes, ascending. */
  changesBetween(from: number, to: number): readonly ClockChange[];
}

export interface ClockChange {
  readonly instant: number;
  readonly before: number;
  readonly after: number;
}

const daySeconds = 86_400;

/** Null when the platform knows no zone of this name. */
export function createTimeZone(name: string): TimeZone | null {
  const format = clockOf(name);
  if (format === null) return null;
  const offsetAt = (instant: number) => wallTimeAt(format, instant) - instant;
  return {
    name,
    offsetAt,
    instantOf(wallTime) {
      const [before, after] = [offsetAt(wallTime - daySeconds), offsetAt(wallTime + daySeconds)];
      for (const offset of [Math.max(before, after), Math.min(before, after)]) {
        if (offsetAt(wallTime - offset) === offset) return wallTime - offset;
      }
      return wallTime - before;
    },
    changesBetween(from, to) {
      const changes: ClockChange[] = [];
      // Day by day: some zones change twice within a month.
      for (let at = from; at < to; at += daySeconds) {
        const end = Math.min(at + daySeconds, to);
        const [before, after] = [offsetAt(at), offsetAt(end)];
        if (before !== after) changes.push({ instant: firstChange(offsetAt, at, end), before, after });
      }
      return changes;
    },
  };
}

/** Name of the zone of this device. */
export function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', second: 'numeric', ...parts });
  } catch {
    return null;
  }
}

function wallTimeAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant * 1000).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall / 1000;
}

/** The first second after which the offset is no longer that of `from`. */
function firstChange(offsetAt: (instant: number) => number, from: number, to: number): number {
  const before = offsetAt(from);
  let [same, changed] = [from, to];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}
