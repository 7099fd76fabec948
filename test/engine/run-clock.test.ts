import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RunClock } from '../../src/engine/run/run-clock.ts';

let now = 0;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Looks at the clock so many times, every so many milliseconds. */
function watch(clock: RunClock, looks: number, every = 100): number {
  for (let look = 0; look < looks; look++) {
    now += every;
    clock.seconds();
  }
  return clock.seconds();
}

test('the clock of a run goes on after what there was before, and stands still while the run pauses', () => {
  const clock = new RunClock(60);
  expect(watch(clock, 50)).toBeCloseTo(65);
  clock.pause();
  now += 3_600_000;
  expect(clock.seconds()).toBeCloseTo(65);
  clock.resume();
  expect(watch(clock, 50)).toBeCloseTo(70);
});

test('an hour that the machine slept does not count, and is told once', () => {
  const onSlept = vi.fn();
  const clock = new RunClock(0, onSlept);
  watch(clock, 50);
  now += 3_600_000;
  // The look in which it wakes up is a part of the gap.
  expect(watch(clock, 50)).toBeCloseTo(9.9);
  expect(onSlept).toHaveBeenCalledTimes(1);
});

test('a page that is hidden or held up for seconds is not asleep', () => {
  const onSlept = vi.fn();
  const clock = new RunClock(0, onSlept);
  expect(watch(clock, 10, 8000)).toBeCloseTo(80);
  expect(onSlept).not.toHaveBeenCalled();
});

test('what is prepared before anybody looks counts, and so does what comes after a long pause', () => {
  const clock = new RunClock(0);
  now += 30_000;
  expect(watch(clock, 10)).toBeCloseTo(31);
  clock.pause();
  now += 30_000;
  clock.resume();
  expect(watch(clock, 10)).toBeCloseTo(32);
});
