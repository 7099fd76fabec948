import type { Rule } from '../domain/problem.ts';

const setOf = new WeakMap<Rule, ReadonlySet<number>>();

/** The events in the scope of a rule as a set, made once: writers ask for every event and every rule. */
export function eventSetOf(rule: Rule): ReadonlySet<number> {
  const known = setOf.get(rule) ?? new Set(rule.events);
  setOf.set(rule, known);
  return known;
}
