import type { GroupData } from '../../domain/problem-data.ts';
import type { FetFields } from './fields.ts';
import type { FetStudents } from './file.ts';

/**
 * Years, groups and subgroups. In FET they share one space of names, a subgroup may lie in several groups and a group in
 * several years, and two sets have students in common when they have a smallest set in common. Here a group lies in one
 * larger group, so the first is taken; a set whose members lie elsewhere as well stands for the list of them.
 */
export class FetStudentSets {
  readonly groups: readonly GroupData[];
  readonly #sizes: ReadonlyMap<string, number>;
  /** Names of the smallest sets inside each set; itself when nothing is inside. */
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sets that are groups of the project with just these members. */
  readonly #exact: ReadonlySet<string>;

  constructor(years: readonly FetStudents[], fields: FetFields) {
    const sets = collect(years, fields);
    const memberCache = new Map<string, ReadonlySet<string>>();
    for (const name of sets.keys()) membersOf(name, sets, memberCache);
    this.#members = memberCache;
    this.#sizes = new Map([...sets].map(([name, set]) => [name, set.size]));
    const inTree = treeMembers(sets, this.#members);
    this.#exact = new Set([...sets.keys()].filter((name) => inTree.get(name)?.size === this.#members.get(name)?.size));
    const tagsOf = new Map<string, string[]>();
    for (const name of sets.keys()) {
      if (this.#exact.has(name)) continue;
      for (const member of this.#members.get(name) ?? []) {
        const tags = tagsOf.get(member);
        if (tags === undefined) tagsOf.set(member, [name]);
        else tags.push(name);
      }
    }
    this.groups = [...sets].flatMap(([name, set]): GroupData[] => {
      if ((inTree.get(name)?.size ?? 0) === 0) return [];
      const tags = tagsOf.get(name);
      return [
        {
          id: name,
          name: name.trim() || name,
          size: set.size,
          ...(set.parent === null ? {} : { parentId: set.parent }),
          // In an order of their own, so that it does not matter which was listed first.
          ...(tags === undefined ? {} : { tags: [...tags].sort() }),
        },
      ];
    });
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  /** The groups that stand for a set. */
  groupIds(name: string): readonly string[] {
    return this.#exact.has(name) ? [name] : [...(this.#members.get(name) ?? [])];
  }

  /** Names of the smallest sets inside a set. */
  membersOf(name: string): ReadonlySet<string> {
    return this.#members.get(name) ?? new Set();
  }

  isExact(name: string): boolean {
    return this.#exact.has(name);
  }

  sizeOf(name: string): number {
    return this.#sizes.get(name) ?? 0;
  }

  shareStudents(first: string, second: string): boolean {
    const members = this.#members.get(second);
    for (const member of this.#members.get(first) ?? []) if (members?.has(member)) return true;
    return false;
  }
}

interface StudentSet {
  size: number;
  /** The first set it lies in. */
  readonly parent: string | null;
  readonly inside: Set<string>;
  readonly level: number;
}

function collect(years: readonly FetStudents[], fields: FetFields): Map<string, StudentSet> {
  const sets = new Map<string, StudentSet>();
  // Below a group that lies in several years its subgroups are listed again, which is no repetition.
  const addAll = (list: readonly FetStudents[], level: number, parent: FetStudents | null) => {
    const listed = new Set<string>();
    for (const item of list) {
      const known = sets.get(item.name);
      if (listed.has(item.name) || (known !== undefined && known.level !== level)) {
        fields.duplicate('students', item.name, item.element);
        continue;
      }
      listed.add(item.name);
      if (known === undefined) {
        sets.set(item.name, { size: item.size, parent: parent?.name ?? null, inside: new Set(), level });
      } else known.size = Math.max(known.size, item.size);
      if (parent !== null) sets.get(parent.name)?.inside.add(item.name);
      addAll(item.inside, level + 1, item);
    }
  };
  addAll(years, 0, null);
  return sets;
}

function membersOf(
  name: string,
  sets: ReadonlyMap<string, StudentSet>,
  cache: Map<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const inside = sets.get(name)?.inside ?? new Set();
  const members = new Set<string>();
  if (inside.size === 0) members.add(name);
  for (const inner of inside) for (const member of membersOf(inner, sets, cache)) members.add(member);
  cache.set(name, members);
  return members;
}

/** Smallest sets that lie in each set when every set has only its first parent. */
function treeMembers(
  sets: ReadonlyMap<string, StudentSet>,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const inTree = new Map<string, Set<string>>();
  for (const name of sets.keys()) {
    if (members.get(name)?.size !== 1 || !members.get(name)?.has(name)) continue;
    for (let at: string | null = name; at !== null; at = sets.get(at)?.parent ?? null) {
      const here = inTree.get(at) ?? new Set();
      inTree.set(at, here.add(name));
    }
  }
  return inTree;
}
