import { describe, expect, it } from 'vitest';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../../src/domain/constraints/example-data.ts';
import { definitionOf } from '../../../src/domain/constraints/registry.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import type { MeetingTime } from '../../../src/domain/problem.ts';
import type { ProblemData, RuleData } from '../../../src/domain/problem-data.ts';
import { Random } from '../../../src/domain/random.ts';
import { built, timetableOf } from '../../support/build.ts';

const days = ['mon', 'tue', 'wed', 'thu'].map((id) => ({ id, name: id }));

/** Random meeting times over four days, six slots and three weeks, many of them in part on the same days. */
function randomTimes(random: Random): readonly MeetingTime[] {
  const some = <Item>(items: readonly Item[]) => random.shuffled(items).slice(0, 1 + random.below(items.length));
  const meetingTimes = Array.from({ length: 60 }, (_, index) => {
    const length = 1 + random.below(3);
    return {
      id: `t${index}`,
      days: some(days).map((day) => day.id),
      start: random.below(7 - length),
      length,
      weeks: some([0, 1, 2]),
    };
  });
  const calendar = { ...exampleCalendar(6), days, weekCount: 3 };
  return built(exampleProblem({ calendar, meetingTimes, rules: [] })).times;
}

const bits = (items: readonly number[]) => items.reduce((mask, item) => mask | (1 << item), 0);

/** What ITC-2019 asks of two classes, as it is written there: bit strings of days and weeks, start and end. */
function competition(first: MeetingTime, second: MeetingTime, gap: number): Readonly<Record<string, boolean>> {
  const [daysI, daysJ, weeksI, weeksJ] = [bits(first.days), bits(second.days), bits(first.weeks), bits(second.weeks)];
  const [startI, startJ] = [first.start, second.start];
  const [endI, endJ] = [first.start + first.length, second.start + second.length];
  const overlap = startJ < endI && startI < endJ && (daysI & daysJ) !== 0 && (weeksI & weeksJ) !== 0;
  return {
    sameStart: startI === startJ,
    sameTime: (startI <= startJ && endJ <= endI) || (startJ <= startI && endI <= endJ),
    differentTime: endI <= startJ || endJ <= startI,
    sameDays: (daysI | daysJ) === daysI || (daysI | daysJ) === daysJ,
    differentDays: (daysI & daysJ) === 0,
    sameWeeks: (weeksI | weeksJ) === weeksI || (weeksI | weeksJ) === weeksJ,
    differentWeeks: (weeksI & weeksJ) === 0,
    overlap,
    notOverlap: !overlap,
    minGapBetween: (daysI & daysJ) === 0 || (weeksI & weeksJ) === 0 || endI + gap <= startJ || endJ + gap <= startI,
  };
}

describe('rules about two meeting times', () => {
  it('ask what ITC-2019 asks, one unit for each pair that is not so', () => {
    const gap = 2;
    const problem = built(exampleProblem({ rules: [] }));
    const seen = new Map<string, Set<number>>();
    const random = new Random(11);
    const times = randomTimes(random);
    for (const first of times) {
      for (const second of times) {
        for (const [kind, holds] of Object.entries(competition(first, second, gap))) {
          const measure = definitionOf(kind)?.measures[0];
          if (measure?.term !== 'timePair') throw new Error(kind);
          const amount = measure.amount(first, second, { problem, params: { gap } });
          expect(amount, `${kind} of ${JSON.stringify([first, second])}`).toBe(holds ? 0 : 1);
          seen.set(kind, (seen.get(kind) ?? new Set()).add(amount));
        }
      }
    }
    for (const [kind, amounts] of seen) expect(amounts.size, kind).toBe(2);
  });
});

/** Amount of the only rule for the given placement of a, b and c, one event of one slot each unless changed. */
function amountOf(rule: RuleData, placed: Readonly<Record<string, string>>, change: Partial<ProblemData> = {}): number {
  const events = Object.keys(placed).map((id) => exampleEvent(id, { times: [{ id: placed[id] ?? '' }] }));
  const problem = built(exampleProblem({ calendar: exampleCalendar(6, 2), events, ...change, rules: [rule] }));
  const entries = Object.entries(placed).map(([id, time]) => [id, { time }]);
  return evaluate(problem, timetableOf(problem, Object.fromEntries(entries)))
    .violations.filter((violation) => violation.kind === rule.kind)
    .reduce((sum, violation) => sum + violation.amount, 0);
}

