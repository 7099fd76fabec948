import type { Diagnostic } from '../domain/diagnostic.ts';
import { packProblem } from '../domain/packed-problem.ts';
import { success } from '../domain/result.ts';
import type { ProjectContent } from '../formats/format.ts';
import { attempt, notFound, Refusal } from './attempt.ts';
import {
  damaged,
  type ProblemRow,
  restoreAll,
  restoreProject,
  restoreSummary,
  seqOfProblem,
} from './backup/restore.ts';
import { newId, timestamp, timestampAfter } from './identifiers.ts';
import type { ProjectRecord, ProjectSummary, TimetableRecord } from './records.ts';
import type { Database, Rows, TableName } from './rows.ts';
import { copyIds } from './runs/checkpoints.ts';
import { neededInputs } from './runs/run-inputs.ts';
import { isObject } from './shapes.ts';
import { removeSnapshots, snapshotRange } from './snapshots.ts';
import { lastStepId, readSteps, replay, stepId } from './steps.ts';
import type { DamagedProject, ProjectChanges, Projects, RemovedProject } from './storage.ts';
import { adoptedKey } from './timetables.ts';

/** Tables that hold something of projects. */
export const allTables: readonly TableName[] = [
  ...(['projects', 'problems', 'timetables', 'runs', 'checkpoints'] as const),
  ...(['operations', 'versions', 'versionContents', 'meta'] as const),
  ...(['runInputs', 'runDetails', 'runSnapshots', 'checkpointCopies'] as const),
];

export function createProjects(database: Database): Projects {
  return {
    async list() {
      const rows = await attempt(database, () => database.all('projects'));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreSummary);
      return success(latestFirst(restored.value), restored.diagnostics);
    },
    async get(id) {
      const found = await attempt(database, () =>
        database.read(['projects', 'problems', 'operations'], async (rows) => {
          const summary = await rows.get('projects', id);
          if (summary === undefined) throw new Refusal([notFound('project', id)]);
          const problem = await rows.get('problems', id);
          return { summary, problem, steps: await readSteps(rows, id, seqOfProblem(problem)) };
        }),
      );
      if (!found.ok) return found;
      const { summary, problem, steps } = found.value;
      const restored = await restoreProject(summary, problem);
      if (!restored.ok) return restored;
      const stored = { problem: restored.value.problem, timetables: new Map() };
      const { document, seq, remarks } = await replay(stored, 'problem', restored.value.seq, steps);
      return success({ ...restored.value, problem: document.problem, seq }, remarks);
    },
    create: (content, source, importReport) =>
      attempt(database, async () => {
        const { summary, problem, timetables } = newProject(content, source, importReport);
        await database.transact(['projects', 'problems', 'timetables'], async (rows) => {
          await rows.put('projects', summary);
          await rows.put('problems', problem);
          for (const timetable of timetables) await rows.put('timetables', timetable);
        });
        return recordOf(summary, content, importReport);
      }),
    update: (id, changes) =>
      attempt(database, () => database.transact(['projects', 'problems'], (rows) => updateProject(rows, id, changes))),
    remove: (id) => attempt(database, () => database.transact(allTables, (rows) => removeProject(rows, id))),
    restore: (removed) =>
      attempt(database, () =>
        database.transact(allTables, async (rows) => {
          for (const { table, row } of removed.rows) if (isTable(table)) await rows.put(table, row);
          return null;
        }),
      ),
    watch(listener) {
      let turn = 0;
      const stop = database.watchAll('projects', (rows) => {
        const mine = ++turn;
        void sorted(database, rows).then(({ good, bad }) => {
          if (mine === turn) listener(latestFirst(good), bad);
        });
      });
      return () => {
        turn++;
        stop();
      };
    },
  };
}

/** Those that can be shown and those that are damaged, as far as that is told without reading problems. */
async function sorted(database: Database, rows: readonly unknown[]) {
  const problems = await attempt(database, () => database.ids('problems'));
  const there = new Set(problems.ok ? problems.value : []);
  const good: ProjectSummary[] = [];
  const bad: DamagedProject[] = [];
  for (const row of rows) {
    const restored = restoreSummary(row);
    const id = isObject(row) && typeof row.id === 'string' ? row.id : '';
    const isWhole = !problems.ok || there.has(id);
    if (restored.ok && isWhole) good.push(restored.value);
    else {
      const name = isObject(row) && typeof row.name === 'string' ? row.name : '';
      bad.push({ id, name, fault: restored.diagnostics[0] ?? damaged('project', row, 'problems') });
    }
  }
  return { good, bad };
}

