import { createRoot, createSignal } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { type Change, invert, type ListName, type OperationLabel } from '../../../src/domain/operations/operation.ts';
import { success } from '../../../src/domain/result.ts';
import type { TableDefinition } from '../../../src/ui/state/table/column.ts';
import { createTable } from '../../../src/ui/state/table/create-table.ts';
import type { TableProject } from '../../../src/ui/state/table/table-edits.ts';
import { instructorsTable } from '../../../src/ui/state/table-columns/people.ts';
import { roomsTable } from '../../../src/ui/state/table-columns/rooms.ts';
import { eventsTable } from '../../../src/ui/state/table-columns/teaching.ts';
import { en } from '../../../src/ui/text/en.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

/** A table over the small school, and the operations it makes. */
function tableOf<List extends ListName>(definition: TableDefinition<List>) {
  const [data, setData] = createSignal(smallSchool);
  const made: { readonly label: OperationLabel; readonly changes: readonly Change[] }[] = [];
  const editor = {
    data,
    apply: (label: OperationLabel, changes: readonly Change[]) => {
      if (changes.length > 0) made.push({ label, changes });
      setData(valueIn(applyChanges({ problem: data(), timetables: new Map() }, changes)).problem);
      return success(null);
    },
  };
  // Only these parts of a project are used by a table.
  const project = { data, editor, timetables: () => [] } as unknown as TableProject;
  const table = createRoot(() => createTable(definition, project, ({ title }) => en[title]));
  const at = (row: number, column: number, toRow = row, toColumn = column) =>
    table.select({ anchor: { row, column }, focus: { row: toRow, column: toColumn } });
  return { table, data, made, at, names: () => data().rooms.map(({ name }) => name) };
}

describe('typing', () => {
  test('into a cell changes it and goes on to the next', () => {
    const { table, data, at, made } = tableOf(roomsTable);
    at(0, 1);
    table.edit('4');
    table.type('42');
    expect(table.commit('down')).toBe(true);
    expect(data().rooms[0]?.capacity).toBe(42);
    expect(table.selection().focus).toEqual({ row: 1, column: 1 });
    expect(made.map(({ label }) => label)).toEqual([{ action: 'change', subject: 'rooms', count: 1 }]);
  });

  test('what cannot be says why, stays open, and nothing has changed', () => {
    const { table, at, made } = tableOf(roomsTable);
    at(0, 1);
    table.edit('many');
    expect(table.commit('down')).toBe(false);
    expect(table.editing()).toMatchObject({ text: 'many', reason: { key: 'cellWhole' } });
    table.cancel();
    expect(made).toEqual([]);
  });

  test('into the row after the last makes a new item, and a row for the one after it', () => {
    const { table, data, at } = tableOf(instructorsTable);
    at(2, 0);
    table.edit('Cleo Ray');
    table.commit('down');
    expect(data().instructors.at(-1)).toEqual({ id: 'cleo-ray', name: 'Cleo Ray' });
    expect(table.selection().focus).toEqual({ row: 3, column: 0 });
    expect(table.rows.textAt(3, 0)).toBe('');
  });

  test('a name that nothing has asks whether to create it', () => {
    const { table, data, at, made } = tableOf(eventsTable);
    at(0, 3);
    table.edit('Year, Evening class');
    expect(table.commit('down')).toBe(false);
    expect([...(table.pending()?.plan.unknown ?? [])]).toEqual([['groups', ['Evening class']]]);
    table.decide(null);
    expect(table.editing()?.text).toBe('Year, Evening class');
    table.commit('down');
    table.decide('create');
    expect(data().events[0]?.groupIds).toEqual(['year', 'evening-class']);
    expect(made).toHaveLength(1);
    expect(table.editing()).toBeNull();
  });
});

