import { describe, expect, it } from 'vitest';
import { changesFrom } from '../../../src/domain/changes.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { compareScores } from '../../../src/domain/score.ts';
import type { FixRequest, FixScope, LocalFix } from '../../../src/engine/editing/answers.ts';
import { runFix } from '../../../src/engine/editing/run-fix.ts';
import { EditingSession } from '../../../src/engine/editing/session.ts';
import { kernelModule } from '../../support/kernel-module.ts';
import { randomCase, sectionedCase } from './support.ts';

const module = kernelModule();
const never = () => false;
const silent = () => undefined;

function fix(session: EditingSession, request: Partial<FixRequest>): Promise<LocalFix> {
  return runFix(
    session,
    { scope: { of: 'day', day: 0 }, cap: 3, budget: { moves: 1000 }, seed: 1, ...request },
    never,
    silent,
  );
}

describe('a local search', () => {
  it('never makes it worse, moves no more than it may and nobody else, and counts as the reference does', async () => {
    const cases = [
      randomCase(30, { rulesPerKind: 1 }),
      ...Array.from({ length: 4 }, (_, k) => randomCase(k + 31, { kinds: ['isolated', 'minDays', 'notOverlap'] })),
      await sectionedCase(1),
    ];
    let improved = 0;
    for (const [at, { problem, timetable, random }] of cases.entries()) {
      const session = new EditingSession(module, problem, timetable);
      const events = random.shuffled(problem.events.map(({ index }) => index)).slice(0, 8);
      const scopes: FixScope[] = [
        { of: 'events', events },
        { of: 'day', day: 0 },
        { of: 'instructor', instructor: 0 },
        { of: 'group', group: 0 },
        { of: 'room', room: 0 },
      ];
      for (const scope of scopes) {
        const cap = random.below(5);
        const found = await fix(session, { scope, cap, seed: at + 1 });
        expect(found.score).toEqual(evaluate(problem, found.timetable).score);
        expect(found.before).toEqual(evaluate(problem, timetable).score);
        expect(compareScores(found.score, found.before)).toBeLessThanOrEqual(0);
        expect(found.changed).toEqual(changesFrom(problem, timetable, found.timetable));
        expect(found.changed.length).toBeLessThanOrEqual(cap);
        if (compareScores(found.score, found.before) < 0) improved++;
        found.timetable.assignments.forEach((assignment, event) => {
          if (assignment === timetable.assignments[event]) return;
          if (scope.of === 'events') expect(scope.events).toContain(event);
          if (scope.of === 'room') expect(timetable.assignments[event]?.rooms).toContain(scope.room);
        });
      }
    }
    expect(improved).toBeGreaterThan(10);
  });

  it('finds the same with the same seed, also when questions are asked meanwhile', async () => {
    const { problem, timetable } = randomCase(31, { kinds: ['isolated', 'minDays', 'roomCapacity'] });
    const scope: FixScope = { of: 'events', events: problem.events.map(({ index }) => index) };
    const request = { scope, cap: 6, budget: { moves: 8_000 } };
    const alone = await fix(new EditingSession(module, problem, timetable), request);
    const session = new EditingSession(module, problem, timetable);
    const running = fix(session, request);
    const places = session.places(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(session.places(1)).toEqual(places);
    session.update([{ event: 0, assignment: { ...timetable.assignments[0], time: -1 } as never }]);
    const beside = await running;
    expect(beside.timetable).toEqual(alone.timetable);
    expect(session.score()).toEqual(evaluate(problem, session.timetable).score);
  });

  it('ends soon when it is cancelled, with what it has', async () => {
    const { problem, timetable } = randomCase(33, { kinds: ['isolated'] });
    const session = new EditingSession(module, problem, timetable);
    let asked = 0;
    const found = await runFix(
      session,
      { scope: { of: 'day', day: 0 }, cap: 5, budget: { seconds: 60 }, seed: 1 },
      () => ++asked > 3,
      silent,
    );
    expect(found.isCancelled).toBe(true);
    expect(found.moves).toBeLessThan(50_000);
    expect(found.score).toEqual(evaluate(problem, found.timetable).score);
  });

  it('mends much with few changes where everything lies about', async () => {
    const { problem, timetable } = randomCase(9, { kinds: [], eventCount: 60 });
    const session = new EditingSession(module, problem, timetable);
    const { before, score, changed } = await fix(session, {
      scope: { of: 'events', events: problem.events.map(({ index }) => index) },
      cap: 10,
      budget: { moves: 20_000 },
    });
    expect(changed.length).toBeLessThanOrEqual(10);
    // ten of them can mend at least two hard units each
    expect(before.hard - score.hard).toBeGreaterThan(20);
  });
});
