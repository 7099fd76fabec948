import { error } from '../../domain/diagnostic.ts';
import { mayFollow, type RunState } from '../../domain/runs/run-states.ts';
import { notFound, Refusal } from '../attempt.ts';
import type { RunRecord } from '../records.ts';
import type { Database, Rows } from '../rows.ts';
import type { RunChanges } from '../runs-contract.ts';
import { restoreRun } from './restore-run.ts';

/** The row of a run, restored; refuses where there is none that can be read. */
export async function runIn(rows: Pick<Rows, 'get'>, id: string): Promise<RunRecord> {
  const row = await rows.get('runs', id);
  if (row === undefined) throw new Refusal([notFound('run', id)]);
  const restored = restoreRun(row);
  if (!restored.ok) throw new Refusal(restored.diagnostics);
  return restored.value;
}

export function changeRun(database: Database, id: string, change: (run: RunRecord) => RunRecord): Promise<RunRecord> {
  return database.transact(['runs'], async (rows) => {
    const changed = change(await runIn(rows, id));
    await rows.put('runs', changed);
    return changed;
  });
}

/** Throws a refusal, which undoes the transaction, where the table of transitions does not allow it. */
export function moved(run: RunRecord, to: RunState, changes: RunChanges = {}): RunRecord {
  if (mayFollow(run.state, to)) return { ...run, ...changes, state: to };
  throw new Refusal([
    error('run.transition', `A run that is ${run.state} cannot become ${to}.`, { value: run.id, place: run.state }),
  ]);
}
