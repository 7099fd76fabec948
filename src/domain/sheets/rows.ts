import { type Diagnostic, error, info } from '../diagnostic.ts';
import type { Change } from '../operations/operation.ts';
import type { ProblemData } from '../problem-data.ts';
import type { Values } from '../wording/template.ts';
import { type Bench, plainName } from './bench.ts';
import { cellTextOf, longestText, readCell, tooLong } from './cells.ts';
import { type FieldKind, type FieldValue, isEmptyValue, type ListField, sameFieldValue } from './field.ts';

/** A row of a sheet as its target reads it. */
export interface SheetRow {
  /** As people count, from 1. */
  readonly number: number;
  /** Trimmed text of the cell of a field; empty where the sheet has no such column. */
  cell(key: string): string;
}

/** `refused`: nothing of the row can be taken; `empty`: there is nothing in it. */
export type RowState = 'add' | 'change' | 'unchanged' | 'refused' | 'empty';

/** What becomes of one property. */
export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface RowRemark {
  /** Key of the field; null when it is about the whole row. */
  readonly field: string | null;
  readonly remark: Diagnostic;
}

/** What a row would do. */
export interface RowPlan {
  readonly number: number;
  readonly state: RowState;
  /** What the row is about. */
  readonly name: string;
  readonly differences: readonly Difference[];
  readonly remarks: readonly RowRemark[];
}

/** Lays the rows of one sheet over the bench: first all rows are registered, then each is written. */
export interface RowPlanner {
  /** Makes known what the row names, so that rows can refer to each other. */
  register?(row: SheetRow): void;
  write(row: SheetRow): RowPlan;
  /** Once all rows are written: changes that need the problem as it will be. */
  finish?(problem: ProblemData): readonly Change[];
}

/** Collects what there is to say about a row while it is written. */
export class RowDraft {
  readonly differences: Difference[] = [];
  readonly remarks: RowRemark[] = [];
  readonly #row: SheetRow;

  constructor(row: SheetRow) {
    this.#row = row;
  }

  /** Once: the parts of a row all say the same. */
  say(field: string | null, remark: Diagnostic): void {
    const isSaid = this.remarks.some((said) => said.field === field && said.remark.message === remark.message);
    if (!isSaid) this.remarks.push({ field, remark });
  }

  fault(field: string | null, code: string, message: string, value?: string, values?: Values): void {
    this.say(field, error(code, message, values === undefined ? { value } : { value, values }));
  }

  /** What the row is taken to mean. */
  note(field: string, code: string, message: string, values: Values): void {
    this.say(field, info(code, message, { values }));
  }

  /** True when the cell holds a longer name than there can be, which is noted. */
  isTooLong(field: string): boolean {
    const text = this.#row.cell(field);
    if (text.length > longestText) this.fault(field, 'sheet.tooLong', tooLong, text, { most: longestText });
    return text.length > longestText;
  }

  differs(field: string, before: string, after: string): void {
    if (before !== after) this.differences.push({ field, before, after });
  }

  /** The value of a cell; undefined when it is empty or cannot be taken, which is noted. `row` may be a part of the row. */
  read(field: string, kind: FieldKind, bench: Bench, row: SheetRow = this.#row) {
    const text = row.cell(field);
    if (text === '') return undefined;
    const { value, remarks } = readCell(kind, text, bench);
    for (const remark of remarks) this.say(field, remark);
    return value;
  }

  plan(state: RowState, name: string): RowPlan {
    // Of a row that is left out nothing changes.
    const differences = state === 'refused' ? [] : this.differences;
    return { number: this.#row.number, state, name, differences, remarks: this.remarks };
  }
}

/** What the cells of the row say, by field; an empty cell says nothing. */
export function cellValues<Item>(
  fields: readonly ListField<Item>[],
  row: SheetRow,
  bench: Bench,
  draft: RowDraft,
): ReadonlyMap<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  for (const { key, kind } of fields) {
    if (kind.type === 'fixed') continue;
    const text = row.cell(key);
    const known = text === '' || kind.type === 'text' ? undefined : bench.remembered(kind)?.get(text);
    const value = known ?? readAnew(key, kind, row, bench, draft);
    if (value !== undefined) values.set(key, value);
  }
  return values;
}

/** What nothing is to be said of means the same in every row. */
function readAnew(key: string, kind: FieldKind, row: SheetRow, bench: Bench, draft: RowDraft): FieldValue | undefined {
  const text = row.cell(key);
  if (text === '') return undefined;
  const { value, remarks } = readCell(kind, text, bench);
  for (const remark of remarks) draft.say(key, remark);
  if (value !== undefined && remarks.length === 0 && kind.type !== 'text') bench.remember(kind, text, value);
  return value;
}

/** The item with the values written into it. Of a new one nothing was there before. */
export function writtenItem<Item>(
  before: Item,
  fields: readonly ListField<Item>[],
  values: ReadonlyMap<string, FieldValue>,
  bench: Bench,
  draft: RowDraft,
  isNew: boolean,
): Item {
  let item = before;
  for (const field of fields) {
    const value = values.get(field.key);
    if (value === undefined) continue;
    const old = field.read(item);
    if (field.isName && isSameName(old, value)) continue;
    const isSame = sameFieldValue(old, value);
    // What a new item has by itself is told like the rest of its row.
    if (isSame && !isNew) continue;
    draft.differs(field.key, isNew ? '' : cellTextOf(field.kind, old, bench), cellTextOf(field.kind, value, bench));
    if (!isSame) item = field.write(item, value);
  }
  return item;
}

/** A name by which the item was found is not replaced for its capitals or blanks. */
function isSameName(old: FieldValue, value: FieldValue): boolean {
  return typeof old === 'string' && typeof value === 'string' && plainName(old) === plainName(value);
}

/** Key of a field that the item cannot do without and that is empty, or null. */
export function missingField<Item>(item: Item, fields: readonly ListField<Item>[]): string | null {
  const missing = fields.find(
    ({ kind, read }) => 'isNeeded' in kind && kind.isNeeded === true && isEmptyValue(read(item)),
  );
  return missing?.key ?? null;
}
