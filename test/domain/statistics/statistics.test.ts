import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluate.ts';
import type { ProblemData, RuleData } from '../../../src/domain/problem-data.ts';
import { Random } from '../../../src/domain/random.ts';
import { breachOf } from '../../../src/domain/statistics/load-limits.ts';
import { statisticsOf } from '../../../src/domain/statistics/statistics.ts';
import { fromTimetableData } from '../../../src/domain/timetable-data.ts';
import { valueIn } from '../../formats/support/files.ts';
import { built, timetableOf } from '../../support/build.ts';
import { enterpriseProblem, enterpriseSize } from '../../support/enterprise-problem.ts';
import { randomProblem, randomTimetable } from '../../support/problems.ts';
import { processorTime } from '../../support/processor-time.ts';

const rule = (kind: string, of: 'instructors' | 'groups', params: RuleData['params'], hard = false): RuleData => ({
  id: `${kind} ${of}`,
  kind,
  scope: { of },
  params,
  hard,
  weight: 1,
});

/** Two days of four slots of an hour, lunch in the second; Ada teaches three events, one of them in week B alone. */
const school: ProblemData = {
  name: 'School',
  calendar: {
    days: [
      { id: 'mon', name: 'Monday' },
      { id: 'tue', name: 'Tuesday' },
    ],
    slots: ['08', '09', '10', '11', '12'].map((hour) => ({ start: `${hour}:00`, end: `${hour}:50` })),
    weekCount: 2,
    breaks: [{ name: 'Lunch', slot: 1 }],
    closed: [],
  },
  meetingTimes: [],
  courses: [{ id: 'maths', name: 'Mathematics' }],
  rooms: [
    { id: 'small', name: 'Small', capacity: 20 },
    { id: 'large', name: 'Large', capacity: 60 },
  ],
  instructors: [
    { id: 'ada', name: 'Ada' },
    { id: 'ben', name: 'Ben' },
  ],
  groups: [{ id: 'g', name: 'Group', size: 15 }],
  students: [],
  events: [
    { id: 'a', courseId: 'maths', duration: 1, groupIds: ['g'], instructors: [{ id: 'ada' }] },
    { id: 'b', courseId: 'maths', duration: 1, groupIds: ['g'], instructors: [{ id: 'ada' }] },
    { id: 'c', courseId: 'maths', duration: 2, groupIds: ['g'], instructors: [{ id: 'ada' }], weeks: [1] },
    { id: 'd', courseId: 'maths', duration: 1, groupIds: [], instructors: [{ id: 'ben' }] },
  ],
  rules: [
    rule('maxLoadPerWeek', 'instructors', { max: 3 }, true),
    rule('minLoadPerDay', 'instructors', { min: 2 }),
    rule('maxGapsPerDay', 'groups', { max: 1 }),
  ],
  notEnforced: [],
};

const problem = built(school);
const timetable = timetableOf(problem, {
  a: { time: 'mon@0', rooms: ['small'] },
  b: { time: 'mon@4', rooms: ['small'] },
  c: { time: 'tue@2', rooms: ['large'] },
});
const found = statisticsOf(problem, timetable);
const [ada, ben] = found.instructors;
const [group] = found.groups;

describe('the loads of a small school', () => {
  it('counts what is placed, week by week', () => {
    expect(ada).toMatchObject({
      events: 3,
      weeks: [
        { slots: 2, days: 1 },
        { slots: 4, days: 2, fullestDay: 2 },
      ],
    });
    expect(ada?.average).toMatchObject({ slots: 3, minutes: 150, days: 1.5 });
    expect(ben).toMatchObject({ events: 0, average: { slots: 0, days: 0, gaps: 0 } });
  });

  it('counts free slots between two lessons, but not lunch', () => {
    expect(ada?.average).toMatchObject({ gaps: 2, gapMinutes: 100, mostGapsOfDay: 2 });
  });

  it('holds them against the limits of the rules', () => {
    const of = (load: typeof ada) => found.limits.get(load?.resource ?? -1);
    expect(of(ada)).toEqual({
      slots: { min: null, max: 3, hard: true },
      daySlots: { min: 2, max: null, hard: false },
    });
    if (ada === undefined || group === undefined || ben === undefined) throw new Error('Somebody is missing');
    // four slots in week B
    expect(breachOf(ada, of(ada), 'slots')).toBe('over');
    expect(breachOf(ada, of(ada), 'daySlots')).toBeNull();
    expect(breachOf(ben, of(ben), 'daySlots')).toBeNull();
    expect(breachOf(group, of(group), 'dayGaps')).toBe('over');
    expect(breachOf(group, of(group), 'slots')).toBeNull();
  });

  it('says how much of their time and seats rooms are used', () => {
    const [small, large] = found.rooms;
    expect(small).toMatchObject({ openMinutes: 400, timeShare: 100 / 400, seatShare: 15 / 20 });
    expect(large).toMatchObject({ timeShare: 50 / 400, seatShare: 15 / 60 });
  });

  it('says what goes on in each slot, as a mean of the weeks', () => {
    const { rows, cells } = found.profile;
    expect(rows).toHaveLength(5);
    expect(cells[0]).toEqual({ events: 1, rooms: 1, instructors: 1, attendees: 15 });
    expect(cells[5 + 3]).toEqual({ events: 0.5, rooms: 0.5, instructors: 0.5, attendees: 7.5 });
    expect(cells.reduce((sum, cell) => sum + cell.events, 0)).toBe(3);
  });
});

