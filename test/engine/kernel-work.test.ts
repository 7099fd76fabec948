import { describe, expect, test } from 'vitest';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { departmentSample } from '../../src/formats/samples/department.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { built } from '../support/build.ts';
import { countedKernel, counting, executed } from '../support/counted-kernel.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { manyRulesProblem } from '../support/many-rules-problem.ts';

const population = 2;
const levels = 570;
const movesPerIndividual = 30_000;

interface Work {
  /** Instructions for each event of a timetable that is constructed. */
  readonly construction: number;
  /** Instructions a move after that: what is done once a level or a generation is included. */
  readonly search: number;
  readonly moves: number;
  readonly genes: unknown;
}

/** One short run down the whole ladder. */
function search(module: WebAssembly.Module, data: ProblemData): Work {
  const image = encode(built(data));
  const kernel = new Kernel(module, image, population);
  const { exports } = kernel;
  exports.seed(11, 1);
  exports.beginRun(
    population,
    levels,
    movesPerIndividual,
    30 * image.softUnit,
    0.1 * image.softUnit,
    image.chainEvery,
    500_000,
    900_000,
  );
  const begun = executed(exports);
  while (exports.constructNext() !== 0);
  const constructed = executed(exports);
  const before = exports.movesSoFar();
  for (const end of [levels / 2, levels]) {
    exports.beginEpoch(end);
    while (exports.stepEpoch(10_000) !== 0);
    exports.endEpoch(1);
  }
  const moves = exports.movesSoFar() - before;
  return {
    construction: (constructed - begun) / (population * image.eventCount),
    search: (executed(exports) - constructed) / moves,
    moves,
    genes: kernel.genesAt(exports.addressOfBest()),
  };
}

const department = (): ProblemData => departmentSample().problem;
const school = (): ProblemData => schoolSample().problem;

/**
 * What placing an event and evaluating a move may cost, in instructions of WebAssembly: what was counted, and a twentieth more. Where a change
 * makes the search better at a higher price, the price is raised with it; where it makes moves cheaper, it is lowered.
 */
const problems = [
  { name: 'the department', problem: department, most: { construction: 30_036, search: 2_141 } },
  {
    name: 'the department with twenty kinds of rules',
    problem: manyRulesProblem,
    most: { construction: 33_989, search: 2_399 },
  },
  { name: 'the school', problem: school, most: { construction: 8_689, search: 2_094 } },
] as const;

describe('the work of the kernel', () => {
  const module = countedKernel();

  test.each(problems)('costs no more instructions than it did in $name', ({ name, problem, most }) => {
    const { construction, search: move, moves } = search(module, problem());
    console.info(`${name}: ${Math.round(construction)} to place an event, ${Math.round(move)} a move (${moves} moves)`);
    expect(moves).toBeGreaterThan(40_000);
    expect(construction).toBeLessThanOrEqual(most.construction);
    expect(move).toBeLessThanOrEqual(most.search);
  });

  test('is counted without changing what it finds, and is the same each time', () => {
    const counted = search(module, school());
    expect(search(module, school())).toEqual(counted);
    expect(search(kernelModule(), school()).genes).toEqual(counted.genes);
  });
});

/**
 * A module with the function `sum(n)`, which adds n, n-1, … 1 in a loop, with a branch for even numbers: 1 instruction
 * before the loop, in it 14 a round and 1 more where the number is even, and 1 after it.
 */
const sumModule = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // type: i32 -> i32; function; a global that nobody uses; export
  ...[1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f],
  ...[3, 2, 1, 0],
  ...[6, 6, 1, 0x7f, 1, 0x41, 0, 0x0b],
  ...[7, 7, 1, 3, 0x73, 0x75, 0x6d, 0, 0],
  ...[10, 38, 1, 36, 1, 1, 0x7f],
  0x01,
  ...[0x03, 0x40],
  ...[0x20, 0, 0x20, 1, 0x6a, 0x21, 1],
  ...[0x20, 0, 0x41, 1, 0x71, 0x45, 0x04, 0x40, 0x01, 0x0b],
  ...[0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0],
  0x0b,
  ...[0x20, 1],
  0x0b,
]);

describe('a module that counts', () => {
  test.each([
    { rounds: 1, instructions: 1 + 14 + 1 },
    { rounds: 10, instructions: 1 + 10 * 14 + 5 + 1 },
    { rounds: 1000, instructions: 1 + 1000 * 14 + 500 + 1 },
  ])('knows what $rounds rounds have executed', ({ rounds, instructions }) => {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(counting(sumModule)));
    const sum = exports.sum as (rounds: number) => number;
    expect(sum(rounds)).toBe((rounds * (rounds + 1)) / 2);
    expect(executed(exports)).toBe(instructions);
  });
});
