import type { Evaluation, RuleAmount } from './domain/evaluate.ts';
import { amountsByRule } from './domain/evaluate.ts';
import type { DomainItem, Problem } from './domain/problem.ts';
import type { Timetable } from './domain/timetable.ts';

/** Amount and cost of each kind of rule; where one is hard here and soft there, `(hard)` or `(soft)` tells the second. */
export function costsByKind(problem: Problem, evaluation: Evaluation) {
  const rules: Record<string, Pick<RuleAmount, 'hard' | 'amount' | 'cost'>> = {};
  for (const { kind, hard, amount, cost } of amountsByRule(problem, evaluation)) {
    const isOther = rules[kind] !== undefined && rules[kind].hard !== hard;
    const key = isOther ? `${kind} (${hard ? 'hard' : 'soft'})` : kind;
    const sum = rules[key] ?? { hard, amount: 0, cost: 0 };
    rules[key] = { hard: sum.hard, amount: sum.amount + amount, cost: sum.cost + cost };
  }
  return rules;
}

/** The four parts of the objective of ITC-2019, with their weights: their sum is the soft cost. */
export function itc2019Parts(problem: Problem, timetable: Timetable, evaluation: Evaluation) {
  const penalty = (domain: readonly DomainItem[], chosen: number) =>
    domain.find((item) => item.index === chosen)?.penalty ?? 0;
  let time = 0;
  let room = 0;
  for (const event of problem.events) {
    const assignment = timetable.assignments[event.index];
    if (assignment === undefined || assignment.time < 0) continue;
    time += penalty(event.times, assignment.time);
    for (const chosen of assignment.rooms) room += penalty(event.rooms, chosen);
  }
  const student = amountsByRule(problem, evaluation)
    .filter(({ kind, hard }) => kind === 'attendanceConflict' && !hard)
    .reduce((sum, { cost }) => sum + cost, 0);
  return { time, room, distribution: evaluation.score.soft - time - room - student, student };
}
