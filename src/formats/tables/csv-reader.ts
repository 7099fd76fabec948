import papa from 'papaparse';
import { error, info } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { type Sheet, sheetLimits } from '../../domain/sheets/sheet.ts';
import type { SourceFile } from '../format.ts';
import { decodeText } from '../text.ts';

/** In the order in which they are taken where several would do. */
const delimiters = ['\t', ';', ',', '|'] as const;
const rowsTried = 60;

const delimiterNames: Readonly<Record<string, string>> = { '\t': 'tab', ';': 'semicolon', ',': 'comma', '|': 'bar' };

/**
 * A file of delimited text as one sheet. Encoding as `decodeText` finds it; the delimiter is the one that cuts the first
 * rows most evenly, or what a first line `sep=;` says. Both are told in remarks where they are not the usual ones.
 */
export function readCsv(file: SourceFile): Result<readonly Sheet[]> {
  const decoded = decodeText(file);
  if (!decoded.ok) return decoded;
  const parsed = csvRows(decoded.value);
  if (parsed === null) {
    return failure([
      error('sheet.tooLarge', `The file has more than ${sheetLimits.rows} rows or ${sheetLimits.columns} columns.`, {
        place: file.name,
        advice: 'Split it, or delete what is not needed.',
      }),
    ]);
  }
  const remarks = [...decoded.diagnostics];
  if (parsed.isUnclosed) {
    remarks.push(
      info('sheet.quotes', 'A quotation mark is not closed; what follows it may be cut wrongly.', { place: file.name }),
    );
  }
  remarks.push(
    info('sheet.delimiter', `The columns are separated by a ${delimiterNames[parsed.delimiter] ?? 'delimiter'}.`, {
      place: file.name,
    }),
  );
  return success([{ file: file.name, name: '', rows: parsed.rows }], remarks);
}

export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly isUnclosed: boolean;
}

/** The cells of delimited text; null when there are too many. */
export function csvRows(text: string): CsvRows | null {
  const [, said] = /^\ufeff?sep=(.)\r?\n/i.exec(text) ?? [];
  const body = said === undefined ? text.replace(/^\ufeff/, '') : text.slice(text.indexOf('\n') + 1);
  const delimiter = said ?? delimiterOf(body);
  const rows: string[][] = [];
  // The line keeps its number.
  if (said !== undefined) rows.push([]);
  let cells = 0;
  let isTooLarge = false;
  let isUnclosed = false;
  papa.parse<string[]>(body, {
    delimiter,
    step({ data, errors }, parser) {
      cells += data.length;
      isUnclosed ||= errors.some(({ type }) => type === 'Quotes');
      rows.push(data.length === 1 && data[0] === '' ? [] : data);
      isTooLarge = rows.length > sheetLimits.rows || cells > sheetLimits.cells || data.length > sheetLimits.columns;
      if (isTooLarge) parser.abort();
    },
  });
  if (isTooLarge) return null;
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell.trim() === '')) rows.pop();
  return { rows, delimiter, isUnclosed };
}

/** The one that gives most rows the same number of cells, more than one. */
function delimiterOf(text: string): string {
  let best: string = ',';
  let bestShare = 0;
  for (const delimiter of delimiters) {
    const { data } = papa.parse<string[]>(text, { delimiter, preview: rowsTried, skipEmptyLines: 'greedy' });
    const counts = new Map<number, number>();
    for (const row of data) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const [width = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    // Commas also stand inside texts: a delimiter that cuts nearly all rows alike is better than one that cuts finely.
    const share = width < 2 ? 0 : rows / data.length + Math.min(width, 20) / 1000;
    if (share > bestShare) {
      best = delimiter;
      bestShare = share;
    }
  }
  return best;
}
