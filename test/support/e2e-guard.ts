import { afterEach, expect } from 'vitest';
import { takeFaults } from './guard.ts';

afterEach(() => {
  expect(takeFaults(), 'violations of the security policy, foreign requests, uncaught errors').toEqual([]);
});
