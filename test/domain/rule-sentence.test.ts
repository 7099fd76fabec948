import { expect, it } from 'vitest';
import { exampleCalendar, exampleEvent, exampleProblem } from '../../src/domain/constraints/example-data.ts';
import { definitionOf } from '../../src/domain/constraints/registry.ts';
import type { RuleParams, Scope } from '../../src/domain/problem-data.ts';
import { ruleSentence, sentenceParts } from '../../src/domain/rule-sentence.ts';
import type { NameLimit } from '../../src/domain/scope-text.ts';

const data = exampleProblem({
  calendar: exampleCalendar(6),
  events: [exampleEvent('a', { name: 'Algebra' }), exampleEvent('b', { courseId: 'art' }), exampleEvent('c')],
  instructors: ['Ada', 'Ben', 'Cleo', 'Dora', 'Eve'].map((name) => ({ id: name.toLowerCase(), name })),
  rules: [],
});

function told(kind: string, scope: Scope, params: RuleParams = {}, most?: NameLimit): string {
  const definition = definitionOf(kind);
  if (definition === undefined) throw new Error(`There is no rule ${kind}`);
  return ruleSentence(data, definition, { scope, params }, most);
}

it.each([
  [told('maxGapsPerDay', { of: 'groups' }), 'Every group has no gaps a day'],
  [told('maxGapsPerDay', { of: 'groups', ids: ['g'] }, { max: 1 }), 'Group 1 has at most 1 gap a day'],
  [
    told('instructorLoad', { of: 'instructors', except: ['ada'] }, { min: 4, max: 8 }),
    'Every instructor except Ada teaches 4 to 8 slots a week',
  ],
  [
    told('unavailable', { of: 'instructors', ids: ['ada', 'ben'] }, { slots: [{ day: 'mon', slots: [1, 0, 3] }] }),
    'Ada and Ben are each not available on Monday 08:00–10:00, 11:00–12:00',
  ],
  [
    told('unavailable', { of: 'rooms', tags: ['old'] }, { slots: [{ day: 'tue', slots: [0, 1, 2, 3, 4, 5] }] }),
    'Every room tagged old is not available on Tuesday',
  ],
  [told('differentDays', { of: 'courses' }), 'The events of each course are on different days of the week'],
  [told('differentDays', { of: 'events', ids: ['a', 'b'] }), 'Algebra and Art are on different days of the week'],
  [told('slotUse', { of: 'groups' }), 'The events of all groups use 0 to 10 slots, counted over the whole week'],
  [
    told('roomSuitability', { of: 'courses', ids: ['art'] }, { roomIds: ['r1', 'r2'] }),
    'Every event of Art is held in Room 1 or Room 2',
  ],
  [
    told('lunch', { of: 'groups' }, { window: { from: 3, to: 5 } }),
    'Every group has 1 free slot between 11:00 and 13:00 on days with lessons',
  ],
])('says a rule in the names of the problem: %s', (sentence, wanted) => {
  expect(sentence).toBe(wanted);
});

it('writes a name at its beginning as it is', () => {
  const coded = { ...data, instructors: [{ id: 'ada', name: 'pe01-a' }] };
  const definition = definitionOf('maxDays') as NonNullable<ReturnType<typeof definitionOf>>;
  const scope: Scope = { of: 'instructors', ids: ['ada'] };
  expect(ruleSentence(coded, definition, { scope, params: {} })).toMatch(/^pe01-a has /);
});

it('counts those beyond the first three, and names all of them when asked to', () => {
  const scope: Scope = { of: 'instructors', ids: ['ada', 'ben', 'cleo', 'dora', 'eve'] };
  expect(told('maxDays', scope)).toBe('Ada, Ben, Cleo and 2 others each have events on at most 4 days a week');
  expect(told('maxDays', scope, {}, 'all')).toContain('Ada, Ben, Cleo, Dora and Eve each');
});

it('tells whom it is about and what can be set from the words', () => {
  const definition = definitionOf('maxDays');
  const parts = sentenceParts(data, definition as NonNullable<typeof definition>, {
    scope: { of: 'instructors' },
    params: { max: 3 },
  });
  expect(parts.filter(({ kind }) => kind !== 'words')).toEqual([
    { kind: 'subject', text: 'Every instructor' },
    { kind: 'value', text: '3 days' },
  ]);
});
