import { describe, expect, test } from 'vitest';
import type { CalendarData } from '../../src/domain/problem-data.ts';
import { cycleWeekOf, dateOf, holidayOn, termDayOf } from '../../src/domain/term-dates.ts';

const term = { startDate: '2026-10-19', weeks: 3, holidays: [{ name: 'Fair', from: '2026-10-26', to: '2026-10-27' }] };
const day = (name: string, weekday?: number) => ({ id: name, name, ...(weekday === undefined ? {} : { weekday }) });
const calendar = (days: CalendarData['days']): CalendarData => ({
  days,
  slots: [],
  weekCount: 2,
  breaks: [],
  closed: [],
  term,
});

describe('dates of a term', () => {
  test('days without a weekday follow one another, across the end of summer time and of a month', () => {
    const week = calendar(['mo', 'tu', 'we', 'th', 'fr'].map((name) => day(name)));
    expect(dateOf(week, { week: 0, day: 0 })).toBe('2026-10-19');
    expect(dateOf(week, { week: 1, day: 4 })).toBe('2026-10-30');
    expect(dateOf(week, { week: 2, day: 0 })).toBe('2026-11-02');
  });

  test('days that leave out a weekday keep their dates, and weeks may begin on a Sunday', () => {
    const school = calendar([day('mo', 1), day('tu', 2), day('th', 4)]);
    expect(dateOf(school, { week: 0, day: 2 })).toBe('2026-10-22');
    const sunday = {
      ...calendar([day('su', 7), day('mo', 1), day('th', 4)]),
      term: { ...term, startDate: '2026-10-18' },
    };
    expect([1, 2].map((index) => dateOf(sunday, { week: 1, day: index }))).toEqual(['2026-10-26', '2026-10-29']);
  });

  test('a date leads back to its day; other dates to none', () => {
    const school = calendar([day('mo', 1), day('tu', 2), day('th', 4)]);
    for (const place of [
      { week: 0, day: 0 },
      { week: 2, day: 2 },
    ]) {
      expect(termDayOf(school, dateOf(school, place) ?? '')).toEqual(place);
    }
    expect(['2026-10-18', '2026-10-21', '2026-11-09', 'soon'].map((date) => termDayOf(school, date))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('weeks of the cycle repeat, and holidays hold on both their ends', () => {
    expect([0, 1, 2].map((week) => cycleWeekOf({ weekCount: 2 }, week))).toEqual([0, 1, 0]);
    expect(['2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28'].map((date) => holidayOn(term, date))).toEqual([
      null,
      'Fair',
      'Fair',
      null,
    ]);
  });
});
