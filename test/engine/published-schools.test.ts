import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import { valueIn } from '../formats/support/files.ts';
import { datasetPath } from '../support/datasets.ts';
import { kernelModule } from '../support/kernel-module.ts';

const fet = datasetPath('fet');
/** Of the first repair. A million take about a fifth of a second. */
const mostCandidates = 5_000_000;
/** Moves of which a first repair may use an eighth, four for each candidate. */
const moves = mostCandidates * 8 * 4;

function firstIndividual(problem: Problem, seed: number) {
  const kernel = new Kernel(kernelModule(), encode(problem), 2);
  kernel.exports.seed(seed, 1);
  kernel.exports.beginRun(2, 570, moves, 30, 0.1, 50, 0, 1_000_000);
  while (kernel.exports.constructedCount() === 0) kernel.exports.constructNext();
  return kernel.scoreAt(kernel.exports.addressOfIndividual(0));
}

describe.runIf(fet !== null)('published schools', () => {
  it.each(['anna-university', 'reva-university', 'sharif-university', 'spain-secondary', 'telpolytech-even'])(
    '%s is completed by the first repair, whatever the seed',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(fet ?? '', `${name}.fet`)));
      const content = valueIn(await fetReader.read([{ name: `${name}.fet`, bytes }]));
      const problem = valueIn(buildProblem(content.problem));
      for (let seed = 1; seed <= 6; seed++) {
        expect(firstIndividual(problem, seed), `seed ${seed}`).toMatchObject({ unplaced: 0, hard: 0 });
      }
    },
  );
});
