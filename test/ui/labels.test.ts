import { describe, expect, test } from 'vitest';
import { logarithmicRange, logarithmicSplits } from '../../src/ui/state/charts/log-axis.ts';
import { fileNameOf } from '../../src/ui/state/files/files.ts';
import { costsByKind, groupViolations } from '../../src/ui/state/problems/problems-view.ts';
import { remainingSeconds } from '../../src/ui/state/runs/run-time.ts';
import { partNames, shortNames, timeLabel, weekLabel } from '../../src/ui/state/words/labels.ts';
import { byteSize, duration } from '../../src/ui/state/words/numbers.ts';
import { builtSmallSchool, timetableOf } from '../support/small-school.ts';

describe('labels', () => {
  test('weeks are letters when few and ranges when many', () => {
    expect(weekLabel([0, 1], 2)).toBe('');
    expect(weekLabel([1], 2)).toBe('B');
    expect(weekLabel([0, 1, 2, 4, 9], 16)).toBe('1–3, 5, 10');
  });

  test('a time is told by the clock', () => {
    const problem = builtSmallSchool();
    const [all] = timetableOf(problem, { all: 'tue@3' }).assignments;
    expect(timeLabel(problem, all?.time ?? -1)).toBe('Tuesday 10:30–11:20');
  });

  test('a card in the week of a group names the groups that it is for, unless it is that one alone', () => {
    const problem = builtSmallSchool();
    const [year, left] = problem.groups.map(({ index }) => index);
    expect(partNames(problem, 0, year)).toBe('');
    expect(partNames(problem, 0, left)).toBe('Year');
    expect(partNames(problem, 1, year)).toBe('Left');
  });

  test('days are shortened as far as they stay different', () => {
    expect(shortNames(['Monday', 'Tuesday'])).toEqual(['Mon', 'Tue']);
    expect(shortNames(['Day 1', 'Day 2'])).toEqual(['Day 1', 'Day 2']);
  });

  test('file names keep letters of any script and lose what file systems refuse', () => {
    expect(fileNameOf('../a/b: ümlaut?', 'sol')).toBe('a-b- ümlaut.sol');
    expect(fileNameOf('///', 'sol')).toBe('timetable.sol');
  });

  test('durations and sizes', () => {
    expect([duration(7.4), duration(754), duration(3723)]).toEqual(['0:07', '12:34', '1:02:03']);
    expect([byteSize(999), byteSize(2_400_000), byteSize(24_000_000)]).toEqual(['999 B', '2.4 MB', '24 MB']);
  });
});

test('a logarithmic axis starts at a mark below the least value and keeps zero when it is reached', () => {
  expect(logarithmicRange(0, 400)[0]).toBe(0);
  expect(logarithmicRange(60, 400)[0]).toBe(50);
  expect(logarithmicSplits(50, 460)).toEqual([50, 100, 200]);
  expect(logarithmicSplits(0, 5000)).toEqual([0, 1, 10, 100, 1000]);
  // a run that hardly moves any more has more than one label at its axis
  expect(logarithmicSplits(20, 46)).toEqual([20, 30, 40]);
  expect(logarithmicSplits(500, 855)).toEqual([500, 600, 700, 800]);
});

test('the remaining time is bounded by the clock', () => {
  const progress = { done: 0.25, seconds: 10 } as Parameters<typeof remainingSeconds>[0];
  expect(remainingSeconds(progress, { pace: 'moves', timeLimit: null })).toBe(30);
  expect(remainingSeconds(progress, { pace: 'moves', timeLimit: 15 })).toBe(5);
  expect(remainingSeconds({ ...progress, done: 0 }, { pace: 'moves', timeLimit: null })).toBeNull();
  // More moves than were guessed do not mean that the time is up.
  expect(remainingSeconds({ ...progress, done: 1 }, { pace: 'clock', timeLimit: 30 })).toBe(20);
});

test('costs of many instances add up by kind and strength, hard first, nothing at zero', () => {
  const cost = (kind: string, hard: boolean, amount: number) => ({ kind, hard, amount, cost: amount * 2 });
  expect(costsByKind([cost('a', false, 3), cost('b', true, 1), cost('a', false, 2), cost('c', false, 0)])).toEqual([
    cost('b', true, 1),
    cost('a', false, 5),
  ]);
});

test('violations are grouped: unplaced, hard, soft, the dearest first', () => {
  const violation = (kind: string, hard: boolean, cost: number) => ({
    rule: 0,
    kind,
    hard,
    amount: 1,
    cost,
    events: [],
    resource: -1,
    dayIndex: -1,
    mask: 0,
  });
  const groups = groupViolations([
    violation('gaps', false, 2),
    violation('roomClash', true, 1),
    violation('placed', true, 1),
    violation('gaps', false, 5),
  ]);
  expect(groups.map((group) => [group.kind, group.cost])).toEqual([
    ['placed', 1],
    ['roomClash', 1],
    ['gaps', 7],
  ]);
  expect(groups[2]?.violations.map((item) => item.cost)).toEqual([5, 2]);
});