describe('ranges', () => {
  test('are copied and pasted as one operation that can be taken back', () => {
    const { table, data, at, made } = tableOf(roomsTable);
    at(0, 0, 1, 1);
    expect(table.copied()).toBe('Room 1\t30\nRoom 2\t15');
    at(0, 1);
    table.paste('11\tlab\n12\tgym\n');
    expect(data().rooms.map(({ capacity, type }) => [capacity, type])).toEqual([
      [11, 'lab'],
      [12, 'gym'],
    ]);
    expect(made).toHaveLength(1);
    const back = applyChanges({ problem: data(), timetables: new Map() }, invert(made[0]?.changes ?? []));
    expect(valueIn(back).problem).toEqual(smallSchool);
  });

  test('pasting more rows than there are asks first, with counts, and adds them', () => {
    const { table, at, names } = tableOf(roomsTable);
    at(1, 0);
    table.paste('Room B\nGym\nHall');
    expect(table.pending()?.plan).toMatchObject({ added: 2, changed: 1 });
    expect(names()).toEqual(['Room 1', 'Room 2']);
    table.decide('create');
    expect(names()).toEqual(['Room 1', 'Room B', 'Gym', 'Hall']);
  });

  test('below a row of titles go to the columns that it names, whatever their order', () => {
    const { table, data, at } = tableOf(eventsTable);
    const before = data().events.length;
    at(before, 0);
    table.paste('Subject\tGroups\tTeacher\tSlots\nLatin\tYear\tMs Fern\t2\nLatin\tYear\tMs Fern\t1\n');
    expect(table.pending()?.plan).toMatchObject({ added: 2, refused: [] });
    table.decide('create');
    expect(data().events.slice(before)).toMatchObject([
      { courseId: 'latin', duration: 2, groupIds: ['year'], instructors: [{ id: 'ms-fern' }] },
      { courseId: 'latin', duration: 1, groupIds: ['year'], instructors: [{ id: 'ms-fern' }] },
    ]);
  });

  test('of one column lose the title that stands above names', () => {
    const { table, data, at } = tableOf(instructorsTable);
    at(2, 0);
    table.paste('Name\nCleo Ray\nDan Sol\n');
    table.decide('create');
    expect(
      data()
        .instructors.map(({ name }) => name)
        .slice(2),
    ).toEqual(['Cleo Ray', 'Dan Sol']);
  });

  test('of which the first has a word that is no title here are all rows', () => {
    const { table, at } = tableOf(roomsTable);
    at(3, 0);
    table.paste('Name\tColour\nHall\t30\n');
    expect(table.pending()?.plan.refused).toMatchObject([{ column: 'capacity', text: 'Colour' }]);
  });

  test('one copied cell fills the range; filling down repeats the first row; clearing empties', () => {
    const { table, data, at } = tableOf(roomsTable);
    at(0, 2, 1, 2);
    table.paste('lab');
    expect(data().rooms.map(({ type }) => type)).toEqual(['lab', 'lab']);
    at(0, 1, 1, 1);
    table.fillDown();
    expect(data().rooms.map(({ capacity }) => capacity)).toEqual([30, 30]);
    at(0, 2, 1, 2);
    table.clear();
    expect(data().rooms.map(({ type }) => type)).toEqual([undefined, undefined]);
  });

  test('set one column of all their rows', () => {
    const { table, data, at } = tableOf(eventsTable);
    at(1, 0, 3, 0);
    const column = table.rows.columns().find(({ key }) => key === 'duration');
    if (column !== undefined) table.setAll(column, '2');
    expect(data().events.map(({ duration }) => duration)).toEqual([1, 2, 2, 2]);
  });
});

describe('rows', () => {
  test('are deleted after a question, and what is left still makes a problem', () => {
    const { table, data, at } = tableOf(instructorsTable);
    at(0, 0);
    table.remove();
    expect(table.removing()?.summary.removed.get('rules')).toBe(1);
    table.decideRemoval(true);
    expect(data().instructors.map(({ id }) => id)).toEqual(['ben']);
    expect(buildProblem(data())).toMatchObject({ ok: true });
  });

  test('are sorted and filtered, and stay in their place while they are edited', () => {
    const { table, data, at } = tableOf(roomsTable);
    table.rows.setQuery({ sort: { column: 'capacity', descending: false } });
    expect(table.rows.ids()).toEqual(['r2', 'r1']);
    at(0, 1);
    table.edit('99');
    table.commit(null);
    expect(data().rooms[1]?.capacity).toBe(99);
    expect(table.rows.ids()).toEqual(['r2', 'r1']);
    table.rows.setQuery({ filters: new Map([['capacity', '>50']]) });
    expect(table.rows.ids()).toEqual(['r2']);
    table.rows.setQuery({ filters: new Map(), sort: null, quick: 'room 1' });
    expect(table.rows.ids()).toEqual(['r1']);
  });
});
