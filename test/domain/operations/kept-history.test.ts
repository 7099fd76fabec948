import { describe, expect, test } from 'vitest';
import { firstKept, historyLimits } from '../../../src/domain/operations/kept-history.ts';

/** Steps from `from` on, each of so many bytes. */
function steps(count: number, bytes: number, from = 1) {
  return Array.from({ length: count }, (_, index) => ({ seq: from + index, bytes }));
}

describe('of the history', () => {
  test('everything is kept that the storage has room for', () => {
    expect(firstKept([])).toBe(1);
    expect(firstKept(steps(100_000, 300))).toBe(1);
    expect(firstKept(steps(100, 300, 701))).toBe(701);
  });

  test('what would fill the storage goes, but never the last 1,000', () => {
    expect(firstKept(steps(5000, historyLimits.bytes / 2000))).toBe(3001);
    expect(firstKept(steps(1500, historyLimits.bytes))).toBe(501);
    // what is large goes, however young, with all that came before it
    const large = { seq: 1500, bytes: historyLimits.bytes };
    expect(firstKept([...steps(1499, 300), large, ...steps(1200, 300, 1501)])).toBe(1501);
  });
});
