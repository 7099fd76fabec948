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
  const optionsOf: number[][][] = [];
  for (const [index, course] of data.courses.entries()) {
    optionsOf.push(optionsOfCourse(course, `courses[${index}]`, indexOfEvent, parentOf, remarks));
    yield;
  }
  const requests: CourseRequest[] = [];
  const firstRequestOf: number[] = [];
  data.students.forEach((student, index) => {
    firstRequestOf.push(requests.length);
    const place = `students[${index}].courseIds`;
    for (const course of remarks.references(indexOfCourse, student.courseIds ?? [], 'course', place)) {
      if (optionsOf[course]?.length === 0) {
        remarks.warning('noAttendance', 'Nobody can attend the course "{id}".', {
          values: { id: data.courses[course]?.id ?? '' },
          value: student.id,
          place,
          advice: 'Give the course a configuration, each part with an event.',
        });
      }
      requests.push({ student: index, course });
    }
  });
  firstRequestOf.push(requests.length);
  return { requests, firstRequestOf, optionsOf, limitOf };
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
