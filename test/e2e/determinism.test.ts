import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { en } from '../../src/ui/text/en.ts';
import { createNodeSolver } from '../../src/workers/node-solver.ts';
import { valueIn } from '../formats/support/files.ts';
import { exported, generate, go, openSample } from '../support/app-driver.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { genesHash } from '../support/genes-hash.ts';
import { appForAllTests } from '../support/open-app.ts';

const problem = valueIn(buildProblem(fixedRunProblem()));
let page: Page;
appForAllTests((opened) => {
  page = opened;
});

async function inBrowser(): Promise<Timetable> {
  const { timeLimit, target, stagnation, pace, ...typed } = fixedRunSettings;
  // Nothing but the number of moves may end the run; the form is empty there once the moves are typed.
  expect({ timeLimit, target, stagnation, pace }).toEqual({
    timeLimit: null,
    target: null,
    stagnation: null,
    pace: 'moves',
  });
  await openSample(page, en.sampleSchool);
  await generate(page, { ...typed, target: null });
  await go(page, 'navTimetable');
  await page.locator('.score-line').waitFor();
  const { name, text } = await exported(page, en.exportProject);
  const { timetables } = valueIn(await readFiles([{ name, bytes: new TextEncoder().encode(text) }]));
  expect(timetables).toHaveLength(1);
  return valueIn(fromTimetableData(problem, timetables[0]?.timetable ?? { assignments: [] }));
}

async function underNode(): Promise<Timetable | null> {
  const solver = createNodeSolver(2, new URL('../../build/kernel.wasm', import.meta.url));
  try {
    const { best } = await valueIn(solver.start(problem, fixedRunSettings, silentHooks)).outcome;
    return best;
  } finally {
    solver.dispose();
  }
}

describe('the same problem, settings and seed', () => {
  test('give the same timetable in Chromium and under Node', async () => {
    const expected = await underNode();
    const found = await inBrowser();
    expect(genesHash(found)).toBe(expected === null ? null : genesHash(expected));
    expect(found).toEqual(expected);
  });
});
