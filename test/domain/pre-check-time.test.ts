import { describe, expect, it } from 'vitest';
import { exampleCalendar, exampleEvent, exampleProblem } from '../../src/domain/constraints/example-data.ts';
import { hardLowerBound, preCheck } from '../../src/domain/pre-check.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import type { Assignment } from '../../src/domain/timetable.ts';
import { samples } from '../../src/formats/samples/samples.ts';
import { built } from '../support/build.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';
import { away, bestOfAll, faults, groups, someOf, tinyProblem } from '../support/tiny-problems.ts';

function checked(change: Partial<ProblemData>) {
  const problem = built(exampleProblem({ rules: [], ...change }));
  const impossible = preCheck(problem).filter((item) => item.severity === 'impossible');
  return { impossible, bound: hardLowerBound(problem) };
}

function many(count: number, change: Partial<EventData> & { readonly name: string }): EventData[] {
  return Array.from({ length: count }, (_, index) => exampleEvent(`${change.name}${index}`, change));
}

const people = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }));

/**
 * Two subgroups with four blocks of three slots each. Four instructors together have 40 slots, subgroups and rooms are
 * always open; but in the thirteen slots in which anybody can teach at all, four have one instructor only.
 */
function studio(): Partial<ProblemData> {
  const slots = Array.from({ length: 12 }, (_, slot) => ({
    start: `${String(7 + slot).padStart(2, '0')}:00`,
    end: `${String(8 + slot).padStart(2, '0')}:00`,
  }));
  const days = ['mon', 'thu', 'fri'].map((id) => ({ id, name: id }));
  const all = slots.map((_, slot) => slot);
  const except = (...open: readonly number[]) => all.filter((slot) => !open.includes(slot));
  const staff = ['i1', 'i2', 'i3', 'i4'];
  const block = { name: 'Studio', duration: 3, roomCount: 1, ...someOf(...staff) };
  return {
    calendar: { days, slots, weekCount: 1, breaks: [], closed: [] },
    groups,
    instructors: people(...staff),
    events: [...many(4, { ...block, groupIds: ['a'] }), ...many(4, { ...block, name: 'studio', groupIds: ['b'] })].map(
      (event, index) => ({ ...event, id: `s${index}`, name: 'Studio' }),
    ),
    rules: staff.flatMap((id) => [
      away('instructors', id, 'mon', except(3, 4, 5, 6, 7, 8)),
      away('instructors', id, 'thu', id === 'i2' ? except(3, 4, 5, 6, 7, 8) : except(6, 7, 8)),
      away('instructors', id, 'fri', id === 'i2' ? except(8) : all),
    ]),
  };
}

describe('slot by slot', () => {
  it('proves two missing slots where groups and instructors each have enough', () => {
    const { impossible, bound } = checked(studio());
    expect(impossible).toMatchObject([{ code: 'preCheck.timeShortage', needed: 24, available: 22 }]);
    expect(impossible[0]?.message).toBe(
      'Studio (8 events) need 24 slots; slot by slot, 4 instructors, 2 groups and 2 rooms can hold 22 together: 2 slots are missing.',
    );
    expect(impossible[0]?.events).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(bound).toBe(2);
  });

  it('is content once a second instructor comes at the scarce times', () => {
    const { rules = [], ...rest } = studio();
    expect(checked({ ...rest, rules: rules.filter((rule) => rule.id !== 'i1-thu') })).toEqual({
      impossible: [],
      bound: 0,
    });
  });

  it('counts what the rooms hold while somebody can teach', () => {
    // Ada, Ben and Cyd are there for four slots, and so are three groups, but there are only two rooms.
    const day = { name: 'Lab', roomCount: 1, ...someOf('ada', 'ben', 'cyd') };
    const lab = {
      groups,
      instructors: people('ada', 'ben', 'cyd'),
      events: ['a', 'b', 'c'].flatMap((id) => many(3, { ...day, name: `Lab ${id}`, groupIds: [id] })),
      rules: ['ada', 'ben', 'cyd'].map((id) => away('instructors', id, 'tue', [0, 1, 2, 3])),
    };
    const { impossible, bound } = checked(lab);
    expect(impossible).toMatchObject([{ code: 'preCheck.timeShortage', needed: 9, available: 8 }]);
    expect(bound).toBe(1);
    expect(checked({ ...lab, rooms: [{ id: 'hall', name: 'Hall', capacity: 90, shareable: 3 }] }).bound).toBe(0);
  });

  it('counts an event once, however many slots of it are useless', () => {
    // Ada and Ben have three slots in a row each, at the same time: one double lesson each, not one and a half.
    const event = { duration: 2, ...someOf('ada', 'ben') };
    const rules = ['ada', 'ben'].flatMap((id) => [
      away('instructors', id, 'mon', [3]),
      away('instructors', id, 'tue', [0, 1, 2, 3]),
    ]);
    const events = (count: number) => ['a', 'b'].flatMap((id) => many(count, { ...event, name: id, groupIds: [id] }));
    expect(checked({ groups, events: events(1), rules }).bound).toBe(0);
    expect(checked({ groups, events: events(2), rules }).bound).toBe(2);
  });

  it('adds up shortages of different people only', () => {
    const { events = [], rules = [], instructors = [], ...rest } = studio();
    const other = (id: string) => id.replace('i', 'j');
    const twin = events.map((event) => ({
      ...event,
      id: `t${event.id}`,
      groupIds: event.groupIds.includes('a') ? ['d'] : ['c'],
      instructors: (event.instructors ?? []).map((item) => ({ id: other(item.id) })),
      rooms: [{ id: 'r3' }, { id: 'r4' }],
    }));
    const problem = {
      ...rest,
      groups: [...groups, { id: 'd', name: 'Group d', size: 10 }],
      rooms: ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, name: id, capacity: 30 })),
      instructors: [...instructors, ...instructors.map((item) => ({ id: other(item.id), name: other(item.id) }))],
      events: [...events.map((event) => ({ ...event, rooms: [{ id: 'r1' }, { id: 'r2' }] })), ...twin],
      rules: [
        ...rules,
        ...rules.map((rule) => ({
          ...rule,
          id: other(rule.id),
          scope: { ...rule.scope, ids: (rule.scope.ids ?? []).map(other) },
        })),
      ],
    };
    expect(checked(problem).bound).toBe(4);
  });
});

