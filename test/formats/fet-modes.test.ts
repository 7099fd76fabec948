import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import { fetWriter } from '../../src/formats/fet/writer.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { read, rulesOf } from './support/fet-read.ts';
import { constraint, type FetParts, fetActivity, fetText } from './support/fet-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';

// Reader and writer answer at once; the contracts also allow promises.
const write = (content: ProjectContent) => fetWriter.write(content, null) as Result<Uint8Array>;
const textOf = (content: ProjectContent) => new TextDecoder().decode(valueIn(write(content)));
const readText = (text: string) => valueIn(fetReader.read([textFile('a.fet', text)]) as Result<ProjectContent>);

const mode = 'Mornings_Afternoons';
const days = ['Mo am', 'Mo pm', 'Tu am', 'Tu pm'];
const hours = ['8:00', '9:00', '10:00', '11:00'];
const all = [0, 1, 2, 3];
const half = (...indices: number[]) => indices.map((day) => ({ day: `day${day}`, slots: all }));
const activities = [1, 2, 3]
  .map((id) => fetActivity(id, { teachers: ['Ada'], students: ['Year 8'], group: 1, tags: ['core'] }))
  .join('');
const Activity_Id = [1, 2, 3];
const spread = constraint('MinDaysBetweenActivities', { Consecutive_If_Same_Day: true, Activity_Id, MinDays: 1 });
const ada = { Teacher_Name: 'Ada' };

function halfDays(time: string, more: FetParts = {}) {
  const { rules } = valueIn(read({ mode, days, hours, activities, time, ...more })).problem;
  return rules.map(({ kind, params }) => [kind, params]);
}

