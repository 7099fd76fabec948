import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { CalendarData, GroupData, ProblemData } from '../../src/domain/problem-data.ts';
import { resolveTime, timeIdFor } from '../../src/domain/time-ids.ts';
import { built } from '../support/build.ts';

const sound = exampleProblem({ events: [exampleEvent('a')], rules: [] });
const calendar = (change: Partial<CalendarData>): Partial<ProblemData> => ({
  calendar: { ...exampleCalendar(4), ...change },
});
const group = (id: string, change: Partial<GroupData> = {}): GroupData => ({ id, name: id, size: 10, ...change });
const slot = { start: '08:00', end: '09:00' };

const errors: readonly (readonly [string, Partial<ProblemData>, string, string])[] = [
  ['no days', calendar({ days: [] }), 'problem.emptyCalendar', 'calendar.days'],
  ['no slots', calendar({ slots: [] }), 'problem.emptyCalendar', 'calendar.slots'],
  ['week count 0', calendar({ weekCount: 0 }), 'problem.weekCount', 'calendar.weekCount'],
  ['week count 53', calendar({ weekCount: 53 }), 'problem.weekCount', 'calendar.weekCount'],
  ['week count 1.5', calendar({ weekCount: 1.5 }), 'problem.weekCount', 'calendar.weekCount'],
  ['slots out of order', calendar({ slots: [slot, slot] }), 'problem.clockTime', 'calendar.slots[1]'],
  [
    'a slot at 25:00',
    calendar({ slots: [{ start: '25:00', end: '26:00' }] }),
    'problem.clockTime',
    'calendar.slots[0]',
  ],
  [
    'break outside',
    calendar({ breaks: [{ name: 'B', slot: 4 }] }),
    'problem.slotOutOfRange',
    'calendar.breaks[0].slot',
  ],
  [
    'closed day unknown',
    calendar({ closed: [{ day: 'x', slots: [0] }] }),
    'problem.unknownReference',
    'calendar.closed[0].day',
  ],
  ['two rooms of one id', { rooms: [...sound.rooms, ...sound.rooms] }, 'problem.duplicateId', 'rooms[2].id'],
  ['an empty id', { courses: [...sound.courses, { id: '', name: '' }] }, 'problem.emptyId', 'courses[2].id'],
  ['negative capacity', { rooms: [{ id: 'r', name: 'R', capacity: -1 }] }, 'problem.number', 'rooms[0].capacity'],
  ['fractional capacity', { rooms: [{ id: 'r', name: 'R', capacity: 1.5 }] }, 'problem.number', 'rooms[0].capacity'],
  ['endless group', { groups: [group('g', { size: Infinity })] }, 'problem.number', 'groups[0].size'],
  ['group inside itself', { groups: [group('g', { parentId: 'g' })] }, 'problem.groupCycle', 'groups[0].parentId'],
  [
    'groups inside each other',
    { groups: [group('g', { parentId: 'h' }), group('h', { parentId: 'g' })] },
    'problem.groupCycle',
    'groups[0].parentId',
  ],
  ['unknown parent', { groups: [group('g', { parentId: 'x' })] }, 'problem.unknownReference', 'groups[0].parentId'],
  [
    'unknown course',
    { events: [exampleEvent('a', { courseId: 'x' })] },
    'problem.unknownReference',
    'events[0].courseId',
  ],
  [
    'unknown group',
    { events: [exampleEvent('a', { groupIds: ['x'] })] },
    'problem.unknownReference',
    'events[0].groupIds[0]',
  ],
  ['no duration', { events: [exampleEvent('a', { duration: 0 })] }, 'problem.number', 'events[0].duration'],
  ['duration NaN', { events: [exampleEvent('a', { duration: Number.NaN })] }, 'problem.number', 'events[0].duration'],
  [
    'unknown time',
    { events: [exampleEvent('a', { times: [{ id: 'x' }] })] },
    'problem.unknownReference',
    'events[0].times[0]',
  ],
  [
    'block that leaves the day',
    { events: [exampleEvent('a', { duration: 2, times: [{ id: 'mon@3' }] })] },
    'problem.slotOutOfRange',
    'events[0].times[0]',
  ],
  [
    'negative penalty',
    { events: [exampleEvent('a', { times: [{ id: 'mon@0', penalty: -1 }] })] },
    'problem.number',
    'events[0].times[0].penalty',
  ],
  [
    'more instructors than the pool has',
    { events: [exampleEvent('a', { instructors: [{ id: 'ada' }], instructorCount: 2 })] },
    'problem.instructorCount',
    'events[0].instructorCount',
  ],
  ['unknown weeks', { events: [exampleEvent('a', { weeks: [1] })] }, 'problem.weeks', 'events[0].weeks'],
  ['unknown rule', { rules: [exampleRule('magic')] }, 'problem.unknownRule', 'rules[0]'],
  ['weight 0', { rules: [exampleRule('roomCapacity', { weight: 0 })] }, 'problem.number', 'rules[0].weight'],
  ['scope that makes no sense', { rules: [exampleRule('lunch')] }, 'problem.ruleScope', 'rules[0].scope.of'],
  [
    'unknown parameter',
    { rules: [exampleRule('roomCapacity', { params: { size: 1 } })] },
    'problem.ruleParameter',
    'rules[0].params.size',
  ],
  [
    'parameter out of range',
    { rules: [exampleRule('minDays', { scope: { of: 'courses' }, params: { min: 99 } })] },
    'problem.ruleParameter',
    'rules[0].params.min',
  ],
  [
    'slot of a parameter out of range',
    { rules: [exampleRule('preferredTime', { params: { slots: [{ day: 'mon', slots: [4] }] } })] },
    'problem.slotOutOfRange',
    'rules[0].params.slots',
  ],
  [
    'scope with an unknown id',
    { rules: [exampleRule('roomCapacity', { scope: { of: 'events', ids: ['x'] } })] },
    'problem.unknownReference',
    'rules[0].scope.ids[0]',
  ],
  [
    'student of an unknown event',
    { students: [{ id: 's', eventIds: ['x'] }] },
    'problem.unknownReference',
    'students[0].eventIds[0]',
  ],
  [
    'meeting time after the end of the day',
    { meetingTimes: [{ id: 't', days: ['mon'], start: 3, length: 2 }] },
    'problem.slotOutOfRange',
    'meetingTimes[0].length',
  ],
  [
    'meeting time with the id of a block',
    { meetingTimes: [{ id: 'mon@1', days: ['tue'], start: 3, length: 1 }] },
    'problem.reservedId',
    'meetingTimes[0].id',
  ],
];

