import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { createRoomVerdicts } from '../../src/ui/state/timetable/room-verdicts.ts';
import { cellKey } from '../../src/ui/state/timetable/verdicts.ts';
import { withFreshDatabase } from '../storage/support.ts';
import { smallSchool } from '../support/small-school.ts';
import { type Desk, openDesk } from './support/timetable-desk.ts';

withFreshDatabase();

const monday = 0;
const tuesday = 1;

const tone = (desk: Desk, day: number, slot: number) => desk.actions.verdicts().get(cellKey(day, slot))?.tone;

/** The children's halves and the whole year meet in the only room. */
const oneRoom: ProblemData = {
  ...smallSchool,
  rooms: smallSchool.rooms.slice(0, 1),
};

describe('a card that is picked up', () => {
  test('has its answer at once when it was asked for before, unless the timetable has changed since', async () => {
    const desk = await openDesk({ all: 'mon@3', left: 'tue@0' });
    const places = vi.spyOn(desk.context.editing, 'places');
    desk.actions.prepare(desk.event('all'));
    await places.mock.results[0]?.value;
    desk.actions.pickUp(desk.event('all'));
    await vi.waitFor(() => expect(desk.actions.verdicts().size).toBeGreaterThan(0));
    expect(places).toHaveBeenCalledTimes(1);
    desk.actions.drop(tuesday, 3);
    await desk.hold('all');
    expect(places).toHaveBeenCalledTimes(2);
    expect(tone(desk, tuesday, 3)).toBe('here');
  });

  test('is told by rows of rooms what each room would mean', async () => {
    const desk = await openDesk({ all: 'mon@3', left: 'tue@0' });
    const { rooms, found } = createRoot(() => {
      const shown = desk.placed().problem.rooms.map((_, room) => room);
      return { rooms: shown, found: createRoomVerdicts(desk.context, desk.actions, () => shown) };
    });
    await desk.hold('all');
    await vi.waitFor(() => expect(found().size).toBe(rooms.length));
    const offered = (desk.placed().problem.events[desk.event('all')]?.rooms ?? []).map(({ index }) => index);
    for (const room of rooms) {
      const own = found().get(room);
      expect(own === null).toBe(!offered.includes(room));
      // where it could begin at all, the cell speaks of its own room
      const verdict = own?.get(cellKey(tuesday, 3));
      if (own !== null) expect(verdict?.place.assignment.rooms).toEqual([room]);
    }
  });

  test('is told by every cell what would happen there, in colour and in a sign', async () => {
    const desk = await openDesk({ all: 'mon@3', left: 'tue@0' });
    await desk.hold('all');
    expect(tone(desk, monday, 3)).toBe('here');
    expect(tone(desk, tuesday, 3)).toBe('good');
    expect(desk.actions.verdicts().get(cellKey(monday, 0))).toMatchObject({ tone: 'off', sign: 'Ana' });
    expect(desk.actions.verdicts().get(cellKey(tuesday, 4))).toMatchObject({ tone: 'off', sign: 'closed' });
    // The left half is taught there for two slots: either it makes room, or it is in the way.
    const taken = desk.actions.verdicts().get(cellKey(tuesday, 0));
    expect(taken?.swaps === true || taken?.tone === 'blocked').toBe(true);
  });

  test('goes to a free cell as one edit, which undo takes back', async () => {
    const desk = await openDesk({ all: 'mon@3', left: 'tue@0' });
    const before = desk.tab.project.editor.position();
    await desk.hold('all');
    desk.actions.drop(tuesday, 3);
    expect(desk.where('all')?.time).toBe('tue@3');
    expect(desk.actions.held()).toBeNull();
    expect(desk.actions.said()).toContain('Mathematics');
    expect(desk.actions.said()).toContain('Tuesday');
    expect(desk.tab.project.editor.position()).toBe(before + 1);
    desk.tab.project.editor.undo();
    expect(desk.where('all')?.time).toBe('mon@3');
    // what is no longer so is not said any more
    expect(desk.actions.said()).toBe('');
    desk.tab.project.editor.redo();
    expect(desk.actions.said()).toContain('Tuesday');
  });

  test('that is dropped before the answer has come goes there when it comes', async () => {
    const desk = await openDesk({ all: 'mon@3' });
    desk.actions.pickUp(desk.event('all'));
    desk.actions.drop(tuesday, 3);
    expect(desk.where('all')?.time).toBe('mon@3');
    await vi.waitFor(() => expect(desk.where('all')?.time).toBe('tue@3'), 10_000);
  });

  test('is put back by Escape and by a drop where it was, and nothing is edited', async () => {
    const desk = await openDesk({ all: 'mon@3' });
    const before = desk.tab.project.editor.position();
    await desk.hold('all');
    desk.actions.putBack();
    expect(desk.actions.held()).toBeNull();
    await desk.hold('all');
    desk.actions.drop(monday, 3);
    expect(desk.actions.held()).toBeNull();
    expect(desk.tab.project.editor.position()).toBe(before);
  });

  test('finds a room of its own when it is placed from the tray', async () => {
    const desk = await openDesk({ all: 'mon@3' });
    await desk.hold('left');
    desk.actions.drop(tuesday, 0);
    expect(desk.where('left')?.time).toBe('tue@0');
    expect(desk.where('left')?.rooms.every((room) => room !== '')).toBe(true);
  });
});

