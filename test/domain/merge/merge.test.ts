import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { type MergeChoices, mergedChanges, undecided } from '../../../src/domain/merge/apply-merge.ts';
import { type MergeChoice, type MergeSide, mergeSteps } from '../../../src/domain/merge/merge.ts';
import { renamedAssignment, renamedProblem } from '../../../src/domain/merge/rename.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { invert, listNames } from '../../../src/domain/operations/operation.ts';
import type { CoverData, EventData, ProblemData } from '../../../src/domain/problem-data.ts';
import { finish } from '../../../src/domain/steps.ts';
import type { AssignmentData } from '../../../src/domain/timetable.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

const place = (eventId: string, timeId: string): AssignmentData => ({
  eventId,
  timeId,
  roomIds: ['r1'],
  instructorIds: ['ana'],
});

function side(problem: ProblemData, assignments: readonly AssignmentData[] = []): MergeSide {
  return { problem, timetable: { assignments } };
}

/** Every way to choose is one operation that can be taken back, and the problem still makes sense. */
function merged(mine: MergeSide, theirs: MergeSide, base: MergeSide | null = null, choices: MergeChoices = new Map()) {
  const plan = finish(mergeSteps(mine, theirs, base));
  const document = { problem: mine.problem, timetables: new Map([['t', mine.timetable ?? { assignments: [] }]]) };
  const changes = finish(mergedChanges(mine.problem, document, plan, choices, 't'));
  const after = valueIn(applyChanges(document, changes));
  expect(buildProblem(after.problem)).toMatchObject({ ok: true });
  expect(valueIn(applyChanges(after, invert(changes)))).toEqual(document);
  return { plan, changes, problem: after.problem, places: after.timetables.get('t')?.assignments ?? [] };
}

function withRooms(...rooms: ProblemData['rooms']): ProblemData {
  return { ...smallSchool, rooms };
}
const [room1, room2] = smallSchool.rooms as [ProblemData['rooms'][0], ProblemData['rooms'][0]];

