import { createRoot } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { error } from '../../src/domain/diagnostic.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { packTimetable } from '../../src/domain/packed-timetable.ts';
import { failure } from '../../src/domain/result.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { type VariantName, withVariant } from '../../src/domain/variants.ts';
import type { RunOutcome } from '../../src/engine/run-contract/run-events.ts';
import { engineVersion } from '../../src/engine/run-contract/run-version.ts';
import type { Services } from '../../src/ui/services.tsx';
import { type ActiveRun, createRunController, type RunController } from '../../src/ui/state/runs/run.ts';
import { runEventText } from '../../src/ui/state/runs/run-event-text.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { valueIn } from '../formats/support/files.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { createFakeSolver, fakeSettings } from '../support/fake-solver.ts';
import { builtSmallSchool, smallSchool } from '../support/small-school.ts';

const problem = builtSmallSchool();
const text = createTranslate(() => en);

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
  const runs = createRoot(() => createRunController(services, text));
  const start = (generations = 10, variant: VariantName = 'balanced') =>
    runs.start({
      projectId,
      projectName: 'Small school',
      problem,
      variant,
      settings: { ...fakeSettings, generations },
    });
  return { services, runs, projectId, start };
}

/** A run that is shown, and is being stored. */
async function shownBeforeStored({ runs, projectId }: Scene) {
  const settings = { seconds: 5, pace: null, typed: {} };
  const starting = runs.start({ projectId, projectName: 'Small school', problem, variant: 'balanced', settings });
  return { shown: await vi.waitUntil(() => runs.current()), starting };
}

/** Its turn has come and there is progress to speak of. */
async function begun(run: ActiveRun | null): Promise<ActiveRun> {
  await vi.waitUntil(() => run?.progress() !== null);
  if (run === null) throw new Error('no run');
  return run;
}

async function ended(run: ActiveRun | null): Promise<RunOutcome> {
  if (run === null) throw new Error('refused');
  return vi.waitUntil(() => run.outcome(), { timeout: 20_000 });
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
  await ended(first);
  await vi.waitUntil(() => !at.runs.busy());
  expect(solver.starts()).toBe(1);
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
  expect(listed.ok && listed.value[0]?.series).toHaveLength(10);
});

test('a run from a timetable is told to the solver, named after it, and judged without the cost of differences', async () => {
  const at = await scene();
  const first = await at.start();
  const found = (await ended(first)).best;
  if (found === null) throw new Error('nothing found');
  const settings = { ...fakeSettings, generations: 10, start: { timetable: packTimetable(found), keep: 3, cap: null } };
  const run = await at.runs.start({
    projectId: at.projectId,
    projectName: 'Small school',
    problem,
    variant: 'balanced',
    startName: 'Last year',
    settings,
  });
  const { best } = await ended(run);
  expect(run?.settings.start).toEqual(settings.start);
  expect(run?.log()).toContainEqual(expect.objectContaining({ kind: 'started', name: 'Last year' }));
  const kept = (await timetablesOf(at)).find(({ id }) => id === run?.timetableId());
  expect(kept?.name).toMatch(new RegExp(`· ${en.startChanged}$`));
  expect(kept?.score).toEqual(best === null ? null : evaluate(problem, best).score);
});

test('timetables of runs that began in the same minute have different names', async () => {
  const at = await scene();
  const runs = [];
  for (let count = 0; count < 3; count++) {
    const run = await at.start(10 + count);
    await ended(run);
    await vi.waitUntil(() => !at.runs.busy());
    runs.push(run);
  }
  const names = new Map((await timetablesOf(at)).map(({ id, name }) => [id, name]));
  const [first = '', ...others] = runs.map((run) => names.get(run?.timetableId() ?? ''));
  expect(others).toEqual([`${first} (2)`, `${first} (3)`]);
  expect(runs[1]?.log()).toContainEqual(expect.objectContaining({ kind: 'kept', name: `${first} (2)` }));
  expect(await at.services.storage.timetables.names('another project')).toMatchObject({ value: [] });
});

test('stopping keeps the best, cancelling does not', async () => {
  const at = await scene();
  const stopped = await begun(await at.start(2000));
  stopped.stop();
  expect(stopped.state()).toBe('cancelling');
  expect((await ended(stopped)).reason).toBe('stopped');
  expect(stopped.state()).toBe('completed');
  expect(await timetablesOf(at)).toHaveLength(1);
  const cancelled = await begun(await at.start(2000));
  cancelled.cancel();
  expect((await ended(cancelled)).reason).toBe('cancelled');
  expect(cancelled.state()).toBe('cancelled');
  expect(await timetablesOf(at)).toHaveLength(1);
  const listed = await at.services.storage.runs.list(at.projectId);
  expect(listed.ok && listed.value.map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
    'cancelled cancelled',
    'completed stopped',
  ]);
});

test('a run that is discarded before its turn says so, and is not brought on', async () => {
  const at = await scene();
  const { shown, starting } = await shownBeforeStored(at);
  shown.cancel();
  expect(await starting).toBe(shown);
  expect(shown.state()).toBe('cancelled');
  expect(shown.outcome()).toMatchObject({ reason: 'cancelled', best: null });
  expect(shown.notStored()).toBeNull();
  expect(shown.log().map(({ kind }) => kind)).toEqual(['queued', 'ended']);
  expect(valueIn(await at.services.storage.runs.active())).toEqual([]);
  // The next one is not held up.
  const next = await begun(await at.start());
  expect(next.id).not.toBe(shown.id);
});

