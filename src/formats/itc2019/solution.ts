import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { AssignmentData, EnrolmentData } from '../../domain/timetable.ts';
import type { NamedTimetable, SourceFile } from '../format.ts';
import { decodeHead, decodeXml } from '../text.ts';
import { childrenOf, parseXml, type XmlElement } from '../xml/xml.ts';
import { timeIdOf } from './calendar.ts';
import type { Itc2019Class, Itc2019File } from './file.ts';

/** Remarks about one kind of flaw that are told one by one. */
const mostTold = 10;

export function isItc2019Solution(file: SourceFile): boolean {
  return /<solution[\s>]/.test(decodeHead(file.bytes));
}

/**
 * A solution beside its problem becomes a timetable. What it says of classes that the problem does not have, or of times
 * that they may not take, is told and left out: such a class stays unplaced.
 */
export function readItc2019Solution(problem: Itc2019File, source: SourceFile): Result<NamedTimetable> {
  const text = decodeXml(source);
  if (!text.ok) return text;
  const root = parseXml(text.value, source.name);
  if (!root.ok) return failure([...text.diagnostics, ...root.diagnostics]);
  if (root.value.name !== 'solution') {
    return failure([
      error('itc2019.solution', 'This is no solution of ITC-2019.', { value: root.value.name, place: source.name }),
    ]);
  }
  const remarks: Diagnostic[] = [];
  const classes = new Map(classesOf(problem).map((item) => [item.id, item]));
  const eventIdsOf = new Map<string, string[]>();
  const assignments: AssignmentData[] = [];
  for (const element of childrenOf(root.value, 'class')) {
    const id = element.attributes.id ?? '';
    const known = classes.get(id);
    const place = `${source.name}:${element.line}`;
    if (known === undefined) {
      remarks.push(
        warning('itc2019.solutionClass', 'The problem has no such class; it is left out.', { value: id, place }),
      );
      continue;
    }
    assignments.push(assignmentOf(known, element, place, remarks));
    for (const student of childrenOf(element, 'student')) {
      const studentId = student.attributes.id ?? '';
      const list = eventIdsOf.get(studentId);
      if (list === undefined) eventIdsOf.set(studentId, [id]);
      else list.push(id);
    }
  }
  const enrolments = [...eventIdsOf].map(([studentId, eventIds]): EnrolmentData => ({ studentId, eventIds }));
  return success(
    {
      id: 'solution',
      name: source.name,
      createdAt: new Date().toISOString(),
      timetable: { assignments, ...(problem.students.length === 0 ? {} : { enrolments }) },
    },
    [...text.diagnostics, ...shortened(remarks, source.name)],
  );
}

function assignmentOf(known: Itc2019Class, element: XmlElement, place: string, remarks: Diagnostic[]): AssignmentData {
  const { days, start, weeks, room } = element.attributes;
  const time = known.times.find((item) => item.days === days && item.weeks === weeks && String(item.start) === start);
  if (time === undefined) {
    remarks.push(
      warning('itc2019.solutionTime', 'The class may not meet at this time; it is left unplaced.', {
        value: `${known.id}: ${days} ${start} ${weeks}`,
        place,
      }),
    );
  }
  const isOffered = room === undefined || known.rooms.some(({ id }) => id === room);
  if (!isOffered) {
    remarks.push(
      warning('itc2019.solutionRoom', 'The class may not be in this room; it is left without one.', {
        value: `${known.id}: ${room}`,
        place,
      }),
    );
  }
  return {
    eventId: known.id,
    ...(time === undefined ? {} : { timeId: timeIdOf(time) }),
    roomIds: room !== undefined && isOffered ? [room] : [],
    instructorIds: [],
  };
}

function classesOf({ courses }: Itc2019File): readonly Itc2019Class[] {
  return courses.flatMap(({ configs }) =>
    configs.flatMap(({ subparts }) => subparts.flatMap(({ classes }) => classes)),
  );
}

function shortened(remarks: readonly Diagnostic[], place: string): readonly Diagnostic[] {
  if (remarks.length <= mostTold) return remarks;
  const more = remarks.length - mostTold;
  const rest = warning('itc2019.moreRemarks', '{more} more remarks of this sort.', { place, values: { more } });
  return [...remarks.slice(0, mostTold), rest];
}
