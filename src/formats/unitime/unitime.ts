import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { AssignmentData, TimetableData } from '../../domain/timetable.ts';
import { Flaws } from '../flaws.ts';
import type { NamedTimetable, ProjectContent, Reader, SourceFile } from '../format.ts';
import { decodeHead, decodeXml } from '../text.ts';
import { childOf, parseXml } from '../xml/xml.ts';
import { readUnitimeFile, type UnitimeMark, unitimeMarks } from './file.ts';
import { problemOfUnitime, type UnitimeProblem } from './problem.ts';

/** Problems of UniTime's course timetabling solver, with the timetables that are marked in them. */
export const unitimeReader: Reader = {
  id: 'unitime',
  title: 'UniTime course timetabling solver (.xml)',
  recognise(files) {
    const [file] = files;
    if (files.length !== 1 || file === undefined) return 0;
    const root = /<(?:timetable|llrt)(?=[\s>])[^>]*>/.exec(decodeHead(file.bytes))?.[0] ?? '';
    return /\s(?:nrDays|slotsPerDay)=/.test(root) || root.startsWith('<llrt') ? 2 : 0;
  },
  read(files) {
    const [file] = files;
    return file === undefined ? failure([error('file.none', 'There is no file to read.')]) : readUnitime(file);
  },
};

function readUnitime(source: SourceFile): Result<ProjectContent> {
  const text = decodeXml(source);
  if (!text.ok) return text;
  const root = parseXml(text.value, source.name);
  if (!root.ok) return failure([...text.diagnostics, ...root.diagnostics]);
  const flaws = new Flaws('unitime.more');
  const input = childOf(root.value, 'input') ?? root.value;
  if (childOf(input, 'classes') === undefined) {
    flaws.add('unitime.noClasses', 'The file has no list of classes.', {
      place: source.name,
      advice: 'Only problems of the course timetabling solver are read, not other data of UniTime.',
    });
  }
  const file = readUnitimeFile(input, source.name, flaws);
  if (flaws.count > 0) return failure([...text.diagnostics, ...flaws.list(source.name)]);
  const remarks: Diagnostic[] = [...text.diagnostics];
  const read = problemOfUnitime(file, text.value, remarks);
  const enrolments = file.students.map(({ id, classes }) => ({ studentId: id, eventIds: [...new Set(classes)] }));
  const isSectioned = enrolments.some(({ eventIds }) => eventIds.length > 0);
  return success({ problem: read.problem, timetables: timetablesOf(read, isSectioned ? { enrolments } : {}) }, remarks);
}

const nameOf: Readonly<Record<UnitimeMark, string>> = {
  solution: 'Timetable of UniTime',
  best: 'Best timetable of UniTime',
  initial: 'Initial timetable of UniTime',
};

/** The timetables that the file marks; equal ones once. Sectioning is that of the file for all of them. */
function timetablesOf(read: UnitimeProblem, sectioning: Pick<TimetableData, 'enrolments'>): NamedTimetable[] {
  const seen = new Set<string>();
  return unitimeMarks.flatMap((mark): NamedTimetable[] => {
    const assignments = assignmentsOf(read, mark);
    const key = JSON.stringify(assignments);
    if (seen.has(key) || assignments.every(({ timeId }) => timeId === undefined)) return [];
    seen.add(key);
    const timetable = { assignments, ...sectioning };
    return [{ id: `unitime-${mark}`, name: nameOf[mark], createdAt: new Date().toISOString(), timetable }];
  });
}

function assignmentsOf({ problem, classes, timeId }: UnitimeProblem, mark: UnitimeMark): AssignmentData[] {
  return classes.map((item, index): AssignmentData => {
    const event = problem.events[index];
    const time = item.times.find(({ marks }) => marks.includes(mark));
    const rooms = item.rooms.filter(({ marks }) => marks.includes(mark)).map(({ id }) => id);
    return {
      eventId: item.id,
      ...(time === undefined ? {} : { timeId: timeId(time) }),
      roomIds: [...new Set(rooms)].slice(0, event?.roomCount ?? 1),
      instructorIds: item.instructors,
    };
  });
}
