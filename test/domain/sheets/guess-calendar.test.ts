import { describe, expect, test } from 'vitest';
import { guessCalendar } from '../../../src/domain/sheets/guess-calendar.ts';
import { jobOf, planOf, sheetOf } from './support.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const habits = {
  weekOrder: [1, 2, 3, 4, 5, 6, 7],
  dayOf: (weekday: number) => ({ id: names[weekday - 1] ?? '', name: names[weekday - 1] ?? '', weekday }),
};
const guessed = (...texts: readonly string[]) =>
  guessCalendar(
    texts.map((text) => jobOf(sheetOf(text))),
    habits,
  );
const slotsOf = (made: ReturnType<typeof guessed>) => made.calendar.slots.map(({ start, end }) => `${start}-${end}`);
const daysOf = (made: ReturnType<typeof guessed>) => made.calendar.days.map(({ name }) => name).join(' ');

const hours = (text: string) =>
  text
    .split('\n')
    .map((row) => `Maths|1A|${row}`)
    .join('\n');
const timetable = (rows: string) => `Course|Group|Day|Start|End\n${hours(rows)}`;

describe('the days of a timetable', () => {
  test.each([
    ['those that are named and between, in any language', 'Montag|8:00|9:00\nDonnerstag|9:00|10:00', 'mon tue wed thu'],
    ['Saturday, too', 'Mon|8:00|9:00\nSat.|9:00|10:00', 'mon tue wed thu fri sat'],
    ['numbers', '1|8:00|9:00\n6|9:00|10:00', 'mon tue wed thu fri sat'],
    ['names of their own', 'Red|8:00|9:00\nBlue|9:00|10:00', 'Red Blue'],
  ])('%s', (_, rows, days) => {
    const made = guessed(timetable(rows));
    expect(daysOf(made)).toBe(days);
    expect(made.days).not.toBe('usual');
  });

  test('a cycle longer than a week has no weekdays', () => {
    const made = guessed(timetable('1|8:00|9:00\n10|9:00|10:00'));
    expect(made.calendar.days).toHaveLength(10);
    expect(made.calendar.days.every(({ weekday }) => weekday === undefined)).toBe(true);
  });
});

describe('the slots of a timetable', () => {
  test('reach from one beginning to the next, with pauses and a midday without a slot', () => {
    const made = guessed(timetable('Mon|8:00|8:45\nMon|8:50|9:35\nTue|8:00|9:35\nTue|11:00|11:45'));
    expect(slotsOf(made)).toEqual(['08:00-08:45', '08:50-09:35', '11:00-11:45']);
    expect(made.slots).toBe('clock');
  });

  test('of meetings of several lengths are the shortest', () => {
    expect(slotsOf(guessed(timetable('Mon|08h00|10h00\nMon|10h00|11h00')))).toEqual([
      '08:00-09:00',
      '09:00-10:00',
      '10:00-11:00',
    ]);
  });

  test('an end inside another meeting is the end of a slot', () => {
    expect(slotsOf(guessed(timetable('Mon|8:00|8:50\nTue|8:00|9:40\nTue|10:00|10:50')))).toEqual([
      '08:00-08:50',
      '08:50-09:40',
      '10:00-10:50',
    ]);
  });

  test('that only have a beginning last as long as it is to the next', () => {
    const made = guessed('Course|Day|Start\nA|Mon|8:00\nA|Mon|8:45\nA|Tue|9:30\nA|Tue|11:00');
    expect(slotsOf(made)).toEqual(['08:00-08:45', '08:45-09:30', '09:30-10:15', '11:00-11:45']);
  });

  test('numbers and names are counted, in hours from eight', () => {
    expect(slotsOf(guessed('Course|Day|Period\nA|Mon|1\nA|Mon|6'))).toHaveLength(6);
    const named = guessed('Course|Day|Period\nA|Mon|P10\nA|Mon|P9\nA|Tue|P1');
    expect(named.calendar.slots.map(({ name }) => name)).toEqual(['P1', 'P9', 'P10']);
    expect(named.slots).toBe('named');
  });

  test('that begin at odd times are even, and never more than a day has', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `Mon|${8 + (index % 9)}:${10 + index}|${10 + (index % 9)}:${10 + index}`,
    );
    const made = guessed(timetable(rows.join('\n')));
    expect(made.calendar.slots.length).toBeLessThanOrEqual(16);
    const ends = made.calendar.slots.map(({ start, end }) => start < end);
    expect(ends.every((isAfter) => isAfter)).toBe(true);
  });
});

test('weeks are counted by letters and numbers', () => {
  expect(guessed('Course|Day|Start|Weeks\nA|Mon|8:00|A\nA|Mon|9:00|B').calendar.weekCount).toBe(2);
  expect(guessed('Course|Day|Start|Weeks\nA|Mon|8:00|1–12\nA|Mon|9:00|3').calendar.weekCount).toBe(12);
});

test('wishes alone do not make the week shorter', () => {
  const made = guessed('Teacher|Day|From|To\nKim|Tue|14:00|17:30\nKim|Wed|7:30|9:00');
  expect(daysOf(made)).toBe('mon tue wed thu fri');
  expect(slotsOf(made)[0]).toBe('07:00-08:00');
  expect(slotsOf(made).at(-1)).toBe('17:00-18:00');
});

test('sheets that say nothing of time give five days of eight slots, and say so', () => {
  const made = guessed('Subject|Teacher|Class|Hours\nMaths|Kim|1A|4');
  expect(made).toMatchObject({ days: 'usual', slots: 'usual' });
  expect([made.calendar.days.length, made.calendar.slots.length, made.calendar.weekCount]).toEqual([5, 8, 1]);
});

test('a timetable goes into the calendar that was guessed from it', () => {
  const events = sheetOf('Subject|Class|Teacher|Slots\nMaths|1A|Kim|1\nArt|1A|Lee|2', 'lessons.csv');
  const places = sheetOf(
    'Course|Group|Day|Start|End\nMaths|1A|Di|08h15|09h00\nArt|1A|Fr|10h00|11h30\nArt|1A|Mo|9h15|10h00',
    'p.csv',
  );
  const jobs = [jobOf(events, 'events'), jobOf(places, 'placements')];
  const { calendar } = guessCalendar(jobs, habits);
  const nothing = { meetingTimes: [], courses: [], rooms: [], instructors: [], groups: [], students: [] };
  const problem = { name: 'x', calendar, ...nothing, events: [], rules: [], notEnforced: [] };
  const { plan, timetable: placed } = planOf(problem, jobs);
  expect(plan.sheets[1]?.rows.map(({ state }) => state)).toEqual(['add', 'add', 'refused']);
  expect(placed.timetable.assignments).toHaveLength(2);
});
