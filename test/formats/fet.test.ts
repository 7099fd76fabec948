import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Result } from '../../src/domain/result.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { readFiles, writeFile } from '../../src/formats/registry.ts';
import { constraint, type FetParts, fetActivity, fetText } from './support/fet-text.ts';
import { codesOf, cp1252, remark, textFile, utf16, valueIn } from './support/files.ts';

// The reader answers at once; the contract also allows a promise.
function read(parts: FetParts | string = {}): Result<ProjectContent> {
  const text = typeof parts === 'string' ? parts : fetText(parts);
  return fetReader.read([textFile('school.fet', text)]) as Result<ProjectContent>;
}

const problemIn = (parts: FetParts = {}) => valueIn(read(parts)).problem;
const eventIn = (problem: ProblemData, id: string) => problem.events.find((event) => event.id === id);

describe('lists', () => {
  const problem = problemIn();

  test('make days, hours with clock times, subjects, teachers and rooms with buildings', () => {
    expect(problem.name).toBe('Hill School');
    expect(problem.calendar.days).toEqual([
      { id: 'day1', name: 'Monday' },
      { id: 'day2', name: 'Tuesday' },
      { id: 'day3', name: 'Wednesday' },
    ]);
    expect(problem.calendar.slots.at(-1)).toEqual({ start: '11:00', end: '12:00', name: '11:00' });
    expect(problem.courses.map(({ id }) => id)).toEqual(['Maths', 'French', 'Latin']);
    expect(problem.instructors.map(({ id }) => id)).toEqual(['Ada', 'Ben', 'Cyd']);
    expect(problem.rooms[0]).toEqual({ id: 'Hall', name: 'Hall', capacity: 60, building: 'Main' });
  });

  test('make one event per active activity, with all its teachers, and rooms only where some are asked for', () => {
    expect(problem.events.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '7']);
    expect(eventIn(problem, '7')).toEqual({
      id: '7',
      courseId: 'Maths',
      duration: 1,
      roomCount: 0,
      instructors: [{ id: 'Ben' }, { id: 'Cyd' }],
      groupIds: ['Year 8'],
      size: 11,
    });
    expect(eventIn(problem, '3')).toMatchObject({ duration: 2, tags: ['core'] });
    expect(problem.notEnforced[0]).toMatchObject({ format: 'fet', kind: 'Activity (inactive)', count: 1 });
    expect(problem.notEnforced[0]?.text).toContain('<Id>6</Id>');
  });

  test('a set whose students are in several groups is the list of its subgroups, with its own size', () => {
    const byId = new Map(problem.groups.map((group) => [group.id, group]));
    expect(byId.get('7 left')?.parentId).toBe('Year 7');
    expect(byId.get('7 left Latin')).toMatchObject({ parentId: '7 left', tags: ['7 Latin'] });
    expect(byId.has('7 French')).toBe(false);
    expect(eventIn(problem, '4')).toMatchObject({ groupIds: ['7 left French', '7 right French'], size: 32 });
    expect(eventIn(problem, '1')?.groupIds).toEqual(['Year 7']);
  });

  test('sets clash exactly when they have a subgroup in common', () => {
    const clashes = (first: string, second: string) => {
      const activities = [first, second].map((set, index) => fetActivity(index + 1, { students: [set] })).join('');
      const built = valueIn(buildProblem(problemIn({ activities })));
      const assignments = ['1', '2'].map((eventId) => ({ eventId, timeId: 'day1@0', roomIds: [], instructorIds: [] }));
      return evaluate(built, valueIn(fromTimetableData(built, { assignments }))).score.hard > 0;
    };
    expect(clashes('7 French', '7 Latin')).toBe(false);
    expect(clashes('7 left', '7 right')).toBe(false);
    expect(clashes('7 left', '7 French')).toBe(true);
    expect(clashes('7 Latin', 'Year 7')).toBe(true);
    expect(clashes('7 left Latin', '7 left French')).toBe(false);
    expect(clashes('Year 7', 'Year 8')).toBe(false);
  });

  test('make a problem without a remark of its own', () => {
    expect(buildProblem(problem).diagnostics).toEqual([]);
    expect(codesOf(read())).toEqual(['fet.notEnforced']);
  });
});

