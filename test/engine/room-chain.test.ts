import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import type { Kernel } from '../../src/engine/kernel.ts';
import { build, type ClassTime, classes, start } from '../support/classes.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';

const anything = 1_000_000;
const tries = 40;
const early: ClassTime = ['1000000', 96, 18];
const late: ClassTime = ['1000000', 108, 18];
const sameRoom = '<distribution type="SameRoom" required="true"><class id="1"/><class id="3"/></distribution>';

/** Positions of the rooms that the events have. */
function roomsIn(problem: Problem, kernel: Kernel): number[] {
  return problem.events.map((_, index) =>
    problem.resourceOfRoom.indexOf(kernel.workingGenes().genes[kernel.image.firstGene[index] ?? 0] ?? -1),
  );
}

/** Tries with other random numbers until one is accepted at no cost. */
function changes(kernel: Kernel, event: number): boolean {
  for (let seed = 0; seed < tries; seed++) if (kernel.exports.tryRoomChange(event, seed, 100, 0) !== 0) return true;
  return false;
}

describe('rooms that change hands', () => {
  it('are exchanged by classes that overlap without meeting at the same time', async () => {
    const problem = await build(
      classes(
        [
          [1, 2],
          [1, 2],
        ],
        [[early], [late]],
        '',
      ),
    );
    const kernel = start(problem, [0, 0], [0, 1]);
    // alone, it would share the room
    const other = problem.resourceOfRoom[1] ?? -1;
    const { exports, image } = kernel;
    const time = problem.events[0]?.times[0]?.index ?? -1;
    expect(exports.peekRelocationHard(0, time, image.firstGene[0] ?? -1, other, -1, -1)).toBeGreaterThan(0);
    expect(changes(kernel, 0)).toBe(true);
    expect(roomsIn(problem, kernel)).toEqual([1, 0]);
    expect(kernel.workingScore().hard).toBe(0);
  });

  it('go on to a third one where the second class may not have the first', async () => {
    const problem = await build(
      classes(
        [
          [1, 2],
          [2, 3],
        ],
        [[early], [late]],
        '',
      ),
    );
    const kernel = start(problem, [0, 0], [0, 1]);
    expect(changes(kernel, 0)).toBe(true);
    expect(roomsIn(problem, kernel)).toEqual([1, 2]);
    expect(kernel.workingScore().hard).toBe(0);
  });

  it('are changed by classes together that have to be in one, and those in the way of either leave', async () => {
    const problem = await build(
      classes(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [[early], [early], [['0100000', 96, 18]]],
        sameRoom,
      ),
    );
    const kernel = start(problem, [0, 0, 0], [0, 1, 0]);
    expect(changes(kernel, 0)).toBe(true);
    expect(roomsIn(problem, kernel)).toEqual([1, 0, 1]);
    expect(kernel.workingScore().hard).toBe(0);
  });

  it('are kept when more events would leave where the run started than may', async () => {
    const problem = await build(
      classes(
        [
          [1, 2],
          [1, 2],
        ],
        [[early], [late]],
        '',
      ),
    );
    for (const [cap, moves] of [
      [1, false],
      [2, true],
    ] as const) {
      const kernel = start(problem, [0, 0], [0, 1]);
      kernel.writeHome(kernel.workingGenes());
      kernel.exports.beginAtHome(cap, 0);
      kernel.exports.loadIndividual(0);
      expect(changes(kernel, 0)).toBe(moves);
    }
  });

  it('are as they were when it is refused', async () => {
    const problem = await build(randomItc2019(new Random(3)));
    const kernel = start(problem, [], []);
    const genes = kernel.workingGenes();
    const score = kernel.workingScore();
    for (let seed = 0; seed < tries; seed++) {
      for (const { index } of problem.events) expect(kernel.exports.tryRoomChange(index, seed, 100, -anything)).toBe(0);
    }
    expect(kernel.workingScore()).toEqual(score);
    expect(kernel.workingGenes()).toEqual(genes);
  });

  it('count right whatever is accepted', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = await build(randomItc2019(new Random(seed)));
      const kernel = start(problem, [], []);
      for (let k = 0; k < tries; k++) {
        for (const { index } of problem.events) kernel.exports.tryRoomChange(index, k, 10, 20);
      }
      const timetable = decode(problem, kernel.image, kernel.workingGenes());
      expect(kernel.workingScore()).toEqual(evaluate(problem, timetable).score);
    }
  });
});
