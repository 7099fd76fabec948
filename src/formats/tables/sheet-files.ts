import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Sheet } from '../../domain/sheets/sheet.ts';
import type { SourceFile } from '../format.ts';
import { checkSize } from '../text.ts';
import { readCsv } from './csv-reader.ts';
import { readOds } from './ods-reader.ts';
import { locked } from './workbook-archive.ts';
import { readXlsx } from './xlsx-reader.ts';

/** The sheets of all files in their order; fails when one of them cannot be read, so that nothing is left out silently. */
export async function readSheets(files: readonly SourceFile[]): Promise<Result<readonly Sheet[]>> {
  const sheets: Sheet[] = [];
  const remarks: Diagnostic[] = [];
  for (const file of files) {
    const read = await readSheetFile(file);
    if (!read.ok) return read;
    sheets.push(...read.value);
    remarks.push(...read.diagnostics);
  }
  return sheets.length > 0 ? success(sheets, remarks) : failure([error('file.none', 'There is no file to read.')]);
}

function readSheetFile(file: SourceFile): Promise<Result<readonly Sheet[]>> | Result<readonly Sheet[]> {
  const flaw = checkSize(file) ?? oldBinary(file) ?? webPage(file);
  if (flaw !== null) return failure([flaw]);
  if (!isArchive(file.bytes)) return readCsv(file);
  return isOpenDocument(file) ? readOds(file) : readXlsx(file);
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** OpenDocument says what it is in its first entry, which is not compressed (part 2, 3.3) unless it was packed again. */
function isOpenDocument({ name, bytes }: SourceFile): boolean {
  return /\.ods$/i.test(name) || latin(bytes, 120).includes('mimetypeapplication/vnd.oasis.opendocument');
}

/** Compound files of Microsoft: `.xls`, or a workbook with a password, which names its part in the directory. */
function oldBinary(file: SourceFile): Diagnostic | null {
  const { name, bytes } = file;
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || bytes[2] !== 0x11 || bytes[3] !== 0xe0) return null;
  if (contains(bytes, 'EncryptedPackage')) return locked(file);
  return error('sheet.oldBinary', 'This is a workbook of the old binary form (.xls), which is not read.', {
    place: name,
    advice: 'Open it in Excel, LibreOffice or Google Sheets, choose Save as, and take .xlsx, .ods or .csv.',
  });
}

/** Web pages and XML that programs call `.xls`: Excel opens them, but they are no sheets. */
function webPage({ name, bytes }: SourceFile): Diagnostic | null {
  const start = latin(bytes, 1000)
    .replace(/\0/g, '')
    .replace(/^[^<]{0,4}/, '')
    .trimStart()
    .toLowerCase();
  if (!/^<(?:!doctype html|html|table|\?xml|\?mso-application|workbook|ss:workbook)\b/.test(start)) return null;
  return error('sheet.webPage', 'This is a web page or XML, whatever the name of the file ends with.', {
    place: name,
    advice: 'Open it in a spreadsheet program and save it as .xlsx, .ods or .csv.',
  });
}

function latin(bytes: Uint8Array, count: number): string {
  return String.fromCharCode(...bytes.subarray(0, count));
}

/** True when the text stands in the file in UTF-16. */
function contains(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < text.length && bytes[at + 2 * same] === text.charCodeAt(same) && bytes[at + 2 * same - 1] === 0)
      same++;
    if (same === text.length) return true;
  }
  return false;
}
