import type { SlotSelection } from '../../domain/problem-data.ts';
import { isRecord } from '../json.ts';
import type { Entry } from './input.ts';

/** Whole hours of the clock. */
export interface OpenHours {
  readonly from: number;
  readonly to: number;
}

/** `inward`: only slots wholly inside a period count. `down`: both ends are rounded down to the hour. */
export type Rounding = 'inward' | 'down';

/** The week the engine works in; Saturday is closed. */
export const engineDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** Weekday (as in `engineDays`, or Saturday) → periods in minutes since midnight. */
export type Periods = ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>;

/** Reads `availability` of a record; null when it is empty, which means always available. */
export function readPeriods(entry: Entry): Periods | null {
  const value = entry.record.availability;
  if (!isRecord(value)) {
    entry.flaw('availability', 'availability', '"availability" must be an object of weekdays.');
    return null;
  }
  const periods = new Map<string, { start: number; end: number }[]>();
  for (const [written, list] of Object.entries(value)) {
    const day = [...engineDays, 'Saturday'].find((name) => name.toLowerCase() === written.trim().toLowerCase());
    const field = `availability.${written}`;
    if (day === undefined) {
      entry.flaw('weekday', field, '"{day}" is not a weekday.', {
        value: written,
        values: { day: written },
        advice: 'Write Sunday to Friday.',
      });
    } else if (Array.isArray(list)) {
      const read = list.flatMap((period, index) => readPeriod(entry, `${field}[${index}]`, period) ?? []);
      periods.set(day, [...(periods.get(day) ?? []), ...read]);
    } else if (list !== null) {
      entry.flaw('periods', field, 'The periods of a day must be a list.', { value: list });
    }
  }
  return [...periods.values()].every((list) => list.length === 0) ? null : periods;
}

function readPeriod(entry: Entry, field: string, period: unknown): { start: number; end: number } | null {
  const { start, end } = isRecord(period) ? period : {};
  const from = minutesOf(start);
  const to = minutesOf(end);
  if (from === null || to === null) {
    entry.flaw('clock', field, 'A period must have "start" and "end" as HH:MM.', {
      value: JSON.stringify(period),
      advice: 'For example {"start": "10:15", "end": "13:00"}.',
    });
    return null;
  }
  if (from >= to) {
    entry.flaw('periodEnd', field, 'A period must end after it starts.', { value: `${start}–${end}` });
    return null;
  }
  return { start: from, end: to };
}

function minutesOf(text: unknown): number | null {
  const match = typeof text === 'string' ? /^(\d{1,2}):([0-5]\d)$/.exec(text.trim()) : null;
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 24 * 60 ? minutes : null;
}

/** Slots of the open hours that lie outside the periods, by day; days without any are left out. */
export function unavailableSlots(periods: Periods, open: OpenHours, rounding: Rounding): SlotSelection[] {
  return engineDays.flatMap((day) => {
    const available = new Set<number>();
    for (const { start, end } of periods.get(day) ?? []) {
      const first = rounding === 'inward' ? Math.ceil(start / 60) : Math.floor(start / 60);
      const last = Math.floor(end / 60);
      for (let hour = first; hour < last; hour++) available.add(hour - open.from);
    }
    const slots = Array.from({ length: open.to - open.from }, (_, slot) => slot).filter((slot) => !available.has(slot));
    return slots.length === 0 ? [] : [{ day, slots }];
  });
}
