import { failure, type Result, success } from '../../domain/result.ts';
import { type Sheet, sheetLimits } from '../../domain/sheets/sheet.ts';
import type { SourceFile } from '../format.ts';
import { largestUnfolded } from '../gzip.ts';
import { odsSheets } from './ods-cells.ts';
import { damaged, locked, noCells, notAWorkbook, openArchive, tooLarge } from './workbook-archive.ts';

const content = 'content.xml';
const manifest = 'META-INF/manifest.xml';

/** The visible sheets of an OpenDocument spreadsheet that have cells. Fails like `readXlsx`, and for a password. */
export async function readOds(file: SourceFile, limit = largestUnfolded): Promise<Result<readonly Sheet[]>> {
  const opened = await openArchive(file, (path) => path === content || path === manifest, limit);
  if (!opened.ok) return opened;
  if (opened.value(manifest)?.includes('encryption-data')) return failure([locked(file)]);
  const xml = opened.value(content);
  // Texts and presentations have the same parts.
  if (xml === null || !/<(?:\w+:)?spreadsheet[\s>]/.test(xml)) return failure([notAWorkbook(file)]);
  const read = odsSheets(xml);
  if (read === 'tooLarge') return failure([tooLarge(file, null)]);
  if (read === 'malformed') return failure([damaged(file, null)]);
  const sheets = read
    .slice(0, sheetLimits.sheets)
    .filter(({ isHidden, rows }) => !isHidden && rows.length > 0)
    .map(({ name, rows }) => ({ file: file.name, name, rows }));
  return sheets.length > 0 ? success(sheets) : failure([noCells(file)]);
}
