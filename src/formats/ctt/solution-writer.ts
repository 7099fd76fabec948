import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import type { Problem } from '../../domain/problem.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ProjectContent, Writer } from '../format.ts';
import { type Placement, placementsOf } from '../placements.ts';

/** `<course> <room> <day> <period>` per lecture, both counted from 0: what the competition's validator reads. */
export const cttSolutionWriter: Writer = {
  id: 'ctt-solution',
  title: 'ITC-2007 solution',
  extension: 'sol',
  mediaType: 'text/plain',
  write: writeCttSolution,
};

function writeCttSolution(content: ProjectContent, timetableId: string | null): Result<Uint8Array> {
  const placements = placementsOf(content, timetableId);
  if (!placements.ok) return placements;
  const { problem, placed, unplaced } = placements.value;
  const flaws = flawsOf(problem, placed);
  if (flaws.length > 0) return failure(flaws);
  const lines = placed.flatMap(({ event, time, roomIds }) =>
    Array.from({ length: time.length }, (_, slot) => {
      return `${event.courseId} ${roomIds[0]} ${time.days[0]} ${time.start + slot}\n`;
    }),
  );
  const remarks: Diagnostic[] = [];
  if (unplaced.length > 0) {
    const message = `${unplaced.length} lectures are unplaced and have no line in the file.`;
    remarks.push(warning('write.unplaced', message, { value: unplaced.length }));
  }
  return success(new TextEncoder().encode(lines.join('')), remarks);
}

/** The form has one room, one day and no weeks, and separates its fields by blanks. */
function flawsOf(problem: Problem, placed: readonly Placement[]): readonly Diagnostic[] {
  const advice = 'Save a Horarium project instead.';
  if (problem.data.calendar.weekCount > 1) {
    return [error('write.weeks', 'An ITC-2007 solution cannot tell weeks apart.', { advice })];
  }
  const wrongRooms = placed.find((entry) => entry.roomIds.length !== 1);
  if (wrongRooms !== undefined) {
    const message = 'In an ITC-2007 solution every lecture has exactly one room.';
    return [error('write.rooms', message, { value: wrongRooms.event.id, advice })];
  }
  const severalDays = placed.find((entry) => entry.time.days.length !== 1);
  if (severalDays !== undefined) {
    const message = 'In an ITC-2007 solution every lecture is on one day.';
    return [error('write.days', message, { value: severalDays.event.id, advice })];
  }
  const blank = placed.flatMap((entry) => [entry.event.courseId, ...entry.roomIds]).find((id) => /\s/.test(id));
  if (blank !== undefined) {
    const message = 'Identifiers of an ITC-2007 solution must not contain blanks.';
    return [error('write.blank', message, { value: blank, advice })];
  }
  return [];
}
