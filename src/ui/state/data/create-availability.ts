import { type Accessor, createMemo, createSignal } from 'solid-js';
import {
  type Availability,
  type AvailabilityLevel,
  type AvailabilityList,
  availabilityOf,
  type PaintedRow,
  paintedAvailability,
} from '../../../domain/operations/availability.ts';
import { neededSlots } from '../../../domain/operations/needed-slots.ts';
import { weekCells } from '../../../domain/operations/week-cells.ts';
import type { Range } from '../table/selection.ts';
import type { TableProject } from '../table/table-edits.ts';

export interface AvailabilityRow {
  readonly id: string;
  readonly name: string;
  /** Row in the list of the problem. */
  readonly index: number;
}

export interface SlotCount {
  readonly needed: number;
  readonly available: number;
}

/** What was painted last. */
export interface PaintedCells {
  readonly names: readonly string[];
  /** In each row. */
  readonly cells: number;
  /** Null when a row was copied: its levels differ. */
  readonly level: AvailabilityLevel | null;
}

/** The matrix of everybody in a list and the cells of the week, which are the columns (`day * slotCount + slot`). */
export interface AvailabilityMatrix {
  readonly list: Accessor<AvailabilityList>;
  setList(list: AvailabilityList): void;
  readonly search: Accessor<string>;
  setSearch(text: string): void;
  readonly rows: Accessor<readonly AvailabilityRow[]>;
  readonly levels: Accessor<Availability>;
  /** Cells that are open to everybody. */
  readonly isOpen: (cell: number) => boolean;
  countOf(index: number): SlotCount;
  /** Null until something was painted, or when that was refused. */
  readonly painted: Accessor<PaintedCells | null>;
  paint(range: Range, level: AvailabilityLevel): void;
  /** The first row of the range for the other rows, the whole week. */
  copyDown(range: Range): void;
}

export function createAvailability(project: TableProject): AvailabilityMatrix {
  const [list, setList] = createSignal<AvailabilityList>('instructors');
  const [search, setSearch] = createSignal('');
  const [painted, setPainted] = createSignal<PaintedCells | null>(null);
  const items = createMemo(() => project.data()[list()]);
  const rows = createMemo(() => {
    const wanted = search().trim().toLowerCase();
    const all = items().map(({ id, name }, index) => ({ id, name, index }));
    return wanted === '' ? all : all.filter(({ name }) => name.toLowerCase().includes(wanted));
  });
  const levels = createMemo(() => availabilityOf(project.data(), list()));
  const events = createMemo(() => project.data().events);
  const calendar = createMemo(() => project.data().calendar);
  const needed = createMemo(() => {
    // again only when one of these is another one, not for every painted cell
    items();
    events();
    calendar();
    return neededSlots(project.data(), list());
  });
  const open = createMemo(() => weekCells(calendar()).flatMap((day) => day.map(({ use }) => use === 'open')));

  function apply(wanted: readonly PaintedRow[], cells: number, level: AvailabilityLevel | null): void {
    const changes = paintedAvailability(project.data(), list(), wanted);
    const nameOf = new Map(rows().map(({ id, name }) => [id, name]));
    const names = wanted.map(({ id }) => nameOf.get(id) ?? id);
    const subject = names.length === 1 ? (names[0] ?? list()) : list();
    const result = project.editor.apply({ action: 'paintAvailability', subject, count: names.length }, changes);
    setPainted(result.ok ? { names, cells, level } : null);
  }

  const rowsIn = ({ firstRow, lastRow }: Range) => rows().slice(firstRow, lastRow + 1);
  return {
    list,
    setList(next) {
      setPainted(null);
      setList(next);
    },
    search,
    setSearch: (text) => void setSearch(text),
    rows,
    levels,
    isOpen: (cell) => open()[cell] === true,
    countOf(index) {
      let available = 0;
      open().forEach((isOpen, cell) => {
        if (isOpen && !levels().isBlocked(index, cell)) available++;
      });
      return { needed: needed()[index] ?? 0, available };
    },
    painted,
    paint(range, level) {
      const cells = Array.from(
        { length: range.lastColumn - range.firstColumn + 1 },
        (_, offset) => [range.firstColumn + offset, level] as const,
      );
      apply(
        rowsIn(range).map(({ id }) => ({ id, levels: new Map(cells) })),
        cells.length,
        level,
      );
    },
    copyDown(range) {
      const [source, ...others] = rowsIn(range);
      if (source === undefined || others.length === 0) return;
      const cells = Array.from({ length: levels().cellCount }, (_, cell) => {
        const { level, isShared } = levels().at(source.index, cell);
        return [cell, isShared ? 'neutral' : level] as const;
      });
      apply(
        others.map(({ id }) => ({ id, levels: new Map(cells) })),
        cells.length,
        null,
      );
    },
  };
}
