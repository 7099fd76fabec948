import type { Problem, Rule } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node, nodes } from './print.ts';

/** Time or space constraints of one rule; null when FET has none that means the same. */
export type RuleWriter = (rule: Rule, names: FetNames) => readonly FetNode[] | null;

/** A constraint with the fields that all of them have; of a rule, its strength and its note. */
export function constraintNode(tag: string, strength: string | Rule, fields: readonly FetNode[]): FetNode {
  const isRule = typeof strength === 'object';
  return node(`Constraint${tag}`, [
    node('Weight_Percentage', isRule ? percentOf(strength) : strength),
    ...fields,
    node('Active', true),
    node('Comments', isRule ? (strength.data.note ?? '') : ''),
  ]);
}

/** The percentage whose odds are the weight. */
export function percentOf(rule: Pick<Rule, 'hard' | 'weight'>): string {
  return rule.hard ? '100' : String(Math.round((100e4 * rule.weight) / (rule.weight + 1)) / 1e4);
}

/** Entries of day and hour, under the names a constraint has for them. */
export function slotNodes(
  slots: readonly SlotSelection[],
  names: FetNames,
  tags: readonly [count: string, entry: string, day: string, hour: string],
): FetNode[] {
  const [count, entry, dayTag, hourTag] = tags;
  const { days } = names.problem.data.calendar;
  const entries = slots.flatMap(({ day, slots: list }) => {
    const name = names.days[days.findIndex(({ id }) => id === day)];
    return [...new Set(list)].map((slot) => node(entry, [node(dayTag, name), node(hourTag, names.hours[slot])]));
  });
  return [node(count, entries.length), ...entries];
}

/** Whom a rule is about in FET's words: everybody, or each by name. */
export function peopleOf(
  rule: Rule,
  names: FetNames,
): { readonly tag: string; readonly who: readonly FetNode[] }[] | null {
  const { problem } = names;
  const { of } = rule.data.scope;
  if (of !== 'instructors' && of !== 'groups') return null;
  const kind = of === 'instructors' ? 'instructor' : 'group';
  const all = problem.resources.filter((resource) => resource.kind === kind).length;
  const named = rule.data.scope.ids;
  // One year that is everybody is still that year; a list of everybody stands for the constraint on all.
  const isAll = named === undefined || (named.length > 1 && rule.data.scope.tags === undefined);
  if (rule.resources.length === all && isAll) return [{ tag: of === 'instructors' ? 'Teachers' : 'Students', who: [] }];
  const refs = rule.resources.map((index) => problem.resources[index]?.ref ?? -1);
  if (of === 'instructors')
    return refs.map((ref) => ({ tag: 'Teacher', who: [node('Teacher_Name', names.instructors[ref])] }));
  return setsOf(rule, refs, names).map((set) => ({ tag: 'StudentsSet', who: [node('Students', set)] }));
}

/** The groups of the scope where they are just the smallest ones in question, else these. */
function setsOf(rule: Rule, leaves: readonly number[], names: FetNames): readonly string[] {
  const ids = new Set(rule.data.scope.ids);
  for (const [name, members] of names.crossing) {
    if (members.length === ids.size && members.every(({ data }) => ids.has(data.id))) return [name];
  }
  const chosen = names.problem.groups.filter(({ data }) => ids.has(data.id));
  const inside = new Set(chosen.flatMap((group) => group.leaves));
  const isWhole = inside.size === leaves.length && rule.data.scope.tags === undefined;
  return [...new Set((isWhole ? chosen.map(({ index }) => index) : leaves).flatMap((index) => names.setsOf(index)))];
}

/** The sets of events of which each two are meant: the scope, or the events of each resource in it. */
export function eventSets(rule: Rule, problem: Problem): readonly (readonly number[])[] {
  if (rule.data.scope.of === 'events') return rule.events.length < 2 ? [] : [rule.events];
  const inScope = new Set(rule.events);
  const sets = new Map<string, readonly number[]>();
  for (const resource of rule.resources) {
    const events = (problem.resources[resource]?.events ?? []).filter((event) => inScope.has(event));
    if (events.length > 1) sets.set(events.join(), events);
  }
  return [...sets.values()];
}

export function activities(events: readonly number[], names: FetNames): FetNode[] {
  const ids = events.map((event) => names.activities[event] ?? 0);
  return [node('Number_of_Activities', ids.length), ...nodes('Activity_Id', ids)];
}

export const startingTags = [
  'Number_of_Preferred_Starting_Times',
  'Preferred_Starting_Time',
  'Preferred_Starting_Day',
  'Preferred_Starting_Hour',
] as const;
