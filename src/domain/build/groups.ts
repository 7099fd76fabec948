import type { Group } from '../problem.ts';
import type { GroupData } from '../problem-data.ts';
import { largestNumber, type Remarks } from './remarks.ts';

export interface Groups {
  readonly groups: readonly Group[];
  readonly indexOfGroup: ReadonlyMap<string, number>;
  /** Pairs of smallest subgroups (first < second) that share students. */
  readonly overlaps: readonly (readonly [number, number])[];
}

export function buildGroups(list: readonly GroupData[], remarks: Remarks): Groups {
  const indexOfGroup = remarks.indexById(list, 'groups');
  list.forEach((group, index) => {
    remarks.whole(group.size, 0, largestNumber, 'The size of a group', `groups[${index}].size`);
  });
  const parents = breakCycles(
    list.map((group, index) =>
      group.parentId === undefined
        ? -1
        : remarks.reference(indexOfGroup, group.parentId, 'group', `groups[${index}].parentId`),
    ),
    list,
    remarks,
  );
  const children: number[][] = list.map(() => []);
  parents.forEach((parent, index) => {
    children[parent]?.push(index);
  });
  const leaves: number[][] = list.map(() => []);
  children.forEach((inside, index) => {
    if (inside.length > 0) return;
    for (let at = index; at >= 0; at = parents[at] ?? -1) leaves[at]?.push(index);
  });
  const groups = list.map((data, index) => ({
    index,
    data,
    parent: parents[index] ?? -1,
    children: children[index] ?? [],
    leaves: leaves[index] ?? [],
  }));
  return { groups, indexOfGroup, overlaps: overlapPairs(groups, indexOfGroup, remarks) };
}

/** Parents with every cycle cut, so that what follows ends; each cycle is one error. */
function breakCycles(parents: number[], list: readonly GroupData[], remarks: Remarks): number[] {
  const safe = [...parents];
  const settled = new Set<number>();
  list.forEach((_, index) => {
    const path = new Set<number>();
    let at = index;
    while (at >= 0 && !settled.has(at) && !path.has(at)) {
      path.add(at);
      at = safe[at] ?? -1;
    }
    if (at >= 0 && path.has(at)) {
      remarks.error('groupCycle', 'The group "{id}" lies inside itself.', {
        values: { id: list[at]?.id ?? '' },
        value: list[at]?.id,
        place: `groups[${at}].parentId`,
        advice: 'A group must lie in a larger one, never in one of its own subgroups.',
      });
      safe[at] = -1;
    }
    for (const passed of path) settled.add(passed);
  });
  return safe;
}

function overlapPairs(
  groups: readonly Group[],
  indexOfGroup: ReadonlyMap<string, number>,
  remarks: Remarks,
): (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  for (const group of groups) {
    const place = `groups[${group.index}].overlaps`;
    for (const other of remarks.references(indexOfGroup, group.data.overlaps ?? [], 'group', place)) {
      const others = groups[other]?.leaves ?? [];
      if (others.some((leaf) => group.leaves.includes(leaf))) {
        remarks.warning('overlapInside', '"{group}" already lies in one line with "{other}".', {
          values: { group: group.data.id, other: groups[other]?.data.id ?? '' },
          value: groups[other]?.data.id,
          place,
          advice: 'Overlaps are meant for groups elsewhere in the hierarchy; this one is ignored.',
        });
        continue;
      }
      for (const first of group.leaves) {
        for (const second of others) {
          const pair = first < second ? ([first, second] as const) : ([second, first] as const);
          pairs.set(pair[0] * groups.length + pair[1], pair);
        }
      }
    }
  }
  return [...pairs.entries()].sort((a, b) => a[0] - b[0]).map(([, pair]) => pair);
}
