import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../src/domain/constraints/definition.ts';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import { amountsByRule, evaluate } from '../../src/domain/evaluate.ts';
import { explainViolation } from '../../src/domain/explain.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { compareScores } from '../../src/domain/score.ts';
import { built, timetableOf } from '../support/build.ts';

/** Score, and what is violated: kind, amount and the sentence. */
function judged(change: Partial<ProblemData>, timetable: RuleExample['timetable']) {
  const problem = built(exampleProblem({ rules: [], ...change }));
  const evaluation = evaluate(problem, timetableOf(problem, timetable));
  return {
    score: evaluation.score,
    found: evaluation.violations.map((item) => [item.kind, item.amount, explainViolation(problem, item)]),
    rows: amountsByRule(problem, evaluation),
  };
}

const noGroup = { groupIds: [] };
const groups = [
  { id: 'year', name: 'Year', size: 40 },
  { id: 'g1', name: 'Group 1', size: 20, parentId: 'year' },
  { id: 'g2', name: 'Group 2', size: 20, parentId: 'year' },
  { id: 'g1a', name: 'Group 1a', size: 10, parentId: 'g1' },
  { id: 'g1b', name: 'Group 1b', size: 10, parentId: 'g1' },
  { id: 'choir', name: 'Choir', size: 9, overlaps: ['g1'] },
];

/** Group clash units of two events of the given groups at the same time. */
function clashOf(first: string, second: string): number {
  const events = [exampleEvent('a', { groupIds: [first] }), exampleEvent('b', { groupIds: [second] })];
  return judged({ groups, events }, { a: { time: 'mon@0' }, b: { time: 'mon@0' } }).score.hard;
}

describe('groups', () => {
  it('never lets siblings clash', () => {
    expect(clashOf('g1', 'g2')).toBe(0);
    expect(clashOf('g1a', 'g1b')).toBe(0);
  });

  it('lets a year clash with the subgroups inside it, once for each and for the students each shares', () => {
    expect(clashOf('year', 'g2')).toBe(1);
    expect(clashOf('year', 'g1b')).toBe(2);
    expect(clashOf('year', 'g1')).toBe(4);
    expect(clashOf('year', 'year')).toBe(5);
  });

  it('lets groups clash that share students, in both directions and for subgroups, but not others', () => {
    expect(clashOf('choir', 'g1a')).toBe(1);
    expect(clashOf('g1', 'choir')).toBe(2);
    expect(clashOf('choir', 'g2')).toBe(0);
  });

  it('names the students who cannot be in two places', () => {
    const events = [exampleEvent('a', { groupIds: ['choir'] }), exampleEvent('b', { groupIds: ['g1a'], name: 'Ball' })];
    const { found } = judged({ groups, events }, { a: { time: 'mon@0' }, b: { time: 'mon@0' } });
    expect(found).toEqual([
      ['groupClash', 1, 'The students of Group 1a ∩ Choir have 2 events on Monday 08:00–09:00: Mathematics and Ball'],
    ]);
  });
});

describe('weeks', () => {
  const calendar = { ...exampleCalendar(4), weekCount: 2 };
  const timetable = { a: { time: 'mon@0', rooms: ['r1'] }, b: { time: 'mon@0', rooms: ['r1'] } };

  it('never lets events of alternate weeks clash', () => {
    const events = [exampleEvent('a', { weeks: [0], roomCount: 1 }), exampleEvent('b', { weeks: [1], roomCount: 1 })];
    expect(judged({ calendar, events }, timetable).score).toEqual({ unplaced: 0, hard: 0, soft: 0 });
  });

  it('lets an event of every week clash with one of some, and says in which week', () => {
    const events = [
      exampleEvent('a', { ...noGroup, weeks: [1], roomCount: 1 }),
      exampleEvent('b', { ...noGroup, roomCount: 1 }),
    ];
    expect(judged({ calendar, events }, timetable).found).toEqual([
      ['roomClash', 1, 'Room 1 holds 2 events on Monday (week 2) 08:00–09:00: Mathematics (2 events)'],
    ]);
  });
});

