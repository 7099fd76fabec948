import { type Diagnostic, warning } from '../domain/diagnostic.ts';
import type { MeetingTime, Problem } from '../domain/problem.ts';
import type { CourseData, GroupData } from '../domain/problem-data.ts';
import { type Result, success } from '../domain/result.ts';
import type { ProjectContent, Writer } from './format.ts';
import { type Placement, placementsOf } from './placements.ts';

/** The schedule-engine's result file: a list of sessions with clock times by weekday. */
export const scheduleJsonWriter: Writer = {
  id: 'schedule-json',
  title: 'schedule-engine schedule.json',
  extension: 'json',
  mediaType: 'application/json',
  write: writeScheduleJson,
};

interface ClockSpan {
  readonly start: string;
  readonly end: string;
}

interface Session {
  readonly course_id: string;
  readonly original_course_id: string;
  readonly course_type: 'theory' | 'practical';
  readonly course_name: string;
  readonly instructor_id: string | null;
  readonly instructor_name: string | null;
  readonly co_instructor_ids: readonly string[];
  readonly group_ids: readonly string[];
  readonly room_id: string | null;
  readonly time: Readonly<Record<string, readonly ClockSpan[]>>;
}

function writeScheduleJson(content: ProjectContent, timetableId: string | null): Result<Uint8Array> {
  const placements = placementsOf(content, timetableId);
  if (!placements.ok) return placements;
  const { problem, placed, unplaced } = placements.value;
  const subgroups = subgroupsOf(content.problem.groups);
  const courses = new Map(content.problem.courses.map((course) => [course.id, course]));
  const names = new Map(content.problem.instructors.map((instructor) => [instructor.id, instructor.name]));
  const sessions = [...sessionGroups(placed).values()].map((members): Session => {
    const [first] = members as [Placement, ...Placement[]];
    const [instructor, ...others] = first.instructorIds;
    return {
      ...componentOf(courses.get(first.event.courseId) ?? { id: first.event.courseId, name: first.event.courseId }),
      instructor_id: instructor ?? null,
      instructor_name: instructor === undefined ? null : (names.get(instructor) ?? instructor),
      co_instructor_ids: others,
      group_ids: first.event.groupIds.flatMap((id) => subgroups.get(id) ?? [id]),
      room_id: first.roomIds[0] ?? null,
      time: clockTimes(
        problem,
        members.map((member) => member.time),
      ),
    };
  });
  return success(
    new TextEncoder().encode(`${JSON.stringify(sessions, null, 1)}\n`),
    remarksOn(problem, placed, unplaced.length),
  );
}

/** Meetings of one course, groups, instructors and room form one session, as in the original. */
function sessionGroups(placed: readonly Placement[]): ReadonlyMap<string, Placement[]> {
  const sessions = new Map<string, Placement[]>();
  for (const placement of placed) {
    const { event, roomIds, instructorIds } = placement;
    const key = JSON.stringify([event.courseId, event.groupIds, instructorIds, roomIds]);
    const members = sessions.get(key);
    if (members === undefined) sessions.set(key, [placement]);
    else members.push(placement);
  }
  return sessions;
}

function componentOf(
  course: CourseData,
): Pick<Session, 'course_id' | 'original_course_id' | 'course_type' | 'course_name'> {
  const [, code, suffix] = /^(.*) (TH|PR)$/.exec(course.id) ?? [];
  return {
    course_id: code === undefined ? course.id : `${code} (${suffix})`,
    original_course_id: code ?? course.id,
    course_type: suffix === 'PR' ? 'practical' : 'theory',
    course_name: course.name,
  };
}

/** Smallest subgroups inside every group: the only groups the original knows. */
function subgroupsOf(groups: readonly GroupData[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of groups) {
    if (parentId !== undefined) children.set(parentId, [...(children.get(parentId) ?? []), id]);
  }
  const leavesOf = (id: string): string[] => children.get(id)?.flatMap(leavesOf) ?? [id];
  return new Map(groups.map((group) => [group.id, leavesOf(group.id)]));
}

/** Weekday → spans, in the order of the week; slots that follow each other without a pause are one span. */
function clockTimes(problem: Problem, times: readonly MeetingTime[]): Session['time'] {
  const { days, slots } = problem.data.calendar;
  const busy = new Map<number, Set<number>>();
  for (const time of times) {
    for (const day of time.days) {
      const set = busy.get(day) ?? new Set<number>();
      busy.set(day, set);
      for (let slot = time.start; slot < time.start + time.length; slot++) set.add(slot);
    }
  }
  const week: [string, ClockSpan[]][] = [];
  days.forEach((day, index) => {
    const spans: ClockSpan[] = [];
    for (const slot of [...(busy.get(index) ?? [])].sort((a, b) => a - b)) {
      const { start, end } = slots[slot] ?? { start: '', end: '' };
      const last = spans.at(-1);
      if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
      else spans.push({ start, end });
    }
    if (spans.length > 0) week.push([day.name, spans]);
  });
  return Object.fromEntries(week);
}

function remarksOn(problem: Problem, placed: readonly Placement[], unplaced: number): readonly Diagnostic[] {
  const remarks: Diagnostic[] = [];
  if (unplaced > 0) {
    remarks.push(
      warning('write.unplaced', `${unplaced} lectures are unplaced and not in the file.`, { value: unplaced }),
    );
  }
  const severalRooms = placed.filter((placement) => placement.roomIds.length > 1).length;
  if (severalRooms > 0) {
    remarks.push(
      warning('write.rooms', `Of ${severalRooms} lectures in several rooms only the first room is in the file.`, {
        value: severalRooms,
        advice: 'Save a Horarium project to keep everything.',
      }),
    );
  }
  const weekly = placed.filter((placement) => placement.time.weeks.length < problem.data.calendar.weekCount).length;
  if (weekly > 0) {
    remarks.push(
      warning('write.weeks', `${weekly} lectures take place in some weeks only; the file cannot say in which.`, {
        value: weekly,
        advice: 'Save a Horarium project to keep everything.',
      }),
    );
  }
  return remarks;
}
