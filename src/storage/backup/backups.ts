import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { attempt, Refusal } from '../attempt.ts';
import { schemaNumber } from '../database.ts';
import { newId, timestamp } from '../identifiers.ts';
import { createMemoryDatabase } from '../memory.ts';
import { allTables, removeProject } from '../projects.ts';
import type { Database, Rows } from '../rows.ts';
import { isObject } from '../shapes.ts';
import { seqOfId } from '../steps.ts';
import type { BackupVerdict, OpenedBackup, PackedBackup, ProjectInBackup } from './backup-contract.ts';
import { contentOf, copyRows, idOfCopy } from './backup-copy.ts';
import { isBackupTable, keyOfRow, rowsOfProject, type TableRow } from './backup-rows.ts';
import { lineOf, packLines, unpackLines } from './backup-text.ts';
import { restoreSummary } from './restore.ts';

/** First line of the file says what it is. */
const backupVersion = 1;

/** See `Backups`. */
export async function pack(database: Database): Promise<PackedBackup> {
  const ids = await database.ids('projects');
  const steps: Record<string, number> = {};
  async function* lines(): AsyncGenerator<string> {
    yield headerLine();
    let count = 0;
    for (const id of ids) {
      // One after the other: each is of one moment, and no two of them are in the memory.
      for (const tableRow of await rowsOfProject(database, id)) {
        if (tableRow.table === 'operations') steps[id] = Math.max(steps[id] ?? 0, seqOfId(keyOfRow(tableRow)));
        yield lineOf(tableRow);
        count++;
      }
      steps[id] ??= 0;
    }
    yield lineOf({ end: count });
  }
  return { bytes: await packLines(lines()), projects: ids.length, steps };
}

/** The first line of a backup; `unpackLines` of it and of lines of rows is one. */
export function headerLine(): string {
  return lineOf({ format: 'horarium-backup', version: backupVersion, schema: schemaNumber, savedAt: timestamp() });
}

interface Contents {
  readonly savedAt: string;
  readonly rows: readonly TableRow[];
  readonly remarks: readonly Diagnostic[];
}

async function read(bytes: Uint8Array): Promise<Result<Contents>> {
  const { lines, isCut } = await unpackLines(bytes);
  const [header] = lines;
  if (!isObject(header) || header.format !== 'horarium-backup') {
    return failure([
      error('backup.unknown', 'This is no backup of Horarium.', {
        advice: 'Other files are opened with “Import a file”.',
      }),
    ]);
  }
  if (Number(header.version) > backupVersion || Number(header.schema) > schemaNumber) {
    return failure([
      error('backup.newer', 'This backup was written by a newer version of Horarium.', {
        advice: 'Reload the page to get the newest version.',
      }),
    ]);
  }
  const rows = lines.flatMap((line): TableRow[] =>
    isObject(line) && isBackupTable(line.table) && isObject(line.row) ? [{ table: line.table, row: line.row }] : [],
  );
  const end = lines.at(-1);
  // A raw copy has rows of other tables, too, and lines about rows that could not be read.
  const isWhole = !isCut && isObject(end) && end.end === lines.length - 2 && !lines.includes(null);
  const remarks = isWhole
    ? []
    : [
        warning('backup.cut', 'The end of this backup is missing, or parts of it are damaged.', {
          advice: 'What can be read is listed. Look for another copy of the file.',
        }),
      ];
  return success({ savedAt: String(header.savedAt), rows, remarks });
}

/** A project of a backup, and how it would be added. */
interface Planned {
  readonly project: ProjectInBackup;
  /** Under the ids that they get. */
  readonly rows: readonly TableRow[];
}

/** See `Backups`. */
export async function open(database: Database, bytes: Uint8Array): Promise<Result<OpenedBackup>> {
  const contents = await read(bytes);
  if (!contents.ok) return contents;
  const { savedAt, rows, remarks } = contents.value;
  // The storage's own functions read, check and compare them: in a database of the memory.
  const memory = createMemoryDatabase();
  const planned = await attempt(database, async () => {
    await memory.transact(allTables, async (into) => {
      for (const { table, row } of rows) await into.put(table, row);
    });
    const plans: Planned[] = [];
    for (const id of await memory.ids('projects')) plans.push(await planOf(database, memory, id, savedAt));
    return plans;
  });
  if (!planned.ok) return planned;
  const plans = planned.value;
  const added = plans.filter(({ project }) => project.verdict === 'new' || project.verdict === 'other');
  const ids = added.flatMap((plan) => plan.rows.filter(({ table }) => table === 'projects').map(keyOfRow));
  /** Names of the projects whose place was taken. */
  const former = new Map<string, string>();
  const value: OpenedBackup = {
    savedAt,
    projects: plans.map(({ project }) => project),
    add: (inPlace = new Set()) =>
      attempt(database, () =>
        database.transact(allTables, async (into) => {
          former.clear();
          for (const { project, rows } of added) {
            const takes = inPlace.has(project.id) && project.here !== null;
            const name = takes ? await giveWay(into, project, former) : null;
            await addRows(into, name === null ? rows : named(rows, name));
          }
          return ids;
        }),
      ),
    takeBack: () =>
      attempt(database, () =>
        database.transact(allTables, async (from) => {
          for (const id of ids) await removeProject(from, id);
          for (const [id, name] of former) await rename(from, id, name);
          return null;
        }),
      ),
  };
  return success(value, [...remarks, ...damagedOnes(plans)]);
}

