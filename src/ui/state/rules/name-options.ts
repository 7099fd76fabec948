import { nameIn } from '../../../domain/data-names.ts';
import type { ProblemData, ScopeTarget } from '../../../domain/problem-data.ts';

type Option = { readonly key: string; readonly label: string };

/** Everybody of a list by name; those of one name are told apart by their id. */
export function optionsOf(data: ProblemData, of: ScopeTarget): readonly Option[] {
  const options = data[of].map(({ id }) => ({ key: id, label: nameIn(data, of, id) }));
  return toldApart(options, ({ key, label }) => `${label} (${key})`);
}

const people: readonly ScopeTarget[] = ['instructors', 'groups', 'rooms', 'courses'];

/** Everybody whom rules can be about, as `groups g1`; the same name in two lists is told apart by the list. */
export function everybody(data: ProblemData, nameOfList: (of: ScopeTarget) => string): readonly Option[] {
  const options = people.flatMap((of) => optionsOf(data, of).map(({ key, label }) => ({ key: `${of} ${key}`, label })));
  return toldApart(options, ({ key, label }) => {
    const of = people.find((list) => key.startsWith(`${list} `)) ?? 'groups';
    return `${label} (${nameOfList(of)})`;
  });
}

function toldApart(options: readonly Option[], longer: (option: Option) => string): readonly Option[] {
  const counts = new Map<string, number>();
  for (const { label } of options) counts.set(label, (counts.get(label) ?? 0) + 1);
  return options.map((option) => ((counts.get(option.label) ?? 0) > 1 ? { ...option, label: longer(option) } : option));
}

/** Tags of the members of a list that are in use. */
export function tagsOf(data: ProblemData, of: ScopeTarget): readonly string[] {
  const items: readonly { readonly tags?: readonly string[] }[] = data[of];
  return [...new Set(items.flatMap(({ tags }) => tags ?? []))].sort();
}

/** Tags that rules name. */
export function tagsOfRules({ rules }: ProblemData): readonly string[] {
  return [...new Set(rules.flatMap(({ scope }) => scope.tags ?? []))].sort();
}
