import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import { Random } from '../../src/domain/random.ts';
import type { Result } from '../../src/domain/result.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { createIslandHost } from '../../src/engine/island-host.ts';
import { bareSettings } from '../../src/engine/run-contract/run-settings.ts';
import { createAnalysis } from '../../src/workers/analysis-client.ts';
import { createAnalysisHost } from '../../src/workers/analysis-host.ts';
import { createSolverFrom } from '../../src/workers/create-solver.ts';
import { createEditing } from '../../src/workers/editing-client.ts';
import { createEditingHost } from '../../src/workers/editing-host.ts';
import { createExplainer } from '../../src/workers/explanation-client.ts';
import { createExplanationHost } from '../../src/workers/explanation-host.ts';
import { formatsApi } from '../../src/workers/formats-api.ts';
import { createFormatsClient, type FormatsClient } from '../../src/workers/formats-client.ts';
import { packedHost } from '../../src/workers/packed-host.ts';
import { checkAnswers } from '../../src/workers/remote.ts';
import { plainCtt } from '../formats/support/ctt-text.ts';
import { textFile, valueIn } from '../formats/support/files.ts';
import { checkAnswer } from '../support/answer-shapes.ts';
import { built } from '../support/build.ts';
import { silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { smallSchool } from '../support/small-school.ts';
import { SpoiledWorker } from './support/spoiled-worker.ts';

const cases = Number(process.env.FUZZ_CASES ?? 300);
/** Fixed, so that what passes once passes again. */
const seed = Number(process.env.FUZZ_SEED ?? 1);
/** Milliseconds after which an end counts as missing: a busy machine takes some. */
const patience = 20_000;

const problem = built(smallSchool);
const timetable = valueIn(fromTimetableData(problem, { assignments: [] }));
const kernel = async () => kernelModule();
const file = textFile('a.ctt', plainCtt);
const score = evaluate(problem, timetable).score;

/** Workers of a client, of which the first gives a spoiled answer. */
function workersOf(make: () => object, at: number, ownSeed: number) {
  const started: SpoiledWorker[] = [];
  const spawn = () => {
    const worker = new SpoiledWorker(make(), started.length === 0 ? { at, seed: ownSeed } : null);
    started.push(worker);
    return worker;
  };
  return { started, spawn };
}

type Workers = ReturnType<typeof workersOf>;

let isChecked = true;

/** It has an answer, or says in a way that can be worded why there is none and what helps. */
function expectTyped(result: Result<unknown>, code: string): void {
  if (!isChecked) return;
  expect(typeof result.ok).toBe('boolean');
  if (result.ok) return;
  const [cause] = result.diagnostics;
  expect(cause?.code).toBe(code);
  expect(cause?.advice).toBeTruthy();
}

interface Client {
  readonly name: string;
  readonly api: () => object;
  /** Answers that its questions get. */
  readonly answers: number;
  /** Asks everything, and says whether what comes of it will do. */
  readonly use: (workers: Workers) => Promise<void>;
  /** Of all cases: some take longer, some have more answers to spoil. */
  readonly share: number;
}

const event = 0;
const wish = { scope: { of: 'events', events: [0, 1] }, cap: 2, budget: { moves: 200 }, seed: 1 } as const;

/** A worker for files ends with each answer, so each question is a client of its own here. */
function ofFiles(name: string, ask: (client: FormatsClient) => Promise<Result<unknown>>): Client {
  return {
    name,
    api: () => formatsApi,
    answers: 1,
    async use({ spawn }) {
      const client = createFormatsClient({ spawn });
      expectTyped(await ask(client), 'file.workerFailed');
      expect((await ask(client)).ok).toBe(true);
      client.dispose();
    },
    share: 0.1,
  };
}

const clients: readonly Client[] = [
  {
    name: 'analysis',
    api: createAnalysisHost,
    answers: 4,
    async use({ spawn }) {
      // Where the worker gives no answer, this thread finds it.
      const analysis = createAnalysis(spawn);
      const { violations } = await analysis.evaluate(problem, timetable);
      if (isChecked) expect(Array.isArray(violations)).toBe(true);
      await analysis.compare(problem, []);
      await analysis.preCheck(problem);
      analysis.dispose();
      expect(await analysis.preCheck(problem)).toEqual(preCheck(problem));
      analysis.dispose();
    },
    share: 0.3,
  },
  {
    name: 'editing',
    api: () => createEditingHost(kernel),
    answers: 9,
    async use({ spawn }) {
      const editing = createEditing(spawn);
      const results = [
        await editing.open(problem, timetable),
        await editing.places(problem, timetable, event),
        await editing.roomChanges(problem, timetable, event, [0, 1], [0]),
        await editing.whyNot(problem, timetable, event, { time: 0, rooms: [0], instructors: [] }),
        await editing.rooms(problem, timetable, event, 0),
        await editing.suggestions(problem, timetable, event, 2),
        await editing.worst(problem, timetable),
        await editing.fixLocally(problem, timetable, wish, () => {}).outcome,
      ];
      for (const result of results) expectTyped(result, 'editing.failed');
      editing.release();
      expect(valueIn(await editing.open(problem, timetable))).toEqual(score);
      editing.release();
    },
    share: 0.2,
  },
  {
    name: 'explanation',
    api: () => createExplanationHost(kernel),
    answers: 1,
    async use({ spawn }) {
      const hooks = { onConflict: () => {}, onTest: () => {} };
      const outcome = await createExplainer(spawn).explain(problem, timetable, hooks).outcome;
      expect(outcome.kind).toMatch(/^(done|failed)$/);
      if (outcome.kind === 'failed') expect(outcome.cause).not.toBe('');
      if (outcome.kind === 'done' && isChecked) expect(typeof outcome.hasUnexplained).toBe('boolean');
    },
    share: 0.03,
  },
  ofFiles('formats, reading', (client) => client.read([file])),
  ofFiles('formats, sheets', (client) => client.readSheets([textFile('rooms.csv', 'Room,Seats\nA,30\n')])),
  ofFiles('formats, writing', (client) => client.write('horarium', { problem: smallSchool, timetables: [] }, null)),
  {
    name: 'island',
    api: () => packedHost(createIslandHost()),
    answers: 10,
    async use({ spawn }) {
      const solver = createSolverFrom({
        spawn: () => {
          const endpoint = spawn();
          return { endpoint, onFailure: () => {}, terminate: () => endpoint.terminate() };
        },
        loadModule: kernel,
        workerCount: 1,
        randomSeed: () => 1,
      });
      const settings = {
        ...bareSettings,
        population: 4,
        generations: 10,
        islands: 1,
        movesPerIndividual: 1000,
        seed: 1,
      };
      const run = valueIn(solver.start(problem, settings, silentHooks));
      const { reason, failure, best } = await run.outcome;
      // One that fails says why, and keeps what was found before.
      expect(reason === 'failed').toBe(failure !== null);
      if (failure !== null) expect(failure).not.toBe('');
      if (best !== null && isChecked) expect(Array.isArray(best.assignments)).toBe(true);
      solver.dispose();
    },
    share: 0.17,
  },
];

async function inTime(work: Promise<void>, place: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It has no end')), patience);
  });
  await Promise.race([work, late])
    .catch((cause: unknown) => {
      throw new Error(`${place}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    })
    .finally(() => clearTimeout(timer));
}

/** How often the answer that was to be spoiled was given at all. */
async function spoil({ name, api, answers, use, share }: Client): Promise<number> {
  let spoiled = 0;
  for (let number = 0; number < Math.ceil((cases / 2) * share); number++) {
    const ownSeed = seed * 1_000_003 + number;
    const workers = workersOf(api, new Random(ownSeed).below(answers), ownSeed);
    await inTime(use(workers), `${name}, case ${number} of seed ${seed}`);
    if (workers.started[0]?.isSpoiled) spoiled++;
    // Nobody holds on to a worker that is not asked any more.
    for (const worker of workers.started) expect(worker.isTerminated).toBe(true);
  }
  return spoiled;
}

describe.each([
  ['where the shapes of answers are checked', checkAnswer],
  ['where nobody checks them, as in the app', null],
])(`a worker that answers what it did not promise, %s (seed ${seed})`, (_, check) => {
  beforeAll(() => {
    isChecked = check !== null;
    checkAnswers(check);
  });
  afterAll(() => checkAnswers(checkAnswer));
  const uncaught: unknown[] = [];
  const onUncaught = (cause: unknown) => void uncaught.push(cause);
  beforeAll(() => void process.on('unhandledRejection', onUncaught));
  afterAll(() => void process.off('unhandledRejection', onUncaught));
  afterEach(() => {
    expect(uncaught.splice(0)).toEqual([]);
  });

  test.each(clients)(
    '$name: its client ends with an answer or a failure that says what to do',
    async (client) => {
      expect(await spoil(client)).toBeGreaterThan(0);
    },
    3_600_000,
  );
});