describe('errors', () => {
  it('has none for the problem that the others are made of', () => {
    expect(buildProblem(sound)).toMatchObject({ ok: true, diagnostics: [] });
  });

  it.each(errors)('%s', (_title, change, code, place) => {
    const result = buildProblem({ ...sound, ...change });
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toContainEqual(expect.objectContaining({ code, place, severity: 'error' }));
  });

  it('reports every error at once', () => {
    const result = buildProblem({ ...sound, rules: [exampleRule('magic'), exampleRule('lunch', { id: 'l' })] });
    expect(result.diagnostics.map((item) => item.code)).toEqual(['problem.unknownRule', 'problem.ruleScope']);
  });
});

describe('warnings', () => {
  const remarks = (event: Parameters<typeof exampleEvent>[1]) => {
    const result = buildProblem({ ...sound, events: [exampleEvent('a', event)] });
    expect(result.ok).toBe(true);
    return result.diagnostics.map((item) => item.code);
  };

  it('is one when an event is longer than a day', () => {
    expect(remarks({ duration: 5 })).toEqual(['problem.eventTooLong', 'problem.emptyDomain']);
  });

  it('is one when instructors are needed and nobody is qualified', () => {
    expect(remarks({ instructors: [], instructorCount: 1 })).toEqual(['problem.emptyPool']);
  });

  it('is one when a lock lies outside the candidates, and the lock wins', () => {
    const locked = { times: [{ id: 'mon@0' }], lock: { timeId: 'tue@1' } };
    expect(remarks(locked)).toEqual(['problem.lockOutside']);
    const problem = built({ ...sound, events: [exampleEvent('a', locked)] });
    expect(timeIds(problem, 0)).toEqual(['tue@1']);
  });
});

