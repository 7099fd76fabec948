import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import { error } from '../../src/domain/diagnostic.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { packTimetable } from '../../src/domain/packed-timetable.ts';
import { failure } from '../../src/domain/result.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { type VariantName, withVariant } from '../../src/domain/variants.ts';
import type { RunOutcome } from '../../src/engine/run-events.ts';
import type { Services } from '../../src/ui/services.tsx';
import { type ActiveRun, createRunController, type RunController } from '../../src/ui/state/run.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { valueIn } from '../formats/support/files.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { createFakeSolver, fakeSettings } from '../support/fake-solver.ts';
import { builtSmallSchool, smallSchool } from '../support/small-school.ts';

const problem = builtSmallSchool();

interface Scene {
  readonly services: Services;
  readonly runs: RunController;
  readonly projectId: string;
  start(generations?: number, variant?: VariantName): Promise<ActiveRun | null>;
}

async function scene(changes: Partial<Services> = {}): Promise<Scene> {
  const services = await createFakeServices(changes);
  const created = await services.storage.projects.create({ problem: smallSchool, timetables: [] }, 'test', []);
  if (!created.ok) throw new Error('not created');
  const projectId = created.value.id;
  const runs = createRoot(() => createRunController(services, createTranslate(en)));
  const start = (generations = 5, variant: VariantName = 'balanced') =>
    runs.start({
      projectId,
      projectName: 'Small school',
      problem,
      variant,
      settings: async () => ({ ...fakeSettings, generations }),
    });
  return { services, runs, projectId, start };
}

