import { type Diagnostic, warning } from '../../domain/diagnostic.ts';

const daysOfWeek = 7;
/** Of a problem. */
const mostWeeks = 52;

/**
 * Dates as weeks. UniTime tells two classes apart by their dates alone; a week of Horarium is a set of dates such that two
 * patterns share a week exactly when they share a date. That is true of calendar weeks nearly always; where it is not, the
 * dates that the same patterns have are one "week".
 */
export class UnitimeWeeks {
  readonly count: number;
  readonly #bitsOf = new Map<string, string>();

  constructor(given: readonly (string | null)[], remarks: Diagnostic[]) {
    const patterns = [...new Set(given.flatMap((pattern) => (pattern === null ? [] : [trimmed(pattern)])))];
    if (patterns.length === 0 || (patterns.length === 1 && !given.includes(null))) {
      this.count = 1;
      for (const pattern of patterns) this.#bitsOf.set(pattern, '1');
      return;
    }
    const calendarWeeks = weeksOf(patterns);
    const [first = []] = calendarWeeks;
    const fits = first.length <= mostWeeks;
    const chosen = fits && isExact(patterns, calendarWeeks) ? calendarWeeks : atomsOf(patterns);
    const [row = []] = chosen;
    if (row.length > mostWeeks) {
      remarks.push(
        warning('unitime.weeks', 'The dates differ in more ways than a cycle has weeks ({most}).', {
          value: row.length,
          values: { most: mostWeeks },
          advice: 'All classes are read as if they met in every week.',
        }),
      );
      this.count = 1;
      for (const pattern of patterns) this.#bitsOf.set(pattern, '1');
      return;
    }
    this.count = row.length;
    patterns.forEach((pattern, index) => {
      this.#bitsOf.set(pattern, (chosen[index] ?? []).map((isIn) => (isIn ? '1' : '0')).join(''));
    });
  }

  /** A digit for every week, 1 where the dates are. */
  bits(pattern: string | null): string {
    return (pattern === null ? undefined : this.#bitsOf.get(trimmed(pattern))) ?? '1'.repeat(this.count);
  }
}

function trimmed(pattern: string): string {
  return pattern.replace(/0+$/, '');
}

function lastDate(patterns: readonly string[]): number {
  return patterns.reduce((most, pattern) => Math.max(most, pattern.length), 0);
}

/** Calendar weeks from the first date on, for each pattern. */
function weeksOf(patterns: readonly string[]): boolean[][] {
  const first = patterns.reduce((least, pattern) => Math.min(least, pattern.indexOf('1')), Number.POSITIVE_INFINITY);
  const last = lastDate(patterns);
  const count = Math.ceil((last - first) / daysOfWeek);
  return patterns.map((pattern) =>
    Array.from({ length: count }, (_, week) => {
      const from = first + week * daysOfWeek;
      return pattern.slice(from, from + daysOfWeek).includes('1');
    }),
  );
}

/** Dates that lie in the same patterns are one. */
function atomsOf(patterns: readonly string[]): boolean[][] {
  const last = lastDate(patterns);
  const atoms = new Map<string, boolean[]>();
  for (let date = 0; date < last; date++) {
    const signature = patterns.map((pattern) => pattern[date] === '1');
    if (signature.includes(true)) atoms.set(signature.map(Number).join(''), signature);
  }
  return patterns.map((_, index) => [...atoms.values()].map((signature) => signature[index] === true));
}

/** More patterns than that are not compared one by one. */
const mostCompared = 300;

function isExact(patterns: readonly string[], weeks: readonly (readonly boolean[])[]): boolean {
  if (patterns.length > mostCompared) return true;
  return patterns.every((pattern, index) =>
    patterns.slice(0, index).every((other, before) => {
      const shareWeek = (weeks[index] ?? []).some((isIn, week) => isIn && weeks[before]?.[week] === true);
      return shareWeek === shareDate(pattern, other);
    }),
  );
}

function shareDate(first: string, second: string): boolean {
  for (let date = 0; date < first.length; date++) if (first[date] === '1' && second[date] === '1') return true;
  return false;
}
