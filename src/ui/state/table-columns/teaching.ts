import type { ItemLists } from '../../../domain/operations/operation.ts';
import type { Candidate } from '../../../domain/problem-data.ts';
import { type CellValue, type Column, type ItemFlaw, type TableDefinition, withOptional } from '../table/column.ts';
import { featuresOf, idColumn, largestNumber, listOf, nameColumn, roomTypesOf, tagsColumn } from './common.ts';

type Course = ItemLists['courses'];
type Event = ItemLists['events'];

export const coursesTable: TableDefinition<'courses'> = {
  list: 'courses',
  title: 'dataCourses',
  hint: 'tableHintCourses',
  blank: (id) => ({ id, name: '' }),
  columns: [idColumn<Course>(), nameColumn<Course>(['course', 'subject', 'module']), tagsColumn<Course>('courses')],
};

const longestDuration = 300;
const mostRooms = 16;

export const eventsTable: TableDefinition<'events'> = {
  list: 'events',
  title: 'dataEvents',
  hint: 'tableHintEvents',
  blank: (id) => ({ id, courseId: '', duration: 1, groupIds: [] }),
  flaw: poolFlaw,
  columns: [
    idColumn<Event>(),
    {
      key: 'courseId',
      title: 'columnCourse',
      headings: ['course', 'subject', 'module'],
      width: 180,
      kind: { type: 'reference', list: 'courses', isNeeded: true },
      read: ({ courseId }) => courseId,
      write: (event, value) => ({ ...event, courseId: String(value) }),
    },
    optionalText('name', 'columnEventName', ['name', 'title', 'lesson', 'part'], 120),
    {
      key: 'duration',
      title: 'columnDuration',
      headings: ['duration', 'length', 'slots', 'periods', 'hours'],
      width: 80,
      kind: { type: 'integer', min: 1, max: longestDuration, isNeeded: true },
      read: ({ duration }) => duration,
      write: (event, value) => ({ ...event, duration: Number(value) }),
    },
    {
      key: 'groupIds',
      title: 'columnGroups',
      headings: ['groups', 'group', 'class', 'classes', 'section'],
      width: 180,
      kind: { type: 'references', list: 'groups' },
      read: ({ groupIds }) => groupIds,
      write: (event, value) => ({ ...event, groupIds: listOf(value) }),
    },
    candidates('instructors', 'columnInstructors', ['instructors', 'instructor', 'teacher', 'teachers', 'lecturer']),
    optionalCount('instructorCount', 'columnInstructorCount', ['instructors needed'], 1, 1000),
    candidates('rooms', 'columnCandidateRooms', ['rooms', 'room']),
    optionalCount('roomCount', 'columnRoomCount', ['rooms needed'], 0, mostRooms),
    words('roomTypes', 'columnRoomTypes', ['room types', 'room type'], roomTypesOf),
    words('features', 'columnNeededFeatures', ['features', 'equipment', 'needs'], featuresOf),
    optionalCount('size', 'columnAttendees', ['size', 'attendees', 'students'], 0, largestNumber),
    {
      key: 'weeks',
      title: 'columnWeeks',
      headings: ['weeks', 'week'],
      width: 80,
      kind: { type: 'weeks' },
      read: ({ weeks }) => weeks?.map(String) ?? null,
      write: (event, value) => withOptional(event, 'weeks', listOf(value).map(Number)),
    },
    tagsColumn<Event>('events'),
  ],
};

function optionalText(
  key: 'name',
  title: Column<Event>['title'],
  headings: readonly string[],
  width: number,
): Column<Event> {
  return {
    key,
    title,
    headings,
    width,
    kind: { type: 'text' },
    read: (event) => event[key] ?? null,
    write: (event, value) => withOptional(event, key, value),
  };
}

function optionalCount(
  key: 'instructorCount' | 'roomCount' | 'size',
  title: Column<Event>['title'],
  headings: readonly string[],
  min: number,
  max: number,
): Column<Event> {
  return {
    key,
    title,
    headings,
    width: 96,
    kind: { type: 'integer', min, max },
    read: (event) => event[key] ?? null,
    write: (event, value) => withOptional(event, key, value),
  };
}

function words(
  key: 'roomTypes' | 'features',
  title: Column<Event>['title'],
  headings: readonly string[],
  suggestions: Extract<Column<Event>['kind'], { type: 'words' }>['suggestions'],
): Column<Event> {
  return {
    key,
    title,
    headings,
    width: 140,
    kind: { type: 'words', suggestions },
    read: (event) => event[key] ?? null,
    write: (event, value) => withOptional(event, key, value),
  };
}

/** Candidates by name; those that stay keep their penalties. */
function candidates(
  key: 'rooms' | 'instructors',
  title: Column<Event>['title'],
  headings: readonly string[],
): Column<Event> {
  return {
    key,
    title,
    headings,
    width: 180,
    kind: { type: 'references', list: key },
    read: (event) => event[key]?.map(({ id }) => id) ?? null,
    write: (event, value) => {
      const before = new Map(event[key]?.map((candidate) => [candidate.id, candidate]));
      return withOptional(event, key, candidatesOf(value, before));
    },
  };
}

function candidatesOf(value: CellValue, before: ReadonlyMap<string, Candidate>): readonly Candidate[] {
  return listOf(value).map((id) => before.get(id) ?? { id });
}

/** More instructors cannot be needed than there are to choose from. */
function poolFlaw({ instructorCount = 0, instructors = [] }: Event): ItemFlaw | null {
  if (instructors.length === 0 || instructorCount <= instructors.length) return null;
  return { column: 'instructorCount', reason: { key: 'cellPool', parts: { pool: instructors.length } } };
}
