import { assign, putItem } from '../../src/domain/operations/changes-of.ts';
import type { Change } from '../../src/domain/operations/operation.ts';
import { snapshotId } from '../../src/domain/runs/moments.ts';
import type { ProjectRecord } from '../../src/storage/records.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { checkpoint, content, pointAt, problem, runOf, startRun, unwrap } from './support.ts';

const room = { id: 'r', name: 'Hall', capacity: 30 };
const score = { unplaced: 0, hard: 0, soft: 3 };

/** An edit of the room's name, and one that moves the event of a timetable out of its room. */
function editsOf(timetableId: string): readonly (readonly Change[])[] {
  const data = content.timetables[0]?.timetable ?? { assignments: [] };
  const rename = putItem(problem, 'rooms', room);
  const move = assign(timetableId, data, [{ eventId: 'e', timeId: 'mon@0', roomIds: [], instructorIds: ['i'] }]);
  return [[rename], move];
}

/** A project with something in every table: edits in the log, a version, a run that ended and one that was broken off. */
export async function addFullProject(storage: Storage): Promise<ProjectRecord> {
  const project = unwrap(await storage.projects.create(content, 'ctt', []));
  const { id } = project;
  const [timetable] = unwrap(await storage.timetables.list(id));
  const timetableId = timetable?.id ?? '';
  for (const [index, changes] of editsOf(timetableId).entries()) {
    const step = { kind: 'do', seq: index + 1, at: `2026-01-0${index + 2}`, label: { action: 'change' } } as const;
    unwrap(await storage.histories.append(id, { ...step, changes }));
  }
  await storage.timetables.adopt(id, timetableId);
  const version = { id: `version-of-${id}`, version: 1, projectId: id, name: 'Published', note: 'as sent' } as const;
  const dated = { createdAt: '2026-01-03T00:00:00.000Z', parentId: null, published: true, seq: 1, restoredBy: [] };
  const chosen = { eventCount: 1, timetable: { id: timetableId, name: 'First' }, score };
  unwrap(await storage.versions.add({ ...version, ...dated, ...chosen }, { problem, timetable: null }));
  const done = `run-of-${id}`;
  await startRun(storage, runOf(id, done));
  // Written by `finish` at the latest: nobody waits for it here.
  void storage.runs.progress(done, { generation: 1, point: pointAt(1) });
  const moment = { generation: 1, seconds: 1, score };
  const snapshot = { ...moment, id: snapshotId(done, moment), version: 1, runId: done, structure: 'x' } as const;
  unwrap(await storage.snapshots.add({ ...snapshot, timetable: Int32Array.of(-1, 5) }, null));
  unwrap(await storage.checkpoints.put(done, checkpoint));
  unwrap(await storage.runs.finish(done, 'completed', { timetableId }));
  unwrap(await storage.runs.enqueue(runOf(id, `waits-in-${id}`), problem));
  return project;
}

/** What a user can see of a project, without ids and moments of storing. */
export async function seenOf(storage: Storage, id: string): Promise<object> {
  const { problem: data, seq } = unwrap(await storage.projects.get(id));
  const timetables = unwrap(await storage.timetables.list(id));
  const versions = unwrap(await storage.versions.list(id));
  const steps = unwrap(await storage.histories.steps(id, 0));
  const runs = unwrap(await storage.runHistory.summaries(id)).filter(({ state }) => state === 'completed');
  const adopted = unwrap(await storage.timetables.adopted(id));
  const moments = await Promise.all(runs.map(async (run) => unwrap(await storage.snapshots.list(run.id))));
  const series = await Promise.all(runs.map(async (run) => unwrap(await storage.runs.get(run.id)).series));
  const contents = await Promise.all(
    versions.map(async (version) => unwrap(await storage.versions.content(version.id))),
  );
  const indexOf = (timetableId: string | null) => timetables.findIndex((timetable) => timetable.id === timetableId);
  return {
    data,
    seq,
    timetables: timetables.map(({ name, timetable }) => ({ name, timetable })),
    versions: versions.map(({ name, note, published, timetable }) => [
      name,
      note,
      published,
      indexOf(timetable?.id ?? ''),
    ]),
    contents,
    steps: steps.map((step) => [step.seq, step.at, step.label, step.size]),
    runs: runs.map(({ state, generation, timetableId }) => [state, generation, indexOf(timetableId)]),
    moments: moments.map((list) => list.map(({ timetable, seconds }) => [timetable, seconds])),
    series,
    adopted: indexOf(adopted),
  };
}
