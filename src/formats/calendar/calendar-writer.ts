import type { Problem } from '../../domain/problem.ts';
import { type Result, success } from '../../domain/result.ts';
import { fileNames } from '../distinct-names.ts';
import type { NamedTimetable, Participant, ProjectContent, WriteOptions, Writer } from '../format.ts';
import { chosenPlacements, weeksOfPeople } from '../participants.ts';
import { createPlacementNames } from '../placement-names.ts';
import type { Placement } from '../placements.ts';
import { zip } from '../zip.ts';
import { type CalendarSource, calendarRemarks, createCalendarWriter, type DatedMeeting } from './calendar.ts';

/** The dates of one group, instructor or room, or of everybody, for calendar programs. */
export const calendarWriter: Writer = {
  id: 'calendar',
  title: 'Calendar (iCalendar)',
  extension: 'ics',
  mediaType: 'text/calendar',
  write: writeCalendar,
};

/** A calendar for each group, instructor and room. */
export const calendarsWriter: Writer = {
  id: 'calendars',
  title: 'Calendars of everybody (iCalendar)',
  extension: 'ics.zip',
  mediaType: 'application/zip',
  write: writeCalendars,
};

/** Folders of archives by what is in them. */
export const folderOf: Readonly<Record<Participant['kind'], string>> = {
  group: 'groups',
  instructor: 'instructors',
  room: 'rooms',
};
const kinds: readonly Participant['kind'][] = ['group', 'instructor', 'room'];

/** What calendars of a timetable are made of. */
export function calendarSource(problem: Problem, chosen: NamedTimetable, options: WriteOptions): CalendarSource {
  return {
    calendar: problem.data.calendar,
    projectId: options.projectId ?? problem.name,
    changedAt: options.changedAt ?? chosen.createdAt,
    ...(options.writtenAt === undefined ? {} : { writtenAt: options.writtenAt }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
  };
}

function writeCalendar(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Result<Uint8Array> {
  const placements = chosenPlacements(content, timetableId, options);
  if (!placements.ok) return placements;
  const { problem, chosen, placed, unplaced, people } = placements.value;
  const writer = createCalendarWriter(calendarSource(problem, chosen, options));
  if (!writer.ok) return writer;
  const remarks = calendarRemarks(unplaced.length, writer.value.withoutDate(placed));
  const name = people?.length === 1 ? people[0]?.name : undefined;
  return success(writer.value.file(name ?? problem.name, placed.map(datedMeetings(problem))), remarks);
}

async function writeCalendars(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Promise<Result<Uint8Array>> {
  const placements = chosenPlacements(content, timetableId, options);
  if (!placements.ok) return placements;
  const { problem, chosen, placed, unplaced } = placements.value;
  const writer = createCalendarWriter(calendarSource(problem, chosen, options));
  if (!writer.ok) return writer;
  const dated = datedMeetings(problem);
  const weeks = weeksOfPeople(placements.value, kinds);
  const files = new Map<string, Uint8Array>();
  for (const kind of kinds) {
    const ofKind = weeks.filter(({ person }) => person.kind === kind);
    const names = fileNames(ofKind.map(({ person }) => person.name));
    ofKind.forEach(({ person, own }, index) => {
      files.set(`${folderOf[kind]}/${names[index]}.ics`, writer.value.file(person.name, own.map(dated)));
    });
  }
  return success(await zip(files), calendarRemarks(unplaced.length, writer.value.withoutDate(placed)));
}

/** Placed events as calendars need them. */
export function datedMeetings(problem: Problem): (placement: Placement) => DatedMeeting {
  const namesOf = createPlacementNames(problem);
  return (placement) => ({ id: placement.event.id, time: placement.time, names: namesOf(placement) });
}
