import { expect, test } from 'vitest';
import type { Steps } from '../../src/domain/steps.ts';
import { untilStopped } from '../../src/workers/until-stopped.ts';

test('a message that comes during the work stops it', async () => {
  function* endless(): Steps<number> {
    for (;;) yield;
  }
  let isStopped = false;
  setTimeout(() => {
    isStopped = true;
  });
  expect(await untilStopped(endless(), () => isStopped)).toBeNull();
});

test('work that nobody stops comes to its end', async () => {
  function* counted(): Steps<number> {
    let sum = 0;
    for (let at = 0; at < 1000; at++) {
      sum += at;
      yield;
    }
    return sum;
  }
  expect(await untilStopped(counted(), () => false)).toBe(499_500);
});
