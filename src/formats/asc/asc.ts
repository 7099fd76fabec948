import { type Diagnostic, error, info } from '../../domain/diagnostic.ts';
import type { ForeignRule, ProblemData, StudentData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { Flaws } from '../flaws.ts';
import type { NamedTimetable, ProjectContent, Reader, SourceFile } from '../format.ts';
import { notEnforcedRemark } from '../not-enforced.ts';
import { decodeHead, decodeXml } from '../text.ts';
import { parseXml } from '../xml/xml.ts';
import { AscCalendar } from './calendar.ts';
import { blocksOfAsc } from './cards.ts';
import { type AscFile, readAscFile } from './file.ts';
import { AscGroups } from './groups.ts';
import { eventsOfAsc } from './lessons.ts';
import { timeOffOfAsc } from './time-off.ts';

/** Exports of aSc Timetables, with the cards that are placed as a timetable. */
export const ascReader: Reader = {
  id: 'asc',
  title: 'aSc Timetables (.xml)',
  recognise(files) {
    const [file] = files;
    if (files.length !== 1 || file === undefined) return 0;
    const head = decodeHead(file.bytes);
    const root = /<timetable(?=[\s>])[^>]*>/.exec(head)?.[0];
    if (root === undefined || /\snrDays=/.test(root)) return 0;
    return /\sascttversion=/.test(root) || /<(?:periods|daysdefs|lessons|cards)[\s>]/.test(head) ? 2 : 0;
  },
  read(files) {
    const [file] = files;
    return file === undefined ? failure([error('file.none', 'There is no file to read.')]) : readAsc(file);
  },
};

function readAsc(source: SourceFile): Result<ProjectContent> {
  const text = decodeXml(source);
  if (!text.ok) return text;
  const root = parseXml(text.value, source.name);
  if (!root.ok) return failure([...text.diagnostics, ...root.diagnostics]);
  const flaws = new Flaws('asc.more');
  const file = readAscFile(root.value, source.name, flaws);
  checkReferences(file, source.name, flaws);
  checkGroups(file, flaws);
  if (file.lessons.length === 0 && flaws.count === 0) {
    flaws.add('asc.noLessons', 'The file has no lessons.', {
      place: source.name,
      advice: 'Export the whole timetable from aSc Timetables, its lessons and cards included.',
    });
  }
  if (flaws.count > 0) return failure([...text.diagnostics, ...flaws.list(source.name)]);
  const remarks: Diagnostic[] = [...text.diagnostics];
  return success(contentOfAsc(file, text.value, remarks), remarks);
}

/**
 * The meaning of the file in Horarium's words: subjects are courses, classes and their groups are groups, a card of a
 * lesson is an event.
 */
function contentOfAsc(file: AscFile, text: string, remarks: Diagnostic[]): ProjectContent {
  const calendar = new AscCalendar(file, remarks);
  const groups = new AscGroups(file);
  const blocks = blocksOfAsc(file, calendar, remarks);
  const { events, meetingTimes, assignments, eventIdsOf } = eventsOfAsc(file, calendar, groups, blocks, remarks);
  const timeOff = timeOffOfAsc(file, calendar.data, remarks);
  const problem: ProblemData = {
    name: file.name.slice(0, 300),
    calendar: calendar.data,
    meetingTimes,
    courses: file.subjects,
    rooms: file.classrooms.map(({ id, name, capacity, building }) => ({
      id,
      name,
      // a room that says nothing of its seats has enough
      capacity: capacity ?? 1_000_000,
      ...(building === null ? {} : { building }),
    })),
    instructors: file.teachers,
    groups: groups.data,
    students: studentsOf(file, eventIdsOf, remarks),
    events,
    rules: timeOff.rules,
    notEnforced: kept(timeOff.others, text, remarks),
  };
  const createdAt = new Date().toISOString();
  const placed: NamedTimetable = { id: 'asc-1', name: 'Timetable of aSc', createdAt, timetable: { assignments } };
  return { problem, timetables: assignments.length === 0 ? [] : [placed] };
}

/** Students of seminars attend by themselves; those of classes and groups are counted there. */
function studentsOf(
  { students, lessons }: AscFile,
  eventIdsOf: ReadonlyMap<string, readonly string[]>,
  remarks: Diagnostic[],
): StudentData[] {
  const attended = new Map<string, string[]>();
  for (const { id, studentIds } of lessons) {
    for (const student of studentIds) {
      const own = attended.get(student) ?? [];
      attended.set(student, own);
      for (const eventId of eventIdsOf.get(id) ?? []) own.push(eventId);
    }
  }
  const own = students.filter(({ id }) => attended.has(id));
  if (own.length < students.length) {
    const message = 'Students who attend what their class attends are counted in it, not listed.';
    remarks.push(info('asc.students', message, { value: students.length - own.length }));
  }
  return own.map(({ id, name }) => ({ id, name, eventIds: [...new Set(attended.get(id))] }));
}

function kept(others: AscFile['others'], text: string, remarks: Diagnostic[]): ForeignRule[] {
  return others.map(({ kind, elements }) => {
    remarks.push(notEnforcedRemark(kind, elements.length));
    const texts = elements.map(({ start, end }) => text.slice(start, end));
    return { format: 'asc', kind, text: texts.join('\n'), count: elements.length };
  });
}

/** Groups of one class: each of them may have to do with each of the others. */
const mostGroups = 500;

function checkGroups({ groups }: AscFile, flaws: Flaws): void {
  const counts = new Map<string, number>();
  for (const { classId } of groups) {
    const count = (counts.get(classId) ?? 0) + 1;
    counts.set(classId, count);
    if (count !== mostGroups + 1) continue;
    const values = { most: mostGroups };
    flaws.add('asc.tooManyGroups', 'A class has more than {most} groups.', { value: classId, values });
  }
}

function checkReferences(file: AscFile, fileName: string, flaws: Flaws): void {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const lists = {
    subject: idsOf(file.subjects),
    teacher: idsOf(file.teachers),
    class: idsOf(file.classes),
    group: idsOf(file.groups),
    classroom: idsOf(file.classrooms),
    student: idsOf(file.students),
    daysdef: idsOf(file.daysDefs),
    weeksdef: idsOf(file.weeksDefs),
    termsdef: idsOf(file.termsDefs),
  };
  const check = (what: keyof typeof lists, ids: readonly string[], line: number) => {
    for (const id of ids) {
      if (id === '' || lists[what].has(id)) continue;
      flaws.add('asc.unknownReference', 'A lesson or group names a {what} that the file does not have.', {
        value: id,
        place: `${fileName}:${line}`,
        values: { what },
      });
    }
  };
  for (const lesson of file.lessons) {
    const { line } = lesson.element;
    check('subject', [lesson.subjectId], line);
    check('teacher', lesson.teacherIds, line);
    check('class', lesson.classIds, line);
    check('group', lesson.groupIds, line);
    check('classroom', lesson.roomIds, line);
    check('student', lesson.studentIds, line);
    check('daysdef', [lesson.daysDefId], line);
    check('weeksdef', [lesson.weeksDefId], line);
    check('termsdef', [lesson.termsDefId], line);
  }
}