describe('hours', () => {
  const clock = (hours: readonly string[]) =>
    problemIn({ hours }).calendar.slots.map(({ start, end }) => `${start}-${end}`);

  test('have the clock times of their names', () => {
    expect(clock(['8:15-9:00', '9:05 – 9:50'])).toEqual(['08:15-09:00', '09:05-09:50']);
    expect(clock(['1. 08h00', '2. 08h45', '3. 10h00'])).toEqual(['08:00-08:45', '08:45-10:00', '10:00-10:45']);
  });

  test('go on after noon where the clock has twelve hours', () => {
    expect(clock(['11:20', '12:10', '1:10', '2:00'])).toEqual([
      '11:20-12:10',
      '12:10-13:10',
      '13:10-14:00',
      '14:00-14:50',
    ]);
    expect(clock(['11:20-12.10', '12:10 - 01.00'])).toEqual(['11:20-12:10', '12:10-13:00']);
  });

  test('without clock times are an hour each from eight, and that is said', () => {
    expect(clock(['1st', '2nd'])).toEqual(['08:00-09:00', '09:00-10:00']);
    expect(codesOf(read({ hours: ['1st', '2nd'] }))).toContain('fet.clock');
    expect(clock(['10:00', '9:00', '8:30'])).toEqual(['08:00-09:00', '09:00-10:00', '10:00-11:00']);
  });
});

describe('recognising', () => {
  const sure = (name: string, text: string) => fetReader.recognise([textFile(name, text)]);

  test('goes by the root element, then by the name', () => {
    expect(sure('school.xml', fetText())).toBe(2);
    expect(sure('school.xml', '<fet version="5.41.0">')).toBe(2);
    expect(sure('school.xml', '<?xml version="1.0"?><!-- made by hand --><fet>')).toBe(2);
    expect(sure('school.fet', '<problem>')).toBe(1);
    expect(sure('school.xml', '<problem>')).toBe(0);
    expect(fetReader.recognise([textFile('a.fet', fetText()), textFile('b.fet', fetText())])).toBe(0);
  });

  test('is part of opening files, in any encoding', async () => {
    expect(valueIn(await readFiles([textFile('school.fet', fetText())])).source).toBe('fet');
    const accented = fetText().replaceAll('Ada', 'Adèle');
    for (const bytes of [
      utf16(accented, false, true),
      new TextEncoder().encode(`\uFEFF${accented}`),
      cp1252(accented),
    ]) {
      const { problem } = valueIn(await readFiles([{ name: 'school.fet', bytes }]));
      expect(problem.instructors[0]?.id).toBe('Adèle');
    }
  });
});

