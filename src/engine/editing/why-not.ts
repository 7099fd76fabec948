import type { Violation } from '../../domain/constraints/definition.ts';
import type { Assignment } from '../../domain/timetable.ts';
import type { Consequence, WhyNot } from './answers.ts';
import type { Desk } from './desk.ts';

/** What would be broken and mended if the event had this assignment, as the reference evaluator explains it. */
export function whyNot(desk: Desk, event: number, assignment: Assignment): WhyNot {
  const { board, around } = desk;
  const position = board.positionFor(event, assignment);
  const present = board.assignmentFor(event, board.positionOf(event));
  const complete = board.assignmentFor(event, position);
  const resources = [...new Set([...around.resourcesAt(event, present), ...around.resourcesAt(event, complete)])];
  const before = around.violations(event, resources, 'all');
  around.put(event, complete);
  const after = around.violations(event, resources, 'all');
  around.put(event, present);
  const consequences = consequencesOf(before, after);
  const worseFirst = (a: Consequence, b: Consequence) =>
    Number(b.violation.hard) - Number(a.violation.hard) || Math.abs(b.cost) - Math.abs(a.cost);
  return {
    move: { event, assignment: complete },
    change: board.peek(event, position),
    caused: consequences.filter(({ amount }) => amount > 0).sort(worseFirst),
    removed: consequences.filter(({ amount }) => amount < 0).sort(worseFirst),
  };
}

/** Violations of one rule, resource and day are one that grows or shrinks; what stays as it is, is left out. */
function consequencesOf(before: readonly Violation[], after: readonly Violation[]): Consequence[] {
  const found = new Map<string, { violation: Violation; amount: number; cost: number }>();
  const count = (violation: Violation, sign: number) => {
    const key = keyOf(violation);
    const known = found.get(key) ?? { violation, amount: 0, cost: 0 };
    known.amount += sign * violation.amount;
    known.cost += sign * violation.cost;
    if (sign > 0) known.violation = violation;
    found.set(key, known);
  };
  const { gone, come } = changed(before, after);
  for (const violation of gone) count(violation, -1);
  for (const violation of come) count(violation, 1);
  return [...found.values()].filter(({ amount }) => amount !== 0);
}

function keyOf({ rule, kind, resource, dayIndex, mask, events }: Violation): string {
  // clashes and pairs are told apart by who is in them, the shape of a day or week is one thing
  const who = resource < 0 || rule < 0 ? `${events.join()}/${mask}` : '';
  return `${rule}/${kind}/${resource}/${dayIndex}/${who}`;
}

/** Those of one list that the other does not have; equal ones cancel out one by one. */
function changed(before: readonly Violation[], after: readonly Violation[]) {
  const counts = new Map<string, number>();
  for (const violation of before) {
    const key = JSON.stringify(violation);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const come = after.filter((violation) => !taken(counts, JSON.stringify(violation)));
  const gone = before.filter((violation) => taken(counts, JSON.stringify(violation)));
  return { gone, come };
}

function taken(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left === 0) return false;
  counts.set(key, left - 1);
  return true;
}
