import fc from 'fast-check';
import { constraint, type FetParts, fetActivity, times } from './fet-text.ts';

const modes = ['Official', 'Mornings_Afternoons', 'Block_Planning', 'Terms'] as const;
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const hours = ['8:00', '9:00', '10:00', '11:00', '13:00'];
const teachers = ['Ada', 'Ben', 'Cyd'];
const sets = ['Year 7', 'Year 8', '7 left', '7 French', '7 left Latin'];
const rooms = ['Hall', 'Lab', 'Attic'];
const percent = fc.constantFrom(100, 100, 95, 80, 50);

const activity = fc.record({
  teachers: fc.subarray(teachers, { maxLength: 2 }),
  students: fc.subarray(sets, { maxLength: 1 }),
  subject: fc.constantFrom('Maths', 'French', 'Latin'),
  tags: fc.subarray(['core', 'late'], { maxLength: 1 }),
  duration: fc.integer({ min: 1, max: 2 }),
  active: fc.constantFrom(true, true, true, false),
  note: fc.constantFrom('', '', 'with & care'),
});

const slot = fc.tuple(fc.constantFrom(...days), fc.constantFrom(...hours));
const slots = (prefix: string) =>
  fc.uniqueArray(slot, { minLength: 4, maxLength: 12, selector: String }).map((list) => times(list, prefix));
const teacher = fc.constantFrom(...teachers);
const set = fc.constantFrom(...sets);
const few = fc.integer({ min: 3, max: 5 });

/** Each limit as it is asked of everybody and of one, with its fields. */
const limits: readonly (readonly [ending: string, field: string, more: Record<string, boolean>, soft: boolean])[] = [
  ['MaxGapsPerDay', 'Max_Gaps', {}, false],
  ['MaxGapsPerWeek', 'Max_Gaps', {}, false],
  ['MaxHoursDaily', 'Maximum_Hours_Daily', {}, true],
  ['MaxHoursContinuously', 'Maximum_Hours_Continuously', {}, true],
  ['MaxDaysPerWeek', 'Max_Days_Per_Week', {}, false],
];

const limit = fc
  .tuple(
    fc.constantFrom(...limits),
    fc.constantFrom('Teacher', 'Teachers', 'Students', 'StudentsSet'),
    teacher,
    set,
    few,
    percent,
  )
  .map(([[ending, field, more, soft], people, who, students, max, weight]) => {
    const name = people === 'Teacher' ? { Teacher_Name: who } : people === 'StudentsSet' ? { Students: students } : {};
    return constraint(`${people}${ending}`, { ...name, [field]: max, ...more }, soft ? weight : 100);
  });

/** Constraints on activities by their ids. */
function onActivities(count: number): fc.Arbitrary<string> {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 2, maxLength: 4 });
  const one = fc.integer({ min: 1, max: count });
  const some = (Activity_Id: readonly number[]) => ({ Number_of_Activities: Activity_Id.length, Activity_Id });
  return fc.oneof(
    fc
      .tuple(ids, fc.boolean(), fc.integer({ min: 1, max: 2 }), percent)
      .map(([list, Consecutive_If_Same_Day, MinDays, weight]) =>
        constraint('MinDaysBetweenActivities', { Consecutive_If_Same_Day, ...some(list), MinDays }, weight),
      ),
    fc
      .tuple(ids, percent)
      .map(([list, weight]) => constraint('MaxDaysBetweenActivities', { ...some(list), MaxDays: 2 }, weight)),
    fc
      .tuple(fc.constantFrom('SameStartingDay', 'SameStartingHour', 'NotOverlapping'), ids, percent)
      .map(([ending, list, weight]) => constraint(`Activities${ending}`, some(list), weight)),
    percent.map((weight) =>
      constraint('ActivityTagsNotOverlapping', { Number_of_Activity_Tags: 2, Activity_Tag: ['core', 'late'] }, weight),
    ),
    fc
      .tuple(one, slots('Preferred_Starting_'), percent)
      .map(([Activity_Id, list, weight]) =>
        constraint(
          'ActivityPreferredStartingTimes',
          { Activity_Id, Number_of_Preferred_Starting_Times: list.length, Preferred_Starting_Time: list },
          weight,
        ),
      ),
    fc
      .tuple(fc.constantFrom('Maths', 'French', ''), fc.constantFrom('', ...teachers), slots('Preferred_'), percent)
      .map(([Subject_Name, Teacher_Name, list, weight]) =>
        constraint(
          'ActivitiesPreferredTimeSlots',
          {
            Teacher_Name,
            Students_Name: '',
            Subject_Name,
            Activity_Tag_Name: '',
            Number_of_Preferred_Time_Slots: list.length,
            Preferred_Time_Slot: list,
          },
          weight,
        ),
      ),
    fc.tuple(teacher, slots('')).map(([Teacher, list]) =>
      constraint('TeacherNotAvailableTimes', {
        Teacher,
        Number_of_Not_Available_Times: list.length,
        Not_Available_Time: list,
      }),
    ),
    fc
      .tuple(teacher, fc.constantFrom('core', 'late'), few)
      .map(([Teacher_Name, Activity_Tag_Name, max]) =>
        constraint('TeacherActivityTagMaxHoursDaily', { Teacher_Name, Activity_Tag_Name, Maximum_Hours_Daily: max }),
      ),
    // Nothing that is known here; FET knows it.
    fc
      .tuple(teacher)
      .map(([Teacher_Name]) =>
        constraint('TeacherMaxSpanPerDay', { Teacher_Name, Max_Span: 4, Allow_One_Day_Exception_of_Plus_One: true }),
      ),
    fc
      .tuple(set, fc.boolean())
      .map(([Students, Circular]) =>
        constraint('StudentsSetMinRestingHours', { Minimum_Resting_Hours: 1, Students, Circular }),
      ),
  );
}

