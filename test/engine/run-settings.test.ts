import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { Random } from '../../src/domain/random.ts';
import { audit } from '../../src/engine/audit.ts';
import { createIslandHost } from '../../src/engine/island-host.ts';
import { prepare } from '../../src/engine/prepared.ts';
import { checkSettings, type RunSettings, settingRanges } from '../../src/engine/run-contract/run-settings.ts';
import { createNodeSolver } from '../../src/workers/node-solver.ts';
import { codesOf, valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { randomProblem, randomTimetable } from '../support/problems.ts';

const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));
const prepared = prepare(problem, null);

/** Each number just outside its range, not a number, or not whole; and what does not go together. */
const refused: readonly (readonly [string, Partial<RunSettings>])[] = [
  ...Object.entries(settingRanges).flatMap(([name, { min, max, integer }]) => {
    const values = [min - 1, max + 1, Number.NaN, ...(integer ? [min + 0.5] : [])];
    return values.map((value): [string, Partial<RunSettings>] => [name, { [name]: value }]);
  }),
  ['islands', { population: 3, islands: 4 }],
  ['pace', { pace: 'clock', timeLimit: null }],
];

describe('settings out of range', () => {
  it.each(refused)('(%s: %o) are refused by the form, the solver and the worker', async (place, change) => {
    const settings = { ...fixedRunSettings, ...change };
    expect(checkSettings(settings).map((flaw) => flaw.place)).toEqual([place]);
    const solver = createNodeSolver(1, new URL('file:///none.wasm'));
    expect(solver.start(problem, settings, silentHooks)).toMatchObject({ ok: false, diagnostics: [{ place }] });
    const request = { module: kernelModule(), prepared, audited: null, settings, islands: [0], states: null };
    await expect(createIslandHost().open(request)).rejects.toThrow(checkSettings(settings)[0]?.message ?? '');
  });

  it('at the ends of their ranges are not', () => {
    for (const [name, { min, max }] of Object.entries(settingRanges)) {
      const room = name === 'islands' ? { population: 500 } : name === 'population' ? { islands: 1 } : {};
      for (const value of [min, max])
        expect(checkSettings({ ...fixedRunSettings, ...room, [name]: value })).toEqual([]);
    }
  });
});

describe('a solver', () => {
  it('refuses a problem in which there is nothing to place', () => {
    const empty = valueIn(buildProblem({ ...data, events: [], rules: [] }));
    const solver = createNodeSolver(1, new URL('file:///none.wasm'));
    expect(codesOf(solver.start(empty, fixedRunSettings, silentHooks))).toEqual(['run.noEvents']);
  });
});

describe('the audit', () => {
  const random = new Random(5);
  const judged = valueIn(buildProblem(randomProblem(random)));
  const timetable = randomTimetable(judged, random);
  const { score } = evaluate(judged, timetable);

  it('agrees with a true claim and breaks it down', () => {
    const rows = audit(judged, timetable, score, 5);
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
    expect(sum(({ hard, cost }) => (hard ? 0 : cost))).toBe(score.soft);
    expect(sum(({ hard, amount }) => (hard ? amount : 0))).toBe(score.hard + score.unplaced);
  });

  it.each(['unplaced', 'hard', 'soft'] as const)('fails loudly on a wrong %s and names the seed', (part) => {
    for (const by of [-1, 1]) {
      const claimed = { ...score, [part]: score[part] + by };
      expect(() => audit(judged, timetable, claimed, 4711)).toThrow(/disagree \(seed 4711\)/);
    }
  });
});
