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
  const isUsable = checkSize(data, remarks);
  checkClock(data, remarks);
  if (!isUsable) return null;
  const dayIds = data.days.map((day) => day.id);
  const slotCount = data.slots.length;
  return {
    dayIds,
    indexOfDay,
    dayCount: dayIds.length,
    slotCount,
    weekCount: data.weekCount,
    breakMaskOfDay: breakMasks(data, indexOfDay, remarks),
    closedMaskOfDay: closedMasks(data, indexOfDay, remarks),
    startMinutes: data.slots.map((slot) => minutesOf(slot.start) ?? 0),
    endMinutes: data.slots.map((slot) => minutesOf(slot.end) ?? 0),
  };
}

/** False when the grid would be empty or larger than can be counted in. */
function checkSize({ days, slots, weekCount, breaks, closed }: CalendarData, remarks: Remarks): boolean {
  let isUsable = true;
  const refuse = <Message extends string>(code: string, message: Message, ...detail: DetailOf<Message>) => {
    isUsable = false;
    remarks.error(code, message, ...detail);
  };
  const ofDays = { value: days.length, place: 'calendar.days' };
  const ofSlots = { value: slots.length, place: 'calendar.slots' };
  if (days.length === 0) refuse('emptyCalendar', 'The calendar has no days.', ofDays);
  if (slots.length === 0) refuse('emptyCalendar', 'The days have no slots.', ofSlots);
  if (days.length > mostDays) {
    const advice = 'Use weeks for longer cycles.';
    refuse('tooManyDays', 'A week has at most {most} days.', { ...ofDays, advice, values: { most: mostDays } });
  }
  if (slots.length > mostSlots) {
    const advice = 'Use longer slots.';
    refuse('dayTooLong', 'A day has at most {most} slots.', { ...ofSlots, advice, values: { most: mostSlots } });
  }
  if (!Number.isInteger(weekCount) || weekCount < 1 || weekCount > mostWeeks) {
    refuse('weekCount', 'The number of weeks must be a whole number from 1 to {most}.', {
      value: String(weekCount),
      place: 'calendar.weekCount',
      values: { most: mostWeeks },
    });
  }
  if (slots.length > mostMaskedSlots && breaks.length + closed.length > 0) {
    refuse('noBreaks', 'A day of more than {most} slots can have no breaks and no closed hours.', {
      ...ofSlots,
      values: { most: mostMaskedSlots },
      advice: 'Mark rooms, instructors or groups as not available instead.',
    });
  }
  return isUsable;
}

type IndexOfDay = ReadonlyMap<string, number>;

/** By day: the slots of its breaks; a break without days is on every day. */
function breakMasks({ days, slots, breaks }: CalendarData, indexOfDay: IndexOfDay, remarks: Remarks): number[] {
  const masks = days.map(() => 0);
  const everyDay = days.map((day) => day.id);
  breaks.forEach((item, index) => {
    const place = `calendar.breaks[${index}]`;
    const mask = slotMask([item.slot], slots.length, remarks, `${place}.slot`);
    const itsDays = item.days === undefined ? everyDay : item.days;
    for (const day of remarks.references(indexOfDay, itsDays, 'day', `${place}.days`)) addBits(masks, day, mask);
  });
  return masks;
}

/** By day: the slots in which the institution is closed. */
function closedMasks({ days, slots, closed }: CalendarData, indexOfDay: IndexOfDay, remarks: Remarks): number[] {
  const masks = days.map(() => 0);
  closed.forEach((item, index) => {
    const place = `calendar.closed[${index}]`;
    const day = remarks.reference(indexOfDay, item.day, 'day', `${place}.day`);
    const mask = slotMask(item.slots, slots.length, remarks, `${place}.slots`);
    if (day >= 0) addBits(masks, day, mask);
  });
  return masks;
}

/** Bit mask of slot indices; those outside the day are errors. */
export function slotMask(slots: readonly number[], slotCount: number, remarks: Remarks, place: string): number {
  let mask = 0;
  for (const slot of slots) {
    if (Number.isInteger(slot) && slot >= 0 && slot < slotCount) mask |= 1 << slot;
    else {
      const values = { slot, last: slotCount - 1 };
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
