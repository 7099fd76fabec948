import { expect, test } from 'vitest';
import { fromWeekCells, weekCells } from '../../../src/domain/operations/week-cells.ts';
import type { CalendarData } from '../../../src/domain/problem-data.ts';
import { smallSchool } from '../../support/small-school.ts';

const { calendar } = smallSchool;

test('cells and calendar say the same; a break of all days names none of them', () => {
  const back = { ...calendar, ...fromWeekCells(calendar, weekCells(calendar)) };
  expect(back).toEqual(calendar);
});

test('a break counts more than closed hours, and one of some days names them', () => {
  const given: CalendarData = {
    ...calendar,
    breaks: [{ name: 'Tea', slot: 4, days: ['tue'] }],
    closed: [{ day: 'tue', slots: [3, 4] }],
  };
  const cells = weekCells(given);
  expect(cells[1]?.map(({ use }) => use)).toEqual(['open', 'open', 'open', 'closed', 'break']);
  expect(fromWeekCells(given, cells)).toEqual({
    breaks: [{ name: 'Tea', slot: 4, days: ['tue'] }],
    closed: [{ day: 'tue', slots: [3] }],
  });
});
