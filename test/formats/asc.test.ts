import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { ascText } from './support/asc-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';

const read = (text = ascText) => readFiles([textFile('hill school.xml', text)]);
const sound = await read();
const { problem, timetables, source } = valueIn(sound);
const eventOf = (id: string) => problem.events.find((event) => event.id === id);

function changed(from: string, to: string) {
  expect(ascText).toContain(from);
  return read(ascText.replace(from, to));
}

describe('an export of aSc Timetables', () => {
  test('is recognised by its root, the problem called after the file', () => {
    expect(source).toBe('asc');
    expect(problem.name).toBe('hill school');
  });

  test('has its days, weeks, and periods in the order of their numbers', () => {
    expect(problem.calendar.days.map(({ name }) => name)).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
    ]);
    expect(problem.calendar.weekCount).toBe(2);
    expect(problem.calendar.slots).toEqual([
      { start: '07:40', end: '08:25' },
      { start: '08:30', end: '09:15', name: 'First' },
      { start: '09:30', end: '10:15', name: '2' },
      { start: '10:20', end: '11:05', name: '3' },
    ]);
  });

  test('has subjects, teachers, rooms and classes with their divisions', () => {
    expect(problem.courses.map(({ name }) => name)).toEqual(['Geometry', 'Singing', 'Sports']);
    expect(problem.instructors.map(({ name }) => name)).toEqual(['Żaneta Łuk', 'Boris Wood']);
    expect(problem.rooms).toEqual([
      { id: 'R1', name: 'Room 1', capacity: 30, building: 'North' },
      { id: 'R2', name: 'Room 2', capacity: 1_000_000 },
    ]);
    expect(problem.groups).toEqual([
      { id: 'C1', name: '5 A', size: 24 },
      { id: 'C2', name: '5 B', size: 0 },
      { id: 'C1/G1', name: '5 A Group 1', size: 12, parentId: 'C1', overlaps: ['C1/G3'] },
      { id: 'C1/G2', name: '5 A Group 2', size: 12, parentId: 'C1', overlaps: ['C1/G3'] },
      { id: 'C1/G3', name: '5 A Girls', size: 2, parentId: 'C1', overlaps: ['C1/G1', 'C1/G2'] },
    ]);
  });

  test('makes an event of every card of a lesson', () => {
    expect(problem.events.map(({ id }) => id).join(' ')).toBe('L1#1 L1#2 L1#3 L2#1 L2#2 L3#1 L4#1 L5#1');
    expect(eventOf('L1#3')).toEqual({
      id: 'L1#3',
      courseId: 'S1',
      duration: 1,
      rooms: [{ id: 'R1' }, { id: 'R2' }],
      instructors: [{ id: 'T1' }],
      groupIds: ['C1'],
    });
    expect(eventOf('L2#1')).toMatchObject({ duration: 2, roomCount: 0, groupIds: ['C2', 'C1/G1'] });
    expect(eventOf('L2#1')?.instructors).toEqual([{ id: 'T1' }, { id: 'T2' }]);
  });

  test('keeps the days and weeks that a lesson may have', () => {
    expect(eventOf('L5#1')).toMatchObject({
      weeks: [0],
      times: [{ id: '1@0' }, { id: '1@1' }, { id: '1@2' }, { id: '1@3' }],
    });
    // in either week, but the same card: its own meeting times
    expect(eventOf('L3#1')?.times).toHaveLength(2 * 5 * 4);
    expect(eventOf('L4#1')?.times).toHaveLength(4);
    const everyDay = problem.meetingTimes.find(({ id }) => id === eventOf('L4#1')?.times?.[1]?.id);
    expect(everyDay).toMatchObject({ days: ['0', '1', '2', '3', '4'], start: 1, length: 1 });
  });

  test('places the cards, a row for each period or one for all', () => {
    const timetable = timetables[0]?.timetable;
    const placed = Object.fromEntries((timetable?.assignments ?? []).map((row) => [row.eventId, row]));
    expect(placed['L1#1']).toEqual({ eventId: 'L1#1', timeId: '0@1', roomIds: ['R1'], instructorIds: ['T1'] });
    expect(placed['L1#2']).toMatchObject({ timeId: '1@0', roomIds: ['R2'] });
    expect(placed['L1#3']).toBeUndefined();
    expect([placed['L2#1']?.timeId, placed['L2#2']?.timeId]).toEqual(['2@2', '3@2']);
    const built = valueIn(buildProblem(problem));
    const resolved = fromTimetableData(built, timetable ?? { assignments: [] });
    expect(resolved.diagnostics).toEqual([]);
    const { score } = evaluate(built, valueIn(resolved));
    expect(score).toMatchObject({ unplaced: 1, hard: 0 });
  });

  test('lets groups of one division meet at once, and those of two not', async () => {
    const hardWith = async (groups: string) => {
      const text = ascText
        .replace(/(<lesson id="L3"[^>]*groupids=")G3/, `$1${groups}`)
        .replace('period="3" weeks="01" terms="1" days="00001"', 'period="2" weeks="01" terms="1" days="00100"')
        .replace('teacherids="T2" classroomids="" groupids', 'teacherids="" classroomids="" groupids');
      const { problem: data, timetables: found } = valueIn(await read(text));
      const built = valueIn(buildProblem(data));
      return evaluate(built, valueIn(fromTimetableData(built, found[0]?.timetable ?? { assignments: [] }))).score.hard;
    };
    expect(await hardWith('G2')).toBe(0);
    expect(await hardWith('G3')).toBeGreaterThan(0);
    expect(await hardWith('G0')).toBeGreaterThan(0);
  });

  test('lists students who attend by themselves, and makes rules of times off', async () => {
    expect(problem.students).toEqual([{ id: 'P2', name: 'Bea', eventIds: ['L3#1'] }]);
    expect(remark(sound, 'asc.students').value).toBe('1');
    const off = { id: 'timeoff-teacher-T1', kind: 'unavailable', scope: { of: 'instructors', ids: ['T1'] } };
    expect(problem.rules).toEqual([
      { ...off, params: { slots: [{ day: '4', slots: [0, 1, 2, 3] }] }, hard: true, weight: 1 },
    ]);
    expect(problem.notEnforced).toEqual([]);
    const asked = valueIn(await changed(',.0000', ',.1021.1021')).problem.rules;
    expect(asked.map(({ hard, params }) => [hard, params.slots])).toEqual([
      [true, [{ day: '4', slots: [1] }]],
      [false, [{ day: '4', slots: [2] }]],
    ]);
  });

  test('keeps times off word for word that are not of its days, periods and weeks', async () => {
    for (const text of [',.000', ',.0000.1111', ',.0003']) {
      const { problem: read } = valueIn(await changed(',.0000', text));
      expect(read.rules).toEqual([]);
      expect(read.notEnforced).toMatchObject([{ format: 'asc', kind: 'timeoff', count: 1 }]);
      expect(read.notEnforced[0]?.text).toContain(`.1111${text}"`);
    }
  });

  test('reads terms as a longer cycle', async () => {
    const text = ascText
      .replace('terms="1"/></termsdefs>', 'terms="11"/><termsdef id="T2" name="2" short="2" terms="01"/></termsdefs>')
      .replace('termsdefid="T" weeksdefid="WA"', 'termsdefid="T2" weeksdefid="WA"')
      .replace('period="2" weeks="10" terms="1" days="01000"', 'period="2" weeks="10" terms="01" days="01000"')
      .replaceAll('terms="1" ', 'terms="11" ');
    const result = await read(text);
    expect(remark(result, 'asc.terms').value).toBe('2');
    expect(valueIn(result).problem.calendar.weekCount).toBe(4);
    expect(valueIn(result).problem.events.find(({ id }) => id === 'L5#1')?.weeks).toEqual([2]);
  });

  test('is read in the encoding it declares', async () => {
    const central = ascText.replace('encoding="UTF-8"', 'encoding="windows-1250"');
    const bytes = new Uint8Array([...central].map((letter) => ({ Ż: 0xaf, Ł: 0xa3 })[letter] ?? letter.charCodeAt(0)));
    const result = await readFiles([{ name: 'school.xml', bytes }]);
    expect(valueIn(result).problem.instructors[0]?.name).toBe('Żaneta Łuk');
    expect(codesOf(result)).not.toContain('file.encoding');
  });

  test('of older versions has days by number and one teacher, class and room', async () => {
    const old = `<?xml version="1.0"?><timetable importtype="database"><days><day day="1" name="Sunday"/><day day="2" name="Monday"/></days>
      <periods><period period="1" starttime="8:00" endtime="8:45"/><period period="2" starttime="9:00" endtime="9:45"/></periods>
      <subjects><subject id="*1" name="Art"/></subjects><teachers><teacher id="*1" name="Zoe"/></teachers>
      <classrooms><classroom id="*1" name="Den"/></classrooms><classes><class id="*1" name="1 A"/></classes>
      <lessons><lesson id="*1" subjectid="*1" classid="*1" teacherid="*1" periodsperweek="2" durationperiods="2"/></lessons>
      <cards><card lessonid="*1" day="2" period="1" classroomid="*1"/></cards></timetable>`;
    const { problem: found, timetables: placed } = valueIn(await read(old));
    expect(found.calendar.days.map(({ name }) => name)).toEqual(['Sunday', 'Monday']);
    expect(found.events).toMatchObject([{ duration: 2, groupIds: ['*1'], instructors: [{ id: '*1' }] }]);
    expect(placed[0]?.timetable.assignments).toEqual([
      { eventId: '*1#1', timeId: '1@0', roomIds: ['*1'], instructorIds: ['*1'] },
    ]);
  });
});

