import type { ProblemData } from '../../../domain/problem-data.ts';
import { type Result, success } from '../../../domain/result.ts';
import { addEvent } from '../../../domain/runs/run-log.ts';
import { unpackCheckpoint } from '../../../engine/run-contract/run-checkpoint.ts';
import type { Checkpoint, StopReason } from '../../../engine/run-contract/run-events.ts';
import { resultKeyOf, runInputOf } from '../../../engine/run-contract/run-key.ts';
import { engineVersion } from '../../../engine/run-contract/run-version.ts';
import type { SavedRun } from '../../../formats/format.ts';
import type { ProjectSummary, RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { OpenedRunFile } from '../files/importer.ts';
import { newRunRecord } from '../runs/new-record.ts';
import type { RunController } from '../runs/run.ts';

/** How a run of a file would go on: `over` not at all, `fresh` from its beginning, `reseeded` from its best timetable. */
export type Continuation = 'exact' | 'reseeded' | 'fresh' | 'over';

/** A run of a file, looked at. */
export interface RunInFile {
  readonly continuation: Continuation;
  readonly checkpoint: Checkpoint | null;
  /** The project that it belongs to, where that is here. */
  readonly project: ProjectSummary | null;
}

/** What ended by itself has nothing left to be done; whoever stopped a run may want more of it. */
const ownEnds: readonly (StopReason | null)[] = ['generations', 'timeLimit', 'target', 'stagnation'];

export async function lookAt(services: Services, { content, run }: OpenedRunFile): Promise<RunInFile> {
  const checkpoint = run.checkpoint === null ? null : unpackCheckpoint(run.checkpoint);
  return {
    checkpoint,
    continuation: continuationOf(run, checkpoint),
    project: await projectOf(services, content.problem),
  };
}

function continuationOf({ record }: SavedRun, checkpoint: Checkpoint | null): Continuation {
  if (ownEnds.includes(record?.reason ?? null)) return 'over';
  if (checkpoint === null) return 'fresh';
  return checkpoint.engine === engineVersion ? 'exact' : 'reseeded';
}

/** The project with just this problem, else one that had it when a run of it was asked for. */
async function projectOf(services: Services, problem: ProblemData): Promise<ProjectSummary | null> {
  const { projects, runHistory } = services.storage;
  const hashOf = async (data: ProblemData) => (await runInputOf(data, 'balanced', undefined)).problemHash;
  const wanted = await hashOf(problem);
  const listed = await projects.list();
  const all = listed.ok ? listed.value : [];
  for (const summary of all.filter(({ eventCount }) => eventCount === problem.events.length)) {
    const found = await projects.get(summary.id);
    if (found.ok && (await hashOf(found.value.problem)) === wanted) return summary;
  }
  const runs = await runHistory.summaries(null);
  const ids = new Set(runs.ok ? runs.value.flatMap((run) => (run.problemHash === wanted ? [run.projectId] : [])) : []);
  return all.find(({ id }) => ids.has(id)) ?? null;
}

/** Adds the project of the file, with its timetables; its id. */
export async function addProject(
  services: Services,
  { content, run, remarks }: OpenedRunFile,
): Promise<Result<string>> {
  const { problem, timetables, source } = content;
  const { projects } = services.storage;
  const created = await projects.create({ problem, timetables }, source, remarks);
  if (!created.ok) return created;
  const { id, name } = created.value;
  const called = run.record?.projectName ?? name;
  // The problem keeps its own name, by which runs of it are known again.
  if (called !== name) await projects.update(id, { name: called });
  return success(id);
}

/** Adds the last timetable of the file to the project that is here; its id, null where there is none. */
export async function addTimetable(
  services: Services,
  { content, name }: OpenedRunFile,
  projectId: string,
): Promise<Result<string | null>> {
  const last = content.timetables.at(-1);
  if (last === undefined) return success(null);
  const id = services.clock.newId();
  const stored = await services.storage.timetables.put({
    ...{ id, version: 1, projectId, name: `${last.name} (${name})`, runId: null, score: null },
    ...{ createdAt: last.createdAt, updatedAt: services.clock.now().toISOString(), timetable: last.timetable },
  });
  return stored.ok ? success(id) : stored;
}

/** The run waits for its turn in the project, and goes on from its file. */
export async function continueRun(
  services: Services,
  runs: Pick<RunController, 'adopt'>,
  { content, run }: OpenedRunFile,
  checkpoint: Checkpoint | null,
  projectId: string,
): Promise<Result<null>> {
  const { problem } = content;
  const record = await recordOf(services, problem, run, checkpoint, projectId);
  return runs.adopt(record, problem, checkpoint);
}

async function recordOf(
  { clock }: Services,
  problem: ProblemData,
  { engine, variant, settings, record }: SavedRun,
  checkpoint: Checkpoint | null,
  projectId: string,
): Promise<RunRecord> {
  const now = clock.now().toISOString();
  const startName = record?.startName ?? undefined;
  const bare = newRunRecord(clock.newId(), now, { projectId, variant, settings, startName });
  const input = await runInputOf(problem, variant, settings.start);
  const started = { ...bare, ...input, engine, resultKey: await resultKeyOf(input.inputHash, settings) };
  if (checkpoint === null) return started;
  const { generation, moves, seconds, score } = checkpoint;
  const queued = bare.log.map((event) => ({ ...event, seconds }));
  return {
    ...started,
    ...{ generation, moves, seconds, best: score, engine: checkpoint.engine },
    // It has begun: that is why its checkpoint is looked for.
    startedAt: record?.startedAt ?? now,
    series: record?.series ?? [],
    log: queued.reduce(addEvent, record?.log ?? []),
  };
}
