import { describe, expect, it } from 'vitest';
import { occupancyOf } from '../../src/domain/evaluation/occupancy.ts';
import { freeGroups, freeInstructors, freeRooms, type RoomWish } from '../../src/domain/free-resources.ts';
import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import { finish } from '../../src/domain/steps.ts';
import {
  type Absence,
  type CoverCounts,
  type Covers,
  coverNeedSteps,
  suggestedCoverSteps,
} from '../../src/domain/substitution.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { dayOfDate, nextDate, slotAtMinute } from '../../src/domain/weekdays.ts';
import { valueIn } from '../formats/support/files.ts';
import { built, timetableOf } from '../support/build.ts';
import { enterpriseProblem, enterpriseSize } from '../support/enterprise-problem.ts';
import { processorTime } from '../support/processor-time.ts';

const event = (id: string, courseId: string, instructors: readonly string[], more: Partial<EventData> = {}) => ({
  id,
  courseId,
  duration: 1,
  groupIds: ['g1'],
  instructors: instructors.map((instructor) => ({ id: instructor })),
  ...more,
});

/** Five hours a day, weeks A and B. Ada is away; Ben teaches her course, Cyd her group, Dee something else. */
const school: ProblemData = {
  name: 'School',
  calendar: {
    days: [
      { id: 'mon', name: 'Monday' },
      { id: 'tue', name: 'Tuesday' },
    ],
    slots: ['08', '09', '10', '11', '12'].map((hour) => ({ start: `${hour}:00`, end: `${hour}:50` })),
    weekCount: 2,
    breaks: [],
    closed: [],
  },
  meetingTimes: [],
  courses: [
    { id: 'maths', name: 'Mathematics' },
    { id: 'art', name: 'Art' },
    // another class may have a course of its own
    { id: 'maths-3', name: 'Mathematics' },
  ],
  rooms: [
    { id: 'hall', name: 'Hall', capacity: 90, shareable: 2 },
    { id: 'lab', name: 'Laboratory', capacity: 20, type: 'lab', features: ['sink', 'screen'] },
    { id: 'r1', name: 'Room 1', capacity: 30 },
  ],
  instructors: ['ada', 'ben', 'cyd', 'dee', 'eve'].map((id) => ({ id, name: id })),
  groups: [
    { id: 'g1', name: 'One', size: 20 },
    { id: 'g2', name: 'Two', size: 20, overlaps: ['g1'] },
    { id: 'g3', name: 'Three', size: 20 },
  ],
  students: [],
  events: [
    event('a1', 'maths', ['ada']),
    event('a2', 'maths', ['ada'], { duration: 2 }),
    event('b1', 'maths-3', ['ben'], { groupIds: ['g3'] }),
    event('c1', 'art', ['cyd'], { weeks: [0] }),
    event('d1', 'art', ['dee'], { groupIds: ['g3'] }),
    event('both', 'art', ['ada', 'dee'], { groupIds: [] }),
  ],
  rules: [
    {
      id: 'eve-away',
      kind: 'unavailable',
      scope: { of: 'instructors', ids: ['eve'] },
      params: { slots: [{ day: 'mon', slots: [0, 1, 2, 3, 4], weeks: [0] }] },
      hard: true,
      weight: 1,
    },
  ],
  notEnforced: [],
};

const problem = built(school);
const occupancy = occupancyOf(
  problem,
  timetableOf(problem, {
    a1: { time: 'mon@1', rooms: ['r1'] },
    a2: { time: 'mon@3', rooms: ['hall'] },
    b1: { time: 'mon@0', rooms: ['lab'] },
    c1: { time: 'mon@1', rooms: ['lab'] },
    d1: { time: 'mon@4', rooms: ['r1'] },
    both: { time: 'tue@0', rooms: ['r1'] },
  }),
);
const nameOf = (index: number) => problem.instructors[index]?.id;
const coverNeeds = (covers: Covers, away: Absence) => finish(coverNeedSteps(problem, occupancy, away, covers));
const suggestedCovers = (away: Absence) => finish(suggestedCoverSteps(problem, occupancy, away, new Map()));
const anyRoom: RoomWish = { seats: 0, types: [], features: [] };
const at = (start: number, weeks: number[], length = 1) => ({ day: 0, start, length, weeks });

