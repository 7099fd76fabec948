import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { built } from '../support/build.ts';
import { buildingsSchool } from '../support/buildings-school.ts';
import { kernelModule } from '../support/kernel-module.ts';

/** A kernel about to construct one individual; its repair may look at so many candidates. */
function opened(problem: Problem, seed: number, candidates: number, module: WebAssembly.Module): Kernel {
  const kernel = new Kernel(module, encode(problem), 1);
  kernel.exports.seed(seed, 1);
  kernel.exports.beginRun(1, 570, candidates * 32, 30, 0.1, 50, 0, 1_000_000);
  return kernel;
}

describe('a school in which teachers need a free slot between buildings', () => {
  it('is completed: who would be too near in another building leaves', () => {
    for (let number = 1; number <= 3; number++) {
      const problem = built(buildingsSchool(number));
      // which needs 90,000 to 220,000
      const kernel = opened(problem, number, 800_000, kernelModule());
      while (kernel.exports.constructedCount() === 0) kernel.exports.constructNext();
      const found = kernel.scoreAt(kernel.exports.addressOfIndividual(0));
      expect(found, `school ${number}`).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });

  it('keeps its score right from slice to slice', () => {
    const problem = built(buildingsSchool(1));
    const kernel = opened(problem, 1, 60_000, kernelModule('debug'));
    while (kernel.exports.constructedCount() === 0) {
      kernel.exports.constructNext();
      const genes = kernel.workingGenes();
      expect(kernel.workingScore()).toEqual(evaluate(problem, decode(problem, kernel.image, genes)).score);
    }
  });
});
