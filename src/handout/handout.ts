import type { BreakData, CalendarData } from '../domain/problem-data.ts';

export type PersonKind = 'group' | 'instructor' | 'room';
export const personKinds: readonly PersonKind[] = ['group', 'instructor', 'room'];

/** Somebody (or a room) whose week can be looked at: `index` into the list of that kind. */
export interface Person {
  readonly kind: PersonKind;
  readonly index: number;
}

/**
 * A timetable as it is handed out: the week, names and meetings, and nothing that only its makers need (no rules, no
 * students, no candidates). It is the data of viewer files and of links, so this is also the form in which it is written;
 * whatever comes from outside goes through `checkHandout`.
 */
export interface Handout {
  readonly handoutVersion: 1;
  /** Name of the project. */
  readonly title: string;
  /** Name of the timetable. */
  readonly timetable: string;
  /** When it was last changed, ISO 8601. */
  readonly changedAt: string;
  /** When it was handed out, ISO 8601; absent in older ones. Calendars are told by it what is later. */
  readonly writtenAt?: string;
  /** What tells the project from others for good (calendars know their events again by it). */
  readonly projectId: string;
  /** IANA name of the zone of its clock times. */
  readonly timeZone: string;
  readonly calendar: HandoutCalendar;
  readonly courses: readonly string[];
  readonly groups: readonly HandoutGroup[];
  readonly instructors: readonly string[];
  readonly rooms: readonly string[];
  readonly meetings: readonly Meeting[];
  /** Events without a time. */
  readonly unplaced: number;
  /** Whose weeks can be looked at; absent: everybody's. */
  readonly shown?: readonly Person[];
}

export type HandoutCalendar = Pick<CalendarData, 'days' | 'slots' | 'weekCount' | 'term'> & {
  readonly breaks: readonly BreakData[];
};

export interface HandoutGroup {
  readonly name: string;
  readonly parent?: number;
  /** Groups whose meetings are also its own: itself, those around it, inside it, and those that share students with it. */
  readonly meets: readonly number[];
}

/** A placed event. Everything but `id`, `title` and the slots are indices. */
export interface Meeting {
  readonly id: string;
  readonly course: number;
  /** Shown instead of the name of the course. */
  readonly title?: string;
  readonly days: readonly number[];
  readonly start: number;
  /** Slots. */
  readonly length: number;
  /** Weeks of the cycle; absent: all. */
  readonly weeks?: readonly number[];
  readonly groups: readonly number[];
  readonly instructors: readonly number[];
  readonly rooms: readonly number[];
}

/** Longest file or link that is taken for a handout, in characters of JSON. */
export const longestHandout = 20_000_000;
