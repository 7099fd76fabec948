import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import {
  exampleEvent,
  exampleProblem,
  exampleRule,
  exampleWeek,
} from '../../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { explainViolation } from '../../../src/domain/explain.ts';
import type { ProblemData, RuleData } from '../../../src/domain/problem-data.ts';
import { built, timetableOf } from '../../support/build.ts';

const groups = { of: 'groups' } as const;

/** Explanations and amounts of one rule. */
function breaches(data: ProblemData, times: Readonly<Record<string, string>>) {
  const problem = built(data);
  const timetable = Object.fromEntries(Object.entries(times).map(([event, time]) => [event, { time }]));
  const { violations } = evaluate(problem, timetableOf(problem, timetable));
  return violations
    .filter(({ rule }) => rule >= 0)
    .map((violation) => ({ amount: violation.amount, reason: explainViolation(problem, violation) }));
}

describe('parameters that do not go together', () => {
  const slots = [{ day: 'mon', slots: [0, 1] }];
  const reference = [{ eventId: 'a', timeId: 'mon@0', roomIds: [], instructorIds: [] }];
  it.each<readonly [string, string, RuleData]>([
    ['more hours at least than at most', 'min', rule('instructorLoad', 'instructors', { min: 5, max: 4 })],
    ['more slots at least than at most', 'min', rule('slotUse', 'events', { min: 3, max: 2 })],
    ['more slots at least than are chosen', 'min', rule('slotUse', 'events', { min: 3, max: 4, slots })],
    ['a choice of no slot', 'slots', rule('slotUse', 'events', { slots: [{ day: 'mon', slots: [] }] })],
    ['a choice of no slot', 'slots', rule('maxSimultaneous', 'events', { slots: [{ day: 'mon', slots: [] }] })],
    ['a reference without an event', 'reference', rule('minimalChange', 'events', {})],
    [
      'changes that cost nothing',
      'time',
      rule('minimalChange', 'events', { reference, time: 0, room: 0, instructor: 0 }),
    ],
  ])('are refused: %s', (_, name, wrong) => {
    const result = buildProblem(exampleProblem({ events: [exampleEvent('a')], rules: [wrong] }));
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([{ code: 'problem.ruleParameter', place: `rules[0].params.${name}` }]);
  });

  function rule(kind: string, of: 'events' | 'instructors', params: RuleData['params']): RuleData {
    return exampleRule(kind, { scope: { of }, params });
  }
});

it('tells which placements of a reference the problem does not know, and uses the others', () => {
  const reference = [
    { eventId: 'a', timeId: 'mon@0', roomIds: [], instructorIds: [] },
    { eventId: 'gone', timeId: 'mon@1', roomIds: [], instructorIds: [] },
  ];
  const rules = [exampleRule('minimalChange', { params: { reference } })];
  const result = buildProblem(exampleProblem({ events: [exampleEvent('a')], rules }));
  expect(result).toMatchObject({
    ok: true,
    diagnostics: [{ code: 'problem.reference', value: 'gone', values: { strange: 1, all: 2 } }],
  });
  expect(breaches(exampleProblem({ events: [exampleEvent('a')], rules }), { a: 'mon@1' })).toMatchObject([
    { amount: 1 },
  ]);
});

it('counts each week by itself', () => {
  const calendar = { ...exampleWeek(), weekCount: 2 };
  const events = [
    exampleEvent('both', { duration: 2 }),
    exampleEvent('first', { weeks: [0] }),
    exampleEvent('second', { weeks: [1], duration: 2 }),
  ];
  const data = exampleProblem({
    calendar,
    events,
    rules: [exampleRule('maxLoadPerWeek', { scope: groups, params: { max: 3 } })],
  });
  expect(breaches(data, { both: 'mon@0', first: 'tue@0', second: 'tue@0' })).toEqual([
    { amount: 1, reason: 'Group 1 has 4 slots in the week (at most 3)' },
  ]);
});

describe('rest at night', () => {
  const calendar = {
    ...exampleWeek(),
    slots: [slot('07:30', '08:15'), slot('12:00', '12:45'), slot('21:00', '21:45')],
  };
  const data = exampleProblem({
    calendar,
    events: [exampleEvent('a'), exampleEvent('b')],
    rules: [exampleRule('minRest', { scope: groups, params: { hours: 11 } })],
  });

  it('counts an hour that is missing in part', () => {
    // from 21:45 to 7:30 there are nine hours and three quarters
    const reason = 'Group 1 has 2 hours too little rest before Wednesday (at least 11)';
    expect(breaches(data, { a: 'tue@2', b: 'wed@0' })).toEqual([{ amount: 2, reason }]);
  });

  it('does not compare days with a free day between them, nor the end of a week with its start', () => {
    expect(breaches(data, { a: 'mon@2', b: 'wed@0' })).toEqual([]);
    expect(breaches(data, { a: 'fri@2', b: 'mon@0' })).toEqual([]);
  });

  function slot(start: string, end: string) {
    return { start, end };
  }
});

it('looks at the chosen slots only, and names the events of the scope', () => {
  const data = exampleProblem({
    courses: [{ id: 'maths', name: 'Mathematics', tags: ['loud'] }],
    events: [exampleEvent('a', { duration: 2 }), exampleEvent('b')],
    rules: [
      exampleRule('slotUse', {
        scope: { of: 'courses', tags: ['loud'] },
        params: { min: 0, max: 1, slots: [{ day: 'mon', slots: [0, 1, 3] }] },
      }),
    ],
  });
  expect(breaches(data, { a: 'mon@0', b: 'mon@2' })).toEqual([
    { amount: 1, reason: '2 of the chosen slots are used by the events of all courses tagged loud (at most 1)' },
  ]);
});

it('makes one set of equal scopes, and none without events', () => {
  const problem = built(
    exampleProblem({
      events: [exampleEvent('a'), exampleEvent('b')],
      rules: [
        exampleRule('slotUse', { id: 'one', params: { max: 1 } }),
        exampleRule('maxSimultaneous', { id: 'two', scope: { of: 'events', ids: ['b', 'a'] } }),
        exampleRule('maxSimultaneous', { id: 'three', scope: { of: 'events', except: ['a'] } }),
        exampleRule('maxSimultaneous', { id: 'four', scope: { of: 'events', tags: ['nobody'] } }),
      ],
    }),
  );
  const sets = problem.resources.filter(({ kind }) => kind === 'set');
  expect(sets.map(({ name, events }) => [name, events])).toEqual([
    ['all events', [0, 1]],
    ['all events except 1', [1]],
  ]);
  expect(problem.rules.map(({ resources }) => resources.length)).toEqual([1, 1, 1, 0]);
});
