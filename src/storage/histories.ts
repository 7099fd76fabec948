import { packSteps } from '../domain/packed-problem.ts';
import { success } from '../domain/result.ts';
import { inSlices } from '../domain/steps.ts';
import { attempt, moved, notFound, Refusal } from './attempt.ts';
import { restoreAll, restoreSummary, restoreTimetable, seqOfProblem } from './backup/restore.ts';
import type { Histories, Snapshot, TimetableRows } from './history-contract.ts';
import { timestamp, timestampAfter } from './identifiers.ts';
import type { Database, Rows } from './rows.ts';
import { isObject } from './shapes.ts';
import { lastStepId, restoreStep, type StepRow, seqOfId, stepId, stepRow } from './steps.ts';

const noRows: TimetableRows = { put: [], remove: [] };

/** So many rows are read in one task. */
const pageSize = 500;

export function createHistories(database: Database): Histories {
  return {
    async steps(projectId, after) {
      const rows = await attempt(database, () => allSteps(database, projectId, after));
      if (!rows.ok) return rows;
      const { value, diagnostics } = await restoreAll(rows.value, restoreStep);
      return success(value, diagnostics);
    },
    append: (projectId, step, timetables = noRows) =>
      attempt(database, async () => {
        const row = await stepRow(projectId, step);
        const name = step.kind === 'do' ? newName(step.changes) : null;
        return database.transact(['projects', 'operations', 'timetables'], (rows) =>
          append(rows, row, name, timetables),
        );
      }),
    save: (projectId, snapshot) =>
      attempt(database, async () => {
        const packed = snapshot.problem === null ? null : await inSlices(packSteps(snapshot.problem));
        return database.transact(['projects', 'problems', 'timetables'], async (rows) => {
          const old = await rows.get('problems', projectId);
          if (!isObject(old) || seqOfProblem(old) > snapshot.seq) return null;
          // Without a change of the problem only the number moves; a row from before problems were packed has none.
          if (packed !== null) await rows.put('problems', { ...newRow(projectId, old, snapshot.seq), packed });
          else if (old.version !== 1) await rows.put('problems', { ...old, version: 3, seq: snapshot.seq });
          // Waiting for what asks the database nothing would end the transaction.
          if (snapshot.timetables.size > 0) await saveTimetables(rows, snapshot);
          if (snapshot.problem !== null) await count(rows, projectId, snapshot.problem.events.length);
          return null;
        });
      }),
    cut: (projectId, after) =>
      attempt(database, () =>
        database.removeRange('operations', stepId(projectId, after + 1), lastStepId(projectId)).then(() => null),
      ),
    prune: (projectId, first) =>
      attempt(database, () =>
        database.transact(['problems', 'operations'], async (rows) => {
          const stored = seqOfProblem(await rows.get('problems', projectId));
          const last = await rows.lastId('operations', stepId(projectId, 0), lastStepId(projectId));
          if (last === null || seqOfId(last) !== stored || first > stored) return false;
          await rows.removeRange('operations', stepId(projectId, 0), stepId(projectId, first - 1));
          return true;
        }),
      ),
    watch: (projectId, listener) =>
      database.watchLastId('operations', stepId(projectId, 0), lastStepId(projectId), (id) =>
        listener(id === null ? 0 : seqOfId(id)),
      ),
  };
}

function newRow(id: string, { importReport }: Readonly<Record<string, unknown>>, seq: number) {
  return { id, version: 3, seq, importReport };
}

async function allSteps(database: Database, projectId: string, after: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let from = after + 1; ; ) {
    const page = await database.range('operations', stepId(projectId, from), lastStepId(projectId), pageSize);
    all.push(...page);
    const last = page.at(-1);
    if (page.length < pageSize || !isObject(last)) return all;
    from = seqOfId(String(last.id)) + 1;
  }
}

async function append(rows: Rows, row: StepRow, name: string | null, timetables: TimetableRows): Promise<null> {
  const summary = restoreSummary(await rows.get('projects', row.projectId));
  if (!summary.ok) throw new Refusal([notFound('project', row.projectId)]);
  const before = row.seq === 1 ? {} : await rows.get('operations', stepId(row.projectId, row.seq - 1));
  if (before === undefined) throw new Refusal([moved()]);
  await rows.add('operations', row);
  for (const record of timetables.put) await rows.put('timetables', { ...record, seq: row.seq });
  for (const id of timetables.remove) await rows.remove('timetables', id);
  // Not before the last file: the edit would count as contained in it, and nobody would be reminded of it.
  const updatedAt = timestampAfter(summary.value.savedAt);
  await rows.put('projects', { ...summary.value, ...(name === null ? {} : { name }), updatedAt });
  return null;
}

function newName(changes: readonly { readonly of: string; readonly after: unknown }[]): string | null {
  const change = changes.findLast((item) => item.of === 'field' && 'name' in item && item.name === 'name');
  return typeof change?.after === 'string' ? change.after : null;
}

/** Only what was edited is written: the name may have been changed, the timetable deleted by somebody else. */
async function saveTimetables(rows: Rows, { seq, timetables }: Snapshot): Promise<void> {
  for (const [id, edited] of timetables) {
    const row = restoreTimetable(await rows.get('timetables', id));
    if (!row.ok) continue;
    await rows.put('timetables', { ...row.value, ...edited, seq, updatedAt: timestamp() });
  }
}

async function count(rows: Rows, projectId: string, eventCount: number): Promise<void> {
  const summary = restoreSummary(await rows.get('projects', projectId));
  if (summary.ok) await rows.put('projects', { ...summary.value, eventCount });
}
