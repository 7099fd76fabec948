import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Sheet } from '../domain/sheets/sheet.ts';
import { readCsv } from './csv-reader.ts';
import type { SourceFile } from './format.ts';
import { checkSize } from './text.ts';
import { readXlsx } from './xlsx-reader.ts';

/** The sheets of all files in their order; fails when one of them cannot be read, so that nothing is left out silently. */
export async function readSheets(files: readonly SourceFile[]): Promise<Result<readonly Sheet[]>> {
  const sheets: Sheet[] = [];
  const remarks: Diagnostic[] = [];
  for (const file of files) {
    const flaw = checkSize(file) ?? oldBinary(file);
    if (flaw !== null) return failure([flaw]);
    const read = isArchive(file.bytes) ? await readXlsx(file) : readCsv(file);
    if (!read.ok) return read;
    sheets.push(...read.value);
    remarks.push(...read.diagnostics);
  }
  return sheets.length > 0 ? success(sheets, remarks) : failure([error('file.none', 'There is no file to read.')]);
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Compound files of Microsoft: `.xls`, or a workbook with a password. */
function oldBinary({ name, bytes }: SourceFile): Diagnostic | null {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || bytes[2] !== 0x11 || bytes[3] !== 0xe0) return null;
  return error('sheet.oldBinary', 'This is a workbook of the old binary form, or one with a password.', {
    place: name,
    advice: 'Save it as .xlsx without a password, or as .csv.',
  });
}
