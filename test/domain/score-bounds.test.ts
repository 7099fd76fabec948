import { expect, it } from 'vitest';
import { largestHardWeight, mostOfEvent } from '../../src/domain/build/score-limits.ts';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { scoreBounds } from '../../src/domain/score-bounds.ts';
import { valueIn } from '../formats/support/files.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

it('bounds every timetable, and every change of one event, of random problems with all kinds of rules', () => {
  const random = new Random(31);
  for (let turn = 0; turn < 40; turn++) {
    const problem = valueIn(buildProblem(randomProblem(random)));
    const { soft, hard } = scoreBounds(problem);
    for (let trial = 0; trial < 8; trial++) {
      const first = randomTimetable(problem, random);
      const second = randomTimetable(problem, random);
      const event = random.below(problem.events.length);
      const moved = first.assignments.map((item, index) =>
        index === event ? (second.assignments[index] ?? item) : item,
      );
      const [before, after] = [first, { assignments: moved }].map((timetable) => evaluate(problem, timetable).score);
      if (before === undefined || after === undefined) throw new Error('two timetables were judged');
      expect(before.soft).toBeLessThanOrEqual(soft.total);
      expect(before.hard).toBeLessThanOrEqual(hard.total);
      expect(Math.abs(after.soft - before.soft)).toBeLessThanOrEqual(soft.ofEvent);
      expect(Math.abs(after.hard - before.hard)).toBeLessThanOrEqual(hard.ofEvent);
    }
  }
});

it('lets a hard unit weigh less where one event can break many', () => {
  const level = (ofEvent: number) => ({ total: ofEvent, ofEvent, ofCell: 1 });
  const weight = (hard: number) => largestHardWeight({ soft: level(0), hard: level(hard) });
  expect(weight(1000)).toBe(20_000);
  expect(weight(1_000_000)).toBe(67);
  expect(weight(mostOfEvent)).toBe(1);
});
