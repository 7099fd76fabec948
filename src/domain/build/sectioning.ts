import { type CourseRequest, type Sectioning, unlimited } from '../problem.ts';
import type { CourseData, ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import { largestNumber, type Remarks } from './remarks.ts';

/** Ways to attend one course: more would need another search than trying them. */
const mostOptions = 20_000;

/** Who asks for which course and how it can be attended; null when nobody asks. */
export function* buildSectioning(
  data: ProblemData,
  indexOfCourse: ReadonlyMap<string, number>,
  remarks: Remarks,
): Steps<Sectioning | null> {
  if (data.students.every((student) => (student.courseIds?.length ?? 0) === 0)) return null;
  const indexOfEvent = new Map(data.events.map((event, index) => [event.id, index]));
  const limitOf = data.events.map((event, index) =>
    event.limit === undefined
      ? unlimited
      : (remarks.whole(event.limit, 0, largestNumber, 'The limit of an event', `events[${index}].limit`) ?? 0),
  );
  const parentOf = data.events.map((event, index) =>
    event.parentId === undefined
      ? -1
      : remarks.reference(indexOfEvent, event.parentId, 'event', `events[${index}].parentId`),
  );
  yield;
  const eventsOf = new Map<string, number[]>();
  data.events.forEach(({ courseId }, index) => {
    const known = eventsOf.get(courseId);
    if (known === undefined) eventsOf.set(courseId, [index]);
    else known.push(index);
  });
  const optionsOf: number[][][] = [];
  for (const [index, course] of data.courses.entries()) {
    optionsOf.push(
      course.configurations === undefined
        ? optionsByGroup(eventsOf.get(course.id) ?? [], data)
        : optionsOfCourse(course, `courses[${index}]`, indexOfEvent, parentOf, remarks),
    );
    yield;
  }
  const unattended = new Set<number>();
  const requests: CourseRequest[] = [];
  const firstRequestOf: number[] = [];
  data.students.forEach((student, index) => {
    firstRequestOf.push(requests.length);
    const place = `students[${index}].courseIds`;
    for (const course of remarks.references(indexOfCourse, student.courseIds ?? [], 'course', place)) {
      if (optionsOf[course]?.length === 0 && !unattended.has(course)) {
        unattended.add(course);
        remarks.warning('noAttendance', 'Nobody can attend the course "{id}".', {
          values: { id: data.courses[course]?.id ?? '' },
          value: student.id,
          place,
          advice: 'Give the course an event, or each part of its configuration one.',
        });
      }
      requests.push({ student: index, course });
    }
  });
  firstRequestOf.push(requests.length);
  return { requests, firstRequestOf, optionsOf, limitOf };
}

/**
 * A course that says nothing of how it is attended: one attends what one of its groups does, together with what is for
 * everybody; where no groups are named, all of it.
 */
export function optionsByGroup(
  events: readonly number[],
  { events: all, groups }: Pick<ProblemData, 'events' | 'groups'>,
): number[][] {
  const parentOf = new Map(groups.map(({ id, parentId }) => [id, parentId]));
  const groupsOf = (event: number) => all[event]?.groupIds ?? [];
  const options = [...new Set(events.flatMap(groupsOf))].map((group) => {
    const within = new Set<string>();
    for (let at: string | undefined = group; at !== undefined && !within.has(at); at = parentOf.get(at)) within.add(at);
    return events.filter((event) => groupsOf(event).length === 0 || groupsOf(event).some((id) => within.has(id)));
  });
  if (options.length === 0) return events.length === 0 ? [] : [[...events]];
  // What is for a whole year alone is no way to attend where its parts have more.
  const isPartOf = (some: readonly number[], other: readonly number[]) => some.every((event) => other.includes(event));
  return options.filter((option, position) =>
    options.every(
      (other, at) => at === position || !isPartOf(option, other) || (isPartOf(other, option) && at > position),
    ),
  );
}

function optionsOfCourse(
  course: CourseData,
  place: string,
  indexOfEvent: ReadonlyMap<string, number>,
  parentOf: readonly number[],
  remarks: Remarks,
): number[][] {
  const options: number[][] = [];
  (course.configurations ?? []).forEach((configuration, position) => {
    const parts = configuration.parts.map((part, at) =>
      remarks.references(indexOfEvent, part, 'event', `${place}.configurations[${position}].parts[${at}]`),
    );
    addOptions(parts, parentOf, options);
  });
  if (options.length > mostOptions) {
    remarks.error('tooManyOptions', 'There are more than {most} ways to attend the course "{id}".', {
      values: { most: mostOptions, id: course.id },
      value: course.id,
      place,
    });
  }
  return options;
}

/** One event of each part; a parent in one of the parts has to be taken with its child. */
function addOptions(parts: readonly (readonly number[])[], parentOf: readonly number[], options: number[][]): void {
  const partOf = new Map(parts.flatMap((part, at) => part.map((event) => [event, at] as const)));
  const chosen: number[] = [];
  const fits = (event: number, at: number) => {
    const parent = parentOf[event] ?? -1;
    const part = partOf.get(parent);
    if (part !== undefined && part < at && chosen[part] !== parent) return false;
    // a child chosen before its parent's part
    return chosen.every((earlier) => partOf.get(parentOf[earlier] ?? -1) !== at || parentOf[earlier] === event);
  };
  const choose = (at: number): void => {
    if (options.length > mostOptions) return;
    if (at === parts.length) {
      if (parts.length > 0) options.push([...chosen].sort((a, b) => a - b));
      return;
    }
    for (const event of parts[at] ?? []) {
      if (!fits(event, at)) continue;
      chosen.push(event);
      choose(at + 1);
      chosen.pop();
    }
  };
  choose(0);
}
