import { expect, it } from 'vitest';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { ruleSentences } from '../../src/ui/state/rule-sentences.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { built } from '../support/build.ts';

it('tells rules with their limits, chosen slots and references in words', () => {
  const reference = [{ eventId: 'a', timeId: 'mon@0', roomIds: [], instructorIds: [] }];
  const slots = [{ day: 'mon', slots: [0, 1] }];
  const problem = built(
    exampleProblem({
      events: [exampleEvent('a')],
      rules: [
        exampleRule('instructorLoad', { scope: { of: 'instructors', except: ['ada'] }, params: { min: 4, max: 8 } }),
        exampleRule('maxSimultaneous', { params: { max: 2, slots }, weight: 3 }),
        exampleRule('minimalChange', { params: { reference, time: 5 }, hard: true }),
      ],
    }),
  );
  const told = ruleSentences(problem, createTranslate(en)).map(({ title, params, scopes, strength }) =>
    [title, scopes.join(), params, strength].join(' | '),
  );
  expect(told).toEqual([
    'Hours of instructors | all instructors except Ada | At least 4 slots a week; At most 8 slots a week | soft, weight 1',
    'Events at once | all events | At most 2 events at once; Monday 08:00–10:00 | soft, weight 3',
    'Few changes | all events | As in the reference: 1 event; Another time counts 5; Another room counts 1; Another instructor counts 1 | hard',
  ]);
});
