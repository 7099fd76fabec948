import { describe, expect, it } from 'vitest';
import { exampleEvent, exampleProblem, exampleRule } from '../../../src/domain/constraints/example-data.ts';
import { ruleDefinitions } from '../../../src/domain/constraints/registry.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { ruleSentence } from '../../../src/domain/rule-sentence.ts';
import { subjects } from '../../../src/domain/scope-text.ts';
import { built, timetableOf } from '../../support/build.ts';

describe.each(ruleDefinitions.map((definition) => [definition.id, definition] as const))(
  'rule %s',
  (id, definition) => {
    it('is documented and has examples, one of them violated and one kept', () => {
      expect(definition.title.length).toBeGreaterThan(3);
      expect(definition.doc).toMatch(/Sources?: /);
      expect(definition.scopes.length).toBeGreaterThan(0);
      expect(definition.measures.length).toBeGreaterThan(0);
      expect(definition.examples.length).toBeGreaterThanOrEqual(2);
      expect(definition.examples.some((example) => example.amount > 0)).toBe(true);
      expect(definition.examples.some((example) => example.amount === 0)).toBe(true);
    });

    it.each(definition.examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
      const problem = built(example.problem);
      const { violations } = evaluate(problem, timetableOf(problem, example.timetable, example.enrolment));
      const own = violations.filter((violation) => violation.kind === id);
      expect(own.reduce((sum, violation) => sum + violation.amount, 0)).toBe(example.amount);
    });
  },
);

it('has no two kinds of one id or title', () => {
  expect(new Set(ruleDefinitions.map((definition) => definition.id)).size).toBe(ruleDefinitions.length);
  expect(new Set(ruleDefinitions.map((definition) => definition.title)).size).toBe(ruleDefinitions.length);
});

it('measures nothing on an empty day', () => {
  for (const definition of ruleDefinitions) {
    const params = Object.fromEntries(Object.entries(definition.params).map(([name, spec]) => [name, spec.default]));
    for (const measure of definition.measures) {
      const day = { day: 0, slotCount: 8, breakMask: 16, unavailableMask: 3, closedMask: 0, chosenMask: 255 };
      if (measure.term === 'dayShape') expect(measure.amount(0, day, params as never)).toBe(0);
      if (measure.term === 'weekTotal') expect(measure.value(0, day, params as never)).toBe(0);
    }
  }
});

const overriding = ruleDefinitions.filter(({ overrides }) => overrides);

describe.each(overriding.map((definition) => [definition.id, definition] as const))(
  'rules of %s',
  (_id, definition) => {
    it.each(definition.scopes.filter((of) => of !== 'events'))(
      'about one of the %s replace those about tagged ones, and these the general one; exceptions are left out',
      (of) => {
        const names = ['one', 'two', 'three', 'four'];
        const ids = names.map((name) => ({ id: name, ...(name === 'four' ? {} : { tags: ['tagged'] }) }));
        const problem = built(
          exampleProblem({
            rooms: ids.map((item) => ({ ...item, name: item.id, capacity: 30 })),
            instructors: ids.map((item) => ({ ...item, name: item.id })),
            groups: ids.map((item) => ({ ...item, name: item.id, size: 20 })),
            courses: ids.map((item) => ({ ...item, name: item.id })),
            events: ids.map((item) => exampleEvent(item.id, { courseId: item.id, groupIds: [] })),
            rules: [
              exampleRule(definition.id, { id: 'all', scope: { of } }),
              exampleRule(definition.id, { id: 'tagged', scope: { of, tags: ['tagged'], except: ['three'] } }),
              exampleRule(definition.id, { id: 'own', scope: { of, ids: ['one'] } }),
            ],
          }),
        );
        const held = problem.rules.map((rule) => rule.resources.map((resource) => problem.resources[resource]?.name));
        expect(held).toEqual([['three', 'four'], ['two'], ['one']]);
      },
    );
  },
);

it.each(ruleDefinitions.map((definition) => [definition.id, definition] as const))(
  'the sentence of %s says whom it is about and every parameter',
  (_id, definition) => {
    const data = exampleProblem({ rules: [], events: [exampleEvent('a'), exampleEvent('b', { courseId: 'art' })] });
    const places = [...definition.sentence.matchAll(/\{([^|}]+)/g)].map(([, name]) => name ?? '');
    expect(places.filter((name) => subjects.includes(name))).toHaveLength(1);
    const told = Object.entries(definition.params).filter(([, { type }]) => type !== 'placements');
    expect(places.filter((name) => !subjects.includes(name)).sort()).toEqual(told.map(([name]) => name).sort());
    for (const of of definition.scopes) {
      const sentence = ruleSentence(data, definition, { scope: { of }, params: {} });
      expect(sentence).toMatch(/^[A-Z][^{}|]+[^ .]$/);
      expect(sentence).toMatch(new RegExp(`(every|each|all) ${of.slice(0, -1)}`, 'i'));
    }
  },
);