describe('meeting times', () => {
  it('offers every block that stays in the day and touches no break and no closed slot', () => {
    const problem = built({
      ...sound,
      ...calendar({ breaks: [{ name: 'B', slot: 1, days: ['mon'] }], closed: [{ day: 'tue', slots: [3] }] }),
      events: [exampleEvent('a', { duration: 2 })],
    });
    expect(timeIds(problem, 0)).toEqual(['mon@2', 'tue@0', 'tue@1']);
  });

  it('offers blocks over a break when nothing else remains', () => {
    const problem = built({
      ...sound,
      ...calendar({ breaks: [{ name: 'B', slot: 1 }] }),
      events: [exampleEvent('a', { duration: 4 })],
    });
    expect(timeIds(problem, 0)).toEqual(['mon@0', 'tue@0']);
  });

  it('takes a bare id as the block of the event itself', () => {
    const problem = built({
      ...sound,
      ...calendar({ weekCount: 2 }),
      events: [exampleEvent('a'), exampleEvent('b', { duration: 2 }), exampleEvent('c', { weeks: [1] })],
    });
    const found = [0, 1, 2].map((event) => problem.times[resolveTime(problem, event, 'tue@1')]);
    expect(found.map((time) => [time?.length, time?.weeks])).toEqual([
      [1, [0, 1]],
      [2, [0, 1]],
      [1, [1]],
    ]);
    for (const event of [0, 1, 2]) {
      for (const time of problem.times) {
        expect(resolveTime(problem, event, timeIdFor(problem, event, time.index))).toBe(time.index);
      }
    }
  });

  it('keeps apart only the weeks that some meeting time tells apart', () => {
    const weeks = (events: ProblemData['events']) => built({ ...sound, ...calendar({ weekCount: 4 }), events }).axis;
    expect(weeks([exampleEvent('a')]).weekClassCount).toBe(1);
    expect(weeks([exampleEvent('a', { weeks: [1, 3] })]).classOfWeek).toEqual([0, 1, 0, 1]);
    expect(weeks([exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [0, 1] })]).classOfWeek).toEqual([
      0, 1, 2, 2,
    ]);
  });

  it('lays a meeting time of several days and weeks over its cells', () => {
    const problem = built({
      ...sound,
      ...calendar({ weekCount: 2 }),
      meetingTimes: [{ id: 't', days: ['tue', 'mon'], start: 1, length: 2, weeks: [1] }],
    });
    const time = problem.times[resolveTime(problem, 0, 't')];
    expect(time?.spans).toEqual([
      { dayIndex: 2, mask: 0b110 },
      { dayIndex: 3, mask: 0b110 },
    ]);
    expect(time?.cells).toEqual([9, 10, 13, 14]);
  });
});

