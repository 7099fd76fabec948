import { expect, it } from 'vitest';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import { amountsByRule, evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { fromTimetableData, toTimetableData } from '../../src/domain/timetable-data.ts';
import { built } from '../support/build.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

it('makes valid problems in which every kind of rule is broken by some timetable', () => {
  const broken = new Set<string>();
  for (const seed of seeds) {
    const random = new Random(seed);
    const problem = built(randomProblem(random));
    for (const violation of evaluate(problem, randomTimetable(problem, random)).violations) broken.add(violation.kind);
  }
  for (const { id, measures } of ruleDefinitions) {
    // students who ask for courses are in the random problems of ITC-2019
    if (measures.every(({ term }) => term !== 'attendance')) expect([...broken]).toContain(id);
  }
  for (const basic of ['placed', 'roomClash', 'instructorClash', 'groupClash', 'closed', 'preference']) {
    expect([...broken]).toContain(basic);
  }
});

it('adds up violations, amounts by rule and the score to the same figures', () => {
  for (const seed of seeds) {
    const random = new Random(seed);
    const problem = built(randomProblem(random));
    const evaluation = evaluate(problem, randomTimetable(problem, random));
    const rows = amountsByRule(problem, evaluation);
    const { unplaced, hard, soft } = evaluation.score;
    expect(rows.filter((row) => row.id === 'placed').map((row) => row.amount)).toEqual([unplaced]);
    expect(rows.filter((row) => row.hard).reduce((sum, row) => sum + row.cost, 0)).toBe(unplaced + hard);
    expect(rows.filter((row) => !row.hard).reduce((sum, row) => sum + row.cost, 0)).toBe(soft);
    expect(rows.length).toBe(problem.rules.length + 8);
  }
});

it('writes a timetable by ids and reads back the same', () => {
  for (const seed of seeds) {
    const random = new Random(seed);
    const problem = built(randomProblem(random));
    const timetable = randomTimetable(problem, random, true);
    const read = fromTimetableData(problem, toTimetableData(problem, timetable));
    expect(read).toEqual({ ok: true, value: timetable, diagnostics: [] });
  }
});
