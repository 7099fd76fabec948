import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { EnrolmentData } from '../../domain/timetable.ts';
import type { ProjectContent, Writer } from '../format.ts';
import { placementsOf } from '../placements.ts';
import { xmlAttribute as escaped } from '../xml/xml-text.ts';
import { timeOfId } from './calendar.ts';

/** The solution that the competition's validator reads. */
export const itc2019SolutionWriter: Writer = {
  id: 'itc2019-solution',
  title: 'ITC-2019 solution',
  extension: 'solution.xml',
  mediaType: 'application/xml',
  write: writeItc2019Solution,
};

function writeItc2019Solution(content: ProjectContent, timetableId: string | null): Result<Uint8Array> {
  const placements = placementsOf(content, timetableId);
  if (!placements.ok) return placements;
  const { placed, unplaced } = placements.value;
  const studentsOf = studentsByEvent(enrolmentsOf(content, timetableId));
  const lines: string[] = [];
  for (const { event, time, roomIds } of placed) {
    const given = timeOfId(time.id);
    if (given === null || roomIds.length > 1) {
      return failure([
        error('write.itc2019', 'Only a problem read from an ITC-2019 file can be written as such a solution.', {
          value: event.id,
          advice: 'Save a Horarium project instead.',
        }),
      ]);
    }
    const room = roomIds[0] === undefined ? '' : ` room="${escaped(roomIds[0])}"`;
    const when = `days="${given.days}" start="${given.start}" weeks="${given.weeks}"`;
    const students = (studentsOf.get(event.id) ?? []).map((id) => `    <student id="${escaped(id)}"/>\n`);
    const opening = `  <class id="${escaped(event.id)}" ${when}${room}`;
    lines.push(students.length === 0 ? `${opening}/>\n` : `${opening}>\n${students.join('')}  </class>\n`);
  }
  const remarks: Diagnostic[] = [];
  if (unplaced.length > 0) {
    const message = `${unplaced.length} classes are unplaced and not in the file.`;
    remarks.push(warning('write.unplaced', message, { value: unplaced.length }));
  }
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const text = `${head}<solution name="${escaped(content.problem.name)}" technique="Local search">\n${lines.join('')}</solution>\n`;
  return success(new TextEncoder().encode(text), remarks);
}

function enrolmentsOf({ timetables }: ProjectContent, timetableId: string | null): readonly EnrolmentData[] {
  const chosen = timetableId === null ? timetables.at(-1) : timetables.find((entry) => entry.id === timetableId);
  return chosen?.timetable.enrolments ?? [];
}

function studentsByEvent(enrolments: readonly EnrolmentData[]): ReadonlyMap<string, readonly string[]> {
  const studentsOf = new Map<string, string[]>();
  for (const { studentId, eventIds } of enrolments) {
    for (const event of eventIds) {
      const list = studentsOf.get(event);
      if (list === undefined) studentsOf.set(event, [studentId]);
      else list.push(studentId);
    }
  }
  return studentsOf;
}
