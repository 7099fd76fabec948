import { minutesOf } from '../build/calendar.ts';
import { bitCount, gapSlots, slotsOf } from '../constraints/masks.ts';
import { isSelected } from '../constraints/slot-selection.ts';
import { unavailable } from '../constraints/unavailable.ts';
import { dayViewOf } from '../day-view.ts';
import type { Occupancy } from '../evaluation/occupancy.ts';
import type { Problem } from '../problem.ts';
import type { SlotSelection } from '../problem-data.ts';
import type { Steps } from '../steps.ts';

/** What a resource does in one week. Slots and minutes in which it is busy count once, however many events. */
export interface WeekLoad {
  readonly slots: number;
  /** By the clock: the lengths of those slots, without the pauses between them. */
  readonly minutes: number;
  /** Days with anything. */
  readonly days: number;
  /** Free slots between the first and the last busy one of a day, no breaks, not unavailable: as the rules count. */
  readonly gaps: number;
  readonly gapMinutes: number;
  /** Busy slots of the fullest day, and of the least full one with anything. */
  readonly fullestDay: number;
  readonly lightestDay: number;
  /** Gap slots of the day with most of them. */
  readonly mostGapsOfDay: number;
}

export interface Load {
  /** Index of the resource. */
  readonly resource: number;
  /** Index of the group, instructor or room. */
  readonly ref: number;
  /** Placed events, each counted once. */
  readonly events: number;
  /** One by week class. */
  readonly weeks: readonly WeekLoad[];
  /** Mean of the weeks of the cycle. */
  readonly average: WeekLoad;
}

export type LoadKind = 'group' | 'instructor' | 'room';

interface DayLoad {
  readonly slots: number;
  readonly minutes: number;
  readonly gaps: number;
  readonly gapMinutes: number;
}

const nothing: DayLoad = { slots: 0, minutes: 0, gaps: 0, gapMinutes: 0 };

/** The loads of all smallest groups, all instructors or all rooms, in the order of the problem; a step each. */
export function* loadSteps(problem: Problem, occupancy: Occupancy, kind: LoadKind): Steps<readonly Load[]> {
  const dayLoad = problem.axis.cellsAreSlots ? maskedDays(problem, occupancy) : longDays(problem, occupancy);
  const share = weekShares(problem);
  const loads: Load[] = [];
  for (const resource of problem.resources) {
    if (resource.kind !== kind) continue;
    const weeks = share.map((_, weekClass) => weekLoad(problem, weekClass, (day) => dayLoad(resource.index, day)));
    const events = new Set((occupancy.occupants[resource.index] ?? []).map((item) => item.event.index)).size;
    loads.push({ resource: resource.index, ref: resource.ref, events, weeks, average: meanOf(weeks, share) });
    yield;
  }
  return loads;
}

/** Part of the cycle's weeks that each week class stands for; they add up to 1. */
export function weekShares({ axis }: Problem): readonly number[] {
  const share = new Array<number>(axis.weekClassCount).fill(0);
  for (const weekClass of axis.classOfWeek) share[weekClass] = (share[weekClass] ?? 0) + 1 / axis.classOfWeek.length;
  return share;
}

/** Minutes of each slot by the clock. */
export function slotMinutes(problem: Problem): readonly number[] {
  return problem.data.calendar.slots.map(({ start, end }) => (minutesOf(end) ?? 0) - (minutesOf(start) ?? 0));
}

function weekLoad(problem: Problem, weekClass: number, dayLoad: (dayIndex: number) => DayLoad): WeekLoad {
  const sum = {
    slots: 0,
    minutes: 0,
    days: 0,
    gaps: 0,
    gapMinutes: 0,
    fullestDay: 0,
    lightestDay: 0,
    mostGapsOfDay: 0,
  };
  for (let day = 0; day < problem.axis.dayCount; day++) {
    const { slots, minutes, gaps, gapMinutes } = dayLoad(weekClass * problem.axis.dayCount + day);
    if (slots === 0) continue;
    sum.slots += slots;
    sum.minutes += minutes;
    sum.gaps += gaps;
    sum.gapMinutes += gapMinutes;
    sum.lightestDay = sum.days === 0 ? slots : Math.min(sum.lightestDay, slots);
    sum.fullestDay = Math.max(sum.fullestDay, slots);
    sum.mostGapsOfDay = Math.max(sum.mostGapsOfDay, gaps);
    sum.days++;
  }
  return sum;
}

