import type { Violation } from '../../../domain/constraints/definition.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { wordsOfRule } from '../../../domain/wording/rule-words.ts';
import { wording } from '../words/wording.ts';

/** All violations of one rule kind and strength. */
export interface ViolationGroup {
  readonly key: string;
  readonly kind: string;
  readonly hard: boolean;
  readonly amount: number;
  readonly cost: number;
  readonly violations: readonly Violation[];
}

/** Unplaced first, then hard, then soft; the dearest first. */
export function groupViolations(violations: readonly Violation[]): readonly ViolationGroup[] {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    const key = `${violation.kind}${violation.hard ? '!' : ''}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [violation]);
    else list.push(violation);
  }
  const rows: ViolationGroup[] = [];
  for (const [key, list] of groups) {
    const first = list[0];
    if (first === undefined) continue;
    const sum = (part: (violation: Violation) => number) => list.reduce((total, item) => total + part(item), 0);
    rows.push({
      key,
      kind: first.kind,
      hard: first.hard,
      amount: sum((item) => item.amount),
      cost: sum((item) => item.cost),
      violations: list.toSorted((a, b) => b.cost - a.cost),
    });
  }
  const rank = (row: ViolationGroup) => (row.kind === 'placed' ? 0 : row.hard ? 1 : 2);
  return rows.sort((a, b) => rank(a) - rank(b) || b.cost - a.cost);
}

export interface CostRow {
  readonly kind: string;
  readonly hard: boolean;
  readonly amount: number;
  readonly cost: number;
}

/** Costs by rule kind and strength: what hundreds of rule instances add up to. Dearest first, nothing at zero. */
export function costsByKind(costs: readonly { kind: string; hard: boolean; amount: number; cost: number }[]) {
  const rows = new Map<string, { kind: string; hard: boolean; amount: number; cost: number }>();
  for (const cost of costs) {
    if (cost.amount === 0 && cost.cost === 0) continue;
    const key = `${cost.kind}${cost.hard ? '!' : ''}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { kind: cost.kind, hard: cost.hard, amount: cost.amount, cost: cost.cost });
    else {
      row.amount += cost.amount;
      row.cost += cost.cost;
    }
  }
  const list: readonly CostRow[] = [...rows.values()];
  return list.toSorted((a, b) => Number(b.hard) - Number(a.hard) || b.cost - a.cost);
}

/** Title of a rule kind as its definition gives it, or null for a basic. */
export function ruleTitle(problem: Problem, kind: string): string | null {
  const definition = problem.rules.find((rule) => rule.data.kind === kind)?.definition;
  return definition === undefined ? null : wordsOfRule(definition, wording()).title;
}

/** Each event once, as they come in the week; those without a time last. */
export function inOrderOfTime(problem: Problem, timetable: Timetable, events: readonly number[]): readonly number[] {
  const slotCount = problem.data.calendar.slots.length;
  const placeOf = (event: number) => {
    const time = problem.times[timetable.assignments[event]?.time ?? -1];
    return time === undefined ? Number.MAX_SAFE_INTEGER : (time.days[0] ?? 0) * slotCount + time.start;
  };
  return [...new Set(events)].sort((a, b) => placeOf(a) - placeOf(b) || a - b);
}
