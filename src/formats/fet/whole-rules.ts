import { definitionOf } from '../../domain/constraints/registry.ts';
import type { RuleData } from '../../domain/problem-data.ts';
import type { FetContext } from './context.ts';

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

/**
 * Constraints on activities one by one that ask for the same become one rule on all of them; those on rooms are written one
 * by one even when a subject asked for all. What is asked twice of one activity becomes a second rule, and so on.
 */
export function unitedEvents(rules: readonly RuleData[], { activities }: FetContext): RuleData[] {
  const placeOf = new Map(activities.map(({ id }, index) => [id, index]));
  const place = (id: string) => placeOf.get(id) ?? 0;
  const seen = new Map<string, number>();
  const idsOf = new Map<string, string[]>();
  const keysOf = new Map<RuleData, string[]>();
  for (const rule of rules) {
    if (!isByEvent(rule)) continue;
    const first: string[] = [];
    for (const id of rule.scope.ids ?? []) {
      const wish = JSON.stringify([rule.kind, rule.params, rule.hard, rule.weight, rule.note]);
      const times = seen.get(`${wish} ${id}`) ?? 0;
      seen.set(`${wish} ${id}`, times + 1);
      const key = `${times} ${wish}`;
      const ids = idsOf.get(key) ?? [];
      if (ids.length === 0) first.push(key);
      ids.push(id);
      idsOf.set(key, ids);
    }
    keysOf.set(rule, first);
  }
  return rules.flatMap((rule) => {
    const own = keysOf.get(rule);
    if (own === undefined) return [rule];
    return own.map((key) => {
      const ids = (idsOf.get(key) ?? []).toSorted((one, other) => place(one) - place(other));
      return { ...rule, scope: { of: 'events', ids } };
    });
  });
}

function isByEvent({ kind, scope }: RuleData): boolean {
  if (!byEvent.has(kind) || scope.of !== 'events' || scope.ids === undefined) return false;
  return scope.ids.length === 1 || (kind === 'roomSuitability' && scope.ids.length > 1);
}
