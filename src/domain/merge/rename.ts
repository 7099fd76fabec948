import type { ListName } from '../operations/operation.ts';
import { withKeys } from '../operations/references.ts';
import type {
  CalendarData,
  Candidate,
  EventData,
  EventPlace,
  ProblemData,
  RuleData,
  RuleParams,
} from '../problem-data.ts';
import type { AssignmentData, EnrolmentData } from '../timetable.ts';

/** New ids by old ones, for each list; what is not named keeps its id. */
export interface Renaming {
  readonly ids: ReadonlyMap<ListName, ReadonlyMap<string, string>>;
  /** Ids of days; null when the weeks of the two cannot be compared: then everything about times is left out. */
  readonly days: ReadonlyMap<string, string> | null;
}

/** The problem with other ids, wherever they are mentioned. Without comparable weeks it says nothing about times. */
export function renamedProblem(problem: ProblemData, renaming: Renaming): ProblemData {
  const of = (list: ListName, id: string) => renaming.ids.get(list)?.get(id) ?? id;
  const all = (list: ListName, ids: readonly string[]) => ids.map((id) => of(list, id));
  const hasTimes = renaming.days !== null;
  return {
    ...problem,
    calendar: renamedCalendar(problem.calendar, renaming),
    meetingTimes: hasTimes
      ? problem.meetingTimes.map((time) => ({
          ...time,
          id: of('meetingTimes', time.id),
          days: time.days.map((day) => renaming.days?.get(day) ?? day),
        }))
      : [],
    courses: problem.courses.map((course) =>
      withKeys(course, {
        id: of('courses', course.id),
        configurations: course.configurations?.map(({ parts }) => ({
          parts: parts.map((part) => all('events', part)),
        })),
      }),
    ),
    rooms: problem.rooms.map((room) =>
      withKeys(room, {
        id: of('rooms', room.id),
        travel: room.travel?.map(({ roomId, minutes }) => ({ roomId: of('rooms', roomId), minutes })),
      }),
    ),
    instructors: problem.instructors.map((item) => withKeys(item, { id: of('instructors', item.id) })),
    groups: problem.groups.map((group) =>
      withKeys(group, {
        id: of('groups', group.id),
        parentId: group.parentId === undefined ? undefined : of('groups', group.parentId),
        overlaps: group.overlaps === undefined ? undefined : all('groups', group.overlaps),
      }),
    ),
    students: problem.students.map((student) =>
      withKeys(student, {
        id: of('students', student.id),
        eventIds: all('events', student.eventIds),
        courseIds: student.courseIds === undefined ? undefined : all('courses', student.courseIds),
      }),
    ),
    events: problem.events.map((event) => renamedEvent(event, renaming)),
    rules: problem.rules.flatMap((rule) => renamedRule(rule, renaming) ?? []),
    ...(problem.covers === undefined
      ? {}
      : {
          covers: problem.covers.map((cover) => ({
            ...cover,
            eventId: of('events', cover.eventId),
            absentIds: all('instructors', cover.absentIds),
            coveringId: of('instructors', cover.coveringId),
          })),
        }),
  };
}

function renamedCalendar(calendar: CalendarData, { days }: Renaming): CalendarData {
  if (days === null) return calendar;
  const of = (id: string) => days.get(id) ?? id;
  return {
    ...calendar,
    days: calendar.days.map((day) => ({ ...day, id: of(day.id) })),
    breaks: calendar.breaks.map((entry) => withKeys(entry, { days: entry.days?.map(of) })),
    closed: calendar.closed.map((entry) => ({ ...entry, day: of(entry.day) })),
  };
}

export function renamedEvent(event: EventData, renaming: Renaming): EventData {
  const of = (list: ListName, id: string) => renaming.ids.get(list)?.get(id) ?? id;
  const candidates = (list: ListName, given: readonly Candidate[] | undefined) =>
    given?.map((candidate) => ({ ...candidate, id: of(list, candidate.id) }));
  const times = event.times?.flatMap(({ id, ...rest }) => {
    const timeId = renamedTime(id, renaming);
    return timeId === undefined ? [] : [{ ...rest, id: timeId }];
  });
  return withKeys(event, {
    id: of('events', event.id),
    courseId: of('courses', event.courseId),
    times: times?.length === 0 ? undefined : times,
    rooms: candidates('rooms', event.rooms),
    instructors: candidates('instructors', event.instructors),
    groupIds: event.groupIds.map((id) => of('groups', id)),
    parentId: event.parentId === undefined ? undefined : of('events', event.parentId),
    lock: renamedPlace(event.lock, renaming),
    stay: renamedPlace(event.stay, renaming),
  });
}

