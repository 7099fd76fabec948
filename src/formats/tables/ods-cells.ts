import { sheetLimits } from '../../domain/sheets/sheet.ts';
import { attributeOf, scanXml } from '../xml/xml-scan.ts';
import type { CellsResult } from './xlsx-cells.ts';

/** A sheet of an OpenDocument file with its name; hidden ones are marked. */
export interface OdsSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: string[][];
}

/**
 * The sheets in the content of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, chapter 9). Dates, clock times
 * and numbers are taken from their values, not from how they are shown. Cells that reach over several rows stand in each of them.
 */
export function odsSheets(contentXml: string): readonly OdsSheet[] | Exclude<CellsResult, object> {
  const reading = new OdsReading();
  const done = scanXml(contentXml, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
  });
  if (reading.isTooLarge) return 'tooLarge';
  return done ? reading.sheets : 'malformed';
}

interface Cell {
  readonly kind: string;
  readonly value: string;
  readonly columns: number;
  readonly rows: number;
  text: string;
  paragraphs: number;
}

class OdsReading {
  readonly sheets: OdsSheet[] = [];
  isTooLarge = false;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OdsSheet | null = null;
  #rows: string[][] = [];
  /** Empty rows at the end so far. */
  #empty = 0;
  #row: string[] = [];
  #rowCopies = 1;
  /** Texts that reach down into rows to come: by column, the text and how many rows are left. */
  readonly #falling = new Map<number, { text: string; left: number }>();
  #column = 0;
  #cell: Cell | null = null;
  #cells = 0;
  /** Notes on a cell hold paragraphs, too. */
  #notes = 0;
  #paragraphs = 0;

  open(name: string, attributes: string): void {
    if (name === 'style') this.#style = attributeOf(attributes, 'style:name') ?? '';
    else if (name === 'table-properties') {
      if (attributeOf(attributes, 'table:display') === 'false') this.#hiddenStyles.add(this.#style);
    } else if (name === 'table') this.#openSheet(attributes);
    else if (name === 'table-row') {
      this.#row = [];
      this.#column = 0;
      this.#rowCopies = countOf(attributes, 'table:number-rows-repeated');
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#cell = cellOf(attributes);
    else if (name === 'annotation') this.#notes++;
    else if (this.#notes === 0 && this.#cell !== null) this.#openText(name, attributes);
  }

  text(text: string): void {
    // White space around the paragraphs is the program's, not the cell's.
    if (this.#paragraphs > 0 && this.#notes === 0 && this.#cell !== null) this.#cell.text += text.replace(/\s+/g, ' ');
  }

  close(name: string): void {
    if (name === 'annotation') this.#notes--;
    else if (this.#notes > 0) return;
    else if (name === 'p') this.#paragraphs--;
    else if (name === 'table-cell') this.#closeCell(false);
    else if (name === 'covered-table-cell') this.#closeCell(true);
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table' && this.#sheet !== null) {
      this.sheets.push({ ...this.#sheet, rows: this.#rows });
      this.#sheet = null;
    }
  }

  #openSheet(attributes: string): void {
    const isHidden = this.#hiddenStyles.has(attributeOf(attributes, 'table:style-name') ?? '');
    this.#rows = [];
    this.#falling.clear();
    this.#empty = 0;
    this.#sheet = { name: attributeOf(attributes, 'table:name') ?? '', isHidden, rows: this.#rows };
  }

  #openText(name: string, attributes: string): void {
    if (this.#cell === null) return;
    if (name === 'p') {
      this.#paragraphs++;
      if (this.#cell.paragraphs++ > 0) this.#cell.text += '\n';
    } else if (name === 's') {
      this.#cell.text += ' '.repeat(Math.min(100, countOf(attributes, 'text:c')));
    } else if (name === 'tab') this.#cell.text += '\t';
    else if (name === 'line-break') this.#cell.text += '\n';
  }

  #closeCell(isCovered: boolean): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#paragraphs = 0;
    if (cell === null) return;
    const text = isCovered ? '' : cellText(cell);
    if (text === '') {
      this.#column += cell.columns;
      return;
    }
    this.isTooLarge ||= this.#column + cell.columns > sheetLimits.columns;
    if (this.isTooLarge) return;
    for (let copy = 0; copy < cell.columns; copy++) {
      if (cell.rows > 1) this.#falling.set(this.#column, { text, left: cell.rows });
      this.#put(this.#column++, text);
    }
  }

  #put(column: number, text: string): void {
    while (this.#row.length < column) this.#row.push('');
    this.#row[column] = text;
  }

  #closeRow(): void {
    if (this.isTooLarge) return;
    const hasOwn = this.#row.length > 0;
    for (const [column, falling] of this.#falling) {
      if (hasOwn && (this.#row[column] ?? '') === '') this.#put(column, falling.text);
      falling.left -= this.#rowCopies;
      if (falling.left <= 0) this.#falling.delete(column);
    }
    // Programs fill the sheet up with empty rows; they become rows only when something comes below them.
    if (!hasOwn) {
      this.#empty += this.#rowCopies;
      return;
    }
    this.#cells += this.#row.length * this.#rowCopies;
    this.isTooLarge ||=
      this.#rows.length + this.#empty + this.#rowCopies > sheetLimits.rows || this.#cells > sheetLimits.cells;
    if (this.isTooLarge) return;
    for (; this.#empty > 0; this.#empty--) this.#rows.push([]);
    for (let copy = 0; copy < this.#rowCopies; copy++) this.#rows.push(copy === 0 ? this.#row : [...this.#row]);
  }
}

function cellOf(attributes: string): Cell {
  const kind = attributeOf(attributes, 'office:value-type') ?? '';
  const value =
    attributeOf(attributes, 'office:value') ??
    attributeOf(attributes, 'office:date-value') ??
    attributeOf(attributes, 'office:time-value') ??
    attributeOf(attributes, 'office:boolean-value') ??
    '';
  const columns = countOf(attributes, 'table:number-columns-repeated');
  return { kind, value, columns, rows: countOf(attributes, 'table:number-rows-spanned'), text: '', paragraphs: 0 };
}

function countOf(attributes: string, name: string): number {
  const count = attributes.includes(name) ? Number(attributeOf(attributes, name) ?? 1) : 1;
  return Number.isInteger(count) && count > 1 ? count : 1;
}

function cellText({ kind, value, text }: Cell): string {
  switch (kind) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = Number(value);
      // Fractions in binary have digits that nobody typed.
      return value !== '' && Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
    }
    case 'date':
      return value
        .replace('T', ' ')
        .replace(/( \d\d:\d\d)(?::[\d.]+)?Z?$/, '$1')
        .replace(/ 00:00$/, '');
    case 'time':
      return clockOf(value) ?? text;
    case 'boolean':
      return value === 'true' ? 'TRUE' : 'FALSE';
    default:
      return text;
  }
}

/** `PT08H30M00S` is 08:30; what is longer than a day is no clock time. */
function clockOf(duration: string): string | null {
  const match = /^PT(\d{1,3})H(\d{1,2})M/.exec(duration);
  if (match === null || Number(match[1]) > 24) return null;
  return `${(match[1] ?? '').slice(-2).padStart(2, '0')}:${(match[2] ?? '').padStart(2, '0')}`;
}
