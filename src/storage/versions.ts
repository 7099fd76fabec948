import { packItemSteps, unpackItems } from '../domain/packed.ts';
import { type PackedProblem, packSteps } from '../domain/packed-problem.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { inSlices } from '../domain/steps.ts';
import type { TimetableData } from '../domain/timetable.ts';
import { attempt, notFound, Refusal } from './attempt.ts';
import { damaged, restore, restoreAll, unpacked, watchRestored } from './backup/restore.ts';
import type { VersionContent, VersionRecord } from './records.ts';
import { timetableDataShape, versionContentShape, versionShape } from './row-shapes.ts';
import type { Database, Rows } from './rows.ts';
import { isObject } from './shapes.ts';
import type { RemovedVersion, VersionChanges, Versions } from './storage.ts';

/** A row of the table `versionContents`. */
interface ContentRow {
  readonly id: string;
  readonly version: 1;
  readonly packed: PackedProblem;
  readonly timetable: PackedTimetableData | null;
}

interface PackedTimetableData {
  readonly assignments: readonly Uint8Array[];
  readonly enrolments: readonly Uint8Array[] | null;
}

const tables = ['versions', 'versionContents'] as const;

export function createVersions(database: Database): Versions {
  return {
    async list(projectId) {
      const rows = await attempt(database, () => database.ofProject('versions', projectId));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreVersion);
      return success(newestFirst(restored.value), restored.diagnostics);
    },
    async content(id) {
      const row = await attempt(database, async () => {
        const found = await database.get('versionContents', id);
        if (found === undefined) throw new Refusal([notFound('version', id)]);
        return found;
      });
      return row.ok ? restoreContent(row.value) : row;
    },
    add: (record, { problem, timetable }) =>
      attempt(database, async () => {
        const packed = await inSlices(packSteps(problem));
        const row: ContentRow = { id: record.id, version: 1, packed, timetable: await packTimetable(timetable) };
        return database.transact(tables, async (rows) => {
          await rows.put('versions', record);
          await rows.put('versionContents', row);
          return null;
        });
      }),
    update: (id, changes) =>
      attempt(database, () => database.transact(['versions'], (rows) => updateVersion(rows, id, changes))),
    remove: (id) =>
      attempt(database, () =>
        database.transact(tables, async (rows): Promise<RemovedVersion> => {
          const removed: { table: (typeof tables)[number]; row: object }[] = [];
          for (const table of tables) {
            const row = await rows.get(table, id);
            if (isObject(row)) removed.push({ table, row });
            await rows.remove(table, id);
          }
          return { rows: removed };
        }),
      ),
    restore: (removed) =>
      attempt(database, () =>
        database.transact(tables, async (rows) => {
          for (const { table, row } of removed.rows) await rows.put(table, row);
          return null;
        }),
      ),
    watch: (projectId, listener) =>
      watchRestored(
        (next) => database.watchProject('versions', projectId, next),
        restoreVersion,
        (records) => listener(newestFirst(records)),
      ),
  };
}

export function restoreVersion(row: unknown): Result<VersionRecord> {
  return restore<VersionRecord>('version', versionShape, row);
}

async function updateVersion(rows: Rows, id: string, changes: VersionChanges): Promise<null> {
  const row = await rows.get('versions', id);
  if (row === undefined) throw new Refusal([notFound('version', id)]);
  const version = restoreVersion(row);
  if (!version.ok) throw new Refusal(version.diagnostics);
  if (changes.published === true) {
    for (const other of await rows.ofProject('versions', version.value.projectId)) {
      if (isObject(other) && other.published === true) await rows.put('versions', { ...other, published: false });
    }
  }
  await rows.put('versions', { ...version.value, ...changes });
  return null;
}

async function packTimetable(timetable: TimetableData | null): Promise<PackedTimetableData | null> {
  if (timetable === null) return null;
  const { assignments, enrolments } = timetable;
  return {
    assignments: await inSlices(packItemSteps(assignments)),
    enrolments: enrolments === undefined ? null : await inSlices(packItemSteps(enrolments)),
  };
}

export async function restoreContent(row: unknown): Promise<Result<VersionContent>> {
  const found = restore<ContentRow>('version', versionContentShape, row);
  if (!found.ok) return found;
  const problem = await unpacked('version', row, found.value.packed);
  if (!problem.ok) return problem;
  if (found.value.timetable === null) return success({ problem: problem.value, timetable: null });
  const { assignments, enrolments } = found.value.timetable;
  try {
    const timetable = {
      assignments: await inSlices(unpackItems(assignments)),
      ...(enrolments === null ? {} : { enrolments: await inSlices(unpackItems(enrolments)) }),
    };
    const flaw = timetableDataShape(timetable, 'timetable');
    if (flaw !== null) return failure([damaged('version', row, flaw)]);
    // Checked just now.
    return success({ problem: problem.value, timetable: timetable as unknown as TimetableData });
  } catch {
    return failure([damaged('version', row, 'timetable')]);
  }
}

function newestFirst(records: readonly VersionRecord[]): readonly VersionRecord[] {
  return [...records].sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}
