import { optionsByGroup } from '../build/sectioning.ts';
import type { EventData, GroupData, StudentData } from '../problem-data.ts';
import type { Bench } from './bench.ts';
import { longestText, readInteger } from './cells.ts';
import { RowDraft, type RowPlan, type RowPlanner, type RowState, type SheetRow } from './rows.ts';

const largestSize = 1_000_000;

/** Rows of FET's list of students: a year, a group in it, a subgroup in that, each with its number of students. */
export function createStudentSetRows(bench: Bench): RowPlanner {
  const levels = [
    ['year', 'yearSize'],
    ['group', 'groupSize'],
    ['subgroup', 'subgroupSize'],
  ] as const;
  return {
    register(row) {
      for (const [key] of levels) {
        const name = row.cell(key);
        const isName = name !== '' && name.length <= longestText;
        if (isName && bench.idOf('groups', name) === undefined) bench.reserve('groups', name);
      }
    },
    write(row) {
      const draft = new RowDraft(row);
      const names = levels.map(([key]) => row.cell(key)).filter((name) => name !== '');
      if (names.length === 0) return draft.plan('empty', '');
      if (levels.filter(([key]) => draft.isTooLong(key)).length > 0) return draft.plan('refused', names.at(-1) ?? '');
      let parentId: string | undefined;
      let state: RowState = 'unchanged';
      for (const [key, sizeKey] of levels) {
        if (row.cell(key) === '') continue;
        const made = writeSet(row, key, sizeKey, parentId, bench, draft);
        if (made.state === 'add' || (made.state === 'change' && state === 'unchanged')) state = made.state;
        parentId = made.id;
      }
      return draft.plan(state, names.at(-1) ?? '');
    },
  };
}

function writeSet(
  row: SheetRow,
  key: string,
  sizeKey: string,
  parentId: string | undefined,
  bench: Bench,
  draft: RowDraft,
): { readonly id: string; readonly state: RowState } {
  const name = row.cell(key);
  const id = bench.idOf('groups', name) ?? bench.reserve('groups', name);
  const known = bench.get('groups', id);
  const before: GroupData = known ?? { id, name, size: 0 };
  let item = before;
  const size = row.cell(sizeKey);
  if (size !== '') {
    const { value, remarks } = readInteger({ min: 0, max: largestSize }, size);
    for (const remark of remarks) draft.say(sizeKey, remark);
    if (typeof value === 'number' && value !== item.size) {
      draft.differs(sizeKey, known === undefined ? '' : String(item.size), String(value));
      item = { ...item, size: value };
    }
  }
  if (parentId !== undefined && parentId !== id && item.parentId !== parentId) {
    if (item.parentId === undefined && !liesIn(parentId, id, bench)) item = { ...item, parentId };
    // A set that lies in another group already shares its students with this one.
    else if (!(item.overlaps ?? []).includes(parentId) && !liesIn(id, parentId, bench)) {
      item = { ...item, overlaps: [...(item.overlaps ?? []), parentId] };
    }
    if (item !== before) draft.differs(key, '', `${bench.nameOf('groups', parentId)} ⊃ ${name}`);
  }
  if (known === undefined || item !== before) bench.put('groups', item);
  return { id, state: known === undefined ? 'add' : item === before ? 'unchanged' : 'change' };
}

/** True when the group of the id lies in the other one, however deep. */
function liesIn(id: string, outer: string, bench: Bench): boolean {
  let at: string | undefined = id;
  for (let step = 0; at !== undefined && step < 100; step++) {
    if (at === outer) return true;
    at = bench.get('groups', at)?.parentId;
  }
  return false;
}

/** How a course that says nothing of it is attended. */
interface Attendance {
  readonly eventIds: readonly string[];
  /** Ways between which a run chooses. */
  readonly ways: number;
}

type AttendanceOf = (courseId: string) => Attendance;

