import type { ItemLists } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { type ItemFlaw, type TableDefinition, withOptional } from '../table/column.ts';
import { idColumn, largestNumber, listOf, nameColumn, tagsColumn } from './common.ts';

type Instructor = ItemLists['instructors'];
type Group = ItemLists['groups'];
type Student = ItemLists['students'];

export const instructorsTable: TableDefinition<'instructors'> = {
  list: 'instructors',
  title: 'dataInstructors',
  hint: 'tableHintInstructors',
  blank: (id) => ({ id, name: '' }),
  columns: [
    idColumn<Instructor>(),
    nameColumn<Instructor>(['instructor', 'teacher', 'lecturer', 'full name']),
    tagsColumn<Instructor>('instructors'),
  ],
};

export const groupsTable: TableDefinition<'groups'> = {
  list: 'groups',
  title: 'dataGroups',
  hint: 'tableHintGroups',
  blank: (id) => ({ id, name: '', size: 0 }),
  flaw: circleFlaw,
  columns: [
    idColumn<Group>(),
    nameColumn<Group>(['group', 'class', 'section', 'year']),
    {
      key: 'size',
      title: 'columnStudents',
      headings: ['size', 'students', 'number of students'],
      width: 100,
      kind: { type: 'integer', min: 0, max: largestNumber, isNeeded: true },
      read: ({ size }) => size,
      write: (group, value) => ({ ...group, size: Number(value) }),
    },
    {
      key: 'parentId',
      title: 'columnParentGroup',
      headings: ['parent', 'in', 'part of', 'parent group'],
      width: 180,
      kind: { type: 'reference', list: 'groups' },
      read: ({ parentId }) => parentId ?? null,
      write: (group, value) => withOptional(group, 'parentId', value),
    },
    {
      key: 'overlaps',
      title: 'columnOverlaps',
      headings: ['overlaps', 'shares students with'],
      width: 180,
      kind: { type: 'references', list: 'groups' },
      read: ({ overlaps }) => overlaps ?? null,
      write: (group, value) =>
        withOptional(
          group,
          'overlaps',
          listOf(value).filter((id) => id !== group.id),
        ),
    },
    tagsColumn<Group>('groups'),
  ],
};

/** A group must not lie inside itself, however many groups are between. */
function circleFlaw(group: Group, { groups }: ProblemData): ItemFlaw | null {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]));
  let at = group.parentId;
  for (let step = 0; at !== undefined && step <= groups.length; step++) {
    if (at === group.id) return { column: 'parentId', reason: { key: 'cellCircle' } };
    at = parents.get(at);
  }
  return null;
}

export const studentsTable: TableDefinition<'students'> = {
  list: 'students',
  title: 'dataStudents',
  hint: 'tableHintStudents',
  blank: (id) => ({ id, eventIds: [] }),
  columns: [
    idColumn<Student>(),
    {
      key: 'name',
      title: 'columnName',
      headings: ['name', 'student', 'full name'],
      width: 220,
      kind: { type: 'text' },
      read: ({ name, id }) => name ?? id,
      write: (student, value) => withOptional(student, 'name', value),
      isName: true,
    },
    {
      key: 'courseIds',
      title: 'columnCourseRequests',
      headings: ['courses', 'requests', 'choices'],
      width: 320,
      kind: { type: 'references', list: 'courses' },
      read: ({ courseIds }) => courseIds ?? null,
      write: (student, value) => withOptional(student, 'courseIds', value),
    },
    {
      key: 'eventIds',
      title: 'columnStudentEvents',
      headings: ['events', 'lessons', 'enrolled in'],
      width: 320,
      kind: { type: 'references', list: 'events' },
      read: ({ eventIds }) => eventIds,
      write: (student, value) => ({ ...student, eventIds: listOf(value) }),
    },
  ],
};