describe('a cell that others are in the way of', () => {
  test('asks before anything is moved', async () => {
    const desk = await openDesk({ all: 'tue@1', left: 'mon@0' }, oneRoom);
    await desk.hold('left');
    desk.actions.drop(tuesday, 0);
    expect(desk.actions.question()?.inTheWay).toEqual([desk.event('all')]);
    expect(desk.where('left')?.time).toBe('mon@0');
    desk.actions.answer(null);
    expect(desk.actions.held()).toBe(desk.event('left'));
    expect(desk.where('left')?.time).toBe('mon@0');
  });

  test('takes the card when who is there goes to the tray, both as one edit', async () => {
    const desk = await openDesk({ all: 'tue@1', left: 'mon@0' }, oneRoom);
    const before = desk.tab.project.editor.position();
    await desk.hold('left');
    desk.actions.drop(tuesday, 0);
    desk.actions.answer('displace');
    expect(desk.where('left')?.time).toBe('tue@0');
    expect(desk.where('all')).toBeNull();
    expect(desk.tab.project.editor.position()).toBe(before + 1);
  });

  test('takes the card anyway, and the clash counts', async () => {
    const desk = await openDesk({ all: 'tue@1', left: 'mon@0' }, oneRoom);
    await desk.hold('left');
    desk.actions.drop(tuesday, 0);
    desk.actions.answer('anyway');
    expect(desk.where('left')?.time).toBe('tue@0');
    expect(desk.where('all')?.time).toBe('tue@1');
    const { problem, timetable } = desk.placed();
    expect(evaluate(problem, timetable).score.hard).toBeGreaterThan(0);
  });

  test('swaps when others can make room, and promises no more than it does', async () => {
    const desk = await openDesk({ all: 'tue@1', left: 'mon@3' }, oneRoom);
    await desk.hold('left');
    const { problem, timetable } = desk.placed();
    const before = evaluate(problem, timetable).score;
    const swap = [...desk.actions.verdicts()].find(([, verdict]) => verdict.swaps);
    if (swap === undefined) expect.fail('nobody could make room');
    const [day = 0, slot = 0] = swap[0].split(' ').map(Number);
    const { place } = swap[1];
    if (place.kind !== 'swap') expect.fail('no chain');
    desk.actions.drop(day, slot);
    desk.actions.answer('swap');
    const after = evaluate(problem, desk.placed().timetable).score;
    expect(after.hard - before.hard).toBe(place.chain.change.hard);
    expect(after.soft - before.soft).toBe(place.chain.change.soft);
    expect(desk.where('left')?.time).toBe(`${day === monday ? 'mon' : 'tue'}@${slot}`);
  });

  test('says why when the card is locked elsewhere, and leaves it there', async () => {
    const locked: ProblemData = {
      ...smallSchool,
      events: smallSchool.events.map((event) => (event.id === 'all' ? { ...event, lock: { timeId: 'mon@3' } } : event)),
    };
    const desk = await openDesk({ all: 'mon@3' }, locked);
    await desk.hold('all');
    desk.actions.drop(tuesday, 3);
    expect(desk.actions.question()).toBeNull();
    expect(desk.actions.said()).toContain('locked');
    expect(desk.where('all')?.time).toBe('mon@3');
  });
});

describe('why not here', () => {
  test('names what would be broken in the cell that is looked at', async () => {
    const desk = await openDesk({ all: 'mon@3' });
    await desk.hold('all');
    desk.actions.aim({ day: monday, slot: 0 });
    await vi.waitFor(() => expect(desk.actions.whyNot()).not.toBeNull(), 10_000);
    const kinds = desk.actions.whyNot()?.caused.map(({ violation }) => violation.kind);
    expect(kinds).toContain('unavailable');
  });
});
