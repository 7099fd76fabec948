import type { RuleData, SlotSelection } from '../../domain/problem-data.ts';
import { dayOf } from './context.ts';

/**
 * The rules with the absences of one room, teacher or set as one: FET keeps a slot free or does not, however often it is
 * listed. Rules that list nothing twice stay as they are; days come in the order of the
 * calendar, so that what is written and read again is the same.
 */
export function unitedAbsences(rules: readonly RuleData[]): readonly RuleData[] {
  const first = new Map<string, number>();
  const united: RuleData[] = [];
  for (const rule of rules) {
    if (rule.kind !== 'unavailable') {
      united.push(rule);
      continue;
    }
    const key = JSON.stringify([rule.scope, rule.hard, rule.weight]);
    const at = first.get(key);
    const before = at === undefined ? undefined : united[at];
    if (at === undefined || before === undefined) {
      first.set(key, united.length);
      united.push(withoutRepeats(rule, slotsOf(rule)));
    } else united[at] = withoutRepeats(before, [...slotsOf(before), ...slotsOf(rule)]);
  }
  return united;
}

function slotsOf({ params }: RuleData): readonly SlotSelection[] {
  // Made by the reader of these constraints.
  return params.slots as readonly SlotSelection[];
}

function withoutRepeats(rule: RuleData, slots: readonly SlotSelection[]): RuleData {
  const ofDay = new Map<string, Set<number>>();
  let count = 0;
  for (const entry of slots) {
    const own = ofDay.get(entry.day) ?? new Set<number>();
    ofDay.set(entry.day, own);
    for (const slot of entry.slots) own.add(slot);
    count += entry.slots.length;
  }
  const distinct = [...ofDay.values()].reduce((sum, own) => sum + own.size, 0);
  if (distinct === count && ofDay.size === slots.length && slots === rule.params.slots) return rule;
  const sorted = [...ofDay]
    .sort(([one], [other]) => dayOf(one) - dayOf(other))
    .map(([day, own]) => ({ day, slots: [...own].sort((a, b) => a - b) }));
  return { ...rule, params: { ...rule.params, slots: sorted } };
}
