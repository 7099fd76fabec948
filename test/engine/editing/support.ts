import { buildProblem } from '../../../src/domain/build-problem.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { Random } from '../../../src/domain/random.ts';
import type { Score } from '../../../src/domain/score.ts';
import type { Timetable } from '../../../src/domain/timetable.ts';
import type { EventMove } from '../../../src/engine/editing/answers.ts';
import { readFiles } from '../../../src/formats/registry.ts';
import { valueIn } from '../../formats/support/files.ts';
import { randomItc2019 } from '../../support/itc2019-xml.ts';
import { type RandomProblemOptions, randomProblem, randomTimetable } from '../../support/problems.ts';

export interface Case {
  readonly problem: Problem;
  readonly timetable: Timetable;
  readonly random: Random;
}

/** A random problem with a random timetable, in which events may hold a room or an instructor twice. */
export function randomCase(seed: number, options: RandomProblemOptions = {}): Case {
  const random = new Random(seed);
  const problem = valueIn(buildProblem(randomProblem(random, options)));
  return { problem, timetable: randomTimetable(problem, random), random };
}

/** The same with sectioned students and long days. */
export async function sectionedCase(seed: number): Promise<Case> {
  const random = new Random(seed);
  const bytes = new TextEncoder().encode(randomItc2019(random));
  const problem = valueIn(buildProblem(valueIn(await readFiles([{ name: 'random.xml', bytes }])).problem));
  const { requests = [], optionsOf = [] } = problem.sectioning ?? {};
  const enrolment = requests.map(({ course }) => random.below(optionsOf[course]?.length ?? 1));
  return { problem, timetable: { ...randomTimetable(problem, random), enrolment }, random };
}

export function withMoves(timetable: Timetable, moves: readonly EventMove[]): Timetable {
  const assignments = [...timetable.assignments];
  for (const { event, assignment } of moves) assignments[event] = assignment;
  return { ...timetable, assignments };
}

const scores = new WeakMap<Timetable, Score>();

/** What the reference says that moves would change the score by. */
export function referenceChange({ problem, timetable }: Case, moves: readonly EventMove[]): Score {
  const before = scores.get(timetable) ?? evaluate(problem, timetable).score;
  scores.set(timetable, before);
  const after = evaluate(problem, withMoves(timetable, moves)).score;
  return { unplaced: after.unplaced - before.unplaced, hard: after.hard - before.hard, soft: after.soft - before.soft };
}
