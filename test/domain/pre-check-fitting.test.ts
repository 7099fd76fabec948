import { describe, expect, test } from 'vitest';
import { eventProofs } from '../../src/domain/pre-check/events.ts';
import { createCountingNames } from '../../src/domain/pre-check/finding.ts';
import { fitsGreedily } from '../../src/domain/pre-check/fitting.ts';
import { groupProofs } from '../../src/domain/pre-check/groups.ts';
import { instructorProofs } from '../../src/domain/pre-check/instructors.ts';
import { packingProofs } from '../../src/domain/pre-check/packing.ts';
import { priceModel } from '../../src/domain/pre-check/price-model.ts';
import { priceProofs } from '../../src/domain/pre-check/price-proofs.ts';
import { roomProofs } from '../../src/domain/pre-check/rooms.ts';
import { timeFlowProofs } from '../../src/domain/pre-check/time-flow.ts';
import { hardLowerBound, preCheck } from '../../src/domain/pre-check.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { built } from '../support/build.ts';
import { enterpriseProblem, enterpriseSize } from '../support/enterprise-problem.ts';
import { randomProblem } from '../support/problems.ts';

/** What all kinds of proofs find, whether or not everything fits. */
function impossibleIn(problem: Problem): string[] {
  const names = createCountingNames(problem);
  const none = new Set<number>();
  return [
    ...eventProofs(problem),
    ...groupProofs(problem, names),
    ...instructorProofs(problem, names, none),
    ...roomProofs(problem, names),
    ...timeFlowProofs(problem, names, 'slots', none),
    ...timeFlowProofs(problem, names, 'stretches', none),
    ...packingProofs(problem, names, none),
    ...priceProofs(problem, names),
  ].flatMap(({ finding }) => (finding.severity === 'impossible' ? finding.code : []));
}

/** The model leaves out what cannot be placed anywhere. */
function fits(problem: Problem): boolean {
  const model = priceModel(problem, problem.events);
  const count = model.demands.reduce((sum, { events }) => sum + events.length, 0);
  return count === problem.events.length && fitsGreedily(model);
}

describe('where all events fit one after the other', () => {
  test('no proof finds anything short, so none has to be looked for', () => {
    const found = { fitting: 0, short: 0 };
    for (let seed = 1; seed <= 150; seed++) {
      const problem = built(randomProblem(new Random(seed), { eventCount: 3 + (seed % 12) }));
      const short = impossibleIn(problem);
      if (short.length > 0) found.short++;
      if (!fits(problem)) continue;
      found.fitting++;
      expect(short, `seed ${seed}`).toEqual([]);
    }
    expect(found.fitting).toBeGreaterThan(10);
    expect(found.short).toBeGreaterThan(10);
  });

  test('a large university is done with', () => {
    const problem = built(enterpriseProblem(enterpriseSize(1)).problem);
    expect(fits(problem)).toBe(true);
    expect(preCheck(problem).filter(({ severity }) => severity === 'impossible')).toEqual([]);
    expect(hardLowerBound(problem)).toBe(0);
  });
});
