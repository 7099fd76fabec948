import { warning } from '../../domain/diagnostic.ts';
import type { CttDraft, SectionName } from './file.ts';
import { type Line, type LineContext, placeOf, wholeNumber } from './lines.ts';

/** One reader per section; each notes its flaws and leaves the draft without the flawed line. */
const readers: Readonly<Record<SectionName, (context: LineContext, draft: CttDraft, line: Line) => void>> = {
  COURSES: readCourse,
  ROOMS: readRoom,
  CURRICULA: readCurriculum,
  UNAVAILABILITY_CONSTRAINTS: readUnavailability,
  ROOM_CONSTRAINTS: readRoomConstraint,
};

export function readSectionLine(context: LineContext, draft: CttDraft, section: SectionName, line: Line): void {
  readers[section](context, draft, line);
}

function readCourse(context: LineContext, draft: CttDraft, line: Line): void {
  if (!hasFields(context, line, 5, 6, '<course> <teacher> <lectures> <minimum working days> <students>')) return;
  const [id, teacher, lectures, minDays, students, double] = line.fields as [string, string, ...string[]];
  const numbers = [
    wholeNumber(context, line, lectures, 'lectures', 1, 1000),
    wholeNumber(context, line, minDays, 'workingDays', 0, 14),
    wholeNumber(context, line, students, 'students'),
    double === undefined ? 0 : wholeNumber(context, line, double, 'double', 0, 1),
  ];
  if (!isNew(context, draft.courses, 'course', id, line)) return;
  // A flawed number is noted; the course stays known, so that lines naming it are not reported as well.
  const [lectureCount, dayCount, studentCount, doubleMark] = numbers.map((value) => value ?? 0);
  draft.courses.set(id, {
    id,
    teacher,
    lectures: lectureCount ?? 0,
    minDays: dayCount ?? 0,
    students: studentCount ?? 0,
    doubleLectures: doubleMark === 1,
  });
}

function readRoom(context: LineContext, draft: CttDraft, line: Line): void {
  if (!hasFields(context, line, 2, 3, '<room> <capacity>')) return;
  const [id, capacity, site] = line.fields as [string, string, ...string[]];
  const seats = wholeNumber(context, line, capacity, 'capacity');
  if (isNew(context, draft.rooms, 'room', id, line))
    draft.rooms.set(id, { id, capacity: seats ?? 0, site: site ?? null });
}

function readCurriculum(context: LineContext, draft: CttDraft, line: Line): void {
  if (!hasFields(context, line, 2, Number.POSITIVE_INFINITY, '<curriculum> <number of courses> <course> …')) return;
  const [id, announced, ...courses] = line.fields as [string, string, ...string[]];
  const count = wholeNumber(context, line, announced, 'courses', 0, 100_000);
  if (count !== null && count !== courses.length) {
    context.flaws.add('ctt.curriculum', 'Curriculum {id} announces {count} courses, but names {found}.', {
      value: announced,
      values: { id, count, found: courses.length },
      place: placeOf(context, line),
      advice: 'Correct the number or the list.',
    });
  }
  const members = new Set<string>();
  for (const course of courses) {
    if (members.has(course)) {
      context.flaws.add('ctt.courseTwice', 'Curriculum {id} names the course {course} twice.', {
        value: course,
        values: { id, course },
        place: placeOf(context, line),
        advice: 'Name each course once.',
      });
    } else if (isKnown(context, draft.courses, 'course', 'COURSES', course, line)) members.add(course);
  }
  if (isNew(context, draft.curricula, 'curriculum', id, line)) draft.curricula.set(id, { id, courses: [...members] });
}

function readUnavailability(context: LineContext, draft: CttDraft, line: Line): void {
  if (!hasFields(context, line, 3, 3, '<course> <day> <period>')) return;
  const [course, dayField, periodField] = line.fields as [string, string, string];
  const known = isKnown(context, draft.courses, 'course', 'COURSES', course, line);
  const days = draft.headers.get('days')?.value ?? 31;
  const periods = draft.headers.get('periods_per_day')?.value ?? 16;
  const day = wholeNumber(context, line, dayField, 'day', 0, Math.max(days, 1) - 1);
  const period = wholeNumber(context, line, periodField, 'period', 0, Math.max(periods, 1) - 1);
  if (!known || day === null || period === null) return;
  const key = `${course} ${day} ${period}`;
  if (draft.unavailable.has(key)) noteRepeated(context, draft, line);
  else draft.unavailable.set(key, { course, day, period });
}

function readRoomConstraint(context: LineContext, draft: CttDraft, line: Line): void {
  if (!hasFields(context, line, 2, 2, '<course> <room>')) return;
  const [course, room] = line.fields as [string, string];
  const knownCourse = isKnown(context, draft.courses, 'course', 'COURSES', course, line);
  const knownRoom = isKnown(context, draft.rooms, 'room', 'ROOMS', room, line);
  if (!knownCourse || !knownRoom) return;
  const key = `${course} ${room}`;
  if (draft.unsuitableRooms.has(key)) noteRepeated(context, draft, line);
  else draft.unsuitableRooms.set(key, { course, room });
}

/** Saying the same twice changes nothing, and published files do it. */
function noteRepeated(context: LineContext, draft: CttDraft, line: Line): void {
  if (draft.remarks.length >= 20) return;
  draft.remarks.push(
    warning('ctt.repeated', 'The line appears twice; it counts once.', {
      value: line.fields.join(' '),
      place: placeOf(context, line),
    }),
  );
}

function hasFields(context: LineContext, line: Line, min: number, max: number, form: string): boolean {
  if (line.fields.length >= min && line.fields.length <= max) return true;
  context.flaws.add('ctt.fields', 'The line has {count} fields; its form is {form}.', {
    value: line.fields.join(' '),
    values: { count: line.fields.length, form },
    place: placeOf(context, line),
    advice: 'Separate the fields by blanks or tabs; names must not contain any.',
  });
  return false;
}

function isNew(
  context: LineContext,
  known: ReadonlyMap<string, unknown>,
  what: string,
  id: string,
  line: Line,
): boolean {
  if (!known.has(id)) return true;
  context.flaws.add('ctt.duplicate', 'The {what} "{id}" appears twice.', {
    value: id,
    values: { what, id },
    place: placeOf(context, line),
    advice: 'Rename or remove one of the two.',
  });
  return false;
}

function isKnown(
  context: LineContext,
  known: ReadonlyMap<string, unknown>,
  what: string,
  section: string,
  id: string,
  line: Line,
): boolean {
  if (known.has(id)) return true;
  context.flaws.add('ctt.unknownReference', 'There is no {what} "{id}".', {
    value: id,
    values: { what, id, section },
    place: placeOf(context, line),
    advice: 'Correct the name, or add it to the section {section}.',
  });
  return false;
}
