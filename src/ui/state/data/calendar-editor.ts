import { type Accessor, createSignal } from 'solid-js';
import { minutesOf, mostDays, mostMaskedSlots, mostSlots, mostWeeks } from '../../../domain/build/calendar.ts';
import {
  calendarChange,
  movedSelections,
  sameSlots,
  withoutDay,
  withoutSlot,
  withSlot,
} from '../../../domain/operations/calendar-change.ts';
import { newIdFor } from '../../../domain/operations/new-id.ts';
import type { ProjectDocument } from '../../../domain/operations/operation.ts';
import type { Removal } from '../../../domain/operations/removal.ts';
import { fromWeekCells, weekCells } from '../../../domain/operations/week-cells.ts';
import type { CalendarData, DayData, SlotData, TermData } from '../../../domain/problem-data.ts';
import { clockOf, plannedDay, type SlotPlan, type SlotPlanFlaw } from '../../../domain/slot-plan.ts';
import { dayOf } from '../project/new-project.ts';
import type { Range } from '../table/selection.ts';
import type { TableProject } from '../table/table-edits.ts';

export type CalendarFlaw =
  | SlotPlanFlaw
  | 'order'
  | 'lastDay'
  | 'lastSlot'
  | 'mostDays'
  | 'mostSlots'
  | 'room'
  | 'weeks';

/** Edits of the calendar, each an operation; one that takes something along asks first. */
export interface CalendarEditor {
  readonly calendar: () => CalendarData;
  /** Why the last edit was refused, or null. */
  readonly flaw: Accessor<CalendarFlaw | null>;
  readonly asked: Accessor<Removal | null>;
  decide(yes: boolean): void;
  setDay(id: string, change: Partial<DayData>): void;
  addDay(): void;
  moveDay(id: string, by: -1 | 1): void;
  removeDay(id: string): void;
  setSlot(index: number, change: Partial<SlotData>): void;
  addSlotAfter(index: number): void;
  removeSlot(index: number): void;
  generate(plan: SlotPlan): SlotPlanFlaw | null;
  /** Rows are slots, columns are days. */
  paint(range: Range, use: 'open' | 'closed' | 'break', breakName: string): void;
  setWeekCount(count: number): void;
  setTerm(term: TermData | undefined): void;
}

export function createCalendarEditor(project: TableProject): CalendarEditor {
  const [flaw, setFlaw] = createSignal<CalendarFlaw | null>(null);
  const [asked, setAsked] = createSignal<Removal | null>(null);
  const calendar = () => project.data().calendar;
  const document = (): ProjectDocument => ({
    problem: project.data(),
    timetables: new Map(project.timetables().map(({ id, timetable }) => [id, timetable])),
  });
  const make = ({ changes }: Removal) => void project.editor.apply({ action: 'changeCalendar' }, changes);

  function attempt(change: Removal): void {
    setFlaw(null);
    const { removed, changed, placements } = change.summary;
    if (removed.size + changed.size + placements > 0) setAsked(change);
    else make(change);
  }
  const refuse = (cause: CalendarFlaw) => void setFlaw(cause);
  const replace = (next: CalendarData) => attempt(calendarChange(document(), next, sameSlots(calendar().slots.length)));

  const days = dayEdits({ calendar, refuse, replace, remove: (id) => attempt(withoutDay(document(), id)) });
  return {
    calendar,
    flaw,
    asked,
    decide(yes) {
      const change = asked();
      setAsked(null);
      if (change !== null && yes) make(change);
    },
    ...days,
    setSlot(index, change) {
      const slots = calendar().slots.map((slot, at) => (at === index ? withName({ ...slot, ...change }) : slot));
      if (areInOrder(slots)) replace({ ...calendar(), slots });
      else refuse('order');
    },
    addSlotAfter(index) {
      const slot = slotAfter(calendar().slots, index);
      const { breaks, closed, slots } = calendar();
      const most = breaks.length + closed.length > 0 ? mostMaskedSlots : mostSlots;
      if (slots.length >= most) refuse('mostSlots');
      else if (slot === null) refuse('room');
      else attempt(withSlot(document(), index + 1, slot));
    },
    removeSlot(index) {
      if (calendar().slots.length === 1) refuse('lastSlot');
      else attempt(withoutSlot(document(), index));
    },
    generate(plan) {
      const day = plannedDay(plan);
      if (typeof day === 'string') return day;
      // A slot that begins at the same time as before is the same slot.
      const at = new Map(day.slots.map(({ start }, index) => [start, index]));
      const moved = calendar().slots.map(({ start }) => at.get(start) ?? null);
      const { closed } = movedSelections(calendar(), moved);
      attempt(calendarChange(document(), { ...calendar(), ...day, closed }, moved));
      return null;
    },
    paint(range, use, breakName) {
      const cells = weekCells(calendar()).map((column, day) =>
        column.map((cell, slot) => {
          const isInside =
            day >= range.firstColumn && day <= range.lastColumn && slot >= range.firstRow && slot <= range.lastRow;
          return !isInside ? cell : use === 'break' ? { use, name: breakName } : { use };
        }),
      );
      replace({ ...calendar(), ...fromWeekCells(calendar(), cells) });
    },
    setWeekCount(weekCount) {
      if (Number.isInteger(weekCount) && weekCount >= 1 && weekCount <= mostWeeks)
        replace({ ...calendar(), weekCount });
      else refuse('weeks');
    },
    setTerm(term) {
      const { term: _, ...rest } = calendar();
      replace(term === undefined ? rest : { ...rest, term });
    },
  };
}

