import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Result } from '../../src/domain/result.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import { fetWriter } from '../../src/formats/fet/writer.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { constraint, type FetParts, fetActivity, fetText, times } from './support/fet-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';
import { projectArbitrary } from './support/project-arbitrary.ts';

// Reader and writer answer at once; the contracts also allow promises.
const read = (text: string) => fetReader.read([textFile('school.fet', text)]) as Result<ProjectContent>;
const write = (content: ProjectContent) => fetWriter.write(content, null) as Result<Uint8Array>;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What is read, and what comes back after writing it. */
function thereAndBack(parts: FetParts): readonly [ProjectContent, ProjectContent] {
  const content = valueIn(read(fetText(parts)));
  return [content, valueIn(read(textOf(valueIn(write(content)))))];
}

/** Rules without their ids, in any order. */
const rulesOf = ({ rules }: ProblemData) => rules.map(({ id: _, ...rule }) => JSON.stringify(rule)).sort();

describe('what is written is read back', () => {
  const Activity_Id = [1, 2, 3];
  const slots = (prefix: string) =>
    times(
      [
        ['Monday', '9:00'],
        ['Tuesday', '8:00'],
      ],
      prefix,
    );

  test.each([
    ['nothing but the lists', {}],
    [
      'spacing',
      {
        time:
          constraint('MinDaysBetweenActivities', { Consecutive_If_Same_Day: true, Activity_Id, MinDays: 2 }, 95) +
          constraint('MinDaysBetweenActivities', { Consecutive_If_Same_Day: false, Activity_Id: [4, 5], MinDays: 1 }) +
          constraint('MaxDaysBetweenActivities', { Activity_Id, MaxDays: 1 }, 50) +
          constraint('MinGapsBetweenActivities', { Activity_Id, MinGaps: 2 }),
      },
    ],
    [
      'relations',
      {
        time:
          constraint('ActivitiesSameStartingTime', { Activity_Id: [4, 5] }) +
          constraint('ActivitiesNotOverlapping', { Activity_Id: [4, 5, 7] }, 80) +
          ['Consecutive', 'Grouped', 'Ordered']
            .map((way) => constraint(`TwoActivities${way}`, { First_Activity_Id: 5, Second_Activity_Id: 1 }))
            .join(''),
      },
    ],
    [
      'people',
      {
        time:
          constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 3 }, 90) +
          constraint('TeacherMaxDaysPerWeek', { Teacher_Name: 'Ada', Max_Days_Per_Week: 2 }) +
          constraint('StudentsMinHoursDaily', { Minimum_Hours_Daily: 1, Allow_Empty_Days: true }) +
          constraint('StudentsSetMaxGapsPerDay', { Students: 'Year 7', Max_Gaps: 0 }) +
          constraint('TeacherNotAvailableTimes', { Teacher: 'Ben', Not_Available_Time: slots('') }) +
          constraint('StudentsSetNotAvailableTimes', { Students: '7 left', Not_Available_Time: slots('') }) +
          constraint('RoomNotAvailableTimes', { Room: 'Lab', Not_Available_Time: slots('') }) +
          constraint('BreakTimes', { Number_of_Break_Times: 2, Break_Time: slots('') }),
      },
    ],
    [
      'days and slots',
      {
        time:
          constraint('StudentsEarlyMaxBeginningsAtSecondHour', { Max_Beginnings_At_Second_Hour: 1 }) +
          constraint('TeacherMaxGapsPerWeek', { Teacher_Name: 'Ada', Max_Gaps: 2 }) +
          constraint('TeachersIntervalMaxDaysPerWeek', {
            Interval_Start_Hour: '10:00',
            Interval_End_Hour: '',
            Max_Days_Per_Week: 1,
          }) +
          constraint('ActivityEndsStudentsDay', { Activity_Id: 3 }) +
          constraint('ActivitiesOccupyMaxTimeSlotsFromSelection', {
            Activity_Id,
            Selected_Time_Slot: slots('Selected_'),
            Max_Number_of_Occupied_Time_Slots: 1,
          }) +
          constraint('ActivitiesMaxSimultaneousInSelectedTimeSlots', {
            Activity_Id: [4, 5],
            Selected_Time_Slot: slots('Selected_'),
            Max_Number_of_Simultaneous_Activities: 1,
          }) +
          constraint('ActivitiesMinSimultaneousInSelectedTimeSlots', {
            Activity_Id: [4, 5, 1],
            Selected_Time_Slot: slots('Selected_'),
            Min_Number_of_Simultaneous_Activities: 2,
            Allow_Empty_Slots: true,
          }),
      },
    ],
    [
      'times, rooms and locks',
      {
        time:
          constraint('ActivityPreferredTimeSlots', { Activity_Id: 3, Preferred_Time_Slot: slots('Preferred_') }) +
          constraint('ActivityPreferredStartingTimes', {
            Activity_Id: 4,
            Preferred_Starting_Time: slots('Preferred_Starting_'),
          }),
        space:
          constraint('SubjectPreferredRooms', { Subject: 'Maths', Preferred_Room: ['Hall', 'Lab'] }) +
          constraint('SubjectPreferredRoom', { Subject: 'Latin', Room: 'Attic' }, 80) +
          constraint('ActivityPreferredRoom', { Activity_Id: 4, Room: 'Lab', Permanently_Locked: true }),
      },
    ],
    [
      'tags and rooms of activities that follow each other',
      {
        activities:
          fetActivity(1, { tags: ['core'] }) + fetActivity(4, { tags: ['late'] }) + fetActivity(5, { tags: ['core'] }),
        time: constraint('ActivityTagsNotOverlapping', { Number_of_Activity_Tags: 2, Activity_Tag: ['late', 'core'] }),
        space:
          constraint('SubjectPreferredRooms', { Subject: 'Maths', Preferred_Room: ['Hall', 'Lab'] }) +
          constraint('ActivitiesSameRoomIfConsecutive', { Activity_Id: [5, 1, 4] }) +
          constraint('ActivitiesOccupyMaxDifferentRooms', { Activity_Id: [5, 1], Max_Number_of_Different_Rooms: 1 }),
      },
    ],
    [
      'what is not known',
      { time: constraint('StudentsSetChess', { Students: '7 French', Boards: '&lt;3' }).repeat(2) },
    ],
  ])('%s', (_, parts) => {
    const [content, back] = thereAndBack(parts);
    expect(rulesOf(back.problem)).toEqual(rulesOf(content.problem));
    const { rules: _rules, ...rest } = content.problem;
    expect(back.problem).toMatchObject(rest);
  });

  test('with its timetable', () => {
    const activities = [1, 2].map((id) => fetActivity(id, { students: ['Year 8'] })).join('');
    const start = (id: number, day: string, locked: boolean) =>
      constraint('ActivityPreferredStartingTime', {
        Activity_Id: id,
        Preferred_Day: day,
        Preferred_Hour: '9:00',
        Permanently_Locked: locked,
      });
    const space =
      constraint('SubjectPreferredRooms', { Subject: 'Maths', Preferred_Room: ['Hall', 'Lab'] }) +
      constraint('ActivityPreferredRoom', { Activity_Id: 1, Room: 'Lab', Permanently_Locked: false });
    const time = start(1, 'Monday', false) + start(2, 'Tuesday', true);
    const [content, back] = thereAndBack({ activities, time, space });
    expect(content.timetables).toHaveLength(1);
    expect(back.timetables[0]?.timetable).toEqual(content.timetables[0]?.timetable);
    expect(back.problem.events).toEqual(content.problem.events);
  });

  test('with the rooms of its timetable beside home rooms that are not compulsory', () => {
    const activities = [1, 2].map((id) => fetActivity(id, { students: ['Year 8'] })).join('');
    const start = (id: number, day: string) =>
      constraint('ActivityPreferredStartingTime', { Activity_Id: id, Preferred_Day: day, Preferred_Hour: '9:00' });
    const space =
      constraint('StudentsSetHomeRoom', { Students: 'Year 8', Room: 'Hall' }, 80) +
      constraint('ActivityPreferredRoom', { Activity_Id: 1, Room: 'Attic' });
    const [content, back] = thereAndBack({ activities, time: start(1, 'Monday') + start(2, 'Tuesday'), space });
    expect(content.problem.events[0]?.rooms?.map(({ id }) => id)).toContain('Attic');
    expect(content.timetables[0]?.timetable.assignments[0]?.roomIds).toEqual(['Attic']);
    expect(back.problem.events).toEqual(content.problem.events);
    expect(back.timetables[0]?.timetable).toEqual(content.timetables[0]?.timetable);
  });

  test('with what somebody is away for twice counted once', () => {
    const away = (hours: readonly string[]) =>
      constraint('RoomNotAvailableTimes', {
        Room: 'Lab',
        Not_Available_Time: times(hours.map((hour) => ['Monday', hour] as const)),
      });
    const [content, back] = thereAndBack({ space: away(['8:00', '9:00', '8:00']) + away(['10:00', '9:00']) });
    const absences = content.problem.rules.filter(({ kind }) => kind === 'unavailable');
    expect(absences.map(({ params }) => params.slots)).toEqual([[{ day: 'day1', slots: [0, 1, 2] }]]);
    expect(rulesOf(back.problem)).toEqual(rulesOf(content.problem));
  });
});