const inRooms = fc.oneof(
  fc
    .tuple(fc.constantFrom('Maths', 'French'), fc.subarray(rooms, { minLength: 2 }), percent)
    .map(([Subject, list, weight]) =>
      constraint(
        'SubjectPreferredRooms',
        { Subject, Number_of_Preferred_Rooms: list.length, Preferred_Room: list },
        weight,
      ),
    ),
  fc
    .tuple(set, fc.constantFrom(...rooms))
    .map(([Students, Room]) => constraint('StudentsSetHomeRoom', { Students, Room })),
  fc
    .tuple(fc.subarray([1, 2, 3, 4], { minLength: 2 }), percent)
    .map(([Activity_Id, weight]) =>
      constraint('ActivitiesSameRoomIfConsecutive', { Number_of_Activities: Activity_Id.length, Activity_Id }, weight),
    ),
);

const behaviours = ['Unrestricted', 'Exclusive', 'One day exception', 'Two days exception', 'Three days exception'];

/** Small files of FET in all modes, as text; of constraints that FET takes once for one person, one. */
export const fetArbitrary: fc.Arbitrary<{ readonly parts: FetParts; readonly behaviour: string }> = fc
  .tuple(fc.constantFrom(...modes), fc.array(activity, { minLength: 4, maxLength: 9 }))
  .chain(([mode, list]) =>
    fc.record({
      mode: fc.constant(mode),
      list: fc.constant(list),
      time: fc.array(fc.oneof(limit, onActivities(list.length)), { maxLength: 8 }),
      space: fc.array(inRooms, { maxLength: 3 }),
      split: fc.integer({ min: 0, max: 3 }),
      behaviour: fc.constantFrom(...behaviours),
    }),
  )
  .map(({ mode, list, time, space, split, behaviour }) => {
    const activities = list
      .map(({ note, ...parts }, index) =>
        fetActivity(index + 1, { ...parts, ...(index < split ? { group: 1 } : {}) }).replace(
          '<Comments></Comments>',
          `<Comments>${note.replace('&', '&amp;')}</Comments>`,
        ),
      )
      .join('');
    const terms = '<Number_of_Terms>3</Number_of_Terms><Number_of_Days_Per_Term>2</Number_of_Days_Per_Term>';
    return {
      behaviour:
        mode === 'Mornings_Afternoons'
          ? `<Mornings_Afternoons_Behavior>${behaviour}</Mornings_Afternoons_Behavior>`
          : '',
      parts: {
        mode,
        head: mode === 'Terms' ? terms : '',
        days,
        hours,
        activities,
        time: onePerPerson(time).join(''),
        space: onePerPerson(space).join(''),
      },
    };
  });

/** FET takes one constraint of some kinds for a person, subject or set: the first stays. */
function onePerPerson(constraints: readonly string[]): readonly string[] {
  const keyOf = (text: string) =>
    /^<Constraint\w*(?:NotAvailable|Max|Home|MinResting|SubjectPreferred)\w*>/.exec(text)?.[0] === undefined
      ? text
      : `${/^<\w+>/.exec(text)?.[0]}${/<(?:Teacher|Teacher_Name|Students|Subject|Activity_Id)>[^<]*/.exec(text)?.[0] ?? ''}`;
  return [...new Map([...constraints].reverse().map((text) => [keyOf(text), text])).values()].reverse();
}