describe('events that follow each other', () => {
  const consecutive = exampleRule('consecutive', { scope: { of: 'courses' } });
  const grouped = exampleRule('grouped', { scope: { of: 'courses' } });

  it('are compared with the next one only', () => {
    expect(amountOf(consecutive, { a: 'mon@3', b: 'mon@4', c: 'mon@5' })).toBe(0);
    expect(amountOf(grouped, { a: 'mon@5', b: 'mon@4', c: 'mon@3' })).toBe(0);
    expect(amountOf(consecutive, { a: 'mon@5', b: 'mon@4', c: 'mon@3' })).toBe(2);
  });

  it('may have a break between, but not a slot beside it', () => {
    expect(amountOf(consecutive, { a: 'mon@1', b: 'mon@3' })).toBe(0);
    expect(amountOf(consecutive, { a: 'mon@0', b: 'mon@3' })).toBe(1);
    expect(amountOf(grouped, { a: 'mon@4', b: 'mon@1' })).toBe(1);
  });

  it('need the break on every day they share', () => {
    const calendar = { ...exampleCalendar(6), breaks: [{ name: 'Break', slot: 2, days: ['mon'] }] };
    const meetingTimes = [
      { id: 'early', days: ['mon', 'tue'], start: 1, length: 1 },
      { id: 'late', days: ['mon', 'tue'], start: 3, length: 1 },
    ];
    expect(amountOf(consecutive, { a: 'early', b: 'late' }, { calendar, meetingTimes })).toBe(1);
    expect(amountOf(consecutive, { a: 'early', b: 'mon@3' }, { calendar, meetingTimes })).toBe(0);
    expect(amountOf(consecutive, { a: 'early', b: 'tue@3' }, { calendar, meetingTimes })).toBe(1);
  });

  it('do not overlap and are not in turns', () => {
    expect(amountOf(grouped, { a: 'mon@3', b: 'mon@3' })).toBe(1);
    const calendar = { ...exampleCalendar(6, 2), weekCount: 2 };
    const meetingTimes = [0, 1].map((week) => ({
      id: `w${week}`,
      days: ['mon'],
      start: week,
      length: 1,
      weeks: [week],
    }));
    expect(amountOf(grouped, { a: 'w0', b: 'w1' }, { calendar, meetingTimes })).toBe(1);
  });
});

describe('days between', () => {
  const calendar = { ...exampleCalendar(6), days, weekCount: 2 };
  const meetingTimes = [
    { id: 'mon+thu', days: ['mon', 'thu'], start: 0, length: 1 },
    { id: 'mon, even', days: ['mon'], start: 0, length: 1, weeks: [1] },
    { id: 'mon, odd', days: ['mon'], start: 0, length: 1, weeks: [0] },
  ];
  const atLeast = (params: RuleData['params']) => exampleRule('minDaysBetween', { scope: { of: 'events' }, params });
  const atMost = (max: number) => exampleRule('maxDaysBetween', { params: { max } });

  it('are counted between the closest days for the least, the furthest for the most', () => {
    expect(amountOf(atLeast({ min: 2 }), { a: 'mon+thu', b: 'wed@0' }, { calendar, meetingTimes })).toBe(1);
    expect(amountOf(atMost(1), { a: 'mon+thu', b: 'wed@0' }, { calendar, meetingTimes })).toBe(1);
  });

  it('are not asked for between events in turns', () => {
    expect(amountOf(atLeast({ min: 3 }), { a: 'mon, even', b: 'mon, odd' }, { calendar, meetingTimes })).toBe(0);
    expect(amountOf(atMost(0), { a: 'mon, even', b: 'mon, odd' }, { calendar, meetingTimes })).toBe(0);
    expect(amountOf(atLeast({ min: 3 }), { a: 'mon, even', b: 'mon@1' }, { calendar, meetingTimes })).toBe(3);
  });
});
