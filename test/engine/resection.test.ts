import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';
import { kernelModule } from '../support/kernel-module.ts';

const module = kernelModule('debug');
const anything = 1_000_000;
const tries = 40;
const monday = '<time days="1000000" start="96" length="18" weeks="11"';
const tuesday = '<time days="0100000" start="96" length="18" weeks="11"';
const wednesday = '<time days="0010000" start="96" length="18" weeks="11"';

async function build(xml: string): Promise<Problem> {
  const bytes = new TextEncoder().encode(xml);
  return valueIn(buildProblem(valueIn(await readFiles([{ name: 'problem.xml', bytes }])).problem));
}

/**
 * Class 1 would rather meet on Tuesday, when all its students are in class 3; class 2 is the same as class 1, and has
 * room for `limit` students.
 */
function crowded(limit: number): string {
  const classes = [
    `<class id="1" limit="9" room="false">${monday} penalty="4"/>${tuesday} penalty="0"/></class>`,
    `<class id="2" limit="${limit}" room="false">${wednesday} penalty="0"/></class>`,
  ];
  const students = [1, 2, 3].map((id) => `<student id="${id}"><course id="1"/><course id="2"/></student>`);
  return [
    '<problem name="crowded" nrDays="7" slotsPerDay="288" nrWeeks="2">',
    '<optimization time="1" room="1" distribution="1" student="3"/>',
    '<rooms/>',
    `<courses><course id="1"><config id="1"><subpart id="1">${classes.join('')}</subpart></config></course>`,
    `<course id="2"><config id="2"><subpart id="2"><class id="3" limit="9" room="false">${tuesday} penalty="0"/>`,
    '</class></subpart></config></course></courses>',
    `<distributions/><students>${students.join('')}</students></problem>`,
  ].join('');
}

function start(problem: Problem): Kernel {
  const kernel = new Kernel(module, encode(problem), 1);
  const genes = kernel.emptyGenes();
  problem.events.forEach((event, index) => {
    genes.times[index] = event.times[0]?.index ?? 0;
    const [room] = event.rooms;
    if (room !== undefined) genes.genes[kernel.image.firstGene[index] ?? 0] = problem.resourceOfRoom[room.index] ?? 0;
  });
  genes.choices.fill(0);
  kernel.writeGenes(kernel.exports.addressOfIndividual(0), genes);
  kernel.exports.seed(1, 1);
  kernel.exports.loadIndividual(0);
  return kernel;
}

function reference(problem: Problem, kernel: Kernel) {
  return evaluate(problem, decode(problem, kernel.image, kernel.workingGenes())).score;
}

function moved(kernel: Kernel, request: number, threshold: number): boolean {
  for (let seed = 0; seed < tries; seed++) {
    if (kernel.exports.tryResectioning(request, seed, 100, threshold) !== 0) return true;
  }
  return false;
}

describe('an event that moves away from its students', () => {
  it('sends them to another class where there is room', async () => {
    const problem = await build(crowded(9));
    const kernel = start(problem);
    expect(kernel.workingScore()).toMatchObject({ hard: 0, soft: 4 });
    expect(moved(kernel, 0, 0)).toBe(true);
    expect(kernel.workingScore()).toMatchObject({ hard: 0, soft: 0 });
    expect(reference(problem, kernel)).toEqual(kernel.workingScore());
  });

  it('stays where it is when they have nowhere to go', async () => {
    const problem = await build(crowded(1));
    const kernel = start(problem);
    const genes = kernel.workingGenes();
    const score = kernel.workingScore();
    // two of three stay, at 3 each, and a penalty of 4 is saved
    expect(moved(kernel, 0, 1)).toBe(false);
    expect(kernel.workingGenes()).toEqual(genes);
    expect(kernel.workingScore()).toEqual(score);
    expect(moved(kernel, 0, 2)).toBe(true);
    expect(reference(problem, kernel)).toEqual(kernel.workingScore());
  });

  it('counts right whatever is accepted, and takes back what is not', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = await build(randomItc2019(new Random(seed)));
      const kernel = start(problem);
      const genes = kernel.workingGenes();
      for (let k = 0; k < tries; k++) {
        for (let request = 0; request < kernel.image.requestCount; request++)
          kernel.exports.tryResectioning(request, k, 10, -anything);
      }
      expect(kernel.workingGenes()).toEqual(genes);
      for (let k = 0; k < tries; k++) {
        for (let request = 0; request < kernel.image.requestCount; request++)
          kernel.exports.tryResectioning(request, k, 10, 5);
      }
      expect(kernel.workingScore()).toEqual(reference(problem, kernel));
    }
  });
});