describe('projects from elsewhere', () => {
  const { problem, timetable } = schoolSample();
  const timetables = [{ id: 't', name: 'T', createdAt: '2026-01-05T08:00:00.000Z', timetable }];

  test('keep events, people and the timetable; what FET cannot say is counted', () => {
    const written = write({ problem, timetables });
    const back = valueIn(read(textOf(valueIn(written))));
    expect(back.problem.events).toHaveLength(problem.events.length);
    expect(back.problem.instructors.map(({ name }) => name)).toEqual(problem.instructors.map(({ name }) => name));
    expect(back.timetables[0]?.timetable.assignments.map(({ timeId }) => timeId !== undefined)).not.toContain(false);
    for (const { code, value } of written.diagnostics) {
      expect(code).toBe('fet.notWritten');
      expect(Number(value)).toBeGreaterThan(0);
    }
  });

  test('count the events that had better stay, not the rule that gives it its weight', () => {
    const rule = {
      id: 'stay',
      kind: 'preferNotToMove',
      scope: { of: 'events' as const },
      params: {},
      hard: false,
      weight: 5,
    };
    const events = problem.events.map((event, index) => {
      const timeId = timetable.assignments.find(({ eventId }) => eventId === event.id)?.timeId;
      return index < 3 && timeId !== undefined ? { ...event, stay: { timeId } } : event;
    });
    const { diagnostics } = write({ problem: { ...problem, events, rules: [rule] }, timetables: [] });
    const said = diagnostics.filter(({ message }) => message.includes('had better stay'));
    expect(said.map(({ value }) => value)).toEqual(['3']);
    expect(diagnostics.some(({ message }) => message.includes('preferNotToMove'))).toBe(false);
  });

  test('leave out soft rules with which FET refuses to compute, and say so', () => {
    const gaps = { scope: { of: 'instructors' as const }, params: { max: 2 }, weight: 3 };
    const rules = [
      { ...gaps, id: 'soft', kind: 'maxGapsPerDay', hard: false },
      { ...gaps, id: 'hard', kind: 'maxGapsPerWeek', hard: true },
      { ...gaps, id: 'load', kind: 'maxConsecutive', hard: false, params: { max: 4 } },
    ];
    const written = write({ problem: { ...problem, rules }, timetables: [] });
    const tags = [...textOf(valueIn(written)).matchAll(/<Constraint(Teachers\w+)>\s*<Weight_Percentage>([\d.]+)/g)];
    expect(tags.map(([, tag, percent]) => [tag, percent])).toEqual([
      ['TeachersMaxGapsPerWeek', '100'],
      ['TeachersMaxHoursContinuously', '75'],
    ]);
    expect(written.diagnostics.map(({ message }) => message).join()).toContain('maxGapsPerDay that are not hard');
  });

  test('give names that are equal a difference, and text what XML needs', () => {
    const rooms = problem.rooms.map((room) => ({ ...room, name: 'R&D <"lab">' }));
    const back = valueIn(read(textOf(valueIn(write({ problem: { ...problem, rooms }, timetables })))));
    expect(back.problem.rooms[0]?.name).toBe('R&D <"lab">');
    expect(new Set(back.problem.rooms.map(({ name }) => name)).size).toBe(rooms.length);
  });

  test('with weeks or times that FET has no word for are refused', () => {
    const weeks = {
      ...problem,
      calendar: { ...problem.calendar, weekCount: 2 },
      events: problem.events.map((event, index) => (index === 0 ? { ...event, weeks: [0] } : event)),
    };
    expect(codesOf(write({ problem: weeks, timetables: [] }))).toEqual(['fet.weeks']);
    expect(remark(write({ problem: weeks, timetables: [] }), 'fet.weeks').severity).toBe('error');
    const [first, second] = problem.calendar.days.map(({ id }) => id);
    const twoDays = {
      ...problem,
      meetingTimes: [{ id: 'both', days: [first ?? '', second ?? ''], start: 0, length: 1 }],
      events: problem.events.map((event, index) =>
        index === 0 ? { ...event, duration: 1, times: [{ id: 'both' }] } : event,
      ),
    };
    expect(codesOf(write({ problem: twoDays, timetables: [] }))).toEqual(['fet.times']);
  });

  test('give a file that is read, or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(projectArbitrary, async (project) => {
        const written = await fetWriter.write(project, null);
        if (!written.ok) expect(written.diagnostics.length).toBeGreaterThan(0);
        else expect(codesOf(read(textOf(written.value)))).not.toContain('xml.malformed');
      }),
      { numRuns: 60 },
    );
  });
});