describe('events', () => {
  it('counts the attendees: groups, without those inside another listed one, and individual students', () => {
    const problem = built({
      ...sound,
      groups: [group('year', { size: 50 }), group('half', { size: 20, parentId: 'year' }), group('other', { size: 7 })],
      events: [
        exampleEvent('a', { groupIds: ['year', 'half', 'other'] }),
        exampleEvent('b', { groupIds: [], size: 3 }),
      ],
      students: [{ id: 's', eventIds: ['a'] }],
    });
    expect(problem.events.map((event) => event.size)).toEqual([58, 3]);
  });

  it('occupies its class and the instructors only when the whole pool teaches', () => {
    const pool = [{ id: 'ada' }, { id: 'ben' }];
    const problem = built({
      ...sound,
      events: [
        exampleEvent('all', { instructors: pool }),
        exampleEvent('one', { instructors: pool, instructorCount: 1 }),
        exampleEvent('locked', { instructors: pool, instructorCount: 1, lock: { instructorIds: ['ben'] } }),
      ],
    });
    const kinds = problem.events.map((event) => event.staticResources.map((index) => problem.resources[index]?.name));
    expect(kinds).toEqual([
      ['Group 1', 'Mathematics', 'Ada', 'Ben'],
      ['Group 1', 'Mathematics'],
      ['Group 1', 'Mathematics', 'Ben'],
    ]);
    expect(problem.events.map((event) => event.instructorsFixed)).toEqual([true, false, true]);
  });

  it('keeps the pool of a lock that names too few rooms', () => {
    const problem = built({ ...sound, events: [exampleEvent('a', { roomCount: 2, lock: { roomIds: ['r2'] } })] });
    expect(problem.events[0]?.rooms.map((item) => item.index)).toEqual([0, 1]);
  });
});

describe('scopes', () => {
  const problemWith = (...rules: ProblemData['rules']) =>
    built({
      ...sound,
      groups: [group('year'), group('g1', { parentId: 'year' }), group('g2', { parentId: 'year', tags: ['red'] })],
      courses: [
        { id: 'maths', name: 'Mathematics' },
        { id: 'art', name: 'Art', tags: ['red'] },
      ],
      events: [
        exampleEvent('a', { groupIds: ['g1'] }),
        exampleEvent('b', { groupIds: ['year'] }),
        exampleEvent('c', { courseId: 'art', groupIds: [] }),
      ],
      rules,
    });
  const named = (problem: Problem, rule: number) =>
    problem.rules[rule]?.resources.map((index) => problem.resources[index]?.name);

  it('means the smallest subgroups of a group, and the events that any of them attends', () => {
    const problem = problemWith(exampleRule('isolated', { scope: { of: 'groups', ids: ['year'] } }));
    expect(named(problem, 0)).toEqual(['g1', 'g2']);
    expect(problem.rules[0]?.events).toEqual([0, 1]);
  });

  it('takes tags and exceptions', () => {
    const tagged = problemWith(exampleRule('roomStability', { scope: { of: 'courses', tags: ['red'] } }));
    expect(named(tagged, 0)).toEqual(['Art']);
    const others = problemWith(exampleRule('isolated', { scope: { of: 'groups', except: ['g1'] } }));
    expect(named(others, 0)).toEqual(['g2']);
  });

  it('lets the more particular rule of a kind win on a resource', () => {
    const problem = problemWith(
      exampleRule('maxLoadPerDay', { id: 'all', scope: { of: 'groups' } }),
      exampleRule('maxLoadPerDay', { id: 'tag', scope: { of: 'groups', tags: ['red'] } }),
      exampleRule('maxLoadPerDay', { id: 'own', scope: { of: 'groups', ids: ['g2'] } }),
    );
    expect([0, 1, 2].map((rule) => named(problem, rule))).toEqual([['g1'], [], ['g2']]);
  });

  it('keeps the order of ids for rules about an order', () => {
    const problem = problemWith(exampleRule('precedence', { scope: { of: 'events', ids: ['c', 'a'] } }));
    expect(problem.rules[0]?.events).toEqual([2, 0]);
  });
});

it('gets along with a very deep hierarchy of groups', () => {
  const groups = Array.from({ length: 3000 }, (_, index) =>
    group(`g${index}`, index === 0 ? {} : { parentId: `g${index - 1}` }),
  );
  const problem = built({ ...sound, groups, events: [exampleEvent('a', { groupIds: ['g0'] })] });
  expect(problem.groups[0]?.leaves).toEqual([2999]);
});

function timeIds(problem: Problem, event: number): string[] {
  return (problem.events[event]?.times ?? []).map((item) => timeIdFor(problem, event, item.index));
}