/** The project here gives its name to the one of the backup: the name, or null where it is not here any more. */
async function giveWay(rows: Rows, { id, here }: ProjectInBackup, former: Map<string, string>): Promise<string | null> {
  const summary = restoreSummary(await rows.get('projects', id));
  if (!summary.ok || here === null) return null;
  const { name } = summary.value;
  former.set(id, name);
  await rename(rows, id, here.keptAs);
  return name;
}

async function rename(rows: Rows, id: string, name: string): Promise<void> {
  const row = await rows.get('projects', id);
  if (isObject(row)) await rows.put('projects', { ...row, name });
}

function named(rows: readonly TableRow[], name: string): readonly TableRow[] {
  return rows.map(({ table, row }) => (table === 'projects' ? { table, row: { ...row, name } } : { table, row }));
}

async function addRows(into: Rows, rows: readonly TableRow[]): Promise<void> {
  for (const tableRow of rows) {
    const there = await into.get(tableRow.table, keyOfRow(tableRow));
    // Problems of runs are shared, and equal where their ids are.
    if (there !== undefined && tableRow.table === 'runInputs') continue;
    if (there !== undefined) {
      throw new Refusal([
        error('backup.moved', 'A project of this backup has come here meanwhile; nothing was added.', {
          advice: 'Open the backup again.',
        }),
      ]);
    }
    await into.put(tableRow.table, tableRow.row);
  }
}

function damagedOnes(plans: readonly Planned[]): readonly Diagnostic[] {
  return plans
    .filter(({ project }) => project.verdict === 'damaged')
    .map(({ project }) =>
      warning('backup.damaged', 'A project of this backup cannot be opened.', { value: project.name || project.id }),
    );
}

async function planOf(database: Database, memory: Database, id: string, savedAt: string): Promise<Planned> {
  const rows = await rowsOfProject(memory, id);
  const content = await contentOf(memory, id);
  const summary = restoreSummary(rows.find(({ table }) => table === 'projects')?.row);
  const count = (table: string) => rows.filter((tableRow) => tableRow.table === table).length;
  const plan = (verdict: BackupVerdict, planned: readonly TableRow[]): Planned => ({
    project: {
      id,
      name: summary.ok ? summary.value.name : '',
      updatedAt: summary.ok ? summary.value.updatedAt : '',
      eventCount: summary.ok ? summary.value.eventCount : 0,
      timetables: count('timetables'),
      versions: count('versions'),
      steps: count('operations'),
      verdict,
      here: null,
    },
    rows: planned,
  });
  if (content === null || !summary.ok) return plan('damaged', []);
  if (!(await anyIsThere(database, rows))) return plan('new', rows);
  if (await isThere(database, id, content)) return plan('equal', []);
  let copyId = await idOfCopy(id, content);
  if (await isThere(database, copyId, content)) return plan('equal', []);
  if ((await database.get('projects', copyId)) !== undefined) copyId = newId();
  const copy = await copyRows(rows, id, copyId);
  const { project, rows: added } = plan('other', named(copy, dated(summary.value.name, savedAt)));
  const here = restoreSummary(await database.get('projects', id));
  if (!here.ok) return { project, rows: added };
  const { name, updatedAt } = here.value;
  return { project: { ...project, here: { updatedAt, keptAs: dated(name, updatedAt) } }, rows: added };
}

function dated(name: string, moment: string): string {
  return `${name} (${localDateOf(moment)})`;
}

async function anyIsThere(database: Database, rows: readonly TableRow[]): Promise<boolean> {
  for (const tableRow of rows) {
    if (tableRow.table === 'runInputs') continue;
    if ((await database.get(tableRow.table, keyOfRow(tableRow))) !== undefined) return true;
  }
  return false;
}

/** Whether a project of that id contains all of it; it may contain more. */
async function isThere(database: Database, id: string, content: ReadonlySet<string>): Promise<boolean> {
  if ((await database.get('projects', id)) === undefined) return false;
  const here = await contentOf(database, id);
  return here !== null && [...content].every((text) => here.has(text));
}