async function ended(run: ActiveRun | null): Promise<RunOutcome> {
  for (let waited = 0; waited < 400; waited++) {
    const outcome = run?.outcome() ?? null;
    if (outcome !== null) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('The run did not end');
}

async function timetablesOf({ services, projectId }: Scene) {
  const listed = await services.storage.timetables.list(projectId);
  return listed.ok ? listed.value : [];
}

test('two presses of Generate start one run', async () => {
  const solver = createFakeSolver({ pace: 1 });
  const at = await scene({ solver });
  const [first, second] = await Promise.all([at.start(), at.start()]);
  expect(second).toBeNull();
  expect(await at.start()).toBeNull();
  await ended(first);
  expect(solver.starts()).toBe(1);
  expect(at.runs.busy()).toBe(false);
});

test('the best of a completed run is kept as a timetable and the run is listed with its series', async () => {
  const at = await scene();
  const run = await at.start();
  expect((await ended(run)).reason).toBe('generations');
  expect(run?.state()).toBe('completed');
  const [timetable] = await timetablesOf(at);
  expect(timetable).toMatchObject({ id: run?.timetableId(), runId: run?.id });
  const listed = await at.services.storage.runs.list(at.projectId);
  expect(listed.ok && listed.value[0]).toMatchObject({
    state: 'completed',
    reason: 'generations',
    timetableId: timetable?.id,
  });
  expect(listed.ok && listed.value[0]?.series).toHaveLength(5);
});

test('a run from a timetable is told to the solver, named after it, and judged without the cost of differences', async () => {
  const at = await scene();
  const first = await at.start();
  const found = (await ended(first)).best;
  if (found === null) throw new Error('nothing found');
  const settings = { ...fakeSettings, generations: 5, start: { timetable: packTimetable(found), keep: 3, cap: null } };
  const run = await at.runs.start({
    projectId: at.projectId,
    projectName: 'Small school',
    problem,
    variant: 'balanced',
    startName: 'Last year',
    settings: async () => settings,
  });
  const { best } = await ended(run);
  expect(run?.settings.start).toEqual(settings.start);
  expect(run?.log().map(({ text }) => text)).toContain(en.logStart({ name: 'Last year' }));
  const kept = (await timetablesOf(at)).find(({ id }) => id === run?.timetableId());
  expect(kept?.name).toMatch(new RegExp(`· ${en.startChanged}$`));
  expect(kept?.score).toEqual(best === null ? null : evaluate(problem, best).score);
});

test('stopping keeps the best, cancelling does not', async () => {
  const at = await scene();
  const stopped = await at.start(100_000);
  stopped?.stop();
  expect((await ended(stopped)).reason).toBe('stopped');
  expect(await timetablesOf(at)).toHaveLength(1);
  const cancelled = await at.start(100_000);
  cancelled?.cancel();
  expect((await ended(cancelled)).reason).toBe('cancelled');
  expect(await timetablesOf(at)).toHaveLength(1);
});

test('a paused run makes no progress until it is resumed', async () => {
  const at = await scene();
  const run = await at.start(100_000);
  run?.pause();
  expect(run?.state()).toBe('paused');
  const before = run?.series().length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(run?.series().length).toBe(before);
  run?.resume();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(run?.series().length).toBeGreaterThan(before ?? 0);
  run?.stop();
  await ended(run);
});

test('a refused run leaves the reason and can be tried again', async () => {
  const refusal = error('settings.range', 'Too many.');
  const at = await scene({ solver: { ...createFakeSolver(), start: () => failure([refusal]) } });
  expect(await at.start()).toBeNull();
  expect(at.runs.refusal()).toEqual([refusal]);
  expect(at.runs.busy()).toBe(false);
});

test('a failed run names its cause and keeps what was found', async () => {
  const solver = createFakeSolver({ pace: 1 });
  const failing: Services['solver'] = {
    ...solver,
    start(...parts) {
      const started = solver.start(...parts);
      if (!started.ok) return started;
      const outcome = started.value.outcome.then(
        (end): RunOutcome => ({ ...end, reason: 'failed', failure: 'seed 1' }),
      );
      return { ...started, value: { ...started.value, outcome } };
    },
  };
  const at = await scene({ solver: failing });
  const run = await at.start();
  await ended(run);
  expect(run?.state()).toBe('failed');
  expect(run?.log()[1]?.text).toContain('seed 1');
  expect(await timetablesOf(at)).toHaveLength(1);
});

test('the log tells start, first timetable and end', async () => {
  const at = await scene();
  const run = await at.start();
  await ended(run);
  const lines = (run?.log() ?? []).map((entry) => entry.text);
  expect(lines.at(-1)).toContain('seed 1');
  expect(lines.at(-2)).toContain('First timetable');
  expect(lines.some((line) => line.includes(en.stopReason_generations))).toBe(true);
});

test('an interrupted run goes on from its checkpoint as the same run, without the points after it', async () => {
  const at = await scene();
  const run = await at.start(10);
  await ended(run);
  const listed = await at.services.storage.runs.list(at.projectId);
  const best = run?.best();
  if (!listed.ok || listed.value[0] === undefined || best == null) throw new Error('no run');
  const record = { ...listed.value[0], id: 'broken off', state: 'interrupted', reason: null } as const;
  await at.services.storage.runs.enqueue(record, smallSchool);
  const checkpoint = {
    layout: 1,
    generation: 6,
    improvedAt: 1,
    moves: 6,
    seconds: 1,
    islands: [],
    best: best.timetable,
    score: best.score,
  };
  const resumed = await at.runs.start({
    projectId: at.projectId,
    projectName: 'Small school',
    problem,
    variant: record.variant,
    settings: async () => record.settings,
    resume: { checkpoint, record },
  });
  expect(resumed?.id).toBe(record.id);
  await ended(resumed);
  expect(resumed?.series().map((point) => point.generation)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const after = await at.services.storage.runs.list(at.projectId);
  expect(after.ok && after.value).toHaveLength(2);
});

test('what a run stores of each point is by rule kind, not by the hundreds of rules', async () => {
  const byRule = ['r1', 'r2', 'r3'].map((id) => ({ id, kind: 'minDays', hard: false, amount: 1, cost: 5 }));
  const score = { unplaced: 0, hard: 0, soft: 15 };
  const at = await scene({ solver: createFakeSolver({ pace: 1, score: () => ({ score, byRule }) }) });
  await ended(await at.start(3));
  const listed = await at.services.storage.runs.list(at.projectId);
  const [record] = listed.ok ? listed.value : [];
  expect(record?.series.at(-1)?.byRule).toEqual([{ id: 'minDays', kind: 'minDays', hard: false, amount: 3, cost: 15 }]);
});

test('a run with an emphasis searches with other weights, and its best is kept with the score of the own ones', async () => {
  const solver = createFakeSolver({ pace: 1 });
  const weights: (readonly number[])[] = [];
  const start: Services['solver']['start'] = (searched, ...rest) => {
    weights.push(searched.rules.map(({ weight }) => weight));
    return solver.start(searched, ...rest);
  };
  const at = await scene({ solver: { ...solver, start } });
  const run = await at.start(3, 'student-compact');
  await ended(run);
  expect(weights).toEqual([withVariant(problem, 'student-compact').rules.map(({ weight }) => weight)]);
  const [kept] = await timetablesOf(at);
  expect(kept?.name).toContain(en['variant_student-compact']);
  const timetable = valueIn(fromTimetableData(problem, kept?.timetable ?? { assignments: [] }));
  expect(kept?.score).toEqual(evaluate(problem, timetable).score);
  const listed = await at.services.storage.runs.list(at.projectId);
  expect(listed.ok && listed.value[0]?.variant).toBe('student-compact');
});
