import { error, warning } from '../../domain/diagnostic.ts';
import type { EventData, MeetingTimeData, ProblemData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { AssignmentData } from '../../domain/timetable.ts';
import { checkHandout } from '../../handout/check-handout.ts';
import type { Handout, Meeting } from '../../handout/handout.ts';
import { handoutOfLink, linkRoute } from '../../handout/link.ts';
import type { ProjectContent, Reader, SourceFile } from '../format.ts';
import { checkSize, decodeHead, decodeText } from '../text.ts';

/** Timetables that were handed out, taken back: viewer files, their data, and links. */
export const handoutReader: Reader = {
  id: 'handout',
  title: 'Timetable as it was handed out (viewer file, link)',
  recognise(files) {
    const [file] = files;
    if (file === undefined || files.length !== 1) return 0;
    const head = decodeHead(file.bytes);
    const isOwn = head.includes(linkRoute) || /"handoutVersion"\s*:/.test(head) || isViewer(head);
    return isOwn ? 2 : 0;
  },
  async read(files) {
    const [file] = files;
    return file === undefined ? failure([]) : readHandout(file);
  },
};

function isViewer(head: string): boolean {
  return /^<!doctype html>/i.test(head) && head.includes('name="generator" content="Horarium"');
}

async function readHandout(file: SourceFile): Promise<Result<ProjectContent>> {
  const flaw = checkSize(file);
  if (flaw !== null) return failure([flaw]);
  const text = decodeText(file);
  if (!text.ok) return text;
  const handout = await handoutIn(text.value, file.name);
  return handout.ok ? success(projectOf(handout.value), [withoutRules]) : handout;
}

const withoutRules = warning('handout.partial', 'What was handed out has no rules, sizes, students or candidates.', {
  advice: 'Add what you need before you generate. Where everything is placed was taken over as it is.',
});

async function handoutIn(text: string, place: string): Promise<Result<Handout>> {
  const at = text.indexOf(linkRoute);
  if (at !== -1 && !text.startsWith('<')) return handoutOfLink(text.slice(at + linkRoute.length).trim());
  // The only place where the data can stand: `<` is escaped inside of it.
  const [, data] = /<script type="application\/json" id="handout">([^<]*)<\/script>/.exec(text) ?? [];
  try {
    return checkHandout(JSON.parse(data ?? text), place);
  } catch {
    return failure([
      error('handout.json', 'The data of the timetable in this file is damaged.', {
        place,
        advice: 'Get the file again from where it came from.',
      }),
    ]);
  }
}

function projectOf(handout: Handout): ProjectContent {
  const { calendar } = handout;
  const ids = (kind: string, indices: readonly number[]) => indices.map((index) => `${kind}${index + 1}`);
  const list = (kind: string, names: readonly string[]) =>
    names.map((name, index) => ({ id: `${kind}${index + 1}`, name }));
  const events = handout.meetings.map((meeting): EventData => {
    const { id, title, course, length, weeks } = meeting;
    return {
      id,
      courseId: `course${course + 1}`,
      ...(title === undefined ? {} : { name: title }),
      duration: length,
      ...(isPattern(meeting) ? { times: [{ id: patternId(meeting) }] } : {}),
      ...(weeks === undefined ? {} : { weeks }),
      roomCount: meeting.rooms.length,
      instructors: ids('instructor', meeting.instructors).map((instructor) => ({ id: instructor })),
      groupIds: ids('group', meeting.groups),
    };
  });
  const problem: ProblemData = {
    name: handout.title,
    calendar: { ...calendar, closed: [] },
    meetingTimes: patternsOf(handout),
    courses: list('course', handout.courses),
    rooms: list('room', handout.rooms).map((room) => ({ ...room, capacity: 0 })),
    instructors: list('instructor', handout.instructors),
    groups: handout.groups.map(({ name, parent }, index) => ({
      id: `group${index + 1}`,
      name,
      size: 0,
      ...(parent === undefined ? {} : { parentId: `group${parent + 1}` }),
    })),
    students: [],
    events,
    rules: [],
    notEnforced: [],
  };
  const assignments = handout.meetings.map((meeting): AssignmentData => {
    const [day] = meeting.days;
    return {
      eventId: meeting.id,
      timeId: isPattern(meeting) ? patternId(meeting) : `${calendar.days[day ?? 0]?.id ?? ''}@${meeting.start}`,
      roomIds: ids('room', meeting.rooms),
      instructorIds: ids('instructor', meeting.instructors),
    };
  });
  const createdAt = Number.isNaN(Date.parse(handout.changedAt)) ? new Date(0).toISOString() : handout.changedAt;
  return { problem, timetables: [{ id: 'handout', name: handout.timetable, createdAt, timetable: { assignments } }] };
}

/** On several days: no plain block. */
function isPattern({ days }: Meeting): boolean {
  return days.length > 1;
}

function patternId({ days, start, length, weeks }: Meeting): string {
  return `pattern ${days.join('+')} ${start}+${length}${weeks === undefined ? '' : ` ${weeks.join('+')}`}`;
}

function patternsOf({ calendar, meetings }: Handout): readonly MeetingTimeData[] {
  const patterns = new Map(meetings.filter(isPattern).map((meeting) => [patternId(meeting), meeting]));
  return [...patterns].map(([id, { days, start, length, weeks }]) => ({
    id,
    days: days.map((day) => calendar.days[day]?.id ?? ''),
    start,
    length,
    ...(weeks === undefined ? {} : { weeks }),
  }));
}
