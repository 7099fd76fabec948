import type { Result } from '../../domain/result.ts';
import type { EpochPoint } from '../../engine/run-contract/run-events.ts';
import { attempt } from '../attempt.ts';
import type { Database } from '../rows.ts';
import type { RunChanges, Runs, RunUpdate } from '../runs-contract.ts';
import { changeRun } from './run-rows.ts';

/** A row carries its whole series, so it is not rewritten for every point. */
const writeInterval = 2000;

interface Collected {
  changes: RunChanges;
  points: EpochPoint[];
  readonly written: Promise<Result<null>>;
  readonly write: () => Promise<Result<null>>;
}

/** What is told of runs that are on; it is collected, and written from time to time. */
export interface RunUpdates extends Pick<Runs, 'progress'> {
  /** Writes what is still collected, now. */
  flush(id: string): Promise<unknown>;
}

export function createRunUpdates(database: Database): RunUpdates {
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

  return {
    progress(id, { point, ...changes }: RunUpdate) {
      const entry = collected.get(id) ?? collect(id);
      entry.changes = { ...entry.changes, ...changes };
      if (point !== undefined) entry.points.push(point);
      return entry.written;
    },
    flush: async (id) => collected.get(id)?.write(),
  };
}
