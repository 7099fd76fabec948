import { describe, expect, test } from 'vitest';
import { addEvent, betterEvent, longestLog, type RunEvent } from '../../../src/domain/runs/run-log.ts';

const at = '2026-02-03T12:04:00.000Z';
const score = (soft: number, hard = 0, unplaced = 0) => ({ unplaced, hard, soft });
const started: RunEvent = { at, seconds: 0, kind: 'started' };

describe('the log of a run', () => {
  test('is bounded; how it began and the milestones stay longest', () => {
    let log: readonly RunEvent[] = [started, { at, seconds: 0, kind: 'feasible', score: score(9999) }];
    for (let second = 1; second <= 3 * longestLog; second++) {
      log = addEvent(log, { at, seconds: second, kind: 'better', score: score(9999 - second) });
    }
    expect(log).toHaveLength(longestLog);
    expect(log.slice(0, 2).map(({ kind }) => kind)).toEqual(['started', 'feasible']);
    expect(log.at(-1)?.seconds).toBe(3 * longestLog);
    for (let pause = 0; pause < 2 * longestLog; pause++) log = addEvent(log, { at, seconds: 700, kind: 'paused' });
    expect(log).toHaveLength(longestLog);
    expect(log[0]).toEqual(started);
  });

  test('tells of better timetables once a second, of milestones always, of others never', () => {
    const first = betterEvent([started], score(50, 2, 1), at, 0.1);
    expect(first?.kind).toBe('first');
    const log = [started, { at, seconds: 0.1, kind: 'first', score: score(50, 2, 1) } as const];
    expect(betterEvent(log, score(49, 2, 1), at, 0.2)).toBeNull();
    expect(betterEvent(log, score(49, 2, 1), at, 1.2)?.kind).toBe('better');
    expect(betterEvent(log, score(90, 5, 0), at, 0.2)?.kind).toBe('placed');
    expect(betterEvent(log, score(90, 0, 0), at, 0.2)?.kind).toBe('feasible');
    expect(betterEvent(log, score(50, 2, 1), at, 9)).toBeNull();
    expect(betterEvent(log, score(1, 3, 1), at, 9)).toBeNull();
  });
});
