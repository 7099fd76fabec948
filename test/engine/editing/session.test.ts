import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { compareScores } from '../../../src/domain/score.ts';
import { resolveTime, timeIdFor } from '../../../src/domain/time-ids.ts';
import type { Assignment } from '../../../src/domain/timetable.ts';
import type { MoveChain, Place } from '../../../src/engine/editing/answers.ts';
import { relockedEvents } from '../../../src/engine/editing/relocked.ts';
import { EditingSession } from '../../../src/engine/editing/session.ts';
import { valueIn } from '../../formats/support/files.ts';
import { kernelModule } from '../../support/kernel-module.ts';
import { randomTimetable } from '../../support/problems.ts';
import { type Case, randomCase, referenceChange, sectionedCase, withMoves } from './support.ts';

const module = kernelModule('debug');

function open({ problem, timetable }: Case): EditingSession {
  return new EditingSession(module, problem, timetable);
}

const sessions = new Map<Case, EditingSession>();

/** One session for all questions about a case: whatever was tried, the next answer must not be different. */
function sessionOf(of: Case): EditingSession {
  const session = sessions.get(of) ?? open(of);
  sessions.set(of, session);
  return session;
}

/** Every kind of rule at once is nearly always broken somewhere: few kinds leave places free and chains possible. */
const fewKinds = ['isolated', 'maxLoadPerDay', 'notOverlap', 'unavailable', 'minDays', 'roomCapacity'];

async function cases(): Promise<Case[]> {
  const all = [randomCase(1, { rulesPerKind: 1 })];
  const few = Array.from({ length: 5 }, (_, k) => randomCase(k + 50, { kinds: fewKinds }));
  const none = Array.from({ length: 2 }, (_, k) => randomCase(k + 70, { kinds: [], eventCount: 12 }));
  return [...all, ...few, ...none, await sectionedCase(3), await sectionedCase(4)];
}

const someCases = await cases();

function expectChain(of: Case, chain: MoveChain, context: string) {
  const events = chain.moves.map(({ event }) => event);
  expect(new Set(events).size, context).toBe(events.length);
  expect(events.length, context).toBeLessThanOrEqual(3);
  expect(chain.change, context).toEqual(referenceChange(of, chain.moves));
  for (const { event, assignment } of chain.moves) {
    const { times = [], rooms = [] } = of.problem.events[event] ?? {};
    expect(
      times.some(({ index }) => index === assignment.time),
      context,
    ).toBe(true);
    const former = of.timetable.assignments[event]?.rooms ?? [];
    const mayHave = (room: number) => former.includes(room) || rooms.some(({ index }) => index === room);
    expect(assignment.rooms.every(mayHave), context).toBe(true);
  }
}

function expectPlace(of: Case, event: number, place: Place) {
  const context = `event ${event}: ${JSON.stringify(place)}`;
  expect(place.assignment.time, context).toBe(place.time);
  expect(place.change, context).toEqual(referenceChange(of, [{ event, assignment: place.assignment }]));
  const { rooms = [], roomCount = 0 } = of.problem.events[event] ?? {};
  if (rooms.length >= roomCount && place.kind !== 'present') expect(place.assignment.rooms, context).not.toContain(-1);
  if (place.kind === 'free') expect(place.change.hard, context).toBeLessThanOrEqual(0);
  if (place.kind === 'blocked' || place.kind === 'swap') expect(place.obstacles, context).not.toEqual([]);
  if (place.kind === 'present') expect(place.time, context).toBe(of.timetable.assignments[event]?.time);
  if (place.kind === 'swap') {
    expectChain(of, place.chain, context);
    expect(place.chain.moves[0], context).toEqual({ event, assignment: place.assignment });
    expect(place.chain.change.hard, context).toBeLessThanOrEqual(0);
    expect(place.chain.change.unplaced, context).toBeLessThanOrEqual(0);
  }
}

/** Another assignment of the event, also such as nobody offers. */
function anyAssignment({ problem, random }: Case, event: number): Assignment {
  const drawn = randomTimetable(problem, random).assignments[event];
  if (drawn === undefined) throw new Error('no such event');
  return random.chance(0.3) ? { ...drawn, time: random.below(problem.times.length) } : drawn;
}

