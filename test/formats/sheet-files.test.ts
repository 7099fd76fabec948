import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheets } from '../../src/formats/tables/sheet-files.ts';
import { xlsxFile } from '../../src/formats/tables/xlsx-file.ts';
import { readXlsx } from '../../src/formats/tables/xlsx-reader.ts';
import { codesOf, valueIn } from './support/files.ts';

const csv = (bytes: Uint8Array) => readSheets([{ name: 'a.csv', bytes }]);
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, mark: boolean): Uint8Array {
  return new Uint8Array([...(mark ? [0xff, 0xfe] : []), ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
}

describe('delimited text', () => {
  const rows = [
    ['Raum', 'Plätze'],
    ['Saal, Ost', '12,5'],
  ];

  test.each([
    ['UTF-8 with its mark and semicolons', utf8('\ufeffRaum;Plätze\r\nSaal, Ost;12,5\r\n')],
    ['Windows-1252', new Uint8Array([...'Raum;Pl\u00e4tze\nSaal, Ost;12,5\n'].map((letter) => letter.charCodeAt(0)))],
    ['UTF-16 with its mark and tabs', utf16('Raum\tPlätze\nSaal, Ost\t12,5\n', true)],
    ['UTF-16 without a mark', utf16('Raum\tPlätze\nSaal, Ost\t12,5\n', false)],
    ['commas and quotes', utf8('Raum,Plätze\n"Saal, Ost","12,5"\n')],
    ['bars', utf8('Raum|Plätze\nSaal, Ost|12,5')],
  ])('%s', async (_, bytes) => {
    expect(valueIn(await csv(bytes))[0]?.rows).toEqual(rows);
  });

  test('rows keep their numbers, and a first line that says the delimiter is obeyed', async () => {
    const [sheet] = valueIn(await csv(utf8('sep=,\nA,B;C\n\n"two\nlines",x\n\n\n')));
    expect(sheet?.rows).toEqual([[], ['A', 'B;C'], [], ['two\nlines', 'x']]);
  });

  test('what is no text is refused', async () => {
    expect(codesOf(await csv(new Uint8Array([1, 2, 3, 0, 0, 5, 6])))).toEqual(['file.binary']);
    expect(codesOf(await csv(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])))).toEqual(['sheet.oldBinary']);
    expect(codesOf(await csv(utf8(`${'x,'.repeat(500)}\n`)))).toContain('sheet.tooLarge');
  });
});