function latestFirst(summaries: readonly ProjectSummary[]): readonly ProjectSummary[] {
  return [...summaries].sort((a, b) => compare(b.updatedAt, a.updatedAt) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface NewProject {
  readonly summary: ProjectSummary;
  readonly problem: ProblemRow;
  readonly timetables: readonly TimetableRecord[];
}

function newProject(content: ProjectContent, source: string, importReport: readonly Diagnostic[]): NewProject {
  const id = newId();
  const now = timestamp();
  return {
    summary: {
      id,
      version: 1,
      name: content.problem.name,
      source,
      createdAt: now,
      updatedAt: now,
      savedAt: null,
      eventCount: content.problem.events.length,
    },
    problem: { id, version: 3, seq: 0, packed: packProblem(content.problem), importReport },
    // New ids: the same file may be opened twice.
    timetables: content.timetables.map(({ name, createdAt, timetable }) => ({
      id: newId(),
      version: 1,
      projectId: id,
      name,
      createdAt,
      updatedAt: now,
      runId: null,
      score: null,
      timetable,
    })),
  };
}

function recordOf(
  summary: ProjectSummary,
  { problem }: ProjectContent,
  importReport: readonly Diagnostic[],
): ProjectRecord {
  const { eventCount: _, ...rest } = summary;
  return { ...rest, seq: 0, storedSeq: 0, problem, importReport };
}

async function updateProject(rows: Rows, id: string, changes: ProjectChanges): Promise<ProjectSummary> {
  const row = await rows.get('projects', id);
  if (row === undefined) throw new Refusal([notFound('project', id)]);
  const restored = restoreSummary(row);
  if (!restored.ok) throw new Refusal(restored.diagnostics);
  const { name, savedAt, problem } = changes;
  const summary: ProjectSummary = {
    ...restored.value,
    ...(name === undefined ? {} : { name }),
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(problem === undefined ? {} : { eventCount: problem.events.length }),
    updatedAt: changedAt(restored.value, changes),
  };
  await rows.put('projects', summary);
  if (problem !== undefined) {
    const old = await rows.get('problems', id);
    const importReport = isObject(old) ? old.importReport : [];
    await rows.put('problems', { id, version: 3, seq: seqOfProblem(old), packed: packProblem(problem), importReport });
  }
  return summary;
}

/**
 * Saving a file changes nothing in the project. A change that is dated in the future was made while the clock was ahead;
 * beside it, no file would ever count as one that contains it.
 */
function changedAt({ updatedAt, savedAt }: ProjectSummary, changes: ProjectChanges): string {
  if (changes.name !== undefined || changes.problem !== undefined) return timestampAfter(savedAt);
  const { savedAt: saved } = changes;
  return typeof saved === 'string' && updatedAt > timestamp() ? saved : updatedAt;
}

/** The project with all that hangs on it; for a transaction on every table. */
export async function removeProject(rows: Rows, id: string): Promise<RemovedProject> {
  const removed: { table: TableName; row: object }[] = [];
  const take = async (table: TableName, key: string): Promise<void> => {
    const row = await rows.get(table, key);
    if (isObject(row)) removed.push({ table, row });
    await rows.remove(table, key);
  };
  /** Problems of its runs, which runs of a copy of it may need as well. */
  const inputs = new Set<string>();
  for (const table of ['timetables', 'runs', 'versions'] as const) {
    for (const row of await rows.ofProject(table, id)) {
      if (!isObject(row) || typeof row.id !== 'string') continue;
      await take(table, row.id);
      if (table === 'runs') {
        await take('checkpoints', row.id);
        await take('runDetails', row.id);
        for (const snapshot of await rows.range('runSnapshots', ...snapshotRange(row.id))) {
          if (isObject(snapshot)) removed.push({ table: 'runSnapshots', row: snapshot });
        }
        await removeSnapshots(rows, row.id);
        for (const copy of copyIds(row.id)) await take('checkpointCopies', copy);
        if (typeof row.problemHash === 'string') inputs.add(row.problemHash);
      }
      if (table === 'versions') await take('versionContents', row.id);
    }
  }
  const needed = await neededInputs(rows);
  for (const hash of inputs) if (!needed.has(hash)) await take('runInputs', hash);
  const steps = [stepId(id, 0), lastStepId(id)] as const;
  for (const row of await rows.range('operations', ...steps)) {
    if (isObject(row)) removed.push({ table: 'operations', row });
  }
  await rows.removeRange('operations', ...steps);
  await take('meta', adoptedKey(id));
  await take('problems', id);
  await take('projects', id);
  return { id, rows: removed };
}

function isTable(name: string): name is TableName {
  return (allTables as readonly string[]).includes(name);
}
