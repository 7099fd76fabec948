import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { assign, putItem, putItems, removeItems, setField } from '../../../src/domain/operations/changes-of.ts';
import { type Change, invert, type ProjectDocument } from '../../../src/domain/operations/operation.ts';
import type { ProblemData, RoomData } from '../../../src/domain/problem-data.ts';

const room = (id: string, capacity = 20): RoomData => ({ id, name: `Room ${id}`, capacity });

function documentOf(roomIds: readonly string[]): ProjectDocument {
  const problem: ProblemData = {
    name: 'Test',
    calendar: {
      days: [{ id: 'mo', name: 'Monday' }],
      slots: [{ start: '08:00', end: '09:00' }],
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: [{ id: 'c', name: 'Course' }],
    rooms: roomIds.map((id) => room(id)),
    instructors: [],
    groups: [],
    students: [],
    events: ['e0', 'e1', 'e2'].map((id) => ({ id, courseId: 'c', duration: 1, groupIds: [] })),
    rules: [],
    notEnforced: [],
  };
  const assignments = problem.events.map(({ id }) => ({ eventId: id, timeId: 'mo@0', roomIds: [], instructorIds: [] }));
  return { problem, timetables: new Map([['t', { assignments }]]) };
}

function applied(document: ProjectDocument, changes: readonly Change[]): ProjectDocument {
  const result = applyChanges(document, changes);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

describe('applyChanges', () => {
  test('puts new items at the end, changed ones in their place, and removes', () => {
    const before = documentOf(['a', 'b', 'c']);
    const changes = [...putItems(before.problem, 'rooms', [room('b', 99), room('d'), room('e')])];
    const after = applied(before, [...changes, ...removeItems(before.problem, 'rooms', ['a', 'nothing'])]);
    expect(after.problem.rooms.map(({ id, capacity }) => [id, capacity])).toEqual([
      ['b', 99],
      ['c', 20],
      ['d', 20],
      ['e', 20],
    ]);
    expect(before.problem.rooms).toHaveLength(3);
  });

  test('refuses an item that exists, one that is gone and a timetable that is gone, and changes nothing', () => {
    const document = documentOf(['a']);
    const added = { ...putItem(document.problem, 'rooms', room('b')), id: 'a', after: room('a') } as Change;
    const gone = removeItems(document.problem, 'rooms', ['a']);
    const elsewhere = assign('other', { assignments: [] }, [{ eventId: 'e0', roomIds: [], instructorIds: [] }]);
    const codes = [[added], [...gone, ...gone], elsewhere].map((changes) => {
      const result = applyChanges(document, changes);
      return result.ok ? 'ok' : result.diagnostics[0]?.code;
    });
    expect(codes).toEqual(['operation.exists', 'operation.missing', 'operation.noTimetable']);
  });

  test('any edits taken back one by one give the identical document', () => {
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('put' as const),
        ids: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
      }),
      fc.record({
        kind: fc.constant('remove' as const),
        ids: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
      }),
      fc.record({ kind: fc.constant('event' as const), ids: fc.tuple(fc.integer({ min: 0, max: 2 })) }),
      fc.record({ kind: fc.constant('name' as const), ids: fc.tuple(fc.integer({ min: 0, max: 9 })) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        let document = documentOf(['3', '1', '2', '7', '5']);
        const states = [document];
        const done: (readonly Change[])[] = [];
        for (const { kind, ids } of edits) {
          const changes = changesFor(document, kind, ids.map(String));
          document = applied(document, changes);
          states.push(document);
          done.push(changes);
        }
        for (const changes of done.toReversed()) {
          states.pop();
          document = applied(document, invert(changes));
          expect(document).toEqual(states.at(-1));
        }
      }),
    );
  });
});

function changesFor(document: ProjectDocument, kind: string, ids: readonly string[]): readonly Change[] {
  const { problem, timetables } = document;
  const timetable = timetables.get('t') ?? { assignments: [] };
  if (kind === 'put')
    return putItems(
      problem,
      'rooms',
      ids.map((id) => room(id, Number(id) + problem.rooms.length)),
    );
  if (kind === 'remove') return removeItems(problem, 'rooms', ids);
  if (kind === 'name') return [setField(problem, 'name', `Name ${ids[0]}`)];
  // an event goes with its place, or comes back without one
  const id = `e${ids[0]}`;
  const event = problem.events.find((candidate) => candidate.id === id);
  if (event === undefined) return [putItem(problem, 'events', { id, courseId: 'c', duration: 1, groupIds: [] })];
  const row = timetable.assignments.find(({ eventId }) => eventId === id);
  const unmentioned =
    row === undefined ? [] : assign('t', timetable, [row]).map((change) => ({ ...change, after: null }));
  return [...unmentioned, ...removeItems(problem, 'events', [id])];
}