describe('who and what is free', () => {
  const rooms = (start: number, weeks: number[], wish = anyRoom) =>
    freeRooms(problem, occupancy, at(start, weeks), wish).map(({ ref }) => problem.rooms[ref]?.id);

  it('finds rooms, the smallest that is large enough first', () => {
    expect(rooms(1, [0])).toEqual(['hall']);
    expect(rooms(1, [1])).toEqual(['lab', 'hall']);
    expect(rooms(2, [0, 1])).toEqual(['lab', 'r1', 'hall']);
    expect(rooms(2, [0], { seats: 21, types: [], features: [] })).toEqual(['r1', 'hall']);
    expect(rooms(2, [0], { seats: 0, types: ['lab'], features: ['sink'] })).toEqual(['lab']);
    expect(rooms(2, [0], { seats: 0, types: [], features: ['sink', 'organ'] })).toEqual([]);
  });

  it('finds a shareable room while there is a place left', () => {
    expect(rooms(3, [0])).toContain('hall');
  });

  it('finds instructors, with what they do around that time', () => {
    const free = freeInstructors(problem, occupancy, at(2, [0]));
    // Eve is away in this week
    expect(free.map(({ ref }) => nameOf(ref))).toEqual(['ada', 'ben', 'cyd', 'dee']);
    expect(free[0]).toMatchObject({ busyUntil: 590, busyFrom: 660, eventsThatDay: 2 });
    expect(free[3]).toMatchObject({ busyUntil: null, busyFrom: 720, eventsThatDay: 1 });
    expect(freeInstructors(problem, occupancy, at(2, [1])).map(({ ref }) => nameOf(ref))).toContain('eve');
    expect(freeInstructors(problem, occupancy, at(0, [0], 5)).map(({ ref }) => nameOf(ref))).toEqual([]);
  });

  it('finds groups, and says where students of theirs are busy with another group', () => {
    expect(freeGroups(problem, occupancy, at(1, [0])).map(({ ref, partlyBusy }) => [ref, partlyBusy])).toEqual([
      [1, true],
      [2, false],
    ]);
  });
});

describe('substitution', () => {
  const absence = { instructors: [0], day: 0, week: 1, from: 0, until: 5 };
  const needs = (covers = new Map<number, number>(), changes = {}) => coverNeeds(covers, { ...absence, ...changes });

  it('lists the events of the hours of the absence', () => {
    const ids = (changes: object) => needs(new Map(), changes).map(({ placed }) => placed.event.id);
    expect(ids({})).toEqual(['a1', 'a2']);
    expect(ids({ from: 4 })).toEqual(['a2']);
    expect(ids({ until: 1 })).toEqual([]);
    expect(ids({ day: 1 })).toEqual(['both']);
  });

  it('asks who has covered least first, among those who are as qualified and as much there', () => {
    const names = (counts: CoverCounts) =>
      finish(coverNeedSteps(problem, occupancy, absence, new Map(), counts))[0]?.candidates.map(({ instructor }) =>
        nameOf(instructor),
      );
    expect(names(new Map())).toEqual(['ben', 'dee', 'cyd', 'eve']);
    // Cyd and Eve both come in for it alone; Ben stays first, as nobody else is qualified
    expect(
      names(
        new Map([
          [1, 9],
          [2, 2],
          [4, 1],
        ]),
      ),
    ).toEqual(['ben', 'dee', 'eve', 'cyd']);
  });

  it('is busy for whoever else is away that day, too', () => {
    // Dee covers an event of Ben, who is away beside Ada, at the time of another
    const elsewhere = needs(new Map([[problem.events.findIndex(({ id }) => id === 'b1'), 3]]), { from: 0 });
    expect(elsewhere[0]?.candidates.find(({ instructor }) => nameOf(instructor) === 'dee')).toMatchObject({
      slotsThatDay: 2,
      covers: 1,
    });
  });

  it('ranks the qualified first, then those who are there, then the lightest day', () => {
    const [first, second] = needs();
    expect(first?.candidates.map(({ instructor }) => nameOf(instructor))).toEqual(['ben', 'dee', 'cyd', 'eve']);
    expect(first?.candidates[0]).toMatchObject({
      qualification: 'course',
      present: true,
      slotsThatDay: 1,
      closeness: 'next',
    });
    // in week B there is no art on Monday, so that Cyd is not there, but knows the group
    expect(first?.candidates[2]).toMatchObject({ qualification: 'none', present: false, knowsGroup: true });
    // Dee teaches in the last slot
    expect(second?.candidates.map(({ instructor }) => nameOf(instructor))).not.toContain('dee');
  });

  it('counts what somebody covers already', () => {
    const events = needs().map(({ placed }) => placed.event.index);
    const [first, second] = needs(new Map([[events[0] ?? -1, 1]]));
    expect(first?.cover?.instructor).toBe(1);
    expect(second?.candidates.find(({ instructor }) => instructor === 1)?.slotsThatDay).toBe(2);
  });

  it('says who else teaches the event', () => {
    expect(needs(new Map(), { day: 1 })[0]?.others.map(nameOf)).toEqual(['dee']);
  });

  it('asks nobody who is away as well', () => {
    const both = needs(new Map(), { instructors: [0, 1] });
    expect(both.map(({ placed }) => placed.event.id)).toEqual(['b1', 'a1', 'a2']);
    expect(both.map(({ absent }) => absent.map(nameOf))).toEqual([['ben'], ['ada'], ['ada']]);
    const asked = both.flatMap(({ candidates }) => candidates.map(({ instructor }) => nameOf(instructor)));
    expect(asked).not.toContain('ada');
    expect(asked).not.toContain('ben');
  });

  it('suggests qualified covers, nobody twice at once, and none where somebody teaches it anyway', () => {
    const covers = suggestedCovers(absence);
    expect([...covers.values()].map(nameOf)).toEqual(['ben', 'ben']);
    expect(suggestedCovers({ ...absence, day: 1 }).size).toBe(0);
  });

  it('takes a moment in a university of 2,320 instructors', () => {
    const { problem: data, planted } = enterpriseProblem(enterpriseSize(1));
    const university = built(data);
    const placed = occupancyOf(university, valueIn(fromTimetableData(university, planted)));
    const busiest = university.resourceOfInstructor
      .map((resource, index) => ({ index, events: placed.occupants[resource]?.length ?? 0 }))
      .reduce((most, item) => (item.events > most.events ? item : most)).index;
    const days = university.data.calendar.days.map((_, day) => {
      const away = { instructors: [busiest], day, week: 0, from: 0, until: 12 };
      let found = 0;
      const milliseconds = processorTime(() => {
        found = finish(coverNeedSteps(university, placed, away, new Map())).length;
      });
      return { found, milliseconds };
    });
    console.log(`covers: ${days.map((day) => `${day.found} in ${Math.round(day.milliseconds)} ms`).join(', ')}`);
    expect(Math.max(...days.map((day) => day.found))).toBeGreaterThan(0);
    expect(days.map((day) => day.milliseconds).toSorted((a, b) => a - b)[2]).toBeLessThan(200);
  });
});

