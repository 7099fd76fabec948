import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';
import { unitimeText } from './support/unitime-text.ts';

const read = (text = unitimeText) => readFiles([textFile('fall.xml', text)]);
const sound = await read();
const { problem, timetables, source } = valueIn(sound);
const eventOf = (id: string) => problem.events.find((event) => event.id === id);
const ruleOf = (id: string) => problem.rules.find((rule) => rule.id === id);

function changed(from: string, to: string) {
  expect(unitimeText).toContain(from);
  return read(unitimeText.replace(from, to));
}

describe('a problem of the UniTime solver', () => {
  test('is recognised by its root', () => {
    expect(source).toBe('unitime');
    expect(problem.name).toBe('hill 2031Fal');
  });

  test('has a slot between every two instants at which a class may start or end', () => {
    expect(problem.calendar.slots.map(({ start, end }) => `${start}-${end}`)).toEqual([
      '08:00-09:00',
      '09:00-09:30',
      '09:30-10:00',
      '10:00-10:30',
      '10:30-11:00',
      '11:00-11:30',
      '12:00-13:00',
    ]);
  });

  test('turns dates into weeks that two classes share where they share a date', () => {
    expect(problem.calendar.weekCount).toBe(3);
    const weeks = (id: string) => problem.meetingTimes.find((time) => time.id === eventOf(id)?.times?.[0]?.id)?.weeks;
    expect([weeks('101'), weeks('102'), weeks('103')]).toEqual([[0, 1], [0], [2]]);
  });

  test('tells dates apart that calendar weeks would not', async () => {
    const { problem: apart } = valueIn(
      await changed('dates="0000000000000011111110000000"', 'dates="0000000111111100000000000000"'),
    );
    expect(apart.calendar.weekCount).toBe(2);
    const { problem: within } = valueIn(
      await read(
        unitimeText
          .replace('dates="1111111000000000000000000000"', 'dates="1110000000000000000000000000"')
          .replace('dates="0000000000000011111110000000"', 'dates="0001111000000000000000000000"'),
      ),
    );
    const weeks = (id: string) =>
      within.meetingTimes.find((time) => time.id === within.events.find((event) => event.id === id)?.times?.[0]?.id)
        ?.weeks;
    expect(weeks('102')).toBeDefined();
    expect(weeks('102')?.some((week) => weeks('103')?.includes(week))).toBe(false);
    expect(weeks('101')).toBeUndefined();
  });

  test('has no weeks where all classes have the same dates', async () => {
    const { problem: same } = valueIn(await read(unitimeText.replaceAll(/ dates="\d+"/g, ' startDay="3" endDay="40"')));
    expect(same.calendar.weekCount).toBe(1);
  });

  test('charges a candidate for what it is worse than the best, and drops what is prohibited', () => {
    expect(eventOf('101')?.times).toEqual([{ id: '1010000/96+12/110' }, { id: '0101000/96+18/110', penalty: 5 }]);
    expect(eventOf('101')?.rooms).toEqual([{ id: '1', penalty: 1 }, { id: '2' }]);
    expect(eventOf('103')).toMatchObject({ roomCount: 0, limit: 15, parentId: '101' });
    expect(eventOf('103')).not.toHaveProperty('rooms');
  });

  test('keeps only what is required', async () => {
    const { problem: required } = valueIn(await changed('<room id="2" pref="-1"/>', '<room id="2" pref="-100"/>'));
    expect(required.events[0]?.rooms).toEqual([{ id: '2' }]);
  });

  test('knows rooms, ways, instructors and what somebody else has placed', () => {
    expect(problem.rooms).toEqual([
      { id: '1', name: 'HALL 1', capacity: 40, building: '7', travel: [{ roomId: '2', minutes: 10 }] },
      { id: '2', name: 'Room 2', capacity: 20 },
      { id: '3', name: 'Room 3', capacity: 999, shareable: 1000 },
    ]);
    expect(problem.instructors).toEqual([{ id: '5', name: 'Ivo Reed' }]);
    expect(eventOf('103')?.instructors).toEqual([{ id: '5' }]);
    expect(eventOf('104')?.lock).toEqual({ timeId: '0010000/144+12/110', roomIds: ['1'] });
  });

  test('closes rooms when nobody, or no class that may be there, can use them', () => {
    // hall 1: third quarter of the first day; room 2: department 12 from half past the second day to the end of the third
    expect(ruleOf('unavailable-1')?.params).toEqual({ slots: [{ day: '0', slots: [6] }] });
    expect(ruleOf('unavailable-2')?.params).toEqual({
      slots: [
        { day: '1', slots: [6] },
        { day: '2', slots: [0, 1, 2, 3, 4, 5, 6] },
      ],
    });
  });

  test('says that times of one department are not kept where classes of two use a room', async () => {
    const result = await changed(
      'parent="101" classLimit="15" department="11" dates="0000000000000011111110000000">',
      'parent="101" classLimit="15" department="12" dates="0000000000000011111110000000"><room id="2" pref="0"/>',
    );
    expect(remark(result, 'unitime.sharing').value).toBe('1');
    expect(valueIn(result).problem.rules.some(({ id }) => id === 'unavailable-2')).toBe(false);
  });

  test('turns group constraints into rules', () => {
    const found = [1, 2, 3, 4, 5, 6, 7].map((number) => {
      const rule = ruleOf(`constraint-${number}`);
      return [rule?.kind, rule?.params, rule?.hard, rule?.weight, rule?.scope.ids?.join()];
    });
    expect(found).toEqual([
      ['sameRoom', {}, true, 1, '101,102'],
      ['notOverlap', {}, false, 4, '101,104'],
      ['differentDays', {}, false, 1, '101,102,103'],
      ['precedence', {}, true, 1, '104,101'],
      ['maxWorkDay', { minutes: 360 }, true, 1, '101,103'],
      [undefined, undefined, undefined, undefined, undefined],
      ['maxBreaks', { max: 1, gap: 30 }, false, 1, '101,102'],
    ]);
  });

  test('keeps what it has no rule for, word for word', () => {
    expect(problem.notEnforced.map(({ kind }) => kind)).toEqual(['MAXBLOCK_BACKTOBACK', 'SAME_START']);
    expect(problem.notEnforced[1]).toEqual({
      format: 'unitime',
      kind: 'SAME_START',
      text: '<constraint id="10" type="SAME_START" pref="P"><class id="101"/><class id="102"/></constraint>',
      count: 1,
    });
    expect(codesOf(sound).filter((code) => code === 'import.notEnforced')).toHaveLength(2);
  });

  test('spreads classes by a wish, though the file requires it', () => {
    expect(ruleOf('constraint-9')).toMatchObject({ kind: 'notOverlap', hard: false, weight: 4 });
  });

  test('gives classes that meet together one room with seats for all, and their instructor once', async () => {
    const asked = '<constraint id="9" type="MEET_WITH" pref="R"><class id="101"/><class id="102"/><class id="103"/>';
    const result = await changed('<constraint id="9" type="SPREAD" pref="R"><class id="101"/><class id="102"/>', asked);
    const { problem: read } = valueIn(result);
    const [first, second, third] = ['101', '102', '103'].map((id) => read.events.find((event) => event.id === id));
    expect([first?.rooms, first?.size, first?.instructors]).toEqual([[{ id: '2' }], 60, [{ id: '5' }]]);
    expect([second?.roomCount, third?.roomCount, third?.instructors]).toEqual([0, 0, undefined]);
    expect(read.rules.filter(({ id }) => id.startsWith('constraint-9')).map(({ kind, hard }) => [kind, hard])).toEqual([
      ['sameDays', true],
      ['sameTime', true],
    ]);
    expect(remark(result, 'unitime.together').value).toBe('2');
  });

  test.each([
    ['somebody else has placed one of them', '<class id="101"/><class id="104"/>', ''],
    ['they have no room in common', '<class id="101"/><class id="102"/>', '<room id="2" pref="-1"/>'],
  ])('keeps that classes meet together word for word where %s', async (_, members, without) => {
    const from = '<constraint id="9" type="SPREAD" pref="R"><class id="101"/><class id="102"/>';
    const text = unitimeText.replace(from, `<constraint id="9" type="MEET_WITH" pref="R">${members}`);
    const { problem: read } = valueIn(await readFiles([textFile('fall.xml', text.replace(without, ''))]));
    expect(read.notEnforced.map(({ kind }) => kind)).toContain('MEET_WITH');
    expect(read.events.find(({ id }) => id === '101')?.size).toBe(30);
  });

  test.each([
    ['type="BTB" pref="R"', 'sameRoom sameDays notOverlap maxBreaks(0,0)'],
    ['type="BTB" pref="P"', 'sameRoom sameDays minMinutesBetween(30)'],
    ['type="BTB_TIME" pref="-1"', 'sameDays notOverlap maxBreaks(0,0)'],
    ['type="BTB_PRECEDENCE" pref="R"', 'precedence sameDays notOverlap maxBreaks(0,0)'],
    ['type="NHB(1.5)" pref="R"', 'sameDays minMinutesBetween(75) maxBreaks(0,90)'],
    ['type="NHB(1.5)" pref="P"', ''],
    ['type="NHB_GTE(1)" pref="P"', 'sameDays notOverlap maxBreaks(0,25)'],
    ['type="NHB_LT(6)" pref="R"', 'sameDays notOverlap maxBreaks(0,360)'],
    ['type="NDB_GT_1" pref="R"', 'minDaysBetween(3)'],
    ['type="BTB_DAY" pref="P"', 'minDaysBetween(2)'],
    ['type="BTB_DAY" pref="R"', 'daysLater(1,true)'],
    ['type="FOLLOWING_DAY" pref="R"', 'daysLater(1,5)'],
    ['type="EVERY_OTHER_DAY" pref="-2"', 'daysLater(2,5)'],
    ['type="MEET_WITH" pref="R"', 'sameDays sameTime'],
    ['type="MEET_WITH_WEEKS" pref="R"', 'sameDays sameTime sameWeeks'],
    ['type="MEET_WITH" pref="-1"', ''],
    ['type="CAN_SHARE_ROOM" pref="R"', ''],
  ])('reads %s as rules about days and minutes', async (asked, expected) => {
    const { problem: read } = valueIn(await changed('type="BTB" pref="R"', asked));
    const rules = read.rules.filter(({ id }) => /^constraint-8\b/.test(id));
    const said = rules.map(({ kind, params }) => {
      const numbers = Object.values(params).join();
      return numbers === '' ? kind : `${kind}(${numbers})`;
    });
    expect(said.join(' ')).toBe(expected);
    const isKept = read.notEnforced.some(({ text }) => text.includes('<constraint id="8"'));
    expect(isKept).toBe(expected === '');
  });

  test('a class that had better not be on the next day is wanted on the day before', async () => {
    const { problem: read } = valueIn(await changed('type="BTB" pref="R"', 'type="FOLLOWING_DAY" pref="2"'));
    expect(read.rules.filter(({ id }) => id === 'constraint-8')).toMatchObject([
      { kind: 'daysLater', scope: { ids: ['102', '101'] }, hard: false, weight: 4 },
    ]);
  });

  test('classes one right after the other keep the rules of back-to-back, in any order', async () => {
    const { problem: read } = valueIn(await changed('type="BTB" pref="R"', 'type="BTB_TIME" pref="R"'));
    const asked = read.rules.filter(({ id }) => /^constraint-8\b/.test(id));
    const hardOf = (first: number, second: number) => {
      const slots = [0, 1, 2, 3].map((slot) => ({ start: `1${slot}:00`, end: `1${slot + 1}:00` }));
      const events = ['101', '102'].map((id) => ({ id, courseId: 'c', duration: 1, groupIds: [] }));
      const nothing = { rooms: [], instructors: [], groups: [], students: [], meetingTimes: [], notEnforced: [] };
      const calendar = { days: [{ id: 'd', name: 'd' }], slots, weekCount: 1, breaks: [], closed: [] };
      const data = { name: 'x', calendar, courses: [{ id: 'c', name: 'c' }], events, ...nothing, rules: asked };
      const built = valueIn(buildProblem(data));
      const at = (eventId: string, slot: number) => ({ eventId, timeId: `d@${slot}`, roomIds: [], instructorIds: [] });
      const timetable = valueIn(fromTimetableData(built, { assignments: [at('101', first), at('102', second)] }));
      return evaluate(built, timetable).score.hard;
    };
    expect([hardOf(0, 1), hardOf(2, 1), hardOf(0, 2), hardOf(1, 1)].map((hard) => hard > 0)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('sections who asks for an offering; others attend their classes', () => {
    expect(problem.courses.map(({ id, configurations }) => [id, configurations])).toEqual([
      ['1', [{ parts: [['101'], ['102', '103']] }]],
      ['class-104', undefined],
    ]);
    expect(problem.students).toEqual([
      { id: '901', name: 'Student 901', eventIds: [], courseIds: ['1'] },
      { id: '902', name: 'Student 902', eventIds: [], courseIds: ['1'] },
      { id: '903', name: 'Student 903', eventIds: ['104', '101'] },
    ]);
    expect(remark(sound, 'unitime.unknownRequest').value).toBe('1');
    expect(remark(sound, 'unitime.studentWeights').value).toBe('1');
  });

  test('reads the timetable that is marked, with its students', () => {
    const built = valueIn(buildProblem(problem));
    expect(timetables.map(({ id }) => id)).toEqual(['unitime-solution']);
    const timetable = timetables[0]?.timetable;
    expect(timetable?.assignments[0]).toEqual({
      eventId: '101',
      timeId: '1010000/96+12/110',
      roomIds: ['1'],
      instructorIds: ['5'],
    });
    const resolved = fromTimetableData(built, timetable ?? { assignments: [] });
    expect(resolved.diagnostics).toEqual([]);
    const { score } = evaluate(built, valueIn(resolved));
    // hard: 101 and 102 in different rooms, which two constraints say, and not back-to-back; 104 after 101; soft: room 1 is worse than room 2, 102 and 103 share a day
    expect(score).toEqual({ unplaced: 0, hard: 4, soft: 2 });
  });

  test('reads what is best and initial beside it, equal ones once', async () => {
    const both = unitimeText
      .replaceAll('solution="true"', 'solution="true" best="true"')
      .replace('pref="1.0"', 'pref="1.0" initial="true"');
    expect(valueIn(await read(both)).timetables.map(({ id }) => id)).toEqual(['unitime-solution', 'unitime-initial']);
  });
});

describe('flaws of a problem of UniTime', () => {
  test.each([
    ['a number that is none', 'start="96"', 'start="soon"', 'unitime.number'],
    ['days of another week', 'days="1010000"', 'days="10100"', 'unitime.bits'],
    ['a time after midnight', 'start="96" length="12"', 'start="284" length="12"', 'unitime.time'],
    ['a slot of no whole minutes', 'slotsPerDay="288"', 'slotsPerDay="287"', 'unitime.slots'],
    ['a class without an id', '<class id="104" ', '<class ', 'unitime.missing'],
    ['dates that are none', 'dates="1111111000000000000000000000"', 'dates="week 1"', 'unitime.dates'],
    [
      'dates of another class',
      'start="108" length="12" pref="0"',
      'start="108" length="12" pref="0" date="4"',
      'unitime.date',
    ],
    ['an unknown room', '<room id="2" pref="-1"/>', '<room id="9" pref="-1"/>', 'problem.unknownReference'],
    ['two classes with one id', 'class id="104"', 'class id="103"', 'problem.duplicateId'],
    ['no list of classes', /<classes>[\s\S]*<\/classes>/, '', 'unitime.noClasses'],
  ])('%s', async (_name, from, to, code) => {
    expect(unitimeText).toMatch(from);
    const result = await read(unitimeText.replace(from, to));
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toContain(code);
  });

  test('a class without a time is left out, and constraints forget it', async () => {
    const result = await changed('<time days="0010000" start="144" length="12" pref="0" solution="true"/>', '');
    expect(remark(result, 'unitime.noTime').value).toBe('104');
    expect(remark(result, 'unitime.unknownClass').value).toBe('2');
    expect(valueIn(result).problem.events).toHaveLength(3);
  });

  test('the other files of UniTime are not read', async () => {
    const other = '<?xml version="1.0"?><timetable campus="X" year="2031"><class/></timetable>';
    expect(codesOf(await read(other))).toEqual(['file.unknown']);
  });
});
