import { expect, test } from 'vitest';
import { causeText } from '../../src/domain/cause-text.ts';

test.each([
  [new Error('The worker could not go on'), 'The worker could not go on'],
  [new TypeError(''), 'TypeError'],
  ['', 'no reason was given'],
  [undefined, 'undefined'],
  [Object.assign(new Error(''), { name: '' }), 'no reason was given'],
])('a failure without a word says so: %s', (cause, text) => {
  expect(causeText(cause)).toBe(text);
});
