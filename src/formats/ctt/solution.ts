import { warning } from '../../domain/diagnostic.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { AssignmentData, TimetableData } from '../../domain/timetable.ts';
import { Flaws } from '../flaws.ts';
import { decodeText } from '../text.ts';
import { type Line, type LineContext, linesOf, placeOf, wholeNumber } from './lines.ts';

/**
 * Reads an ITC-2007 solution (`<course> <room> <day> <period>` per lecture, counted from 0) of a problem that is already
 * there. The lines of a course are given to its events in order; events without a line stay unplaced.
 */
export function readCttSolution(problem: ProblemData, bytes: Uint8Array, name = 'solution.sol'): Result<TimetableData> {
  const text = decodeText({ name, bytes });
  if (!text.ok) return text;
  const context: LineContext = { file: name, flaws: new Flaws('solution.more') };
  const waiting = new Map<string, string[]>(problem.courses.map((course) => [course.id, []]));
  for (const event of problem.events) waiting.get(event.courseId)?.push(event.id);
  const instructorsOf = new Map(problem.events.map((event) => [event.id, fixedInstructors(event)]));
  const rooms = new Set(problem.rooms.map((room) => room.id));
  const assignments = new Map<string, AssignmentData>();
  for (const line of linesOf(text.value)) {
    const placed = readPlacement(context, problem, rooms, line);
    if (placed === null) continue;
    const events = waiting.get(placed.course);
    if (events === undefined) {
      noteUnknown(context, line, 'course', placed.course);
      continue;
    }
    const eventId = events.shift();
    if (eventId === undefined) {
      context.flaws.add('solution.tooMany', 'The course "{course}" has fewer lectures than lines here.', {
        values: { course: placed.course },
        value: line.fields.join(' '),
        place: placeOf(context, line),
        advice: 'Remove the line, or use the problem this solution was made for.',
      });
      continue;
    }
    const { timeId, room } = placed;
    assignments.set(eventId, { eventId, timeId, roomIds: [room], instructorIds: instructorsOf.get(eventId) ?? [] });
  }
  if (context.flaws.count > 0) return failure([...text.diagnostics, ...context.flaws.list(name)]);
  return finish(problem, assignments, name, text.diagnostics);
}

function finish(
  problem: ProblemData,
  assignments: ReadonlyMap<string, AssignmentData>,
  name: string,
  remarks: Extract<Result<string>, { ok: true }>['diagnostics'],
): Result<TimetableData> {
  const missing = problem.events.length - assignments.size;
  const timetable: TimetableData = {
    assignments: problem.events.map(
      (event) => assignments.get(event.id) ?? { eventId: event.id, roomIds: [], instructorIds: [] },
    ),
  };
  if (missing === 0) return success(timetable, remarks);
  const values = { missing, all: problem.events.length };
  const message = '{missing} of {all} lectures have no line; they stay unplaced.';
  return success(timetable, [
    ...remarks,
    warning('solution.missing', message, { value: missing, place: name, values }),
  ]);
}

function fixedInstructors(event: ProblemData['events'][number]): readonly string[] {
  const pool = event.instructors ?? [];
  return (event.instructorCount ?? pool.length) === pool.length ? pool.map((candidate) => candidate.id) : [];
}

function readPlacement(
  context: LineContext,
  problem: ProblemData,
  rooms: ReadonlySet<string>,
  line: Line,
): { readonly course: string; readonly room: string; readonly timeId: string } | null {
  if (line.fields.length !== 4) {
    context.flaws.add('solution.fields', 'The line must have the form <course> <room> <day> <period>.', {
      value: line.fields.join(' '),
      place: placeOf(context, line),
      advice: 'Separate the four fields by blanks or tabs.',
    });
    return null;
  }
  const [course, room, dayField, periodField] = line.fields as [string, string, string, string];
  const { days, slots } = problem.calendar;
  const day = wholeNumber(context, line, dayField, 'day', 0, days.length - 1);
  const period = wholeNumber(context, line, periodField, 'period', 0, slots.length - 1);
  if (!rooms.has(room)) noteUnknown(context, line, 'room', room);
  const dayId = day === null ? undefined : days[day]?.id;
  if (dayId === undefined || period === null || !rooms.has(room)) return null;
  return { course, room, timeId: `${dayId}@${period}` };
}

function noteUnknown(context: LineContext, line: Line, what: string, id: string): void {
  context.flaws.add('solution.unknownReference', 'The problem has no {what} "{id}".', {
    value: id,
    values: { what, id },
    place: placeOf(context, line),
    advice: 'Use the solution with the problem it was made for.',
  });
}
