import { error } from '../../domain/diagnostic.ts';
import { packProblem } from '../../domain/packed-problem.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { RunState } from '../../domain/runs/run-states.ts';
import { activeStates, isActive, isFinal, isWaiting, mayFollow } from '../../domain/runs/run-states.ts';
import type { EpochPoint } from '../../engine/run-contract/run-events.ts';
import { attempt, notFound, Refusal } from '../attempt.ts';
import { restoreAll, watchRestored } from '../backup/restore.ts';
import { timestamp } from '../identifiers.ts';
import type { RunRecord } from '../records.ts';
import type { Database, Rows } from '../rows.ts';
import type { RunChanges, Runs, RunUpdate } from '../runs-contract.ts';
import { isObject } from '../shapes.ts';
import { removeCheckpoints } from './checkpoints.ts';
import { restoreRun, restoreRunInput } from './restore-run.ts';
import { putDetached, withDetails } from './run-details.ts';
import { enqueueRun, removeInput, removeLostInputs } from './run-inputs.ts';
import type { RunLocks } from './run-locks.ts';

/** A row carries its whole series, so it is not rewritten for every point. */
const writeInterval = 2000;

/** Row of the table `meta` that says whether the queue is held. */
const queueRow = 'run-queue';

/** Row of the table `meta` that counts the results that were found again. */
const hitsRow = 'result-hits';

interface Collected {
  changes: RunChanges;
  points: EpochPoint[];
  readonly written: Promise<Result<null>>;
  readonly write: () => Promise<Result<null>>;
}

export function createRuns(database: Database, locks: RunLocks): Runs {
  const collected = new Map<string, Collected>();

  /** Starts collecting updates of a run; they are written after a while, or at once by `write`. */
  function collect(id: string): Collected {
    let settle: (result: Result<null>) => void = () => undefined;
    const written = new Promise<Result<null>>((resolve) => {
      settle = resolve;
    });
    const write = async (): Promise<Result<null>> => {
      clearTimeout(timer);
      collected.delete(id);
      const { changes, points } = entry;
      const result = await attempt(database, async () => {
        await changeRun(database, id, (run) => ({ ...run, ...changes, series: [...run.series, ...points] }));
        return null;
      });
      settle(result);
      return result;
    };
    const timer = setTimeout(() => void write(), writeInterval);
    const entry: Collected = { changes: {}, points: [], written, write };
    collected.set(id, entry);
    return entry;
  }

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
    move: (id, to, changes) =>
      attempt(database, () =>
        database.transact(['runs', 'checkpoints', 'checkpointCopies'], async (rows) => {
          const run = moved(await runIn(rows, id), to, changes);
          await rows.put('runs', run);
          if (isFinal(to)) await removeCheckpoints(rows, id);
          return run;
        }),
      ),
    change: (id, changes) => change(id, (run) => ({ ...run, ...changes })),
    steer: (id, problem, input) =>
      attempt(database, async () => {
        const packed = packProblem(problem);
        return database.transact(['runs', 'runInputs'], async (rows) => {
          const run = await runIn(rows, id);
          const steered: RunRecord = { ...run, ...input, resultKey: null };
          await rows.put('runs', steered);
          await rows.put('runInputs', { id: input.problemHash, version: 1, packed });
          await removeInput(rows, run.problemHash);
          return steered;
        });
      }),
    progress(id, { point, ...changes }: RunUpdate) {
      const entry = collected.get(id) ?? collect(id);
      entry.changes = { ...entry.changes, ...changes };
      if (point !== undefined) entry.points.push(point);
      return entry.written;
    },
    async finish(id, to, changes) {
      // What was collected goes first, so that the series is whole; a failure there shows again in the next write.
      await collected.get(id)?.write();
      const stored = await attempt(database, () =>
        database.transact(['runs', 'runInputs', 'runDetails', 'checkpoints', 'checkpointCopies'], async (rows) => {
          const run = await runIn(rows, id);
          const ended = moved(run, to, { endedAt: timestamp(), ...changes });
          await putDetached(rows, ended);
          await removeInput(rows, ended.problemHash);
          // Nothing goes on from there any more.
          if (isFinal(to)) await removeCheckpoints(rows, id);
          return null;
        }),
      );
      await locks.release(id);
      return stored;
    },
    async list(projectId) {
      const rows = await attempt(database, () => database.ofProject('runs', projectId));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreRun);
      const whole = await attempt(database, () => Promise.all(restored.value.map((run) => withDetails(database, run))));
      return success(newestFirst(whole.ok ? whole.value : restored.value), restored.diagnostics);
    },
    get: (id) => attempt(database, async () => withDetails(database, await runIn(database, id))),
    async active() {
      const rows = await attempt(database, () => database.runsWhere('state', activeStates));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreRun);
      return success(inOrder(restored.value), restored.diagnostics);
    },
    reorder: (ids) => attempt(database, () => reorder(database, ids)),
    holdQueue: (isHeld) => attempt(database, () => database.put('meta', { id: queueRow, isHeld }).then(() => null)),
    watchHeld: (listener) =>
      database.watchAll('meta', (rows) =>
        listener(rows.some((row) => isObject(row) && row.id === queueRow && row.isHeld === true)),
      ),
    watchActive: (listener) =>
      watchRestored(
        (next) => database.watchRuns('state', activeStates, next),
        restoreRun,
        (runs) => listener(inOrder(runs)),
      ),
    async input(problemHash) {
      const row = await attempt(database, async () => {
        const found = await database.get('runInputs', problemHash);
        if (found === undefined) throw new Refusal([notFound('problem of the run', problemHash)]);
        return found;
      });
      return row.ok ? restoreRunInput(row.value) : row;
    },
    findResult: (resultKey) => attempt(database, () => findResult(database, resultKey)),
    resultHits: () => attempt(database, () => resultHits(database)),
    countResultHit: () =>
      attempt(database, () =>
        database.transact(['meta'], async (rows) => {
          const hits = (await resultHits(rows)) + 1;
          await rows.put('meta', { id: hitsRow, version: 1, hits });
          return hits;
        }),
      ),
    markInterrupted: () => attempt(database, () => markInterrupted(database, locks)),
  };
}

