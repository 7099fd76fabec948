import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readScheduleEngine, scheduleEngineReader } from '../../src/formats/schedule-engine/schedule-engine.ts';
import { engineFiles, engineLists, newerLists } from './support/engine-lists.ts';
import { codesOf, jsonFile, remark, textFile, valueIn } from './support/files.ts';

const result = readScheduleEngine(engineFiles());
const { problem } = valueIn(result);

function eventsOf(courseId: string) {
  return problem.events.filter((event) => event.courseId === courseId);
}

function ruleOf(id: string, source = problem) {
  return source.rules.find((rule) => rule.id === id);
}

describe('courses become events', () => {
  test('theory for the section in blocks of two hours and one', () => {
    expect(eventsOf('BIO 1 TH').map(({ duration, groupIds }) => [duration, ...groupIds])).toEqual([
      [2, 'B1'],
      [2, 'B1'],
      [1, 'B1'],
    ]);
  });

  test('a practical for each subgroup; a long one is cut and said to be', () => {
    expect(eventsOf('BIO 1 PR').map(({ duration, groupIds }) => [duration, ...groupIds])).toEqual([
      [3, 'B1a'],
      [3, 'B1a'],
      [3, 'B1b'],
      [3, 'B1b'],
    ]);
    expect(remark(result, 'scheduleEngine.longPractical').value).toBe('BIO 1');
  });

  test('parts of an hour are cut off, but never to nothing', () => {
    expect(eventsOf('BIO 2 PR').map((event) => event.duration)).toEqual([1, 1, 1]);
    expect(remark(result, 'scheduleEngine.fraction').value).toBe('BIO 2');
    expect(eventsOf('BIO 3 PR').map((event) => event.duration)).toEqual([1, 1]);
    expect(remark(result, 'scheduleEngine.partOfHour').value).toBe('BIO 3');
  });

  test('sections do not share events, and one without subgroups stands for itself', () => {
    expect(eventsOf('BIO 2 TH').map((event) => event.groupIds)).toEqual([['B1'], ['B2']]);
    expect(eventsOf('BIO 2 PR').map((event) => event.groupIds)).toEqual([['B1a'], ['B1b'], ['B2']]);
  });

  test('subgroups lie in their section and share its students', () => {
    expect(problem.groups.map(({ id, size, parentId }) => [id, size, parentId])).toEqual([
      ['B1', 41, undefined],
      ['B1a', 21, 'B1'],
      ['B1b', 20, 'B1'],
      ['B2', 20, undefined],
    ]);
  });

  test('what is left out is said', () => {
    expect(remark(result, 'scheduleEngine.unknownCourse').value).toBe('BIO 8');
    expect(remark(result, 'scheduleEngine.unattended').value).toBe('BIO 9');
    expect(problem.courses.some((course) => course.id.startsWith('BIO 9'))).toBe(false);
  });
});

describe('rooms and instructors', () => {
  test('features decide where a room has one of them, else the type', () => {
    const roomsOf = (courseId: string) => eventsOf(courseId)[0]?.rooms?.map((room) => room.id);
    expect(roomsOf('BIO 1 TH')).toEqual(['R1', 'R2', 'R5']);
    expect(roomsOf('BIO 1 PR')).toEqual(['R3']);
    expect(roomsOf('BIO 2 PR')).toEqual(['R3', 'R4', 'R5']);
    expect(roomsOf('BIO 3 PR')).toEqual(['R3', 'R4', 'R5']);
    expect(remark(result, 'scheduleEngine.noRoomWithFeature').value).toBe('aquarium');
  });

  test('one of the qualified is chosen, in the new and the old form', () => {
    expect(eventsOf('BIO 1 TH')[0]).toMatchObject({ instructors: [{ id: 'I1' }], instructorCount: 1 });
    expect(eventsOf('BIO 2 TH')[0]?.instructors).toEqual([{ id: 'I2' }]);
    expect(eventsOf('BIO 2 PR')[0]?.instructors).toEqual([{ id: 'I2' }]);
  });

  test('with nobody qualified anybody is taken and counted once for each event', () => {
    expect(remark(result, 'scheduleEngine.nobodyQualified').value).toBe('BIO 3 PR');
    expect(eventsOf('BIO 3 PR')[0]?.instructors).toHaveLength(2);
    const built = valueIn(buildProblem(problem));
    const [event] = eventsOf('BIO 3 PR');
    const timetable = fromTimetableData(built, {
      assignments: [{ eventId: event?.id ?? '', timeId: 'Monday@3', roomIds: ['R3'], instructorIds: ['I2'] }],
    });
    const wrong = evaluate(built, valueIn(timetable)).violations.filter((entry) => entry.hard && entry.rule >= 0);
    expect(wrong.map(({ kind, amount }) => [kind, amount])).toEqual([['instructorSuitability', 1]]);
  });

  test('without any room of the type every room is taken and counted', () => {
    const other = readScheduleEngine(engineFiles({ rooms: [{ room_id: 'R1', capacity: 48, type: 'Lecture' }] }));
    const events = valueIn(other).problem.events.filter((event) => event.courseId.endsWith('PR'));
    expect(events[0]?.rooms).toEqual([{ id: 'R1' }]);
    expect(ruleOf('roomSuitability', valueIn(other).problem)?.scope.ids).toEqual(events.map((event) => event.id));
    expect(codesOf(other)).toContain('scheduleEngine.noRoom');
    expect(buildProblem(valueIn(other).problem).ok).toBe(true);
  });
});