describe('two projects', () => {
  test('that are the same merge into the same', () => {
    const { plan, changes } = merged(
      side(smallSchool, [place('all', 'mon@0')]),
      side(smallSchool, [place('all', 'mon@0')]),
    );
    expect(plan).toMatchObject({ entries: [], onlyMine: 0 });
    expect(changes).toEqual([]);
  });

  test('that differ only in their ids are the same: whatever refers to something is followed', () => {
    const mine: ProblemData = {
      ...smallSchool,
      meetingTimes: [{ id: 'twice', days: ['mon', 'tue'], start: 0, length: 1 }],
      rooms: smallSchool.rooms.map((room) => ({ ...room, travel: [{ roomId: 'r1', minutes: 5 }] })),
      students: [{ id: 's', name: 'Mia', eventIds: ['left'], courseIds: ['maths'] }],
      courses: smallSchool.courses.map((course) => ({ ...course, configurations: [{ parts: [['all'], ['left']] }] })),
      events: smallSchool.events.map((event, index) => ({
        ...event,
        times: [{ id: 'twice' }, { id: 'mon@3', penalty: 2 }],
        rooms: [{ id: 'r2', penalty: 1 }],
        lock: { timeId: 'mon@3', roomIds: ['r2'], published: ['time'] },
        stay: { timeId: 'twice', instructorIds: ['ana'] },
        ...(index === 1 ? { parentId: 'all' } : {}),
      })),
      rules: [
        ...smallSchool.rules,
        {
          id: 'suit',
          kind: 'roomSuitability',
          scope: { of: 'events', ids: ['all'], except: ['left'] },
          params: { roomIds: ['r1'] },
          hard: true,
          weight: 1,
        },
        {
          id: 'stay',
          kind: 'minimalChange',
          scope: { of: 'events' },
          params: { reference: [place('all', 'tue@1')] },
          hard: false,
          weight: 1,
        },
      ],
    };
    const ids = new Map(
      listNames.map((list) => [list, new Map(mine[list].map(({ id }) => [id, `other ${id}`] as const))] as const),
    );
    const days = new Map(mine.calendar.days.map(({ id }) => [id, `other ${id}`]));
    const renamed = renamedProblem(mine, { ids, days });
    expect(JSON.stringify(renamed.events)).not.toMatch(/"(?:mon|tue|r1|r2|ana|ben|left|right|maths|twice)["@]/);
    const theirs = side(renamed, [renamedAssignment(place('all', 'tue@0'), { ids, days })]);
    const plan = finish(mergeSteps(side(mine, [place('all', 'tue@0')]), theirs, null));
    expect(plan.entries).toEqual([]);
  });

  test('of two departments with ids of their own: what has the same name is the same, the rest is added', () => {
    const ids: Record<string, string> = { ana: '1', ben: '2', r1: '1', r2: '2', year: 'a', left: 'b', right: 'c' };
    const event = (id: string, courseId: string, groupId: string): EventData => ({
      id,
      courseId,
      duration: 1,
      groupIds: [groupId],
      instructors: [{ id: '1' }],
    });
    const theirs: ProblemData = {
      ...smallSchool,
      rooms: smallSchool.rooms.map((room) => ({ ...room, id: ids[room.id] ?? '' })),
      instructors: [
        { id: '1', name: 'ANA ' },
        { id: 'ben', name: 'Cleo' },
      ],
      groups: [{ id: 'a', name: 'Year', size: 30 }],
      // The same ids as here, for something else.
      courses: [
        { id: 'maths', name: 'Chemistry' },
        { id: 'x', name: 'Mathematics' },
      ],
      events: [event('left', 'maths', 'a'), event('new', 'x', 'a')],
      rules: [],
      name: 'Other',
    };
    const { problem, plan } = merged(side(smallSchool), side(theirs));
    expect(plan.entries.map(({ list, kind, id }) => [list, kind, id])).toEqual([
      ['courses', 'added', 'chemistry'],
      ['instructors', 'added', 'cleo'],
      ['events', 'added', expect.any(String)],
    ]);
    expect(problem.courses.map(({ name }) => name)).toEqual(['Mathematics', 'Laboratory', 'Chemistry']);
    expect(problem.rooms).toEqual(smallSchool.rooms);
    expect(problem.events.at(-1)).toMatchObject({
      courseId: 'chemistry',
      groupIds: ['year'],
      instructors: [{ id: 'ana' }],
    });
    expect(problem.events).toHaveLength(smallSchool.events.length + 1);
  });

  test('without a common past everything that differs is a conflict, except what only one says', () => {
    const theirs = withRooms({ ...room1, capacity: 40 }, { ...room2, building: 'East' });
    const mine = withRooms(room1, { ...room2, type: 'lab' });
    const { plan, problem } = merged(side(mine), side(theirs));
    expect(plan.entries.map(({ id, kind, usual }) => [id, kind, usual])).toEqual([
      ['r1', 'conflict', null],
      ['r2', 'changed', 'merged'],
    ]);
    expect(undecided(plan, new Map())).toHaveLength(1);
    expect(problem.rooms).toEqual([room1, { ...room2, type: 'lab', building: 'East' }]);
  });

  const choices: readonly (readonly [MergeChoice, readonly number[]])[] = [
    ['mine', [30, 15]],
    ['theirs', [40, 15]],
    ['both', [30, 15, 40]],
  ];
  test.each(choices)('a conflict is settled by choosing %s', (choice, capacities) => {
    const theirs = side(withRooms({ ...room1, capacity: 40 }, room2));
    const { problem } = merged(side(smallSchool), theirs, null, new Map([['rooms r1', choice]]));
    expect(problem.rooms.map(({ capacity }) => capacity)).toEqual(capacities);
  });
});

