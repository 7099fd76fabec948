import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import {
  type AvailabilityLevel,
  type AvailabilityList,
  availabilityOf,
  paintedAvailability,
} from '../../../src/domain/operations/availability.ts';
import { neededSlots } from '../../../src/domain/operations/needed-slots.ts';
import type { ProblemData, RuleData } from '../../../src/domain/problem-data.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

/** Cells of the small school: two days of five slots. */
const [mon0, mon1, tue0] = [0, 1, 5];

function painted(
  problem: ProblemData,
  id: string,
  levels: readonly (readonly [number, AvailabilityLevel])[],
  of: AvailabilityList = 'instructors',
): ProblemData {
  const changes = paintedAvailability(problem, of, [{ id, levels: new Map(levels) }]);
  const after = valueIn(applyChanges({ problem, timetables: new Map() }, changes)).problem;
  expect(buildProblem(after)).toMatchObject({ ok: true });
  return after;
}

function shown(problem: ProblemData, row: number, of: AvailabilityList = 'instructors'): string {
  const availability = availabilityOf(problem, of);
  return Array.from({ length: availability.cellCount }, (_, cell) => availability.at(row, cell).level[0]).join('');
}

const shared = (ids: readonly string[] | undefined): RuleData => ({
  id: 'shared',
  kind: 'unavailable',
  scope: { of: 'instructors', ...(ids === undefined ? {} : { ids }) },
  params: { slots: [{ day: 'tue', slots: [0, 1] }] },
  hard: true,
  weight: 1,
});

describe('painting', () => {
  test('shows what the rules say, changes the rule there is, and makes one rule for each level', () => {
    expect(shown(smallSchool, 0)).toBe('bbnnbnnnnn');
    const after = painted(smallSchool, 'ana', [
      [mon0, 'neutral'],
      [mon1, 'avoid'],
      [tue0, 'avoid'],
    ]);
    expect(shown(after, 0)).toBe('nannbannnn');
    expect(after.rules.map(({ id, hard, params }) => [id, hard, params.slots])).toEqual([
      ['ana-monday', true, [{ day: 'mon', slots: [4] }]],
      [
        'avoid-ana',
        false,
        [
          { day: 'mon', slots: [1] },
          { day: 'tue', slots: [0] },
        ],
      ],
    ]);
  });

  test('nothing new is no change, and a rule that is left with nothing goes', () => {
    expect(
      paintedAvailability(smallSchool, 'instructors', [{ id: 'ana', levels: new Map([[mon0, 'blocked']]) }]),
    ).toEqual([]);
    const free = painted(smallSchool, 'ana', [
      [mon0, 'neutral'],
      [mon1, 'neutral'],
      [4, 'neutral'],
    ]);
    expect(free.rules).toEqual([]);
  });

  test('a rule that names several is split, and the others keep it', () => {
    const problem = { ...smallSchool, rules: [shared(['ana', 'ben'])] };
    const after = painted(problem, 'ana', [[tue0, 'dislike']]);
    expect([shown(after, 0), shown(after, 1)]).toEqual(['nnnnndbnnn', 'nnnnnbbnnn']);
    expect(after.rules.map(({ scope }) => scope.ids)).toEqual([['ben'], ['ana'], ['ana']]);
  });

  test('a rule for all is shown as such and not touched', () => {
    const problem = { ...smallSchool, rules: [shared(undefined)] };
    expect(availabilityOf(problem, 'instructors').at(1, tue0)).toEqual({ level: 'blocked', isShared: true });
    const after = painted(problem, 'ben', [[mon0, 'dislike']]);
    expect(after.rules[0]).toEqual(problem.rules[0]);
    expect(after.rules).toHaveLength(2);
  });

  test('groups can say when they would rather meet', () => {
    const after = painted(smallSchool, 'left', [[tue0, 'prefer']], 'groups');
    expect(after.rules.at(-1)).toMatchObject({
      kind: 'preferredTime',
      hard: false,
      scope: { of: 'groups', ids: ['left'] },
    });
    expect(shown(after, 1, 'groups')).toBe('nnnnnpnnnn');
  });
});

test('needed slots: fixed instructors, the only room, and groups with what is around and inside them', () => {
  const problem = {
    ...smallSchool,
    events: smallSchool.events.map((event) => (event.id === 'left' ? { ...event, rooms: [{ id: 'r2' }] } : event)),
  };
  expect(neededSlots(problem, 'instructors')).toEqual([2, 2]);
  expect(neededSlots(problem, 'rooms')).toEqual([0, 2]);
  expect(neededSlots(problem, 'groups')).toEqual([3, 3, 2, 2, 2]);
});
