import { minutesOf, mostMaskedSlots, mostSlots } from './build/calendar.ts';
import type { BreakData, SlotData } from './problem-data.ts';

/** How a day is cut: clock times as `HH:MM`, lengths in minutes. */
export interface SlotPlan {
  readonly from: string;
  readonly to: string;
  /** Length of a slot, 5 … 600. */
  readonly minutes: number;
  /** Time between two slots, 0 … 120. */
  readonly pause: number;
  readonly breaks: readonly PlannedBreak[];
}

export interface PlannedBreak {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export type SlotPlanFlaw = 'clock' | 'minutes' | 'pause' | 'break' | 'none' | 'tooMany';

export interface PlannedDay {
  readonly slots: readonly SlotData[];
  readonly breaks: readonly BreakData[];
}

/**
 * The slots of a day, one after the other as long as they end in time; a slot that would reach into a break begins after
 * it. A break is a slot of its own, in which nothing is held. Or what is wrong with the plan.
 */
export function plannedDay(plan: SlotPlan): PlannedDay | SlotPlanFlaw {
  const from = minutesOf(plan.from);
  const to = minutesOf(plan.to);
  if (from === null || to === null || from >= to) return 'clock';
  if (!isWhole(plan.minutes, 5, 600)) return 'minutes';
  if (!isWhole(plan.pause, 0, 120)) return 'pause';
  const breaks = plan.breaks
    .map(({ name, from, to }) => ({ name, from: minutesOf(from) ?? -1, to: minutesOf(to) ?? -1 }))
    .sort((a, b) => a.from - b.from);
  let end = from;
  for (const item of breaks) {
    if (item.from < end || item.from >= item.to || item.to > to) return 'break';
    end = item.to;
  }
  const slots: SlotData[] = [];
  const named: BreakData[] = [];
  let at = from;
  for (const next of [...breaks, null]) {
    const limit = next?.from ?? to;
    for (; at + plan.minutes <= limit; at += plan.minutes + plan.pause) slots.push(slotOf(at, at + plan.minutes));
    if (next === null) break;
    named.push({ name: next.name, slot: slots.length });
    slots.push(slotOf(next.from, next.to));
    at = next.to;
  }
  if (slots.length === named.length) return 'none';
  // A day with breaks is a bit mask.
  return slots.length > (named.length > 0 ? mostMaskedSlots : mostSlots) ? 'tooMany' : { slots, breaks: named };
}

function slotOf(start: number, end: number): SlotData {
  return { start: clockOf(start), end: clockOf(end) };
}

/** `HH:MM` of minutes since midnight. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
