import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { invert } from '../../../src/domain/operations/operation.ts';
import { Bench } from '../../../src/domain/sheets/bench.ts';
import { cellTextOf, splitNames } from '../../../src/domain/sheets/cells.ts';
import type { ListField, TableList } from '../../../src/domain/sheets/field.ts';
import { planSteps } from '../../../src/domain/sheets/plan.ts';
import type { TargetId } from '../../../src/domain/sheets/targets.ts';
import { finish } from '../../../src/domain/steps.ts';
import { listTables } from '../../../src/ui/state/sheets/tables.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';
import { imported, jobOf, planOf, sheetOf } from './support.ts';

describe('a list in a sheet', () => {
  test('adds what is new, changes what it says, and leaves the rest as it is', () => {
    const { plan, after } = imported(smallSchool, 'Room|Seats|Building\nroom 1|30|\nRoom 2|16|East\nGym|80|East');
    expect(plan.counts).toMatchObject({ add: 1, change: 1, unchanged: 1, refused: 0 });
    expect(plan.sheets[0]?.rows[1]?.differences).toEqual([
      { field: 'capacity', before: '15', after: '16' },
      { field: 'building', before: '', after: 'East' },
    ]);
    expect(after.rooms).toEqual([
      smallSchool.rooms[0],
      { id: 'r2', name: 'Room 2', capacity: 16, building: 'East' },
      { id: 'gym', name: 'Gym', capacity: 80, building: 'East' },
    ]);
  });

  test('tells all that a new item is given, what it would have by itself, too', () => {
    const { plan, after } = imported(smallSchool, 'Room|Seats|Building\nGym|30|East');
    expect(plan.sheets[0]?.rows[0]?.differences).toEqual([
      { field: 'capacity', before: '', after: '30' },
      { field: 'building', before: '', after: 'East' },
    ]);
    expect(after.rooms.at(-1)).toMatchObject({ capacity: 30 });
  });

  test('is one step that can be taken back', () => {
    const { plan, after } = imported(smallSchool, 'Group|Students|Part of\nNew|12|Fresh\nLeft|16|');
    const back = applyChanges({ problem: after, timetables: new Map() }, invert(plan.changes));
    expect(valueIn(back).problem).toEqual(smallSchool);
  });

  test.each([
    ['1 200', 1200],
    ['1.200', 1200],
    ['25,0', 25],
    ['25.0', 25],
    ['32 Plätze', 32],
    ['३२', 32],
    ['١٬٢٠٠', 1200],
  ])('the number %j is %d', (text, capacity) => {
    expect(imported(smallSchool, `Room|Seats\nHall|${text}`).after.rooms.at(-1)?.capacity).toBe(capacity);
  });

  test('says for each row what cannot be, and takes the rest of it', () => {
    const { plan, after } = imported(smallSchool, 'Room|Seats|Building\nRoom 1|many|West\n|12|\nHall|25,5|');
    const [first, second, third] = plan.sheets[0]?.rows ?? [];
    expect(first).toMatchObject({ number: 2, state: 'change' });
    expect(first?.remarks[0]).toMatchObject({ field: 'capacity', remark: { code: 'sheet.number', value: 'many' } });
    expect(second).toMatchObject({ number: 3, state: 'refused' });
    expect(third?.remarks[0]?.remark.code).toBe('sheet.number');
    expect(after.rooms[0]).toEqual({ id: 'r1', name: 'Room 1', capacity: 30, building: 'West' });
    expect(plan.counts.remarked).toBe(3);
  });

  test('refuses what the spreadsheet could not compute, and a group inside itself', () => {
    const { plan } = imported(smallSchool, 'Group|Part of\n#REF!|\nYear|Right 1');
    expect(plan.sheets[0]?.rows.map(({ state }) => state)).toEqual(['refused', 'refused']);
  });
});

