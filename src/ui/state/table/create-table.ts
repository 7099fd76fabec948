import { type Accessor, createSignal } from 'solid-js';
import type { ItemLists, ListName, OperationAction } from '../../../domain/operations/operation.ts';
import { type Removal, removalOf } from '../../../domain/operations/removal.ts';
import type { OpenProject } from '../project.ts';
import { cellsOf, tableText } from './clipboard.ts';
import type { CellReason, Column, TableDefinition } from './column.ts';
import { createTableRows, type TableRows } from './create-rows.ts';
import { type EditedRow, type EditPlan, planEdits, type UnknownNamesChoice } from './edit-plan.ts';
import { clamped, type Extent, rangeOf, type Selection, type Step, single, stepped } from './selection.ts';

export interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Why the text cannot be, after it was tried. */
  readonly reason: CellReason | null;
}

/** An edit that asks something first: names that nothing has, new rows, or cells that cannot be. */
export interface PendingEdit {
  readonly plan: EditPlan;
  readonly action: OperationAction;
  readonly again: (choice: UnknownNamesChoice) => EditPlan;
  readonly then: (() => void) | null;
}

/** What was done, for the line that says so. */
export type TableMessage =
  | {
      readonly key: 'tableDone';
      readonly parts: { added: number; changed: number; unchanged: number; refused: number };
    }
  | { readonly key: 'tableRemoved' | 'tableCopied'; readonly parts: { count: number } };

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

export type TableProject = Pick<OpenProject, 'data' | 'editor' | 'timetables'>;

