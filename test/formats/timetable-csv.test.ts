import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { fetCsvWriter } from '../../src/formats/fet/csv.ts';
import type { ProjectContent, WriteOptions, Writer } from '../../src/formats/format.ts';
import { timetableCsvWriter } from '../../src/formats/tables/timetable-csv.ts';
import { readCsv } from './support/csv.ts';
import { codesOf, remark, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

const plain = { byteOrderMark: false };

// These writers answer at once; the contract also allows promises.
const write = (writer: Writer, content: ProjectContent, options: WriteOptions = plain) =>
  writer.write(content, null, options) as Result<Uint8Array>;
const textOf = (result: Result<Uint8Array>) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(valueIn(result));

describe('the timetable as a list', () => {
  test('has a line for each meeting, by names', () => {
    expect(readCsv(textOf(write(timetableCsvWriter, lectureWeek())))).toEqual([
      ['Course', 'Event', 'Groups', 'Instructors', 'Rooms', 'Day', 'Start', 'End', 'Weeks'],
      ['Algebra', '', 'First year', 'Ada Núñez', 'Hall; east, 1', 'Monday', '08:00', '10:00', ''],
      ['Physics', 'Laboratory, part 1', 'First year, A', 'Ada Núñez, Ben', 'Workshop', 'Tuesday', '09:00', '11:00', ''],
      ['Seminar', '', 'Second year', '', '', 'Wednesday', '10:00', '12:00', ''],
    ]);
  });

  test('names the weeks, and each day of a pattern', () => {
    const content = lectureWeek({
      calendar: { weekCount: 3 },
      meetingTimes: [{ id: 'pattern', days: ['d1', 'd4'], start: 0, length: 2, weeks: [0, 2] }],
      events: { algebra: { times: [{ id: 'pattern' }] } },
      times: { algebra: 'pattern' },
    });
    const rows = readCsv(textOf(write(timetableCsvWriter, content))).slice(1);
    expect(rows.map((row) => row.slice(5))).toEqual([
      ['Monday', '08:00', '10:00', 'AC'],
      ['Thursday', '08:00', '10:00', 'AC'],
    ]);
    expect(remark(write(timetableCsvWriter, content), 'write.unplaced').value).toBe('2');
  });

  test('of one instructor', () => {
    const participant = { kind: 'instructor', id: 'ben' } as const;
    const result = write(timetableCsvWriter, lectureWeek({ times: { lab: 'd2@1' } }), { ...plain, participant });
    expect(readCsv(textOf(result)).map(([course]) => course)).toEqual(['Course', 'Physics']);
    expect(codesOf(result)).toEqual([]);
  });

  test('begins with the mark of UTF-8 unless it is not wanted', () => {
    expect([...valueIn(write(timetableCsvWriter, lectureWeek(), {})).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(textOf(write(timetableCsvWriter, lectureWeek()))).toMatch(/^Course,/);
  });

  test.each(['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n@x'])('takes %j for text', (name) => {
    const rows = readCsv(textOf(write(timetableCsvWriter, lectureWeek({ events: { algebra: { name } } }))));
    expect(rows[1]?.[1]).toBe(`'${name}`);
  });

  test('gives back any name', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/^\s*[=+\-@＝＋－＠\t\r\n]/.test(text));
    fc.assert(
      fc.property(name, (given) => {
        const rows = readCsv(textOf(write(timetableCsvWriter, lectureWeek({ events: { algebra: { name: given } } }))));
        expect(rows[1]?.[1]).toBe(given);
        expect(rows).toHaveLength(4);
      }),
    );
  });
});

describe('the timetable as FET exports it', () => {
  // The lines are those that FET 6.8 exports (`fet-cl --exportcsv=true`) for the same data.
  test('is what FET writes, byte by byte', () => {
    const content = lectureWeek({
      events: { algebra: { tags: ['x', 'y"q'] }, lab: { groupIds: ['first-a', 'second'] } },
    });
    const result = write(fetCsvWriter, content, {});
    expect(textOf(result)).toBe(
      [
        '\ufeff"Activity Id","Day","Hour","Students Sets","Subject","Teachers","Activity Tags","Room","Comments"',
        '"1","Monday","08:00-09:00","First year","Algebra","Ada Núñez","x+y""q","Hall; east, 1",""',
        '"1","Monday","09:00-10:00","First year","Algebra","Ada Núñez","x+y""q","Hall; east, 1",""',
        '"2","Tuesday","09:00-10:00","First year, A+Second year","Physics","Ada Núñez+Ben","","Workshop",""',
        '"2","Tuesday","10:00-11:00","First year, A+Second year","Physics","Ada Núñez+Ben","","Workshop",""',
        '"3","Wednesday","10:00-11:00","Second year","Seminar","","","",""',
        '"3","Wednesday","11:00-12:00","Second year","Seminar","","","",""',
        '',
      ].join('\n'),
    );
    expect(codesOf(result)).toEqual([]);
  });

  test('keeps names as they are, but warns of those that look like formulas', () => {
    const content = lectureWeek();
    const courses = content.problem.courses.map((course) => ({ ...course, name: '=1+1' }));
    const result = write(fetCsvWriter, { ...content, problem: { ...content.problem, courses } });
    expect(readCsv(textOf(result))[1]?.[4]).toBe('=1+1');
    expect(remark(result, 'write.formula').value).toBe('=1+1');
  });

  test('needs what FET needs', () => {
    const content = lectureWeek({ calendar: { weekCount: 2 }, events: { algebra: { weeks: [0] } } });
    expect(codesOf(write(fetCsvWriter, content))).toEqual(['fet.weeks']);
  });
});
