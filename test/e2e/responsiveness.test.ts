import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { toTimetableData } from '../../src/domain/timetable-data.ts';
import type { NamedTimetable } from '../../src/formats/format.ts';
import { writeFile } from '../../src/formats/registry.ts';
import { departmentSample } from '../../src/formats/samples/department.ts';
import { en } from '../../src/ui/text/en.ts';
import { counter, generateButton, go, openSample, setSeconds } from '../support/app-driver.ts';
import { built } from '../support/build.ts';
import { appForEachTest } from '../support/open-app.ts';
import { randomTimetable } from '../support/problems.ts';
import { scaledProblem } from '../support/scaled-problem.ts';
import { type PageTask, type TaskWatch, watchTasks } from '../support/task-times.ts';

let page: Page;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'horarium-responsiveness-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

appForEachTest((opened) => {
  page = opened;
});

/** Longer than that, and a user begins to feel that the page does not follow. */
const longest = 50;

function tooLong(tasks: readonly PageTask[]): readonly PageTask[] {
  return tasks.filter(({ milliseconds }) => milliseconds > longest);
}

/** Every page of a project, once there is something to show on it. */
const pages = [
  { section: 'navData', shows: '.counters' },
  { section: 'navRules', shows: '.rules-table tr[data-rule]' },
  { section: 'navTimetable', shows: '.week-grid .card' },
  { section: 'navProblems', shows: '.problem-groups .violations li' },
  { section: 'navProjects', shows: 'table.list a' },
] as const;

/** Finds a first timetable, then opens every page during another run. */
async function useWhileRunning(page: Page, watch: TaskWatch): Promise<void> {
  await watch.mark('a first run');
  await setSeconds(page, 2);
  await generateButton(page).click();
  await page.getByRole('link', { name: en.generateRead }).waitFor({ timeout: 40_000 });

  await watch.mark('starting');
  await setSeconds(page, 60);
  await generateButton(page).click();
  await expect.poll(() => counter(page, en.counterGeneration), { timeout: 40_000 }).toBeGreaterThanOrEqual(1);
  await watch.mark('watching');
  await page.waitForTimeout(4000);
  for (const { section, shows } of pages) {
    await watch.mark(`opening: ${en[section]}`);
    await go(page, section);
    await page.locator(shows).first().waitFor();
    await page.waitForTimeout(300);
  }
  await watch.mark('saving');
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.projectSave }).first().click(),
  ]);
  await watch.mark('opening the project again');
  await page.locator('table.list a').first().click();
  await page.locator('.counters').first().waitFor();
  await page.waitForTimeout(300);
  await watch.mark('coming back to the run');
  await go(page, 'navGenerate');
  await page.waitForTimeout(300);
  await watch.mark('stopping');
  await page.getByRole('button', { name: en.generateStop }).click();
  await page.getByRole('link', { name: en.generateRead }).first().waitFor();
  await watch.mark('reading the timetable');
  await page.locator('.ending').getByRole('link', { name: en.generateRead }).click();
  await page.locator('.week-grid .card').first().waitFor();
}

function randomTimetables(data: ProblemData, count: number): readonly NamedTimetable[] {
  const problem = built(data);
  const random = new Random(7);
  return Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    name: `Draft ${index + 1}`,
    createdAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    timetable: toTimetableData(problem, randomTimetable(problem, random, true)),
  }));
}

describe('the page stays free while a run is on', () => {
  test('on a department, from opening the sample to reading the result', async () => {
    const watch = await watchTasks(page);
    await watch.mark('opening the sample');
    await openSample(page, en.sampleDepartment);
    await useWhileRunning(page, watch);
    const tasks = await watch.end();
    expect(tasks.some(({ during }) => during === 'watching')).toBe(true);
    expect(tooLong(tasks)).toEqual([]);
  });

  test('on a problem of more than 2,000 events with a dozen timetables', async () => {
    const problem = scaledProblem(departmentSample().problem, 3);
    expect(problem.events.length).toBeGreaterThan(2000);
    const written = await writeFile('horarium', { problem, timetables: randomTimetables(problem, 12) }, null);
    if (!written.ok) throw new Error('The problem cannot be written');
    const file = join(folder, 'large.horarium.json');
    writeFileSync(file, written.value);

    const watch = await watchTasks(page);
    await watch.mark('importing');
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.waitForURL(/#\/p\/[^/]+\/data/);
    await page.locator('.counters').waitFor();
    await watch.mark('reading the problems of a bad timetable');
    await go(page, 'navProblems');
    await page.locator('.problem-groups .violations li').first().waitFor();
    await watch.mark('opening the runs');
    await go(page, 'navGenerate');
    await generateButton(page).waitFor();
    await useWhileRunning(page, watch);
    const tasks = await watch.end();
    expect(tooLong(tasks)).toEqual([]);
  });

  test('and a page that blocks would be found out', async () => {
    const watch = await watchTasks(page);
    await watch.mark('blocking');
    await page.evaluate(() => {
      // A fixed amount of work, some hundred milliseconds: on a busy machine a time by the clock may be none.
      let sum = 0;
      for (let count = 0; count < 300_000_000; count++) sum = sum / 2 + count;
      return sum;
    });
    expect(tooLong(await watch.end())).toMatchObject([{ during: 'blocking' }]);
  });
});
