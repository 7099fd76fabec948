import type { Change, TimetableHead } from '../../../domain/operations/operation.ts';
import type { TimetableData } from '../../../domain/timetable.ts';
import type { TimetableRows } from '../../../storage/history-contract.ts';
import type { TimetableRecord } from '../../../storage/records.ts';

/** The part of a record by which it is known in the log. */
export function headOf({ name, createdAt, runId, score }: TimetableRecord): TimetableHead {
  return { name, createdAt, runId, score };
}

/**
 * The rows of timetables that `changes` make, rename or end. `shown` is what there was before them, `timetables` where
 * everything is after them.
 */
export function timetableRows(
  projectId: string,
  shown: readonly TimetableRecord[],
  changes: readonly Change[],
  timetables: ReadonlyMap<string, TimetableData>,
  now: string,
): TimetableRows {
  const heads = new Map<string, TimetableHead | null>();
  for (const change of changes) if (change.of === 'timetable') heads.set(change.id, change.after);
  const put: TimetableRecord[] = [];
  const remove: string[] = [];
  for (const [id, head] of heads) {
    const timetable = timetables.get(id);
    const known = shown.find((record) => record.id === id);
    if (head === null || timetable === undefined) remove.push(id);
    else if (known === undefined) put.push({ id, version: 1, projectId, ...head, updatedAt: now, timetable });
    else put.push({ ...known, name: head.name, updatedAt: now, timetable });
  }
  return { put, remove };
}
