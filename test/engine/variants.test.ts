import { expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { amountsByRule, evaluate } from '../../src/domain/evaluate.ts';
import type { ProblemData, RuleData, ScopeTarget } from '../../src/domain/problem-data.ts';
import { type VariantName, withVariant } from '../../src/domain/variants.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { bareSettings } from '../../src/engine/run-contract/run-settings.ts';
import { samples } from '../../src/formats/samples/samples.ts';
import { valueIn } from '../formats/support/files.ts';
import { silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { localPool } from '../support/local-pool.ts';

const module = kernelModule();
const school = samples.school?.();
if (school === undefined) throw new Error('the school is a sample');
/** The school does not mind gaps in the days of its classes, unless the emphasis does. */
const data: ProblemData = { ...school, rules: school.rules.filter(({ id }) => id !== 'gaps-classes') };
const problem = valueIn(buildProblem(data));

function probe(kind: string, of: ScopeTarget, params: RuleData['params'] = {}): RuleData {
  return { id: `probe ${kind} ${of}`, kind, scope: { of }, params, hard: false, weight: 1 };
}

async function amountOf(variant: VariantName, probes: readonly RuleData[]): Promise<number> {
  const settings = { ...bareSettings, population: 4, movesPerIndividual: 200_000 };
  const request = { data: withVariant(problem, variant).data, module, settings, resumeFrom: null };
  const { best, failure } = await startRun(request, localPool(1), silentHooks).outcome;
  if (best === null) throw new Error(failure ?? 'nothing found');
  const judged = valueIn(buildProblem({ ...data, rules: probes }));
  return amountsByRule(judged, evaluate(judged, best))
    .filter(({ id }) => probes.some((rule) => rule.id === id))
    .reduce((sum, { amount }) => sum + amount, 0);
}

it.each([
  ['student-compact', 'gaps of classes', [probe('maxGapsPerDay', 'groups', { max: 0 })]],
  ['instructor-friendly', 'gaps of instructors', [probe('maxGapsPerDay', 'instructors', { max: 0 })]],
  ['room-efficient', 'rooms beyond one for a class', [probe('roomStability', 'courses')]],
  ['even-workload', 'differences of days', [probe('balancedDays', 'groups'), probe('balancedDays', 'instructors')]],
] as const)('the emphasis %s leaves far fewer %s', async (variant, _, probes) => {
  const usual = await amountOf('balanced', probes);
  const emphasised = await amountOf(variant, probes);
  expect(usual).toBeGreaterThan(4);
  expect(emphasised).toBeLessThan(usual / 2);
});