describe('flaws of an export of aSc Timetables', () => {
  test.each([
    ['an unknown subject', 'subjectid="S2"', 'subjectid="S9"', 'asc.unknownReference', 'S9'],
    ['an unknown teacher', 'teacherids="T1,T2"', 'teacherids="T1,T9"', 'asc.unknownReference', 'T9'],
    ['an unknown definition of weeks', 'weeksdefid="WX"', 'weeksdefid="WY"', 'asc.unknownReference', 'WY'],
    ['days that are none', 'days="11111"', 'days="1111x"', 'asc.mask', '1111x'],
    ['a card of no period', 'periodspercard="2"', 'periodspercard="0"', 'asc.periods', '0'],
    ['a lesson without an id', '<lesson id="L3"', '<lesson', 'asc.missing', ''],
  ])('%s', async (_name, from, to, code, value) => {
    const result = await changed(from, to);
    expect(result.ok).toBe(false);
    expect(remark(result, code)).toMatchObject({ value, place: expect.stringMatching(/\.xml:\d+$/) });
  });

  test('a file without lessons is told apart from one without a timetable', async () => {
    expect(codesOf(await read(ascText.replace(/<lesson id[^>]*>/g, '')))).toContain('asc.noLessons');
    const { timetables: none } = valueIn(await read(ascText.replace(/<card [^>]*>/g, '')));
    expect(none).toEqual([]);
  });

  test('what cards say in vain is counted, and the rest stays', async () => {
    const result = await read(
      ascText
        .replace('classroomids="R1" period="1"', 'classroomids="R9" period="1"')
        .replace('period="0" weeks="11" terms="1" days="01000"', 'period="9" weeks="11" terms="1" days="01000"')
        .replace('<card lessonid="L5"', '<card lessonid="L9"')
        .replace('period="2" weeks="11" terms="1" days="00010"', 'period="3" weeks="11" terms="1" days="00010"'),
    );
    for (const code of ['asc.unknownRoom', 'asc.unknownPeriod', 'asc.unknownLesson', 'asc.cutCard']) {
      expect(remark(result, code)).toMatchObject({ severity: 'warning', value: '1' });
    }
    const placed = valueIn(result).timetables[0]?.timetable.assignments.map(({ eventId }) => eventId);
    expect(placed).toEqual(['L1#1', 'L2#1', 'L3#1', 'L4#1']);
  });

  test('a part of a card is told', async () => {
    const result = await changed('periodspercard="2" periodsperweek="4.0"', 'periodspercard="2" periodsperweek="5.0"');
    expect(remark(result, 'asc.periodsPerWeek').value).toBe('1');
    expect(
      valueIn(result)
        .problem.events.filter(({ id }) => id.startsWith('L2'))
        .map(({ duration }) => duration),
    ).toEqual([2, 2, 1]);
  });
});

test('a lesson that may be at thousands of times is cut, and that is told', async () => {
  const masks = Array.from({ length: 60 }, (_, index) => (index + 1).toString(2).padStart(6, '0'));
  const text = ascText
    .replace('days="10000,01000,00100,00010,00001"', `days="${masks.join()}"`)
    .replace('weeks="10,01"', `weeks="${masks.join()}"`);
  const result = await read(text);
  expect(remark(result, 'asc.tooManyTimes').value).toBe('1');
  expect(valueIn(result).problem.events.every(({ times = [] }) => times.length <= 3000)).toBe(true);
});