describe('mornings and afternoons', () => {
  test('days between activities are real ones, and half days where they are asked for', () => {
    const fields = { Consecutive_If_Same_Day: false, Activity_Id, MinDays: 3 };
    expect(halfDays(spread + constraint('MinHalfDaysBetweenActivities', fields))).toEqual([
      ['minDaysBetween', { min: 1, daysAsOne: 2 }],
      ['minDaysBetween', { min: 0, adjacent: true, overBreaks: false, daysAsOne: 2 }],
      ['minDaysBetween', { min: 3 }],
    ]);
  });

  test('limits of days are limits of half days; others count mornings, afternoons and real days', () => {
    const time =
      constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }) +
      constraint('TeachersMaxAfternoonsPerWeek', { Max_Afternoons_Per_Week: 1 }) +
      constraint('TeacherMaxMorningsPerWeek', { ...ada, Max_Mornings_Per_Week: 0 }) +
      constraint('StudentsMaxZeroGapsPerAfternoon') +
      constraint('TeacherMaxRealDaysPerWeek', { ...ada, Max_Days_Per_Week: 1 }) +
      constraint('TeachersMinRestingHoursBetweenMorningAndAfternoon', { Minimum_Resting_Hours: 1 }) +
      constraint('TeachersMaxBuildingChangesPerRealDay', { Max_Building_Changes_Per_Day: 1 }) +
      constraint('TeacherMaxHoursDailyRealDays', { ...ada, Maximum_Hours_Daily: 2 });
    expect(halfDays(time)).toEqual([
      ['maxLoadPerDay', { max: 2 }],
      ['maxDaysInSlots', { max: 1, slots: half(2, 4) }],
      ['maxDaysInSlots', { max: 0, slots: half(1, 3) }],
      ['maxGapsPerWeek', { max: 0, slots: half(2, 4) }],
      ['maxDaysOfEvents', { max: 1, daysAsOne: 2 }],
      ['minFreeSlotsOvernight', { slots: 1, halves: true }],
      ['maxBuildingChanges', { max: 1, daysAsOne: 2 }],
      ['slotUse', { min: 0, max: 2, slots: half(1, 2) }],
      ['slotUse', { min: 0, max: 2, slots: half(3, 4) }],
    ]);
  });

  test('in files of the old programs a day was a real day', () => {
    const time =
      constraint('TeachersMaxHoursDailyHalfDays', { Maximum_Hours_Daily: 2 }) +
      constraint('TeacherMaxHoursDaily', { ...ada, Maximum_Hours_Daily: 2 }) +
      constraint('TeachersMaxSpanPerDay', { Max_Span: 3 });
    const parts = { version: '5.27.3-algeria9', days, hours, activities, time };
    const { problem } = valueIn(read(parts));
    expect(problem.rules.map(({ kind }) => kind)).toEqual(['maxLoadPerDay', 'slotUse', 'slotUse']);
    const kept = problem.notEnforced.find(({ kind }) => kind === 'ConstraintTeachersMaxSpanPerRealDay');
    expect(kept?.text).toMatch(/^<ConstraintTeachersMaxSpanPerRealDay>.*<\/ConstraintTeachersMaxSpanPerRealDay>$/s);
    expect(rulesOf({ ...parts, version: '5.27.3-morocco8', time: '' })).toMatchObject(
      Array(2).fill({ kind: 'maxDaysInSlots', scope: { ids: ['Ada', 'Ben', 'Cyd'] }, params: { max: 1 } }),
    );
  });

  test('teachers who work mornings or afternoons keep to it, and are written as such', () => {
    const behaviour = (word: string) => `<Mornings_Afternoons_Behavior>${word}</Mornings_Afternoons_Behavior>`;
    const text = fetText({ mode, days, hours, activities })
      .replace('<Name>Ada</Name>', `<Name>Ada</Name>${behaviour('Exclusive')}`)
      .replace('<Name>Ben</Name>', `<Name>Ben</Name>${behaviour('One day exception')}`);
    const content = readText(text);
    expect(content.problem.rules.map(({ kind, scope, params }) => [kind, scope.ids, params])).toEqual([
      ['maxDaysInSlots', ['Ada'], { max: 1, slots: half(1, 2) }],
      ['maxDaysInSlots', ['Ada'], { max: 1, slots: half(3, 4) }],
      ['maxDaysInSlots', ['Ben'], { max: 3, slots: [...half(1, 2), ...half(3, 4)] }],
    ]);
    expect(content.problem.notEnforced.map(({ kind }) => kind).join()).not.toContain('exceptions');
    expect(write(content).diagnostics).toEqual([]);
    expect(readText(textOf(content)).problem.rules).toEqual(content.problem.rules);
    const words = (of: ProjectContent) => [...textOf(of).matchAll(/_Behavior>([^<]+)<\//g)].map(([, word]) => word);
    expect(words(content)).toEqual(['Exclusive', 'One day exception', 'Unrestricted']);
    const free = { ...content, problem: { ...content.problem, rules: [] } };
    expect(words(free)).toEqual(['Unrestricted', 'Unrestricted', 'Unrestricted']);
    const less = { ...content, problem: { ...content.problem, rules: content.problem.rules.slice(1) } };
    expect(words(less)).toEqual(['Unrestricted', 'One day exception', 'Unrestricted']);
    expect(write(less).diagnostics.map(({ code }) => code)).toEqual(['fet.notWritten']);
  });

  test('exceptions of which there are too many choices are kept', () => {
    const manyDays = Array.from({ length: 30 }, (_, day) => `Half ${day + 1}`);
    const text = fetText({ mode, days: manyDays, hours, activities }).replaceAll(
      '<Teacher><Name>',
      '<Teacher><Mornings_Afternoons_Behavior>Two days exception</Mornings_Afternoons_Behavior><Name>',
    );
    const content = readText(text);
    expect(content.problem.rules).toEqual([]);
    expect(content.problem.notEnforced.map(({ kind, count }) => [kind, count])).toContainEqual([
      'Mornings_Afternoons_Behavior (with exceptions)',
      3,
    ]);
    expect(textOf(content).match(/Two days exception/g)).toHaveLength(3);
  });
});

test('blocks are at one time on all days, so students are in each once', () => {
  const content = valueIn(read({ mode: 'Block_Planning', days }));
  expect(content.problem.rules).toMatchObject([{ kind: 'differentTime', scope: { of: 'groups' }, hard: true }]);
  expect(write(content).diagnostics).toEqual([]);
  expect(readText(textOf(content)).problem.rules).toEqual(content.problem.rules);
});