test('a run that is held back before it is stored waits until it is resumed', async () => {
  const at = await scene();
  const { shown, starting } = await shownBeforeStored(at);
  shown.pause();
  expect(await starting).toBe(shown);
  expect(shown.notStored()).toBeNull();
  expect(valueIn(await at.services.storage.runs.active())).toMatchObject([{ id: shown.id, state: 'paused' }]);
  // A look at the queue that finds nothing to bring on.
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(shown.state()).toBe('paused');
  expect(shown.log().map(({ kind }) => kind)).toEqual(['queued', 'paused']);
  shown.resume();
  const run = await begun(shown);
  run.cancel();
  await ended(run);
});

test('a paused run makes no progress until it is resumed', async () => {
  const at = await scene();
  const run = await begun(await at.start(2000));
  run.pause();
  expect(run.state()).toBe('paused');
  const before = run.series().length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(run.series().length).toBe(before);
  run.resume();
  await vi.waitUntil(() => run.series().length > before);
  run.stop();
  await ended(run);
});

test('settings out of range are refused before anything is stored, and can be corrected', async () => {
  const at = await scene();
  expect(await at.start(2001)).toBeNull();
  expect(at.runs.refusal().map(({ code }) => code)).toEqual(['settings.range']);
  expect(at.runs.busy()).toBe(false);
  await ended(await at.start());
  expect(at.runs.refusal()).toEqual([]);
  const listed = await at.services.storage.runs.list(at.projectId);
  expect(listed.ok && listed.value).toHaveLength(1);
});

test('what the solver refuses fails with the reason', async () => {
  const refusal = error('run.start', 'The start is not one of this problem.');
  const at = await scene({ solver: { ...createFakeSolver(), start: () => failure([refusal]) } });
  const run = await at.start();
  expect((await ended(run)).reason).toBe('failed');
  expect(run?.error()).toEqual({ code: 'run.start', message: refusal.message });
  const stored = await at.services.storage.runs.get(run?.id ?? '');
  expect(stored.ok && stored.value).toMatchObject({ state: 'failed', error: { code: 'run.start' } });
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
  expect(run?.log()).toContainEqual(expect.objectContaining({ kind: 'failed', name: 'seed 1' }));
  expect(await timetablesOf(at)).toHaveLength(1);
});

test('the log tells start, first timetable and end', async () => {
  const at = await scene();
  const run = await at.start();
  await ended(run);
  if (run === null) throw new Error('no run');
  expect(run.log().map(({ kind }) => kind)).toEqual(['queued', 'started', 'first', 'ended', 'kept']);
  const lines = run.log().map((event) => runEventText(event, run, text));
  expect(lines[1]).toContain('seed 1');
  expect(lines[2]).toContain('First timetable');
  expect(lines[3]).toContain(en.stopReason_generations);
  const stored = await at.services.storage.runs.get(run.id);
  expect(stored.ok && stored.value.log).toEqual(run.log());
});

test('a better timetable that still breaks hard rules is told with what has become better', async () => {
  const at = await scene();
  const run = await at.start();
  await ended(run);
  const [queued] = run?.log() ?? [];
  if (run === null || queued === undefined) throw new Error('no run');
  const better = { ...queued, kind: 'better', score: { unplaced: 0, hard: 7, soft: 3 } } as const;
  expect(runEventText(better, run, text)).toBe('Hard amount 7, soft cost 3');
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
    engine: engineVersion,
    generation: 6,
    improvedAt: 1,
    moves: 6,
    seconds: 1,
    islands: [],
    best: best.timetable,
    score: best.score,
    settled: best,
  };
  await at.services.storage.checkpoints.put(record.id, checkpoint);
  const moved = await at.runs.resume(record.id);
  expect(moved.ok).toBe(true);
  await vi.waitUntil(() => at.runs.current()?.id === record.id);
  const resumed = at.runs.current();
  await ended(resumed);
  expect(resumed?.series().map((point) => point.generation)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(resumed?.log()).toContainEqual(expect.objectContaining({ kind: 'resumed', generation: 6 }));
  const after = await at.services.storage.runs.list(at.projectId);
  expect(after.ok && after.value.map(({ state }) => state)).toEqual(['completed', 'completed']);
  expect(after.ok && after.value.find(({ id }) => id === record.id)?.series).toEqual(resumed?.series());
});

test('what a run stores of each point is by rule kind, not by the hundreds of rules', async () => {
  const byRule = ['r1', 'r2', 'r3'].map((id) => ({ id, kind: 'minDays', hard: false, amount: 1, cost: 5 }));
  const score = { unplaced: 0, hard: 0, soft: 15 };
  const at = await scene({ solver: createFakeSolver({ pace: 1, score: () => ({ score, byRule }) }) });
  await ended(await at.start(10));
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
  const run = await at.start(10, 'student-compact');
  await ended(run);
  expect(weights).toEqual([withVariant(problem, 'student-compact').rules.map(({ weight }) => weight)]);
  const [kept] = await timetablesOf(at);
  expect(kept?.name).toContain(en['variant_student-compact']);
  const timetable = valueIn(fromTimetableData(problem, kept?.timetable ?? { assignments: [] }));
  expect(kept?.score).toEqual(evaluate(problem, timetable).score);
  const listed = await at.services.storage.runs.list(at.projectId);
  expect(listed.ok && listed.value[0]?.variant).toBe('student-compact');
});