function meanOf(weeks: readonly WeekLoad[], share: readonly number[]): WeekLoad {
  const first = weeks[0];
  if (weeks.length === 1 && first !== undefined) return first;
  const mean = (of: (week: WeekLoad) => number) =>
    weeks.reduce((sum, week, weekClass) => sum + of(week) * (share[weekClass] ?? 0), 0);
  return {
    slots: mean((week) => week.slots),
    minutes: mean((week) => week.minutes),
    days: mean((week) => week.days),
    gaps: mean((week) => week.gaps),
    gapMinutes: mean((week) => week.gapMinutes),
    fullestDay: mean((week) => week.fullestDay),
    lightestDay: mean((week) => week.lightestDay),
    mostGapsOfDay: mean((week) => week.mostGapsOfDay),
  };
}

/** Days of at most 16 slots: by their masks, as the rules do it. */
function maskedDays(problem: Problem, { busyMasks }: Occupancy): (resource: number, dayIndex: number) => DayLoad {
  const { dayCount, dayIndexCount } = problem.axis;
  const lengths = slotMinutes(problem);
  const minutesOfMask = (mask: number) => slotsOf(mask).reduce((sum, slot) => sum + (lengths[slot] ?? 0), 0);
  return (resource, dayIndex) => {
    const mask = busyMasks[resource * dayIndexCount + dayIndex] ?? 0;
    if (mask === 0) return nothing;
    const gaps = gapSlots(mask, dayViewOf(problem, resource, dayIndex % dayCount));
    return {
      slots: bitCount(mask),
      minutes: minutesOfMask(mask),
      gaps: bitCount(gaps),
      gapMinutes: minutesOfMask(gaps),
    };
  };
}

/** Longer days, slot by slot; they have no breaks. */
function longDays(problem: Problem, { occupants }: Occupancy): (resource: number, dayIndex: number) => DayLoad {
  const { slotCount } = problem.axis;
  const lengths = slotMinutes(problem);
  const away = unavailableSelections(problem);
  const busy = new Uint8Array(slotCount);
  return (resource, dayIndex) => {
    busy.fill(0);
    let first = slotCount;
    let last = -1;
    for (const { time } of occupants[resource] ?? []) {
      if (!time.spans.some((span) => span.dayIndex === dayIndex)) continue;
      busy.fill(1, time.start, time.start + time.length);
      first = Math.min(first, time.start);
      last = Math.max(last, time.start + time.length - 1);
    }
    const sum = { slots: 0, minutes: 0, gaps: 0, gapMinutes: 0 };
    for (let slot = first; slot <= last; slot++) {
      const minutes = lengths[slot] ?? 0;
      if (busy[slot] === 1) {
        sum.slots++;
        sum.minutes += minutes;
      } else if (!(away.get(resource) ?? []).some((slots) => isSelected(problem, slots, dayIndex, slot))) {
        sum.gaps++;
        sum.gapMinutes += minutes;
      }
    }
    return sum;
  };
}

/** What rules of the kind `unavailable` select, by resource. */
export function unavailableSelections(problem: Problem): ReadonlyMap<number, readonly (readonly SlotSelection[])[]> {
  const found = new Map<number, (readonly SlotSelection[])[]>();
  for (const rule of problem.rules) {
    if (rule.definition.id !== unavailable.id) continue;
    // The definition's own parameter, checked by `completeParams`.
    const slots = rule.params.slots as readonly SlotSelection[];
    for (const resource of rule.resources) {
      const list = found.get(resource);
      if (list === undefined) found.set(resource, [slots]);
      else list.push(slots);
    }
  }
  return found;
}
