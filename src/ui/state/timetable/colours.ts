import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { courseHue } from '../words/labels.ts';
import { signedNumber, wholeNumber } from '../words/numbers.ts';
import type { EvaluatedTimetable } from './evaluation.ts';

export type ColourMode = 'course' | 'preference' | 'conflict' | 'rooms' | 'changed';
export const colourModes: readonly ColourMode[] = ['course', 'preference', 'conflict', 'rooms', 'changed'];

/** Steps from nothing to tell over good to bad; each has a colour, and the cards have a note beside it. */
export type PaintLevel = 'plain' | 'good' | 'fair' | 'poor' | 'bad';

/** How a card is painted: the hue of its course, or a level with a short note that says the same. */
export interface Paint {
  readonly hue: number | null;
  readonly level: PaintLevel | null;
  readonly note: string;
}

export interface PaintContext {
  readonly problem: Problem;
  readonly timetable: Timetable;
  readonly evaluated: EvaluatedTimetable | null;
  /** What "changed" is measured against. */
  readonly reference: Timetable | null;
}

export function paintOf(mode: ColourMode, context: PaintContext, event: number): Paint {
  switch (mode) {
    case 'course':
      return { hue: courseHue(context.problem.events[event]?.course ?? 0), level: null, note: '' };
    case 'preference':
      return preferencePaint(context, event);
    case 'conflict':
      return conflictPaint(context, event);
    case 'rooms':
      return roomPaint(context, event);
    case 'changed':
      return changePaint(context, event);
  }
}

function level(step: PaintLevel, note = ''): Paint {
  return { hue: null, level: step, note };
}

/** Rules by which a time is liked less. */
const preferenceKinds: ReadonlySet<string> = new Set(['preferredTime', 'unavailable']);

function preferencePaint({ problem, timetable, evaluated }: PaintContext, event: number): Paint {
  const data = problem.events[event];
  const time = timetable.assignments[event]?.time ?? -1;
  const candidate = data?.times.find(({ index }) => index === time);
  if (data === undefined || candidate === undefined) return level('bad', '!');
  const violations = (evaluated?.ofEvent.get(event) ?? []).filter(({ kind }) => preferenceKinds.has(kind));
  if (violations.some(({ hard }) => hard)) return level('bad', '!');
  const cost = violations.reduce((sum, violation) => sum + violation.cost, candidate.penalty);
  const worst = data.times.reduce((most, { penalty }) => Math.max(most, penalty), cost);
  if (cost === 0) return level('good');
  return level(cost * 2 <= worst ? 'fair' : 'poor', signedNumber(cost));
}

function conflictPaint({ evaluated }: PaintContext, event: number): Paint {
  const violations = evaluated?.ofEvent.get(event) ?? [];
  const hard = violations.reduce((sum, violation) => sum + (violation.hard ? violation.amount : 0), 0);
  if (hard > 0) return level('bad', `${wholeNumber(hard)}!`);
  const cost = violations.reduce((sum, violation) => sum + violation.cost, 0);
  return cost === 0 ? level('good') : level('fair', signedNumber(cost));
}

function roomPaint({ problem, timetable }: PaintContext, event: number): Paint {
  const rooms = (timetable.assignments[event]?.rooms ?? []).filter((room) => room >= 0);
  const seats = rooms.reduce((sum, room) => sum + (problem.rooms[room]?.capacity ?? 0), 0);
  if (rooms.length === 0 || seats === 0) return level('plain', '–');
  const share = (problem.events[event]?.size ?? 0) / seats;
  const note = `${Math.round(share * 100)}%`;
  if (share > 1) return level('bad', note);
  return level(share >= 0.8 ? 'good' : share >= 0.4 ? 'fair' : 'poor', note);
}

function changePaint({ timetable, reference }: PaintContext, event: number): Paint {
  const now = timetable.assignments[event];
  const before = reference?.assignments[event];
  if (now === undefined || before === undefined) return level('plain');
  if (before.time < 0) return now.time < 0 ? level('plain') : level('good', '+');
  if (before.time !== now.time) return level('poor', '↔');
  const same = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((item) => b.includes(item));
  return same(before.rooms, now.rooms) && same(before.instructors, now.instructors)
    ? level('plain')
    : level('fair', '~');
}
