import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { definitionOf } from '../../src/domain/constraints/registry.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { read, rulesOf } from './support/fet-read.ts';
import { constraint, fetActivity, times } from './support/fet-text.ts';
import { valueIn } from './support/files.ts';

const plain = ({ kind, scope, params }: RuleData) => ({ kind, scope, params });
const events = (...ids: number[]) => ({ of: 'events', ids: ids.map(String) });
const slots = [
  { day: 'day1', slots: [0, 1] },
  { day: 'day3', slots: [3] },
];
const entries = (prefix = '') =>
  times(
    [
      ['Monday', '9:00'],
      ['Wednesday', '11:00'],
      ['Monday', '8:00'],
    ],
    prefix,
  );

describe('constraints on activities', () => {
  const Activity_Id = [1, 2, 3];
  const all = events(1, 2, 3);
  const filter = (change: Record<string, string>) => ({
    Teacher_Name: '',
    Students_Name: '',
    Subject_Name: '',
    Activity_Tag_Name: '',
    Duration: '',
    ...change,
  });

  test.each([
    ['MinGapsBetweenActivities', { Activity_Id, MinGaps: 2 }, [['minGapBetween', all, { gap: 2 }]]],
    ['MaxDaysBetweenActivities', { Activity_Id, MaxDays: 1 }, [['maxDaysBetween', all, { max: 1 }]]],
    ['ActivitiesNotOverlapping', { Activity_Id }, [['notOverlap', all, {}]]],
    ['ActivitiesSameRoomIfConsecutive', { Activity_Id }, [['sameRoom', all, { following: true }]]],
    ['ActivitiesSameStartingDay', { Activity_Id }, [['sameDays', all, {}]]],
    ['ActivitiesSameStartingHour', { Activity_Id }, [['sameStart', all, {}]]],
    [
      'ActivitiesSameStartingTime',
      { Activity_Id },
      [
        ['sameDays', all, {}],
        ['sameStart', all, {}],
      ],
    ],
    ['TwoActivitiesConsecutive', { First_Activity_Id: 5, Second_Activity_Id: 1 }, [['consecutive', events(5, 1), {}]]],
    ['TwoActivitiesGrouped', { First_Activity_Id: 5, Second_Activity_Id: 1 }, [['grouped', events(5, 1), {}]]],
    ['TwoActivitiesOrdered', { First_Activity_Id: 5, Second_Activity_Id: 1 }, [['precedence', events(5, 1), {}]]],
    [
      'ActivityPreferredStartingTimes',
      { Activity_Id: 4, Preferred_Starting_Time: entries('Preferred_Starting_') },
      [['preferredTime', events(4), { slots, wholly: false }]],
    ],
    [
      'ActivityPreferredTimeSlots',
      { Activity_Id: 3, Preferred_Time_Slot: entries('Preferred_') },
      [['preferredTime', events(3), { slots, wholly: true }]],
    ],
    [
      'ActivitiesPreferredStartingTimes',
      {
        ...filter({ Students_Name: '7 left', Duration: '1' }),
        Preferred_Starting_Time: entries('Preferred_Starting_'),
      },
      [['preferredTime', events(1, 2, 4, 5), { slots, wholly: false }]],
    ],
    [
      'ActivitiesPreferredTimeSlots',
      { ...filter({ Teacher_Name: 'Ben' }), Preferred_Time_Slot: entries('Preferred_') },
      [['preferredTime', events(4, 7), { slots, wholly: true }]],
    ],
    [
      'ActivitiesPreferredTimeSlots',
      { ...filter({ Subject_Name: 'Maths', Activity_Tag_Name: 'core' }), Preferred_Time_Slot: entries('Preferred_') },
      [['preferredTime', all, { slots, wholly: true }]],
    ],
    [
      'SubactivitiesPreferredStartingTimes',
      { Component_Number: 2, ...filter({}), Preferred_Starting_Time: entries('Preferred_Starting_') },
      [['preferredTime', events(2), { slots, wholly: false }]],
    ],
    [
      'ActivityPreferredStartingTime',
      { Activity_Id: 4, Preferred_Day: 'Tuesday', Preferred_Hour: '', Permanently_Locked: true },
      [['preferredTime', events(4), { slots: [{ day: 'day2', slots: [0, 1, 2, 3] }], wholly: false }]],
    ],
  ] as const)('%s becomes a rule', (tag, fields, expected) => {
    const rules = rulesOf({ time: constraint(tag, fields) });
    expect(rules.map(plain)).toEqual(expected.map(([kind, scope, params]) => ({ kind, scope, params })));
    expect(rules.every(({ hard }) => hard)).toBe(true);
  });

  const selected = { Activity_Id, Selected_Time_Slot: entries('Selected_') };

  test.each([
    [
      'ActivitiesMaxSimultaneousInSelectedTimeSlots',
      { ...selected, Max_Number_of_Simultaneous_Activities: 2 },
      ['maxSimultaneous', all, { max: 2, slots }],
    ],
    [
      'ActivitiesMinSimultaneousInSelectedTimeSlots',
      { ...selected, Min_Number_of_Simultaneous_Activities: 3, Allow_Empty_Slots: false },
      ['minSimultaneous', all, { min: 3, empty: false, slots }],
    ],
    [
      'ActivitiesOccupyMaxTimeSlotsFromSelection',
      { ...selected, Max_Number_of_Occupied_Time_Slots: 2 },
      ['slotUse', all, { min: 0, max: 2, slots }],
    ],
    [
      'ActivitiesOccupyMinTimeSlotsFromSelection',
      { ...selected, Min_Number_of_Occupied_Time_Slots: 2 },
      ['slotUse', all, { min: 2, max: 3, slots }],
    ],
    ['ActivityEndsStudentsDay', { Activity_Id: 3 }, ['beginsOrEndsDay', events(3), { ends: true }]],
    ['ActivitiesBeginStudentsDay', filter({ Teacher_Name: 'Ben' }), ['beginsOrEndsDay', events(4, 7), { ends: false }]],
  ] as const)('%s becomes a rule', (tag, fields, [kind, scope, params]) => {
    expect(rulesOf({ time: constraint(tag, fields) }).map(plain)).toEqual([{ kind, scope, params }]);
  });

  test('days between are soft by the percentage, following each other on one day is hard all the same', () => {
    const fields = { Consecutive_If_Same_Day: true, Activity_Id, MinDays: 2 };
    const rules = rulesOf({ time: constraint('MinDaysBetweenActivities', fields, 95) });
    expect(rules).toMatchObject([
      { kind: 'minDaysBetween', scope: all, params: { min: 2 }, hard: false, weight: 19 },
      { kind: 'minDaysBetween', scope: all, params: { min: 0, adjacent: true, overBreaks: false }, hard: true },
    ]);
    expect(
      rulesOf({ time: constraint('MinDaysBetweenActivities', { ...fields, Consecutive_If_Same_Day: false }) }),
    ).toMatchObject([{ params: { min: 2 }, hard: true }]);
  });

  test('tags that no activity has are left out, and what is asked of one that remains is nothing', () => {
    const apart = (...Activity_Tag: readonly string[]) => constraint('ActivityTagsNotOverlapping', { Activity_Tag });
    const activities = fetActivity(1, { tags: ['core'] }) + fetActivity(2, { tags: ['late'] });
    expect(rulesOf({ activities, time: apart('late', 'core', 'late') })).toMatchObject([
      { kind: 'notOverlap', scope: { of: 'events', tags: ['late', 'core'] }, params: { otherTags: true }, hard: true },
    ]);
    expect(rulesOf({ time: apart('core', 'late') })).toEqual([]);
  });

  test('inactive activities are left out, and a constraint on one that remains asks for nothing', () => {
    expect(rulesOf({ time: constraint('ActivitiesNotOverlapping', { Activity_Id: [4, 6, 5] }) })).toMatchObject([
      { scope: events(4, 5) },
    ]);
    expect(rulesOf({ time: constraint('ActivitiesNotOverlapping', { Activity_Id: [4, 6] }) })).toEqual([]);
  });
});