describe('names that nothing has', () => {
  const sheet = 'Subject|Class|Teacher|Slots\nArt|Left + Fresh|Dee; Ana|2';

  test('become new items when that is wanted', () => {
    const { plan, after } = imported(smallSchool, sheet);
    expect([...plan.unknown]).toEqual([
      ['courses', ['Art']],
      ['groups', ['Fresh']],
      ['instructors', ['Dee']],
    ]);
    expect(after.events.at(-1)).toMatchObject({
      courseId: 'art',
      groupIds: ['left', 'fresh'],
      instructors: [{ id: 'dee' }, { id: 'ana' }],
      duration: 2,
    });
    expect(valueIn(buildProblem(after)).events.length).toBe(smallSchool.events.length + 1);
  });

  test('are left out otherwise, and a row that cannot do without is, too', () => {
    const { plan, after } = planOf(smallSchool, [jobOf(sheetOf(sheet))], new Set(['courses']));
    expect(after.groups).toEqual(smallSchool.groups);
    expect(after.events.at(-1)).toMatchObject({ groupIds: ['left'], instructors: [{ id: 'ana' }] });
    expect(plan.counts.remarked).toBe(1);
    expect(planOf(smallSchool, [jobOf(sheetOf(sheet))], new Set()).plan.counts).toMatchObject({ add: 0, refused: 1 });
  });

  test('are those of other sheets first', () => {
    const teachers = jobOf(sheetOf('Teacher|Tags\nDee|part-time', 'teachers.csv'));
    const { plan, after } = planOf(smallSchool, [jobOf(sheetOf(sheet)), teachers]);
    expect(plan.unknown.has('instructors')).toBe(false);
    expect(after.instructors.at(-1)).toEqual({ id: 'dee', name: 'Dee', tags: ['part-time'] });
  });
});

describe('events', () => {
  test('the same sheet twice changes nothing the second time', () => {
    const sheet = 'Subject|Class|Teacher|Slots\nArt|Left|Ana|2\nArt|Left|Ana|2\nArt|Left|Ben|1';
    const once = imported(smallSchool, sheet);
    const twice = imported(once.after, sheet);
    expect(once.plan.counts).toMatchObject({ add: 3 });
    expect(twice.plan.counts).toMatchObject({ unchanged: 3, add: 0, change: 0 });
    expect(twice.plan.changes).toEqual([]);
  });

  test('FET’s activities are cut into their parts, days apart', () => {
    const sheet =
      'Students Sets|Subject|Teachers|Activity Tags|Total Duration|Split Duration|Min Days|Weight|Consecutive\nLeft+Right|Art|Ana+Dee|hands+messy|5|2+2+1|2|95|1';
    const { plan, after } = imported(smallSchool, sheet);
    expect(plan.counts).toMatchObject({ add: 1 });
    const parts = after.events.slice(smallSchool.events.length);
    expect(parts.map(({ duration }) => duration)).toEqual([2, 2, 1]);
    expect(parts[0]).toMatchObject({ groupIds: ['left', 'right'], tags: ['hands', 'messy'] });
    expect(after.rules.at(-1)).toMatchObject({
      kind: 'minDaysBetween',
      scope: { of: 'events', ids: parts.map(({ id }) => id) },
      params: { min: 2, adjacent: true },
      hard: false,
      weight: 19,
    });
    expect(imported(after, sheet).plan.counts).toMatchObject({ unchanged: 1 });
  });

  test('lessons a week are as many events, each of the length that the row says, or of one slot', () => {
    const sheet = 'Subject|Class|Lessons per week|Duration\nArt|Left|3|\nMusic|Left|2|2\nDance|Right|many|';
    const { plan, after } = imported(smallSchool, sheet);
    expect(after.events.slice(smallSchool.events.length).map(({ duration }) => duration)).toEqual([1, 1, 1, 2, 2]);
    expect(plan.sheets[0]?.rows[2]).toMatchObject({
      state: 'refused',
      remarks: [{ field: 'lessons', remark: { code: 'sheet.number', value: 'many' } }],
    });
    expect(imported(after, sheet).plan.counts).toMatchObject({ unchanged: 2, add: 0, change: 0, refused: 1 });
  });

  test('weeks that the spreadsheet made a date of are weeks again, and that is said', () => {
    const { plan, after } = imported(smallSchool, 'Subject|Class|Slots|Weeks\nArt|Left|1|2-Jan\nArt|Left|1|B');
    expect(after.events.slice(-2).map(({ weeks }) => weeks)).toEqual([undefined, [1]]);
    expect(plan.sheets[0]?.rows[0]?.remarks[0]?.remark.code).toBe('sheet.dateRepaired');
  });

  test('a class that became a date is found, or refused', () => {
    const problem = { ...smallSchool, groups: [...smallSchool.groups, { id: 'one', name: '1-2', size: 20 }] };
    const { plan, after } = imported(problem, 'Subject|Class|Slots\nArt|01. Feb|1\nArt|2026-03-04|1');
    expect(after.events.at(-2)?.groupIds).toEqual(['one']);
    expect(plan.sheets[0]?.rows[1]?.remarks[0]?.remark).toMatchObject({ code: 'sheet.date', severity: 'error' });
    expect(after.groups.length).toBe(problem.groups.length);
  });
});

