import { type Accessor, createSignal } from 'solid-js';
import type { applyChanges } from '../../../domain/operations/apply-changes.ts';
import type { Change, ProjectDocument } from '../../../domain/operations/operation.ts';
import { applyKnown } from '../../../domain/operations/replay.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { type Result, success } from '../../../domain/result.ts';
import type { Snapshot, TimetableRows } from '../../../storage/history-contract.ts';
import type { ProjectRecord, TimetableRecord } from '../../../storage/records.ts';
import { timetableRows } from '../timetable/rows.ts';
import type { EditedTimetables } from './edited-timetables.ts';

/** A project as it is shown, and what of it no snapshot contains yet. */
export interface ShownProject {
  /** The data with every edit so far. */
  readonly data: Accessor<ProblemData>;
  /** Makes the changes in what is shown; the rows of timetables that come, go or are renamed are for the log. */
  make(changes: readonly Change[], apply?: typeof applyChanges): Result<TimetableRows>;
  /** The next snapshot has to contain that. */
  addUnstored(more: Unstored): void;
  /** The snapshot to store; from then on nothing is unstored. Null when there is nothing. */
  takeSnapshot(seq: number): Snapshot | null;
}

/** What a snapshot has to contain: all that was changed since the last one. */
interface Unstored {
  readonly problem: boolean;
  /** Ids. */
  readonly timetables: Iterable<string>;
}

export function createShownProject(
  record: ProjectRecord,
  timetables: EditedTimetables,
  now: () => string,
): ShownProject {
  const [data, setData] = createSignal(record.problem);
  const unstored = createUnstored(record);
  return {
    data,
    make(changes, apply = applyKnown) {
      const before: ProjectDocument = {
        problem: data(),
        timetables: new Map(timetables.records().map(({ id, timetable }) => [id, timetable])),
      };
      const result = apply(before, changes);
      if (!result.ok) return result;
      const { problem, timetables: changed } = result.value;
      if (problem !== before.problem) {
        unstored.add({ problem: true, timetables: [] });
        setData(problem);
      }
      const rows = timetableRows(record.id, timetables.records(), changes, changed, now());
      const written = new Set(rows.put.map(({ id }) => id));
      for (const id of rows.remove) timetables.remove(id);
      for (const row of rows.put) timetables.put(row);
      for (const [id, timetable] of changed) {
        if (timetable === before.timetables.get(id) || written.has(id)) continue;
        unstored.add({ problem: false, timetables: [id] });
        timetables.replace(id, timetable);
      }
      return success(rows);
    },
    addUnstored: unstored.add,
    takeSnapshot: (seq) => unstored.take(seq, data(), timetables.records()),
  };
}

function createUnstored(record: ProjectRecord) {
  let problem = record.seq > record.storedSeq;
  let ids = new Set<string>();
  return {
    add(more: Unstored): void {
      problem ||= more.problem;
      for (const id of more.timetables) ids.add(id);
    },
    take(seq: number, data: ProblemData, records: readonly TimetableRecord[]): Snapshot | null {
      if (!problem && ids.size === 0) return null;
      const changed = records
        .filter(({ id }) => ids.has(id))
        .map(({ id, timetable, score }) => [id, { timetable, score }] as const);
      const snapshot = { seq, problem: problem ? data : null, timetables: new Map(changed) };
      problem = false;
      ids = new Set();
      return snapshot;
    },
  };
}