/** Rows that put a student into a course or an event, one for each choice; several names in a cell are several choices. */
export function createEnrolmentRows(bench: Bench): RowPlanner {
  let attendanceOf: AttendanceOf | null = null;
  return {
    register(row) {
      const student = row.cell('student');
      const isName = student !== '' && student.length <= longestText;
      if (isName && bench.idOf('students', student) === undefined) bench.reserve('students', student, student);
    },
    write(row) {
      // Events and groups come before the students who are put into them.
      attendanceOf ??= createAttendance(bench);
      return writeEnrolment(row, bench, attendanceOf);
    },
  };
}

function createAttendance(bench: Bench): AttendanceOf {
  const eventsOf = new Map<string, EventData[]>();
  for (const event of bench.all('events')) {
    const known = eventsOf.get(event.courseId);
    if (known === undefined) eventsOf.set(event.courseId, [event]);
    else known.push(event);
  }
  const found = new Map<string, Attendance>();
  return (courseId) => {
    const known = found.get(courseId);
    if (known !== undefined) return known;
    const events = eventsOf.get(courseId) ?? [];
    const isConfigured = (bench.get('courses', courseId)?.configurations?.length ?? 0) > 0;
    const ways = isConfigured ? 0 : optionsByGroup([...events.keys()], { events, groups: bench.all('groups') }).length;
    const attendance = { eventIds: events.map(({ id }) => id), ways };
    found.set(courseId, attendance);
    return attendance;
  };
}

function writeEnrolment(row: SheetRow, bench: Bench, attendanceOf: AttendanceOf): RowPlan {
  const draft = new RowDraft(row);
  const who = row.cell('student');
  if (['student', 'name', 'course', 'event'].every((key) => row.cell(key) === '')) return draft.plan('empty', '');
  const long = ['student', 'name'].filter((key) => draft.isTooLong(key));
  if (long.length > 0) return draft.plan('refused', who);
  const id = bench.idOf('students', who);
  if (id === undefined) {
    draft.fault('student', 'sheet.noName', 'The row names no student.');
    return draft.plan('refused', '');
  }
  const known = bench.get('students', id);
  const name = row.cell('name') || (who === id ? '' : who);
  const before: StudentData = known ?? { id, eventIds: [], ...(name === '' ? {} : { name }) };
  const { courses, events } = chosen(draft, before, bench, attendanceOf);
  const isSame = courses.length === (before.courseIds ?? []).length && events.length === before.eventIds.length;
  const label = name === '' ? who : name;
  if (isSame && draft.remarks.some(({ remark }) => remark.severity !== 'info')) return draft.plan('refused', label);
  if (known !== undefined && isSame) return draft.plan('unchanged', label);
  draft.differs('course', bench.namesOf('courses', before.courseIds ?? []), bench.namesOf('courses', courses));
  draft.differs('event', bench.namesOf('events', before.eventIds), bench.namesOf('events', events));
  bench.put('students', { ...before, eventIds: events, ...(courses.length === 0 ? {} : { courseIds: courses }) });
  return draft.plan(known === undefined ? 'add' : 'change', label);
}

/** What the student takes with what the row adds. Who names a course means all of it, but for events that are named. */
function chosen(draft: RowDraft, before: StudentData, bench: Bench, attendanceOf: AttendanceOf) {
  let courses = before.courseIds ?? [];
  let events = before.eventIds;
  const named = listOf(draft.read('event', { type: 'references', list: 'events' }, bench));
  for (const event of named) events = withOne(events, event);
  for (const courseId of listOf(draft.read('course', { type: 'references', list: 'courses' }, bench))) {
    const { eventIds, ways } = attendanceOf(courseId);
    if (eventIds.length > 1 && eventIds.some((event) => named.includes(event))) continue;
    const course = bench.nameOf('courses', courseId);
    if (ways === 1) {
      for (const event of eventIds) events = withOne(events, event);
      const values = { course, count: eventIds.length };
      if (eventIds.length > 1) draft.note('course', 'sheet.allEvents', 'All {count|event|events} of {course}.', values);
      continue;
    }
    // Who was put into one of its events by name has chosen already.
    if (eventIds.some((event) => before.eventIds.includes(event))) continue;
    courses = withOne(courses, courseId);
    const message = '{course} can be attended in {count|way|ways}: each run chooses one.';
    if (ways > 1) draft.note('course', 'sheet.anyWay', message, { course, count: ways });
  }
  return { courses, events };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
