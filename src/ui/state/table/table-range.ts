import type { ItemLists, ListName, OperationAction } from '../../../domain/operations/operation.ts';
import { cellsOf, tableText } from './clipboard.ts';
import type { Column, TableDefinition } from './column.ts';
import type { TableRows } from './create-rows.ts';
import type { EditedRow } from './edit-plan.ts';
import { rangeOf, type Selection } from './selection.ts';
import type { TableEdits } from './table-edits.ts';
import { columnsOfTitles } from './titles.ts';

interface RangeNeeds<List extends ListName> {
  readonly definition: TableDefinition<List>;
  readonly titleOf: (column: Column<ItemLists[List]>) => string;
  readonly rows: TableRows<List>;
  readonly edits: TableEdits<List>;
  readonly selection: () => Selection;
  readonly editedRow: (row: number, cells: EditedRow<ItemLists[List]>['cells']) => EditedRow<ItemLists[List]>;
}

/** What is done to the selected cells at once. */
export function createTableRange<List extends ListName>(needs: RangeNeeds<List>) {
  const { definition, titleOf, rows, edits, selection, editedRow } = needs;

  /** The texts of a rectangle of cells, each row a list; cells that are only shown are passed over. */
  function write(
    action: OperationAction,
    firstRow: number,
    firstColumn: number,
    texts: readonly (readonly string[])[],
    columns: readonly (Column<ItemLists[List]> | undefined)[] = rows.columns().slice(firstColumn),
  ): void {
    const edited = texts.map((row, index) =>
      editedRow(
        firstRow + index,
        row.flatMap((text, offset) => {
          const column = columns[offset];
          return column === undefined || column.kind.type === 'fixed' ? [] : [{ column, text }];
        }),
      ),
    );
    edits.attempt(action, edited, null);
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
    selectedIds,
    clear(): void {
      const { firstRow, firstColumn } = rangeOf(selection());
      write(
        'change',
        firstRow,
        firstColumn,
        rangeTexts().map((row) => row.map(() => '')),
      );
    },
    fillDown(): void {
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
    copied(): string {
      const texts = rangeTexts();
      edits.say({ key: 'tableCopied', parts: { count: texts.length * (texts[0]?.length ?? 0) } });
      return tableText(texts);
    },
    paste(text: string): void {
      const cells = cellsOf(text, '\t');
      const [only] = cells[0] ?? [];
      const { firstRow, firstColumn } = rangeOf(selection());
      const isOne = cells.length === 1 && cells[0]?.length === 1 && only !== undefined;
      if (cells.length === 0) return;
      const titled = cells.length > 1 ? columnsOfTitles(cells[0] ?? [], definition.columns, titleOf) : null;
      if (titled !== null) {
        write('paste', firstRow, 0, cells.slice(1), titled);
        return;
      }
      write('paste', firstRow, firstColumn, isOne ? rangeTexts().map((row) => row.map(() => only)) : cells);
    },
    setAll(column: Column<ItemLists[List]>, text: string): void {
      const { firstRow } = rangeOf(selection());
      edits.attempt(
        'change',
        selectedIds().map((_, offset) => editedRow(firstRow + offset, [{ column, text }])),
        null,
      );
    },
  };
}
