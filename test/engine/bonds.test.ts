import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { built } from '../support/build.ts';
import { examWeeks } from '../support/exam-weeks.ts';
import { kernelModule } from '../support/kernel-module.ts';

const release = kernelModule();
const checked = kernelModule('debug');

/** A kernel about to construct one individual; its repair may look at so many candidates. */
function opened(problem: Problem, seed: number, candidates: number, module = release): Kernel {
  const kernel = new Kernel(module, encode(problem), 1);
  kernel.exports.seed(seed, 1);
  kernel.exports.beginRun(1, 570, candidates * 32, 30, 0.1, 50, 0, 1_000_000);
  return kernel;
}

function constructed(kernel: Kernel) {
  while (kernel.exports.constructedCount() === 0) kernel.exports.constructNext();
  return kernel.scoreAt(kernel.exports.addressOfIndividual(0));
}

describe('events that hard rules keep at times of one kind', () => {
  it('begin in the slot of the day in which there are rooms for all of them', () => {
    const problem = built(examWeeks());
    for (let seed = 1; seed <= 8; seed++) {
      expect(constructed(opened(problem, seed, 20_000)), `seed ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });
  it('keeps score and counters right', () => {
    const problem = built(examWeeks());
    const kernel = opened(problem, 1, 20_000, checked);
    kernel.exports.constructNext();
    expect(kernel.workingScore()).toEqual(
      evaluate(problem, decode(problem, kernel.image, kernel.workingGenes())).score,
    );
  });
});
