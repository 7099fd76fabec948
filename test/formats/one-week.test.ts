import { describe, expect, test } from 'vitest';
import { writeFile } from '../../src/formats/registry.ts';
import { checkHandout } from '../../src/handout/check-handout.ts';
import type { Handout } from '../../src/handout/handout.ts';
import { handoutTexts } from '../../src/handout/handout-texts.ts';
import { htmlText } from '../../src/handout/markup.ts';
import { hasWeeks, inWeek, presentWeek, weekName } from '../../src/handout/one-week.ts';
import { meetingsOf, peopleOf } from '../../src/handout/people.ts';
import { weekOf } from '../../src/handout/week.ts';
import { weekForms, weekSheet } from '../../src/handout/week-table.ts';
import { valueIn } from './support/files.ts';
import { type LectureWeek, lectureWeek } from './support/lecture-week.ts';

async function handedOut(change: LectureWeek): Promise<Handout> {
  const file = valueIn(await writeFile('handout', lectureWeek(change), null, { timeZone: 'Europe/Berlin' }));
  return valueIn(checkHandout(JSON.parse(new TextDecoder().decode(file)), 'test'));
}

const alternating: LectureWeek = {
  calendar: { weekCount: 2 },
  events: { algebra: { weeks: [0] }, lab: { weeks: [1] } },
  times: { algebra: 'd1@0', lab: 'd1@0', seminar: 'd3@2' },
};
/** A term of dated weeks, the Tuesday of the second being free. */
const dated: LectureWeek = {
  ...alternating,
  calendar: {
    weekCount: 6,
    term: { startDate: '2026-10-12', weeks: 6, holidays: [{ name: 'Fair', from: '2026-10-20', to: '2026-10-20' }] },
  },
  times: { algebra: 'd1@0', lab: 'd2@0', seminar: 'd3@2' },
};

describe('one week of a cycle', () => {
  test('has what is held in it and in every week, and nothing else', async () => {
    const made = await handedOut(alternating);
    const held = (week: number | null) => inWeek(made, week).meetings.map(({ id }) => id);
    expect([held(0), held(1), held(null)]).toEqual([
      ['algebra', 'seminar'],
      ['lab', 'seminar'],
      ['algebra', 'lab', 'seminar'],
    ]);
    const blocks = (week: number | null) =>
      weekOf(made, made.meetings, week).days[0]?.blocks.flatMap(({ entries }) => entries.map((e) => e.meeting.id));
    expect([blocks(0), blocks(1), blocks(null)]).toEqual([['algebra'], ['lab'], ['algebra', 'lab']]);
  });

  test('is not to be chosen where every week is the same', async () => {
    expect(hasWeeks(await handedOut({}))).toBe(false);
    expect(hasWeeks(await handedOut({ calendar: { weekCount: 2 } }))).toBe(false);
    expect(hasWeeks(await handedOut(alternating))).toBe(true);
    // the dates differ, and what is free
    expect(hasWeeks(await handedOut({ calendar: { weekCount: 6 } }))).toBe(true);
  });

  test('is at first the present one, on free days the next, outside the term the first, without dates all', async () => {
    const holidays = [{ name: 'Break', from: '2026-10-26', to: '2026-11-01' }];
    const { calendar } = await handedOut({
      calendar: { weekCount: 2, term: { startDate: '2026-10-12', weeks: 6, holidays } },
    });
    const on = (date: string) => presentWeek(calendar, new Date(`${date}T12:00`));
    const days = ['2026-10-13', '2026-10-20', '2026-10-24', '2026-10-27', '2026-09-01', '2027-05-01'];
    expect(days.map(on)).toEqual([0, 1, 1, 1, 0, 0]);
    const { term: _, ...timeless } = calendar;
    // week A alone could be taken for every week; a year of weeks cannot be read in one
    expect(presentWeek(timeless, new Date())).toBe(null);
    expect(presentWeek({ ...timeless, weekCount: 40 }, new Date())).toBe(0);
  });

  test('is told by letter, by number, and with its date where it comes once', async () => {
    const name = async (change: LectureWeek, week: number, language = 'en') =>
      weekName((await handedOut(change)).calendar, week, { ...handoutTexts, language });
    expect(await name(alternating, 1)).toBe('B');
    expect(await name({ calendar: { weekCount: 5 } }, 2)).toBe('3');
    expect(await name(dated, 1, 'de')).toBe('2 · 19. Okt.');
    // whatever a file from elsewhere says its language is
    expect(await name(dated, 1, 'x_!')).toBe('2 · 2026-10-19');
  });

  test('of the calendar says its dates, and on a holiday that nothing is held', async () => {
    const made = await handedOut(dated);
    const person = peopleOf(made).find(({ name }) => name === 'Ben');
    if (person === undefined) throw new Error('There is no Ben');
    const week = weekOf(made, meetingsOf(made, person), 1);
    const text = weekForms(made, person, week, handoutTexts).map(htmlText);
    expect(text[0]).toContain('Tuesday</bdi> <small class="date"><bdi>Oct 20 · Fair');
    expect(text[1]).toContain('Fair');
    expect(text.join()).not.toContain('Laboratory');
    const sheet = htmlText(weekSheet(made, person, week, handoutTexts));
    expect(sheet).toContain('Week 2 · Oct 19 · ');
    // which other weeks a lesson is held in would only be in the way
    const first = weekOf(made, made.meetings, 0);
    expect(weekForms(made, person, first, handoutTexts).map(htmlText).join()).not.toContain('weeks 1');
    expect(htmlText(weekSheet(made, person, weekOf(made, meetingsOf(made, person)), handoutTexts))).not.toContain(
      'Oct',
    );
  });
});
