import { candidateEvents } from '../candidate-events.ts';
import type { RuleDefinition } from '../constraints/definition.ts';
import { definitionOf } from '../constraints/registry.ts';
import { mostChanging } from '../constraints/room-changes.ts';
import type { Event, Rule } from '../problem.ts';
import { largestWeight, type ProblemData, type RuleData, type Scope } from '../problem-data.ts';
import { needsShortDays } from '../rule-faults.ts';
import type { Steps } from '../steps.ts';
import { type Calendar, mostMaskedSlots } from './calendar.ts';
import type { Groups } from './groups.ts';
import type { Remarks } from './remarks.ts';
import type { Resources } from './resources.ts';
import { checkedParams } from './rule-params.ts';

export interface RuleSources {
  readonly data: ProblemData;
  readonly calendar: Calendar;
  readonly groups: Groups;
  readonly built: Resources;
  readonly remarks: Remarks;
}

/** Events of one rule on the hours of a set. */
const mostInIntervals = 512;

/** Sets of weeks that rules name: they tell weeks apart as meeting times do. */
export function weeksInRules(rules: readonly RuleData[]): (readonly number[])[] {
  return rules
    .filter(({ enabled }) => enabled !== false)
    .flatMap(({ params }) =>
      Object.values(params).flatMap((value) =>
        Array.isArray(value) ? value.flatMap((item: { weeks?: unknown } | null) => weeksOfItem(item?.weeks)) : [],
      ),
    );
}

function weeksOfItem(weeks: unknown): (readonly number[])[] {
  return Array.isArray(weeks) && weeks.every((week) => Number.isInteger(week)) ? [weeks] : [];
}

/**
 * Every instance that is not switched off, with its definition, parameters and scope; those that cannot be used leave
 * an error.
 */
export function* buildRules(sources: RuleSources): Steps<Rule[]> {
  const { data, remarks } = sources;
  remarks.indexById(data.rules, 'rules');
  const selector = createSelector(sources);
  const rules: Rule[] = [];
  for (const [position, rule] of data.rules.entries()) {
    yield;
    if (rule.enabled === false) continue;
    const place = `rules[${position}]`;
    const definition = definitionOf(rule.kind);
    if (definition === undefined) {
      const { kind } = rule;
      remarks.error('unknownRule', 'There is no rule of the kind "{kind}".', { value: kind, place, values: { kind } });
      continue;
    }
    if (!rule.hard) remarks.whole(rule.weight, 1, largestWeight, 'The weight of a soft rule', `${place}.weight`);
    const params = checkedParams(rule, definition, `${place}.params`, sources);
    if (!suits(rule, definition, place, sources)) continue;
    const chosen = yield* selector(rule.scope, `${place}.scope`);
    checkNumber(chosen, definition, place, sources);
    const { hard, weight } = rule;
    rules.push({ index: rules.length, data: rule, definition, hard, weight, params, ...chosen });
  }
  return yield* overridden(rules);
}

/** False with an error when a rule of the kind cannot be about these, or not in such a calendar. */
function suits(
  { kind, scope }: RuleData,
  definition: RuleDefinition,
  place: string,
  { calendar, remarks }: RuleSources,
): boolean {
  const { title, scopes } = definition;
  if (!scopes.includes(scope.of)) {
    remarks.error('ruleScope', 'The rule "{title}" cannot be about {of}.', {
      values: { title, of: scope.of, rule: kind, scopes: scopes.join(', ') },
      value: scope.of,
      place: `${place}.scope.of`,
      advice: 'It can be about {scopes}.',
    });
    return false;
  }
  if (calendar.slotCount > mostMaskedSlots && needsShortDays(definition)) {
    remarks.error('ruleNeedsShortDays', 'The rule "{title}" cannot be kept with more than {most} slots a day.', {
      values: { title, rule: kind, most: mostMaskedSlots },
      value: kind,
      place,
      advice: 'Remove it, or use longer slots.',
    });
    return false;
  }
  return true;
}

/** Some terms have room for so many events only: of a rule, or of each person. */
function checkNumber(chosen: Chosen, definition: RuleDefinition, place: string, sources: RuleSources): void {
  const { id, title, measures } = definition;
  if (measures.some(({ term }) => term === 'roomChanges')) checkPeople(chosen, definition, place, sources);
  if (chosen.events.length <= mostInIntervals || !measures.some(({ term }) => term === 'intervals')) return;
  sources.remarks.error('ruleTooManyEvents', 'The rule "{title}" can be about {most} events at most.', {
    values: { title, rule: id, most: mostInIntervals },
    value: chosen.events.length,
    place: `${place}.scope`,
  });
}

/** The kernel has room for the day of somebody with so many events, whenever they are. */
function checkPeople({ resources }: Chosen, definition: RuleDefinition, place: string, sources: RuleSources): void {
  const candidates = candidateEvents(sources.built);
  const most = resources.reduce((count, resource) => Math.max(count, candidates[resource]?.length ?? 0), 0);
  if (most <= mostChanging) return;
  sources.remarks.error('rulePeople', 'The rule "{title}" can be about people with {most} events at most.', {
    values: { title: definition.title, rule: definition.id, most: mostChanging },
    value: most,
    place: `${place}.scope`,
  });
}

interface Chosen {
  readonly resources: readonly number[];
  readonly events: readonly number[];
}