interface DayContext {
  readonly calendar: () => CalendarData;
  readonly refuse: (cause: CalendarFlaw) => void;
  readonly replace: (next: CalendarData) => void;
  readonly remove: (id: string) => void;
}

function dayEdits({ calendar, refuse, replace, remove }: DayContext) {
  return {
    setDay(id: string, change: Partial<DayData>) {
      const days = calendar().days.map((day) => (day.id === id ? { ...day, ...change } : day));
      replace({ ...calendar(), days });
    },
    addDay() {
      const { days } = calendar();
      if (days.length >= mostDays) return refuse('mostDays');
      const last = days.at(-1)?.weekday;
      const made = dayOf(last === undefined ? (days.length % 7) + 1 : (last % 7) + 1);
      const id = newIdFor(made.id, new Set(days.map((day) => day.id)), 'day');
      const { weekday: _, ...undated } = made;
      // Dates are known for all days or for none.
      replace({
        ...calendar(),
        days: [...days, days.length > 0 && last === undefined ? { ...undated, id } : { ...made, id }],
      });
    },
    moveDay(id: string, by: -1 | 1) {
      const { days } = calendar();
      const from = days.findIndex((day) => day.id === id);
      const day = days[from];
      if (day === undefined || from + by < 0 || from + by >= days.length) return;
      replace({ ...calendar(), days: days.toSpliced(from, 1).toSpliced(from + by, 0, day) });
    },
    removeDay(id: string) {
      if (calendar().days.length === 1) refuse('lastDay');
      else remove(id);
    },
  };
}

/** An empty name is none. */
function withName(slot: SlotData): SlotData {
  const { name, ...clock } = slot;
  return name === undefined || name.trim() === '' ? clock : slot;
}

function areInOrder(slots: readonly SlotData[]): boolean {
  let last = 0;
  for (const { start, end } of slots) {
    const [from, to] = [minutesOf(start), minutesOf(end)];
    if (from === null || to === null || from < last || to <= from) return false;
    last = to;
  }
  return true;
}

/** As long as the one before it, or as there is time until the next; null when there is none. */
function slotAfter(slots: readonly SlotData[], index: number): SlotData | null {
  const before = slots[index];
  const next = slots[index + 1];
  const from = minutesOf(before?.end ?? '08:00') ?? 480;
  const limit = next === undefined ? 24 * 60 : (minutesOf(next.start) ?? 0);
  const length = before === undefined ? 60 : from - (minutesOf(before.start) ?? 0);
  const to = Math.min(from + length, limit);
  return to > from ? { start: clockOf(from), end: clockOf(to) } : null;
}
