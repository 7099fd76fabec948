import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { assignmentsBetween, changesBetween } from '../../../src/domain/operations/changes-between.ts';
import { advanced, emptyHistory, historyOf, moveTo } from '../../../src/domain/operations/history.ts';
import { invert } from '../../../src/domain/operations/operation.ts';
import { sameData } from '../../../src/domain/operations/same-data.ts';
import { smallSchool } from '../../support/small-school.ts';

const rooms = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 0, max: 20 }), capacity: fc.integer({ min: 1, max: 3 }) }),
  {
    selector: ({ id }) => id,
    maxLength: 15,
  },
);

const problemWith = (items: readonly { readonly id: number; readonly capacity: number }[]) => ({
  ...smallSchool,
  rooms: items.map(({ id, capacity }) => ({ id: String(id), name: `Room ${id}`, capacity })),
});

describe('changes between two states', () => {
  test('make the one of the other, the order of items included, and can be taken back', () => {
    fc.assert(
      fc.property(rooms, rooms, fc.string(), (first, second, name) => {
        const before = { problem: problemWith(first), timetables: new Map() };
        const wanted = { ...problemWith(second), name };
        const changes = changesBetween(before.problem, wanted);
        const made = applyChanges(before, changes);
        if (!made.ok) expect.fail(JSON.stringify(made.diagnostics));
        expect(made.value.problem).toEqual(wanted);
        const back = applyChanges(made.value, invert(changes));
        if (!back.ok) expect.fail(JSON.stringify(back.diagnostics));
        expect(back.value.problem).toEqual(before.problem);
      }),
    );
  });

  test('mention only what differs', () => {
    expect(changesBetween(smallSchool, structuredClone(smallSchool))).toEqual([]);
    const [first, ...rest] = smallSchool.rooms;
    const changes = changesBetween(smallSchool, { ...smallSchool, rooms: first === undefined ? [] : [...rest, first] });
    expect(changes).toHaveLength(2);
  });

  test('put events where they were, and unmention those that were not mentioned', () => {
    const row = (eventId: string, timeId: string) => ({ eventId, timeId, roomIds: [], instructorIds: [] });
    const before = { assignments: [row('all', 'mon@0'), row('left', 'mon@1')] };
    const after = { assignments: [row('all', 'mon@3'), row('right', 'mon@1')] };
    const made = applyChanges(
      { problem: smallSchool, timetables: new Map([['t', before]]) },
      assignmentsBetween('t', before, after),
    );
    if (!made.ok) expect.fail(JSON.stringify(made.diagnostics));
    expect(made.value.timetables.get('t')).toEqual(after);
  });
});

describe('plain values', () => {
  test('are the same whatever the order of their fields', () => {
    expect(sameData({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1, d: undefined })).toBe(true);
    expect(sameData({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameData({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(sameData([1, 2], [2, 1])).toBe(false);
    expect(sameData([], {})).toBe(false);
  });
});

describe('the history of steps', () => {
  const doing = (seq: number) => ({ kind: 'do', seq }) as const;

  test('is a line with a position; what is done after an undo replaces what was undone', () => {
    const undo = { kind: 'undo', seq: 4, of: [3, 2] } as const;
    const history = historyOf([doing(1), doing(2), doing(3), undo]);
    expect(history).toEqual({ line: [1, 2, 3], position: 1 });
    expect(moveTo(history, 2)).toEqual({ kind: 'redo', of: [2] });
    expect(moveTo(history, 0)).toEqual({ kind: 'undo', of: [1] });
    expect(moveTo(history, 1)).toBeNull();
    expect(advanced(history, doing(5))).toEqual({ line: [1, 5], position: 2 });
    expect(advanced(history, { kind: 'discard', seq: 5, of: [1] })).toEqual({ line: [], position: 0 });
  });

  test('begins anew where a step is missing', () => {
    expect(historyOf([doing(1), doing(3), doing(4)])).toEqual({ line: [3, 4], position: 2 });
    expect(advanced(emptyHistory, { kind: 'undo', seq: 9, of: [8] })).toEqual(emptyHistory);
  });
});
