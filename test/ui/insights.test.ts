import { describe, expect, test } from 'vitest';
import { occupancyOf } from '../../src/domain/evaluation/occupancy.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { finish } from '../../src/domain/steps.ts';
import { coverNeedSteps } from '../../src/domain/substitution.ts';
import { idsOf, idsText, pairsOf, pairsText } from '../../src/ui/state/insights/cover-address.ts';
import { coverLines, coverText, reasonsOf } from '../../src/ui/state/insights/cover-list.ts';
import { freeList } from '../../src/ui/state/insights/free-view.ts';
import { freeAddress } from '../../src/ui/state/insights/insight-address.ts';
import { closedAt, weekChoices, whole } from '../../src/ui/state/insights/moment-choices.ts';
import { footOf, sortedRows, statisticsViewSteps } from '../../src/ui/state/insights/statistics-tables.ts';
import { foldedMatch } from '../../src/ui/state/words/folded-match.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { built, timetableOf } from '../support/build.ts';
import { smallSchool } from '../support/small-school.ts';

const text = createTranslate(() => en);
const most = (id: string, kind: string, max: number, ids?: readonly string[]): RuleData => ({
  id,
  kind,
  scope: { of: 'instructors', ...(ids === undefined ? {} : { ids }) },
  params: { max },
  hard: true,
  weight: 1,
});
/** The small school without its own rules, so that the limits are those of a test. */
const withRules = (rules: readonly RuleData[]): ProblemData => ({ ...smallSchool, rules });
const problem = built(withRules([most('slots', 'maxLoadPerWeek', 1), most('day', 'maxLoadPerDay', 4)]));
const timetable = timetableOf(problem, {
  all: { time: 'mon@0', rooms: ['r1'] },
  left: { time: 'mon@3', rooms: ['r2'] },
  right: { time: 'tue@0', rooms: ['r2'] },
});
const viewOf = (asked: Problem) => finish(statisticsViewSteps(asked, timetable));

describe('the tables of the statistics', () => {
  const { overview, tables } = viewOf(problem);
  const table = tables.instructor;
  const column = (title: string) => table.columns.findIndex((item) => item.title === title);

  test('mark who is outside a limit', () => {
    expect(table.rows.map(({ name, breached }) => [name, breached])).toEqual([
      // two slots in week A
      ['Ana', true],
      ['Ben', true],
    ]);
    const looser = built(withRules([most('slots', 'maxLoadPerWeek', 1), most('own', 'maxLoadPerWeek', 9, ['ana'])]));
    const view = viewOf(looser);
    expect(view.tables.instructor.rows.map(({ breached }) => breached)).toEqual([false, true]);
    expect(view.overview.breaches).toBe(1);
  });

  test('tell a limit that all share once, in the head', () => {
    expect(table.limits[column('columnSlots')]).toMatchObject({ max: 1 });
    expect(table.limits[column('columnEvents')]).toBeNull();
    const mixed = built(withRules([most('slots', 'maxLoadPerWeek', 1), most('own', 'maxLoadPerWeek', 9, ['ana'])]));
    expect(viewOf(mixed).tables.instructor.limits.every((limit) => limit === null)).toBe(true);
  });

  test('are sorted by a figure or by names, numbers in them by their value', () => {
    const names = (descending: boolean) =>
      sortedRows(table.rows, { column: column('columnSlots'), descending }).map(({ name }) => name);
    // Ana 1.5 slots a week in the mean, Ben 2
    expect(names(true)).toEqual(['Ben', 'Ana']);
    expect(names(false)).toEqual(['Ana', 'Ben']);
    const rooms = ['Room 10', 'Room 9'].map((name) => ({ id: name, name, figures: [], breached: false }));
    expect(sortedRows(rooms, { column: -1, descending: false }).map(({ name }) => name)).toEqual(['Room 9', 'Room 10']);
  });

  test('end with sums and means where they say something', () => {
    const { totals, means } = footOf(table, table.rows);
    expect(totals[column('columnSlots')]).toBe(3.5);
    expect(means[column('columnSlots')]).toBe(1.75);
    expect(totals[column('columnDays')]).toBeNull();
  });

  test('begin with what is placed and how much is used', () => {
    expect(overview).toMatchObject({
      placed: 3,
      events: 4,
      minutes: 50 + 100 + 25,
      breaches: 2,
    });
  });
});