describe('an editing session', () => {
  it('counts as the reference does, also after updates', () => {
    for (const of of someCases) {
      const session = open(of);
      let timetable = of.timetable;
      expect(session.score()).toEqual(evaluate(of.problem, timetable).score);
      for (let step = 0; step < 8; step++) {
        const event = of.random.below(of.problem.events.length);
        const change = { event, assignment: anyAssignment(of, event) };
        timetable = withMoves(timetable, [change]);
        session.update([change]);
        expect(session.score()).toEqual(evaluate(of.problem, timetable).score);
      }
      if (of.problem.rules.length > 10) continue;
      expect(session.places(0)).toEqual(open({ ...of, timetable }).places(0));
    }
  });

  it('says of every place what the reference says', () => {
    const kinds = new Map<string, number>();
    for (const of of someCases) {
      const session = sessionOf(of);
      for (let event = 0; event < Math.min(4, of.problem.events.length); event++) {
        for (const place of session.places(event).places) {
          expectPlace(of, event, place);
          kinds.set(place.kind, (kinds.get(place.kind) ?? 0) + 1);
        }
      }
      expect(session.score()).toEqual(evaluate(of.problem, of.timetable).score);
    }
    // the cases are rich enough to mean something
    for (const kind of ['present', 'free', 'blocked', 'swap', 'off']) {
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(20);
    }
  });

  it('is asked about every start on the grid and every candidate time', () => {
    for (const of of someCases) {
      const session = sessionOf(of);
      for (const event of of.problem.events.slice(0, 3)) {
        const asked = session.places(event.index).places.map(({ time }) => time);
        for (const { index } of event.times) expect(asked).toContain(index);
        for (const { id } of of.problem.data.calendar.days) {
          for (let slot = 0; slot < of.problem.axis.slotCount; slot++) {
            const time = resolveTime(of.problem, event.index, `${id}@${slot}`);
            if (time >= 0) expect(asked).toContain(time);
          }
        }
      }
    }
  });

  it('explains exactly what changes', () => {
    for (const of of someCases) {
      const session = sessionOf(of);
      for (let step = 0; step < 15; step++) {
        const event = of.random.below(of.problem.events.length);
        const { move, change, caused, removed } = session.whyNot(event, anyAssignment(of, event));
        expect(change).toEqual(referenceChange(of, [move]));
        const all = [...caused, ...removed];
        const isUnplaced = ({ rule, kind }: { rule: number; kind: string }) => rule < 0 && kind === 'placed';
        const sum = (items: typeof all) => items.reduce((total, { cost }) => total + cost, 0);
        expect({
          unplaced: sum(all.filter(({ violation }) => isUnplaced(violation))),
          hard: sum(all.filter(({ violation }) => violation.hard && !isUnplaced(violation))),
          soft: sum(all.filter(({ violation }) => !violation.hard)),
        }).toEqual(change);
      }
    }
  });

  it('ranks rooms and instructors by what they would cost', () => {
    for (const of of someCases) {
      const session = sessionOf(of);
      for (let event = 0; event < Math.min(10, of.problem.events.length); event++) {
        const present = of.timetable.assignments[event] as Assignment;
        const time = of.random.chance(0.5) ? of.random.below(of.problem.times.length) : present.time;
        const rooms = session.rooms(event, time);
        for (const { index, change } of rooms) {
          const assignment = { ...present, time, rooms: present.rooms.with(0, index) };
          expect(change).toEqual(referenceChange(of, [{ event, assignment }]));
        }
        const instructors = session.instructors(event, time);
        for (const { index, change } of instructors) {
          const assignment = { ...present, time, instructors: present.instructors.with(0, index) };
          expect(change).toEqual(referenceChange(of, [{ event, assignment }]));
        }
        for (const choices of [rooms, instructors]) {
          const sorted = [...choices].sort((a, b) => compareScores(a.change, b.change));
          expect(choices.map(({ change }) => change)).toEqual(sorted.map(({ change }) => change));
        }
      }
    }
  });

  it('says of a room at a time what the reference says', () => {
    let asked = 0;
    for (const of of someCases.slice(0, 4)) {
      const { problem, timetable } = of;
      const session = sessionOf(of);
      const rooms = problem.rooms.map((_, room) => room);
      for (const { index: event, times } of problem.events.slice(0, 4)) {
        const some = times.slice(0, 3).map(({ index }) => index);
        const found = session.roomChanges(event, some, rooms);
        found.rooms.forEach((room, row) => {
          some.forEach((time, column) => {
            const present = timetable.assignments[event];
            if (present === undefined || present.rooms.length === 0) return;
            const assignment = { ...present, time, rooms: present.rooms.with(0, room) };
            const at = row * some.length + column;
            const change = referenceChange(of, [{ event, assignment }]);
            expect([found.hard[at], found.soft[at]]).toEqual([change.hard, change.soft]);
            asked++;
          });
        });
      }
    }
    expect(asked).toBeGreaterThan(20);
  });

  it('takes over locks as if the problem had been opened with them, or says that it cannot', () => {
    let taken = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const kinds = [...fewKinds, 'pinned', 'preferNotToMove'];
      const { problem, timetable, random } = randomCase(seed + 90, { kinds });
      const session = new EditingSession(module, problem, timetable);
      const events = problem.data.events.map((data, event) => {
        if (random.chance(0.6)) return data;
        const { lock, stay: _, ...rest } = data;
        // who teaches is another problem
        const kept = lock?.instructorIds === undefined ? {} : { instructorIds: lock.instructorIds };
        const time = random.pick(problem.events[event]?.times ?? [{ index: 0, penalty: 0 }]);
        const place = { timeId: timeIdFor(problem, event, time.index) };
        const free = lock?.instructorIds === undefined ? rest : { ...rest, lock: kept };
        if (random.chance(0.3)) return free;
        return random.chance(0.5) ? { ...free, stay: place } : { ...rest, lock: { ...kept, ...place } };
      });
      const locked = valueIn(buildProblem({ ...problem.data, events }));
      const changed = relockedEvents(problem, locked);
      if (changed === null || !session.relock(changed)) continue;
      taken++;
      const fresh = new EditingSession(module, locked, timetable);
      expect(session.score()).toEqual(evaluate(locked, timetable).score);
      expect(fresh.score()).toEqual(session.score());
      for (let event = 0; event < problem.events.length; event += 2) {
        expect(session.places(event)).toEqual(fresh.places(event));
        expect(session.suggestions(event, 3)).toEqual(fresh.suggestions(event, 3));
      }
    }
    expect(taken).toBeGreaterThan(3);
  });

  it('suggests what keeps its promise, best first', () => {
    let count = 0;
    for (const of of someCases) {
      const session = sessionOf(of);
      for (let event = 0; event < Math.min(4, of.problem.events.length); event++) {
        const suggestions = session.suggestions(event, 5);
        expect(suggestions.length).toBeLessThanOrEqual(5);
        count += suggestions.length;
        suggestions.forEach((chain, at) => {
          expectChain(of, chain, `event ${event}`);
          const next = suggestions[at + 1];
          if (next !== undefined) expect(compareScores(chain.change, next.change)).toBeLessThanOrEqual(0);
        });
      }
    }
    expect(count).toBeGreaterThan(someCases.length);
  });

  it('names unplaced events first, then the worst, each once', () => {
    for (const of of someCases) {
      const session = sessionOf(of);
      const named: number[] = [];
      for (let worst = session.worst(); worst !== null; worst = session.worst(worst.event)) {
        named.push(worst.event);
        const { unplaced, hard, soft } = referenceChange(of, [
          { event: worst.event, assignment: { ...(of.timetable.assignments[worst.event] as Assignment), time: -1 } },
        ]);
        expect({ hard: -worst.hard + 0, soft: -worst.soft + 0 }).toEqual({ hard, soft });
        expect(worst.isUnplaced).toBe(unplaced === 0);
      }
      expect(new Set(named).size).toBe(named.length);
      const unplaced = evaluate(of.problem, of.timetable).violations.filter(
        ({ rule, kind }) => rule < 0 && kind === 'placed',
      );
      expect(named.slice(0, unplaced.length)).toEqual(unplaced.flatMap(({ events }) => events));
    }
  });
});
