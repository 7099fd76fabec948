import { type Accessor, createSignal } from 'solid-js';
import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { Removal } from '../../../domain/operations/removal.ts';
import type { Column, TableDefinition } from './column.ts';
import { createTableRows, type TableRows } from './create-rows.ts';
import type { EditedRow, UnknownNamesChoice } from './edit-plan.ts';
import { clamped, type Extent, type Selection, type Step, single, stepped } from './selection.ts';
import { createTableCell, type Editing } from './table-cell.ts';
import {
  createTableEdits,
  createTableRemoval,
  type PendingEdit,
  type TableMessage,
  type TableProject,
} from './table-edits.ts';
import { createTableRange } from './table-range.ts';

/** A list of the problem as a spreadsheet: every way to edit it becomes a plan, and every plan one operation. */
export interface Table<List extends ListName> {
  readonly definition: TableDefinition<List>;
  readonly rows: TableRows<List>;
  readonly selection: Accessor<Selection>;
  select(selection: Selection): void;
  move(step: Step, extend: boolean, page: number): void;
  selectAll(): void;
  readonly editing: Accessor<Editing | null>;
  /** Begins to edit the focused cell, with `text` instead of what it holds if given. */
  edit(text?: string): void;
  type(text: string): void;
  /** False when the text was refused; the cell then stays open with the reason. */
  commit(then: Step | null): boolean;
  cancel(): void;
  clear(): void;
  fillDown(): void;
  copied(): string;
  paste(text: string): void;
  /** The same text in all selected rows of one column. */
  setAll(column: Column<ItemLists[List]>, text: string): void;
  readonly pending: Accessor<PendingEdit | null>;
  decide(choice: UnknownNamesChoice | null): void;
  readonly removing: Accessor<Removal | null>;
  remove(): void;
  decideRemoval(yes: boolean): void;
  readonly message: Accessor<TableMessage | null>;
  readonly selectedIds: () => readonly string[];
}

export function createTable<List extends ListName>(
  definition: TableDefinition<List>,
  project: TableProject,
  /** What stands above a column. */
  titleOf: (column: Column<ItemLists[List]>) => string,
): Table<List> {
  const rows = createTableRows(definition, project.data);
  const [wanted, setSelection] = createSignal<Selection>(single({ row: 0, column: 0 }));
  const extent = (): Extent => ({ rows: rows.rowCount(), columns: rows.columns().length });
  const selection = () => clamped(wanted(), extent());
  const editedRow = (row: number, cells: EditedRow<ItemLists[List]>['cells']): EditedRow<ItemLists[List]> => ({
    id: rows.ids()[row] ?? null,
    number: row + 1,
    cells,
  });
  const edits = createTableEdits(definition, project);
  const range = createTableRange({ definition, titleOf, rows, edits, selection, editedRow });
  const stepFrom = (cell: Selection, step: Step) => void setSelection(stepped(cell, step, extent(), 1));
  return {
    definition,
    rows,
    selection,
    select: (next) => void setSelection(clamped(next, extent())),
    move: (step, extend, page) => void setSelection(stepped(selection(), step, extent(), page, extend)),
    selectAll: () =>
      void setSelection({
        anchor: { row: 0, column: 0 },
        focus: { row: Math.max(0, rows.ids().length - 1), column: extent().columns - 1 },
      }),
    ...createTableCell({ definition, project, rows, edits, selection, stepFrom, editedRow }),
    ...range,
    pending: edits.pending,
    decide: edits.decide,
    message: edits.message,
    ...createTableRemoval(definition, project, range.selectedIds, edits.say),
  };
}