describe('constraints on people and rooms', () => {
  const ada = { of: 'instructors', ids: ['Ada'] };

  test.each([
    ['TeacherMaxGapsPerDay', { Teacher_Name: 'Ada', Max_Gaps: 1 }, 'maxGapsPerDay', ada, { max: 1 }],
    ['TeachersMaxHoursDaily', { Maximum_Hours_Daily: 5 }, 'maxLoadPerDay', { of: 'instructors' }, { max: 5 }],
    [
      'StudentsSetMaxHoursContinuously',
      { Maximum_Hours_Continuously: 2, Students: 'Year 8' },
      'maxConsecutive',
      { of: 'groups', ids: ['Year 8'] },
      { max: 2 },
    ],
    [
      'StudentsSetMaxHoursDaily',
      { Maximum_Hours_Daily: 3, Students: '7 French' },
      'maxLoadPerDay',
      { of: 'groups', ids: ['7 left French', '7 right French'] },
      { max: 3 },
    ],
    ['TeacherMaxDaysPerWeek', { Teacher_Name: 'Ada', Max_Days_Per_Week: 2 }, 'maxDays', ada, { max: 2 }],
    ['TeacherMinDaysPerWeek', { Teacher_Name: 'Ada', Minimum_Days_Per_Week: 2 }, 'minDays', ada, { min: 2 }],
    ['StudentsMaxSpanPerDay', { Max_Span: 4 }, 'maxSpan', { of: 'groups' }, { max: 4 }],
    [
      'TeacherMaxBuildingChangesPerDay',
      { Teacher: 'Ada', Max_Building_Changes_Per_Day: 0 },
      'maxBuildingChanges',
      ada,
      { max: 0 },
    ],
    [
      'StudentsMaxRoomChangesPerWeek',
      { Max_Room_Changes_Per_Week: 3 },
      'maxBuildingChanges',
      { of: 'groups' },
      { max: 3, rooms: true, perWeek: true },
    ],
    [
      'TeachersMinGapsBetweenBuildingChanges',
      { Min_Gaps_Between_Building_Changes: 1 },
      'minGapAtChange',
      { of: 'instructors' },
      { gap: 1 },
    ],
    [
      'TeacherMinRestingHours',
      { Teacher_Name: 'Ada', Minimum_Resting_Hours: 2, Circular: true },
      'minFreeSlotsOvernight',
      ada,
      { slots: 2, circular: true },
    ],
    [
      'StudentsMinHoursDaily',
      { Minimum_Hours_Daily: 2, Allow_Empty_Days: false },
      'minLoadPerDay',
      { of: 'groups' },
      { min: 2, emptyDays: true },
    ],
    [
      'TeacherMinHoursDaily',
      { Teacher_Name: 'Ada', Minimum_Hours_Daily: 2, Allow_Empty_Days: true },
      'minLoadPerDay',
      ada,
      { min: 2, emptyDays: false },
    ],
    ['StudentsMaxGapsPerWeek', { Max_Gaps: 0 }, 'maxGapsPerWeek', { of: 'groups' }, { max: 0 }],
    [
      'TeachersIntervalMaxDaysPerWeek',
      { Interval_Start_Hour: '10:00', Interval_End_Hour: '', Max_Days_Per_Week: 1 },
      'maxDaysInInterval',
      { of: 'instructors' },
      { interval: { from: 2, to: 4 }, max: 1 },
    ],
    [
      'StudentsEarlyMaxBeginningsAtSecondHour',
      { Max_Beginnings_At_Second_Hour: 0 },
      'earlyStart',
      { of: 'groups' },
      { max: 0, within: 1 },
    ],
    ['TeacherNotAvailableTimes', { Teacher: 'Ada', Not_Available_Time: entries() }, 'unavailable', ada, { slots }],
    [
      'StudentsSetNotAvailableTimes',
      { Students: 'Year 7', Not_Available_Time: entries() },
      'unavailable',
      { of: 'groups', ids: ['Year 7'] },
      { slots },
    ],
    [
      'RoomNotAvailableTimes',
      { Room: 'Lab', Not_Available_Time: entries() },
      'unavailable',
      { of: 'rooms', ids: ['Lab'] },
      { slots },
    ],
    [
      'ActivitiesOccupyMaxDifferentRooms',
      { Activity_Id: [1, 2], Max_Number_of_Different_Rooms: 1 },
      'sameRoom',
      events(1, 2),
      {},
    ],
  ] as const)('%s becomes a rule', (tag, fields, kind, scope, params) => {
    expect(rulesOf({ time: constraint(tag, fields) })).toMatchObject([{ kind, scope, params, hard: true }]);
  });

  test('where days may begin at the second hour none begins later', () => {
    const fields = { Students: 'Year 8', Max_Beginnings_At_Second_Hour: 2 };
    const time = constraint('StudentsSetEarlyMaxBeginningsAtSecondHour', fields);
    expect(rulesOf({ time }).map(({ params }) => params)).toEqual([
      { max: 2, within: 1 },
      { max: 0, within: 2 },
    ]);
  });

  test('a limit for all counts beside the one for somebody, as in FET', () => {
    const time =
      constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }) +
      constraint('TeacherMaxHoursDaily', { Teacher_Name: 'Ada', Maximum_Hours_Daily: 4 });
    const built = valueIn(buildProblem(valueIn(read({ time })).problem));
    const adaResource = built.resourceOfInstructor[0] ?? -1;
    expect(built.rules.map((rule) => rule.resources.includes(adaResource))).toEqual([true, true]);
  });

  test('a limit larger than any day asks for no more than the largest', () => {
    const [rule] = rulesOf({ time: constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 60 }) });
    expect(rule?.params.max).toBeLessThanOrEqual(60);
    expect(definitionOf('maxLoadPerDay')?.params.max).toMatchObject({ max: rule?.params.max });
  });

  test('breaks become breaks of the calendar, on the days they have', () => {
    const Break_Time = times([
      ['Monday', '10:00'],
      ['Tuesday', '10:00'],
      ['Wednesday', '10:00'],
      ['Wednesday', '11:00'],
    ]);
    const { problem } = valueIn(read({ time: constraint('BreakTimes', { Number_of_Break_Times: 4, Break_Time }) }));
    expect(problem.calendar.breaks).toEqual([
      { name: 'Break', slot: 2 },
      { name: 'Break', slot: 3, days: ['day3'] },
    ]);
  });

  test('one hour in a row with a tag keeps the tagged activities of each teacher apart', () => {
    const activities = [1, 2, 3]
      .map((id) => fetActivity(id, { teachers: [id === 3 ? 'Ben' : 'Ada'], tags: ['late'] }))
      .join('');
    const fields = { Activity_Tag_Name: 'late', Maximum_Hours_Continuously: 1 };
    const time = constraint('TeachersActivityTagMaxHoursContinuously', fields);
    expect(rulesOf({ activities, time })).toMatchObject([
      { kind: 'minGapBetween', scope: events(1, 2), params: { gap: 1 } },
    ]);
  });
});

