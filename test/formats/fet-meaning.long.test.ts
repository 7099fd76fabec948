import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { askFet, hasFetProgram } from './support/fet-program.ts';
import { readFet } from './support/fet-round-trip.ts';
import { constraint, fetActivity, fetRoom, fetText, times } from './support/fet-text.ts';
import { valueIn } from './support/files.ts';

const days = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
const hours = ['8:00', '9:00', '10:00', '11:00'];
const number = fc.integer({ min: 1, max: 3 });
const Activity_Id = [1, 2, 3];
const all = { Number_of_Activities: 3, Activity_Id };
const ada = { Teacher_Name: 'Ada' };
const pair = { First_Activity_Id: 1, Second_Activity_Id: 2 };
const someSlots = times(
  [
    ['d1', '8:00'],
    ['d1', '9:00'],
    ['d2', '8:00'],
    ['d3', '10:00'],
  ],
  'Selected_',
);
const selection = { ...all, Number_of_Selected_Time_Slots: someSlots.length, Selected_Time_Slot: someSlots };

type Fields = Parameters<typeof constraint>[1];
/** A constraint with a number in it, for one mode or for all. */
const asked: readonly (readonly [mode: string, tag: string, fields: (number: number) => Fields])[] = [
  ['', 'TeachersMaxGapsPerDay', (n) => ({ Max_Gaps: n - 1 })],
  ['', 'TeacherMaxGapsPerWeek', (n) => ({ ...ada, Max_Gaps: n - 1 })],
  ['', 'StudentsMaxGapsPerWeek', () => ({ Max_Gaps: 0 })],
  ['', 'TeachersMaxHoursDaily', (n) => ({ Maximum_Hours_Daily: n })],
  ['', 'StudentsMaxHoursContinuously', (n) => ({ Maximum_Hours_Continuously: n })],
  ['', 'TeacherMaxDaysPerWeek', (n) => ({ ...ada, Max_Days_Per_Week: n })],
  ['', 'TeachersMaxSpanPerDay', (n) => ({ Max_Span: n, Allow_One_Day_Exception_of_Plus_One: false })],
  ['', 'MinDaysBetweenActivities', (n) => ({ Consecutive_If_Same_Day: n > 1, ...all, MinDays: n > 2 ? 1 : n })],
  ['', 'MaxDaysBetweenActivities', (n) => ({ ...all, MaxDays: n })],
  ['', 'MinGapsBetweenActivities', (n) => ({ ...all, MinGaps: n })],
  ['', 'ActivitiesSameStartingDay', () => all],
  ['', 'ActivitiesSameStartingHour', () => all],
  ['', 'ActivitiesNotOverlapping', () => all],
  ['', 'TwoActivitiesConsecutive', () => pair],
  ['', 'TwoActivitiesGrouped', () => pair],
  ['', 'TwoActivitiesOrdered', () => pair],
  ['', 'ActivitiesOccupyMaxTimeSlotsFromSelection', () => ({ ...selection, Max_Number_of_Occupied_Time_Slots: 1 })],
  [
    '',
    'ActivitiesMaxSimultaneousInSelectedTimeSlots',
    () => ({ ...selection, Max_Number_of_Simultaneous_Activities: 1 }),
  ],
  [
    '',
    'TeacherIntervalMaxDaysPerWeek',
    (n) => ({ ...ada, Interval_Start_Hour: '9:00', Interval_End_Hour: '11:00', Max_Days_Per_Week: n }),
  ],
  [
    'Official',
    'TeacherActivityTagMaxHoursDaily',
    (n) => ({ ...ada, Activity_Tag_Name: 'core', Maximum_Hours_Daily: n }),
  ],
  [
    'Official',
    'TeacherActivityTagMaxHoursContinuously',
    (n) => ({ ...ada, Activity_Tag_Name: 'core', Maximum_Hours_Continuously: n }),
  ],
  ['Mornings_Afternoons', 'TeachersMaxAfternoonsPerWeek', (n) => ({ Max_Afternoons_Per_Week: n - 1 })],
  ['Mornings_Afternoons', 'TeacherMaxMorningsPerWeek', (n) => ({ ...ada, Max_Mornings_Per_Week: n - 1 })],
  ['Mornings_Afternoons', 'TeachersMaxZeroGapsPerAfternoon', () => ({})],
  ['Mornings_Afternoons', 'TeacherMaxRealDaysPerWeek', (n) => ({ ...ada, Max_Days_Per_Week: n })],
  ['Mornings_Afternoons', 'TeachersMaxHoursDailyRealDays', (n) => ({ Maximum_Hours_Daily: n })],
  [
    'Mornings_Afternoons',
    'MinHalfDaysBetweenActivities',
    (n) => ({ Consecutive_If_Same_Day: false, ...all, MinDays: n > 2 ? 1 : n }),
  ],
  ['', 'TeachersMaxBuildingChangesPerDay', (n) => ({ Max_Building_Changes_Per_Day: n - 1 })],
  ['', 'TeacherMaxBuildingChangesPerWeek', (n) => ({ Teacher: 'Ada', Max_Building_Changes_Per_Week: n })],
  ['', 'StudentsMinGapsBetweenBuildingChanges', (n) => ({ Min_Gaps_Between_Building_Changes: n })],
  ['', 'StudentsSetMaxRoomChangesPerDay', (n) => ({ Students: 'Year 8', Max_Room_Changes_Per_Day: n - 1 })],
  ['', 'TeachersMaxRoomChangesPerWeek', (n) => ({ Max_Room_Changes_Per_Week: n })],
  ['', 'TeachersMinGapsBetweenRoomChanges', (n) => ({ Min_Gaps_Between_Room_Changes: n })],
  ['Mornings_Afternoons', 'TeachersMaxBuildingChangesPerRealDay', (n) => ({ Max_Building_Changes_Per_Day: n - 1 })],
  ['Mornings_Afternoons', 'StudentsMaxRoomChangesPerRealDay', (n) => ({ Max_Room_Changes_Per_Day: n - 1 })],
  ['Official', 'TeachersMinRestingHours', (n) => ({ Minimum_Resting_Hours: n, Circular: n > 1 })],
  ['Terms', 'StudentsSetMinRestingHours', (n) => ({ Students: 'Year 8', Minimum_Resting_Hours: n, Circular: false })],
  ['Mornings_Afternoons', 'TeachersMinRestingHoursBetweenMorningAndAfternoon', (n) => ({ Minimum_Resting_Hours: n })],
  ['Terms', 'ActivitiesOccupyMaxTerms', (n) => ({ ...all, Max_Number_of_Occupied_Terms: n })],
  ['Terms', 'ActivitiesMaxInATerm', (n) => ({ ...all, Max_Number_of_Activities_in_A_Term: n })],
  ['Official', 'ActivitiesSameRoomIfConsecutive', () => all],
  ['', 'ActivityTagsNotOverlapping', () => ({ Number_of_Activity_Tags: 2, Activity_Tag: ['core', 'late'] })],
  [
    'Official',
    'ActivitiesMinSimultaneousInSelectedTimeSlots',
    (n) => ({ ...selection, Min_Number_of_Simultaneous_Activities: n > 2 ? 1 : n, Allow_Empty_Slots: n < 3 }),
  ],
];
/** What is only asked where activities may be at the same time: nobody is in two of them. */
const ofNobody = /SameRoom|TagsNot|MinSimultaneous/;

