import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import type { ItemLists, ListName } from '../../../src/domain/operations/operation.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import { cellText, parseCell } from '../../../src/ui/state/table/cell-text.ts';
import { cellsOf, tableText } from '../../../src/ui/state/table/clipboard.ts';
import { sameValue, type TableDefinition } from '../../../src/ui/state/table/column.ts';
import { planEdits, type UnknownNamesChoice } from '../../../src/ui/state/table/edit-plan.ts';
import { groupsTable } from '../../../src/ui/state/table-columns/people.ts';
import { roomsTable } from '../../../src/ui/state/table-columns/rooms.ts';
import { eventsTable } from '../../../src/ui/state/table-columns/teaching.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

/** What a plan for a sheet with titles makes of the data. */
function pasted<List extends ListName>(
  definition: TableDefinition<List>,
  sheet: string,
  choice: UnknownNamesChoice = 'ask',
  data: ProblemData = smallSchool,
) {
  const cells = cellsOf(sheet);
  const [titles = [], ...lines] = cells;
  const columns = titles.map((title) =>
    definition.columns.find(({ headings }) => headings.includes(title.toLowerCase())),
  );
  const known = new Map(data[definition.list].map((item) => ['name' in item ? item.name : item.id, item.id]));
  const name = titles.findIndex((title, at) => title === 'Id' || columns[at]?.isName);
  const rows = lines.map((line, index) => ({
    id: known.get(line[name] ?? '') ?? null,
    number: index + 2,
    cells: columns.flatMap((column, at) =>
      column === undefined || column.key === 'id' ? [] : [{ column, text: line[at] ?? '' }],
    ),
  }));
  const plan = planEdits(data, definition, rows, choice);
  const after = valueIn(applyChanges({ problem: data, timetables: new Map() }, plan.changes)).problem;
  // The list of the definition's name holds its items.
  return { plan, after, list: after[definition.list] as unknown as readonly ItemLists[List][] };
}

describe('a pasted sheet', () => {
  test('adds what is new, changes what is there and leaves the rest', () => {
    const { plan, list } = pasted(roomsTable, 'Room\tSeats\nRoom 1\t30\nRoom 2\t16\nGym\t80\n');
    expect([plan.added, plan.changed, plan.unchanged]).toEqual([1, 1, 1]);
    expect(list.map(({ id, name, capacity }) => [id, name, capacity])).toEqual([
      ['r1', 'Room 1', 30],
      ['r2', 'Room 2', 16],
      ['gym', 'Gym', 80],
    ]);
  });

  test('rows pasted together refer to each other by name', () => {
    const { plan, list } = pasted(groupsTable, 'Name\tSize\tParent\nFirst A\t12\tFirst\nFirst\t24\t');
    expect([plan.added, plan.unknown.size, plan.refused]).toEqual([2, 0, []]);
    expect(list.slice(-2).map(({ name, parentId }) => [name, parentId])).toEqual([
      ['First A', 'first'],
      ['First', undefined],
    ]);
  });
});

