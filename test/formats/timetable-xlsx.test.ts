import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { ProjectContent, WriteOptions } from '../../src/formats/format.ts';
import { mostGridSheets, timetableXlsxWriter } from '../../src/formats/tables/timetable-xlsx.ts';
import { sheetNames, xlsxFile } from '../../src/formats/tables/xlsx-file.ts';
import { parseXml } from '../../src/formats/xml/xml.ts';
import { handoutTexts } from '../../src/handout/handout-texts.ts';
import { codesOf, remark, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

const write = async (content: ProjectContent, options: WriteOptions = {}) =>
  timetableXlsxWriter.write(content, null, options);

/** Sheets as an independent reader sees them: rows of texts, empty cells being null. */
async function read(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const sheets = await readWorkbook(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

async function sheetOf(content: ProjectContent, name: string, options?: WriteOptions) {
  const sheet = (await read(valueIn(await write(content, options)))).get(name);
  if (sheet === undefined) throw new Error(`There is no sheet "${name}"`);
  return sheet;
}

describe('the workbook of a timetable', () => {
  test('has the list, then the week of everybody who has one', async () => {
    const sheets = await read(valueIn(await write(lectureWeek())));
    expect([...sheets.keys()]).toEqual([
      'Timetable',
      'First year',
      'First year, A',
      'First year, B',
      'Second year',
      'Ada Núñez',
      'Ben',
      'Hall; east, 1',
      'Workshop',
    ]);
    expect(sheets.get('Timetable')?.slice(0, 2)).toEqual([
      ['Course', 'Event', 'Groups', 'Instructors', 'Rooms', 'Day', 'Start', 'End', 'Weeks'],
      ['Algebra', null, 'First year', 'Ada Núñez', 'Hall; east, 1', 'Monday', '08:00', '10:00', null],
    ]);
  });

  test('shows a week as a grid, without repeating whose alone it is', async () => {
    const rows = await sheetOf(lectureWeek(), 'Ada Núñez');
    const hall = 'Algebra\nHall; east, 1\nFirst year';
    const workshop = 'Laboratory, part 1\nWorkshop\nBen\nFirst year, A';
    expect(rows).toEqual([
      ['Ada Núñez', null, null, null, null, null],
      [null, 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      ['08:00–09:00', hall, null, null, null, null],
      ['09:00–10:00', null, workshop, null, null, null],
      ['10:00–11:00', null, null, null, null, null],
      ['11:00–12:00', null, null, null, null, null],
    ]);
  });

  test('says which group inside a year a meeting is for, and who else teaches it', async () => {
    const monday = async (name: string) =>
      (await sheetOf(lectureWeek(), name)).slice(2, 4).flatMap((row) => row.slice(1, 3));
    const lab = 'Laboratory, part 1\nWorkshop\nAda Núñez, Ben';
    const algebra = 'Algebra\nHall; east, 1\nAda Núñez';
    expect(await monday('First year')).toEqual([algebra, null, null, `${lab}\nFirst year, A`]);
    expect(await monday('First year, A')).toEqual([`${algebra}\nFirst year`, null, null, lab]);
    expect(await monday('Ben')).toEqual([null, null, null, 'Laboratory, part 1\nWorkshop\nAda Núñez\nFirst year, A']);
  });

  test('tells weeks apart, names breaks, and puts what overlaps into one cell', async () => {
    const content = lectureWeek({
      calendar: { weekCount: 2, breaks: [{ name: 'Lunch', slot: 3 }] },
      events: { algebra: { weeks: [0], duration: 3 }, lab: { weeks: [1] } },
      times: { algebra: 'd1@0', lab: 'd1@1' },
    });
    const monday = (await sheetOf(content, 'First year')).slice(2).map((row) => row[1]);
    const algebra = 'Algebra (weeks A)\nHall; east, 1\nAda Núñez';
    const lab = 'Laboratory, part 1 (weeks B)\nWorkshop\nAda Núñez, Ben\nFirst year, A';
    expect(monday).toEqual([algebra, `${algebra}\n\n${lab}`, null, 'Lunch']);
  });

  test('says weeks as the viewer does, in the list as in the grid', async () => {
    const content = lectureWeek({
      calendar: { weekCount: 12 },
      events: { algebra: { weeks: [0, 1, 2, 6] } },
      times: { algebra: 'd1@0' },
    });
    const texts = { ...handoutTexts, comma: '، ' };
    expect((await sheetOf(content, 'First year', { texts }))[2]?.[1]).toMatch(/^Algebra \(weeks 1–3، 7\)/);
    expect((await sheetOf(content, 'Timetable'))[1]?.at(-1)).toBe('1–3 + 7');
  });

  test('begins on the right where its language or its names do', async () => {
    const startsRight = async (content: ProjectContent, options?: WriteOptions) => {
      const parts = Object.entries(unzipSync(valueIn(await write(content, options))));
      const sheets = parts.filter(([path]) => path.startsWith('xl/worksheets/'));
      const styles = strFromU8(Object.fromEntries(parts)['xl/styles.xml'] ?? new Uint8Array());
      const starts = sheets.map(([, bytes]) => strFromU8(bytes).includes('<sheetView rightToLeft="1"'));
      return new Set([...starts, styles.includes('readingOrder="2"')]);
    };
    expect(await startsRight(lectureWeek())).toEqual(new Set([false]));
    expect(await startsRight(lectureWeek(), { texts: { ...handoutTexts, language: 'ar' } })).toEqual(new Set([true]));
    const { problem, timetables } = lectureWeek();
    const named = <T extends object>(items: readonly T[]) => items.map((item) => ({ ...item, name: 'الاثنين' }));
    const calendar = { ...problem.calendar, days: named(problem.calendar.days) };
    const arabic = { ...problem, calendar, courses: named(problem.courses), groups: named(problem.groups) };
    expect(await startsRight({ problem: arabic, timetables })).toEqual(new Set([true]));
  });

  test('says on every further page whose week it is', async () => {
    const { problem, timetables } = lectureWeek();
    const rooms = problem.rooms.map((room) => ({ ...room, name: "Physics' & room" }));
    const parts = unzipSync(valueIn(await write({ problem: { ...problem, rooms }, timetables })));
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const titles = [...workbook.matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d+)">([^<]+)</g)];
    expect(titles.map(([, sheet, rows]) => [sheet, rows]).slice(0, 2)).toEqual([
      ['0', "'Timetable'!$1:$1"],
      ['1', "'First year'!$1:$2"],
    ]);
    expect(titles.at(-2)?.[2]).toBe("'Physics'' &amp; room'!$1:$2");
  });

  test('of one room has its list and its week', async () => {
    const sheets = await read(valueIn(await write(lectureWeek(), { participant: { kind: 'room', id: 'workshop' } })));
    expect([...sheets.keys()]).toEqual(['Timetable', 'Workshop']);
    expect(sheets.get('Timetable')).toHaveLength(2);
  });

  test('makes rows high enough for names that are longer than their column', async () => {
    const heightWith = async (name: string) => {
      const parts = unzipSync(valueIn(await write(lectureWeek({ events: { algebra: { name, duration: 1 } } }))));
      const grid = strFromU8(parts['xl/worksheets/sheet6.xml'] ?? new Uint8Array());
      return Number(/<row r="3" ht="(\d+)"/.exec(grid)?.[1]);
    };
    const name = 'Fundamentals of electrical and electronic engineering for beginners, with exercises';
    // four lines of the title, with the room and the group
    expect(await heightWith(name)).toBe(6 * 15);
    // higher rows make a workbook that programs want to repair
    expect(await heightWith(name.repeat(10))).toBe(409);
  });

  test('merges the slots of a meeting and keeps headings in view', async () => {
    const parts = unzipSync(valueIn(await write(lectureWeek())));
    const grid = strFromU8(parts['xl/worksheets/sheet6.xml'] ?? new Uint8Array());
    expect([...grid.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, range]) => range)).toEqual(['B3:B4', 'C4:C5']);
    expect(grid).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3"');
    for (const part of Object.values(parts)) expect(parseXml(strFromU8(part), 'part').ok).toBe(true);
  });

  test('has no formula, whatever names look like', async () => {
    const content = lectureWeek({ events: { algebra: { name: '=HYPERLINK("http://x","y")' } } });
    const rooms = content.problem.rooms.map((room) => ({ ...room, name: '@SUM(1)' }));
    const result = valueIn(await write({ ...content, problem: { ...content.problem, rooms } }));
    expect((await read(result)).get('Timetable')?.[1]?.slice(1, 5)).toEqual([
      '=HYPERLINK("http://x","y")',
      'First year',
      'Ada Núñez',
      '@SUM(1)',
    ]);
    const parts = Object.values(unzipSync(result)).map((part) => strFromU8(part));
    expect(parts.filter((part) => /<f[\s>]/.test(part))).toEqual([]);
  });

  test('gives back text that XML and spreadsheets would change', async () => {
    const name = ' a & b <c> "d" _x000A_ \n漢字 👩‍🏫  ';
    const list = await sheetOf(lectureWeek({ events: { algebra: { name } } }), 'Timetable');
    // The reader used here leaves this one escape as it is; spreadsheets read it as the underscore.
    expect(String(list[1]?.[1]).replace('_x005F_', '_').trim()).toBe(name.trim());
    const broken = await sheetOf(lectureWeek({ events: { algebra: { name: 'a\u0000\u001bb\ud800' } } }), 'Timetable');
    expect(broken[1]?.[1]).toBe('ab');
  });

  test('is the same file for the same timetable', async () => {
    expect(valueIn(await write(lectureWeek()))).toEqual(valueIn(await write(lectureWeek())));
  });

  test('of very many people keeps to a number of sheets that can be opened, and says so', async () => {
    const content = lectureWeek();
    const instructors = Array.from({ length: mostGridSheets }, (_, index) => ({ id: `i${index}`, name: `P ${index}` }));
    const events = content.problem.events.map((event) => ({
      ...event,
      instructors: instructors.map(({ id }) => ({ id })),
    }));
    const problem = { ...content.problem, instructors, events };
    const result = await write({ ...content, problem });
    expect(remark(result, 'write.tooManySheets').value).toBe(String(mostGridSheets + 6));
    expect((await read(valueIn(result))).size).toBe(mostGridSheets + 1);
  });

  test('without a timetable is a reason', async () => {
    expect(codesOf(await write({ ...lectureWeek(), timetables: [] }))).toEqual(['write.noTimetable']);
  });
});

describe('names of sheets', () => {
  test.each([
    ['1/2 [a]: *b?\\c', '1 2  a   b c'],
    ["'quoted'", 'quoted'],
    ['', 'Sheet'],
    ['History', 'History_'],
    ['a'.repeat(40), 'a'.repeat(31)],
    [`${'a'.repeat(30)}' b`, 'a'.repeat(30)],
    [`${'a'.repeat(30)}👩`, 'a'.repeat(30)],
  ])('%j becomes %j', (name, legal) => {
    expect(sheetNames([name])).toEqual([legal]);
  });

  test('are all different, capitals aside', () => {
    const long = 'b'.repeat(31);
    expect(sheetNames(['A', 'a', 'A (2)', long, long])).toEqual([
      'A',
      'a (2)',
      'A (2) (2)',
      long,
      `${'b'.repeat(27)} (2)`,
    ]);
  });

  test('are those of the workbook', async () => {
    const sheet = (name: string) => ({
      name,
      widths: [10],
      rows: [{ cells: [{ text: name, style: 'plain' as const }] }],
      frozenRows: 0,
      frozenColumns: 0,
    });
    const sheets = await read(await xlsxFile([sheet('R&D <1>'), sheet('r&d <1>')]));
    expect([...sheets]).toEqual([
      ['R&D <1>', [['R&D <1>']]],
      ['r&d <1> (2)', [['r&d <1>']]],
    ]);
  });
});