test('on days too long for breaks no activity may lie in them', () => {
  const hours = Array.from({ length: 20 }, (_, hour) => `hour ${hour}`);
  const Break_Time = times([['Monday', 'hour 3']]);
  const { problem } = valueIn(read({ hours, time: constraint('BreakTimes', { Break_Time }) }));
  expect(problem.calendar.breaks).toEqual([]);
  const [rule] = problem.rules;
  expect(rule).toMatchObject({ kind: 'preferredTime', scope: { of: 'events' }, hard: true });
  const free = rule?.params.slots as readonly { readonly slots: readonly number[] }[];
  expect(free.map(({ slots }) => slots.includes(3))).toEqual([false, true, true]);
  expect(free.map(({ slots }) => slots.length)).toEqual([19, 20, 20]);
});

describe('limits with an activity tag', () => {
  const late = (id: number, teacher: string, duration = 1) =>
    fetActivity(id, { teachers: [teacher], students: ['Year 8'], tags: ['late'], duration });
  const daily = (max: number) =>
    constraint('TeacherActivityTagMaxHoursDaily', {
      Teacher_Name: 'Ada',
      Activity_Tag_Name: 'late',
      Maximum_Hours_Daily: max,
    });

  test('keep activities on different days where two are always too many', () => {
    const activities = late(1, 'Ada') + late(2, 'Ada', 2) + late(3, 'Ben');
    expect(rulesOf({ activities, time: daily(2) })).toMatchObject([
      { kind: 'minDaysBetween', params: { min: 1 }, scope: events(1, 2) },
    ]);
    const students = constraint('StudentsActivityTagMaxHoursDaily', { Activity_Tag: 'late', Maximum_Hours_Daily: 2 });
    expect(rulesOf({ activities, time: students })).toMatchObject([
      { kind: 'maxLoadOfEvents', scope: events(1, 2, 3), params: { max: 2 } },
    ]);
  });

  test('ask for nothing where there are no more hours than allowed', () => {
    expect(rulesOf({ activities: late(1, 'Ada') + late(2, 'Ada', 2), time: daily(3) })).toEqual([]);
  });
});