async function runIn(rows: Pick<Rows, 'get'>, id: string): Promise<RunRecord> {
  const row = await rows.get('runs', id);
  if (row === undefined) throw new Refusal([notFound('run', id)]);
  const restored = restoreRun(row);
  if (!restored.ok) throw new Refusal(restored.diagnostics);
  return restored.value;
}

function changeRun(database: Database, id: string, change: (run: RunRecord) => RunRecord): Promise<RunRecord> {
  return database.transact(['runs'], async (rows) => {
    const changed = change(await runIn(rows, id));
    await rows.put('runs', changed);
    return changed;
  });
}

/** Throws a refusal, which undoes the transaction, where the table of transitions does not allow it. */
function moved(run: RunRecord, to: RunState, changes: RunChanges = {}): RunRecord {
  if (mayFollow(run.state, to)) return { ...run, ...changes, state: to };
  throw new Refusal([
    error('run.transition', `A run that is ${run.state} cannot become ${to}.`, { value: run.id, place: run.state }),
  ]);
}

function reorder(database: Database, ids: readonly string[]): Promise<null> {
  return database.transact(['runs'], async (rows) => {
    for (const [place, id] of ids.entries()) {
      const run = restoreRun(await rows.get('runs', id));
      if (run.ok && isWaiting(run.value)) await rows.put('runs', { ...run.value, order: place + 1 });
    }
    return null;
  });
}

async function resultHits(rows: Pick<Rows, 'get'>): Promise<number> {
  const row = await rows.get('meta', hitsRow);
  return isObject(row) && typeof row.hits === 'number' && row.hits > 0 ? Math.floor(row.hits) : 0;
}

async function findResult(database: Database, resultKey: string): Promise<RunRecord | null> {
  for (const row of await database.runsWhere('resultKey', [resultKey])) {
    const run = restoreRun(row);
    if (!run.ok || run.value.state !== 'completed' || run.value.timetableId === null) continue;
    // It would have gone on.
    if (run.value.reason === 'stopped') continue;
    if ((await database.get('timetables', run.value.timetableId)) !== undefined) return run.value;
  }
  return null;
}

/** Rows of before have states of their own. */
const candidateStates = [...activeStates, 'preparing', 'stopping'];

/**
 * Rows are read before the locks: a run that starts in between is then no candidate, and one that ends in between is
 * found finished by the transaction.
 */
async function markInterrupted(database: Database, locks: RunLocks): Promise<readonly RunRecord[]> {
  const { value: stored } = await restoreAll(await database.runsWhere('state', candidateStates), restoreRun);
  const isCandidate = (run: RunRecord): boolean => isActive(run.state) && !(locks.isShared && isWaiting(run));
  const candidates = stored.filter(isCandidate);
  const alive = candidates.length === 0 ? new Set<string>() : await locks.alive();
  return database.transact(['runs', 'runInputs'], async (rows: Rows) => {
    const marked: RunRecord[] = [];
    for (const { id } of candidates) {
      if (alive.has(id)) continue;
      const run = restoreRun(await rows.get('runs', id));
      if (!run.ok || !isCandidate(run.value)) continue;
      const interrupted = moved(run.value, 'interrupted', { endedAt: timestamp() });
      await rows.put('runs', interrupted);
      marked.push(interrupted);
    }
    await removeLostInputs(rows);
    return marked;
  });
}

function newestFirst(records: readonly RunRecord[]): readonly RunRecord[] {
  return [...records].sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

function inOrder(records: readonly RunRecord[]): readonly RunRecord[] {
  return [...records].sort((a, b) => a.order - b.order || (a.createdAt < b.createdAt ? -1 : 1));
}

function runElsewhere(id: string) {
  return error('storage.runElsewhere', 'This run is going on in another tab.', { value: id });
}
