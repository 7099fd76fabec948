import { success } from '../domain/result.ts';
import { attempt, notFound, Refusal } from './attempt.ts';
import { timestamp } from './identifiers.ts';
import type { TimetableRecord } from './records.ts';
import { restoreAll, restoreTimetable, watchRestored } from './restore.ts';
import type { Database } from './rows.ts';
import type { Timetables } from './storage.ts';

export function createTimetables(database: Database): Timetables {
  return {
    async list(projectId) {
      const rows = await attempt(database, () => database.ofProject('timetables', projectId));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreTimetable);
      return success(newestFirst(restored.value), restored.diagnostics);
    },
    async get(id) {
      const row = await attempt(database, async () => {
        const found = await database.get('timetables', id);
        if (found === undefined) throw new Refusal([notFound('timetable', id)]);
        return found;
      });
      return row.ok ? restoreTimetable(row.value) : row;
    },
    put: (record) => attempt(database, () => database.put('timetables', record).then(() => null)),
    rename: (id, name) =>
      attempt(database, () =>
        database.transact(['timetables'], async (rows) => {
          const row = await rows.get('timetables', id);
          if (row === undefined) throw new Refusal([notFound('timetable', id)]);
          const restored = restoreTimetable(row);
          if (!restored.ok) throw new Refusal(restored.diagnostics);
          await rows.put('timetables', { ...restored.value, name, updatedAt: timestamp() });
          return null;
        }),
      ),
    remove: (id) => attempt(database, () => database.remove('timetables', id).then(() => null)),
    watch: (projectId, listener) =>
      watchRestored(
        (next) => database.watchProject('timetables', projectId, next),
        restoreTimetable,
        (records) => listener(newestFirst(records)),
      ),
  };
}

function newestFirst(records: readonly TimetableRecord[]): readonly TimetableRecord[] {
  return [...records].sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}
