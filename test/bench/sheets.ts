import { strToU8, zipSync } from 'fflate';
import { unpackItems } from '../../src/domain/packed.ts';
import { guessSheet } from '../../src/domain/sheets/guess.ts';
import { planSteps } from '../../src/domain/sheets/plan.ts';
import type { Sheet } from '../../src/domain/sheets/sheet.ts';
import { finish } from '../../src/domain/steps.ts';
import { xlsxFile } from '../../src/formats/tables/xlsx-file.ts';
import { createSheetTargets, listTables } from '../../src/ui/state/sheets/tables.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { formatsApi } from '../../src/workers/formats-api.ts';
import { smallSchool } from '../support/small-school.ts';
import { printTable, rounded } from './table.ts';

export interface SheetsRow {
  readonly name: string;
  readonly rows: number;
  /** Kilobytes of the file. */
  readonly size: number;
  /** Seconds of processor time: reading and packing, as the worker does; unpacking and the preview, as the page does. */
  readonly workerSeconds: number;
  readonly pageSeconds: number;
  /** Both, by the clock: less than the processor's where the garbage is collected beside it, more where it is busy. */
  readonly clockSeconds: number;
}

const rowCount = 50_000;
const titles = ['Subject', 'Class', 'Teacher', 'Slots', 'Called', 'Tags', 'Rooms', 'Students'];

/** What it costs until every row of a large sheet says what it would do. */
export async function measureSheets(): Promise<SheetsRow[]> {
  const cells = [titles, ...Array.from({ length: rowCount }, (_, row) => cellsOf(row))];
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['lessons.csv', strToU8(cells.map((row) => row.join(';')).join('\n'))],
    ['lessons.xlsx', await workbookOf(cells)],
    ['lessons.ods', openDocumentOf(cells)],
  ];
  const rows: SheetsRow[] = [];
  for (const [name, bytes] of files) rows.push(await measure(name, bytes));
  printTable(
    `Sheets: seconds of the processor until ${rowCount} rows are previewed`,
    ['file', 'rows', 'kB', 'worker', 'page', 'sum', 'clock'],
    rows.map((row) => [
      row.name,
      row.rows,
      row.size,
      row.workerSeconds,
      row.pageSeconds,
      rounded(row.workerSeconds + row.pageSeconds),
      row.clockSeconds,
    ]),
  );
  return rows;
}

function cellsOf(row: number): readonly string[] {
  const [subject, group, teacher] = [`Subject ${row % 900}`, `Class ${row % 300}`, `Teacher ${row % 700}`];
  return [subject, group, teacher, '1', `Part ${row}`, `tag ${row % 9}`, `Room ${row % 250}`, String(20 + (row % 11))];
}

async function measure(name: string, bytes: Uint8Array): Promise<SheetsRow> {
  const began = performance.now();
  const before = seconds();
  const read = await formatsApi.readSheets([{ name, bytes }]);
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.diagnostics)}`);
  const between = seconds();
  const targets = createSheetTargets(createTranslate(() => en));
  const jobs = read.value.map(({ parts, ...sheet }) => {
    const whole: Sheet = { ...sheet, rows: finish(unpackItems(parts)) as string[][] }; // packed from rows of texts
    return { sheet: whole, ...guessSheet(whole, targets, null) };
  });
  const plan = finish(
    planSteps(smallSchool, jobs, {
      tables: listTables,
      mayCreate: new Set(['courses', 'groups', 'instructors', 'rooms']),
      timetable: { id: 't', timetable: { assignments: [] } },
    }),
  );
  if (plan.counts.add !== rowCount) throw new Error(`${name}: ${plan.counts.add} rows are new`);
  return {
    name,
    rows: rowCount,
    size: Math.round(bytes.length / 1000),
    workerSeconds: rounded(between - before),
    pageSeconds: rounded(seconds() - between),
    clockSeconds: rounded((performance.now() - began) / 1000),
  };
}

function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function workbookOf(cells: readonly (readonly string[])[]): Promise<Uint8Array> {
  const rows = cells.map((row) => ({ cells: row.map((text) => ({ text, style: 'plain' as const })) }));
  return xlsxFile([{ name: 'Lessons', widths: [], frozenRows: 0, frozenColumns: 0, rows }]);
}

/** As office programs write it: numbers with a value, texts in paragraphs. */
function openDocumentOf(cells: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => {
    const type = /^\d+$/.test(text) ? `float" office:value="${text}` : 'string';
    return `<table:table-cell table:style-name="ce1" office:value-type="${type}"><text:p>${text}</text:p></table:table-cell>`;
  };
  const rows = cells.map(
    (row) => `<table:table-row table:style-name="ro1">${row.map(cell).join('')}</table:table-row>`,
  );
  const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="Lessons">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
  });
}
