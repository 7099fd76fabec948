import type { FetNames } from './names.ts';
import { type FetNode, node } from './print.ts';

/** What the activities that pass a filter have in common; what is null lets everything pass. */
interface Filter {
  readonly subject: string | null;
  readonly tag: string | null;
  readonly teacher: string | null;
  readonly students: string | null;
  readonly duration: number | null;
}

/** Most values of one sort that are tried: events rarely have more tags or teachers in common. */
const mostTried = 6;
const mostGroups = 60;

/**
 * Finds a filter of FET that just these events pass: one constraint on them all instead of one on each, as it was in
 * the file they may have come from. Made once for a file.
 */
export class FilterFinder {
  readonly #names: FetNames;
  readonly #bySubject = new Map<string, Set<number>>();
  readonly #byTag = new Map<string, Set<number>>();
  readonly #byTeacher = new Map<string, Set<number>>();
  readonly #byStudents = new Map<string, Set<number>>();
  readonly #byDuration = new Map<number, Set<number>>();

  constructor(names: FetNames) {
    this.#names = names;
    const { events, groups, instructors } = names.problem;
    const put = <Key>(map: Map<Key, Set<number>>, key: Key, event: number) =>
      map.set(key, (map.get(key) ?? new Set()).add(event));
    const setsOfLeaf = new Map<number, number[]>();
    for (const { index, leaves } of groups) {
      for (const leaf of leaves) setsOfLeaf.set(leaf, [...(setsOfLeaf.get(leaf) ?? []), index]);
    }
    for (const event of events) {
      put(this.#bySubject, names.courses[event.course] ?? '', event.index);
      put(this.#byDuration, event.duration, event.index);
      for (const tag of event.tags) put(this.#byTag, tag, event.index);
      if (event.instructorsFixed) {
        for (const { index } of event.instructors) {
          if (instructors[index] !== undefined) put(this.#byTeacher, names.instructors[index] ?? '', event.index);
        }
      }
      const leaves = new Set(event.groups.flatMap((group) => groups[group]?.leaves ?? []));
      for (const set of new Set([...leaves].flatMap((leaf) => setsOfLeaf.get(leaf) ?? []))) {
        put(this.#byStudents, names.groups[set] ?? '', event.index);
      }
    }
  }

  /** Fields of the filter; null when there is none, or when the constraint is about one event. */
  fieldsFor(events: readonly number[], withDuration: boolean): readonly FetNode[] | null {
    if (events.length < 2) return null;
    const filter = this.#find(events, withDuration);
    if (filter === null) return null;
    return [
      node('Teacher_Name', filter.teacher ?? ''),
      node('Students_Name', filter.students ?? ''),
      node('Subject_Name', filter.subject ?? ''),
      node('Activity_Tag_Name', filter.tag ?? ''),
      ...(withDuration ? [node('Duration', filter.duration ?? '')] : []),
    ];
  }

  #find(events: readonly number[], withDuration: boolean): Filter | null {
    const common = <Key>(map: ReadonlyMap<Key, ReadonlySet<number>>, most: number): (Key | null)[] => [
      null,
      ...[...map]
        .filter(([, members]) => events.every((event) => members.has(event)))
        .map(([key]) => key)
        .slice(0, most),
    ];
    const sorted = new Set(events);
    if (sorted.size === this.#names.problem.events.length) return nothingAsked;
    const durations = withDuration ? common(this.#byDuration, 1) : [null];
    for (const students of common(this.#byStudents, mostGroups)) {
      for (const subject of common(this.#bySubject, 1)) {
        for (const tag of common(this.#byTag, mostTried)) {
          for (const teacher of common(this.#byTeacher, mostTried)) {
            for (const duration of durations) {
              const filter = { students, subject, tag, teacher, duration };
              if (this.#passing(filter, sorted.size)) return filter;
            }
          }
        }
      }
    }
    return null;
  }

  /** True when no more than so many events pass; those that are meant pass anyway. */
  #passing({ students, subject, tag, teacher, duration }: Filter, wanted: number): boolean {
    const sets = [
      students === null ? undefined : this.#byStudents.get(students),
      subject === null ? undefined : this.#bySubject.get(subject),
      tag === null ? undefined : this.#byTag.get(tag),
      teacher === null ? undefined : this.#byTeacher.get(teacher),
      duration === null ? undefined : this.#byDuration.get(duration),
    ].filter((set) => set !== undefined);
    const [smallest, ...others] = sets.sort((first, second) => first.size - second.size);
    if (smallest === undefined) return false;
    let count = 0;
    for (const event of smallest) if (others.every((set) => set.has(event)) && ++count > wanted) return false;
    return count === wanted;
  }
}

const nothingAsked: Filter = { subject: null, tag: null, teacher: null, students: null, duration: null };