/** A workbook of one sheet as other programs write it. */
function workbook(sheetData: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/><sheet name="h" state="hidden" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm;@"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<x:worksheet><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

async function rowsOf(bytes: Uint8Array) {
  return valueIn(await readXlsx({ name: 'a.xlsx', bytes }))[0]?.rows;
}

describe('a workbook', () => {
  test('dates, clock times, numbers, texts and what is computed', async () => {
    const cells = [
      '<x:c r="A2" s="1"><x:v>46024</x:v></x:c>',
      '<x:c r="B2" s="2"><x:v>0.33333333333333331</x:v></x:c>',
      '<x:c r="C2" s="3"><x:v>0.30000000000000004</x:v></x:c>',
      '<x:c r="D2" t="s"><x:v>1</x:v></x:c>',
      '<x:c r="E2" t="b"><x:v>1</x:v></x:c>',
      '<x:c r="F2" t="str"><x:f>A1&gt;"x"</x:f><x:v>a&lt;b</x:v></x:c>',
      '<x:c r="H2" t="inlineStr"><x:is><x:t>in_x000A_line</x:t></x:is></x:c>',
      '<x:c r="I2" s="4"><x:v>46024.5</x:v></x:c>',
    ];
    const strings =
      '<sst><si><t>no</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh></si></sst>';
    const bytes = workbook(`<x:row r="2">${cells.join('')}</x:row>`, { 'xl/sharedStrings.xml': strings });
    const row = ['2026-01-02', '08:00', '0.3', 'rich text', 'TRUE', 'a<b', '', 'in\nline', '2026-01-02 12:00'];
    expect(await rowsOf(bytes)).toEqual([[], row]);
  });

  test('a cell over several rows holds for each of them', async () => {
    const data =
      '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells><x:sheetData>';
    expect(await rowsOf(workbook(data))).toEqual([
      ['7', '1'],
      ['7', '2'],
    ]);
  });

  test('hidden sheets are left out, names are as people see them', async () => {
    const sheets = valueIn(
      await readXlsx({ name: 'a.xlsx', bytes: workbook('<x:row><x:c><x:v>1</x:v></x:c></x:row>') }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['A & B']);
  });

  test('our own is read as it was written', async () => {
    const texts = ['a < b & "c"', 'two\nlines', '=1+1', '_x000A_', '𝄞'];
    const sheet = { name: 'S', widths: [], frozenRows: 0, frozenColumns: 0 };
    const bytes = await xlsxFile([{ ...sheet, rows: [{ cells: texts.map((text) => ({ text, style: 'plain' })) }] }]);
    expect(await rowsOf(bytes)).toEqual([texts]);
  });

  test('what unfolds to too much, is damaged or no workbook is refused', async () => {
    const bytes = workbook('<x:row><x:c><x:v>1</x:v></x:c></x:row>');
    const codes = async (given: Uint8Array, limit?: number) =>
      codesOf(await readXlsx({ name: 'a.xlsx', bytes: given }, limit));
    expect(await codes(bytes, 500)).toEqual(['sheet.tooLarge']);
    expect(await codes(bytes.subarray(0, bytes.length - 30))).toEqual(['sheet.damaged']);
    expect(await codes(zipSync({ 'letter.txt': strToU8('hello') }))).toEqual(['sheet.notAWorkbook']);
    expect(await codes(workbook('<x:row><x:c r="ZZZ1"><x:v>1</x:v></x:c></x:row>'))).toEqual(['sheet.tooLarge']);
    expect(await codes(workbook('<x:row r="9000000"><x:c><x:v>1</x:v></x:c></x:row>'))).toEqual(['sheet.tooLarge']);
    expect(await codes(workbook('<x:row><x:c><x:v>1'))).toEqual(['sheet.empty']);
  });

  test('bytes changed at random are read or refused, never more', async () => {
    const bytes = workbook('<x:row><x:c><x:v>1</x:v></x:c></x:row>');
    for (let at = 0; at < bytes.length; at += 7) {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      const read = await readXlsx({ name: 'a.xlsx', bytes: broken });
      // nothing that was not in it
      if (read.ok) expect(read.value.flatMap(({ rows }) => rows.flat()).join('').length).toBeLessThanOrEqual(1);
      else expect(read.diagnostics.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^sheet\./));
    }
  });
});

/** An OpenDocument spreadsheet as other programs write it. */
function openDocument(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  const parts: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': content,
    ...more,
  };
  const files = Object.entries(parts).map(([path, text]) => [
    path,
    [strToU8(text), { level: path === 'mimetype' ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(files));
}

const ods = (bytes: Uint8Array) => readSheets([{ name: 'a.ods', bytes }]);
const odsTable = (rows: string, style = 'ta1') =>
  `<table:table table:name="A &amp; B" table:style-name="${style}"><table:table-column table:number-columns-repeated="16384"/>${rows}<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
const odsRow = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const odsText = (text: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;

describe('an OpenDocument spreadsheet', () => {
  test('dates, clock times, numbers, texts and notes', async () => {
    const cell = (attributes: string, shown: string) =>
      `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
    const body = odsTable(
      odsRow(
        cell('office:value-type="date" office:date-value="2026-01-02"', '2. Jan'),
        cell('office:value-type="date" office:date-value="2026-01-02T12:00:00"', '2. Jan 12 Uhr'),
        cell('office:value-type="time" office:time-value="PT08H05M00S"', '8:05'),
        cell('office:value-type="float" office:value="0.30000000000000004"', '0,30'),
        cell('office:value-type="boolean" office:boolean-value="true"', 'WAHR'),
        '<table:table-cell/>',
        '<table:table-cell office:value-type="string">\n<office:annotation><text:p>a note</text:p></office:annotation><text:p>one<text:s text:c="2"/><text:span>two</text:span></text:p><text:p>three &lt;</text:p></table:table-cell>',
      ),
    );
    const [sheet] = valueIn(await ods(openDocument(body)));
    expect(sheet?.name).toBe('A & B');
    const row = ['2026-01-02', '2026-01-02 12:00', '08:05', '0.3', 'TRUE', '', 'one  two\nthree <'];
    expect(sheet?.rows).toEqual([row]);
  });

  test('repeated cells and rows, cells over several rows, and empty rows between', async () => {
    const body = odsTable(
      odsRow(odsText('x', 'table:number-columns-repeated="2"'), odsText('1')) +
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>' +
        odsRow(odsText('tall', 'table:number-rows-spanned="2"'), odsText('2')) +
        odsRow('<table:covered-table-cell/>', odsText('3')) +
        `<table:table-row table:number-rows-repeated="2">${odsText('end')}</table:table-row>`,
    );
    const rows = [['x', 'x', '1'], [], [], ['tall', '2'], ['tall', '3'], ['end'], ['end']];
    expect(valueIn(await ods(openDocument(body)))[0]?.rows).toEqual(rows);
  });

  test('hidden sheets are left out', async () => {
    const both = odsTable(odsRow(odsText('seen'))) + odsTable(odsRow(odsText('hidden')), 'ta2');
    expect(valueIn(await ods(openDocument(both)))).toHaveLength(1);
    expect(codesOf(await ods(openDocument(odsTable(odsRow(odsText('hidden')), 'ta2'))))).toEqual(['sheet.empty']);
  });

  test('what is too large, locked, damaged or no spreadsheet is refused', async () => {
    const many = `<table:table-row table:number-rows-repeated="300000">${odsText('x')}</table:table-row>`;
    expect(codesOf(await ods(openDocument(odsTable(many))))).toEqual(['sheet.tooLarge']);
    const wide = odsRow(odsText('x', 'table:number-columns-repeated="5000"'));
    expect(codesOf(await ods(openDocument(odsTable(wide))))).toEqual(['sheet.tooLarge']);
    const key = { 'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' };
    expect(codesOf(await ods(openDocument('?', key)))).toEqual(['sheet.password']);
    expect(codesOf(await ods(openDocument('', { 'content.xml': '<office:text/>' })))).toEqual(['sheet.notAWorkbook']);
    const whole = openDocument(odsTable(odsRow(odsText('x'))));
    expect(codesOf(await ods(whole.subarray(0, whole.length - 30)))).toEqual(['sheet.damaged']);
  });
});

test('what only looks like a workbook is refused with what to do', async () => {
  const compound = (text: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  const codes = async (bytes: Uint8Array) => codesOf(await readSheets([{ name: 'a.xls', bytes }]));
  expect(await codes(compound('Workbook'))).toEqual(['sheet.oldBinary']);
  expect(await codes(compound('EncryptedPackage'))).toEqual(['sheet.password']);
  expect(await codes(utf8('\n<html><table><tr><td>1</td></tr></table></html>'))).toEqual(['sheet.webPage']);
  expect(await codes(utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'))).toEqual([
    'sheet.webPage',
  ]);
});
