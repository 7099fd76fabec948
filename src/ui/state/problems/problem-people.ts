import type { Violation } from '../../../domain/constraints/definition.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { createPeopleOf } from '../../../domain/violation-people.ts';

/** Everything that is wrong for one person, group or room. */
export interface PersonGroup {
  /** Resource index. */
  readonly resource: number;
  readonly name: string;
  readonly hard: number;
  readonly unplaced: number;
  /** Soft cost. */
  readonly cost: number;
  readonly violations: readonly Violation[];
}

/**
 * Violations by whom they are about: the person or group that they name or, where they name none, the room they name
 * and all groups and instructors of their events. One that is about several stands with each of them. Whoever has the most hard
 * units comes first, then whoever costs the most.
 */
export function violationsByPerson(
  problem: Problem,
  timetable: Timetable,
  violations: readonly Violation[],
): readonly PersonGroup[] {
  const peopleOf = createPeopleOf(problem, timetable);
  const lists = new Map<number, Violation[]>();
  for (const violation of violations) {
    for (const resource of peopleOf(violation)) {
      const list = lists.get(resource);
      if (list === undefined) lists.set(resource, [violation]);
      else list.push(violation);
    }
  }
  return [...lists]
    .map(([resource, list]): PersonGroup => {
      const unplaced = list.filter(({ rule, kind }) => rule < 0 && kind === 'placed');
      return {
        resource,
        name: problem.resources[resource]?.name ?? '',
        unplaced: sum(unplaced, ({ amount }) => amount),
        hard: sum(list, ({ hard, amount }) => (hard ? amount : 0)) - sum(unplaced, ({ amount }) => amount),
        cost: sum(list, ({ hard, cost }) => (hard ? 0 : cost)),
        violations: list.toSorted((a, b) => Number(b.hard) - Number(a.hard) || b.cost - a.cost),
      };
    })
    .sort((a, b) => b.unplaced + b.hard - (a.unplaced + a.hard) || b.cost - a.cost || a.name.localeCompare(b.name));
}

function sum<Item>(items: readonly Item[], part: (item: Item) => number): number {
  return items.reduce((total, item) => total + part(item), 0);
}

/** A bar of the table of costs. */
export interface CostShare {
  readonly key: string;
  readonly name: string;
  readonly hard: number;
  readonly cost: number;
  /** Of all soft cost, 0 … 1. */
  readonly share: number;
}

/** Shares of the soft cost; the hard amounts come first. */
export function costShares(
  rows: readonly { readonly key: string; readonly name: string; readonly hard: number; readonly cost: number }[],
  soft: number,
): readonly CostShare[] {
  return rows
    .filter(({ hard, cost }) => hard > 0 || cost > 0)
    .map((row) => ({ ...row, share: soft === 0 ? 0 : row.cost / soft }))
    .sort((a, b) => b.hard - a.hard || b.cost - a.cost);
}
