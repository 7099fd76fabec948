import { packProblem } from '../../domain/packed-problem.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { activeStates } from '../../domain/runs/run-states.ts';
import type { Checkpoint } from '../../engine/run-contract/run-events.ts';
import { checkQueue } from '../../engine/run-contract/run-limits.ts';
import { checkSettings, flawsOfWish } from '../../engine/run-contract/run-settings.ts';
import { Refusal } from '../attempt.ts';
import type { RunInputRecord, RunRecord } from '../records.ts';
import type { Database, Rows } from '../rows.ts';
import { checkpointRow } from './checkpoints.ts';
import { restoreRun } from './restore-run.ts';

/**
 * Runs that still need their problem: those to come, those that are on, those that may be resumed, and those that failed
 * with evidence of a wrong score.
 */
const needing = [...activeStates, 'interrupted', 'preparing', 'stopping', 'failed'];

/** The row of the run, its problem and where it is to go on, or none of them. */
export async function enqueueRun(
  database: Database,
  record: RunRecord,
  problem: ProblemData,
  checkpoint: Checkpoint | null,
): Promise<RunRecord> {
  const wrong = record.wish === null ? checkSettings(record.settings) : flawsOfWish(record.wish);
  if (wrong.length > 0) throw new Refusal(wrong);
  const packed = packProblem(problem);
  const kept = checkpoint === null ? null : checkpointRow(record.id, 1, checkpoint);
  return database.transact(['runs', 'runInputs', 'checkpointCopies'], async (rows) => {
    const there = await rows.get('runs', record.id);
    if (there !== undefined) {
      const restored = restoreRun(there);
      if (!restored.ok) throw new Refusal(restored.diagnostics);
      return restored.value;
    }
    const active = await rows.runsWhere('state', activeStates);
    const restored = active.map(restoreRun).flatMap((run) => (run.ok ? [run.value] : []));
    // Runs of one problem share it.
    const inputs = new Map([...restored, record].map((run) => [run.problemHash, run.inputBytes]));
    const flaws = checkQueue(
      active.length,
      [...inputs.values()].reduce((sum, bytes) => sum + bytes, 0),
    );
    if (flaws.length > 0) throw new Refusal(flaws);
    // Behind all that wait.
    const added = { ...record, order: Math.max(0, ...restored.map(({ order }) => order)) + 1 };
    await rows.put('runs', added);
    if (record.problemHash !== null) {
      const input: RunInputRecord = { id: record.problemHash, version: 1, packed };
      await rows.put('runInputs', input);
    }
    if (kept !== null) await rows.put('checkpointCopies', kept);
    return added;
  });
}

/** A problem goes with the last run that needs it. */
export async function removeInput(rows: Rows, problemHash: string | null): Promise<void> {
  if (problemHash !== null && !(await neededInputs(rows)).has(problemHash)) await rows.remove('runInputs', problemHash);
}

/** Problems whose runs went another way: with their project, or damaged. */
export async function removeLostInputs(rows: Rows): Promise<void> {
  const ids = await rows.ids('runInputs');
  if (ids.length === 0) return;
  const needed = await neededInputs(rows);
  for (const id of ids) if (!needed.has(id)) await rows.remove('runInputs', id);
}

/** Hashes of the problems that some run still needs. */
export async function neededInputs(rows: Rows): Promise<ReadonlySet<string>> {
  const runs = (await rows.runsWhere('state', needing)).map(restoreRun);
  return new Set(runs.flatMap((run) => (run.ok ? needOf(run.value) : [])));
}

function needOf({ state, evidence, problemHash }: RunRecord): readonly string[] {
  return problemHash === null || (state === 'failed' && evidence === undefined) ? [] : [problemHash];
}
