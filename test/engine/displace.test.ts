import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { decode } from '../../src/engine/decode.ts';
import type { Kernel } from '../../src/engine/kernel.ts';
import { build, classes, mornings, start } from '../support/classes.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';

const anything = 1_000_000;
const tries = 40;

/** Tries with other random numbers until one is accepted at no cost. */
function displaced(kernel: Kernel, event: number): boolean {
  for (let seed = 0; seed < tries; seed++) if (kernel.exports.tryDisplacement(event, seed, 100, 0) !== 0) return true;
  return false;
}

describe('an event and those who have to follow it', () => {
  it.each(['SameDays', 'Overlap'])('stays with its partner under %s', async (type) => {
    const rule = `<distribution type="${type}" required="true"><class id="1"/><class id="2"/></distribution>`;
    const problem = await build(classes([[1], [2]], mornings, rule));
    const kernel = start(problem, [0, 0], [0, 1]);
    // alone, either of them breaks the rule
    const tuesday = problem.events[0]?.times[1]?.index ?? -1;
    expect(kernel.exports.peekRelocationHard(0, tuesday, -1, -1, -1, -1)).toBeGreaterThan(0);
    expect(displaced(kernel, 0)).toBe(true);
    expect([...kernel.workingGenes().times]).toEqual([tuesday, tuesday]);
    expect(kernel.workingScore().hard).toBe(0);
  });

  it('stays when more events would leave where the run started than may', async () => {
    const rule = '<distribution type="SameDays" required="true"><class id="1"/><class id="2"/></distribution>';
    const problem = await build(classes([[1], [2]], mornings, rule));
    for (const [cap, moves] of [
      [1, false],
      [2, true],
    ] as const) {
      const kernel = start(problem, [0, 0], [0, 1]);
      kernel.writeHome(kernel.workingGenes());
      kernel.exports.beginAtHome(cap, 0);
      kernel.exports.loadIndividual(0);
      expect(displaced(kernel, 0)).toBe(moves);
    }
  });

  it('makes who is in its room leave', async () => {
    const problem = await build(classes([[1], [1]], mornings, ''));
    const kernel = start(problem, [0, 1], [0, 0]);
    expect(displaced(kernel, 0)).toBe(true);
    const [first, second] = problem.events[0]?.times.map(({ index }) => index) ?? [];
    expect([...kernel.workingGenes().times]).toEqual([second, first]);
    expect(kernel.workingScore().hard).toBe(0);
  });

  it('leaves everything as it was when it is refused', async () => {
    const problem = await build(randomItc2019(new Random(3)));
    const kernel = start(problem, [], []);
    const genes = kernel.workingGenes();
    const score = kernel.workingScore();
    for (let seed = 0; seed < tries; seed++) {
      for (const { index } of problem.events)
        expect(kernel.exports.tryDisplacement(index, seed, 100, -anything)).toBe(0);
    }
    expect(kernel.workingScore()).toEqual(score);
    expect(kernel.workingGenes()).toEqual(genes);
  });

  it('counts right whatever is accepted', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = await build(randomItc2019(new Random(seed)));
      const kernel = start(problem, [], []);
      for (let k = 0; k < tries; k++) {
        for (const { index } of problem.events) kernel.exports.tryDisplacement(index, k, 10, 20);
      }
      const timetable = decode(problem, kernel.image, kernel.workingGenes());
      expect(kernel.workingScore()).toEqual(evaluate(problem, timetable).score);
    }
  });
});
