import type { ListTables, TableList } from './field.ts';
import type { HeadingConcept } from './headings.ts';

/** What the rows of a sheet can be. In this order they are laid over the problem: who is named comes before who names. */
export const targetIds = [
  'courses',
  'instructors',
  'rooms',
  'groups',
  'studentSets',
  'events',
  'students',
  'enrolments',
  'availability',
  'placements',
] as const;
export type TargetId = (typeof targetIds)[number];

/** A column that a target knows. */
export interface TargetField {
  readonly key: string;
  /** Words above it beside those of the concept. */
  readonly headings: readonly string[];
  readonly concept?: HeadingConcept;
  /** True when a sheet of this target hardly makes sense without it. */
  readonly isKey?: true;
}

export interface SheetTarget {
  readonly id: TargetId;
  readonly fields: readonly TargetField[];
}

const conceptOf: Readonly<Record<TableList, Readonly<Record<string, HeadingConcept>>>> = {
  courses: { id: 'id', name: 'course', tags: 'tags' },
  instructors: { id: 'id', name: 'instructor', tags: 'tags' },
  rooms: {
    ...{ id: 'id', name: 'room', capacity: 'capacity', type: 'type', features: 'features', building: 'building' },
    tags: 'tags',
  },
  groups: { id: 'id', name: 'group', size: 'size', parentId: 'parent', tags: 'tags' },
  events: {
    ...{ id: 'id', courseId: 'course', name: 'event', duration: 'duration', groupIds: 'group', tags: 'tags' },
    ...{ instructors: 'instructor', rooms: 'room', roomTypes: 'roomType', features: 'features' },
    ...{ size: 'size', weeks: 'weeks' },
  },
  students: { id: 'id', name: 'student', courseIds: 'coursesAsked', eventIds: 'eventsAttended' },
};

const keyFields: Readonly<Record<TableList, readonly string[]>> = {
  courses: ['name'],
  instructors: ['name'],
  rooms: ['name'],
  groups: ['name'],
  events: ['courseId'],
  students: ['name', 'id'],
};

/** Columns of events that say how the hours of a course are cut. */
const partFields: readonly TargetField[] = [
  { key: 'lessons', headings: [], concept: 'lessons' },
  { key: 'parts', headings: [], concept: 'parts' },
  { key: 'minDays', headings: [], concept: 'minDays' },
  { key: 'minDaysWeight', headings: [], concept: 'minDaysWeight' },
  { key: 'together', headings: [], concept: 'together' },
];

const ownTargets: readonly SheetTarget[] = [
  target('studentSets', ['year', 'yearSize', 'group', 'groupSize', 'subgroup', 'subgroupSize'], {
    ...{ year: 'group', yearSize: 'yearSize', group: 'group', groupSize: 'groupSize' },
    ...{ subgroup: 'subgroup', subgroupSize: 'subgroupSize' },
  }),
  target('enrolments', ['student', 'name', 'course', 'event'], {
    ...{ student: 'student', name: 'name', course: 'course', event: 'event' },
  }),
  target('availability', ['who', 'instructor', 'group', 'room', 'day', 'start', 'end', 'level'], {
    ...{ who: 'who', instructor: 'instructor', group: 'group', room: 'room', day: 'day', start: 'start', end: 'end' },
    level: 'level',
  }),
  target('placements', ['id', 'course', 'name', 'groups', 'instructors', 'rooms', 'day', 'start', 'end', 'weeks'], {
    ...{ id: 'id', course: 'course', name: 'event', groups: 'group', instructors: 'instructor', rooms: 'room' },
    ...{ day: 'day', start: 'start', end: 'end', weeks: 'weeks' },
  }),
];

function target(
  id: TargetId,
  keys: readonly string[],
  concepts: Readonly<Record<string, HeadingConcept>>,
): SheetTarget {
  const keyed: Readonly<Partial<Record<TargetId, readonly string[]>>> = {
    studentSets: ['year'],
    enrolments: ['student'],
    availability: ['day'],
    placements: ['day', 'start'],
  };
  return {
    id,
    fields: keys.map((key) => ({
      key,
      headings: id === 'studentSets' && key === 'year' ? ['year'] : [],
      ...(concepts[key] === undefined ? {} : { concept: concepts[key] }),
      ...(keyed[id]?.includes(key) ? { isKey: true as const } : {}),
    })),
  };
}

/** All targets; `titles` gives what the interface calls the columns, in its own language. */
export function sheetTargets(
  tables: ListTables,
  titleOf: (target: TargetId, key: string) => string,
): readonly SheetTarget[] {
  const lists = (Object.keys(conceptOf) as TableList[]).map((list): SheetTarget => {
    const fields = tables[list].columns.map((column): TargetField => {
      const concept = conceptOf[list][column.key];
      const isKey = keyFields[list].includes(column.key);
      return {
        key: column.key,
        headings: [titleOf(list, column.key), ...column.headings],
        ...(concept === undefined ? {} : { concept }),
        ...(isKey ? { isKey: true as const } : {}),
      };
    });
    return { id: list, fields: list === 'events' ? [...fields, ...partFields] : fields };
  });
  const all = [...lists, ...ownTargets];
  return targetIds.flatMap((id) => all.find((one) => one.id === id) ?? []);
}
