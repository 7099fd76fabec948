import { type Result, success } from '../domain/result.ts';
import { calendarRemarks, createCalendarWriter } from './calendar.ts';
import { fileNames } from './distinct-names.ts';
import type { Participant, ProjectContent, WriteOptions, Writer } from './format.ts';
import { chosenPlacements, createAttendance, participantsOf } from './participants.ts';
import { placementsOf } from './placements.ts';
import { zip } from './zip.ts';

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

const folders: readonly (readonly [Participant['kind'], string])[] = [
  ['group', 'groups'],
  ['instructor', 'instructors'],
  ['room', 'rooms'],
];

function writeCalendar(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Result<Uint8Array> {
  const placements = chosenPlacements(content, timetableId, options.participant);
  if (!placements.ok) return placements;
  const { problem, chosen, placed, unplaced, participant } = placements.value;
  const writer = createCalendarWriter(problem, options, chosen);
  if (!writer.ok) return writer;
  const remarks = calendarRemarks(unplaced.length, writer.value.withoutDate(placed));
  return success(writer.value.file(participant?.name ?? problem.name, placed), remarks);
}

async function writeCalendars(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Promise<Result<Uint8Array>> {
  const placements = placementsOf(content, timetableId);
  if (!placements.ok) return placements;
  const { problem, chosen, placed, unplaced } = placements.value;
  const writer = createCalendarWriter(problem, options, chosen);
  if (!writer.ok) return writer;
  const attendedBy = createAttendance(problem, placed);
  const files = new Map<string, Uint8Array>();
  for (const [kind, folder] of folders) {
    const busy = participantsOf(problem, kind).flatMap((participant) => {
      const own = attendedBy(participant);
      return own.length === 0 ? [] : [{ name: participant.name, own }];
    });
    const names = fileNames(busy.map(({ name }) => name));
    busy.forEach(({ name, own }, index) => {
      files.set(`${folder}/${names[index]}.ics`, writer.value.file(name, own));
    });
  }
  return success(await zip(files), calendarRemarks(unplaced.length, writer.value.withoutDate(placed)));
}
