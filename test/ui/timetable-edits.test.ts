import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../src/domain/operations/apply-changes.ts';
import type { Change } from '../../src/domain/operations/operation.ts';
import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import { toTimetableData } from '../../src/domain/timetable-data.ts';
import type { TimetableRecord } from '../../src/storage/records.ts';
import { eventsOfFilter } from '../../src/ui/state/timetable/filter.ts';
import {
  type LockPart,
  type LockWish,
  lifting,
  lockEdit,
  locksOf,
  raising,
} from '../../src/ui/state/timetable/locks.ts';
import { eventsByRow, masterColumns, masterHeights, rowsOfEvent } from '../../src/ui/state/timetable/master.ts';
import { choiceEdit, displaceEdit, unplaceEdit } from '../../src/ui/state/timetable/moves.ts';
import { type Placed, placedOf } from '../../src/ui/state/timetable/placement.ts';
import { keepCards, type ViewKind } from '../../src/ui/state/timetable/view.ts';
import { builtSmallSchool, timetableOf } from '../support/small-school.ts';

const problem = builtSmallSchool();
const event = (id: string) => problem.events.findIndex((candidate) => candidate.id === id);

function recordOf(times: Readonly<Record<string, string>>): TimetableRecord {
  return {
    id: 't',
    version: 1,
    projectId: 'p',
    name: 'First',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    runId: null,
    score: null,
    timetable: toTimetableData(problem, timetableOf(problem, times)),
  };
}

const placedAt = (times: Readonly<Record<string, string>>): Placed => placedOf(problem, recordOf(times), null);

/** What the changes leave behind, by event. */
function after(changes: readonly Change[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    changes.map((change) => {
      if (change.of !== 'assignment') expect.fail('not about a timetable');
      return [change.eventId, { time: change.after?.timeId ?? null, rooms: change.after?.roomIds }];
    }),
  );
}

/** Events of a lock edit, by id. */
function locked(changes: readonly Change[]): Readonly<Record<string, EventData['lock']>> {
  return Object.fromEntries(
    changes.map((change) => {
      if (change.of !== 'item' || change.list !== 'events') expect.fail('not about events');
      return [change.id, change.after?.lock];
    }),
  );
}

function applied(data: ProblemData, changes: readonly Change[]): ProblemData {
  const result = applyChanges({ problem: data, timetables: new Map() }, changes);
  if (!result.ok) expect.fail(result.diagnostics[0]?.message);
  return result.value.problem;
}

describe('a timetable that was edited', () => {
  test('keeps the places that did not change as they were, and takes the new ones', () => {
    const before = placedAt({ all: 'mon@3', left: 'tue@0' });
    const record = {
      ...before.record,
      timetable: {
        ...before.record.timetable,
        assignments: before.record.timetable.assignments.map((row) =>
          row.eventId === 'all' ? { ...row, timeId: 'tue@3' } : row,
        ),
      },
    };
    const now = placedOf(problem, record, before);
    expect(now.timetable.assignments[event('left')]).toBe(before.timetable.assignments[event('left')]);
    expect(now.timetable).toEqual(placedOf(problem, record, null).timetable);
    expect(placedOf(problem, { ...record, name: 'Second' }, now).timetable).toBe(now.timetable);
  });

  test('has lost an event that it does not mention any more', () => {
    const before = placedAt({ all: 'mon@3' });
    const record = { ...before.record, timetable: { assignments: [] } };
    expect(placedOf(problem, record, before).timetable).toEqual(placedOf(problem, record, null).timetable);
  });
});

describe('edits', () => {
  test('send those in the way to the tray, but not those who are there already', () => {
    const placed = placedAt({ all: 'mon@3', left: 'tue@0' });
    const assignment = placed.timetable.assignments[event('left')];
    if (assignment === undefined) expect.fail('not placed');
    const edit = displaceEdit(placed, { event: event('left'), assignment }, [event('all'), event('right')]);
    expect(edit.label).toMatchObject({ action: 'place', count: 2 });
    expect(after(edit.changes)).toMatchObject({ all: { time: null, rooms: [] } });
    expect(after(edit.changes)).not.toHaveProperty('right');
  });

  test('unplace only what is placed', () => {
    const placed = placedAt({ all: 'mon@3' });
    expect(unplaceEdit(placed, [event('left')]).changes).toEqual([]);
    expect(after(unplaceEdit(placed, [event('all'), event('left')]).changes)).toEqual({
      all: { time: null, rooms: [] },
    });
  });

  test('give an event another room and leave its time', () => {
    const edit = choiceEdit(placedAt({ all: 'mon@3' }), event('all'), 'rooms', 0, 1);
    expect(edit.label.action).toBe('changeRoom');
    expect(after(edit.changes)).toEqual({ all: { time: 'mon@3', rooms: ['r2'] } });
  });
});

