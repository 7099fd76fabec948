import type { ListTables } from '../../../domain/sheets/field.ts';
import { type SheetTarget, sheetTargets, type TargetId } from '../../../domain/sheets/targets.ts';
import type { PlainTextKey, Translate } from '../../text/text.tsx';
import { groupsTable, instructorsTable, studentsTable } from '../table-columns/people.ts';
import { roomsTable } from '../table-columns/rooms.ts';
import { coursesTable, eventsTable } from '../table-columns/teaching.ts';

/** The tables of the data screens are what a sheet can say, too. */
export const listTables: ListTables = {
  courses: coursesTable,
  groups: groupsTable,
  instructors: instructorsTable,
  rooms: roomsTable,
  events: eventsTable,
  students: studentsTable,
};

/** Fields that no table has as a column. */
const ownFields: Readonly<Record<string, PlainTextKey>> = {
  lessons: 'sheetField_lessons',
  parts: 'sheetField_parts',
  minDays: 'sheetField_minDays',
  minDaysWeight: 'sheetField_minDaysWeight',
  together: 'sheetField_together',
  year: 'sheetField_year',
  yearSize: 'sheetField_yearSize',
  group: 'sheetField_group',
  groupSize: 'sheetField_groupSize',
  subgroup: 'sheetField_subgroup',
  subgroupSize: 'sheetField_subgroupSize',
  student: 'sheetField_student',
  course: 'columnCourse',
  event: 'sheetField_event',
  who: 'sheetField_who',
  instructor: 'sheetField_instructor',
  room: 'sheetField_room',
  day: 'sheetField_day',
  start: 'sheetField_start',
  end: 'sheetField_end',
  level: 'sheetField_level',
  groups: 'columnGroups',
  instructors: 'columnInstructors',
  rooms: 'sheetField_rooms',
  weeks: 'columnWeeks',
  id: 'columnId',
  name: 'columnName',
};

const ownNames: Readonly<Partial<Record<TargetId, Readonly<Record<string, PlainTextKey>>>>> = {
  placements: { name: 'sheetField_eventName' },
};

export function fieldTitle(text: Translate, target: TargetId, key: string): string {
  const columns: readonly { readonly key: string; readonly title: PlainTextKey }[] =
    target in listTables ? tableColumns[target as keyof typeof tableColumns] : []; // Just looked up.
  const title = columns.find((column) => column.key === key)?.title ?? ownNames[target]?.[key] ?? ownFields[key];
  return title === undefined ? key : text(title);
}

const tableColumns = {
  courses: coursesTable.columns,
  groups: groupsTable.columns,
  instructors: instructorsTable.columns,
  rooms: roomsTable.columns,
  events: eventsTable.columns,
  students: studentsTable.columns,
};

export function createSheetTargets(text: Translate): readonly SheetTarget[] {
  return sheetTargets(listTables, (target, key) => fieldTitle(text, target, key));
}
