import { describe, expect, test } from 'vitest';
import type { PersonFigures } from '../../../src/domain/side-by-side/person-figures.ts';
import { better, type Rival, ranked, recommend } from '../../../src/domain/side-by-side/recommend.ts';

/** People whose wishes cost as much as is said, in order. */
function people(...wishes: readonly number[]): readonly PersonFigures[] {
  return wishes.map((cost, resource) => ({
    resource,
    kind: resource % 2 === 0 ? 'group' : 'instructor',
    wishes: cost,
    faults: 0,
    gaps: 0,
    days: 5,
    dayKey: '0,1,2,3,4',
  }));
}

function rival(unplaced: number, hard: number, soft: number, wishes: readonly number[] = [1, 1, 1, 1]): Rival {
  return { score: { unplaced, hard, soft }, people: people(...wishes) };
}

describe('the recommendation', () => {
  test('is none of none, and the only one', () => {
    expect(recommend([])).toBeNull();
    expect(recommend([rival(1, 1, 1)])).toEqual({ position: 0, reason: { kind: 'only' } });
  });

  test('prefers fewer unplaced events, then fewer hard faults, whatever they cost', () => {
    expect(recommend([rival(1, 0, 0), rival(0, 9, 900)])).toEqual({
      position: 1,
      reason: { kind: 'unplaced', over: 0, less: 1 },
    });
    expect(recommend([rival(0, 3, 0), rival(0, 1, 900)])).toEqual({
      position: 1,
      reason: { kind: 'hard', over: 0, less: 2 },
    });
  });

  test('is else the lowest soft cost, weighed against the next', () => {
    expect(recommend([rival(0, 0, 90), rival(0, 0, 40), rival(0, 0, 60)])).toEqual({
      position: 1,
      reason: { kind: 'soft', over: 2, less: 20 },
    });
    expect(recommend([rival(0, 0, 40), rival(0, 0, 40)])).toEqual({ position: 0, reason: { kind: 'equal', over: 1 } });
  });

  test('is one that suits more than half of all people better, at a cost at most a twentieth higher', () => {
    const cheapest = rival(0, 0, 100, [4, 4, 4, 4]);
    const kinder = rival(0, 0, 105, [1, 1, 1, 9]);
    expect(recommend([cheapest, kinder])).toEqual({
      position: 1,
      reason: { kind: 'people', over: 0, better: 3, worse: 1, of: 4, less: 5 },
    });
    expect(recommend([cheapest, rival(0, 0, 106, [1, 1, 1, 9])])?.position).toBe(0);
    // two of four are not most
    expect(recommend([cheapest, rival(0, 0, 100, [1, 1, 4, 4])])?.position).toBe(0);
    // nobody's wishes make up for a hard fault
    expect(recommend([cheapest, rival(0, 1, 100, [0, 0, 0, 0])])?.position).toBe(0);
  });

  test('is of several kinder ones the one with most people better off less those worse off', () => {
    const cheapest = rival(0, 0, 100, [4, 4, 4, 4, 4]);
    const some = rival(0, 0, 101, [1, 1, 1, 9, 9]);
    const more = rival(0, 0, 104, [1, 1, 1, 4, 4]);
    expect(recommend([cheapest, some, more])?.position).toBe(2);
    expect(recommend([more, cheapest, some])?.position).toBe(0);
  });
});

describe('the ranking', () => {
  test('goes by the score, and keeps the order of equal ones', () => {
    const rivals = [rival(0, 1, 0), rival(0, 0, 7), rival(2, 0, 0), rival(0, 0, 7)];
    expect(ranked(rivals)).toEqual([1, 3, 0, 2]);
  });

  test('counts who is better and who is worse off, by faults, wishes, gaps and days in this order', () => {
    const [one] = people(3);
    if (one === undefined) expect.fail();
    const than = (changes: Partial<PersonFigures>) => better([one], [{ ...one, ...changes }]);
    expect(than({ faults: 1, wishes: 0 })).toEqual({ better: 0, worse: 1 });
    expect(than({ wishes: 2, gaps: 9 })).toEqual({ better: 1, worse: 0 });
    expect(than({ gaps: 1, days: 1 })).toEqual({ better: 0, worse: 1 });
    expect(than({ days: 4 })).toEqual({ better: 1, worse: 0 });
    expect(than({ dayKey: '0' })).toEqual({ better: 0, worse: 0 });
  });
});
