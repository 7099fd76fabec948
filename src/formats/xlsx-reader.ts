import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { type Sheet, sheetLimits } from '../domain/sheets/sheet.ts';
import type { SourceFile } from './format.ts';
import { largestUnfolded } from './gzip.ts';
import { sharedStrings, type WorkbookParts, xlsxRows } from './xlsx-cells.ts';
import { numberMeanings } from './xlsx-dates.ts';
import { attributeOf, scanXml } from './xml-scan.ts';

const mostEntries = 5000;

/**
 * The visible sheets of a workbook (Office Open XML, ECMA-376) that have cells, in their order. Fails with `sheet.*` for
 * what is no workbook, for damaged ones, and before unfolding what would unfold to more than 256 MB.
 */
export async function readXlsx(file: SourceFile, limit = largestUnfolded): Promise<Result<readonly Sheet[]>> {
  const opened = await openArchive(file, limit);
  if (!opened.ok) return opened;
  const partOf = opened.value;
  const workbook = partOf('xl/workbook.xml');
  if (workbook === null) return failure([notAWorkbook(file)]);
  const { sheets, isFrom1904 } = sheetList(workbook, partOf('xl/_rels/workbook.xml.rels') ?? '');
  const parts: WorkbookParts = {
    strings: sharedStrings(partOf('xl/sharedStrings.xml') ?? ''),
    meanings: numberMeanings(partOf('xl/styles.xml') ?? ''),
    isFrom1904,
  };
  const read: Sheet[] = [];
  for (const { name, path } of sheets.slice(0, sheetLimits.sheets)) {
    const rows = xlsxRows(partOf(path) ?? '', parts);
    if (rows === 'tooLarge') return failure([tooLarge(file, name)]);
    if (rows === 'malformed') return failure([damaged(file, name)]);
    if (rows.length > 0) read.push({ file: file.name, name, rows });
  }
  return read.length > 0 ? success(read) : failure([noCells(file)]);
}

type Parts = (path: string) => string | null;

async function openArchive(file: SourceFile, limit: number): Promise<Result<Parts>> {
  const { unzipSync } = await import('fflate');
  let size = 0;
  let entries = 0;
  try {
    // The sizes in the archive's list are what is allocated: nothing unfolds to more than it says there.
    const unfolded = unzipSync(file.bytes, {
      filter({ name, originalSize }) {
        if (++entries > mostEntries) return false;
        const isWanted = /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/|^xl\/worksheets\/[^/]+\.xml$/.test(
          name,
        );
        if (isWanted) size += originalSize;
        return isWanted && size <= limit;
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

function sheetList(workbook: string, relations: string) {
  const targets = new Map<string, string>();
  scanXml(relations, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      targets.set(attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: () => undefined,
  });
  const sheets: { readonly name: string; readonly path: string }[] = [];
  let isFrom1904 = false;
  scanXml(workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet' || (attributeOf(attributes, 'state') ?? 'visible') !== 'visible') return;
      const relation = /\s[\w]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '';
      const path = targets.get(relation);
      if (path !== undefined) sheets.push({ name: attributeOf(attributes, 'name') ?? '', path });
    },
    close: () => undefined,
  });
  return { sheets, isFrom1904 };
}

function notAWorkbook({ name }: SourceFile): Diagnostic {
  return error('sheet.notAWorkbook', 'The archive is not a workbook of Excel.', {
    place: name,
    advice: 'Save it as .xlsx or .csv in the program it came from.',
  });
}

function damaged({ name }: SourceFile, sheet: string | null): Diagnostic {
  return error('sheet.damaged', 'The workbook is damaged or cut off.', {
    place: sheet === null ? name : `${name}, ${sheet}`,
    advice: 'Open it in the program it came from and save it again.',
  });
}

function bomb({ name }: SourceFile, limit: number): Diagnostic {
  return error('sheet.tooLarge', `The workbook unfolds to more than ${Math.ceil(limit / 1024 / 1024)} MB.`, {
    place: name,
    advice: 'Timetabling data is far smaller; check that this is the right file.',
  });
}

function tooLarge({ name }: SourceFile, sheet: string): Diagnostic {
  return error('sheet.tooLarge', `A sheet has more than ${sheetLimits.rows} rows or ${sheetLimits.columns} columns.`, {
    place: `${name}, ${sheet}`,
    advice: 'Split it, or delete what is not needed.',
  });
}

function noCells({ name }: SourceFile): Diagnostic {
  return error('sheet.empty', 'The workbook has no cell with anything in it.', { place: name });
}
