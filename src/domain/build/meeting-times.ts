import type { Axis, MeetingTime } from '../problem.ts';
import type { MeetingTimeData } from '../problem-data.ts';
import { plainTimeId } from '../time-ids.ts';
import { type Calendar, mostMaskedSlots, weeksOf } from './calendar.ts';
import type { Remarks } from './remarks.ts';
import { sharedCells } from './shared-cells.ts';

/** A row before the week classes are known. */
interface Row {
  readonly id: string;
  readonly days: readonly number[];
  readonly start: number;
  readonly length: number;
  readonly weeks: readonly number[];
}

/** Plain blocks of one length and one set of weeks (null: every week). */
export interface TimeFamily {
  readonly length: number;
  readonly weeks: readonly number[] | null;
}

export interface TimeTable {
  readonly times: readonly MeetingTime[];
  readonly axis: Axis;
  readonly indexOfTime: ReadonlyMap<string, number>;
}

/**
 * Plain rows of the families in use, then the explicit ones; then the week classes that they, and the sets of weeks that
 * rules name, tell apart.
 */
export function buildMeetingTimes(
  explicit: readonly MeetingTimeData[],
  families: readonly TimeFamily[],
  ruleWeeks: readonly (readonly number[])[],
  calendar: Calendar,
  remarks: Remarks,
): TimeTable {
  const rows = families.flatMap((family) => plainRows(family, calendar));
  remarks.indexById(explicit, 'meetingTimes');
  explicit.forEach((data, index) => {
    const row = explicitRow(data, calendar, remarks, `meetingTimes[${index}]`);
    if (row !== null) rows.push(row);
  });
  const patterns = [...rows.map((row) => row.weeks), ...ruleWeeks];
  const classOfWeek = weekClasses(patterns, calendar.weekCount);
  const slotAxis = buildAxis(calendar, classOfWeek);
  const inSlots = rows.map((row, index) => finishRow(row, index, slotAxis, calendar));
  const { axis, times } = slotAxis.cellsAreSlots ? { axis: slotAxis, times: inSlots } : sharedCells(slotAxis, inSlots);
  return { times, axis, indexOfTime: new Map(times.map((time) => [time.id, time.index])) };
}

function plainRows(family: TimeFamily, calendar: Calendar): Row[] {
  const rows: Row[] = [];
  const weeks = family.weeks ?? allWeeks(calendar.weekCount);
  calendar.dayIds.forEach((dayId, day) => {
    for (let start = 0; start + family.length <= calendar.slotCount; start++) {
      const id = plainTimeId(dayId, start, family.length, family.weeks);
      rows.push({ id, days: [day], start, length: family.length, weeks });
    }
  });
  return rows;
}

function explicitRow(data: MeetingTimeData, calendar: Calendar, remarks: Remarks, place: string): Row | null {
  if (
    /@\d+(\+\d+)?(\/w[\d,]+)?$/.test(data.id) &&
    calendar.indexOfDay.has(data.id.slice(0, data.id.lastIndexOf('@')))
  ) {
    remarks.error('reservedId', 'Ids of the form <day>@<slot> are kept for plain blocks.', {
      value: data.id,
      place: `${place}.id`,
      advice: 'Choose another id for this meeting time.',
    });
    return null;
  }
  const days = remarks.references(calendar.indexOfDay, data.days, 'day', `${place}.days`).sort((a, b) => a - b);
  if (data.days.length === 0) remarks.error('emptyTime', 'A meeting time needs a day.', { value: data.id, place });
  const start = remarks.whole(data.start, 0, calendar.slotCount - 1, 'The first slot', `${place}.start`);
  const length = remarks.whole(data.length, 1, calendar.slotCount, 'The length', `${place}.length`);
  const weeks = weeksOf(data.weeks, calendar.weekCount, remarks, `${place}.weeks`);
  if (days.length === 0 || start === null || length === null || weeks === null) return null;
  if (start + length > calendar.slotCount) {
    remarks.error('slotOutOfRange', 'The meeting time "{id}" ends after the last slot of the day.', {
      values: { id: data.id },
      value: start + length,
      place: `${place}.length`,
    });
    return null;
  }
  return { id: data.id, days, start, length, weeks };
}

/** Weeks that lie in the same rows are one class; classes are numbered in the order of their first week. */
function weekClasses(given: readonly (readonly number[])[], weekCount: number): number[] {
  const patterns = new Map<string, readonly number[]>();
  for (const weeks of given) if (weeks.length < weekCount) patterns.set(weeks.join(','), weeks);
  const signatures = Array.from({ length: weekCount }, () => '');
  for (const weeks of patterns.values()) {
    for (let week = 0; week < weekCount; week++) signatures[week] += weeks.includes(week) ? '1' : '0';
  }
  const classOf = new Map<string, number>();
  return signatures.map((signature) => {
    const known = classOf.get(signature) ?? classOf.size;
    classOf.set(signature, known);
    return known;
  });
}

function buildAxis(calendar: Calendar, classOfWeek: readonly number[]): Axis {
  const weekClassCount = Math.max(...classOfWeek) + 1;
  const dayIndexCount = calendar.dayCount * weekClassCount;
  return {
    dayCount: calendar.dayCount,
    slotCount: calendar.slotCount,
    weekClassCount,
    dayIndexCount,
    cellCount: dayIndexCount * calendar.slotCount,
    cellsAreSlots: calendar.slotCount <= mostMaskedSlots,
    dayIndexOfCell: [],
    classOfWeek,
    breakMaskOfDay: calendar.breakMaskOfDay,
    closedMaskOfDay: calendar.closedMaskOfDay,
  };
}

function finishRow(row: Row, index: number, axis: Axis, calendar: Calendar): MeetingTime {
  const mask = axis.cellsAreSlots ? ((1 << row.length) - 1) << row.start : 0;
  const classes = [...new Set(row.weeks.map((week) => axis.classOfWeek[week] ?? 0))].sort((a, b) => a - b);
  const dayIndices = classes.flatMap((weekClass) => row.days.map((day) => weekClass * axis.dayCount + day));
  const cells = dayIndices.flatMap((dayIndex) =>
    Array.from({ length: row.length }, (_, offset) => dayIndex * axis.slotCount + row.start + offset),
  );
  const startMinute = calendar.startMinutes[row.start] ?? 0;
  const endMinute = calendar.endMinutes[row.start + row.length - 1] ?? 0;
  return { index, ...row, startMinute, endMinute, spans: dayIndices.map((dayIndex) => ({ dayIndex, mask })), cells };
}

function allWeeks(weekCount: number): number[] {
  return Array.from({ length: weekCount }, (_, week) => week);
}
