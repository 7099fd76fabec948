import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFile } from '../../src/formats/registry.ts';
import { departmentSample } from '../../src/formats/samples/department.ts';
import { en } from '../../src/ui/text/en.ts';
import { counter, generateButton, go, openSample, setSeconds } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { scaledProblem } from '../support/scaled-problem.ts';
import { startPreview, type TestServer } from '../support/server.ts';
import { type PageTask, type TaskWatch, watchTasks } from '../support/task-times.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'horarium-responsiveness-'));
  server = await startPreview();
  profile = await launchProfile();
});

afterAll(async () => {
  await profile?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Longer than that, and a user begins to feel that the page does not follow. */
const longest = 50;

function tooLong(tasks: readonly PageTask[]): readonly PageTask[] {
  return tasks.filter(({ milliseconds }) => milliseconds > longest);
}

/** Starts a run, watches it, opens every page during it, stops it and reads its timetable. */
async function useWhileRunning(page: Page, watch: TaskWatch): Promise<void> {
  await watch.mark('starting');
  await setSeconds(page, 60);
  await generateButton(page).click();
  await expect.poll(() => counter(page, en.counterGeneration), { timeout: 40_000 }).toBeGreaterThanOrEqual(1);
  await watch.mark('watching');
  await page.waitForTimeout(4000);
  for (const section of ['navData', 'navTimetable', 'navProblems', 'navProjects'] as const) {
    await watch.mark(`opening: ${en[section]}`);
    await go(page, section);
    await page.waitForTimeout(400);
  }
  await watch.mark('opening the project again');
  await page.locator('table.list a').first().click();
  await page.locator('.counters').waitFor();
  await page.waitForTimeout(400);
  await watch.mark('coming back to the run');
  await go(page, 'navGenerate');
  await page.waitForTimeout(400);
  await watch.mark('stopping');
  await page.getByRole('button', { name: en.generateStop }).click();
  await page.getByRole('link', { name: en.generateRead }).waitFor();
  await watch.mark('reading the timetable');
  await page.getByRole('link', { name: en.generateRead }).click();
  await page.locator('.week-grid .card').first().waitFor();
  await watch.mark('reading the problems');
  await go(page, 'navProblems');
  await page.locator('.violations li, .problem-groups').first().waitFor();
  await page.waitForTimeout(400);
}

describe('the page stays free while a run is on', () => {
  test('on a department, from opening the sample to reading the result', async () => {
    const page = await profile.context.newPage();
    await page.goto(server.url);
    const watch = await watchTasks(page);
    await watch.mark('opening the sample');
    await openSample(page, en.sampleDepartment);
    await useWhileRunning(page, watch);
    const tasks = await watch.end();
    expect(tasks.some(({ during }) => during === 'watching')).toBe(true);
    expect(tooLong(tasks)).toEqual([]);
    await page.close();
  });

  test('on a problem of more than 2,000 events', async () => {
    const problem = scaledProblem(departmentSample().problem, 3);
    expect(problem.events.length).toBeGreaterThan(2000);
    const written = await writeFile('horarium', { problem, timetables: [] }, null);
    if (!written.ok) throw new Error('The problem cannot be written');
    const file = join(folder, 'large.horarium.json');
    writeFileSync(file, written.value);

    const page = await profile.context.newPage();
    await page.goto(server.url);
    const watch = await watchTasks(page);
    await watch.mark('importing');
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.waitForURL(/#\/p\/[^/]+\/data/);
    await page.locator('.counters').waitFor();
    await go(page, 'navGenerate');
    await generateButton(page).waitFor();
    await useWhileRunning(page, watch);
    expect(tooLong(await watch.end())).toEqual([]);
    await page.close();
  });

  test('and a page that blocks would be found out', async () => {
    const page = await profile.context.newPage();
    await page.goto(server.url);
    const watch = await watchTasks(page);
    await watch.mark('blocking');
    await page.evaluate(() => {
      const end = performance.now() + 200;
      while (performance.now() < end);
    });
    expect(tooLong(await watch.end())).toMatchObject([{ during: 'blocking' }]);
    await page.close();
  });
});