describe('clashes', () => {
  it('counts occupants beyond the capacity of a room, slot by slot', () => {
    const events = ['a', 'b', 'c'].map((id) =>
      exampleEvent(id, { ...noGroup, roomCount: 1, duration: id === 'c' ? 3 : 1 }),
    );
    const timetable = {
      a: { time: 'mon@1', rooms: ['r1'] },
      b: { time: 'mon@1', rooms: ['r1'] },
      c: { time: 'mon@0', rooms: ['r1'] },
    };
    const room = { id: 'r1', name: 'Hall', capacity: 9 };
    expect(judged({ rooms: [room], events }, timetable).score.hard).toBe(2);
    expect(judged({ rooms: [{ ...room, shareable: 2 }], events }, timetable).score.hard).toBe(1);
    expect(judged({ rooms: [{ ...room, shareable: 3 }], events }, timetable).score.hard).toBe(0);
  });

  it('joins neighbouring slots with the same occupants into one violation', () => {
    const events = [exampleEvent('a', { duration: 3 }), exampleEvent('b', { duration: 2, courseId: 'art' })];
    const { found } = judged({ events }, { a: { time: 'mon@0' }, b: { time: 'mon@1' } });
    expect(found).toEqual([['groupClash', 2, 'Group 1 has 2 events on Monday 09:00–11:00: Mathematics and Art']]);
  });

  it('counts an event that has the same room twice', () => {
    const events = [exampleEvent('a', { roomCount: 2, duration: 2 })];
    const { found } = judged({ events }, { a: { time: 'mon@0', rooms: ['r1', 'r1'] } });
    expect(found).toEqual([['roomClash', 2, 'Mathematics has Room 1 more than once on Monday 08:00–10:00']]);
  });

  it('finds an instructor chosen from a pool and one who is fixed in two places', () => {
    const pool = [{ id: 'ada' }, { id: 'ben' }];
    const events = [
      exampleEvent('a', { ...noGroup, instructors: pool, instructorCount: 1 }),
      exampleEvent('b', { ...noGroup, courseId: 'art', instructors: [{ id: 'ada' }] }),
    ];
    const at = (instructor: string) => ({ a: { time: 'mon@0', instructors: [instructor] }, b: { time: 'mon@0' } });
    expect(judged({ events }, at('ben')).score.hard).toBe(0);
    expect(judged({ events }, at('ada')).found).toEqual([
      ['instructorClash', 1, 'Ada has 2 events on Monday 08:00–09:00: Mathematics and Art'],
    ]);
  });
});

describe('placement', () => {
  it('counts an event once, whatever it lacks, and apart from the hard amount', () => {
    const pool = [{ id: 'ada' }, { id: 'ben' }];
    const events = [
      exampleEvent('time'),
      exampleEvent('room', { roomCount: 2 }),
      exampleEvent('both', { roomCount: 1, instructors: pool, instructorCount: 1 }),
    ];
    const { score } = judged({ events }, { room: { time: 'mon@0', rooms: ['r1'] }, both: { time: 'mon@1' } });
    expect(score).toEqual({ unplaced: 3, hard: 0, soft: 0 });
  });

  it('lets an event without a room keep its group busy, and one without a time nothing', () => {
    const events = [exampleEvent('a', { roomCount: 1 }), exampleEvent('b')];
    expect(judged({ events }, { a: { time: 'mon@0' }, b: { time: 'mon@0' } }).score).toEqual({
      unplaced: 1,
      hard: 1,
      soft: 0,
    });
    expect(judged({ events }, { b: { time: 'mon@0' } }).score).toEqual({ unplaced: 1, hard: 0, soft: 0 });
  });

  it('charges slots in breaks and outside the open hours', () => {
    const calendar = { ...exampleCalendar(4, 1), closed: [{ day: 'mon', slots: [2, 3] }] };
    const events = [exampleEvent('a', { duration: 3, times: [{ id: 'mon@0' }, { id: 'tue@1' }] })];
    expect(judged({ calendar, events }, { a: { time: 'mon@0' } }).found).toEqual([
      ['closed', 2, 'Mathematics lies in a break or outside the open hours on Monday 09:00–11:00'],
    ]);
    expect(judged({ calendar, events }, { a: { time: 'tue@1' } }).score.hard).toBe(1);
  });
});

