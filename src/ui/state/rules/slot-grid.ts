import type { CalendarData, SlotSelection } from '../../../domain/problem-data.ts';

/** Slots of the week that are chosen, `day * slotCount + slot`. */
export type ChosenCells = ReadonlySet<number>;

/** Selections about some weeks only are not painted: they are told and kept. */
export function paintable(selections: readonly SlotSelection[]): readonly SlotSelection[] {
  return selections.filter(({ weeks }) => weeks === undefined);
}

export function cellsOf({ days, slots }: CalendarData, selections: readonly SlotSelection[]): ChosenCells {
  const indexOf = new Map(days.map(({ id }, index) => [id, index]));
  return new Set(
    paintable(selections).flatMap((selection) => {
      const day = indexOf.get(selection.day);
      return day === undefined ? [] : selection.slots.map((slot) => day * slots.length + slot);
    }),
  );
}

/** Selections of the chosen cells in the order of the days, and those about some weeks as they were. */
export function selectionsOf(
  { days, slots }: CalendarData,
  cells: ChosenCells,
  before: readonly SlotSelection[],
): readonly SlotSelection[] {
  const chosen = days.map(({ id }, day) => ({
    day: id,
    slots: slots.map((_, slot) => slot).filter((slot) => cells.has(day * slots.length + slot)),
  }));
  return [
    ...chosen.filter((selection) => selection.slots.length > 0),
    ...before.filter(({ weeks }) => weeks !== undefined),
  ];
}

/** All cells of the rectangle between two cells. */
export function rectangle(slotCount: number, from: number, to: number): readonly number[] {
  const [days, slots] = [
    [Math.floor(from / slotCount), Math.floor(to / slotCount)].sort((a, b) => a - b),
    [from % slotCount, to % slotCount].sort((a, b) => a - b),
  ];
  const cells: number[] = [];
  for (let day = days[0] ?? 0; day <= (days[1] ?? -1); day++) {
    for (let slot = slots[0] ?? 0; slot <= (slots[1] ?? -1); slot++) cells.push(day * slotCount + slot);
  }
  return cells;
}
