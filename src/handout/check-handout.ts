import { error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import {
  type Handout,
  type HandoutCalendar,
  type HandoutGroup,
  type Meeting,
  type Person,
  personKinds,
} from './handout.ts';

/** Larger ones are no timetables, and would keep the page busy. */
const most = { meetings: 30_000, names: 20_000, slots: 400, days: 60, weeks: 52, text: 2000 } as const;

class Flaw extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** A handout from outside, whatever it is: checked whole, so that whoever shows it need not look again. */
export function checkHandout(value: unknown, place: string): Result<Handout> {
  try {
    return success(handoutFrom(value));
  } catch (cause) {
    if (!(cause instanceof Flaw)) throw cause;
    const at = cause.message;
    return failure([
      error('handout.content', 'This is no timetable as Horarium hands it out, or it was damaged on its way.', {
        place: at === '' ? place : `${place}: ${at}`,
        advice: 'Ask whoever sent it to send it again, best as a file.',
      }),
    ]);
  }
}

function handoutFrom(value: unknown): Handout {
  const fields = record(value, '');
  if (fields.handoutVersion !== 1) throw new Flaw('handoutVersion');
  const calendar = calendarFrom(fields.calendar);
  const names = (name: string) => list(fields[name], name, most.names, text);
  const courses = names('courses');
  const instructors = names('instructors');
  const rooms = names('rooms');
  const groupCount = list(fields.groups, 'groups', most.names, (item) => item).length;
  const groups = list(fields.groups, 'groups', most.names, (item, at) => groupFrom(item, at, groupCount));
  const counts = { courses: courses.length, groups: groupCount, instructors: instructors.length, rooms: rooms.length };
  const shown = fields.shown === undefined ? undefined : list(fields.shown, 'shown', most.names, personFrom(counts));
  return {
    handoutVersion: 1,
    title: text(fields.title, 'title'),
    timetable: text(fields.timetable, 'timetable'),
    changedAt: text(fields.changedAt, 'changedAt'),
    ...(fields.writtenAt === undefined ? {} : { writtenAt: text(fields.writtenAt, 'writtenAt') }),
    projectId: text(fields.projectId, 'projectId'),
    timeZone: text(fields.timeZone, 'timeZone'),
    calendar,
    courses,
    groups,
    instructors,
    rooms,
    meetings: list(fields.meetings, 'meetings', most.meetings, (item, at) => meetingFrom(item, at, calendar, counts)),
    unplaced: whole(fields.unplaced, 'unplaced', 1_000_000),
    ...(shown === undefined ? {} : { shown }),
  };
}

function calendarFrom(value: unknown): HandoutCalendar {
  const fields = record(value, 'calendar');
  const clock = (time: unknown, at: string) => matching(time, at, /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
  const date = (day: unknown, at: string) => matching(day, at, /^\d{4}-\d\d-\d\d$/);
  const days = list(fields.days, 'calendar.days', most.days, (item, at) => {
    const { id, name, weekday } = record(item, at);
    const day = { id: text(id, at), name: text(name, at) };
    return weekday === undefined ? day : { ...day, weekday: 1 + whole(Number(weekday) - 1, at, 7) };
  });
  const slots = list(fields.slots, 'calendar.slots', most.slots, (item, at) => {
    const { start, end, name } = record(item, at);
    const slot = { start: clock(start, at), end: clock(end, at) };
    return name === undefined ? slot : { ...slot, name: text(name, at) };
  });
  const breaks = list(fields.breaks, 'calendar.breaks', most.slots, (item, at) => {
    const entry = record(item, at);
    const named = { name: text(entry.name, at), slot: whole(entry.slot, at, slots.length) };
    return entry.days === undefined ? named : { ...named, days: list(entry.days, at, most.days, text) };
  });
  const weekCount = 1 + whole(Number(fields.weekCount) - 1, 'calendar.weekCount', most.weeks);
  if (fields.term === undefined) return { days, slots, weekCount, breaks };
  const term = record(fields.term, 'calendar.term');
  const holidays = list(term.holidays, 'calendar.term.holidays', 1000, (item, at) => {
    const holiday = record(item, at);
    return { name: text(holiday.name, at), from: date(holiday.from, at), to: date(holiday.to, at) };
  });
  const weeks = 1 + whole(Number(term.weeks) - 1, 'calendar.term.weeks', 104);
  const startDate = date(term.startDate, 'calendar.term.startDate');
  return { days, slots, weekCount, breaks, term: { startDate, weeks, holidays } };
}

function groupFrom(value: unknown, at: string, count: number): HandoutGroup {
  const { name, parent, meets } = record(value, at);
  const group = { name: text(name, at), meets: indices(meets, at, count) };
  return parent === undefined ? group : { ...group, parent: whole(parent, at, count) };
}

interface Counts {
  readonly courses: number;
  readonly groups: number;
  readonly instructors: number;
  readonly rooms: number;
}

function personFrom(counts: Counts): (value: unknown, at: string) => Person {
  return (value, at) => {
    const { kind: given, index } = record(value, at);
    const kind = personKinds.find((known) => known === given);
    if (kind === undefined) throw new Flaw(at);
    return { kind, index: whole(index, at, counts[`${kind}s`]) };
  };
}

function meetingFrom(value: unknown, at: string, { days, slots, weekCount }: HandoutCalendar, counts: Counts): Meeting {
  const fields = record(value, at);
  const start = whole(fields.start, at, slots.length);
  const length = whole(fields.length, at, slots.length - start + 1);
  const ofDays = indices(fields.days, at, days.length);
  if (length === 0 || ofDays.length === 0) throw new Flaw(at);
  return {
    id: text(fields.id, at),
    course: whole(fields.course, at, counts.courses),
    ...(fields.title === undefined ? {} : { title: text(fields.title, at) }),
    days: ofDays,
    start,
    length,
    ...(fields.weeks === undefined ? {} : { weeks: indices(fields.weeks, at, weekCount) }),
    groups: indices(fields.groups, at, counts.groups),
    instructors: indices(fields.instructors, at, counts.instructors),
    rooms: indices(fields.rooms, at, counts.rooms),
  };
}

function record(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Flaw(at);
  return value as Fields; // an object that is no list; every field is checked where it is read
}

function list<T>(value: unknown, at: string, longest: number, read: (item: unknown, at: string) => T): readonly T[] {
  if (!Array.isArray(value) || value.length > longest) throw new Flaw(at);
  return value.map((item: unknown, index) => read(item, `${at}[${index}]`));
}

/** Indices below `count`, ascending or not. */
function indices(value: unknown, at: string, count: number): readonly number[] {
  return list(value, at, Math.max(count, 1), (item) => whole(item, at, count));
}

/** A whole number from 0 to below `limit`. */
function whole(value: unknown, at: string, limit: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= limit) throw new Flaw(at);
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.length > most.text) throw new Flaw(at);
  return value;
}

function matching(value: unknown, at: string, form: RegExp): string {
  const given = text(value, at);
  if (!form.test(given)) throw new Flaw(at);
  return given;
}
