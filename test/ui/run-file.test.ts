import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRoot } from 'solid-js';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { success } from '../../src/domain/result.ts';
import { toTimetableData } from '../../src/domain/timetable-data.ts';
import { withVariant } from '../../src/domain/variants.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { packCheckpoint, unpackCheckpoint } from '../../src/engine/run-contract/run-checkpoint.ts';
import type { Checkpoint, RunHandle, RunHooks } from '../../src/engine/run-contract/run-events.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { CheckpointFile, resumptionOf } from '../../src/headless-checkpoint.ts';
import type { Services } from '../../src/ui/services.tsx';
import { createImporter, type OpenedRunFile } from '../../src/ui/state/files/importer.ts';
import { addProject, addTimetable, continueRun, lookAt } from '../../src/ui/state/run-file/open-run.ts';
import { contentOfActive, contentOfStored, runFileKind } from '../../src/ui/state/run-file/save-run.ts';
import { type ActiveRun, createRunController, type RunController } from '../../src/ui/state/runs/run.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import type { Solver } from '../../src/workers/solver-api.ts';
import { valueIn } from '../formats/support/files.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { createFakeSolver } from '../support/fake-solver.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost, localPool } from '../support/local-pool.ts';

const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));
const settings: RunSettings = { ...fixedRunSettings, population: 6, islands: 3, movesPerIndividual: 60_000 };
const variant = 'student-compact';
const folder = mkdtempSync(join(tmpdir(), 'horarium-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const patience = { timeout: 60_000, interval: 2 };

/** On one thread a run leaves others no turn; so that it can be interrupted, there is a pause before each generation. */
function unhurriedPool() {
  return localPool(2, (host) =>
    changedHost(host, {
      async epoch(generation, budget, onProgress) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        return host.epoch(generation, budget, onProgress);
      },
    }),
  );
}

function search(changes: { data?: typeof data; from?: Checkpoint | null; hooks?: Partial<RunHooks> }): RunHandle {
  const request = { data: changes.data ?? data, module: kernelModule(), settings, resumeFrom: changes.from ?? null };
  return startRun(request, unhurriedPool(), { ...silentHooks, ...changes.hooks });
}

/** The engine itself, on this thread. */
const solver: Solver = {
  ...createFakeSolver(),
  start: (searched, _, hooks, from) => success(search({ data: searched.data, from: from ?? null, hooks })),
};

interface Browser {
  readonly services: Services;
  readonly runs: RunController;
  open(bytes: Uint8Array): Promise<OpenedRunFile>;
}

async function browser(): Promise<Browser> {
  const services = await createFakeServices({ solver });
  return createRoot(() => {
    const importer = createImporter(services);
    return {
      services,
      runs: createRunController(
        services,
        createTranslate(() => en),
      ),
      async open(bytes) {
        expect(await importer.importFiles([new File([new Uint8Array(bytes)], 'run (1).gz')])).toBeNull();
        const opened = importer.openedRun();
        if (opened === null) throw new Error(JSON.stringify(importer.state()));
        return opened;
      },
    };
  });
}

async function fileOf({ formats }: Services, content: ProjectContent): Promise<Uint8Array> {
  return valueIn(await formats.write(runFileKind.writerId, content, null));
}

async function pausedRun({ services, runs }: Browser, name: string): Promise<ActiveRun> {
  const created = await services.storage.projects.create({ problem: data, timetables: [] }, 'test', []);
  const wanted = { projectId: valueIn(created).id, projectName: name, problem, variant, settings } as const;
  const run = await runs.start(wanted);
  if (run === null) throw new Error('refused');
  await vi.waitUntil(() => run.series().length > 1, patience);
  run.pause();
  return run;
}

/** As the command line does with `--resume` and `--checkpoint`, told to end a little later. */
async function onTheCommandLine(bytes: Uint8Array): Promise<Uint8Array> {
  const content = valueIn(await readFiles([{ name: 'run.gz', bytes }]));
  const resumption = valueIn(resumptionOf(content, 'run.gz'));
  const path = join(folder, 'next.json');
  const file = new CheckpointFile(path, problem, resumption);
  const generations: number[] = [];
  const hooks: Partial<RunHooks> = {
    onCheckpoint: (kept) => file.take(kept),
    onEpoch: ({ generation }) => void generations.push(generation),
  };
  const run = search({ data: withVariant(problem, resumption.variant).data, from: resumption.checkpoint, hooks });
  await vi.waitUntil(() => generations.length > 1, patience);
  await run.checkpoint();
  run.cancel();
  await file.finish((await run.outcome).best);
  expect(file.flaw).toBeNull();
  return new Uint8Array(readFileSync(path));
}

async function projectAndRun(there: Browser, opened: OpenedRunFile) {
  const found = await lookAt(there.services, opened);
  const projectId = found.project?.id ?? valueIn(await addProject(there.services, opened));
  valueIn(await continueRun(there.services, there.runs, opened, found.checkpoint, projectId));
  const ended = await vi.waitUntil(() => {
    const run = there.runs.current();
    return run?.outcome() == null || there.runs.busy() ? null : run;
  }, patience);
  return { found, projectId, run: ended };
}

describe('a run that is saved to a file', () => {
  test('goes on on the command line and in another browser as if nobody had ended it', async () => {
    const whole = await search({ data: withVariant(problem, variant).data }).outcome;
    const here = await browser();
    const paused = await pausedRun(here, 'Renamed');
    const saved = await fileOf(here.services, await contentOfActive(here.services, paused));
    paused.cancel();

    const there = await browser();
    const opened = await there.open(await onTheCommandLine(saved));
    const { found, projectId, run } = await projectAndRun(there, opened);
    expect(found).toMatchObject({ continuation: 'exact', project: null });
    const { reason, score, generations, moves } = whole;
    expect(run.outcome()).toMatchObject({ reason, score, generations, moves });
    const kept = valueIn(await there.services.storage.timetables.get(run.timetableId() ?? ''));
    expect(kept.timetable).toEqual(toTimetableData(problem, whole.best ?? { assignments: [] }));
    expect(kept.projectId).toBe(projectId);
    const stored = valueIn(await there.services.storage.runs.get(run.id));
    expect(stored.log.map(({ kind }) => kind)).toContain('resumed');
    // the same file once more finds its project
    expect((await lookAt(there.services, opened)).project?.id).toBe(projectId);

    // the run that has ended there can be saved as well; there is nothing left of it
    const last = await there.open(await fileOf(there.services, valueIn(await contentOfStored(there.services, run.id))));
    expect(await lookAt(there.services, last)).toMatchObject({ continuation: 'over', project: { id: projectId } });
    const added = valueIn(await addTimetable(there.services, last, projectId));
    const timetable = valueIn(await there.services.storage.timetables.get(added ?? ''));
    expect(timetable).toMatchObject({ projectId, timetable: kept.timetable, runId: null });
  }, 120_000);

  test('carries its name, its series and its log along, and begins anew where another engine saved it', async () => {
    const here = await browser();
    const paused = await pausedRun(here, 'Renamed');
    const content = await contentOfActive(here.services, paused);
    paused.cancel();
    const { checkpoint } = content.run ?? {};
    const old = checkpoint == null ? null : unpackCheckpoint(checkpoint);
    if (content.run === undefined || old === null) throw new Error('nothing was kept');
    const foreign = { ...content.run, checkpoint: packCheckpoint({ ...old, engine: '0.1' }) };
    const there = await browser();
    const opened = await there.open(await fileOf(here.services, { ...content, run: foreign }));
    const { found, projectId, run } = await projectAndRun(there, opened);
    expect(found.continuation).toBe('reseeded');
    expect(valueIn(await there.services.storage.projects.get(projectId)).name).toBe('Renamed');
    const kinds = run.log().map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['queued', 'started']);
    expect(kinds).toContain('reseeded');
    expect(run.state()).toBe('completed');
  }, 120_000);

  test('cannot be saved once the data it searched is gone', async () => {
    const here = await browser();
    const paused = await pausedRun(here, 'School');
    const { projectId } = paused;
    paused.stop();
    await vi.waitUntil(() => paused.outcome() !== null && !here.runs.busy(), patience);
    expect((await contentOfStored(here.services, paused.id)).ok).toBe(true);
    const changed = { ...data, rules: data.rules.slice(1) };
    valueIn(await here.services.storage.projects.update(projectId, { problem: changed }));
    expect(await contentOfStored(here.services, paused.id)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'run.inputGone' }],
    });
  }, 60_000);
});