describe('a saved timetable', () => {
  const start = (id: number, day: string, hour: string, locked = false) =>
    constraint('ActivityPreferredStartingTime', {
      Activity_Id: id,
      Preferred_Day: day,
      Preferred_Hour: hour,
      Permanently_Locked: locked,
    });
  const room = (id: number, name: string, locked = false) =>
    constraint('ActivityPreferredRoom', { Activity_Id: id, Room: name, Permanently_Locked: locked });
  const activities = [1, 2].map((id) => fetActivity(id, { students: ['Year 8'] })).join('');
  const subject = constraint('SubjectPreferredRooms', {
    Subject: 'Maths',
    Number_of_Preferred_Rooms: 2,
    Preferred_Room: ['Hall', 'Lab'],
  });

  test('is a timetable of the project and locks nothing that is not locked permanently', () => {
    const time = start(1, 'Monday', '9:00') + start(2, 'Tuesday', '8:00', true);
    const result = read({ activities, time, space: subject + room(1, 'Hall') + room(2, 'Lab') });
    const { problem, timetables } = valueIn(result);
    expect(timetables[0]?.timetable.assignments).toEqual([
      { eventId: '1', timeId: 'day1@1', roomIds: ['Hall'], instructorIds: [] },
      { eventId: '2', timeId: 'day2@0', roomIds: ['Lab'], instructorIds: [] },
    ]);
    expect(eventIn(problem, '1')?.lock).toBeUndefined();
    expect(eventIn(problem, '1')?.rooms).toEqual([{ id: 'Hall' }, { id: 'Lab' }]);
    expect(eventIn(problem, '2')?.lock).toEqual({ timeId: 'day2@0' });
    expect(remark(result, 'fet.timetable').severity).toBe('info');
  });

  test('that is only a part is kept as locks', () => {
    const { problem, timetables } = valueIn(read({ activities, time: start(1, 'Monday', '9:00') }));
    expect(timetables).toEqual([]);
    expect(eventIn(problem, '1')?.lock).toEqual({ timeId: 'day1@1' });
    expect(problem.rules.map(({ kind, hard }) => [kind, hard])).toEqual([['pinned', true]]);
  });

  test('is no timetable when everything in it is locked permanently', () => {
    const time = start(1, 'Monday', '9:00', true) + start(2, 'Tuesday', '8:00', true);
    const { problem, timetables } = valueIn(read({ activities, time }));
    expect(timetables).toEqual([]);
    expect(problem.events.every(({ lock }) => lock?.timeId !== undefined)).toBe(true);
  });

  test('leaves an activity without a room where that is allowed', () => {
    const soft = subject.replace('>100<', '>80<');
    const { problem, timetables } = valueIn(
      read({
        activities,
        time: start(1, 'Monday', '9:00') + start(2, 'Tuesday', '8:00'),
        space: soft + room(2, 'Lab'),
      }),
    );
    const built = valueIn(buildProblem(problem));
    const timetable = valueIn(fromTimetableData(built, timetables[0]?.timetable ?? { assignments: [] }));
    expect(evaluate(built, timetable).score).toEqual({ unplaced: 0, hard: 0, soft: 4 });
  });
});

describe('modes', () => {
  test('of a name that FET does not have are said not to be known', () => {
    for (const mode of ['Official', 'Terms', 'Mornings_Afternoons', 'Block_Planning']) {
      expect(codesOf(read({ mode }))).not.toContain('fet.mode');
    }
    expect(remark(read({ mode: 'Evenings' }), 'fet.mode').severity).toBe('warning');
  });

  test('with terms have limits of all their days', () => {
    const days = Array.from({ length: 25 }, (_, day) => `Day ${day + 1}`);
    const time = constraint('TeachersMaxDaysPerWeek', { Max_Days_Per_Week: 20 });
    for (const parts of [{ mode: 'Terms' }, { version: '5.42.2-mathmake' }]) {
      const { problem } = valueIn(read({ ...parts, days, time }));
      expect(problem.calendar.days).toHaveLength(25);
      expect(problem.rules.map(({ kind, params }) => [kind, params])).toEqual([['maxDays', { max: 20 }]]);
      expect(buildProblem(problem).ok).toBe(true);
    }
  });
});

describe('the project', () => {
  test('survives its own file', async () => {
    const time = constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }, 95) + constraint('SomethingNew');
    const space = constraint('ActivityPreferredRoom', { Activity_Id: 7, Room: 'Lab', Permanently_Locked: true });
    const { source: _, ...content } = valueIn(await readFiles([textFile('school.fet', fetText({ time, space }))]));
    const bytes = valueIn(await writeFile('horarium', content, null));
    expect(valueIn(await readFiles([{ name: 'school.horarium.json', bytes }]))).toMatchObject(content);
  });
});