describe('terms', () => {
  const parts = (time: string): FetParts => ({
    mode: 'Terms',
    head: '<Number_of_Terms>2</Number_of_Terms><Number_of_Days_Per_Term>2</Number_of_Days_Per_Term>',
    days: ['a', 'b', 'c', 'd'],
    activities,
    time,
  });

  test('are counted by days that are one', () => {
    const time =
      constraint('ActivitiesOccupyMaxTerms', { Activity_Id, Max_Number_of_Occupied_Terms: 1 }) +
      constraint('ActivitiesMaxInATerm', { Activity_Id, Max_Number_of_Activities_in_A_Term: 1 }) +
      constraint('ActivitiesMaxInATerm', { Activity_Id, Max_Number_of_Activities_in_A_Term: 2 });
    expect(rulesOf(parts(time)).map(({ kind, params }) => [kind, params])).toEqual([
      ['maxDaysBetween', { max: 0, daysAsOne: 2 }],
      ['minDaysBetween', { min: 1, daysAsOne: 2 }],
      ['slotUse', { min: 0, max: 2, slots: half(1, 2) }],
      ['slotUse', { min: 0, max: 2, slots: half(3, 4) }],
    ]);
  });

  test('stay kept where activities may be at the same time, so that slots do not count them', () => {
    const apart = [1, 2, 3].map((id) => fetActivity(id, { teachers: [id === 1 ? 'Ada' : 'Ben'] })).join('');
    const time = constraint('ActivitiesMaxInATerm', { Activity_Id, Max_Number_of_Activities_in_A_Term: 2 });
    expect(codesOf(read({ ...parts(time), activities: apart }))).toContain('fet.notEnforced');
  });
});

test('marks, line ends and comments of other editors change nothing', () => {
  const plain = fetText({ time: spread + constraint('StudentsSetChess', { Students: 'Year 8' }), activities });
  const edited = `\ufeff${plain}`
    .replaceAll('\n', '\r\n')
    .replace('<MinDays>', '<!-- as agreed --><MinDays>')
    .replace('<Teachers_List>', '<Teachers_List><!-- <Teacher><Name>Dan</Name></Teacher> -->');
  const { problem } = readText(plain);
  const { notEnforced, ...rest } = readText(edited).problem;
  expect(rest).toEqual({ ...problem, notEnforced: undefined });
  expect(notEnforced.map(({ kind, count }) => [kind, count])).toEqual(
    problem.notEnforced.map(({ kind, count }) => [kind, count]),
  );
});

describe('names of the first versions', () => {
  const rulesOfOld = (time: string, space = '') =>
    rulesOf({ version: '5.3.1', time, space }).map(({ kind, scope, params }) => [kind, scope.ids, params]);
  const stretch = { Day: 'Monday', Start_Hour: '9:00', End_Hour: '11:00' };

  test('are read as those of today', () => {
    const Preferred_Time = '<Preferred_Day>Monday</Preferred_Day><Preferred_Hour>9:00</Preferred_Hour>';
    const time =
      constraint('MinNDaysBetweenActivities', { Adjacent_If_Broken: false, Activity_Id: [1, 2], MinDays: 1 }) +
      constraint('ActivityPreferredTimes', { Activity_Id: 4, Preferred_Time }) +
      constraint('2ActivitiesGrouped', { First_Activity_Id: 4, Second_Activity_Id: 5 }) +
      constraint('TeacherNotAvailable', { Teacher_Name: 'Ada', ...stretch }) +
      constraint('StudentsSetNoGaps', { Students: 'Year 8' }) +
      constraint('StudentsEarly');
    const monday = { slots: [{ day: 'day1', slots: [1, 2] }] };
    expect(rulesOfOld(time, constraint('RoomNotAvailable', { Room_Name: 'Lab', ...stretch }))).toEqual([
      ['minDaysBetween', ['1', '2'], { min: 1 }],
      ['preferredTime', ['4'], { slots: [{ day: 'day1', slots: [1] }], wholly: false }],
      ['grouped', ['4', '5'], {}],
      ['unavailable', ['Ada'], monday],
      ['maxGapsPerWeek', ['Year 8'], { max: 0 }],
      ['earlyStart', undefined, { max: 0, within: 1 }],
      ['unavailable', ['Lab'], monday],
    ]);
  });

  test('with hours that are not there are errors with their line', () => {
    const time = constraint('TeacherNotAvailable', { Teacher_Name: 'Ada', ...stretch, End_Hour: 'noon' });
    expect(remark(read({ time }), 'fet.reference')).toMatchObject({ value: 'noon', severity: 'error' });
  });

  test('that were not compulsory ask for nothing', () => {
    const time = constraint('TeachersMaxHoursDaily', { Compulsory: 'no', Maximum_Hours_Daily: 2 });
    expect(rulesOfOld(time.replace(/<Weight_Percentage>.*?<\/Weight_Percentage>/, '<Weight>1</Weight>'))).toEqual([]);
  });
});