describe('locks', () => {
  const { timetable } = placedAt({ all: 'mon@3', left: 'tue@0' });
  const parts = (...names: LockPart[]) => new Set(names);
  const edit = (ids: readonly string[], wish: LockWish, data = problem.data) =>
    lockEdit(data, problem, timetable, ids.map(event), wish);
  const lock = (ids: readonly string[], of: ReadonlySet<LockPart>, on: boolean, data = problem.data) =>
    edit(ids, { parts: of, level: on ? 'user' : null }, data);
  const withItem = (more: Partial<EventData>) => ({
    ...problem.data,
    events: problem.data.events.map((item) => (item.id === 'all' ? { ...item, ...more } : item)),
  });

  test('keep time and room where they are, each on its own', () => {
    expect(locked(lock(['all'], parts('time'), true).changes)).toEqual({ all: { timeId: 'mon@3' } });
    expect(locked(lock(['all'], parts('time', 'rooms', 'instructors'), true).changes)).toEqual({
      // who teaches is given: there is nothing to lock
      all: { timeId: 'mon@3', roomIds: ['r1'] },
    });
  });

  test('of many are one edit, without those that have no place', () => {
    const edit = lock(['all', 'left', 'right'], parts('time'), true);
    expect(edit.label).toEqual({ action: 'lock', count: 2 });
    expect(Object.keys(locked(edit.changes))).toEqual(['all', 'left']);
  });

  test('are taken off part by part', () => {
    const data = withItem({ lock: { timeId: 'mon@3', roomIds: ['r1'] } });
    expect(locked(lock(['all'], parts('time'), false, data).changes)).toEqual({ all: { roomIds: ['r1'] } });
    expect(locked(lock(['all'], parts('time', 'rooms'), false, data).changes)).toEqual({ all: undefined });
    expect(lock(['left'], parts('time'), false, data).changes).toEqual([]);
    expect([...locksOf({ lock: { timeId: 'mon@3', roomIds: [] } })]).toEqual([['time', 'user']]);
  });

  test('of those who know the plan are told from the own ones, and lifted without them', () => {
    const own = withItem({ lock: { roomIds: ['r1'] } });
    const published = edit(['all', 'left'], raising(parts('time', 'rooms'), 'published'), own);
    expect(locked(published.changes)).toMatchObject({
      all: { timeId: 'mon@3', roomIds: ['r1'], published: ['time'] },
      left: { timeId: 'tue@0', published: ['time', 'rooms'] },
    });
    const data = applied(own, published.changes);
    expect(locked(edit(['all', 'left'], lifting(parts('time', 'rooms'), 'published'), data).changes)).toEqual({
      all: { roomIds: ['r1'] },
      left: undefined,
    });
  });

  test('that only prefer a place bring the rule that counts them, once, and weaken no other lock', () => {
    const own = withItem({ lock: { timeId: 'mon@3' } });
    const soft = edit(['all'], raising(parts('time', 'rooms'), 'soft'), own);
    const data = applied(own, soft.changes);
    expect(data.events.find(({ id }) => id === 'all')).toMatchObject({
      lock: { timeId: 'mon@3' },
      stay: { roomIds: ['r1'] },
    });
    expect(data.rules.filter(({ kind }) => kind === 'preferNotToMove')).toMatchObject([{ hard: false, weight: 5 }]);
    const more = edit(['left'], raising(parts('time'), 'soft'), data);
    expect(more.changes).toHaveLength(1);
    expect(more.label).toMatchObject({ action: 'lock', count: 1 });
    expect(locked(edit(['all'], { parts: parts('rooms'), level: 'user' }, data).changes)).toEqual({
      all: { timeId: 'mon@3', roomIds: ['r1'] },
    });
  });

  test('are asked for by group, day or the cards that were picked', () => {
    const chosen = (of: Parameters<typeof eventsOfFilter>[2]) =>
      eventsOfFilter(problem, timetable, of, [event('right')]);
    expect(chosen({ of: 'day', index: 1 })).toEqual([event('left')]);
    expect(chosen({ of: 'selected', index: -1 })).toEqual([event('right')]);
    expect(chosen({ of: 'room', index: 0 })).toEqual([event('all'), event('left')]);
  });
});

describe('the master grid', () => {
  test('shows an event in the row of everybody who takes part in it', () => {
    const { timetable } = placedAt({ all: 'mon@3', right: 'mon@0' });
    const names = (rows: readonly number[]) => rows.map((row) => problem.groups[row]?.data.id);
    expect(names(rowsOfEvent(problem, timetable, 'group', event('right')))).toEqual(
      expect.arrayContaining(['year', 'right', 'right-1', 'right-2']),
    );
    expect(names(rowsOfEvent(problem, timetable, 'group', event('right')))).not.toContain('left');
    expect(eventsByRow(problem, timetable, 'instructor')).toEqual([[event('all'), event('right')], []]);
  });

  test('gives rows in which several meet at a time the height to read them', () => {
    const { timetable } = placedAt({ left: 'mon@0', right: 'mon@0', all: 'mon@3' });
    const heights = (kind: ViewKind) => {
      const rows = eventsByRow(problem, timetable, kind);
      return masterHeights(problem, timetable, kind, rows, 'small', null);
    };
    const [usual = 0] = heights('instructor');
    const byGroup = Object.fromEntries(heights('group').map((height, row) => [problem.groups[row]?.data.id, height]));
    expect(byGroup).toMatchObject({ year: 32, left: usual, 'right-1': usual, 'right-2': usual });
    expect(usual).toBeLessThan(32);
  });

  test('has a column for every slot, a narrow one for a break, and marks where a day begins', () => {
    const columns = masterColumns(problem, [0, 1], 'medium');
    expect(columns).toHaveLength(10);
    expect(columns.filter(({ isFirstOfDay }) => isFirstOfDay).map(({ day }) => day)).toEqual([0, 1]);
    const [slot, , lunch] = columns;
    expect(lunch?.band).toBe('Lunch');
    expect(lunch?.width).toBeLessThan(slot?.width ?? 0);
    expect(
      columns.every((column, at) => column.at === columns.slice(0, at).reduce((sum, { width }) => sum + width, 0)),
    ).toBe(true);
  });
});

test('cards that stay as they are stay the same objects', () => {
  const card = { event: 1, day: 0, start: 2, length: 1, lane: 0, lanes: 1, weeks: '' };
  const [same, moved] = keepCards([{ ...card }, { ...card, event: 2, start: 3 }], [card, { ...card, event: 2 }]);
  expect(same).toBe(card);
  expect(moved?.start).toBe(3);
});
