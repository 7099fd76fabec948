import { error } from '../../../domain/diagnostic.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { failure, type Result, success } from '../../../domain/result.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { Timetable, TimetableData } from '../../../domain/timetable.ts';
import { timetableDataSteps } from '../../../domain/timetable-data.ts';
import { packCheckpoint } from '../../../engine/run-contract/run-checkpoint.ts';
import type { Checkpoint } from '../../../engine/run-contract/run-events.ts';
import { runInputOf } from '../../../engine/run-contract/run-key.ts';
import { engineVersion } from '../../../engine/run-contract/run-version.ts';
import type { ProjectContent, SavedRun } from '../../../formats/format.ts';
import type { RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { ExportKind } from '../files/files.ts';
import type { ActiveRun } from '../runs/active-run.ts';

/** As the command line reads it with `--resume`. */
export const runFileKind = {
  writerId: 'horarium-run',
  extension: 'horarium-run.gz',
  mediaType: 'application/gzip',
} as const satisfies ExportKind;

/** A run of this tab, where it stands now or ended; its problem is the one that it searches at present. */
export async function contentOfActive(services: Services, run: ActiveRun): Promise<ProjectContent> {
  const checkpoint = await run.checkpoint();
  const log = run.log();
  const started = log.find(({ kind }) => kind === 'started');
  const best = run.outcome()?.best ?? checkpoint?.best ?? null;
  const timetable = best === null ? null : await inSlices(timetableDataSteps(run.problem, best));
  return contentWith(services, run.problem.data, timetable, run, checkpoint, {
    projectName: run.projectName,
    createdAt: log[0]?.at ?? services.clock.now().toISOString(),
    startedAt: started?.at ?? null,
    reason: run.outcome()?.reason ?? null,
    startName: started?.name ?? null,
    series: run.series(),
    log,
  });
}

/** A run that is over, or was cut off, as it is stored. Fails with `run.inputGone`. */
export async function contentOfStored(services: Services, id: string): Promise<Result<ProjectContent>> {
  const { runs, checkpoints, projects } = services.storage;
  const found = await runs.get(id);
  if (!found.ok) return found;
  const run = found.value;
  const project = await projects.get(run.projectId);
  if (!project.ok) return project;
  const problem = await problemOf(services, run, project.value.problem);
  if (problem === null) {
    const advice = 'Take the changes since then back, or run it again and save that run.';
    return failure([
      error('run.inputGone', 'The data has changed since this run, which cannot go on with it.', { advice }),
    ]);
  }
  const kept = await checkpoints.get(id);
  const checkpoint = kept.ok ? kept.value : null;
  const timetable = await timetableOf(services, run, problem, checkpoint?.best ?? null);
  const { createdAt, startedAt, reason, startName, series, log } = run;
  const record = { projectName: project.value.name, createdAt, startedAt, reason, startName, series, log };
  return success(contentWith(services, problem, timetable, run, checkpoint, record));
}

/** What it searched: kept until a run has ended, after that as long as it is what the project has. */
async function problemOf(services: Services, run: RunRecord, present: ProblemData): Promise<ProblemData | null> {
  if (run.problemHash === null) return null;
  const input = await services.storage.runs.input(run.problemHash);
  if (input.ok) return input.value;
  const { problemHash } = await runInputOf(present, run.variant, undefined);
  return problemHash === run.problemHash ? present : null;
}

async function timetableOf(
  { storage }: Services,
  { timetableId }: RunRecord,
  problem: ProblemData,
  best: Timetable | null,
): Promise<TimetableData | null> {
  const kept = timetableId === null ? null : await storage.timetables.get(timetableId);
  if (kept?.ok === true) return kept.value.timetable;
  if (best === null) return null;
  const { buildSteps } = await import('../../../domain/build-problem.ts');
  const built = await inSlices(buildSteps(problem));
  return built.ok ? inSlices(timetableDataSteps(built.value, best)) : null;
}

function contentWith(
  { clock }: Services,
  problem: ProblemData,
  timetable: TimetableData | null,
  { variant, settings }: Pick<SavedRun, 'variant' | 'settings'>,
  checkpoint: Checkpoint | null,
  record: NonNullable<SavedRun['record']>,
): ProjectContent {
  const createdAt = clock.now().toISOString();
  const timetables = timetable === null ? [] : [{ id: 'best', name: 'Best', createdAt, timetable }];
  const packed = checkpoint === null ? null : packCheckpoint(checkpoint);
  const engine = checkpoint?.engine ?? engineVersion;
  return { problem, timetables, run: { engine, variant, settings, checkpoint: packed, record } };
}
