import { describe, expect, test } from 'vitest';
import { firstKept, historyLimits } from '../../../src/domain/operations/kept-history.ts';

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

/** Steps from `from` on, one a line, each of so many bytes and so old. */
function steps(count: number, days: (index: number) => number, bytes = 300, from = 1) {
  return Array.from({ length: count }, (_, index) => ({ seq: from + index, at: daysAgo(days(index)), bytes }));
}

describe('of the history', () => {
  test('everything is kept that is young, or among the last 10,000', () => {
    expect(firstKept([], now)).toBe(1);
    expect(
      firstKept(
        steps(10_000, () => 3000),
        now,
      ),
    ).toBe(1);
    expect(
      firstKept(
        steps(30_000, () => 89),
        now,
      ),
    ).toBe(1);
    expect(
      firstKept(
        steps(10_500, () => 91),
        now,
      ),
    ).toBe(501);
    // those of the last 90 days stay, even though they are more
    expect(
      firstKept(
        steps(20_000, (index) => (index < 4000 ? 100 : 10)),
        now,
      ),
    ).toBe(4001);
    expect(
      firstKept(
        steps(10_500, () => 91, 300, 701),
        now,
      ),
    ).toBe(1201);
  });

  test('what would fill the storage goes, but never the last 1,000', () => {
    const huge = historyLimits.bytes / 2000;
    expect(
      firstKept(
        steps(5000, () => 1, huge),
        now,
      ),
    ).toBe(3001);
    expect(
      firstKept(
        steps(1500, () => 1, historyLimits.bytes),
        now,
      ),
    ).toBe(501);
  });
});
