import { expect, test } from 'vitest';
import { plannedDay, type SlotPlan } from '../../src/domain/slot-plan.ts';

const plan: SlotPlan = { from: '08:00', to: '16:00', minutes: 60, pause: 0, breaks: [] };

test('a day is cut into slots as long as they end in time', () => {
  const day = plannedDay({ ...plan, minutes: 45, pause: 5, to: '10:00' });
  expect(day).toEqual({
    slots: [
      { start: '08:00', end: '08:45' },
      { start: '08:50', end: '09:35' },
    ],
    breaks: [],
  });
});

test('a break is a slot with a name, and the slots go on after it', () => {
  const lunch = { name: 'Lunch', from: '12:30', to: '13:15' };
  const coffee = { name: 'Coffee', from: '10:00', to: '10:15' };
  const day = plannedDay({ ...plan, breaks: [lunch, coffee] });
  if (typeof day === 'string') throw new Error(day);
  expect(day.breaks).toEqual([
    { name: 'Coffee', slot: 2 },
    { name: 'Lunch', slot: 5 },
  ]);
  expect(day.slots.map(({ start }) => start)).toEqual([
    '08:00',
    '09:00',
    '10:00',
    '10:15',
    '11:15',
    '12:30',
    '13:15',
    '14:15',
  ]);
});

test.each([
  [{ to: '07:00' }, 'clock'],
  [{ from: 'eight' }, 'clock'],
  [{ minutes: 2.5 }, 'minutes'],
  [{ pause: -1 }, 'pause'],
  [{ breaks: [{ name: 'Late', from: '15:30', to: '16:30' }] }, 'break'],
  [{ minutes: 500 }, 'none'],
  [{ minutes: 20, breaks: [{ name: 'Lunch', from: '12:00', to: '12:30' }] }, 'tooMany'],
] as const)('%j is refused: %s', (change, flaw) => {
  expect(plannedDay({ ...plan, ...change })).toBe(flaw);
});