/** Which resources and events a scope means. Groups stand for their smallest subgroups, courses for their classes. */
function createSelector(sources: RuleSources): (scope: Scope, place: string) => Steps<Chosen> {
  const { data, groups, remarks } = sources;
  const indexOf = new Map(
    (['events', 'courses', 'groups', 'instructors', 'rooms'] as const).map((list) => [
      list,
      new Map(data[list].map((item, index) => [item.id, index])),
    ]),
  );
  const finder = createFinder(sources);
  return function* (scope, place) {
    const known = indexOf.get(scope.of) ?? new Map<string, number>();
    const what = scope.of.slice(0, -1);
    const members = data[scope.of];
    const except = new Set(remarks.references(known, scope.except ?? [], what, `${place}.except`));
    const byId = remarks.references(known, scope.ids ?? [], what, `${place}.ids`);
    const all = scope.ids === undefined && scope.tags === undefined;
    const tags = new Set(scope.tags);
    const isWanted = (tag: string) => tags.has(tag);
    const tagged =
      all || tags.size > 0
        ? indicesWhere<{ readonly tags?: readonly string[] }>(
            members,
            (item) => all || (item.tags ?? []).some(isWanted),
          )
        : [];
    const chosen = [...new Set([...byId, ...tagged])].filter((index) => !except.has(index));
    switch (scope.of) {
      case 'events':
        return { resources: [], events: chosen };
      case 'courses':
        return yield* finder('class', chosen);
      case 'groups': {
        const leavesOf = (group: number) => groups.groups[group]?.leaves ?? [];
        const spared = new Set([...except].flatMap(leavesOf));
        return yield* finder(
          'group',
          chosen.flatMap(leavesOf).filter((leaf) => !spared.has(leaf)),
        );
      }
      case 'instructors':
        return yield* finder('instructor', chosen);
      case 'rooms':
        return yield* finder('room', chosen);
    }
  };
}

/**
 * Resources and events of courses, smallest subgroups, instructors or rooms. The lists of all of them are made once:
 * hundreds of rules that each look through all events would take most of the time of building.
 */
function createFinder({ built, groups }: RuleSources) {
  const membersOf = {
    class: (event: Event) => [event.course],
    group: (event: Event) => event.groups.flatMap((group) => groups.groups[group]?.leaves ?? []),
    instructor: (event: Event) => event.instructors.map((item) => item.index),
    room: (event: Event) => event.rooms.map((item) => item.index),
  };
  type Kind = keyof typeof membersOf;
  const lists = new Map<Kind, { readonly resources: Lists; readonly events: Lists }>();
  return function* (kind: Kind, refs: readonly number[]): Steps<Chosen> {
    const known = lists.get(kind) ?? {
      resources: yield* invert(built.resources, (resource) => (resource.kind === kind ? [resource.ref] : [])),
      events: yield* invert(built.events, membersOf[kind]),
    };
    lists.set(kind, known);
    return { resources: union(known.resources, refs), events: union(known.events, refs) };
  };
}

/** Indices of the items by what they refer to. */
type Lists = ReadonlyMap<number, readonly number[]>;

/** Items that are looked at in one step. */
const itemsOfStep = 100;

function* invert<Item>(items: readonly Item[], refsOf: (item: Item) => readonly number[]): Steps<Lists> {
  const lists = new Map<number, number[]>();
  for (const [index, item] of items.entries()) {
    for (const ref of refsOf(item)) {
      const list = lists.get(ref);
      if (list === undefined) lists.set(ref, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
    if (index % itemsOfStep === 0) yield;
  }
  return lists;
}

function union(lists: Lists, refs: readonly number[]): readonly number[] {
  const [first, ...others] = refs;
  if (first === undefined) return [];
  if (others.length === 0) return lists.get(first) ?? [];
  const wanted: boolean[] = [];
  for (const ref of refs) for (const index of lists.get(ref) ?? []) wanted[index] = true;
  return indicesWhere(wanted, (isWanted) => isWanted);
}

function indicesWhere<Item>(items: readonly Item[], wanted: (item: Item) => boolean): number[] {
  const found: number[] = [];
  for (const [index, item] of items.entries()) if (wanted(item)) found.push(index);
  return found;
}

/** For kinds that say so, a resource (or event) keeps only the most particular rules: ids over tags over all. */
function* overridden(rules: readonly Rule[]): Steps<Rule[]> {
  const rank = ({ data: { scope } }: Rule) => (scope.ids !== undefined ? 2 : scope.tags !== undefined ? 1 : 0);
  const bestOf = new Map<RuleDefinition, { readonly resources: number[]; readonly events: number[] }>();
  const raise = (best: number[], indices: readonly number[], value: number) => {
    for (const index of indices) best[index] = Math.max(best[index] ?? 0, value);
  };
  for (const rule of rules) {
    if (!rule.definition.overrides) continue;
    const best = bestOf.get(rule.definition) ?? { resources: [], events: [] };
    bestOf.set(rule.definition, best);
    raise(best.resources, rule.resources, rank(rule));
    raise(best.events, rule.events, rank(rule));
    yield;
  }
  const kept: Rule[] = [];
  for (const rule of rules) {
    const best = bestOf.get(rule.definition);
    const keep = (ranks: readonly number[], indices: readonly number[]) =>
      indices.filter((index) => ranks[index] === rank(rule));
    if (best === undefined) kept.push(rule);
    else {
      const resources = keep(best.resources, rule.resources);
      const lost = resources.length === rule.resources.length ? [] : without(rule.resources, resources);
      const yielded = lost.length === 0 ? {} : { yielded: lost };
      kept.push({ ...rule, resources, ...yielded, events: keep(best.events, rule.events) });
    }
    yield;
  }
  return kept;
}

function without(all: readonly number[], some: readonly number[]): readonly number[] {
  const taken = new Set(some);
  return all.filter((item) => !taken.has(item));
}