describe('with a common past', () => {
  const base = side(smallSchool, [place('all', 'mon@0'), place('right', 'mon@1')]);

  test('what one side changed is taken from it, field by field', () => {
    const mine = side(withRooms({ ...room1, capacity: 31 }, room2), base.timetable?.assignments);
    const theirs = side(withRooms({ ...room1, building: 'East' }, { ...room2, capacity: 16 }), [
      place('all', 'tue@0'),
      place('right', 'mon@1'),
    ]);
    const { plan, problem, places } = merged(mine, theirs, base);
    expect(undecided(plan, new Map())).toEqual([]);
    expect(problem.rooms).toEqual([
      { ...room1, capacity: 31, building: 'East' },
      { ...room2, capacity: 16 },
    ]);
    expect(places.map(({ timeId }) => timeId)).toEqual(['tue@0', 'mon@1']);
  });

  test('what both changed, or one removed and the other changed, has to be decided', () => {
    const mine = side(withRooms({ ...room1, capacity: 31 }, { ...room2, capacity: 16 }), [place('all', 'mon@1')]);
    const theirs = side(withRooms({ ...room1, capacity: 32 }), [place('all', 'tue@0')]);
    const { plan, problem } = merged(mine, theirs, base);
    expect(undecided(plan, new Map()).map(({ key }) => key)).toEqual(['rooms r1', 'rooms r2', 'places all']);
    expect(problem.rooms).toEqual(mine.problem.rooms);
  });

  test('what they removed goes, with everything that has no meaning without it', () => {
    const theirs = {
      ...smallSchool,
      courses: smallSchool.courses.slice(0, 1),
      events: smallSchool.events.slice(0, 1),
    };
    const { problem, places } = merged(base, side(theirs, base.timetable?.assignments), base);
    expect(problem.courses.map(({ id }) => id)).toEqual(['maths']);
    expect(problem.events.map(({ id }) => id)).toEqual(['all']);
    expect(places.map(({ eventId }) => eventId)).toEqual(['all']);
  });

  test('what was removed here stays away', () => {
    const { plan, problem } = merged(side(withRooms(room1)), base, base);
    expect(plan.entries.filter(({ list }) => list === 'rooms')).toEqual([]);
    expect(problem.rooms).toEqual([room1]);
  });
});

describe('what is left out', () => {
  test('leaves no reference behind', () => {
    const theirs: ProblemData = {
      ...smallSchool,
      courses: [...smallSchool.courses, { id: 'art', name: 'Art' }],
      instructors: [...smallSchool.instructors, { id: 'dee', name: 'Dee' }],
      events: [
        ...smallSchool.events,
        { id: 'a1', courseId: 'art', duration: 1, groupIds: ['left'] },
        { id: 'm2', courseId: 'maths', name: 'Extra', duration: 1, groupIds: ['left'], instructors: [{ id: 'dee' }] },
      ],
    };
    const left: MergeChoices = new Map([
      ['courses art', 'mine'],
      ['instructors dee', 'mine'],
    ]);
    const { problem } = merged(side(smallSchool), side(theirs), null, left);
    expect(problem.events.at(-1)).toEqual({
      id: 'm2',
      courseId: 'maths',
      name: 'Extra',
      duration: 1,
      groupIds: ['left'],
    });
    expect(problem.courses).toEqual(smallSchool.courses);
  });

  test('of another week everything but times is merged, and that is said', () => {
    const theirs: ProblemData = {
      ...smallSchool,
      calendar: { ...smallSchool.calendar, days: [{ id: 'sat', name: 'Saturday' }], closed: [] },
      rooms: [...smallSchool.rooms, { id: 'gym', name: 'Gym', capacity: 80 }],
      rules: [],
    };
    const { plan, problem } = merged(side(smallSchool), side(theirs, [place('all', 'sat@0')]));
    expect(plan.remarks.map(({ code }) => code)).toEqual(['merge.calendar']);
    expect(problem.calendar).toEqual(smallSchool.calendar);
    expect(problem.rooms.at(-1)?.id).toBe('gym');
    expect(plan.entries.filter(({ list }) => list === 'places')).toEqual([]);
  });
});

