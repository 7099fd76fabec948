import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import {
  exampleCalendar,
  exampleEvent,
  exampleProblem,
  exampleRule,
} from '../../src/domain/constraints/example-data.ts';
import { timesOverlap } from '../../src/domain/constraints/pairs.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { codesOf, valueIn } from '../formats/support/files.ts';
import { built, timetableOf } from '../support/build.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';

/** Half hours from six to midnight: more slots than a mask of a day has. */
const calendar = {
  ...exampleCalendar(4),
  slots: Array.from({ length: 36 }, (_, slot) => ({ start: clock(360 + 30 * slot), end: clock(390 + 30 * slot) })),
  weekCount: 2,
};

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

describe('days of more slots than a mask has', () => {
  it('clash exactly where two times share a day, a week and a slot', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const bytes = new TextEncoder().encode(randomItc2019(new Random(seed)));
      const { times } = valueIn(buildProblem(valueIn(await readFiles([{ name: 'p.xml', bytes }])).problem));
      for (const first of times) {
        for (const second of times) {
          const share = first.cells.some((cell) => second.cells.includes(cell));
          expect(share, `${first.id} and ${second.id}`).toBe(timesOverlap(first, second));
        }
      }
    }
  });

  it('count a clash of a room and name its day', () => {
    const events = [
      exampleEvent('a', { roomCount: 1, groupIds: [] }),
      exampleEvent('b', { roomCount: 1, groupIds: [] }),
    ];
    const problem = built(exampleProblem({ calendar, events, rules: [] }));
    const both = { time: 'tue@33', rooms: ['r1'] };
    const { score, violations } = evaluate(problem, timetableOf(problem, { a: both, b: both }));
    expect(score.hard).toBe(1);
    expect(violations.map(({ kind, dayIndex }) => [kind, dayIndex % 2])).toEqual([['roomClash', 1]]);
  });

  it('leave a room alone in the weeks in which it is available', () => {
    const slots = [{ day: 'mon', slots: [34, 35], weeks: [1] }];
    const rules = [exampleRule('unavailable', { scope: { of: 'rooms', ids: ['r1'] }, params: { slots }, hard: true })];
    const events = [exampleEvent('a', { roomCount: 1, weeks: [0] }), exampleEvent('b', { roomCount: 1, weeks: [1] })];
    const problem = built(exampleProblem({ calendar, events, rules }));
    const hardAt = (event: string) =>
      evaluate(problem, timetableOf(problem, { [event]: { time: 'mon@35', rooms: ['r1'] } })).score.hard;
    expect(hardAt('a')).toBe(0);
    expect(hardAt('b')).toBe(1);
  });

  it('have no rules on the shape of a day', () => {
    const result = buildProblem(
      exampleProblem({ calendar, rules: [exampleRule('isolated', { scope: { of: 'groups' } })] }),
    );
    expect(codesOf(result)).toEqual(['problem.ruleNeedsShortDays']);
  });

  it('have no breaks', () => {
    const breaks = [{ name: 'Lunch', slot: 12 }];
    expect(codesOf(buildProblem(exampleProblem({ calendar: { ...calendar, breaks }, rules: [] })))).toEqual([
      'problem.noBreaks',
    ]);
  });
});
