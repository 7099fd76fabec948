import type { DetailOf } from '../diagnostic.ts';
import type { CalendarData } from '../problem-data.ts';
import type { Remarks } from './remarks.ts';

/** A day's slots are one bit mask, and tables are indexed by it; longer days do without (decision 9). */
export const mostMaskedSlots = 16;
export const mostSlots = 300;
export const mostDays = 30;
/** With more days, nothing is tabulated over the sets of days on which somebody is busy. */
export const mostDaysInTables = 14;
export const mostWeeks = 52;

/** The checked calendar: everything of the axis but the week classes, which depend on the meeting times. */
export interface Calendar {
  readonly dayIds: readonly string[];
  readonly indexOfDay: ReadonlyMap<string, number>;
  readonly dayCount: number;
  readonly slotCount: number;
  readonly weekCount: number;
  readonly breakMaskOfDay: readonly number[];
  readonly closedMaskOfDay: readonly number[];
  /** By slot, in minutes of the day. */
  readonly startMinutes: readonly number[];
  readonly endMinutes: readonly number[];
}

/** Null when no grid can be made of it; the remarks say why. */
export function buildCalendar(data: CalendarData, remarks: Remarks): Calendar | null {
  const indexOfDay = remarks.indexById(data.days, 'calendar.days');
  const dayCount = data.days.length;
  const slotCount = data.slots.length;
  let usable = true;
  const refuse = <Message extends string>(code: string, message: Message, ...detail: DetailOf<Message>) => {
    usable = false;
    remarks.error(code, message, ...detail);
  };
  const days = { value: dayCount, place: 'calendar.days' };
  const slots = { value: slotCount, place: 'calendar.slots' };
  if (dayCount === 0) refuse('emptyCalendar', 'The calendar has no days.', days);
  if (slotCount === 0) refuse('emptyCalendar', 'The days have no slots.', slots);
  if (dayCount > mostDays) {
    const advice = 'Use weeks for longer cycles.';
    refuse('tooManyDays', 'A week has at most {most} days.', { ...days, advice, values: { most: mostDays } });
  }
  if (slotCount > mostSlots) {
    const advice = 'Use longer slots.';
    refuse('dayTooLong', 'A day has at most {most} slots.', { ...slots, advice, values: { most: mostSlots } });
  }
  if (!Number.isInteger(data.weekCount) || data.weekCount < 1 || data.weekCount > mostWeeks) {
    refuse('weekCount', 'The number of weeks must be a whole number from 1 to {most}.', {
      value: String(data.weekCount),
      place: 'calendar.weekCount',
      values: { most: mostWeeks },
    });
  }
  if (slotCount > mostMaskedSlots && data.breaks.length + data.closed.length > 0) {
    refuse('noBreaks', 'A day of more than {most} slots can have no breaks and no closed hours.', {
      ...slots,
      values: { most: mostMaskedSlots },
      advice: 'Mark rooms, instructors or groups as not available instead.',
    });
  }
  checkClock(data, remarks);
  if (!usable) return null;
  const dayIds = data.days.map((day) => day.id);
  const breakMaskOfDay = new Array<number>(dayCount).fill(0);
  const closedMaskOfDay = new Array<number>(dayCount).fill(0);
  const calendar = {
    dayIds,
    indexOfDay,
    dayCount,
    slotCount,
    weekCount: data.weekCount,
    breakMaskOfDay,
    closedMaskOfDay,
    startMinutes: data.slots.map((slot) => minutesOf(slot.start) ?? 0),
    endMinutes: data.slots.map((slot) => minutesOf(slot.end) ?? 0),
  };
  data.breaks.forEach((item, index) => {
    const place = `calendar.breaks[${index}]`;
    const mask = slotMask([item.slot], calendar, remarks, `${place}.slot`);
    const days = item.days === undefined ? dayIds : item.days;
    for (const day of remarks.references(indexOfDay, days, 'day', `${place}.days`)) addBits(breakMaskOfDay, day, mask);
  });
  data.closed.forEach((item, index) => {
    const place = `calendar.closed[${index}]`;
    const day = remarks.reference(indexOfDay, item.day, 'day', `${place}.day`);
    const mask = slotMask(item.slots, calendar, remarks, `${place}.slots`);
    if (day >= 0) addBits(closedMaskOfDay, day, mask);
  });
  return calendar;
}

/** Bit mask of slot indices; those outside the day are errors. */
export function slotMask(
  slots: readonly number[],
  calendar: { readonly slotCount: number },
  remarks: Remarks,
  place: string,
): number {
  let mask = 0;
  for (const slot of slots) {
    if (Number.isInteger(slot) && slot >= 0 && slot < calendar.slotCount) mask |= 1 << slot;
    else {
      const values = { slot, last: calendar.slotCount - 1 };
      const message = 'There is no slot {slot}: slots are counted from 0 to {last}.';
      remarks.error('slotOutOfRange', message, { value: String(slot), place, values });
    }
  }
  return mask;
}

/** Sorted week indices, or null when some are not weeks of the cycle. */
export function weeksOf(
  weeks: readonly number[] | undefined,
  weekCount: number,
  remarks: Remarks,
  place: string,
): readonly number[] | null {
  if (weeks === undefined) return Array.from({ length: weekCount }, (_, week) => week);
  const known = weeks.every((week) => Number.isInteger(week) && week >= 0 && week < weekCount);
  if (known && weeks.length > 0) return [...new Set(weeks)].sort((a, b) => a - b);
  remarks.error('weeks', 'Weeks must be given as numbers from 0 to {max}, at least one.', {
    values: { max: weekCount - 1 },
    value: weeks.map(String).join(', '),
    place,
  });
  return null;
}

function addBits(masks: number[], index: number, mask: number): void {
  masks[index] = (masks[index] ?? 0) | mask;
}

function checkClock(data: CalendarData, remarks: Remarks): void {
  let previousEnd = 0;
  data.slots.forEach((slot, index) => {
    const place = `calendar.slots[${index}]`;
    const start = minutesOf(slot.start);
    const end = minutesOf(slot.end);
    if (start === null || end === null || start >= end) {
      remarks.error('clockTime', 'A slot needs a start before its end, both as HH:MM.', {
        value: `${slot.start}–${slot.end}`,
        place,
      });
    } else if (start < previousEnd) {
      remarks.error('clockTime', 'Slots must follow the clock and not overlap.', {
        value: `${slot.start}–${slot.end}`,
        place,
      });
    } else previousEnd = end;
  });
}

/** Minutes since midnight of `HH:MM`, or null. */
export function minutesOf(clock: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : null;
}