describe('names that nothing has', () => {
  const sheet = 'Course\tSlots\tGroups\tTeacher\nChemistry\t2\tLeft, Upper\tCleo\nmathematics\t1\tleft\tAna; Cleo\n';

  test('are asked about, each once, and nothing is created before', () => {
    const { plan, after } = pasted(eventsTable, sheet);
    expect([...plan.unknown]).toEqual([
      ['courses', ['Chemistry']],
      ['groups', ['Upper']],
      ['instructors', ['Cleo']],
    ]);
    expect(after.courses).toHaveLength(2);
  });

  test('become items when they are to be created', () => {
    const { plan, after } = pasted(eventsTable, sheet, 'create');
    expect([plan.added, plan.refused]).toEqual([2, []]);
    expect(after.instructors.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(
      after.events.slice(-2).map(({ courseId, groupIds, instructors }) => [courseId, groupIds, instructors]),
    ).toEqual([
      ['chemistry', ['left', 'upper'], [{ id: 'cleo' }]],
      ['maths', ['left'], [{ id: 'ana' }, { id: 'cleo' }]],
    ]);
  });

  test('are left out when they are to be skipped; a row that needs one is refused', () => {
    const { plan, after } = pasted(eventsTable, sheet, 'skip');
    expect([plan.added, after.instructors.length, after.courses.length]).toEqual([1, 2, 2]);
    expect(after.events.at(-1)).toMatchObject({ courseId: 'maths', instructors: [{ id: 'ana' }] });
    expect(plan.refused.map(({ row, column }) => [row, column])).toContainEqual([2, 'courseId']);
  });
});

describe('what cannot be is refused with the reason, and the rest of the row is kept', () => {
  test.each([
    ['-1', 'cellWhole'],
    ['2.5', 'cellWhole'],
    ['many', 'cellWhole'],
    ['', 'cellNeeded'],
  ] as const)('%s seats', (seats, key) => {
    const column = roomsTable.columns.find((item) => item.key === 'capacity');
    const type = roomsTable.columns.find((item) => item.key === 'type');
    if (column === undefined || type === undefined) throw new Error('a column is missing');
    const cells = [
      { column, text: seats },
      { column: type, text: 'lab' },
    ];
    const plan = planEdits(smallSchool, roomsTable, [{ id: 'r1', number: 1, cells }], 'ask');
    expect(plan.refused.map(({ reason }) => reason.key)).toEqual([key]);
    expect(plan.changes).toMatchObject([{ after: { id: 'r1', capacity: 30, type: 'lab' } }]);
  });

  test('a group inside itself, and more instructors than there are to choose from', () => {
    const circle = pasted(groupsTable, 'Name\tParent\nYear\tRight 1');
    expect(circle.plan.refused.map(({ reason }) => reason.key)).toEqual(['cellCircle']);
    const pool = pasted(eventsTable, 'Id\tInstructors needed\nall\t2');
    expect(pool.plan.refused.map(({ reason }) => reason.key)).toEqual(['cellPool']);
    expect([...circle.plan.changes, ...pool.plan.changes]).toEqual([]);
  });
});

describe('cells', () => {
  test('say what they hold, and read it back', () => {
    const { columns } = eventsTable;
    const event = { ...smallSchool.events[2], tags: ['x', 'y'], features: ['beamer'], size: 7, roomCount: 0 };
    for (const { kind, read } of columns) {
      if (kind.type === 'fixed') continue;
      const value = read(event as ItemLists['events']);
      const back = parseCell(kind, cellText(kind, value, smallSchool), smallSchool);
      expect(back.ok && sameValue(back.value, value)).toBe(true);
    }
  });

  test.each(['25', '२५', '٢٥', '۲۵', '２５'])('take the digits of every script: %s', (typed) => {
    const kind = { type: 'integer', min: 0, max: 99, isNeeded: true } as const;
    expect(parseCell(kind, typed, smallSchool)).toEqual({ ok: true, value: 25 });
    expect(parseCell(kind, `x${typed}`, smallSchool)).toMatchObject({ ok: false });
  });

  test('names with commas stay whole', () => {
    const data = {
      ...smallSchool,
      instructors: [
        { id: 'a', name: 'Rai, P.' },
        { id: 'b', name: 'Bo' },
      ],
    };
    const kind = { type: 'references', list: 'instructors' } as const;
    expect(cellText(kind, ['a', 'b'], data)).toBe('Rai, P.; Bo');
    expect(parseCell(kind, 'rai,  p.; Bo', data)).toEqual({ ok: true, value: ['a', 'b'] });
  });

  test.each([
    ['A', 2, ['0']],
    ['ab', 2, []],
    ['1-3, 5', 8, ['0', '1', '2', '4']],
    ['१-३, ५', 8, ['0', '1', '2', '4']],
  ])('weeks "%s" of %i', (typed, weekCount, value) => {
    const data = { ...smallSchool, calendar: { ...smallSchool.calendar, weekCount } };
    expect(parseCell({ type: 'weeks' }, typed, data)).toEqual({ ok: true, value });
    expect(parseCell({ type: 'weeks' }, 'Z9', data)).toMatchObject({ ok: false });
  });

  test('of several lines and with tabs survive the clipboard', () => {
    const cells = [
      ['a\nb', 'c "d"'],
      ['e\tf', ''],
    ];
    expect(cellsOf(tableText(cells), '\t')).toEqual(cells);
  });
});
