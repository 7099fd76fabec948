import type { GroupData } from '../../domain/problem-data.ts';
import type { AscFile, AscGroup, AscLesson } from './file.ts';

/**
 * Classes and the groups they are divided into. Groups of one division of a class have no student in common, groups of two
 * divisions may have; the group that is the entire class is the class.
 */
export class AscGroups {
  readonly data: readonly GroupData[];
  readonly #groupOf: ReadonlyMap<string, AscGroup>;

  constructor({ classes, groups }: AscFile) {
    this.#groupOf = new Map(groups.map((group) => [group.id, group]));
    const ofClass = new Map<string, AscGroup[]>();
    for (const group of groups) {
      const own = ofClass.get(group.classId);
      if (own === undefined) ofClass.set(group.classId, [group]);
      else own.push(group);
    }
    const className = new Map(classes.map(({ id, name }) => [id, name]));
    this.data = [
      ...classes.map(({ id, name }): GroupData => {
        const own = ofClass.get(id) ?? [];
        return { id, name, size: own.find(({ isEntireClass }) => isEntireClass)?.size ?? largestDivision(own) };
      }),
      ...groups
        .filter(({ isEntireClass }) => !isEntireClass)
        .map((group): GroupData => {
          const overlaps = (ofClass.get(group.classId) ?? []).filter(
            (other) => !other.isEntireClass && other.division !== group.division,
          );
          return {
            id: idOf(group),
            name: `${className.get(group.classId) ?? group.classId} ${group.name}`,
            size: group.size ?? 0,
            parentId: group.classId,
            ...(overlaps.length === 0 ? {} : { overlaps: overlaps.map(idOf) }),
          };
        }),
    ];
  }

  /** Ids of the groups that a lesson is for: its groups, and the whole of classes of which it names none. */
  idsOf({ classIds, groupIds }: AscLesson): string[] {
    const groups = groupIds.flatMap((id) => this.#groupOf.get(id) ?? []);
    const divided = new Set(groups.map(({ classId }) => classId));
    const entire = groups.filter(({ isEntireClass }) => isEntireClass).map(({ classId }) => classId);
    const parts = groups.filter(({ isEntireClass, classId }) => !isEntireClass && !entire.includes(classId));
    return [...new Set([...classIds.filter((id) => !divided.has(id)), ...entire, ...parts.map(idOf)])];
  }
}

/** Classes and groups may have the same ids in the file. */
function idOf({ classId, id }: AscGroup): string {
  return `${classId}/${id}`;
}

function largestDivision(groups: readonly AscGroup[]): number {
  const sizes = new Map<string, number>();
  for (const { division, size } of groups) sizes.set(division, (sizes.get(division) ?? 0) + (size ?? 0));
  return [...sizes.values()].reduce((most, size) => Math.max(most, size), 0);
}
