import { definitionOf } from '../domain/constraints/registry.ts';
import type { RuleData } from '../domain/problem-data.ts';
import type { FetContext } from './fet-context.ts';

/**
 * In FET the limit for everybody holds beside the limit for one teacher or set; here the more particular rule replaces
 * the general one. Where both occur, the general rule lists everybody by name, which makes it just as particular.
 */
export function allCount(rules: readonly RuleData[], { file, students }: FetContext): RuleData[] {
  const everybody = {
    instructors: file.teachers.map(({ name }) => name),
    groups: students.groups.filter(({ parentId }) => parentId === undefined).map(({ id }) => id),
  };
  const particular = new Set(
    rules.filter(({ scope }) => scope.ids !== undefined).map(({ kind, scope }) => `${kind}/${scope.of}`),
  );
  return rules.map((rule) => {
    const { of, ids } = rule.scope;
    if (ids !== undefined || (of !== 'instructors' && of !== 'groups')) return rule;
    const overridden = definitionOf(rule.kind)?.overrides === true && particular.has(`${rule.kind}/${of}`);
    return overridden ? { ...rule, scope: { of, ids: everybody[of] } } : rule;
  });
}

/** Kinds of which a rule on several events is the sum of those on each. */
const byEvent = new Set(['preferredTime', 'beginsOrEndsDay', 'roomSuitability']);

/** Constraints on one activity each that ask for the same become one rule on all of them. */
export function unitedEvents(rules: readonly RuleData[], { activities }: FetContext): RuleData[] {
  const placeOf = new Map(activities.map(({ id }, index) => [id, index]));
  const idsOf = new Map<string, Set<string>>();
  const firstOf = new Map<RuleData, string>();
  for (const rule of rules) {
    const [only, ...others] = rule.scope.ids ?? [];
    if (!byEvent.has(rule.kind) || rule.scope.of !== 'events' || only === undefined || others.length > 0) continue;
    const key = JSON.stringify([rule.kind, rule.params, rule.hard, rule.weight, rule.note]);
    const ids = idsOf.get(key) ?? new Set();
    if (ids.size === 0) firstOf.set(rule, key);
    // What is asked twice of one activity stays a rule of its own.
    if (ids.has(only)) firstOf.set(rule, '');
    idsOf.set(key, ids.add(only));
  }
  const place = (id: string) => placeOf.get(id) ?? 0;
  return rules.flatMap((rule) => {
    const key = firstOf.get(rule);
    const isSingle = byEvent.has(rule.kind) && rule.scope.of === 'events' && rule.scope.ids?.length === 1;
    if (!isSingle || key === '') return [rule];
    if (key === undefined) return [];
    const ids = [...(idsOf.get(key) ?? [])].sort((first, second) => place(first) - place(second));
    return [{ ...rule, scope: { of: 'events', ids } }];
  });
}
