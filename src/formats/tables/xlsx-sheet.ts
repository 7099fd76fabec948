/** Numbers of the formats in the workbook's styles. */
const cellStyles = { plain: 1, heading: 2, grid: 3 } as const;

export interface Sheet {
  /** As wanted; what is not legal is changed when the workbook is made. */
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Rows and columns that stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface SheetRow {
  /** From the first column on. */
  readonly cells: readonly SheetCell[];
  /** Lines of text that have to fit; absent means as many as the program finds. */
  readonly lines?: number;
}

/** A cell of text: there is no other sort, so nothing in a workbook can be a formula. */
export interface SheetCell {
  readonly text: string;
  readonly style: keyof typeof cellStyles;
  /** Rows it reaches over, the others being empty; absent means 1. */
  readonly rowSpan?: number;
}

/** Characters of a cell, and rows of a sheet, that a spreadsheet can hold. */
const longestText = 32_767;
const pointsOfLine = 15;
/** No row of a spreadsheet is higher. */
const mostPoints = 409;

export function sheetXml(sheet: Sheet, namespace: string, direction: 'ltr' | 'rtl'): string {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merged = mergedRanges(sheet.rows);
  return [
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView${direction === 'rtl' ? ' rightToLeft="1"' : ''} workbookViewId="0">${pane(sheet)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${pointsOfLine}"/><cols>${columns.join('')}</cols>`,
    '<sheetData>',
    ...sheet.rows.map(rowXml),
    '</sheetData>',
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** Text inside elements and attributes; characters that XML does not have are left out. */
export function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no such characters.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function rowXml({ cells, lines }: SheetRow, index: number): string {
  const height =
    lines === undefined ? '' : ` ht="${Math.min(mostPoints, Math.max(1, lines) * pointsOfLine)}" customHeight="1"`;
  const list = cells.map((cell, column) => {
    const place = `r="${columnName(column)}${index + 1}" s="${cellStyles[cell.style]}"`;
    if (cell.text === '') return `<c ${place}/>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
  });
  return `<row r="${index + 1}"${height}>${list.join('')}</row>`;
}

/** What looks like an escaped character (`_x000A_`) would be taken for one, so its first letter is escaped itself. */
function cellText(text: string): string {
  const lines = text.slice(0, longestText).replaceAll(/\r\n?/g, '\n');
  return xml(lines).replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

function pane({ frozenRows, frozenColumns }: Sheet): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const split = `${frozenColumns === 0 ? '' : ` xSplit="${frozenColumns}"`}${frozenRows === 0 ? '' : ` ySplit="${frozenRows}"`}`;
  const active = frozenColumns === 0 ? 'bottomLeft' : frozenRows === 0 ? 'topRight' : 'bottomRight';
  const corner = `${columnName(frozenColumns)}${frozenRows + 1}`;
  return `<pane${split} topLeftCell="${corner}" activePane="${active}" state="frozen"/>`;
}

function mergedRanges(rows: readonly SheetRow[]): string[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      if (cell.rowSpan === undefined || cell.rowSpan < 2) return [];
      const name = columnName(column);
      return [`<mergeCell ref="${name}${row + 1}:${name}${row + cell.rowSpan}"/>`];
    }),
  );
}

/** A, B, …, Z, AA, … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