test('a filter finds names whatever the accents, by parts in any order', () => {
  const names = ['Ana Müller', 'Ben'];
  expect(names.filter(foldedMatch('muller an'))).toEqual(['Ana Müller']);
  expect(names.filter(foldedMatch('  '))).toEqual(names);
});

describe('what is free', () => {
  const occupancy = occupancyOf(problem, timetable);
  const at = (start: number, weeks: number[]) => ({ day: 0, start, length: 1, weeks });
  const anything = { seats: 0, types: [], features: [] };

  test('is told with the stretch in which it is free', () => {
    const rooms = freeList(problem, occupancy, 'room', at(1, [0]), anything, text);
    expect(rooms.rows.map(({ name, size, free }) => [name, size, free])).toEqual([
      ['Room 2', 15, 'until 10:30'],
      ['Room 1', 30, 'from 08:50'],
    ]);
    expect(rooms.total).toBe(2);
  });

  test('is not asked for in a break or outside the open hours without a word', () => {
    expect(closedAt(problem, { day: 0, start: 1, length: 2, weeks: [0] })).toBe('break');
    expect(closedAt(problem, { day: 1, start: 3, length: 2, weeks: [0] })).toBe('closed');
    expect(closedAt(problem, { day: 0, start: 3, length: 2, weeks: [0] })).toBeNull();
  });

  test('can be asked for one of the weeks, or all', () => {
    const words = { week: (letter: string) => `Week ${letter}`, every: 'all' };
    expect(weekChoices(problem, words).map(({ label }) => label)).toEqual(['Week A', 'Week B', 'all']);
    const oneWeek = { ...problem, data: { ...problem.data, calendar: { ...problem.data.calendar, weekCount: 1 } } };
    expect(weekChoices(oneWeek, words)).toEqual([]);
  });
});

describe('the cover list', () => {
  const occupancy = occupancyOf(problem, timetable);
  const away = { instructors: [0], day: 0, week: 0, from: 0, until: 5 };
  const needs = (covers: Map<number, number>) => finish(coverNeedSteps(problem, occupancy, away, covers));

  test('is a line for each event, for a spreadsheet or a message', () => {
    const lines = coverLines(problem, needs(new Map([[0, 1]])), new Map([[0, 'Pages 4 and 5']]), text);
    expect(lines).toEqual([
      {
        time: '08:00–08:50',
        event: 'Mathematics',
        groups: 'Year',
        rooms: 'Room 1',
        instead: 'Ana',
        cover: 'Ben',
        note: 'Pages 4 and 5',
      },
    ]);
    expect(coverText('Ana · Monday', lines, text).split('\n')).toEqual([
      'Ana · Monday',
      '',
      'Time\tEvent\tGroups\tRoom\tInstead of\tCover\tNote',
      '08:00–08:50\tMathematics\tYear\tRoom 1\tAna\tBen\tPages 4 and 5',
      '',
    ]);
    expect(coverLines(problem, needs(new Map()), new Map(), text)[0]?.cover).toBe('no cover');
  });

  test('says why somebody was proposed', () => {
    const [need] = needs(new Map());
    expect(need?.candidates.map((candidate) => reasonsOf(problem, candidate, text))).toEqual([['2 slots that day']]);
  });
});

describe('an address', () => {
  test('of what is free holds what it is about', () => {
    expect(freeAddress('p', { day: 'mon', slot: 3, of: 'instructor' })).toBe('/p/p/free?day=mon&slot=3&of=instructor');
  });

  test('carries ids whatever is in them', () => {
    const ids = ['a,b', 'c:d', 'e%2Cf', 'ग'];
    expect(idsOf(idsText(ids))).toEqual(ids);
    expect(pairsOf(pairsText([['a:b,c', 'd%']]))).toEqual([['a:b,c', 'd%']]);
  });

  test('that was cut or written by hand does no harm', () => {
    expect(idsOf(undefined)).toEqual([]);
    expect(idsOf('%E0%A4%A,x')).toEqual(['%E0%A4%A', 'x']);
    expect(pairsOf('a:,b,:c')).toEqual([]);
    expect([
      whole('3', 0, 5, 1),
      whole('9', 0, 5, 1),
      whole('x', 0, 5, 1),
      whole('', 0, 5, 1),
      whole('1.5', 0, 5, 1),
    ]).toEqual([3, 1, 1, 1, 1]);
  });
});