describe('blocks in days', () => {
  it('packs a group: a day of four slots holds one block of three', () => {
    const events = many(2, { name: 'Block', duration: 3 });
    expect(checked({ events }).bound).toBe(0);
    const { impossible, bound } = checked({
      calendar: exampleCalendar(5),
      events: many(3, { name: 'Block', duration: 3 }),
    });
    expect(impossible).toMatchObject([{ code: 'preCheck.blocksTooMany', needed: 3, available: 2 }]);
    expect(impossible[0]?.message).toBe(
      'Block (3 events) need 3 meetings of 3 or more slots, but the days of Group 1 hold 2: 1 is too many.',
    );
    expect(bound).toBe(1);
  });

  it('packs rooms, with the longer events among the long ones and without the short ones', () => {
    const block = { roomCount: 1, groupIds: [] };
    const events = [
      ...many(5, { ...block, name: 'long', duration: 3 }),
      ...many(1, { ...block, name: 'longer', duration: 4 }),
      ...many(1, { ...block, name: 'short' }),
    ];
    const { impossible, bound } = checked({ calendar: exampleCalendar(5), events });
    expect(impossible).toMatchObject([{ code: 'preCheck.blocksTooMany', needed: 6, available: 4 }]);
    expect(impossible[0]?.events).toEqual([0, 1, 2, 3, 4, 5]);
    expect(impossible[0]?.message).toBe(
      'long (5 events) and longer need 6 meetings of 3 or more slots, but the days of 2 rooms hold 4: 2 are too many.',
    );
    expect(bound).toBe(2);
    expect(checked({ calendar: exampleCalendar(6), events: events.slice(0, 5) }).bound).toBe(0);
  });

  it('does not lay a block across time that is not available', () => {
    const events = many(3, { name: 'Double', duration: 2, groupIds: [], instructors: [{ id: 'ada' }] });
    const rules = [away('instructors', 'ada', 'mon', [1])];
    expect(checked({ calendar: exampleCalendar(3), events: events.slice(0, 2), rules }).bound).toBe(1);
    expect(checked({ events, rules }).bound).toBe(0);
  });
});

describe('no false alarm', () => {
  it.each(['school', 'department'])('on the sample %s', (name) => {
    const data = samples[name]?.();
    if (data === undefined) throw new Error(`There is no sample ${name}`);
    const problem = built(data);
    expect(preCheck(problem).filter((item) => item.severity === 'impossible')).toEqual([]);
    expect(hardLowerBound(problem)).toBe(0);
  });

  it('never claims more than the best of all timetables of a tiny problem has, and nearly always just that', () => {
    let exact = 0;
    let proved = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const problem = built(tinyProblem(new Random(seed)));
      const bound = hardLowerBound(problem);
      if (bound === 0) continue;
      const best = bestOfAll(problem);
      expect([seed, best >= bound]).toEqual([seed, true]);
      proved++;
      if (best === bound) exact++;
    }
    expect(proved).toBeGreaterThan(30);
    expect(exact).toBeGreaterThan(0.9 * proved);
  });

  it('never claims more than a descent reaches on random problems', () => {
    for (let seed = 101; seed <= 125; seed++) {
      const random = new Random(seed);
      const kinds = ['unavailable', 'roomCapacity', 'roomSuitability'];
      const problem = built(randomProblem(random, { kinds, rulesPerKind: 3, eventCount: 12 }));
      expect(descent(problem, random)).toBeGreaterThanOrEqual(hardLowerBound(problem));
    }
  });
});

/** Faults after every single choice has been improved, twice, from a random timetable. */
function descent(problem: Problem, random: Random): number {
  const assignments = [...randomTimetable(problem, random, true).assignments];
  let best = faults(problem, { assignments });
  for (let sweep = 0; sweep < 2; sweep++) {
    for (const event of problem.events) {
      const known = assignments[event.index];
      if (known === undefined) continue;
      const choices: Assignment[] = [
        ...event.times.map((item) => ({ ...known, time: item.index })),
        ...event.rooms.map((item) => ({
          ...known,
          rooms: known.rooms.map((room, at) => (at === 0 ? item.index : room)),
        })),
      ];
      let kept = known;
      for (const choice of choices) {
        assignments[event.index] = choice;
        const found = faults(problem, { assignments });
        if (found >= best) continue;
        best = found;
        kept = choice;
      }
      assignments[event.index] = kept;
    }
  }
  return best;
}
