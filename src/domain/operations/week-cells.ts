import type { BreakData, CalendarData, SlotSelection } from '../problem-data.ts';

/** What a cell of the week is for everybody: open, closed, or a break, which has a name. */
export type CellUse = { readonly use: 'open' | 'closed' } | { readonly use: 'break'; readonly name: string };

const open: CellUse = { use: 'open' };
const closed: CellUse = { use: 'closed' };

/** By day and slot. A break counts more than closed hours. */
export function weekCells(calendar: CalendarData): readonly (readonly CellUse[])[] {
  return calendar.days.map(({ id }) => {
    const cells: CellUse[] = calendar.slots.map(() => open);
    for (const selection of calendar.closed) {
      if (selection.day === id) for (const slot of selection.slots) cells[slot] = closed;
    }
    for (const { name, slot, days } of calendar.breaks) {
      if (days?.includes(id) ?? true) cells[slot] = { use: 'break', name };
    }
    return cells;
  });
}

/** The breaks and closed hours that make up the cells, each break once for all days that have it. */
export function fromWeekCells(
  calendar: Pick<CalendarData, 'days' | 'slots'>,
  cells: readonly (readonly CellUse[])[],
): Pick<CalendarData, 'breaks' | 'closed'> {
  const breaks: BreakData[] = [];
  for (let slot = 0; slot < calendar.slots.length; slot++) {
    const daysOf = new Map<string, string[]>();
    calendar.days.forEach(({ id }, day) => {
      const cell = cells[day]?.[slot];
      if (cell?.use === 'break') daysOf.set(cell.name, [...(daysOf.get(cell.name) ?? []), id]);
    });
    for (const [name, days] of daysOf) {
      breaks.push(days.length === calendar.days.length ? { name, slot } : { name, slot, days });
    }
  }
  const shut = calendar.days.flatMap(({ id }, day): SlotSelection[] => {
    const slots = calendar.slots.flatMap((_, slot) => (cells[day]?.[slot]?.use === 'closed' ? [slot] : []));
    return slots.length > 0 ? [{ day: id, slots }] : [];
  });
  return { breaks, closed: shut };
}