describe('students', () => {
  test('years, groups and subgroups lie in each other', () => {
    const sheet =
      'Year|Number of Students per Year|Group|Number of Students per Group|Subgroup|Number of Students per Subgroup\nFirst|60||||\nFirst|60|F1|30||\nFirst|60|F1|30|F1a|15\nSecond|20|F1|30||';
    const { after, plan } = imported(smallSchool, sheet);
    const group = (id: string) => after.groups.find((item) => item.id === id);
    expect(plan.counts).toMatchObject({ add: 4 });
    expect(group('f1')).toEqual({ id: 'f1', name: 'F1', size: 30, parentId: 'first', overlaps: ['second'] });
    expect(group('f1a')).toMatchObject({ size: 15, parentId: 'f1' });
    expect(imported(after, sheet).plan.counts).toMatchObject({ unchanged: 4 });
  });

  test('enrolments become events; of a course whose groups differ a run chooses unless an event is named', () => {
    const sheet = 'Student|Course|Event\nMia|Mathematics|\nMia|Laboratory|left\nTom|Laboratory|\nMia|Laboratory|';
    const { after, plan } = imported(smallSchool, sheet);
    expect(after.students).toEqual([
      { id: 'Mia', eventIds: ['all', 'left'] },
      { id: 'Tom', eventIds: [], courseIds: ['lab'] },
    ]);
    const rows = plan.sheets[0]?.rows ?? [];
    expect(rows.map(({ state }) => state)).toEqual(['add', 'change', 'add', 'unchanged']);
    expect(rows[2]?.remarks.map(({ remark }) => [remark.code, remark.values])).toEqual([
      ['sheet.anyWay', { course: 'Laboratory', count: 2 }],
    ]);
    expect(
      valueIn(buildProblem(after)).sectioning?.optionsOf[after.courses.findIndex(({ id }) => id === 'lab')],
    ).toHaveLength(2);
  });

  test('who is in a course of several lessons attends all of them', () => {
    const lesson = { id: 'again', courseId: 'maths', duration: 1, groupIds: [], instructors: [], rooms: [] };
    const problem = {
      ...smallSchool,
      events: [...smallSchool.events.map((event) => ({ ...event, groupIds: [] })), lesson],
      students: [{ id: 'Tom', eventIds: ['all'] }],
    };
    const { after, plan } = imported(
      problem,
      'Student|Course|Event\nMia|Mathematics|\nTom|Mathematics|\nEva|Mathematics|again',
    );
    expect(after.students).toEqual([
      { id: 'Tom', eventIds: ['all', 'again'] },
      { id: 'Mia', eventIds: ['all', 'again'] },
      { id: 'Eva', eventIds: ['again'] },
    ]);
    const [row] = plan.sheets[0]?.rows ?? [];
    expect(row?.differences).toEqual([{ field: 'event', before: '', after: 'all, again' }]);
    expect(row?.remarks.map(({ remark }) => remark.message)).toEqual(['All 2 events of Mathematics.']);
  });
});

describe('availability', () => {
  test('is painted by names, days and clock times of any sort', () => {
    const sheet = 'Teacher|Day|From|To|Level\nBen|Mo|8:00|9:50|\nBen|Tuesday|0.4375||avoid\nNobody|Mon|8|9|';
    const { after, plan } = planOf(smallSchool, [jobOf(sheetOf(sheet))], new Set());
    const own = after.rules.filter(({ scope }) => scope.ids?.includes('ben'));
    expect(own.map(({ hard, params }) => [hard, params.slots])).toEqual([
      [true, [{ day: 'mon', slots: [0, 1] }]],
      [false, [{ day: 'tue', slots: [3] }]],
    ]);
    expect(plan.sheets[0]?.rows.map(({ state }) => state)).toEqual(['change', 'change', 'refused']);
    expect(planOf(after, [jobOf(sheetOf(sheet))], new Set()).plan.counts).toMatchObject({ unchanged: 2 });
  });
});

test('levels of availability are told by what the page calls them', () => {
  const jobs = [jobOf(sheetOf('Teacher|Day|From|To|Level\nBen|Mo|8:00|9:50|avoid'))];
  const timetable = { id: 't', timetable: { assignments: [] } };
  const levelName = (level: string) => `called ${level}`;
  const plan = finish(planSteps(smallSchool, jobs, { tables: listTables, mayCreate: new Set(), timetable, levelName }));
  const [row] = plan.sheets[0]?.rows ?? [];
  expect(row?.differences).toEqual([{ field: 'level', before: 'called neutral', after: 'called avoid' }]);
});

