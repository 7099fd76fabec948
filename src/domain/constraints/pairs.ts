import type { MeetingTime, Problem, Rule } from '../problem.ts';
import type { MeasureContext, WeightedPair } from './definition.ts';

/**
 * Pairs of events that a pairwise rule is about, each once, in the order of the scope: all of them for a scope of
 * events, else those that share a resource in scope (events of one class, of one smallest subgroup).
 */
export function* pairsInScope(context: MeasureContext<unknown>): Iterable<WeightedPair> {
  const { problem, rule } = context;
  if (rule.data.scope.of === 'events') {
    yield* pairsOf(rule.events);
    return;
  }
  const seen = new Set<number>();
  for (const events of eventsByResource(problem, rule)) {
    for (const pair of pairsOf(events)) {
      const key = pair.first * problem.events.length + pair.second;
      if (!seen.has(key)) yield pair;
      seen.add(key);
    }
  }
}

function eventsByResource(problem: Problem, rule: Rule): number[][] {
  const inScope = new Set(rule.events);
  return rule.resources.map((resource) =>
    (problem.resources[resource]?.events ?? []).filter((event) => inScope.has(event)),
  );
}

function* pairsOf(events: readonly number[]): Iterable<WeightedPair> {
  for (let later = 1; later < events.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      yield { first: events[earlier] as number, second: events[later] as number, weight: 1 };
    }
  }
}

/** True when the two share a cell: a week, a day and a slot. */
export function timesOverlap(first: MeetingTime, second: MeetingTime): boolean {
  return first.spans.some((span) =>
    second.spans.some((other) => other.dayIndex === span.dayIndex && (other.mask & span.mask) !== 0),
  );
}