describe('covers and enrolments', () => {
  const student = { id: 's', name: 'Mia', eventIds: [], courseIds: ['maths'] };
  const school: ProblemData = { ...smallSchool, students: [student] };
  const cover = (date: string, coveringId: string) => ({ date, eventId: 'all', absentIds: ['ana'], coveringId });
  const [own, other] = [cover('2026-10-05', 'ben'), cover('2026-10-06', 'ben')];
  const enrolled = (eventIds: readonly string[]) => [{ studentId: 's', eventIds }];
  const sideOf = (covers: readonly CoverData[], eventIds: readonly string[]): MergeSide => ({
    problem: { ...school, covers },
    timetable: { assignments: [], enrolments: enrolled(eventIds) },
  });

  function outcome(mine: MergeSide, theirs: MergeSide, base: MergeSide | null, choices: MergeChoices = new Map()) {
    const plan = finish(mergeSteps(mine, theirs, base));
    const document = { problem: mine.problem, timetables: new Map([['t', mine.timetable ?? { assignments: [] }]]) };
    const changes = finish(mergedChanges(mine.problem, document, plan, choices, 't'));
    const after = valueIn(applyChanges(document, changes));
    expect(valueIn(applyChanges(after, invert(changes)))).toEqual(document);
    return { plan, covers: after.problem.covers ?? [], enrolments: after.timetables.get('t')?.enrolments ?? [] };
  }

  test('that are new there are added; what only one side changed since is taken from it', () => {
    const base = sideOf([own], ['all']);
    const result = outcome(sideOf([own], ['all']), sideOf([own, other], ['left']), base);
    expect(result.plan.entries.map(({ list, kind }) => [list, kind])).toEqual([
      ['enrolments', 'changed'],
      ['covers', 'added'],
    ]);
    expect(result.covers).toEqual([own, other]);
    expect(result.enrolments).toEqual(enrolled(['left']));
    const kept = outcome(sideOf([own, other], ['left']), sideOf([own], ['all']), base);
    expect(kept.plan.entries).toEqual([]);
    expect(kept.covers).toEqual([own, other]);
  });

  test('that went there go here; what both changed has to be decided', () => {
    const base = sideOf([own], ['all']);
    expect(outcome(base, sideOf([], ['all']), base).covers).toEqual([]);
    const theirs = sideOf([cover('2026-10-05', 'ana')], []);
    const mine = sideOf([{ ...own, coveringId: 'cleo' }], ['left']);
    const { plan } = outcome(mine, theirs, base);
    const open = undecided(plan, new Map());
    expect(open.map(({ list }) => list).sort()).toEqual(['covers', 'enrolments']);
    const chosen = new Map(open.map(({ key }) => [key, 'theirs'] as const));
    const result = outcome(mine, theirs, base, chosen);
    expect(result.covers).toEqual([cover('2026-10-05', 'ana')]);
    expect(result.enrolments).toEqual(enrolled([]));
  });

  test('follow what they refer to under other ids, and go with it', () => {
    const theirs = sideOf([other], ['all']);
    const renaming = {
      ids: new Map([
        ['events' as const, new Map([['all', 'e99']])],
        ['instructors' as const, new Map([['ana', 'i7']])],
        ['students' as const, new Map([['s', 'mia']])],
      ]),
      days: new Map<string, string>(),
    };
    const elsewhere: MergeSide = {
      problem: renamedProblem(theirs.problem, renaming),
      timetable: { assignments: [], enrolments: [{ studentId: 'mia', eventIds: ['e99'] }] },
    };
    const mine: MergeSide = { problem: school, timetable: { assignments: [] } };
    const { plan, covers, enrolments } = outcome(mine, elsewhere, null);
    expect(plan.entries.map(({ list, kind }) => [list, kind])).toEqual([
      ['enrolments', 'added'],
      ['covers', 'added'],
    ]);
    expect(covers).toEqual([other]);
    expect(enrolments).toEqual(enrolled(['all']));
  });
});
