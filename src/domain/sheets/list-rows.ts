import type { ItemLists } from '../operations/operation.ts';
import { type Bench, plainName } from './bench.ts';
import { isSheetFault, longestText, tooLong } from './cells.ts';
import type { ListTable, TableList } from './field.ts';
import { cellValues, missingField, RowDraft, type RowPlanner, type SheetRow, writtenItem } from './rows.ts';

type NamedTable = Exclude<TableList, 'events'>;

/** Rows that are items of a list told apart by their ids or names; the second row of a name is about the same item. */
export function createListRows<List extends NamedTable>(table: ListTable<List>, bench: Bench): RowPlanner {
  const { list, columns, blank } = table;
  const nameField = columns.find(({ isName }) => isName);
  const nameOf = (row: SheetRow) => row.cell(nameField?.key ?? 'name');
  const fresh = new Set<string>();
  /** A new item may share its name with an old one when the sheet gives it an id of its own. */
  const find = (row: SheetRow): string | undefined => {
    const id = row.cell('id');
    const byId = id === '' ? undefined : bench.idOf(list, id);
    if (byId !== undefined && plainName(byId) === plainName(id)) return byId;
    const name = nameOf(row);
    return name === '' || (id !== '' && !isSameId(row)) ? undefined : bench.idOf(list, name);
  };
  /** An id that is nowhere still means the item of the name, as long as ids are not what the project tells apart with. */
  const isSameId = (row: SheetRow): boolean => {
    const known = bench.idOf(list, nameOf(row));
    return known !== undefined && !fresh.has(known) && plainName(known) === plainName(nameOf(row));
  };
  const idOfRow = new Map<number, string>();
  return {
    register(row) {
      const name = nameOf(row);
      const given = row.cell('id');
      if ((name === '' && given === '') || isSheetFault(name) || isSheetFault(given)) return;
      if (name.length > longestText) return;
      const known = find(row);
      const id = known ?? bench.reserve(list, name === '' ? given : name, given);
      if (known === undefined) fresh.add(id);
      idOfRow.set(row.number, id);
    },
    write(row) {
      const draft = new RowDraft(row);
      const id = idOfRow.get(row.number);
      const hasText = columns.some(({ key }) => row.cell(key) !== '');
      if (!hasText) return draft.plan('empty', '');
      if (id === undefined) {
        const name = nameOf(row);
        if (name.length <= longestText)
          draft.fault(nameField?.key ?? null, 'sheet.noName', 'The row has no name.', name);
        else draft.fault(nameField?.key ?? null, 'sheet.tooLong', tooLong, name, { most: longestText });
        return draft.plan('refused', '');
      }
      const known = bench.get(list, id);
      const before = known ?? blank(id);
      const named = known === undefined && list !== 'students' ? withName(table, before, nameOf(row) || id) : before;
      const item = writtenItem(
        named,
        columns,
        cellValues(columns, row, bench, draft),
        bench,
        draft,
        known === undefined,
      );
      const missing = missingField(item, columns);
      const circle = list === 'groups' && isInItself(item as ItemLists['groups'], bench);
      if (missing !== null) draft.fault(missing, 'sheet.needed', 'Something is needed here.');
      if (circle) draft.fault('parentId', 'sheet.circle', 'A group cannot lie inside itself.', row.cell('parentId'));
      const label = nameOf(row) || id;
      if (missing !== null || circle) return draft.plan('refused', label);
      if (known === undefined || item !== before) bench.put(list, item);
      if (known === undefined) return draft.plan('add', label);
      return draft.plan(item === before ? 'unchanged' : 'change', label);
    },
  };
}

function withName<List extends NamedTable>(
  { columns }: ListTable<List>,
  item: ItemLists[List],
  name: string,
): ItemLists[List] {
  const field = columns.find(({ isName }) => isName);
  return field === undefined ? item : field.write(item, name);
}

function isInItself(group: ItemLists['groups'], bench: Bench): boolean {
  let at = group.parentId;
  for (let step = 0; at !== undefined && step < 1000; step++) {
    if (at === group.id) return true;
    at = bench.get('groups', at)?.parentId;
  }
  return false;
}
