import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { en } from '../../src/ui/text/en.ts';
import { createNodeSolver } from '../../src/workers/node-solver.ts';
import { valueIn } from '../formats/support/files.ts';
import { ended, exported, generateButton, go, openSample, typeSettings } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { genesHash } from '../support/genes-hash.ts';
import { startPreview, type TestServer } from '../support/server.ts';

const problem = valueIn(buildProblem(fixedRunProblem()));
let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;

beforeAll(async () => {
  server = await startPreview();
  profile = await launchProfile();
});

afterAll(async () => {
  await profile?.close();
  await server?.close();
});

async function inBrowser(page: Page): Promise<Timetable> {
  const { timeLimit, target, stagnation, pace, ...typed } = fixedRunSettings;
  // Nothing but the number of moves may end the run; the form is empty there once the moves are typed.
  expect({ timeLimit, target, stagnation, pace }).toEqual({
    timeLimit: null,
    target: null,
    stagnation: null,
    pace: 'moves',
  });
  await page.goto(server.url);
  await openSample(page, en.sampleSchool);
  await typeSettings(page, { ...typed, target: null });
  await generateButton(page).click();
  await ended(page);
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
    const found = await inBrowser(await profile.context.newPage());
    expect(genesHash(found)).toBe(expected === null ? null : genesHash(expected));
    expect(found).toEqual(expected);
  });
});
