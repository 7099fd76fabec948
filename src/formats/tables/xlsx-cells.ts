import { sheetLimits } from '../../domain/sheets/sheet.ts';
import { attributeOf, scanXml } from '../xml/xml-scan.ts';
import { dateText, type NumberMeaning } from './xlsx-dates.ts';

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  readonly strings: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly isFrom1904: boolean;
}

/** `tooLarge`: more rows, columns or cells than are read. */
export type CellsResult = readonly (readonly string[])[] | 'tooLarge' | 'malformed';

/** The texts of a sheet; cells that reach over several rows stand in each of them. */
export function xlsxRows(sheetXml: string, parts: WorkbookParts): CellsResult {
  const rows: string[][] = [];
  const merged: string[] = [];
  let row: string[] = [];
  let rowNumber = 0;
  let column = -1;
  let count = 0;
  let kind = '';
  let style = '';
  let value = '';
  let isValue = false;
  let isTooLarge = false;
  const done = scanXml(sheetXml, {
    open(name, attributes) {
      if (name === 'c') {
        const place = attributeOf(attributes, 'r');
        column = place === undefined ? column + 1 : columnOf(place);
        kind = attributeOf(attributes, 't') ?? 'n';
        style = attributeOf(attributes, 's') ?? '';
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'row') {
        const given = Number(attributeOf(attributes, 'r') ?? rowNumber + 1);
        rowNumber = given > rowNumber ? given : rowNumber + 1;
        column = -1;
        row = [];
      } else if (name === 'rPh') kind = 'phonetic';
      else if (name === 'mergeCell') merged.push(attributeOf(attributes, 'ref') ?? '');
    },
    text(text) {
      if (isValue && kind !== 'phonetic') value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c' && value !== '') {
        isTooLarge ||= column >= sheetLimits.columns || ++count > sheetLimits.cells;
        if (!isTooLarge) row[column] = cellText(kind, value, Number(style), parts);
      } else if (name === 'row' && row.length > 0) {
        isTooLarge ||= rowNumber > sheetLimits.rows;
        if (!isTooLarge) rows[rowNumber - 1] = row;
      }
    },
  });
  if (isTooLarge) return 'tooLarge';
  if (!done) return 'malformed';
  const whole = Array.from(rows, (cells) => Array.from(cells ?? [], (cell) => cell ?? ''));
  spreadDown(whole, merged);
  return whole;
}

/** The texts that cells of all sheets share. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

function cellText(kind: string, value: string, style: number, parts: WorkbookParts): string {
  switch (kind) {
    case 's':
      return parts.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      const meaning = parts.meanings[style] ?? 'number';
      return meaning === 'number' ? plainNumber(number) : dateText(number, meaning, parts.isFrom1904);
    }
    case 'd':
      return value.replace('T', ' ').replace(/(?: 00:00)?(?::\d\d(?:\.\d+)?)?Z?$/, '');
    default:
      return unescaped(value);
  }
}

/** As the program shows it: binary fractions have digits that nobody typed. */
function plainNumber(number: number): string {
  return String(Number(number.toPrecision(15)));
}

/** `_x000D_` stands for a character that XML cannot have. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Index of the column of `BC12`; the letters alone count. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** A value beside several rows holds for each of them; one above several columns is a title and stays where it is. */
function spreadDown(rows: string[][], merged: readonly string[]): void {
  for (const range of merged) {
    const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range);
    if (match === null) continue;
    const column = columnOf(match[1] ?? '');
    const first = Number(match[2]) - 1;
    const last = Math.min(Number(match[3]) - 1, rows.length - 1);
    const text = rows[first]?.[column] ?? '';
    if (text === '') continue;
    for (let at = first + 1; at <= last; at++) {
      const row = rows[at];
      if (row === undefined) continue;
      while (row.length < column) row.push('');
      row[column] = text;
    }
  }
}
