import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { mergeEvents, partsOf, patternOf, splitEvent } from '../../../src/domain/operations/course-parts.ts';
import { invert, type ProjectDocument } from '../../../src/domain/operations/operation.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

test.each([
  ['2+2+1', [2, 2, 1]],
  [' 3 x 2 + 1', [2, 2, 2, 1]],
  ['4', [4]],
  ['', null],
  ['2+0', null],
  ['2-2', null],
])('the pattern "%s"', (text, durations) => {
  expect(patternOf(text)).toEqual(durations);
});

test('parts for each group by itself, or for all together', () => {
  const wanted = { courseId: 'maths', durations: [2, 1], groupIds: ['left', 'right'], instructorIds: ['ana', 'ben'] };
  const each = partsOf(smallSchool, { ...wanted, isEachGroup: true, instructorCount: 1 });
  expect(each.map(({ id, duration, groupIds }) => [id, duration, groupIds])).toEqual([
    ['maths-left', 2, ['left']],
    ['maths-left-2', 1, ['left']],
    ['maths-right', 2, ['right']],
    ['maths-right-2', 1, ['right']],
  ]);
  const together = partsOf(smallSchool, { ...wanted, isEachGroup: false });
  expect(together.map(({ id, groupIds }) => [id, groupIds])).toEqual([
    ['maths', ['left', 'right']],
    ['maths-2', ['left', 'right']],
  ]);
  expect(buildProblem({ ...smallSchool, events: [...smallSchool.events, ...each] })).toMatchObject({ ok: true });
});

describe('an event', () => {
  const rule = {
    id: 'same',
    kind: 'differentDays',
    scope: { of: 'events' as const, ids: ['all', 'left'] },
    params: {},
    hard: true,
    weight: 1,
  };
  const problem: ProblemData = {
    ...smallSchool,
    students: [{ id: 's', eventIds: ['left'] }],
    rules: [rule],
  };
  const document: ProjectDocument = { problem, timetables: new Map() };

  test('is split into parts, and together they are what it was', () => {
    const changes = splitEvent(problem, 'left', [1, 1]);
    if (typeof changes === 'string') throw new Error(changes);
    const split = valueIn(applyChanges(document, changes));
    expect(split.problem.events.map(({ id, duration }) => [id, duration]).slice(1, 3)).toEqual([
      ['left', 1],
      ['left-2', 1],
    ]);
    expect(split.problem.students[0]?.eventIds).toEqual(['left', 'left-2']);
    expect(split.problem.rules[0]?.scope.ids).toEqual(['all', 'left', 'left-2']);
    expect(buildProblem(split.problem)).toMatchObject({ ok: true });
    expect(valueIn(applyChanges(split, invert(changes)))).toEqual(document);
    const merged = mergeEvents(split, ['left', 'left-2']);
    if (typeof merged === 'string') throw new Error(merged);
    expect(valueIn(applyChanges(split, merged))).toEqual(document);
  });

  test('is not split into more or less than it is, nor merged with one of another course', () => {
    expect(splitEvent(problem, 'left', [1, 2])).toBe('sum');
    expect(splitEvent(problem, 'nothing', [1, 1])).toBe('missing');
    expect(mergeEvents(document, ['all', 'left'])).toBe('courses');
    expect(mergeEvents(document, ['all'])).toBe('few');
  });
});