describe('what is written', () => {
  test.each(['Official', 'Mornings_Afternoons', 'Block_Planning'])('has the mode %s that was read', (name) => {
    expect(textOf(valueIn(read({ mode: name, days })))).toContain(`<Mode>${name}</Mode>`);
  });

  test('is Official, with a warning, where the days are no longer those of the mode', () => {
    const content = valueIn(read({ mode, days }));
    const { calendar } = content.problem;
    const fewer = { ...calendar, days: calendar.days.slice(0, 3) };
    const written = write({ ...content, problem: { ...content.problem, calendar: fewer } });
    expect(codesOf(written)).toContain('fet.modeLost');
    expect(new TextDecoder().decode(valueIn(written))).toContain('<Mode>Official</Mode>');
  });

  test('has the comments, hours, splits, tags and virtual rooms of the file', () => {
    const virtual =
      '<Room><Name>Both</Name><Building></Building><Capacity>30</Capacity><Virtual>true</Virtual>' +
      '<Number_of_Sets_of_Real_Rooms>2</Number_of_Sets_of_Real_Rooms>' +
      ['Hall', 'Lab']
        .map(
          (room) =>
            `<Set_of_Real_Rooms><Number_of_Real_Rooms>1</Number_of_Real_Rooms><Real_Room>${room}</Real_Room></Set_of_Real_Rooms>`,
        )
        .join('') +
      '<Comments>needs &amp; both</Comments></Room>';
    const text = fetText({
      activities: activities.replace('<Comments></Comments>', '<Comments>the first</Comments>'),
      time: spread.replace('<Comments></Comments>', '<Comments>as every year</Comments>'),
      space: constraint('ActivityPreferredRoom', { Activity_Id: 1, Room: 'Both', Permanently_Locked: true }),
    })
      .replace('</Rooms_List>', `${virtual}</Rooms_List>`)
      .replace('<Name>Ada</Name>', '<Name>Ada</Name><Target_Number_of_Hours>20</Target_Number_of_Hours>')
      .replace('<Name>Year 8</Name>', '<Name>Year 8</Name><Comments>small</Comments>');
    const content = readText(text);
    expect(content.problem.rules[0]?.note).toBe('as every year');
    const back = textOf(content);
    for (const part of [
      '<Target_Number_of_Hours>20<',
      '<Comments>the first<',
      '<Comments>as every year<',
      '<Comments>small<',
      '<Comments>needs &amp; both<',
      '<Name>late</Name>',
      '<Virtual>true<',
      '<Preferred_Room>Both<',
    ]) {
      expect(back).toContain(part);
    }
    expect([
      ...back.matchAll(/<Total_Duration>3<\/Total_Duration>\s*<Id>\d<\/Id>\s*<Activity_Group_Id>1</g),
    ]).toHaveLength(3);
    expect(readText(back).problem).toEqual(content.problem);
  });

  test('asks for what a filter asks in one constraint, also where it was asked of each', () => {
    const slots =
      '<Preferred_Starting_Day>Monday</Preferred_Starting_Day><Preferred_Starting_Hour>9:00</Preferred_Starting_Hour>';
    const one = (id: number) =>
      constraint('ActivityPreferredStartingTimes', { Activity_Id: id, Preferred_Starting_Time: slots });
    const content = valueIn(read({ time: one(3) + one(1) + one(2) + one(4) }));
    expect(content.problem.rules.map(({ scope }) => scope.ids)).toEqual([['1', '2', '3', '4']]);
    const same = valueIn(read({ time: one(1) + one(2) + one(3) }));
    const text = textOf(same);
    expect(text.match(/<ConstraintActivit\w+PreferredStartingTimes>/g)).toEqual([
      '<ConstraintActivitiesPreferredStartingTimes>',
    ]);
    expect(readText(text).problem.rules).toMatchObject([{ kind: 'preferredTime', scope: { ids: ['1', '2', '3'] } }]);
  });
});
