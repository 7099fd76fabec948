import { failure, type Result, success } from '../../domain/result.ts';
import { type Sheet, sheetLimits } from '../../domain/sheets/sheet.ts';
import type { SourceFile } from '../format.ts';
import { largestUnfolded } from '../gzip.ts';
import { attributeOf, scanXml } from '../xml/xml-scan.ts';
import { damaged, noCells, notAWorkbook, openArchive, tooLarge } from './workbook-archive.ts';
import { sharedStrings, type WorkbookParts, xlsxRows } from './xlsx-cells.ts';
import { numberMeanings } from './xlsx-dates.ts';

/**
 * The visible sheets of a workbook (Office Open XML, ECMA-376) that have cells, in their order. Fails with `sheet.*` for
 * what is no workbook, for damaged ones, and before unfolding what would unfold to more than 256 MB.
 */
export async function readXlsx(file: SourceFile, limit = largestUnfolded): Promise<Result<readonly Sheet[]>> {
  const opened = await openArchive(file, isWanted, limit);
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

function isWanted(name: string): boolean {
  return /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/|^xl\/worksheets\/[^/]+\.xml$/.test(name);
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