export function createTable<List extends ListName>(
  definition: TableDefinition<List>,
  project: TableProject,
): Table<List> {
  const rows = createTableRows(definition, project.data);
  const [wanted, setSelection] = createSignal<Selection>(single({ row: 0, column: 0 }));
  const [editing, setEditing] = createSignal<Editing | null>(null);
  const [pending, setPending] = createSignal<PendingEdit | null>(null);
  const [removing, setRemoving] = createSignal<Removal | null>(null);
  const [message, setMessage] = createSignal<TableMessage | null>(null);
  const extent = (): Extent => ({ rows: rows.rowCount(), columns: rows.columns().length });
  const selection = () => clamped(wanted(), extent());

  function apply(action: OperationAction, plan: EditPlan): void {
    const { added, changed, unchanged } = plan;
    const label = { action, subject: definition.list, count: added + changed };
    const result = project.editor.apply(label, plan.changes);
    if (result.ok) {
      setMessage({ key: 'tableDone', parts: { added, changed, unchanged, refused: plan.refused.length } });
    }
  }

  /** Does it at once when there is nothing to ask. */
  function attempt(action: OperationAction, edited: readonly EditedRow<ItemLists[List]>[], then: (() => void) | null) {
    const again = (choice: UnknownNamesChoice) => planEdits(project.data(), definition, edited, choice);
    const plan = again('ask');
    const isTyped = action === 'change' || action === 'add';
    const asks = plan.unknown.size > 0 || plan.refused.length > 0 || (plan.added > 0 && !isTyped);
    // what it would do once the names are there
    if (asks) setPending({ plan: again('create'), action, again, then });
    else {
      apply(action, plan);
      then?.();
    }
  }

  const editedRow = (row: number, cells: EditedRow<ItemLists[List]>['cells']): EditedRow<ItemLists[List]> => ({
    id: rows.ids()[row] ?? null,
    number: row + 1,
    cells,
  });

  /** The texts of a rectangle of cells, each row a list; cells that are only shown are passed over. */
  function write(
    action: OperationAction,
    firstRow: number,
    firstColumn: number,
    texts: readonly (readonly string[])[],
  ) {
    const columns = rows.columns();
    const edited = texts.map((row, index) =>
      editedRow(
        firstRow + index,
        row.flatMap((text, offset) => {
          const column = columns[firstColumn + offset];
          return column === undefined || column.kind.type === 'fixed' ? [] : [{ column, text }];
        }),
      ),
    );
    attempt(action, edited, null);
  }

  const rangeTexts = () => {
    const { firstRow, lastRow, firstColumn, lastColumn } = rangeOf(selection());
    const columns = Array.from({ length: lastColumn - firstColumn + 1 }, (_, offset) => firstColumn + offset);
    return Array.from({ length: lastRow - firstRow + 1 }, (_, offset) =>
      columns.map((column) => rows.textAt(firstRow + offset, column)),
    );
  };

  const selectedIds = () => {
    const { firstRow, lastRow } = rangeOf(selection());
    return rows.ids().slice(firstRow, lastRow + 1);
  };

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
    editing,
    edit(text) {
      const { row, column } = selection().focus;
      if (rows.columns()[column]?.kind.type === 'fixed') return;
      setEditing({ row, column, text: text ?? rows.textAt(row, column), reason: null });
    },
    type: (text) => void setEditing((before) => (before === null ? null : { ...before, text, reason: null })),
    commit(then) {
      const open = editing();
      if (open === null) return true;
      const column = rows.columns()[open.column];
      const close = () => {
        setEditing(null);
        if (then !== null) setSelection(stepped(single({ row: open.row, column: open.column }), then, extent(), 1));
      };
      if (column === undefined || open.text === rows.textAt(open.row, open.column)) {
        close();
        return true;
      }
      const isNew = rows.ids()[open.row] === undefined;
      const edited = [editedRow(open.row, [{ column, text: open.text }])];
      const plan = planEdits(project.data(), definition, edited, 'ask');
      const reason = plan.refused[0]?.reason ?? null;
      if (reason !== null && plan.unknown.size === 0) {
        setEditing({ ...open, reason });
        return false;
      }
      attempt(isNew ? 'add' : 'change', edited, close);
      return plan.unknown.size === 0;
    },
    cancel: () => void setEditing(null),
    clear() {
      const { firstRow, firstColumn } = rangeOf(selection());
      write(
        'change',
        firstRow,
        firstColumn,
        rangeTexts().map((row) => row.map(() => '')),
      );
    },
    fillDown() {
      const { firstRow, firstColumn } = rangeOf(selection());
      const texts = rangeTexts();
      const source = texts.length > 1 ? texts[0] : undefined;
      if (source === undefined) return;
      write(
        'change',
        firstRow + 1,
        firstColumn,
        texts.slice(1).map(() => source),
      );
    },
    copied() {
      const texts = rangeTexts();
      setMessage({ key: 'tableCopied', parts: { count: texts.length * (texts[0]?.length ?? 0) } });
      return tableText(texts);
    },
    paste(text) {
      const cells = cellsOf(text, '\t');
      const [only] = cells[0] ?? [];
      const { firstRow, firstColumn } = rangeOf(selection());
      const isOne = cells.length === 1 && cells[0]?.length === 1 && only !== undefined;
      if (cells.length === 0) return;
      write('paste', firstRow, firstColumn, isOne ? rangeTexts().map((row) => row.map(() => only)) : cells);
    },
    setAll(column, text) {
      const { firstRow } = rangeOf(selection());
      attempt(
        'change',
        selectedIds().map((_, offset) => editedRow(firstRow + offset, [{ column, text }])),
        null,
      );
    },
    pending,
    decide(choice) {
      const asked = pending();
      setPending(null);
      if (asked === null || choice === null) return;
      apply(asked.action, asked.again(choice));
      asked.then?.();
    },
    removing,
    remove() {
      const ids = selectedIds();
      if (ids.length === 0) return;
      const timetables = new Map(project.timetables().map(({ id, timetable }) => [id, timetable]));
      setRemoving(removalOf({ problem: project.data(), timetables }, definition.list, ids));
    },
    decideRemoval(yes) {
      const asked = removing();
      setRemoving(null);
      if (asked === null || !yes) return;
      const count = asked.summary.removed.get(definition.list) ?? 0;
      project.editor.apply({ action: 'remove', subject: definition.list, count }, asked.changes);
      setMessage({ key: 'tableRemoved', parts: { count } });
    },
    message,
    selectedIds,
  };
}
