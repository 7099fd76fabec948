import type { ProblemData } from '../domain/problem-data.ts';
import { type Result, success } from '../domain/result.ts';
import { attempt, notFound, Refusal } from './attempt.ts';
import { restoreAll, restoreSummary, restoreTimetable, seqOfProblem, watchRestored } from './backup/restore.ts';
import { timestamp, timestampAfter } from './identifiers.ts';
import type { ProjectSummary, TimetableRecord } from './records.ts';
import type { Database } from './rows.ts';
import { isObject } from './shapes.ts';
import { readSteps, replay } from './steps.ts';
import type { Timetables } from './storage.ts';

/** Id of the row of the table `meta` that says which timetable of a project was decided for. */
export function adoptedKey(projectId: string): string {
  return `adopted:${projectId}`;
}

export function createTimetables(database: Database): Timetables {
  return {
    async list(projectId) {
      const rows = await attempt(database, () => database.ofProject('timetables', projectId));
      if (!rows.ok) return rows;
      const restored = await restoreAll(rows.value, restoreTimetable);
      const whole = await withSteps(database, projectId, restored.value);
      if (!whole.ok) return whole;
      return success(newestFirst(whole.value), [...restored.diagnostics, ...whole.diagnostics]);
    },
    names: (projectId) =>
      attempt(database, async () => {
        const rows = await database.ofProject('timetables', projectId);
        return rows.flatMap((row) => (isObject(row) && typeof row.name === 'string' ? [row.name] : []));
      }),
    async get(id) {
      const row = await attempt(database, async () => {
        const found = await database.get('timetables', id);
        if (found === undefined) throw new Refusal([notFound('timetable', id)]);
        return found;
      });
      if (!row.ok) return row;
      const restored = restoreTimetable(row.value);
      if (!restored.ok) return restored;
      const whole = await withSteps(database, restored.value.projectId, [restored.value]);
      return whole.ok ? success(whole.value[0] ?? restored.value, whole.diagnostics) : whole;
    },
    put: (record) =>
      attempt(database, () =>
        database.transact(['timetables', 'projects'], async (rows) => {
          const row = await rows.get('projects', record.projectId);
          // Deleted while a run was on: nobody would ever find it, nor remove it.
          if (row === undefined) throw new Refusal([notFound('project', record.projectId)]);
          await rows.put('timetables', record);
          const project = restoreSummary(row);
          // A change like any edit: it is in no file that was saved before. A run keeps one timetable after the other: what
          // is known to have changed is left alone, since whoever shows the project would read it again.
          if (project.ok && isAsSaved(project.value)) {
            await rows.put('projects', { ...project.value, updatedAt: timestampAfter(project.value.savedAt) });
          }
          return null;
        }),
      ),
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
    adopt: (projectId, id) =>
      attempt(database, () =>
        database.put('meta', { id: adoptedKey(projectId), version: 1, timetableId: id }).then(() => null),
      ),
    adopted: (projectId) =>
      attempt(database, async () => {
        const row = await database.get('meta', adoptedKey(projectId));
        return isObject(row) && typeof row.timetableId === 'string' ? row.timetableId : null;
      }),
  };
}

/**
 * The timetables with the edits that are only in the log yet. Steps that a row contains already may be made again:
 * each says where an event is, whatever was there before.
 */
async function withSteps(
  database: Database,
  projectId: string,
  records: readonly TimetableRecord[],
): Promise<Result<readonly TimetableRecord[]>> {
  if (records.length === 0) return success(records);
  const found = await attempt(database, () =>
    database.read(['problems', 'operations'], async (rows) => {
      // All timetables that were edited until then are stored with their edits.
      const stored = seqOfProblem(await rows.get('problems', projectId));
      const after = Math.min(...records.map(({ seq = 0 }) => Math.max(seq, stored)));
      return { after, steps: await readSteps(rows, projectId, after) };
    }),
  );
  if (!found.ok) return found;
  const { after, steps } = found.value;
  const timetables = new Map(records.map(({ id, timetable }) => [id, timetable]));
  const { document, seq, remarks } = await replay({ problem: noProblem, timetables }, 'timetables', after, steps);
  const whole = records.map((record) => {
    const timetable = document.timetables.get(record.id) ?? record.timetable;
    return timetable === record.timetable ? record : { ...record, timetable, seq, score: null };
  });
  return success(whole, remarks);
}

/** Where events are is told without it. */
const noProblem: ProblemData = {
  name: '',
  calendar: { days: [], slots: [], weekCount: 1, breaks: [], closed: [] },
  meetingTimes: [],
  courses: [],
  rooms: [],
  instructors: [],
  groups: [],
  students: [],
  events: [],
  rules: [],
  notEnforced: [],
};

function newestFirst(records: readonly TimetableRecord[]): readonly TimetableRecord[] {
  return [...records].sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

/** True when a file has been saved, and nothing has changed since. */
function isAsSaved({ savedAt, updatedAt }: ProjectSummary): boolean {
  return savedAt !== null && updatedAt <= savedAt;
}
