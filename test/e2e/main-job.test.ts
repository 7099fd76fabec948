import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { explainViolation } from '../../src/domain/explain.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readCttSolution } from '../../src/formats/ctt/solution.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { en } from '../../src/ui/text/en.ts';
import { valueIn } from '../formats/support/files.ts';
import {
  changed,
  chooseFiles,
  counter,
  dropFiles,
  ended,
  exported,
  generate,
  generateButton,
  go,
  importFiles,
  paintedColours,
  projectOf,
  setSeconds,
  shownScore,
  smallRun,
  typeSettings,
  type UploadedFile,
  wholeOf,
} from '../support/app-driver.ts';
import { built } from '../support/build.ts';
import { datasetPath } from '../support/datasets.ts';
import { appForEachTest } from '../support/open-app.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { installed } from '../support/page.ts';

let page: Page;

const app = appForEachTest(
  (opened) => {
    page = opened;
  },
  { installs: true },
);

const published = datasetPath('itc2007/comp01.ctt');
const instances: readonly UploadedFile[] = [
  { name: 'own.ctt', text: ownCtt() },
  ...(published === null ? [] : [{ name: 'comp01.ctt', text: readFileSync(published, 'utf8') }]),
];

describe.each(instances)('$name, from the file to the files', (file) => {
  test('is imported, generated, read, explained, exported, saved and opened again', async () => {
    const problem = await problemOf(file);
    await dropFiles(page, [file]);
    await generated(page);

    await go(page, 'navTimetable');
    const score = await shownScore(page);
    expect(score).toMatchObject({ unplaced: 0, hard: 0 });
    for (const view of ['viewGroup', 'viewInstructor', 'viewRoom', 'viewCourse'] as const) {
      await page.getByRole('main').getByRole('button', { name: en[view], exact: true }).click();
      await page.locator('.week-grid .card').first().waitFor();
    }

    const solution = await exported(page, en.exportSolution);
    const timetable = valueIn(
      fromTimetableData(problem, valueIn(readCttSolution(problem.data, new TextEncoder().encode(solution.text)))),
    );
    const evaluation = evaluate(problem, timetable);
    expect(evaluation.score).toEqual(score);

    await go(page, 'navProblems');
    await page.locator('.violations li').first().waitFor();
    const reasons = evaluation.violations.map((violation) => explainViolation(problem, violation));
    expect(reasons).toContain(await page.locator('.violations li p').first().textContent());
    expect(await shownScore(page)).toEqual(score);

    const saved = await exported(page, en.exportProject);
    await go(page, 'navProjects');
    await chooseFiles(page, [saved]);
    await page.waitForURL(/#\/p\/[^/]+\/data/);
    await go(page, 'navTimetable');
    expect(await shownScore(page)).toEqual(score);
    await go(page, 'navProjects');
    await expect.poll(() => page.locator('table.list tbody tr').count()).toBe(2);
    expect(app.complaints).toEqual([]);
  });
});

describe('a run that is broken off', () => {
  test('by a reload in its middle is marked, goes on from where it was, and its best can be read', async () => {
    await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
    await go(page, 'navGenerate');
    // Long enough not to end by itself, however slow the machine is.
    await setSeconds(page, 300);
    await generateButton(page).click();
    // A checkpoint is written every four seconds; how long that takes depends on what else the machine does.
    await expect.poll(() => page.locator('.counters').textContent(), { timeout: 45_000 }).toMatch(/0:(0[89]|[1-5]\d)/);
    await page.reload();
    await page.getByText(en.runState_interrupted).waitFor();
    await page.getByRole('button', { name: en.runsResume }).click();
    const resumed = page.locator('.log').getByText('Resumed from generation');
    const from = wholeOf((await resumed.textContent()) ?? '');
    expect(from).toBeGreaterThanOrEqual(1);
    const resumedAt = await changed(() => counter(page, en.counterGeneration), Number.NaN);
    expect(resumedAt).toBeGreaterThanOrEqual(from);
    await changed(() => counter(page, en.counterGeneration), resumedAt);
    await page.getByRole('button', { name: en.generateStop }).click();
    await ended(page);
    await page.getByRole('link', { name: en.generateRead }).click();
    expect(await shownScore(page)).toMatchObject({ unplaced: 0, hard: 0 });
    expect(app.complaints).toEqual([]);
  });
});

describe('with the network gone', () => {
  test('a link into a project opens, and a timetable is generated and read', async () => {
    const id = await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
    await installed(page);
    await app.goOffline();
    await page.goto(`${app.url}#/p/${id}/generate`);
    await page.reload();
    await generateButton(page).waitFor();
    await generate(page);
    await page.goto(`${app.url}#/p/${id}/timetable/room`);
    await page.reload();
    await page.locator('.week-grid .card').first().waitFor();
    await go(page, 'navProjects');
    await page.locator('table.list tbody tr').first().waitFor();
    expect(await page.locator('table.list tbody tr').count()).toBe(1);
    expect(app.complaints).toEqual([]);
  });
});

/** Generates as a user who watches: counters move, the chart gets its points, the grid gets its colours. */
async function generated(page: Page): Promise<void> {
  await go(page, 'navGenerate');
  await typeSettings(page, { ...smallRun, generations: 30, movesPerIndividual: 5_000_000, seed: 42 });
  await generateButton(page).click();
  await page.locator('.counters').waitFor();
  const read = () => counter(page, en.counterGeneration);
  const first = await changed(read, Number.NaN);
  await changed(read, first);
  await expect.poll(() => page.locator('.u-legend .u-value').allInnerTexts()).not.toContain('--');
  await expect.poll(() => paintedColours(page)).toBeGreaterThan(5);
  expect(projectOf(page)).not.toBe('');
  await ended(page);
  expect(await counter(page, en.counterUnplaced)).toBe(0);
  expect(await counter(page, en.counterHard)).toBe(0);
}

async function problemOf({ name, text }: UploadedFile): Promise<Problem> {
  return built(valueIn(await readFiles([{ name, bytes: new TextEncoder().encode(text) }])).problem);
}
