import { error } from '../../domain/diagnostic.ts';
import { packProblem } from '../../domain/packed-problem.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { isFinal, type RunState } from '../../domain/runs/run-states.ts';
import type { RunInput } from '../../engine/run-contract/run-key.ts';
import { attempt, notFound, Refusal } from '../attempt.ts';
import { restoreAll } from '../backup/restore.ts';
import { timestamp } from '../identifiers.ts';
import type { RunRecord } from '../records.ts';
import type { Database } from '../rows.ts';
import type { RunChanges, Runs } from '../runs-contract.ts';
import { removeSnapshots } from '../snapshots.ts';
import { removeCheckpoints } from './checkpoints.ts';
import { markInterrupted } from './interrupted-runs.ts';
import { createKnownResults } from './known-results.ts';
import { restoreRun, restoreRunInput } from './restore-run.ts';
import { putDetached, withDetails } from './run-details.ts';
import { enqueueRun, removeInput } from './run-inputs.ts';
import type { RunLocks } from './run-locks.ts';
import { changeRun, moved, runIn } from './run-rows.ts';
import { createRunUpdates } from './run-updates.ts';
import { createStoredQueue } from './stored-queue.ts';

export function createRuns(database: Database, locks: RunLocks): Runs {
  const { progress, flush } = createRunUpdates(database);
  const change = (id: string, changed: (run: RunRecord) => RunRecord) =>
    attempt(database, () => changeRun(database, id, changed));

  return {
    enqueue: (record, problem, checkpoint = null) =>
      attempt(database, () => enqueueRun(database, record, problem, checkpoint)),
    async begin(id, changes) {
      if (!(await locks.hold(id))) return failure([runElsewhere(id)]);
      const begun = await change(id, (run) => moved(run, 'running', { startedAt: timestamp(), ...changes }));
      if (!begun.ok) await locks.release(id);
      return begun;
    },
    move: (id, to, changes) => attempt(database, () => moveRun(database, id, to, changes)),
    change: (id, changes) => change(id, (run) => ({ ...run, ...changes })),
    steer: (id, problem, input) => attempt(database, () => steerRun(database, id, problem, input)),
    progress,
    async finish(id, to, changes) {
      // What was collected goes first, so that the series is whole; a failure there shows again in the next write.
      await flush(id);
      const stored = await attempt(database, () => finishRun(database, id, to, changes));
      await locks.release(id);
      return stored;
    },
    list: (projectId) => listRuns(database, projectId),
    get: (id) => attempt(database, async () => withDetails(database, await runIn(database, id))),
    ...createStoredQueue(database),
    input: (problemHash) => inputOf(database, problemHash),
    ...createKnownResults(database),
    markInterrupted: () => attempt(database, () => markInterrupted(database, locks)),
  };
}

function moveRun(database: Database, id: string, to: RunState, changes?: RunChanges): Promise<RunRecord> {
  return database.transact(['runs', 'checkpoints', 'checkpointCopies'], async (rows) => {
    const run = moved(await runIn(rows, id), to, changes);
    await rows.put('runs', run);
    if (isFinal(to)) await removeCheckpoints(rows, id);
    return run;
  });
}

function steerRun(database: Database, id: string, problem: ProblemData, input: RunInput): Promise<RunRecord> {
  const packed = packProblem(problem);
  return database.transact(['runs', 'runInputs'], async (rows) => {
    const run = await runIn(rows, id);
    const steered: RunRecord = { ...run, ...input, resultKey: null };
    await rows.put('runs', steered);
    await rows.put('runInputs', { id: input.problemHash, version: 1, packed });
    await removeInput(rows, run.problemHash);
    return steered;
  });
}

async function finishRun(database: Database, id: string, to: RunState, changes?: RunChanges): Promise<null> {
  const tables = ['runs', 'runInputs', 'runDetails', 'runSnapshots', 'checkpoints', 'checkpointCopies'] as const;
  const isThere = await database.transact(tables, async (rows) => {
    // Deleted while it was on: what was kept of it since then goes as well.
    const row = await rows.get('runs', id);
    if (row === undefined) await removeSnapshots(rows, id);
    else {
      const ended = moved(await runIn(rows, id), to, { endedAt: timestamp(), ...changes });
      await putDetached(rows, ended);
      await removeInput(rows, ended.problemHash);
    }
    // Nothing goes on from there any more.
    if (row === undefined || isFinal(to)) await removeCheckpoints(rows, id);
    return row !== undefined;
  });
  if (!isThere) throw new Refusal([notFound('run', id)]);
  return null;
}

/** Newest first, with what lies apart from their rows where that can be read. */
async function listRuns(database: Database, projectId: string): Promise<Result<readonly RunRecord[]>> {
  const rows = await attempt(database, () => database.ofProject('runs', projectId));
  if (!rows.ok) return rows;
  const restored = await restoreAll(rows.value, restoreRun);
  const whole = await attempt(database, () => Promise.all(restored.value.map((run) => withDetails(database, run))));
  return success(newestFirst(whole.ok ? whole.value : restored.value), restored.diagnostics);
}

async function inputOf(database: Database, problemHash: string): Promise<Result<ProblemData>> {
  const row = await attempt(database, async () => {
    const found = await database.get('runInputs', problemHash);
    if (found === undefined) throw new Refusal([notFound('problem of the run', problemHash)]);
    return found;
  });
  return row.ok ? restoreRunInput(row.value) : row;
}

function newestFirst(records: readonly RunRecord[]): readonly RunRecord[] {
  return [...records].sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

function runElsewhere(id: string) {
  return error('storage.runElsewhere', 'This run is going on in another tab.', { value: id });
}