describe('what is there', () => {
  const lists: readonly TableList[] = ['courses', 'groups', 'instructors', 'rooms', 'events', 'students'];
  const problem = {
    ...smallSchool,
    rooms: [...smallSchool.rooms, { id: 'r3', name: 'Hall; east, 1', capacity: 9, features: ['a', 'b'], tags: ['t'] }],
    instructors: [...smallSchool.instructors, { id: 'rai', name: 'Rai, P.' }],
    students: [{ id: 's1', name: 'Mia', eventIds: ['left', 'right'] }],
  };

  test.each(lists)('%s written into a sheet and read again are unchanged', (list) => {
    const bench = new Bench(problem, new Set());
    // The fields of the list read its own items.
    const fields = listTables[list].columns as readonly ListField<unknown>[];
    const items: readonly unknown[] = problem[list];
    const rows = items.map((item) => fields.map(({ kind, read }) => cellTextOf(kind, read(item), bench)));
    const sheet = { file: '', name: '', rows };
    const job = { sheet, target: list, header: -1, mapping: fields.map(({ key }) => key) };
    const { plan } = planOf(problem, [job]);
    expect(plan.changes).toEqual([]);
    expect(plan.counts).toMatchObject({ unchanged: items.length, remarked: 0 });
  });
});

test('what a sheet changes is told in the language, with its commas', async () => {
  const { wording } = await import('../../../src/ui/text/ar/wording.ts');
  const jobs = [jobOf(sheetOf('Room|Features\nRoom 1|beamer، piano'))];
  const timetable = { id: 't', timetable: { assignments: [] } };
  const plan = finish(planSteps(smallSchool, jobs, { tables: listTables, mayCreate: new Set(), timetable, wording }));
  expect(plan.sheets[0]?.rows[0]?.differences).toEqual([{ field: 'features', before: '', after: 'beamer، piano' }]);
});

describe('names in a cell', () => {
  const problem = {
    ...smallSchool,
    groups: ['10A', '10B', '1/2', 'Art, A', 'Art, B'].map((name) => ({ id: name, name, size: 1 })),
  };
  test.each([
    ['10A+10B', ['10A', '10B']],
    ['10a / 10b', ['10a', '10b']],
    ['1/2', ['1/2']],
    ['Art, A, Art, B', ['Art, A', 'Art, B']],
    ['Art, B;10A\nNew/er', ['Art, B', '10A', 'New/er']],
    ['C++', ['C++']],
    ['Rai, P.', ['Rai, P.']],
    ['one, two', ['one', 'two']],
    ['10A، 10B؛ 1/2', ['10A', '10B', '1/2']],
  ])('%j are %j', (text, names) => {
    expect(splitNames('groups', text, new Bench(problem, new Set()))).toEqual(names);
  });
});

test('a row whose name is longer than a name can be is refused, and says why', () => {
  const { plan, after } = imported(smallSchool, `Room|Capacity\n${'x'.repeat(301)}|30\nHall|12`, 'rooms');
  expect(plan.sheets[0]?.rows.map(({ state }) => state)).toEqual(['refused', 'add']);
  expect(plan.sheets[0]?.rows[0]?.remarks.map(({ remark }) => remark.code)).toEqual(['sheet.tooLong']);
  expect(after.rooms.map(({ name }) => name)).toEqual([...smallSchool.rooms.map(({ name }) => name), 'Hall']);
});

test.each<[TargetId, string]>([
  ['rooms', `Room|Features\nHall|Piano, ${'x'.repeat(301)}`],
  ['studentSets', `Year|Group\nY|${'x'.repeat(301)}`],
  ['studentSets', `Year|Group\n${'x'.repeat(301)}|G`],
  ['enrolments', `Student|Course\n${'x'.repeat(301)}|Maths`],
  ['enrolments', `Student|Name|Course\ns1|${'x'.repeat(301)}|Maths`],
  ['availability', `Group|Day|Start\n${'x'.repeat(301)}|Monday|08:00`],
  ['events', `Course|Event|Group\nMaths|Algebra|${'x'.repeat(301)}`],
])('no text longer than a name gets into a project: %s %#', (target, text) => {
  const { plan, after } = imported(smallSchool, text, target);
  expect(plan.sheets[0]?.rows[0]?.remarks.map(({ remark }) => remark.code)).toContain('sheet.tooLong');
  expect(JSON.stringify(after)).not.toContain('x'.repeat(301));
});

test('what is to be said of a cell is said in every row that has it', () => {
  const rows = ['Algebra|2|2021-01-02', 'Botany|2|2021-01-02', 'Chemistry|x|2021-01-02', 'Drawing|x|2021-01-02'];
  const text = `Course|Event|Duration|Instructor\n${rows.map((row) => `Maths|${row}`).join('\n')}`;
  const { plan } = imported(smallSchool, text, 'events');
  const codes = plan.sheets[0]?.rows.map(({ remarks }) => remarks.map(({ remark }) => remark.code).sort());
  expect(codes).toEqual([
    ['sheet.date'],
    ['sheet.date'],
    ['sheet.date', 'sheet.number'],
    ['sheet.date', 'sheet.number'],
  ]);
});
