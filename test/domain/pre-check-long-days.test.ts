import { describe, expect, it } from 'vitest';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import { hardLowerBound, preCheck } from '../../src/domain/pre-check.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { built } from '../support/build.ts';
import { bestOfAll, tinyProblem } from '../support/tiny-problems.ts';

/** Days of 36 half hours: more than a mask has. */
const calendar: ProblemData['calendar'] = {
  ...exampleCalendar(4),
  slots: Array.from({ length: 36 }, (_, slot) => ({ start: clock(360 + 30 * slot), end: clock(390 + 30 * slot) })),
};

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function long(data: ProblemData) {
  const problem = built({ ...data, calendar: { ...calendar, weekCount: data.calendar.weekCount } });
  expect(problem.axis.cellsAreSlots).toBe(false);
  return problem;
}

const at = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const inRoom = (id: string, times: readonly string[], duration = 2) =>
  exampleEvent(id, { duration, roomCount: 1, rooms: [{ id: 'r1' }], groupIds: [], times: at(...times) });

describe('counting before a run, where days are long', () => {
  it('finds a room that cannot hold all that need it, and says by how much', () => {
    const times = ['mon@20', 'mon@22', 'mon@21'];
    const problem = long(exampleProblem({ events: ['a', 'b', 'c'].map((id) => inRoom(id, times)), rules: [] }));
    const [finding] = preCheck(problem);
    expect(finding).toMatchObject({ severity: 'impossible', events: [0, 1, 2] });
    expect(finding?.message).toMatch(/moments/);
    expect(hardLowerBound(problem)).toBeLessThanOrEqual(bestOfAll(problem));
    expect(hardLowerBound(problem)).toBeGreaterThan(0);
  });

  it('finds nothing where they just fit, though slots are left that nobody can use', () => {
    const times = ['mon@20', 'mon@22', 'mon@21', 'tue@30'];
    const problem = long(exampleProblem({ events: ['a', 'b', 'c'].map((id) => inRoom(id, times)), rules: [] }));
    expect(preCheck(problem).filter(({ severity }) => severity === 'impossible')).toEqual([]);
    expect(bestOfAll(problem)).toBe(0);
  });

  it('finds a room that is never available when its event may meet', () => {
    const rules = [
      exampleRule('unavailable', {
        scope: { of: 'rooms', ids: ['r1'] },
        params: { slots: [{ day: 'mon', slots: [34, 35] }] },
        hard: true,
      }),
    ];
    const problem = long(exampleProblem({ events: [inRoom('a', ['mon@33', 'mon@34'])], rules }));
    expect(preCheck(problem)[0]).toMatchObject({ severity: 'impossible', events: [0] });
    expect(hardLowerBound(problem)).toBe(bestOfAll(problem));
  });

  it('never claims more than the best of all timetables of a tiny problem has, and misses few', () => {
    let broken = 0;
    let proved = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const problem = long(tinyProblem(new Random(seed)));
      const [bound, best] = [hardLowerBound(problem), bestOfAll(problem)];
      expect([seed, bound <= best]).toEqual([seed, true]);
      if (best > 0) broken++;
      if (bound > 0) proved++;
    }
    expect(broken).toBeGreaterThan(20);
    expect(proved).toBeGreaterThan(0.8 * broken);
  });
});
