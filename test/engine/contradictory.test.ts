import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { hardLowerBound } from '../../src/domain/pre-check.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { bareSettings } from '../../src/engine/run-contract/run-settings.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { contradictoryProblem } from '../support/contradictory-problems.ts';
import { silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { localPool } from '../support/local-pool.ts';

const module = kernelModule('debug');
const problemsOfKind = 8;
const largest = 2 ** 31 - 1;

/** The whole way of a file: a reason why not, or a timetable whose score the reference agrees with. */
async function outcomeOf(data: ProblemData): Promise<'refused' | 'solved'> {
  const bytes = printHorarium({ problem: data, timetables: [] });
  const read = await readFiles([{ name: 'tiny.horarium.json', bytes }]);
  if (!read.ok) {
    expectReasons(read.diagnostics);
    return 'refused';
  }
  const problem = valueIn(buildProblem(read.value.problem));
  const bound = hardLowerBound(problem);
  const settings = { ...bareSettings, population: 4, generations: 10, movesPerIndividual: 1000 };
  const request = { data: problem.data, module, settings, resumeFrom: null };
  const { best, score, failure } = await startRun(request, localPool(1), silentHooks).outcome;
  if (failure !== null) {
    // the only thing that is found out so late
    expect(failure).toMatch(/could not be (counted|added up)/);
    return 'refused';
  }
  if (best === null || score === null) throw new Error('neither a timetable nor a reason');
  expect(evaluate(problem, best).score).toEqual(score);
  for (const part of Object.values(score)) expect(part >= 0 && part <= largest).toBe(true);
  expect(bound).toBeLessThanOrEqual(score.unplaced + score.hard);
  return 'solved';
}

function expectReasons(diagnostics: readonly Diagnostic[]): void {
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  for (const { code, place, message } of diagnostics) {
    expect(code).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(place).toBeTruthy();
    expect(message).not.toMatch(/undefined|\[object|NaN/);
  }
}

describe('a tiny problem that contradicts itself', () => {
  it.each(ruleDefinitions.map(({ id }, index) => [id, index] as const))(
    'is refused with a reason or solved as the reference counts, with %s',
    async (_, index) => {
      const definition = ruleDefinitions[index];
      if (definition === undefined) throw new Error('no such kind');
      await fc.assert(
        fc.asyncProperty(contradictoryProblem(definition, ruleDefinitions), async (data) => {
          await outcomeOf(data);
        }),
        { seed: 20_260 + index, numRuns: problemsOfKind },
      );
    },
  );

  it('is solved often enough for that to mean something', async () => {
    let solved = 0;
    const samples = ruleDefinitions.flatMap((definition, index) =>
      fc.sample(contradictoryProblem(definition, ruleDefinitions), { seed: 20_260 + index, numRuns: 2 }),
    );
    for (const data of samples) if ((await outcomeOf(data)) === 'solved') solved++;
    expect(solved).toBeGreaterThan(samples.length / 4);
  });
});
