import { createSignal } from 'solid-js';
import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import type { CellReason, TableDefinition } from './column.ts';
import type { TableRows } from './create-rows.ts';
import { type EditedRow, planEdits } from './edit-plan.ts';
import { type Selection, type Step, single } from './selection.ts';
import type { TableEdits, TableProject } from './table-edits.ts';

export interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Why the text cannot be, after it was tried. */
  readonly reason: CellReason | null;
}

interface CellNeeds<List extends ListName> {
  readonly definition: TableDefinition<List>;
  readonly project: TableProject;
  readonly rows: TableRows<List>;
  readonly edits: TableEdits<List>;
  readonly selection: () => Selection;
  /** Goes on from a cell. */
  readonly stepFrom: (cell: Selection, step: Step) => void;
  readonly editedRow: (row: number, cells: EditedRow<ItemLists[List]>['cells']) => EditedRow<ItemLists[List]>;
}

/** The one cell that is typed into. */
export function createTableCell<List extends ListName>({
  definition,
  project,
  rows,
  edits,
  selection,
  stepFrom,
  editedRow,
}: CellNeeds<List>) {
  const [editing, setEditing] = createSignal<Editing | null>(null);
  return {
    editing,
    edit(text?: string): void {
      const { row, column } = selection().focus;
      if (rows.columns()[column]?.kind.type === 'fixed') return;
      setEditing({ row, column, text: text ?? rows.textAt(row, column), reason: null });
    },
    type: (text: string) => void setEditing((before) => (before === null ? null : { ...before, text, reason: null })),
    commit(then: Step | null): boolean {
      const open = editing();
      if (open === null) return true;
      const column = rows.columns()[open.column];
      const close = () => {
        setEditing(null);
        if (then !== null) stepFrom(single({ row: open.row, column: open.column }), then);
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
      edits.attempt(isNew ? 'add' : 'change', edited, close);
      return plan.unknown.size === 0;
    },
    cancel: () => void setEditing(null),
  };
}
