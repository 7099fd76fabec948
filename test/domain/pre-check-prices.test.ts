import { describe, expect, it } from 'vitest';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import { priceModel } from '../../src/domain/pre-check/price-model.ts';
import { partsAt } from '../../src/domain/pre-check/price-proofs.ts';
import { PriceTables } from '../../src/domain/pre-check/price-tables.ts';
import { hardLowerBound, preCheck } from '../../src/domain/pre-check.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { built } from '../support/build.ts';
import { away, bestOfAll, someOf, tinyProblem } from '../support/tiny-problems.ts';

function problemOf(change: Partial<ProblemData>): Problem {
  return built(exampleProblem({ rules: [], ...change }));
}

/**
 * One room, two days of seven slots, two blocks of four and two of three. A day holds one of each, but who teaches the
 * short ones is only there in the middle of the day, which a long one always takes.
 */
function drawingRoom(): Partial<ProblemData> {
  const room = { groupIds: [], roomCount: 1, rooms: [{ id: 'r1' }] };
  return {
    calendar: exampleCalendar(7),
    events: [
      ...['d1', 'd2'].map((id) => exampleEvent(id, { ...room, duration: 4 })),
      ...['s1', 's2'].map((id) => exampleEvent(id, { ...room, courseId: 'art', duration: 3, ...someOf('ada', 'ben') })),
    ],
    rules: ['ada', 'ben'].flatMap((id) => ['mon', 'tue'].map((day) => away('instructors', id, day, [0, 1, 5, 6]))),
  };
}

describe('prices of scarce slots', () => {
  it('prove what room, length and instructors only forbid together', () => {
    const problem = problemOf(drawingRoom());
    const best = bestOfAll(problem);
    expect(best).toBeGreaterThan(0);
    expect(hardLowerBound(problem)).toBe(best);
    const [finding] = preCheck(problem).filter((item) => item.severity === 'impossible');
    expect(finding).toMatchObject({ code: 'preCheck.scarceSlots', events: [0, 1, 2, 3] });
    expect(finding?.resources).toContain(problem.resourceOfRoom[0]);
    expect(finding?.message).toMatch(
      new RegExp(`^Mathematics .* and Art .* Room 1.* hard rules are broken by at least ${best}\\.$`),
    );
  });

  it('prove nothing once there is a second room or the instructors come earlier', () => {
    const { events = [], rules = [], ...rest } = drawingRoom();
    const roomy = events.map((event) => ({ ...event, rooms: [{ id: 'r1' }, { id: 'r2' }] }));
    expect(hardLowerBound(problemOf({ ...rest, rules, events: roomy }))).toBe(0);
    const early = ['mon', 'tue'].map((day) => away('instructors', 'ada', day, [5, 6]));
    const shifted = problemOf({ ...rest, events, rules: [...early, ...rules.filter((rule) => /^ben/.test(rule.id))] });
    expect(hardLowerBound(shifted)).toBe(0);
  });

  it('count the units of a hard rule on one choice, and tell them once', () => {
    const events = [exampleEvent('big', { roomCount: 1, size: 99 })];
    const problem = problemOf({ events, rules: [exampleRule('roomCapacity', { hard: true })] });
    expect(hardLowerBound(problem)).toBe(69);
    expect(preCheck(problem).map((item) => item.code)).toEqual(['preCheck.noSuitableRoom']);
  });

  it('let a shareable room hold several, and an event take several rooms', () => {
    const calendar = exampleCalendar(2);
    const event = { groupIds: [], duration: 2, roomCount: 2 };
    const events = ['e1', 'e2', 'e3'].map((id) => exampleEvent(id, event));
    const problem = problemOf({ calendar, events });
    expect(hardLowerBound(problem)).toBe(4);
    const rooms = ['r1', 'r2'].map((id) => ({ id, name: id, capacity: 30, shareable: 2 }));
    expect(hardLowerBound(problemOf({ calendar, events, rooms }))).toBe(0);
  });

  it('count time in breaks once, however many are busy in it', () => {
    const events = ['e1', 'e2'].map((id) => exampleEvent(id, { duration: 2, instructors: [{ id: 'ada' }] }));
    const problem = problemOf({ calendar: exampleCalendar(2, 1), events });
    expect(hardLowerBound(problem)).toBe(2);
  });

  it('hold for any prices at all', () => {
    let proved = 0;
    for (let seed = 201; seed <= 230; seed++) {
      const random = new Random(seed);
      const problem = built(tinyProblem(random));
      const best = bestOfAll(problem);
      const model = priceModel(problem, problem.events);
      const tables = new PriceTables(model);
      for (let trial = 0; trial < 40; trial++) {
        const unit = random.pick([1, 2, 5]);
        const chance = random.pick([0.05, 0.2, 0.5]);
        const all = new Float64Array(tables.resources.length * problem.axis.cellCount).map(() =>
          random.chance(chance) ? random.below(unit + 1) : 0,
        );
        const sum = partsAt(model, tables, all, unit).reduce((total, part) => total + Math.max(0, part.bound), 0);
        expect([seed, trial, sum <= best]).toEqual([seed, trial, true]);
        if (sum > 0) proved++;
      }
    }
    expect(proved).toBeGreaterThan(50);
  });
});
