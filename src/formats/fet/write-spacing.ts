import type { Rule } from '../../domain/problem.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node } from './print.ts';
import { activities, constraintNode, eventSets } from './write-parts.ts';
import { daysTag, minDays } from './write-rules.ts';

/**
 * Days between events: FET says in one constraint how far apart, and whether what is on one day must follow each other. Those it has
 * no word for are counted in `left`.
 */
export function spacing(names: FetNames, left: Map<string, number>): FetNode[] {
  const rules = names.problem.rules.filter(({ data }) => data.kind === 'minDaysBetween');
  const sameScope = (rule: Rule) => JSON.stringify([rule.data.scope, rule.params.daysAsOne]);
  const adjacent = new Map<string, Rule[]>();
  for (const rule of rules.filter(isFollowing)) {
    adjacent.set(sameScope(rule), [...(adjacent.get(sameScope(rule)) ?? []), rule]);
  }
  const found: FetNode[] = [];
  for (const rule of rules) {
    if (isFollowing(rule)) continue;
    const days = daysTag(rule, names);
    if (days === null) {
      const inTerms = oneInATerm(rule, names);
      if (inTerms === null) left.set('minDaysBetween', (left.get('minDaysBetween') ?? 0) + 1);
      found.push(...(inTerms ?? []));
      continue;
    }
    const partner = rule.params.adjacent === true ? undefined : adjacent.get(sameScope(rule))?.shift();
    const isAdjacent = partner !== undefined || rule.params.adjacent === true;
    found.push(...minDays(rule, names, Number(rule.params.min), isAdjacent, rule, days));
  }
  // With 0 % nothing but the following is asked for.
  for (const rule of [...adjacent.values()].flat())
    found.push(...minDays(rule, names, 1, true, '0', daysTag(rule, names) ?? 'Days'));
  return found;
}

function isFollowing({ params, hard }: Rule): boolean {
  return hard && params.min === 0 && params.adjacent === true;
}

/** Each two in different terms. */
function oneInATerm(rule: Rule, names: FetNames): FetNode[] | null {
  const { mode, problem } = names;
  const { daysAsOne, min, adjacent } = rule.params;
  if (mode.name !== 'Terms' || daysAsOne !== mode.daysAsOne || min !== 1 || adjacent === true || !rule.hard)
    return null;
  return eventSets(rule, problem).map((events) =>
    constraintNode('ActivitiesMaxInATerm', rule, [
      ...activities(events, names),
      node('Max_Number_of_Activities_in_A_Term', 1),
    ]),
  );
}
