import { error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { EpochPoint } from '../engine/run-events.ts';
import { attempt, notFound, Refusal } from './attempt.ts';
import { timestamp } from './identifiers.ts';
import type { RunRecord } from './records.ts';
import { restoreAll, restoreRun } from './restore.ts';
import type { Database, Rows } from './rows.ts';
import type { RunLocks } from './run-locks.ts';
import type { Runs, RunUpdate } from './storage.ts';

/** A row carries its whole series, so it is not rewritten for every point. */
const writeInterval = 2000;

interface Collected {
  changes: Partial<RunRecord>;
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
      const result = await attempt(database, () =>
        changeRun(database, id, (run) => ({ ...run, ...changes, series: [...run.series, ...points] })),
      );
      settle(result);
      return result;
    };
    const timer = setTimeout(() => void write(), writeInterval);
    const entry: Collected = { changes: {}, points: [], written, write };
    collected.set(id, entry);
    return entry;
  }

  return {
    async start(record) {
      if (!(await locks.hold(record.id))) return failure([runElsewhere(record.id)]);
      const stored = await attempt(database, () => database.put('runs', record).then(() => null));
      if (!stored.ok) await locks.release(record.id);
      return stored;
    },
    progress(id, { point, ...changes }: RunUpdate) {
      const entry = collected.get(id) ?? collect(id);
      entry.changes = { ...entry.changes, ...changes };
      if (point !== undefined) entry.points.push(point);
      return entry.written;
    },
    async finish(id, changes) {
      // What was collected goes first, so that the series is whole; a failure there shows again in the next write.
      await collected.get(id)?.write();
      const stored = await attempt(database, () =>
        changeRun(database, id, (run) => ({ ...run, endedAt: timestamp(), ...changes })),
      );
      await locks.release(id);
      return stored;
    },
    async list(projectId) {
      const rows = await attempt(database, () => database.ofProject('runs', projectId));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreRun);
      return success(newestFirst(restored.value), restored.diagnostics);
    },
    async get(id) {
      const row = await attempt(database, async () => {
        const found = await database.get('runs', id);
        if (found === undefined) throw new Refusal([notFound('run', id)]);
        return found;
      });
      return row.ok ? restoreRun(row.value) : row;
    },
    markInterrupted: () => attempt(database, () => markInterrupted(database, locks)),
  };
}

async function changeRun(database: Database, id: string, change: (run: RunRecord) => RunRecord): Promise<null> {
  return database.transact(['runs'], async (rows) => {
    const row = await rows.get('runs', id);
    if (row === undefined) throw new Refusal([notFound('run', id)]);
    const restored = restoreRun(row);
    if (!restored.ok) throw new Refusal(restored.diagnostics);
    await rows.put('runs', change(restored.value));
    return null;
  });
}

/**
 * Rows are read before the locks: a run that starts in between is then no candidate, and one that ends in between is
 * found finished by the transaction.
 */
async function markInterrupted(database: Database, locks: RunLocks): Promise<readonly RunRecord[]> {
  const { value: stored } = await restoreAll(await database.all('runs'), restoreRun);
  const candidates = stored.filter(isUnfinished);
  if (candidates.length === 0) return [];
  const alive = await locks.alive();
  return database.transact(['runs'], async (rows: Rows) => {
    const marked: RunRecord[] = [];
    for (const { id } of candidates) {
      if (alive.has(id)) continue;
      const run = restoreRun(await rows.get('runs', id));
      if (!run.ok || !isUnfinished(run.value)) continue;
      const interrupted: RunRecord = { ...run.value, state: 'interrupted', endedAt: timestamp() };
      await rows.put('runs', interrupted);
      marked.push(interrupted);
    }
    return marked;
  });
}

function isUnfinished({ state }: RunRecord): boolean {
  return activeStates.has(state);
}

const activeStates: ReadonlySet<RunRecord['state']> = new Set(['preparing', 'running', 'paused', 'stopping'] as const);

function newestFirst(records: readonly RunRecord[]): readonly RunRecord[] {
  return [...records].sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));
}

function runElsewhere(id: string) {
  return error('storage.runElsewhere', 'This run is going on in another tab.', { value: id });
}
