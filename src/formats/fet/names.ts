import type { Group, Problem } from '../../domain/problem.ts';
import type { FetMode } from './mode.ts';
import { KeptDetails } from './write-details.ts';
import { FilterFinder } from './write-filters.ts';

/**
 * Names for a file of FET, where they are the only identity: different for everything of one sort, and for all sets of
 * students together. What came from such a file gets its own name back, blanks included.
 */
export class FetNames {
  readonly problem: Problem;
  readonly details: KeptDetails;
  readonly mode: FetMode;
  readonly days: readonly string[];
  readonly hours: readonly string[];
  readonly rooms: readonly string[];
  readonly instructors: readonly string[];
  readonly courses: readonly string[];
  readonly groups: readonly string[];
  /** Ids of activities by event. */
  readonly activities: readonly number[];
  /** False when the events got other numbers than they have ids. */
  readonly ownNumbers: boolean;
  #filters: FilterFinder | null = null;
  #crossing: ReadonlyMap<string, readonly Group[]> | null = null;
  #roomOf: ReadonlyMap<string, string> | null = null;

  constructor(problem: Problem) {
    this.problem = problem;
    this.details = new KeptDetails(problem.data);
    this.mode = this.details.mode;
    const { days, slots } = problem.data.calendar;
    this.days = distinct(days.map(({ name }) => [name, name]));
    this.hours = distinct(
      slots.map(({ name, start, end }) => [name ?? `${start}-${end}`, name === undefined ? '' : `${start}-${end}`]),
    );
    const own = (items: readonly { readonly id: string; readonly name: string }[]) =>
      distinct(items.map(({ id, name }) => [id.trim() === name ? id : name, id]));
    this.rooms = own(problem.rooms);
    this.instructors = own(problem.instructors);
    this.courses = own(problem.courses);
    this.groups = own(problem.groups.map(({ data }) => data));
    this.ownNumbers = problem.events.every(({ id }) => /^[1-9]\d{0,8}$/.test(id));
    this.activities = problem.events.map((event) => (this.ownNumbers ? Number(event.id) : event.index + 1));
  }

  get filters(): FilterFinder {
    this.#filters ??= new FilterFinder(this);
    return this.#filters;
  }

  /** The name of the room with an id. */
  roomName(id: string): string | undefined {
    this.#roomOf ??= new Map(this.problem.rooms.map((room, index) => [room.id, this.rooms[index] ?? '']));
    return this.#roomOf.get(id);
  }

  /** Year, group or subgroup: 0, 1 or 2; larger when the group lies deeper than FET can say. */
  depthOf(group: Group): number {
    let depth = 0;
    for (let at = group.parent; at >= 0; at = this.problem.groups[at]?.parent ?? -1) depth++;
    return depth;
  }

  /**
   * Groups across the others of a year: in files of FET a subgroup may lie in several, here it has their names as tags.
   */
  get crossing(): ReadonlyMap<string, readonly Group[]> {
    if (this.#crossing !== null) return this.#crossing;
    const taken = new Set(this.groups);
    const found = new Map<string, Group[]>();
    for (const group of this.problem.groups) {
      if (group.children.length > 0 || this.depthOf(group) < 2) continue;
      for (const tag of group.data.tags ?? []) {
        if (!taken.has(tag)) found.set(tag, [...(found.get(tag) ?? []), group]);
      }
    }
    this.#crossing = found;
    return found;
  }

  /** The sets that stand for a group: itself, or the smallest ones inside when it lies too deep for that. */
  setsOf(index: number): readonly string[] {
    const group = this.problem.groups[index];
    if (group === undefined) return [];
    const isSet = this.depthOf(group) < 2 || group.children.length === 0;
    return (isSet ? [index] : group.leaves).map((member) => this.groups[member] ?? '');
  }
}

/** The first choices, made different where they are equal. */
function distinct(items: readonly (readonly [choice: string, second: string])[]): string[] {
  const taken = new Set<string>();
  return items.map(([choice, second]) => {
    let name = choice === '' ? second || '?' : choice;
    if (taken.has(name) && second !== '') name = `${name} (${second})`;
    for (let number = 2; taken.has(name); number++) name = `${choice} (${number})`;
    taken.add(name);
    return name;
  });
}