it('counts the gaps, days and slots that the rules count', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = new Random(seed);
    const data = randomProblem(random, { kinds: ['unavailable'] });
    const rules = [
      rule('maxGapsPerWeek', 'groups', { max: 0 }),
      rule('maxLoadPerWeek', 'groups', { max: 0 }),
      rule('maxGapsPerWeek', 'instructors', { max: 0 }),
      rule('maxLoadPerWeek', 'instructors', { max: 0 }),
    ];
    const problemOfSeed = built({ ...data, rules: [...data.rules, ...rules] });
    const placed = randomTimetable(problemOfSeed, random);
    const counted = new Map<string, number>();
    for (const { kind, amount } of evaluate(problemOfSeed, placed).violations) {
      counted.set(kind, (counted.get(kind) ?? 0) + amount);
    }
    const { groups, instructors } = statisticsOf(problemOfSeed, placed);
    const loads = [...groups, ...instructors];
    const total = (figure: 'gaps' | 'slots') =>
      loads.flatMap((load) => load.weeks).reduce((sum, week) => sum + week[figure], 0);
    expect(total('gaps')).toBe(counted.get('maxGapsPerWeek') ?? 0);
    expect(total('slots')).toBe(counted.get('maxLoadPerWeek') ?? 0);
  }
});

it('measures days of many slots by their minutes', () => {
  const slots = Array.from({ length: 24 }, (_, index) => {
    const clock = (half: number) =>
      `${String(Math.floor(half / 2) + 8).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
    return { start: clock(index), end: clock(index + 1) };
  });
  const long = built({
    ...school,
    calendar: { ...school.calendar, slots, breaks: [], weekCount: 1 },
    events: school.events.map((event) => ({ ...event, duration: 2, weeks: [0] })),
    rules: [{ ...rule('unavailable', 'instructors', { slots: [{ day: 'mon', slots: [2] }] }), id: 'away' }],
  });
  const placed = timetableOf(long, { a: { time: 'mon@0', rooms: ['small'] }, b: { time: 'mon@6', rooms: ['small'] } });
  const facts = statisticsOf(long, placed);
  expect(facts.instructors[0]?.average).toMatchObject({
    slots: 4,
    minutes: 120,
    days: 1,
    gaps: 3,
    gapMinutes: 90,
  });
  const { rows, cells } = facts.profile;
  expect(rows[0]).toEqual({ start: 480, end: 540 });
  expect(cells.filter((cell) => cell.events > 0)).toHaveLength(2);
  expect(facts.rooms[0]?.openMinutes).toBe(2 * 24 * 30);
});

it('covers a whole university in a moment', () => {
  const { problem: data, planted } = enterpriseProblem(enterpriseSize(1));
  const university = built(data);
  const placed = valueIn(fromTimetableData(university, planted));
  let found = statisticsOf(university, placed);
  const milliseconds = processorTime(() => {
    found = statisticsOf(university, placed);
  });
  const { groups, instructors, rooms } = found;
  const loads = [...groups, ...instructors, ...rooms.map(({ load }) => load)];
  console.log(`statistics of ${loads.length} loads: ${Math.round(milliseconds)} ms`);
  expect(loads.reduce((sum, load) => sum + load.events, 0)).toBeGreaterThan(2494);
  // ten times what it takes on a fast machine
  expect(milliseconds).toBeLessThan(500);
});
