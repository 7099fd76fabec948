import { expose } from 'comlink';
import { expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { AnalysisApi } from '../../src/workers/analysis-api.ts';
import { createAnalysis } from '../../src/workers/analysis-client.ts';
import { valueIn } from '../formats/support/files.ts';
import { smallSchool } from '../support/small-school.ts';

const problem = valueIn(buildProblem(smallSchool));

/** A worker's end that only says what was asked of it. */
function fakeWorker() {
  const asked: string[] = [];
  const api: AnalysisApi = {
    open: () => void asked.push('open'),
    evaluate: () => ({ score: { unplaced: 0, hard: 0, soft: 0 }, violations: [] }),
    compare: () => [],
    preCheck: () => {
      asked.push('preCheck');
      return [];
    },
  };
  const spawn = () => {
    asked.push('start');
    const { port1, port2 } = new MessageChannel();
    expose(api, port2);
    return Object.assign(port1, {
      terminate() {
        asked.push('end');
        port1.close();
      },
    });
  };
  return { asked, spawn };
}

test('a problem is opened once for all questions in a row', async () => {
  const { asked, spawn } = fakeWorker();
  const analysis = createAnalysis(spawn);
  await Promise.all([analysis.preCheck(problem), analysis.preCheck(problem)]);
  analysis.dispose();
  expect(asked).toEqual(['start', 'open', 'preCheck', 'preCheck', 'end']);
});

test('at rest, it ends once everything is answered, and begins again with the next question', async () => {
  const { asked, spawn } = fakeWorker();
  const analysis = createAnalysis(spawn);
  const answer = analysis.preCheck(problem);
  analysis.rest();
  expect(await answer).toEqual([]);
  await analysis.preCheck(problem);
  analysis.dispose();
  expect(asked).toEqual(['start', 'open', 'preCheck', 'end', 'start', 'open', 'preCheck', 'end']);
});
