import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { invert, type ListName, type ProjectDocument } from '../../../src/domain/operations/operation.ts';
import { removalOf } from '../../../src/domain/operations/removal.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import { Random } from '../../../src/domain/random.ts';
import { toTimetableData } from '../../../src/domain/timetable-data.ts';
import { valueIn } from '../../formats/support/files.ts';
import { randomProblem, randomTimetable } from '../../support/problems.ts';
import { smallSchool } from '../../support/small-school.ts';

const rule = (
  kind: string,
  of: 'instructors' | 'rooms' | 'groups' | 'events',
  ids: readonly string[],
  params = {},
) => ({
  id: `${kind} ${ids.join(' ')}`,
  kind,
  scope: { of, ids },
  params,
  hard: true,
  weight: 1,
});

const problem: ProblemData = {
  ...smallSchool,
  rooms: [
    { id: 'r1', name: 'Room 1', capacity: 30, travel: [{ roomId: 'r2', minutes: 10 }] },
    { id: 'r2', name: 'Room 2', capacity: 15 },
  ],
  students: [{ id: 's', eventIds: ['all', 'left'] }],
  events: smallSchool.events.map((event) => ({
    ...event,
    rooms: [{ id: event.id === 'left' ? 'r2' : 'r1' }],
    ...(event.id === 'all' ? { instructors: [{ id: 'ana' }, { id: 'ben' }], instructorCount: 2 } : {}),
    ...(event.id === 'left' ? { lock: { roomIds: ['r2'], timeId: 'mon@0' } } : {}),
  })),
  rules: [
    ...smallSchool.rules,
    rule('maxGapsPerDay', 'instructors', ['ana', 'ben'], { max: 1 }),
    rule('roomSuitability', 'events', ['all'], { roomIds: ['r1'] }),
    rule('sameStart', 'events', ['all', 'left']),
  ],
};
const assignment = (eventId: string) => ({ eventId, timeId: 'mon@0', roomIds: ['r1'], instructorIds: ['ana'] });
const document: ProjectDocument = {
  problem,
  timetables: new Map([['t', { assignments: problem.events.map(({ id }) => assignment(id)) }]]),
};

function without(list: ListName, ...ids: string[]) {
  const { changes, summary } = removalOf(document, list, ids);
  const after = valueIn(applyChanges(document, changes));
  expect(buildProblem(after.problem)).toMatchObject({ ok: true });
  expect(valueIn(applyChanges(after, invert(changes)))).toEqual(document);
  return { ...after, summary, assignments: after.timetables.get('t')?.assignments ?? [] };
}

describe('with what is removed goes what has no meaning without it', () => {
  test('a course takes its events, their places and what students and rules say of them', () => {
    const { problem: after, summary, assignments } = without('courses', 'lab');
    expect(after.events.map(({ id }) => id)).toEqual(['all']);
    expect(after.students[0]?.eventIds).toEqual(['all']);
    expect(after.rules.at(-1)?.scope.ids).toEqual(['all']);
    expect(assignments).toEqual([assignment('all')]);
    expect([...summary.removed]).toEqual([
      ['courses', 1],
      ['events', 3],
    ]);
    expect(summary.placements).toBe(3);
  });

  test('an instructor leaves pools, counts, places, and rules about others; rules about nobody else go', () => {
    const { problem: after, summary, assignments } = without('instructors', 'ana');
    expect(after.events.map(({ instructors }) => instructors)).toEqual([
      [{ id: 'ben' }],
      [{ id: 'ben' }],
      undefined,
      undefined,
    ]);
    expect(after.events[0]?.instructorCount).toBe(1);
    expect(after.rules.map(({ kind }) => kind)).toEqual(['maxGapsPerDay', 'roomSuitability', 'sameStart']);
    expect(assignments.every(({ instructorIds }) => instructorIds.length === 0)).toBe(true);
    expect(summary.removed.get('rules')).toBe(1);
    expect(summary.changed.get('rules')).toBe(1);
  });

  test('a room leaves locks and ways; an event that has no other may be in any', () => {
    const { problem: after } = without('rooms', 'r2');
    expect(after.events[1]?.rooms).toBeUndefined();
    expect(after.events[1]?.lock).toEqual({ timeId: 'mon@0' });
    expect(after.rooms).toEqual([{ id: 'r1', name: 'Room 1', capacity: 30 }]);
    expect(without('rooms', 'r1').problem.rules.map(({ kind }) => kind)).not.toContain('roomSuitability');
  });

  test('groups inside one that goes lie in the group around it', () => {
    const { problem: after } = without('groups', 'right', 'nobody');
    expect(after.groups.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['year', undefined],
      ['left', 'year'],
      ['right-1', 'year'],
      ['right-2', 'year'],
    ]);
    expect(after.events[2]?.groupIds).toEqual([]);
  });

  test('nothing that is there: nothing happens', () => {
    expect(removalOf(document, 'rooms', ['nowhere'])).toMatchObject({ changes: [] });
  });
});

test('whatever is removed from whatever problem, it still can be built, and taken back it is what it was', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = new Random(seed);
    const data = randomProblem(random);
    const built = valueIn(buildProblem(data));
    const timetable = toTimetableData(built, randomTimetable(built, random));
    const before: ProjectDocument = { problem: data, timetables: new Map([['t', timetable]]) };
    for (const list of ['courses', 'events', 'groups', 'instructors', 'rooms', 'meetingTimes', 'students'] as const) {
      const ids = data[list].filter((_, index) => (index + seed) % 3 === 0).map(({ id }) => id);
      const { changes } = removalOf(before, list, ids);
      const after = valueIn(applyChanges(before, changes));
      const result = buildProblem(after.problem);
      expect([seed, list, result.ok ? [] : result.diagnostics]).toEqual([seed, list, []]);
      expect(valueIn(applyChanges(after, invert(changes)))).toEqual(before);
    }
  }
});