const modes = ['Official', 'Mornings_Afternoons', 'Block_Planning', 'Terms'];
const roomNames = ['N1', 'N2', 'S1', 'Yard', ''];
const rooms =
  fetRoom('N1', 'North', 90) + fetRoom('N2', 'North', 90) + fetRoom('S1', 'South', 90) + fetRoom('Yard', '', 90);
const place = fc.record({
  day: fc.nat(days.length - 1),
  hour: fc.nat(hours.length - 1),
  /** Empty where the activity needs none. */
  room: fc.constantFrom(...roomNames),
});
const locked = fc.record({
  places: fc.array(place, { minLength: 3, maxLength: 5 }),
  ask: fc.constantFrom(...asked),
  mode: fc.constantFrom(...modes),
  number,
  behaviour: fc.constantFrom('Unrestricted', 'Exclusive', 'One day exception', 'Two days exception'),
});

function fileOf(made: {
  places: readonly { day: number; hour: number; room: string }[];
  ask: (typeof asked)[number];
  mode: string;
  number: number;
  behaviour: string;
}) {
  const [only, tag, fields] = made.ask;
  const mode = only === '' ? made.mode : only;
  const activities = made.places.map((_, index) =>
    fetActivity(index + 1, {
      ...(ofNobody.test(tag) ? {} : { teachers: ['Ada'], students: ['Year 8'] }),
      tags: [index === 1 ? 'late' : 'core'],
    }),
  );
  const locks = made.places.map(({ day, hour }, index) =>
    constraint('ActivityPreferredStartingTime', {
      Activity_Id: index + 1,
      Preferred_Day: days[day] ?? '',
      Preferred_Hour: hours[hour] ?? '',
      Permanently_Locked: true,
    }),
  );
  const isOfSpace = /BuildingChanges|Room/.test(tag);
  const inRooms = made.places.flatMap(({ room }, index) =>
    room === '' || !isOfSpace
      ? []
      : [constraint('ActivityPreferredRoom', { Activity_Id: index + 1, Room: room, Permanently_Locked: true })],
  );
  const asks = constraint(tag, fields(made.number));
  const behaviour = `<Mornings_Afternoons_Behavior>${made.behaviour}</Mornings_Afternoons_Behavior>`;
  const text = fetText({
    mode,
    head:
      mode === 'Terms'
        ? '<Number_of_Terms>3</Number_of_Terms><Number_of_Days_Per_Term>2</Number_of_Days_Per_Term>'
        : '',
    days,
    hours,
    activities: activities.join(''),
    buildings: ['North', 'South'],
    rooms,
    time: locks.join('') + (isOfSpace ? '' : asks),
    space: inRooms.join('') + (isOfSpace ? asks : ''),
  });
  return mode === 'Mornings_Afternoons' ? text.replaceAll('<Teacher><Name>', `<Teacher>${behaviour}<Name>`) : text;
}

test.runIf(hasFetProgram())('a locked timetable is right here when it is right for FET', () => {
  const answers = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(locked, (made) => {
      const text = fileOf(made);
      // What it finds it finds at once; it searches for ever where there is none.
      const first = askFet(text, 600);
      const answer = first.solved ? first : askFet(text, 2500);
      fc.pre(answer.accepted);
      const { problem } = readFet(new TextEncoder().encode(text));
      const built = valueIn(buildProblem(problem));
      const assignments = problem.events.map(({ id, lock, instructors = [] }) => ({
        eventId: id,
        ...(lock?.timeId === undefined ? {} : { timeId: lock.timeId }),
        roomIds: lock?.roomIds ?? [],
        instructorIds: instructors.map((instructor) => instructor.id),
      }));
      const { score } = evaluate(built, valueIn(fromTimetableData(built, { assignments })));
      answers[answer.solved ? 'right' : 'wrong']++;
      expect(score.hard === 0, `${made.ask[1]} in ${made.mode}`).toBe(answer.solved);
    }),
    { numRuns: 80, maxSkipsPerRun: 20 },
  );
  console.info('Timetables that FET found right and wrong:', answers);
  expect(Math.min(answers.right, answers.wrong)).toBeGreaterThan(10);
});
