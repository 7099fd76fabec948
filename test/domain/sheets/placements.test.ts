import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import type { TimetableData } from '../../../src/domain/timetable.ts';
import { fetCsvWriter } from '../../../src/formats/fet/csv.ts';
import type { ProjectContent, WriteOptions, Writer } from '../../../src/formats/format.ts';
import { csvRows } from '../../../src/formats/tables/csv-reader.ts';
import { readSheets } from '../../../src/formats/tables/sheet-files.ts';
import { timetableCsvWriter } from '../../../src/formats/tables/timetable-csv.ts';
import { timetableXlsxWriter } from '../../../src/formats/tables/timetable-xlsx.ts';
import { listTitlesIn } from '../../../src/ui/state/share/share-page.ts';
import { dictionaries } from '../../../src/ui/text/dictionaries.ts';
import { createTranslate } from '../../../src/ui/text/text.tsx';
import { valueIn } from '../../formats/support/files.ts';
import { lectureWeek } from '../../formats/support/lecture-week.ts';
import { smallSchool } from '../../support/small-school.ts';
import { everyList, jobOf, planOf, sheetOf } from './support.ts';

async function exported(writer: Writer, content: ProjectContent, options: WriteOptions = {}) {
  const bytes = valueIn(await writer.write(content, null, options));
  const [sheet] = valueIn(await readSheets([{ name: `timetable.${writer.extension}`, bytes }]));
  if (sheet === undefined) throw new Error('The writer writes a sheet');
  return sheet;
}

const times: TimetableData = {
  assignments: [
    { eventId: 'all', timeId: 'mon@0', roomIds: ['r1'], instructorIds: ['ana'] },
    { eventId: 'left', timeId: 'tue@0', roomIds: ['r2'], instructorIds: ['ben'] },
    { eventId: 'right', timeId: 'mon@3', roomIds: ['r2'], instructorIds: ['ana'] },
    { eventId: 'right-1', timeId: 'mon@3', roomIds: ['r2'], instructorIds: ['ana'] },
  ],
};

function contentOf(problem: ProblemData, timetable: TimetableData): ProjectContent {
  return { problem, timetables: [{ id: 't', name: 'T', createdAt: '2026-01-01T00:00:00.000Z', timetable }] };
}

