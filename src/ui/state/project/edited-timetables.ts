import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Score } from '../../../domain/score.ts';
import type { TimetableData } from '../../../domain/timetable.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';

/** The stored timetables of a project, as they are shown: an edit is seen at once and stored later. */
export interface EditedTimetables {
  readonly records: Accessor<readonly TimetableRecord[]>;
  replace(id: string, timetable: TimetableData): void;
  /** One that begins, or is called otherwise, with a step of the log. */
  put(record: TimetableRecord): void;
  /** One that ends with a step of the log. */
  remove(id: string): void;
  /** What a timetable without a score is worth, as it was when it was judged; false when it is not like that any more. */
  scored(record: TimetableRecord, score: Score): boolean;
  /** Shows the timetables, each with what `edited` makes of it when it is seen first. */
  start(edited: (record: TimetableRecord) => TimetableData): void;
}

/**
 * Which timetables there are and what they are called is told by storage, and before it by the steps made here; where
 * events are in them, by the log: the stored row is looked at only once.
 */
export function createEditedTimetables(services: Services, projectId: string): EditedTimetables {
  const [records, setRecords] = createSignal<readonly TimetableRecord[]>([]);
  let stored: readonly TimetableRecord[] = [];
  let shown = new Map<string, TimetableRecord>();
  /** What was put or removed here, until storage says the same; null for what was removed. */
  const ahead = new Map<string, TimetableRecord | null>();
  let editedOf: ((record: TimetableRecord) => TimetableData) | null = null;

  function publish(): void {
    if (editedOf === null) return;
    const before = shown;
    const edited = editedOf;
    const rows = new Map(stored.map((record) => [record.id, record]));
    for (const [id, record] of ahead) {
      const row = rows.get(id);
      if (row === undefined ? record === null : row.name === record?.name) ahead.delete(id);
      else if (record === null) rows.delete(id);
      else rows.set(id, record);
    }
    shown = new Map(
      [...rows.values()].map((record) => {
        const known = before.get(record.id);
        if (known !== undefined)
          return [record.id, known.name === record.name ? known : { ...known, name: record.name }];
        const timetable = ahead.has(record.id) ? record.timetable : edited(record);
        return [record.id, timetable === record.timetable ? record : { ...record, timetable, score: null }];
      }),
    );
    setRecords([...shown.values()]);
  }

  onCleanup(
    services.storage.timetables.watch(projectId, (list) => {
      stored = list;
      publish();
    }),
  );
  return {
    records,
    replace(id, timetable) {
      const record = shown.get(id);
      if (record === undefined) return;
      // What it is worth is found out when it is looked at.
      const updatedAt = laterThan(record.updatedAt, services.clock.now());
      shown.set(id, { ...record, timetable, score: null, updatedAt });
      setRecords([...shown.values()]);
    },
    put(record) {
      ahead.set(record.id, record);
      shown.set(record.id, record);
      setRecords([...shown.values()]);
    },
    remove(id) {
      ahead.set(id, null);
      shown.delete(id);
      setRecords([...shown.values()]);
    },
    scored({ id, updatedAt }, score) {
      const record = shown.get(id);
      if (record === undefined || record.score !== null || record.updatedAt !== updatedAt) return false;
      shown.set(id, { ...record, score });
      setRecords([...shown.values()]);
      return true;
    },
    start(edited) {
      editedOf = edited;
      publish();
    },
  };
}

/** Moments tell states of a timetable apart, also where edits come within a millisecond. */
function laterThan(before: string, now: Date): string {
  const earliest = Date.parse(before) + 1;
  return new Date(Number.isNaN(earliest) ? now : Math.max(now.getTime(), earliest)).toISOString();
}
