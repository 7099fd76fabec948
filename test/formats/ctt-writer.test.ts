import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import type { Result } from '../../src/domain/result.ts';
import { cttReader } from '../../src/formats/ctt/ctt.ts';
import { cttWriter, ecttWriter } from '../../src/formats/ctt/writer.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { datasetPath } from '../support/datasets.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { extendedCtt, plainCtt } from './support/ctt-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';
import { type LectureWeek, lectureWeek } from './support/lecture-week.ts';

// Reader and writers answer at once; the contracts also allow promises.
const read = (text: string) => cttReader.read([textFile('a.ctt', text)]) as Result<ProjectContent>;
const write = (problem: ProblemData, writer = cttWriter) =>
  writer.write({ problem, timetables: [] }, null) as Result<Uint8Array>;
const textOf = (result: Result<Uint8Array>) => new TextDecoder().decode(valueIn(result));

function expectThereAndBack(text: string, writer: typeof cttWriter): void {
  const { problem } = valueIn(read(text));
  const written = write(problem, writer);
  expect(codesOf(written)).toEqual([]);
  expect(valueIn(read(textOf(written))).problem).toEqual(problem);
}

describe('what is read is written as it was', () => {
  test('a plain file and an extended one', () => {
    expectThereAndBack(plainCtt, cttWriter);
    expectThereAndBack(ownCtt(), cttWriter);
    expectThereAndBack(extendedCtt, ecttWriter);
  });

  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => /^[^\s\0]+$/u.test(text));
  const file = fc
    .record({
      names: fc.uniqueArray(word, { minLength: 9, maxLength: 9 }),
      lectures: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
      minDays: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      closed: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3)), { selector: String }),
      excluded: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(1)), { selector: String }),
      members: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
    })
    .map(({ names, lectures, minDays, closed, excluded, members }) => {
      const [q1, q2, r1, r2, teacher, ...courses] = names;
      const inOrder = [...members].sort();
      return `Name: Random\nCourses: 4\nRooms: 2\nDays: 3\nPeriods_per_day: 4\nCurricula: 2
Min_Max_Daily_Lectures: 1 3\nUnavailabilityConstraints: ${closed.length}\nRoomConstraints: ${excluded.length}\n
COURSES:\n${courses.map((id, at) => `${id} ${at % 2 === 0 ? teacher : id} ${lectures[at]} ${minDays[at]} ${at * 20} ${at % 2}`).join('\n')}
ROOMS:\n${r1} 40 1\n${r2} 20 2
CURRICULA:\n${q1} ${inOrder.length} ${inOrder.map((at) => courses[at]).join(' ')}\n${q2} 1 ${courses[0]}
UNAVAILABILITY_CONSTRAINTS:\n${closed.map(([at, day, period]) => `${courses[at]} ${day} ${period}\n`).join('')}
ROOM_CONSTRAINTS:\n${excluded.map(([at, room]) => `${courses[at]} ${[r1, r2][room]}\n`).join('')}\nEND.\n`;
    });

  test('any file', () => {
    fc.assert(
      fc.property(file, (text) => expectThereAndBack(text, ecttWriter)),
      { numRuns: 100 },
    );
  });

  const folder = datasetPath('itc2007');
  describe.runIf(folder !== null)('published instances', () => {
    const files =
      folder === null
        ? []
        : [...readdirSync(folder), ...readdirSync(join(folder, 'ectt')).map((name) => `ectt/${name}`)];

    test.each(files.filter((name) => /\.e?ctt$/.test(name)))('%s', (name) => {
      const text = readFileSync(join(folder ?? '', name), 'utf8');
      expectThereAndBack(text, name.endsWith('.ectt') ? ecttWriter : cttWriter);
    });
  });
});

