import type { ScopeTarget, SlotSelection } from '../../domain/problem-data.ts';
import { childrenOf, type XmlElement } from '../xml/xml.ts';
import type { FetFields } from './fields.ts';
import type { FetActivity, FetFile, FetNamed } from './file.ts';
import type { FetStudentSets } from './students.ts';

/** Id of a day: names may hold anything, and ids of meeting times are made of it. */
export function dayId(day: number): string {
  return `day${day + 1}`;
}

/** The day of such an id. */
export function dayOf(id: string): number {
  return Number(id.slice('day'.length)) - 1;
}

/** A constraint as an instance of a rule kind, before it gets an id and its strength. */
export interface RuleDraft {
  readonly kind: string;
  readonly scope: { readonly of: ScopeTarget; readonly ids?: readonly string[]; readonly tags?: readonly string[] };
  readonly params: Readonly<Record<string, unknown>>;
  /** Hard whatever the percentage of the constraint is. */
  readonly always?: boolean;
}

/** Follows the references of constraints: names, ids and filters. What is not there becomes a flaw with its line. */
export class FetContext {
  readonly fields: FetFields;
  readonly file: FetFile;
  readonly students: FetStudentSets;
  /** Days of the file that make a real day: two halves, or itself. */
  readonly realDay: number;
  /** Active activities. */
  readonly activities: readonly FetActivity[];
  readonly #activityById: ReadonlyMap<string, FetActivity>;
  readonly #day: ReadonlyMap<string, number>;
  readonly #hour: ReadonlyMap<string, number>;
  readonly #names: Readonly<Record<NamedList, ReadonlyMap<string, FetNamed>>>;

  constructor(file: FetFile, students: FetStudentSets, fields: FetFields) {
    this.file = file;
    this.fields = fields;
    this.students = students;
    this.realDay = file.mode.name === 'Mornings_Afternoons' ? 2 : 1;
    this.activities = file.activities.filter((activity) => activity.active);
    this.#activityById = new Map(file.activities.map((activity) => [activity.id, activity]));
    this.#day = new Map(file.days.map((day, index) => [day.name, index]));
    this.#hour = new Map(file.hours.map((hour, index) => [hour.name, index]));
    const byName = (list: readonly FetNamed[]) => new Map(list.map((item) => [item.name, item]));
    this.#names = {
      teacher: byName(file.teachers),
      subject: byName(file.subjects),
      tag: byName(file.tags),
      room: byName(file.rooms),
    };
  }

  /** The name of a teacher, subject, activity tag or room when there is one; null with a flaw when there is not. */
  known(list: NamedList, name: string, element: XmlElement): string | null {
    if (name === '') return null;
    if (this.#names[list].has(name)) return name;
    this.#unknown(list, name, element);
    return null;
  }

  knownStudents(name: string, element: XmlElement): string | null {
    if (name === '') return null;
    if (this.students.has(name)) return name;
    this.#unknown('students', name, element);
    return null;
  }

  /** Index of a day by its name. */
  day(name: string, element: XmlElement): number | null {
    return this.#find(this.#day, 'day', name, element);
  }

  /** Index of an hour by its name. */
  hour(name: string, element: XmlElement): number | null {
    return this.#find(this.#hour, 'hour', name, element);
  }

  /** The active activity with the id of a field: null when it is inactive, and with a flaw when there is none. */
  activity(text: string, element: XmlElement): FetActivity | null {
    const found = this.#activityById.get(text.trim());
    if (found === undefined) this.#unknown('activity', text, element);
    return found?.active === true ? found : null;
  }

  /** Ids of the active activities listed in fields of that name, in their order, each once. */
  activityIds(element: XmlElement, name = 'Activity_Id'): readonly string[] {
    const ids = new Set<string>();
    for (const field of childrenOf(element, name)) {
      const activity = this.activity(field.text, field);
      if (activity !== null) ids.add(activity.id);
    }
    return [...ids];
  }

  /**
   * Active activities that pass the filters of a constraint: an empty field lets everything pass, students pass when
   * they have a smallest set in common.
   */
  filtered(element: XmlElement): readonly FetActivity[] {
    const field = (...names: string[]) => this.fields.optional(element, ...names) ?? '';
    const teacher = field('Teacher_Name', 'Teacher');
    const students = field('Students_Name', 'Students');
    const subject = field('Subject_Name', 'Subject');
    const tag = field('Activity_Tag_Name', 'Activity_Tag');
    const duration = this.fields.optionalWhole(element, 1, 'Duration');
    const missing = [
      teacher !== '' && this.known('teacher', teacher, element) === null,
      subject !== '' && this.known('subject', subject, element) === null,
      tag !== '' && this.known('tag', tag, element) === null,
      students !== '' && this.knownStudents(students, element) === null,
    ];
    if (missing.includes(true)) return [];
    return this.activities.filter(
      (activity) =>
        (teacher === '' || activity.teachers.includes(teacher)) &&
        (subject === '' || activity.subject === subject) &&
        (tag === '' || activity.tags.includes(tag)) &&
        (duration === null || activity.duration === duration) &&
        (students === '' || activity.students.some((set) => this.students.shareStudents(set, students))),
    );
  }

  /** Slots listed in children of that name, by day; the names of day and hour differ between constraints. */
  slots(element: XmlElement, name: string): readonly SlotSelection[] {
    const hoursOf = new Map<number, Set<number>>();
    for (const entry of childrenOf(element, name)) {
      const day = this.day(
        this.fields.required(entry, 'Day', 'Preferred_Day', 'Preferred_Starting_Day', 'Selected_Day'),
        entry,
      );
      const hour = this.hour(
        this.fields.required(entry, 'Hour', 'Preferred_Hour', 'Preferred_Starting_Hour', 'Selected_Hour'),
        entry,
      );
      if (day === null || hour === null) continue;
      hoursOf.set(day, (hoursOf.get(day) ?? new Set()).add(hour));
    }
    return [...hoursOf]
      .sort(([first], [second]) => first - second)
      .map(([day, hours]) => ({ day: dayId(day), slots: [...hours].sort((first, second) => first - second) }));
  }

  #find(indexOf: ReadonlyMap<string, number>, what: string, name: string, element: XmlElement): number | null {
    if (name === '') return null;
    const index = indexOf.get(name);
    if (index === undefined) this.#unknown(what, name, element);
    return index ?? null;
  }

  #unknown(what: string, name: string, element: XmlElement): void {
    const message = 'There is no {what=students:set of students|tag:activity tag} "{name}" in the file.';
    const advice = 'Correct the name, or remove what refers to it.';
    this.fields.flaw('fet.reference', message, element, { value: name, advice, values: { what, name } });
  }
}

export type NamedList = 'teacher' | 'subject' | 'tag' | 'room';
