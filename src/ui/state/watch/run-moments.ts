import { type Accessor, createSignal } from 'solid-js';
import { packTimetable, unpackTimetable } from '../../../domain/packed-timetable.ts';
import type { Problem } from '../../../domain/problem.ts';
import { momentToDrop, snapshotId, structureKey } from '../../../domain/runs/moments.ts';
import { equalScores } from '../../../domain/score.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import type { SnapshotRecord } from '../../../storage/records.ts';
import type { Snapshots } from '../../../storage/runs-contract.ts';
import type { RunBest } from '../runs/active-run.ts';

/** Seconds between two moments that are kept, so that short generations do not keep the storage busy. */
const leastSeconds = 0.5;

/** The moments of a run that can be opened, in its order; they are written as they come. */
export interface RunMoments {
  readonly all: Accessor<readonly SnapshotRecord[]>;
  /** Keeps the best of a barrier, unless it is the one that was kept last or came too soon after it. */
  offer(point: EpochPoint, best: RunBest | null): void;
}

/** `problem` is asked when a moment is kept; its structure stays the same for the whole run. */
export function createRunMoments(snapshots: Snapshots, runId: string, problem: Problem, resumed: boolean): RunMoments {
  const [all, setAll] = createSignal<readonly SnapshotRecord[]>([]);
  const structure = structureKey(problem);
  /** The moment offered last, which is listed a little later. */
  let last: Pick<SnapshotRecord, 'seconds' | 'score'> | null = null;
  const before = resumed ? snapshots.list(runId) : null;
  void before?.then((listed) => listed.ok && setAll((now) => [...listed.value, ...now]));
  return {
    all,
    offer(point, best) {
      const isBest = best !== null && equalScores(best.score, point.best);
      // At a change of rules the same timetable has another score: a moment of its own.
      const isNews = last === null || !equalScores(last.score, point.best);
      const isSoon = last !== null && point.seconds - last.seconds < leastSeconds;
      if (!isBest || !isNews || (isSoon && point.marks?.includes('steered') !== true)) return;
      const { generation, seconds, best: score } = point;
      last = { seconds, score };
      const timetable = packTimetable(best.timetable);
      void structure.then(async (key) => {
        const moment = { runId, generation, seconds, score, structure: key, timetable };
        const record: SnapshotRecord = { ...moment, id: snapshotId(runId, moment), version: 1 };
        const kept = [...all(), record];
        const drop = momentToDrop(kept);
        const dropped = drop === null ? null : (kept[drop]?.id ?? null);
        setAll(kept.filter(({ id }) => id !== dropped));
        await snapshots.add(record, dropped);
      });
    },
  };
}

/** The last moment that is kept at or before a point: what stood there then. Null when there is none. */
export function momentAt(moments: readonly SnapshotRecord[], seconds: number): SnapshotRecord | null {
  return moments.findLast((moment) => moment.seconds <= seconds + 1e-6) ?? moments[0] ?? null;
}

/** The timetable of a moment; null when the data has changed so that its indices mean something else. */
export async function timetableOf(problem: Problem, moment: SnapshotRecord): Promise<Timetable | null> {
  return (await structureKey(problem)) === moment.structure ? unpackTimetable(moment.timetable) : null;
}
