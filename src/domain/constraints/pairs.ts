import type { MeetingTime, Problem, Rule } from '../problem.ts';
import type { MeasureContext, WeightedPair } from './definition.ts';

/**
 * Pairs of events that a pairwise rule is about, each once, in the order of the scope: all of them for a scope of
 * events, else those that share a resource in scope (events of one class, of one smallest subgroup).
 */
export function pairsInScope(context: MeasureContext<unknown>): Iterable<WeightedPair> {
  return distinctPairs(context, pairsOf);
}

/** Those of the pairs in scope that have different tags: of those that the rule names, of all when it names none. */
export function* pairsOfOtherTags(context: MeasureContext<unknown>): Iterable<WeightedPair> {
  const { problem, rule } = context;
  const { of, tags } = rule.data.scope;
  const named = of === 'events' && tags !== undefined ? new Set(tags) : null;
  const tagsOf = problem.events.map((event) => event.tags.filter((tag) => named?.has(tag) !== false));
  for (const pair of pairsInScope(context)) {
    const first = tagsOf[pair.first] ?? [];
    const second = tagsOf[pair.second] ?? [];
    if (first.some((tag) => second.some((other) => other !== tag))) yield pair;
  }
}

/** Each event with the next one in the order of the scope; for other scopes than events, inside each resource. */
export function neighboursInScope(context: MeasureContext<unknown>): Iterable<WeightedPair> {
  return distinctPairs(context, neighboursOf);
}

function* distinctPairs(
  { problem, rule }: MeasureContext<unknown>,
  pairsAmong: (events: readonly number[]) => Iterable<WeightedPair>,
): Iterable<WeightedPair> {
  if (rule.data.scope.of === 'events') {
    yield* pairsAmong(rule.events);
    return;
  }
  const seen = new Set<number>();
  for (const events of eventsByResource(problem, rule)) {
    for (const pair of pairsAmong(events)) {
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

function* neighboursOf(events: readonly number[]): Iterable<WeightedPair> {
  for (let later = 1; later < events.length; later++) {
    yield { first: events[later - 1] as number, second: events[later] as number, weight: 1 };
  }
}

/** How far apart two days are when every so many days of the calendar, from its first on, count as one. */
export function blocksBetween(day: number, other: number, daysAsOne: number): number {
  return Math.abs(Math.trunc(day / daysAsOne) - Math.trunc(other / daysAsOne));
}

/** True when the two share a cell: a week, a day and a slot. */
export function timesOverlap(first: MeetingTime, second: MeetingTime): boolean {
  return !apartInDay(first, second) && shareDay(first, second);
}

/** True when two lists of days, or of weeks, have one in common. */
export function shareAny(first: readonly number[], second: readonly number[]): boolean {
  return first.some((item) => second.includes(item));
}

/** True when all days, or weeks, of one of the two are among those of the other. */
export function oneWithinOther(first: readonly number[], second: readonly number[]): boolean {
  const [fewer, more] = first.length <= second.length ? [first, second] : [second, first];
  return fewer.every((item) => more.includes(item));
}

/** True when, by the time of day alone, one ends at least `gap` slots before the other starts. */
export function apartInDay(first: MeetingTime, second: MeetingTime, gap = 0): boolean {
  return first.start + first.length + gap <= second.start || second.start + second.length + gap <= first.start;
}

/** True when the two meet on the same day of the same week at least once. */
export function shareDay(first: MeetingTime, second: MeetingTime): boolean {
  return shareAny(first.days, second.days) && shareAny(first.weeks, second.weeks);
}

/** True when `second` begins where `first` ends, with nothing but breaks between, on every day they share. */
export function follows({ axis }: Problem, first: MeetingTime, second: MeetingTime): boolean {
  const end = first.start + first.length;
  if (second.start < end) return false;
  const between = (1 << second.start) - (1 << end);
  return first.days.every((day) => !second.days.includes(day) || (between & ~(axis.breakMaskOfDay[day] ?? 0)) === 0);
}

/** True when one of them begins in the slot after the other's last, whatever the days. */
export function meet(first: MeetingTime, second: MeetingTime): boolean {
  return first.start + first.length === second.start || second.start + second.length === first.start;
}
