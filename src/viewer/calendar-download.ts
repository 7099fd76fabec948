import { type Result, success } from '../domain/result.ts';
import { createCalendarWriter } from '../formats/calendar/calendar.ts';
import type { Handout } from '../handout/handout.ts';
import { meetingsOf, type NamedPerson, nameOf } from '../handout/people.ts';

/** The calendar file (iCalendar) of somebody; the same events as the app's own, so that one replaces the other. */
export function calendarOf(handout: Handout, person: NamedPerson): Result<Uint8Array> {
  const { calendar, projectId, timeZone, changedAt, writtenAt } = handout;
  const writer = createCalendarWriter({
    calendar,
    projectId,
    timeZone,
    changedAt,
    ...(writtenAt === undefined ? {} : { writtenAt }),
  });
  if (!writer.ok) return writer;
  const meetings = meetingsOf(handout, person).map((meeting) => ({
    id: meeting.id,
    time: {
      days: meeting.days,
      weeks: meeting.weeks ?? Array.from({ length: calendar.weekCount }, (_, week) => week),
      startMinute: minuteOf(calendar.slots[meeting.start]?.start),
      endMinute: minuteOf(calendar.slots[meeting.start + meeting.length - 1]?.end),
    },
    names: {
      course: handout.courses[meeting.course] ?? '',
      event: meeting.title ?? '',
      groups: meeting.groups.map((index) => nameOf(handout, 'group', index)),
      instructors: meeting.instructors.map((index) => nameOf(handout, 'instructor', index)),
      rooms: meeting.rooms.map((index) => nameOf(handout, 'room', index)),
    },
  }));
  return success(writer.value.file(person.name, meetings));
}

/** Minute of the day. */
function minuteOf(clock = '00:00'): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, bytes: Uint8Array, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
