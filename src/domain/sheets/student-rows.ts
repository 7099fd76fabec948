import type { GroupData, StudentData } from '../problem-data.ts';
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

/** Rows that put a student into a course or an event, one for each choice; several names in a cell are several choices. */
export function createEnrolmentRows(bench: Bench): RowPlanner {
  let eventsOf: ReadonlyMap<string, readonly string[]> | null = null;
  const eventsOfCourse = (courseId: string): readonly string[] => {
    if (eventsOf === null) {
      const map = new Map<string, string[]>();
      for (const event of bench.all('events')) map.set(event.courseId, [...(map.get(event.courseId) ?? []), event.id]);
      eventsOf = map;
    }
    return eventsOf.get(courseId) ?? [];
  };
  return {
    register(row) {
      const student = row.cell('student');
      const isName = student !== '' && student.length <= longestText;
      if (isName && bench.idOf('students', student) === undefined) bench.reserve('students', student, student);
    },
    write: (row) => writeEnrolment(row, bench, eventsOfCourse),
  };
}

function writeEnrolment(row: SheetRow, bench: Bench, eventsOfCourse: (id: string) => readonly string[]): RowPlan {
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
  let courses = before.courseIds ?? [];
  let events = before.eventIds;
  for (const courseId of listOf(draft.read('course', { type: 'references', list: 'courses' }, bench))) {
    const own = eventsOfCourse(courseId);
    const isConfigured = (bench.get('courses', courseId)?.configurations?.length ?? 0) > 0;
    if (isConfigured || own.length === 0) courses = withOne(courses, courseId);
    else if (own.length === 1) events = withOne(events, own[0] ?? '');
    else {
      const course = bench.nameOf('courses', courseId);
      const message = '{course} has {count|event|events}: name the event, too.';
      draft.fault('course', 'sheet.whichEvent', message, course, { course, count: own.length });
    }
  }
  for (const event of listOf(draft.read('event', { type: 'references', list: 'events' }, bench)))
    events = withOne(events, event);
  const isSame = courses.length === (before.courseIds ?? []).length && events.length === before.eventIds.length;
  const label = name === '' ? who : name;
  if (isSame && draft.remarks.some(({ remark }) => remark.severity !== 'info')) return draft.plan('refused', label);
  if (known !== undefined && isSame) return draft.plan('unchanged', label);
  draft.differs('course', bench.namesOf('courses', before.courseIds ?? []), bench.namesOf('courses', courses));
  draft.differs('event', bench.namesOf('events', before.eventIds), bench.namesOf('events', events));
  bench.put('students', { ...before, eventIds: events, ...(courses.length === 0 ? {} : { courseIds: courses }) });
  return draft.plan(known === undefined ? 'add' : 'change', label);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
