import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { createAnalysis } from '../../src/workers/analysis-client.ts';
import { createAnalysisHost } from '../../src/workers/analysis-host.ts';
import { createEditing } from '../../src/workers/editing-client.ts';
import { createEditingHost } from '../../src/workers/editing-host.ts';
import { createExplainer } from '../../src/workers/explanation-client.ts';
import { createExplanationHost } from '../../src/workers/explanation-host.ts';
import { formatsApi } from '../../src/workers/formats-api.ts';
import { createFormatsClient } from '../../src/workers/formats-client.ts';
import { serve } from '../../src/workers/serve.ts';
import { onWorkerFailure } from '../../src/workers/worker-failures.ts';
import { plainCtt } from '../formats/support/ctt-text.ts';
import { codesOf, textFile, valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { smallSchool } from '../support/small-school.ts';
import { createFakeLocks, type Fate, stubBrowser } from './support/fake-browser.ts';

const problem = valueIn(buildProblem(smallSchool));
const empty = valueIn(fromTimetableData(problem, { assignments: [] }));
const file = textFile('a.ctt', plainCtt);

function browserWith(...fates: Fate[]) {
  const apis = {
    formats: formatsApi,
    analysis: createAnalysisHost(),
    editing: createEditingHost(async () => kernelModule()),
    explanation: createExplanationHost(async () => kernelModule()),
  };
  return stubBrowser(apis, fates);
}

let failures: string[] = [];
onWorkerFailure(({ worker, message }) => failures.push(`${worker}: ${message}`));
beforeEach(() => {
  failures = [];
  // Only the looks at workers that are to load: messages take their time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a worker that ends without a word while it is waited for', () => {
  test('fails the files, and the next ones have a new worker', async () => {
    const { started } = browserWith('dies');
    const client = createFormatsClient();
    const both = await Promise.all([client.read([file]), client.readSheets([file])]);
    expect(both.map(codesOf)).toEqual([['file.workerFailed'], ['file.workerFailed']]);
    expect(failures).toEqual(['formats: A worker ended without a word']);
    expect(valueIn(await client.read([file])).source).toBe('ctt');
    expect(started).toEqual(['formats', 'formats']);
  });

  test('leaves the judging to the page, and what comes next to a new worker', async () => {
    const { started } = browserWith('dies');
    const analysis = createAnalysis();
    expect(await analysis.preCheck(problem)).toEqual(preCheck(problem));
    expect(started).toHaveLength(1);
    expect((await analysis.evaluate(problem, empty)).score).toEqual(evaluate(problem, empty).score);
    expect(started).toEqual(['analysis', 'analysis']);
    expect(failures).toHaveLength(1);
    analysis.dispose();
  });

  test('is replaced once for a question about a change', async () => {
    const { started } = browserWith('dies', 'works', 'dies', 'dies');
    const editing = createEditing();
    expect(valueIn(await editing.open(problem, empty))).toEqual(evaluate(problem, empty).score);
    editing.release();
    expect(codesOf(await editing.open(problem, empty))).toEqual(['editing.failed']);
    expect(started).toHaveLength(4);
    expect((await editing.open(problem, empty)).ok).toBe(true);
    editing.release();
  });

  test('fails the search for conflicts, and the next one has a new worker', async () => {
    const { started } = browserWith('dies');
    const explainer = createExplainer();
    const hooks = { onConflict: () => {}, onTest: () => {} };
    const { kind } = await explainer.explain(problem, empty, hooks).outcome;
    expect(kind).toBe('failed');
    expect((await explainer.explain(problem, empty, hooks).outcome).kind).toBe('done');
    expect(started).toHaveLength(2);
  });
});

describe('a worker that does not load', () => {
  test('has failed after 20 s, and the next call has a new one', async () => {
    browserWith('never loads');
    const client = createFormatsClient();
    const read = client.read([file]);
    vi.advanceTimersByTime(20_000);
    expect(codesOf(await read)).toEqual(['file.workerFailed']);
    expect(failures).toEqual(['formats: A worker could not be started: no answer within 20 s']);
    expect((await client.read([file])).ok).toBe(true);
  });

  test('is waited for until then, and then has all the time that its work takes', async () => {
    const { started, arrive } = browserWith('loads late');
    const analysis = createAnalysis();
    const answer = analysis.preCheck(problem);
    await vi.waitUntil(() => started.length === 1);
    vi.advanceTimersByTime(19_500);
    arrive();
    expect(await answer).toEqual(preCheck(problem));
    vi.advanceTimersByTime(600_000);
    await analysis.evaluate(problem, empty);
    expect([started, failures]).toEqual([['analysis'], []]);
    analysis.dispose();
  });
});

test('a worker that is ended by its client is no failure, whether it has loaded or not', async () => {
  const { terminated } = browserWith('works', 'never loads');
  const client = createFormatsClient();
  expect((await client.read([file])).ok).toBe(true);
  const waiting = client.read([file]);
  client.dispose();
  expect(codesOf(await waiting)).toEqual(['file.workerFailed']);
  vi.advanceTimersByTime(60_000);
  await new Promise((goOn) => setTimeout(goOn, 20));
  expect(terminated).toEqual(['formats', 'formats']);
  expect(failures).toEqual([]);
});

test('a worker begins with what it is asked once the page knows that it is there', async () => {
  const done: unknown[] = [];
  let hear: (event: Event) => void = () => {};
  const locks = createFakeLocks();
  let grant: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    grant = resolve;
  });
  vi.stubGlobal('navigator', {
    locks: { request: (name: string, use: () => unknown) => opened.then(() => locks.request(name, use)) },
  });
  vi.stubGlobal('postMessage', (message: object) => void done.push(...Object.keys(message)));
  vi.stubGlobal('addEventListener', (type: string, listener: (event: Event) => void) => {
    if (type === 'message') hear = listener;
  });
  serve({ work: () => void done.push('work') });
  hear(new MessageEvent('message', { data: { id: '1', type: 'APPLY', path: ['work'], argumentList: [] } }));
  await new Promise((goOn) => setTimeout(goOn, 5));
  expect(done).toEqual([]);
  grant();
  await vi.waitUntil(() => done.includes('work'));
  expect(done.slice(0, 2)).toEqual(['presentAs', 'work']);
});
