import { describe, expect, test } from 'vitest';
import { cellStates, extentOf, gridRows } from '../../src/ui/state/timetable/grid-axis.ts';
import {
  cardsOf,
  eventsOfView,
  hasWeeks,
  isHeldIn,
  unplacedEvents,
  usualGroup,
  usualItem,
  type ViewKind,
  viewItems,
  viewOfEvent,
} from '../../src/ui/state/timetable/view.ts';
import { builtSmallSchool, timetableOf } from '../support/small-school.ts';

const problem = builtSmallSchool();
const eventIndex = (id: string) => problem.events.findIndex((event) => event.id === id);
const groupIndex = (id: string) => problem.groups.findIndex((group) => group.data.id === id);
const idsOf = (events: readonly number[]) => events.map((event) => problem.events[event]?.id);
const nothing = timetableOf(problem, {});

describe('whose events a view shows', () => {
  test('a subgroup sees its own events and those of the groups around it, not its siblings', () => {
    expect(idsOf(eventsOfView(problem, nothing, 'group', groupIndex('right-1')))).toEqual(['all', 'right', 'right-1']);
    expect(idsOf(eventsOfView(problem, nothing, 'group', groupIndex('right-2')))).toEqual(['all', 'right']);
    expect(idsOf(eventsOfView(problem, nothing, 'group', groupIndex('left')))).toEqual(['all', 'left']);
  });

  test('a year sees the events of everybody inside it', () => {
    expect(eventsOfView(problem, nothing, 'group', groupIndex('year'))).toHaveLength(4);
  });

  test('a room sees what is placed in it, an instructor also what is not placed yet', () => {
    const timetable = timetableOf(problem, { all: 'mon@0' });
    expect(idsOf(eventsOfView(problem, timetable, 'room', 0))).toEqual(['all']);
    expect(idsOf(eventsOfView(problem, timetable, 'room', 1))).toEqual([]);
    expect(idsOf(eventsOfView(problem, timetable, 'instructor', 1))).toEqual(['left']);
  });
});

test('nobody chosen, a group is shown that attends as a whole, not the year around it', () => {
  const shown = (kind: ViewKind) => usualItem(problem, kind, viewItems(problem, kind))?.id;
  expect(problem.groups[0]?.children).not.toEqual([]);
  expect(shown('group')).toBe('left');
  expect(shown('room')).toBe(problem.rooms[0]?.id);
  expect(usualItem(problem, 'group', [])).toBeNull();
  expect(usualGroup(problem.data.groups)).toBe('left');
});

describe('cards', () => {
  const everything = problem.events.map((event) => event.index);

  test('overlapping cards stand side by side; of two weeks each has its half, the others take the whole width', () => {
    const timetable = timetableOf(problem, { all: 'mon@1', left: 'mon@0', right: 'mon@3' });
    const cards = cardsOf(problem, timetable, everything);
    const lanes = Object.fromEntries(cards.map((card) => [problem.events[card.event]?.id, [card.lane, card.lanes]]));
    expect(lanes).toEqual({ left: [0, 2], all: [1, 2], right: [0, 2] });
  });

  test('a card in some weeks carries their letters', () => {
    const timetable = timetableOf(problem, { all: 'mon@0', right: 'mon@3', 'right-1': 'mon@3' });
    const weeks = cardsOf(problem, timetable, everything).map((card) => [problem.events[card.event]?.id, card.weeks]);
    expect(Object.fromEntries(weeks)).toEqual({ all: '', right: 'A', 'right-1': 'B' });
  });

  test('of one week only what is held in it has a card, and no half is left free for the other', () => {
    expect(hasWeeks(problem)).toBe(true);
    const timetable = timetableOf(problem, { all: 'mon@0', right: 'mon@3', 'right-1': 'mon@3' });
    const shown = (week: number | null) =>
      cardsOf(problem, timetable, everything, week).map((card) => [problem.events[card.event]?.id, card.lanes]);
    expect(shown(0)).toEqual([
      ['all', 1],
      ['right', 1],
    ]);
    expect(shown(1)).toEqual([
      ['all', 1],
      ['right-1', 1],
    ]);
    expect(shown(null)).toHaveLength(3);
    const held = (week: number | null) =>
      ['right', 'left'].map((id) => isHeldIn(problem, timetable, eventIndex(id), week));
    expect([held(null), held(0), held(1)]).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ]);
  });

  test('events without a time have no card and are in the tray', () => {
    const timetable = timetableOf(problem, { all: 'mon@0' });
    expect(cardsOf(problem, timetable, everything)).toHaveLength(1);
    expect(idsOf(unplacedEvents(problem, timetable))).toEqual(['left', 'right', 'right-1']);
  });

  test('a problem leads to a view in which the card is', () => {
    expect(viewOfEvent(problem, nothing, eventIndex('right-1'))).toEqual({ kind: 'group', id: 'right-1' });
  });
});

describe('the grid', () => {
  test('a break of every day is a thin named band and not counted in the height of a card', () => {
    const rows = gridRows(problem);
    expect(rows.map((row) => row.band)).toEqual([null, null, 'Lunch', null, null]);
    expect(extentOf(rows, 1, 3)).toEqual({ full: 2, bands: 1 });
  });

  test('cells tell breaks, closed hours and the times in which the instructor cannot', () => {
    const states = cellStates(problem, 'instructor', 0);
    expect(states.slice(0, 5)).toEqual(['unavailable', 'unavailable', 'break', 'open', 'unavailable']);
    expect(states.slice(5)).toEqual(['open', 'open', 'break', 'open', 'closed']);
    expect(cellStates(problem, 'instructor', 1).slice(0, 2)).toEqual(['open', 'open']);
  });
});