describe('a date', () => {
  const named = (...days: string[]) => ({ ...school.calendar, days: days.map((name) => ({ id: name, name })) });
  const tuesday = '2026-11-24';

  it.each([
    [['Monday', 'Tuesday'], 1],
    [['Mo', 'Di', 'Mi'], 1],
    [['lundi', 'mardi'], 1],
    [['Tue A', 'Mon A'], 0],
    [['Day 1', 'Day 2'], undefined],
    [['Monday', 'Wednesday'], undefined],
  ])('falls on a day of %j', (days, expected) => {
    expect(dayOfDate(named(...days), tuesday, ['en', 'de', 'fr'])?.day).toBe(expected);
  });

  it('is told by the weekdays of the days, whatever they are called', () => {
    const days = [
      { id: 'one', name: 'One', weekday: 2 },
      { id: 'two', name: 'Tuesday', weekday: 3 },
    ];
    expect(dayOfDate({ ...school.calendar, days }, tuesday, ['en'])).toEqual({ day: 0, week: null });
  });

  it('is told with its week by the dates of a term, and is none outside of it', () => {
    const calendar = { ...school.calendar, term: { startDate: '2026-11-16', weeks: 3, holidays: [] } };
    expect(dayOfDate(calendar, tuesday, ['en'])).toEqual({ day: 1, week: 1 });
    expect(dayOfDate(calendar, '2026-12-01', ['en'])).toEqual({ day: 1, week: 0 });
    expect(dayOfDate(calendar, '2026-12-08', ['en'])).toBeNull();
  });

  it('is looked for from today on, past holidays, in the week that is wanted', () => {
    const holidays = [{ name: 'Bank holiday', from: '2026-11-23', to: '2026-11-23' }];
    const calendar = { ...school.calendar, term: { startDate: '2026-11-16', weeks: 3, holidays } };
    const next = (wanted: { day: number | null; week: number | null }, from = '2026-11-18') =>
      nextDate(calendar, from, wanted, ['en']);
    expect(next({ day: null, week: null })).toBe('2026-11-24');
    expect(next({ day: 0, week: null })).toBe('2026-11-30');
    expect(next({ day: 1, week: 0 })).toBe('2026-12-01');
    expect(next({ day: null, week: null }, '2027-01-01')).toBeNull();
    expect(next({ day: null, week: null }, 'tomorrow')).toBeNull();
  });

  it('has a slot for each time of the day until the last has ended', () => {
    expect([0, 480, 535, 770, 771].map((minute) => slotAtMinute(school.calendar, minute))).toEqual([
      0,
      0,
      1,
      null,
      null,
    ]);
  });
});
