import type { Problem } from '../../../domain/problem.ts';
import type { SlotSelection } from '../../../domain/problem-data.ts';
import type { ViewKind } from './view.ts';

/** A row of the week grid: a slot. A row that is a break on every day is a thin named band. */
export interface GridRow {
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  readonly name: string;
  readonly band: string | null;
}

export function gridRows(problem: Problem): readonly GridRow[] {
  const { slots, breaks } = problem.data.calendar;
  return slots.map((slot, index) => {
    const everyDay = problem.axis.breakMaskOfDay.every((mask) => ((mask >>> index) & 1) === 1);
    const named = breaks.find((item) => item.slot === index);
    return {
      slot: index,
      start: slot.start,
      end: slot.end,
      name: slot.name ?? '',
      band: everyDay && problem.axis.breakMaskOfDay.length > 0 ? (named?.name ?? '') : null,
    };
  });
}

/** Numbers of full rows and of bands that a card covers, for its height. */
export function extentOf(rows: readonly GridRow[], start: number, length: number): { full: number; bands: number } {
  let full = 0;
  let bands = 0;
  for (const row of rows.slice(start, start + length)) {
    if (row.band === null) full++;
    else bands++;
  }
  return { full, bands };
}

export type CellState = 'open' | 'break' | 'closed' | 'unavailable';

/** State of every slot of every day (`day * slotCount + slot`) for the resource looked at. */
export function cellStates(problem: Problem, kind: ViewKind, index: number): readonly CellState[] {
  const { dayCount, slotCount, breakMaskOfDay, closedMaskOfDay } = problem.axis;
  const unavailable = unavailableSlots(problem, kind, index);
  const states: CellState[] = [];
  for (let day = 0; day < dayCount; day++) {
    for (let slot = 0; slot < slotCount; slot++) {
      const bit = (mask: number | undefined) => (((mask ?? 0) >>> slot) & 1) === 1;
      if (bit(breakMaskOfDay[day])) states.push('break');
      else if (bit(closedMaskOfDay[day])) states.push('closed');
      else states.push(unavailable.has(day * slotCount + slot) ? 'unavailable' : 'open');
    }
  }
  return states;
}

/** Slots (`day * slotCount + slot`) in which rules of the kind `unavailable` mark the resource in every week. */
function unavailableSlots(problem: Problem, kind: ViewKind, index: number): ReadonlySet<number> {
  let known = unavailableOf.get(problem);
  if (known === undefined) {
    known = unavailableByView(problem);
    unavailableOf.set(problem, known);
  }
  return known.get(`${kind} ${index}`) ?? nowhere;
}

const nowhere: ReadonlySet<number> = new Set();
const unavailableOf = new WeakMap<Problem, ReadonlyMap<string, ReadonlySet<number>>>();

/** By kind and index, as views know resources. */
function unavailableByView(problem: Problem): ReadonlyMap<string, ReadonlySet<number>> {
  const marked = new Map<string, Set<number>>();
  const dayIndexOf = new Map(problem.data.calendar.days.map((day, position) => [day.id, position]));
  for (const rule of problem.rules) {
    if (rule.data.kind !== 'unavailable') continue;
    // The definition's own parameter, checked by `completeParams`.
    const slots = (rule.params.slots as readonly SlotSelection[]).flatMap((selection) => {
      const day = dayIndexOf.get(selection.day);
      if (day === undefined || selection.weeks !== undefined) return [];
      return selection.slots.map((slot) => day * problem.axis.slotCount + slot);
    });
    for (const index of rule.resources) {
      const resource = problem.resources[index];
      if (resource === undefined) continue;
      const key = `${resource.kind === 'class' ? 'course' : resource.kind} ${resource.ref}`;
      const known = marked.get(key) ?? new Set();
      marked.set(key, known);
      for (const slot of slots) known.add(slot);
    }
  }
  return marked;
}
