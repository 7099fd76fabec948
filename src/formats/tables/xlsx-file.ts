import { distinctNames } from '../distinct-names.ts';
import { zip } from '../zip.ts';
import { type Sheet, sheetXml, xml } from './xlsx-sheet.ts';

/** Office Open XML spreadsheets (ECMA-376): the few parts that a workbook of text needs. */
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mediaTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Sheets in this order as a workbook, their first columns on the side where its language begins; names that are not legal or
 * not unique are changed.
 */
export async function xlsxFile(sheets: readonly Sheet[], direction: 'ltr' | 'rtl' = 'ltr'): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names, sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles(direction)],
    ...sheets.map((sheet, index): [string, string] => {
      return [`xl/worksheets/sheet${index + 1}.xml`, `${head}${sheetXml(sheet, mainNamespace, direction)}`];
    }),
  ];
  const encoder = new TextEncoder();
  return zip(new Map(parts.map(([path, text]) => [path, encoder.encode(text)])));
}

/** At most 31 characters, none of []:*?/\, no apostrophe at either end, not "History", and all different. */
export function sheetNames(names: readonly string[]): string[] {
  return distinctNames(names, 31, 'Sheet', (name) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    const legal = name.replaceAll(/[\u0000-\u001f\u007f[\]:*?/\\]+/g, ' ').replaceAll(/^['\s]+|['\s]+$/g, '');
    // Cutting must not bring an apostrophe to the end.
    const short = legal.slice(0, 31).replace(/['\s]+$/, '');
    return short.toLowerCase() === 'history' ? `${short}_` : short;
  });
}

function contentTypes(sheetCount: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${mediaTypes}.${type}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    part(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  );
  return [
    `${head}<Types xmlns="${packageNamespace}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', 'sheet.main'),
    part('xl/styles.xml', 'styles'),
    ...sheets,
    '</Types>',
  ].join('');
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const entries = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageNamespace}/relationships">${entries.join('')}</Relationships>`;
}

function workbook(names: readonly string[], sheets: readonly Sheet[]): string {
  const entries = names.map(
    (name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = names.map((name, index) => printTitles(name, index, sheets)).join('');
  const defined = titles === '' ? '' : `<definedNames>${titles}</definedNames>`;
  return `${head}<workbook xmlns="${mainNamespace}" xmlns:r="${relations}"><sheets>${entries.join('')}</sheets>${defined}</workbook>`;
}

/** What stays in view says on every further page of paper, too, whose week it is. */
function printTitles(name: string, index: number, sheets: readonly Sheet[]): string {
  const rows = sheets[index]?.frozenRows ?? 0;
  if (rows === 0) return '';
  const range = `'${name.replaceAll("'", "''")}'!$1:$${rows}`;
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xml(range)}</definedName>`;
}

/**
 * The formats that `cellStyles` numbers. `quotePrefix` keeps text that looks like a formula text even when somebody edits the
 * cell; format 49 is text.
 */
const styles = (direction: 'ltr' | 'rtl') =>
  [
    `${head}<styleSheet xmlns="${mainNamespace}">`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>',
    ...['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`),
    '<diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    format(0, 0, direction),
    format(1, 0, direction),
    format(0, 1, direction),
    '</cellXfs></styleSheet>',
  ].join('');

function format(font: number, border: number, direction: 'ltr' | 'rtl'): string {
  const applied = 'applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1" quotePrefix="1"';
  // A name in Latin letters stands where its column begins, and what is said in two scripts is read from there.
  const side = direction === 'rtl' ? ' horizontal="right" readingOrder="2"' : '';
  const alignment = `<alignment vertical="top"${side}${border === 0 ? '' : ' wrapText="1"'}/>`;
  return `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="${border}" xfId="0" ${applied}>${alignment}</xf>`;
}