describe('costs', () => {
  it('adds the penalties of the chosen candidates; choices outside the domain cost nothing by themselves', () => {
    const events = [
      exampleEvent('a', {
        times: [{ id: 'mon@0', penalty: 3 }, { id: 'mon@1' }],
        roomCount: 2,
        rooms: [{ id: 'r1', penalty: 2 }],
        instructors: [{ id: 'ada', penalty: 7 }],
      }),
    ];
    const at = (time: string) => judged({ events }, { a: { time, rooms: ['r1', 'r2'] } }).score.soft;
    expect(at('mon@0')).toBe(12);
    expect(at('mon@1')).toBe(9);
  });

  it('weighs soft rules and compares hard amounts first', () => {
    const events = [exampleEvent('a'), exampleEvent('b')];
    const rule = (hard: boolean) => exampleRule('isolated', { scope: { of: 'groups' }, hard, weight: 7 });
    const timetable = { a: { time: 'mon@0' }, b: { time: 'mon@2' } };
    const soft = judged({ events, rules: [rule(false)] }, timetable).score;
    const hard = judged({ events, rules: [rule(true)] }, timetable).score;
    expect(soft).toEqual({ unplaced: 0, hard: 0, soft: 14 });
    expect(hard).toEqual({ unplaced: 0, hard: 2, soft: 0 });
    expect(compareScores(soft, hard)).toBeLessThan(0);
  });

  it('gives amounts by rule in a stable order, zeros and basics included', () => {
    const events = [exampleEvent('a'), exampleEvent('b')];
    const rules = [
      exampleRule('roomCapacity'),
      exampleRule('isolated', { id: 'compact', scope: { of: 'groups' }, weight: 2 }),
    ];
    const { rows } = judged({ events, rules }, { a: { time: 'mon@0' } });
    expect(rows.map((row) => [row.id, row.kind, row.hard, row.amount, row.cost])).toEqual([
      ['roomCapacity', 'roomCapacity', false, 0, 0],
      ['compact', 'isolated', false, 1, 2],
      ['placed', 'placed', true, 1, 1],
      ['roomClash', 'roomClash', true, 0, 0],
      ['instructorClash', 'instructorClash', true, 0, 0],
      ['groupClash', 'groupClash', true, 0, 0],
      ['closed', 'closed', true, 0, 0],
      ['enrolled', 'enrolled', true, 0, 0],
      ['eventLimit', 'eventLimit', true, 0, 0],
      ['preference', 'preference', false, 0, 0],
    ]);
  });
});

describe('rules together', () => {
  it('does not count a slot as a gap in which the person is not available', () => {
    const events = [exampleEvent('a'), exampleEvent('b')];
    const away = exampleRule('unavailable', {
      scope: { of: 'groups' },
      params: { slots: [{ day: 'mon', slots: [1] }] },
    });
    const gaps = exampleRule('maxGapsPerDay', { scope: { of: 'groups' } });
    const timetable = { a: { time: 'mon@0' }, b: { time: 'mon@2' } };
    expect(judged({ events, rules: [gaps] }, timetable).score.soft).toBe(1);
    expect(judged({ events, rules: [gaps, away] }, timetable).score.soft).toBe(0);
  });

  it('measures a day of each week that meeting times tell apart', () => {
    const events = [exampleEvent('a', { weeks: [0] }), exampleEvent('b', { weeks: [1] })];
    const rules = [exampleRule('isolated', { scope: { of: 'groups' } })];
    const calendar = { ...exampleCalendar(4), weekCount: 2 };
    expect(judged({ calendar, events, rules }, { a: { time: 'mon@0' }, b: { time: 'mon@1' } }).score.soft).toBe(2);
  });

  it('counts a pair of events once even if several subgroups attend both', () => {
    const events = [exampleEvent('a', { groupIds: ['year'] }), exampleEvent('b', { groupIds: ['year'] })];
    const rules = [exampleRule('differentDays', { scope: { of: 'groups' } })];
    expect(judged({ groups, events, rules }, { a: { time: 'mon@0' }, b: { time: 'mon@1' } }).score.soft).toBe(1);
  });
});

it('writes names at the beginning of a reason as they are', () => {
  const instructors = [{ id: 'ada', name: 'pe13' }];
  const events = [exampleEvent('a', { ...noGroup, name: 'iOS', instructors: [{ id: 'ada' }] })];
  const only = [{ day: 'tue', slots: [0] }];
  const rules = [
    exampleRule('unavailable', { scope: { of: 'instructors' }, params: { slots: [{ day: 'mon', slots: [0] }] } }),
    exampleRule('preferredTime', { params: { slots: only } }),
  ];
  const sentences = judged({ instructors, events, rules }, { a: { time: 'mon@0' } }).found.map(([, , said]) => said);
  expect(sentences).toEqual([expect.stringMatching(/^pe13 is /), expect.stringMatching(/^iOS starts /)]);
});

it('says every violation of every example in words', async () => {
  const { ruleDefinitions } = await import('../../src/domain/constraints/registry.ts');
  for (const example of ruleDefinitions.flatMap((definition) => definition.examples)) {
    const problem = built(example.problem);
    for (const violation of evaluate(problem, timetableOf(problem, example.timetable)).violations) {
      const sentence = explainViolation(problem, violation);
      expect(sentence).toMatch(/^[A-Z0-9].{10,}[^.]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\s\s| $/);
    }
  }
});