describe('hours', () => {
  test('older files: eight to eight, both ends rounded down', () => {
    expect(problem.calendar.slots).toHaveLength(12);
    const slots = ruleOf('unavailable-instructors-I1')?.params.slots as { day: string; slots: number[] }[];
    expect(slots.find((entry) => entry.day === 'Monday')?.slots).toEqual([0, 1, 5, 6, 7, 8, 9, 10, 11]);
    expect(slots.map((entry) => entry.day)).toEqual(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']);
    expect(codesOf(result)).toEqual(expect.arrayContaining(['scheduleEngine.hours', 'scheduleEngine.saturday']));
  });

  test('newer files: ten to five, rounded inwards; courses left out; blocks on different days; loads kept', () => {
    const newer = readScheduleEngine(engineFiles(newerLists()));
    const other = valueIn(newer).problem;
    expect(other.calendar.slots.map((slot) => slot.start)).toEqual([
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
      '15:00',
      '16:00',
    ]);
    const slots = ruleOf('unavailable-instructors-I1', other)?.params.slots as { day: string; slots: number[] }[];
    expect(slots.find((entry) => entry.day === 'Monday')?.slots).toEqual([0, 3, 4, 5, 6]);
    expect(remark(newer, 'scheduleEngine.notNeeded').value).toBe('1');
    expect(other.courses.map((course) => course.id)).toEqual(['BIO 1 TH', 'BIO 1 PR', 'BIO 3 TH', 'BIO 3 PR']);
    expect(other.rules.filter((rule) => rule.kind === 'differentDays').map((rule) => rule.scope.ids)).toEqual([
      ['BIO 1 TH B1 #1', 'BIO 1 TH B1 #2', 'BIO 1 TH B1 #3'],
    ]);
    expect(other.notEnforced).toMatchObject([{ kind: 'maxLoad', count: 2 }]);
    expect(JSON.parse(other.notEnforced[0]?.text ?? '')).toEqual([
      { id: 'I1', maxLoad: { lecture: 4, practical: 2 } },
      { id: 'I2', maxLoad: { lecture: 4, practical: 2 } },
    ]);
    expect(buildProblem(other).ok).toBe(true);
  });

  test('can be given, and are checked', () => {
    const given = readScheduleEngine(engineFiles(), { open: { from: 9, to: 12 }, rounding: 'inward' });
    expect(valueIn(given).problem.calendar.slots).toHaveLength(3);
    expect(codesOf(given)).not.toContain('scheduleEngine.hours');
    expect(codesOf(readScheduleEngine(engineFiles(), { open: { from: 9, to: 9 } }))).toEqual(['scheduleEngine.open']);
  });

  test('nothing or an empty list means always available', () => {
    expect(ruleOf('unavailable-instructors-I2')).toBeUndefined();
    const instructors = [{ id: 'I1', name: 'x', courses: [], availability: { Monday: [], Tuesday: null } }];
    const other = readScheduleEngine(engineFiles({ instructors }));
    expect(ruleOf('unavailable-instructors-I1', valueIn(other).problem)).toBeUndefined();
  });

  test('a period until closing time, and until midnight', () => {
    const availability = { Monday: [{ start: '08:00', end: '24:00' }] };
    const instructors = [{ id: 'I1', name: 'x', courses: [], availability }];
    const other = valueIn(readScheduleEngine(engineFiles({ instructors }))).problem;
    const slots = ruleOf('unavailable-instructors-I1', other)?.params.slots as { day: string }[];
    expect(slots.map((entry) => entry.day)).not.toContain('Monday');
  });
});

describe('recognising', () => {
  test('four files by name in any case, by content, or one object', () => {
    const files = engineFiles();
    expect(scheduleEngineReader.recognise(files)).toBe(2);
    expect(scheduleEngineReader.recognise(files.map((file) => ({ ...file, name: file.name.toUpperCase() })))).toBe(2);
    expect(scheduleEngineReader.recognise(files.map((file, index) => ({ ...file, name: `${index}.json` })))).toBe(2);
    const whole = jsonFile('faculty.json', { ...engineLists, Rooms: engineLists.rooms, rooms: undefined });
    expect(scheduleEngineReader.recognise([whole])).toBe(2);
    expect(valueIn(readScheduleEngine([whole])).problem).toEqual(problem);
  });

  test('a missing file is named', () => {
    expect(remark(readScheduleEngine(engineFiles().slice(0, 3)), 'scheduleEngine.missing').value).toBe('rooms');
  });

  test('another file beside them is left out with a warning', () => {
    const other = readScheduleEngine([...engineFiles(), textFile('notes.txt', 'hello')]);
    expect(remark(other, 'file.ignored').place).toBe('notes.txt');
    expect(other.ok).toBe(true);
  });
});

describe('flaws', () => {
  const room = { room_id: 'R1', capacity: 20 };
  test.each<[string, Parameters<typeof engineFiles>[0], string, string, string | undefined]>([
    ['duplicate room', { rooms: [room, room] }, 'duplicate', 'Rooms.json[1].room_id', 'R1'],
    ['negative capacity', { rooms: [{ ...room, capacity: -3 }] }, 'number', 'Rooms.json[0].capacity', '-3'],
    ['fraction', { rooms: [{ ...room, capacity: 2.5 }] }, 'number', 'Rooms.json[0].capacity', '2.5'],
    ['number as text', { rooms: [{ ...room, capacity: '20' }] }, 'number', 'Rooms.json[0].capacity', '20'],
    ['no identifier', { rooms: [{ capacity: 20 }] }, 'text', 'Rooms.json[0].room_id', undefined],
    ['not an object', { rooms: [7] }, 'record', 'Rooms.json[0]', '7'],
    ['negative hours', { courses: [{ CourseCode: 'A', L: -1 }] }, 'number', 'Course.json[0].L', '-1'],
    ['absurd hours', { courses: [{ CourseCode: 'A', P: 9e5 }] }, 'weeklyHours', 'Course.json[0].P', '900000'],
    [
      'subgroup called like a section',
      { groups: [{ group_id: 'G', student_count: 2, name: 'G', subgroups: ['G'] }] },
      'subgroup',
      'Groups.json[0].subgroups[0]',
      'G',
    ],
    [
      'weekday',
      { instructors: [{ id: 'I', name: 'I', availability: { Someday: [] } }] },
      'weekday',
      'Instructors.json[0].availability.Someday',
      'Someday',
    ],
    [
      'end before start',
      { instructors: [{ id: 'I', name: 'I', availability: { Monday: [{ start: '12:00', end: '09:00' }] } }] },
      'periodEnd',
      'Instructors.json[0].availability.Monday[0]',
      '12:00–09:00',
    ],
  ])('%s', (_, change, code, place, value) => {
    const other = readScheduleEngine(engineFiles(change));
    expect(other.ok).toBe(false);
    const flaw = remark(other, `scheduleEngine.${code}`);
    expect([flaw.place, flaw.value]).toEqual([place, value]);
  });

  test('a file that is cut off is named with line and column', () => {
    const [courses, ...rest] = engineFiles();
    const bytes = (courses as { bytes: Uint8Array }).bytes.subarray(0, 50);
    const other = readScheduleEngine([{ name: 'Course.json', bytes }, ...rest]);
    expect(remark(other, 'json.syntax').place).toBe('Course.json:1:51');
  });
});
