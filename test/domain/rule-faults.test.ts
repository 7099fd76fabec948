import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { ruleFaults } from '../../src/domain/rule-faults.ts';

const data = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a'), exampleEvent('b', { courseId: 'art' })],
  rules: [],
});
const isBuilt = (rule: RuleData) => buildProblem({ ...data, rules: [rule] }).ok;
const fieldsOf = (rule: RuleData) => ruleFaults(data, rule).map(({ field }) => field);

describe.each(ruleDefinitions.map((definition) => [definition.id, definition] as const))(
  'rules of %s',
  (id, definition) => {
    const members = { events: 'a', courses: 'art', groups: 'g', instructors: 'ada', rooms: 'r1' };
    // a reference must place something
    const params = id === 'minimalChange' ? { reference: [{ eventId: 'a', roomIds: [], instructorIds: [] }] } : {};

    it.each(definition.scopes.map((of) => [of]))('are found sound about %s where they can be built', (of) => {
      for (const scope of [{ of }, { of, ids: [members[of]] }, { of, tags: ['x'] }, { of, except: [members[of]] }]) {
        const rule = exampleRule(id, { scope, params });
        expect(fieldsOf(rule)).toEqual([]);
        expect(isBuilt(rule)).toBe(true);
      }
    });

    const [of = 'events'] = definition.scopes;
    it('are refused beside each parameter that is out of its range', () => {
      for (const [name, spec] of Object.entries(definition.params)) {
        const wrong = {
          integer: spec.type === 'integer' ? spec.max + 1 : 0,
          boolean: 'yes',
          slots: [{ day: 'sun', slots: [0] }],
          slotRange: { from: 2, to: 9 },
          ids: ['nobody'],
          placements: 'elsewhere',
        }[spec.type];
        const rule = exampleRule(id, { scope: { of }, params: { ...params, [name]: wrong } });
        expect(fieldsOf(rule)).toEqual([name]);
        expect(isBuilt(rule)).toBe(false);
      }
    });
  },
);

it.each([
  ['a weight of 0', exampleRule('roomCapacity', { weight: 0 }), 'weight'],
  ['a weight that is not whole', exampleRule('roomCapacity', { weight: 1.5 }), 'weight'],
  ['a scope of nobody', exampleRule('roomCapacity', { scope: { of: 'events', ids: [] } }), 'scope'],
  ['somebody who is not there', exampleRule('roomCapacity', { scope: { of: 'events', ids: ['x'] } }), 'scope'],
  ['a scope that makes no sense', exampleRule('lunch', { scope: { of: 'rooms' } }), 'scope'],
  [
    'limits that contradict each other',
    exampleRule('instructorLoad', { scope: { of: 'instructors' }, params: { min: 9, max: 8 } }),
    'min',
  ],
])('refuses %s beside its field', (_what, rule, field) => {
  expect(fieldsOf(rule)).toEqual([field]);
});

it('refuses rules about the shape of days where days are too long for them', () => {
  const long = { ...data, calendar: exampleCalendar(6) };
  const slots = Array.from({ length: 20 }, (_, slot) => ({
    start: `${10 + Math.floor(slot / 2)}:${slot % 2 ? 30 : '00'}`,
    end: `${10 + Math.floor((slot + 1) / 2)}:${slot % 2 ? '00' : 30}`,
  }));
  const faults = ruleFaults(
    { ...long, calendar: { ...long.calendar, slots } },
    exampleRule('lunch', { scope: { of: 'groups' } }),
  );
  expect(faults.map(({ field }) => field)).toEqual(['kind']);
});

it('leaves rules that are switched off out of the problem, whatever is wrong with them', () => {
  const result = buildProblem({
    ...data,
    rules: [
      exampleRule('magic', { id: 'unknown', enabled: false }),
      exampleRule('maxDays', { id: 'own', scope: { of: 'groups', ids: ['g'] }, enabled: false }),
      exampleRule('maxDays', { id: 'all', scope: { of: 'groups' } }),
    ],
  });
  const rules = result.ok ? result.value.rules : [];
  expect(rules.map(({ index, data: { id }, resources }) => [index, id, resources.length])).toEqual([[0, 'all', 1]]);
});
