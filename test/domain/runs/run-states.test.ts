import { describe, expect, test } from 'vitest';
import {
  activeStates,
  isActive,
  isFinal,
  mayFollow,
  type RunState,
  runStates,
} from '../../../src/domain/runs/run-states.ts';

/** Written out once more: a slip in the table is no slip here. */
const allowed = new Set([
  ...['queued running', 'queued paused', 'queued cancelled', 'queued failed', 'queued interrupted'],
  ...['running paused', 'running cancelling', 'running completed', 'running failed', 'running interrupted'],
  ...['paused queued', 'paused running', 'paused cancelling', 'paused cancelled', 'paused failed'],
  ...['paused interrupted', 'cancelling cancelled', 'cancelling completed', 'cancelling failed'],
  ...['cancelling interrupted', 'interrupted queued', 'interrupted cancelled'],
]);
const pairs = runStates.flatMap((from) => runStates.map((to): [RunState, RunState] => [from, to]));

describe('the states of a run', () => {
  test.each(pairs)('%s → %s is allowed when it is meant to be', (from, to) => {
    expect(mayFollow(from, to)).toBe(allowed.has(`${from} ${to}`));
  });

  test('are active until the run ends or breaks off, and final when nothing follows', () => {
    expect(runStates.filter(isActive)).toEqual(activeStates);
    expect(runStates.filter(isFinal)).toEqual(['cancelled', 'completed', 'failed']);
  });
});
