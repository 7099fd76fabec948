import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { sheetLimits } from '../../domain/sheets/sheet.ts';
import type { SourceFile } from '../format.ts';

const mostEntries = 5000;

/** The text of a part of a workbook by its path; null where there is none. */
export type WorkbookTexts = (path: string) => string | null;

/**
 * The parts of a workbook that `isWanted` asks for. Fails with `sheet.damaged`, and before unfolding what would unfold to
 * more than `limit` bytes with `sheet.tooLarge`.
 */
export async function openArchive(
  file: SourceFile,
  isWanted: (path: string) => boolean,
  limit: number,
): Promise<Result<WorkbookTexts>> {
  const { unzipSync } = await import('fflate');
  let size = 0;
  let entries = 0;
  try {
    // The sizes in the archive's list are what is allocated: nothing unfolds to more than it says there.
    const unfolded = unzipSync(file.bytes, {
      filter({ name, originalSize }) {
        if (++entries > mostEntries || !isWanted(name)) return false;
        size += originalSize;
        return size <= limit;
      },
    });
    if (size > limit || entries > mostEntries) return failure([bomb(file, limit)]);
    const decoder = new TextDecoder();
    return success((path) => {
      // The path comes from the workbook: it may be called as something that every object has.
      const bytes = Object.hasOwn(unfolded, path) ? unfolded[path] : undefined;
      return bytes === undefined ? null : decoder.decode(bytes);
    });
  } catch {
    return failure([damaged(file, null)]);
  }
}

export function notAWorkbook({ name }: SourceFile): Diagnostic {
  return error('sheet.notAWorkbook', 'The archive is not a workbook.', {
    place: name,
    advice: 'Save it as .xlsx, .ods or .csv in the program it came from.',
  });
}

export function damaged({ name }: SourceFile, sheet: string | null): Diagnostic {
  return error('sheet.damaged', 'The workbook is damaged or cut off.', {
    place: sheet === null ? name : `${name}, ${sheet}`,
    advice: 'Open it in the program it came from and save it again.',
  });
}

export function locked({ name }: SourceFile): Diagnostic {
  return error('sheet.password', 'The workbook is locked with a password.', {
    place: name,
    advice: 'Save it without a password, or as .csv.',
  });
}

function bomb({ name }: SourceFile, limit: number): Diagnostic {
  return error('sheet.tooLarge', `The workbook unfolds to more than ${Math.ceil(limit / 1024 / 1024)} MB.`, {
    place: name,
    advice: 'Timetabling data is far smaller; check that this is the right file.',
  });
}

export function tooLarge({ name }: SourceFile, sheet: string | null): Diagnostic {
  return error('sheet.tooLarge', `A sheet has more than ${sheetLimits.rows} rows or ${sheetLimits.columns} columns.`, {
    place: sheet === null ? name : `${name}, ${sheet}`,
    advice: 'Split it, or delete what is not needed.',
  });
}

export function noCells({ name }: SourceFile): Diagnostic {
  return error('sheet.empty', 'The workbook has no cell with anything in it.', { place: name });
}