describe('a timetable that was written by Horarium', () => {
  const contents: readonly [string, ProjectContent][] = [
    ['a school with two weeks', contentOf(smallSchool, times)],
    ['a university', lectureWeek()],
    [
      'names with commas, and a meeting on two days',
      lectureWeek({
        meetingTimes: [{ id: 'twice', days: ['d1', 'd3'], start: 0, length: 1 }],
        events: { algebra: { duration: 1, times: [{ id: 'twice' }] }, lab: { groupIds: ['first-a', 'first-b'] } },
        times: { algebra: 'twice', lab: 'd2@1', seminar: 'd3@2' },
      }),
    ],
  ];

  test.each(contents)('is unchanged when it is read again: %s', async (_, content) => {
    const [own] = content.timetables;
    if (own === undefined) throw new Error('There is a timetable');
    for (const writer of [timetableCsvWriter, timetableXlsxWriter]) {
      const job = jobOf(await exported(writer, content));
      expect(job.target).toBe('placements');
      const { plan } = planOf(content.problem, [job], everyList, own);
      expect(plan.counts).toMatchObject({ change: 0, add: 0, refused: 0, remarked: 0 });
      expect(plan.changes).toEqual([]);
    }
  });

  test.each(['ne', 'ar', 'de', 'fr', 'es'] as const)(
    'is read by whoever speaks English where it was written in %s',
    async (code) => {
      const dictionary = await dictionaries[code]();
      const listTitles = listTitlesIn(createTranslate(() => dictionary));
      const content = contentOf(smallSchool, times);
      const [own] = content.timetables;
      if (own === undefined) throw new Error('There is a timetable');
      for (const writer of [timetableCsvWriter, timetableXlsxWriter]) {
        const sheet = await exported(writer, content, { listTitles });
        expect(sheet.rows[0]).toContain(dictionary.columnCourse);
        expect(sheet.rows[0]).not.toContain('Course');
        const job = jobOf(sheet);
        expect(job.target).toBe('placements');
        expect(job.mapping).not.toContain(null);
        const { plan } = planOf(content.problem, [job], everyList, own);
        expect(plan.counts).toMatchObject({ change: 0, add: 0, refused: 0, remarked: 0 });
        expect(plan.changes).toEqual([]);
      }
    },
  );

  test.each(contents)('places everything again in an empty one: %s', async (_, content) => {
    const [own] = content.timetables;
    const job = jobOf(await exported(timetableCsvWriter, content));
    const { timetable, plan } = planOf(content.problem, [job]);
    expect(plan.counts.refused).toBe(0);
    const where = (data: TimetableData | undefined) =>
      data?.assignments.map(({ eventId, timeId, roomIds }) => [eventId, timeId, roomIds]);
    expect(where(timetable.timetable)).toEqual(where(own?.timetable));
  });

  test('as FET exports one: a row for each hour is one meeting', async () => {
    const problem = {
      ...smallSchool,
      calendar: { ...smallSchool.calendar, weekCount: 1, closed: [], breaks: [] },
      rules: [],
      events: smallSchool.events.slice(0, 2),
    };
    const content = contentOf(problem, { assignments: times.assignments.slice(0, 2) });
    valueIn(buildProblem(problem));
    const sheet = await exported(fetCsvWriter, content);
    const withIds = { ...problem, events: problem.events.map((event, index) => ({ ...event, id: String(index + 1) })) };
    const { timetable } = planOf(withIds, [jobOf(sheet)]);
    expect(timetable.timetable.assignments).toEqual([
      { eventId: '1', timeId: 'mon@0', roomIds: ['r1'], instructorIds: ['ana'] },
      { eventId: '2', timeId: 'tue@0', roomIds: ['r2'], instructorIds: ['ben'] },
    ]);
  });
});

describe('a row of a timetable', () => {
  const titles = 'Course|Groups|Rooms|Day|Start|End|Weeks';
  const placed = (row: string) => {
    const job = jobOf(sheetOf(`${titles}\n${row}`));
    return planOf(smallSchool, [job], everyList, { id: 't', timetable: times });
  };

  test('moves the event that it names', () => {
    const { plan, timetable } = placed('Mathematics|Year|Room 2|Tue|9h00|9h50|');
    expect(timetable.timetable.assignments[0]).toMatchObject({ eventId: 'all', timeId: 'tue@1', roomIds: ['r2'] });
    expect(plan.sheets[0]?.rows[0]).toMatchObject({ state: 'change' });
    expect(plan.changes).toHaveLength(1);
  });

  test.each([
    ['Mathematics|Year|Room 1|Sunday|8:00|8:50|', 'sheet.day'],
    ['Mathematics|Year|Room 1|Monday|7:00|8:50|', 'sheet.slot'],
    ['Mathematics|Left|Room 1|Monday|8:00|8:50|', 'sheet.noEvent'],
    ['Mathematics|Year|Room 1|Monday|8:00|9:50|', 'sheet.notThen'],
    ['Mathematics|Year|Room 1|Monday|8:00|8:50|7', 'sheet.weeks'],
  ])('%s is refused: %s', (row, code) => {
    const { plan } = placed(row);
    expect(plan.changes).toEqual([]);
    expect(plan.sheets[0]?.rows[0]?.remarks.map(({ remark }) => remark.code)).toContain(code);
  });
});

test('the delimiter is the one that cuts the rows alike', () => {
  expect(csvRows('a;b\n1,5;2,5\n3,5;4,5')?.delimiter).toBe(';');
});
