import { describe, expect, test } from 'vitest';
import { stackPlace } from '../../src/domain/stack-place.ts';

describe('the place of an error', () => {
  test('is read from the stacks of all browsers', () => {
    const chromium =
      'TypeError: no\n    at f (https://host/app/assets/index-Bx3.js:1:2345)\n    at https://host/a.js:7:8';
    expect(stackPlace(chromium)).toBe('index-Bx3.js:1:2345 a.js:7:8');
    expect(stackPlace('f@https://host/assets/index-Bx3.js:1:2345\n@https://host/a.js:7:8')).toBe(
      'index-Bx3.js:1:2345 a.js:7:8',
    );
  });

  test('takes nothing from the message', () => {
    const stack = 'Error: No room for Zora.js:1:2 of Zora\n    at zora (https://host/assets/index.js:3:4)';
    expect(stackPlace(stack)).toBe('index.js:3:4');
  });

  test('keeps the first frames only, and copes with none', () => {
    const frame = '    at f (https://host/a.js:1:2)';
    expect(stackPlace([frame, frame, frame, frame, frame, frame, frame].join('\n')).split(' ')).toHaveLength(5);
    expect(stackPlace('')).toBe('');
  });
});