describe('a project from elsewhere', () => {
  const linesOf = (change: LectureWeek, section: string, writer = cttWriter) => {
    const text = textOf(write(lectureWeek(change).problem, writer));
    return /^\n?(.*?)\n\n/s.exec(text.split(`${section}:\n`)[1] ?? '')?.[1]?.split('\n') ?? [];
  };
  const event = (fields: Partial<EventData>) => ({ events: { algebra: fields } });

  test('becomes courses of single lectures, curricula of the smallest groups', () => {
    expect(linesOf({}, 'COURSES')).toEqual(['algebra ada 2 0 40', 'lab ada 2 0 20', 'seminar nobody-3 2 0 30']);
    expect(linesOf({}, 'CURRICULA')).toEqual(['first-a 2 algebra lab', 'first-b 1 algebra', 'second 1 seminar']);
  });

  test('says what got lost', () => {
    const remarks = write(lectureWeek().problem).diagnostics.map(({ message, value }) => `${value}: ${message}`);
    expect(remarks).toEqual([
      '3: An ITC-2007 problem has no word for events of several slots, which become single lectures.',
      '1: An ITC-2007 problem has no word for events that need no room or several, which get one.',
      '1: An ITC-2007 problem has no word for events with an instructor to choose or with several, which get the first.',
      '1: An ITC-2007 problem has no word for events without an instructor, which get one of their own.',
      'roomCapacity, isolated, roomStability: An ITC-2007 problem always has these rules, which the project does not have like that.',
    ]);
  });

  test('keeps when it cannot be: unavailability of people, breaks, candidate times', () => {
    const { problem } = lectureWeek({
      calendar: { breaks: [{ name: 'Lunch', slot: 3, days: ['d1'] }] },
      ...event({ times: [{ id: 'd1@0' }, { id: 'd2@1' }] }),
    });
    const away = (id: string, of: 'instructors' | 'groups', hard: boolean) => ({
      id,
      kind: 'unavailable',
      scope: { of, ids: [id] },
      params: { slots: [{ day: 'd4', slots: [2] }] },
      hard,
      weight: 1,
    });
    const rules = [away('ada', 'instructors', true), away('second', 'groups', true), away('first-b', 'groups', false)];
    const written = write({ ...problem, rules });
    const unavailable = textOf(written).split('UNAVAILABILITY_CONSTRAINTS:\n')[1]?.split('\n') ?? [];
    expect(unavailable.filter((line) => /^(lab|seminar) /.test(line))).toEqual([
      'lab 3 2',
      'lab 0 3',
      'seminar 3 2',
      'seminar 0 3',
    ]);
    const open = ['0 0', '0 1', '1 1', '1 2'].filter((period) => !unavailable.includes(`algebra ${period}`));
    expect(open).toEqual(['0 0', '0 1', '1 1', '1 2']);
    expect(unavailable.filter((line) => line.startsWith('algebra '))).toHaveLength(5 * 4 - open.length);
    expect(written.diagnostics.map(({ message }) => message).join()).toContain('of the kind unavailable');
  });

  test('keeps candidate rooms in the extended form, and says so of the plain one', () => {
    const change = event({ rooms: [{ id: 'hall', penalty: 2 }] });
    expect(linesOf(change, 'ROOM_CONSTRAINTS', ecttWriter)).toEqual(['algebra workshop']);
    const messages = (writer: typeof cttWriter) =>
      write(lectureWeek(change).problem, writer)
        .diagnostics.map(({ message }) => message)
        .join();
    expect(messages(ecttWriter)).not.toContain('candidate rooms');
    expect(messages(ecttWriter)).toContain('penalties');
    expect(messages(cttWriter)).toContain('candidate rooms');
  });

  test('gets identifiers without blanks', () => {
    const { problem } = lectureWeek();
    const rooms = ['room 1', 'room_1', 'room\u00a01'].map((id) => ({ id, name: id, capacity: 5 }));
    const back = valueIn(read(textOf(write({ ...problem, name: ' two\n lines ', rooms })))).problem;
    expect(back.rooms.map(({ id }) => id)).toEqual(['room_1', 'room_1_2', 'room_1_3']);
    expect(back.name).toBe('two lines');
  });

  test('is refused when weeks differ, days are long or lectures lie on several days', () => {
    const weeks = lectureWeek({ calendar: { weekCount: 2 }, ...event({ weeks: [0] }) }).problem;
    expect(remark(write(weeks), 'write.weeks').severity).toBe('error');
    const pattern = { id: 'both', days: ['d1', 'd2'], start: 0, length: 2 };
    const days = lectureWeek({ meetingTimes: [pattern], ...event({ times: [{ id: 'both' }] }) }).problem;
    expect(remark(write(days), 'write.days').value).toBe('algebra');
    const slots = Array.from({ length: 17 }, (_, hour) => ({
      start: `${String(hour).padStart(2, '0')}:00`,
      end: `${String(hour).padStart(2, '0')}:59`,
    }));
    expect(codesOf(write(lectureWeek({ calendar: { slots } }).problem))).toEqual(['write.periods']);
  });

  test('of a school gives a file that is a problem again', () => {
    const { problem } = schoolSample();
    const back = valueIn(read(textOf(write(problem, ecttWriter)))).problem;
    expect(buildProblem(back).ok).toBe(true);
    const slots = problem.events.reduce((sum, { duration }) => sum + duration, 0);
    expect(back.events).toHaveLength(slots);
    expect(back.groups).toHaveLength(problem.groups.length);
  });
});
