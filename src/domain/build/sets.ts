import type { Event, Resource, Rule } from '../problem.ts';
import type { ProblemData, Scope } from '../problem-data.ts';
import type { Resources } from './resources.ts';

/**
 * Rules about all events of their scope together (`aboutSet`) get a resource for them: it never clashes, and belongs to
 * each of its events whatever is chosen. Equal sets are one. After all other resources, so that no index changes.
 */
export function addSets(
  built: Resources,
  rules: readonly Rule[],
  data: ProblemData,
): Pick<Resources, 'resources' | 'events'> & { readonly rules: readonly Rule[] } {
  if (!rules.some(({ definition }) => definition.aboutSet)) return { ...built, rules };
  const resources = [...built.resources];
  const setsOf: number[][] = built.events.map(() => []);
  const known = new Map<string, number>();
  const setOf = (events: readonly number[], scope: Scope): number => {
    const members = [...events].sort((a, b) => a - b);
    const key = members.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const index = resources.length;
    resources.push(setResource(index, setName(scope, data), members));
    for (const event of members) setsOf[event]?.push(index);
    known.set(key, index);
    return index;
  };
  const withSets = rules.map((rule) => {
    if (!rule.definition.aboutSet) return rule;
    return { ...rule, resources: rule.events.length === 0 ? [] : [setOf(rule.events, rule.data.scope)] };
  });
  const events = built.events.map(
    (event): Event => ({ ...event, staticResources: [...event.staticResources, ...(setsOf[event.index] ?? [])] }),
  );
  return { resources, events, rules: withSets };
}

function setResource(index: number, name: string, events: readonly number[]): Resource {
  return { index, kind: 'set', ref: -1, name, capacity: 0, events };
}

/** "The events of Mathematics, Art", "the events of courses tagged loud", "all events except those of Year 1". */
function setName({ of, ids, tags, except = [] }: Scope, data: ProblemData): string {
  const spared = except.length === 0 ? '' : ` except ${of === 'events' ? except.length : `those of ${named(except)}`}`;
  if (ids !== undefined)
    return `the ${of === 'events' ? `${ids.length} chosen events` : `events of ${named(ids)}`}${spared}`;
  if (tags !== undefined) return `the events ${of === 'events' ? '' : `of ${of} `}tagged ${tags.join(', ')}${spared}`;
  return `all events${spared}`;

  function named(members: readonly string[]): string {
    // Events need not have a name; everybody else has.
    const list: readonly { readonly id: string; readonly name?: string }[] = data[of];
    const names = members.map((id) => list.find((member) => member.id === id)?.name ?? id);
    return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`;
  }
}