/** What is locked, or had better stay; nothing when no part of it is left. */
function renamedPlace<Place extends EventPlace>(place: Place | undefined, renaming: Renaming): Place | undefined {
  if (place === undefined) return undefined;
  const of = (list: ListName, id: string) => renaming.ids.get(list)?.get(id) ?? id;
  const made = withKeys(place, {
    timeId: place.timeId === undefined ? undefined : renamedTime(place.timeId, renaming),
    roomIds: place.roomIds?.map((id) => of('rooms', id)),
    instructorIds: place.instructorIds?.map((id) => of('instructors', id)),
  });
  return made.timeId === undefined && made.roomIds === undefined && made.instructorIds === undefined ? undefined : made;
}

/** A plain block names its day; other ids are those of meeting times. Undefined without comparable weeks. */
function renamedTime(id: string, { ids, days }: Renaming): string | undefined {
  if (days === null) return undefined;
  const block = /^(.+)@(\d.*)$/.exec(id);
  if (block === null) return ids.get('meetingTimes')?.get(id) ?? id;
  return `${days.get(block[1] ?? '') ?? block[1]}@${block[2]}`;
}

export function renamedAssignment(row: AssignmentData, renaming: Renaming): AssignmentData {
  const of = (list: ListName, id: string) => renaming.ids.get(list)?.get(id) ?? id;
  return withKeys(row, {
    eventId: of('events', row.eventId),
    timeId: row.timeId === undefined ? undefined : renamedTime(row.timeId, renaming),
    roomIds: row.roomIds.map((id) => of('rooms', id)),
    instructorIds: row.instructorIds.map((id) => of('instructors', id)),
  });
}

export function renamedEnrolment({ studentId, eventIds }: EnrolmentData, { ids }: Renaming): EnrolmentData {
  return {
    studentId: ids.get('students')?.get(studentId) ?? studentId,
    eventIds: eventIds.map((id) => ids.get('events')?.get(id) ?? id),
  };
}

/** Null for a rule about times when the weeks cannot be compared. */
function renamedRule(rule: RuleData, renaming: Renaming): RuleData | null {
  const { scope } = rule;
  const all = (ids: readonly string[] | undefined) => ids?.map((id) => renaming.ids.get(scope.of)?.get(id) ?? id);
  const params = renamedParams(rule.params, renaming);
  if (params === null) return null;
  const id = renaming.ids.get('rules')?.get(rule.id) ?? rule.id;
  return { ...rule, id, scope: withKeys(scope, { ids: all(scope.ids), except: all(scope.except) }), params };
}

/** Lists of ids, selections of slots and placements are what parameters can refer with. */
function renamedParams(params: RuleParams, renaming: Renaming): RuleParams | null {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    const isTime = isSelections(value) || (isRange(value) && renaming.days === null);
    if (isTime && renaming.days === null) return null;
    made[name] = renamedValue(name, value, renaming);
  }
  return made;
}

function renamedValue(name: string, value: unknown, renaming: Renaming): unknown {
  if (isSelections(value)) {
    return value.map((entry) => ({ ...entry, day: renaming.days?.get(entry.day) ?? entry.day }));
  }
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => {
    if (typeof entry === 'string') {
      if (/^days?/.test(name)) return renaming.days?.get(entry) ?? entry;
      return renaming.ids.get(name.startsWith('room') ? 'rooms' : 'instructors')?.get(entry) ?? entry;
    }
    // Placements of a reference timetable.
    const isRow = typeof entry === 'object' && entry !== null && 'eventId' in entry;
    return isRow ? renamedAssignment(entry as AssignmentData, renaming) : entry;
  });
}

function isSelections(value: unknown): value is readonly { readonly day: string }[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry) => typeof entry === 'object' && entry !== null && 'day' in entry)
  );
}

/** From a slot to a slot. */
function isRange(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
