import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import {
  generate,
  generateButton,
  generateSample,
  go,
  importFiles,
  openSample,
  shownScore,
  smallRun,
  typeSettings,
} from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';
import { faultsOf } from '../support/page.ts';
import { unplaceableSchool } from '../support/unplaceable-school.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

test('the problems of the impossible school are traced to what cannot hold together', async () => {
  await generateSample(page, en.sampleImpossible);
  await go(page, 'navProblems');
  await page.getByRole('button', { name: en.conflictsStart }).click();
  const found = page.locator('.conflict-list > li');
  await found.first().waitFor({ timeout: 60_000 });
  expect(await found.first().textContent()).toContain('First year B attends one event at a time');
  expect(await found.first().textContent()).toContain(en.conflictProved);
  await page.getByRole('button', { name: en.conflictsStart }).waitFor({ timeout: 60_000 });

  const way = page.locator('.way-list > li').first();
  expect(await way.textContent()).toMatch(/took the place of/);
  await way.getByRole('link').first().click();
  await page.locator('.week-grid').first().waitFor();
  expect(page.url()).toMatch(/event=/);
  expect(app.complaints).toEqual([]);
});

test('what a run could not place says why, on the page of problems and in the hand', async () => {
  await importFiles(page, [unplaceableSchool()]);
  await go(page, 'navGenerate');
  await generate(page);
  await go(page, 'navProblems');
  expect(await shownScore(page)).toMatchObject({ unplaced: 2 });
  const reasons = page.locator('.unplaced-reasons li');
  expect(await reasons.locator('summary').allTextContents()).toEqual(['Expedition Class 1', 'Choir Class 2']);
  for (const summary of await reasons.locator('summary').all()) await summary.click();
  await reasons.filter({ hasText: en.whyTimes({ count: 0 }) }).waitFor();
  await reasons.filter({ hasText: en.whyRooms({ count: 0 }) }).waitFor();

  // One of those that only compete is taken out: it names who took its place while the run looked for one.
  await page.locator('.way-list > li').first().getByRole('link').last().click();
  await page.locator('.card[data-selected]').click();
  await page.keyboard.press('u');
  await expect.poll(async () => (await shownScore(page)).unplaced).toBe(3);
  const panel = page.locator('.side-panel .why-unplaced');
  await expect.poll(() => panel.textContent()).toMatch(/its place was taken by Physics .*times/);

  // Nothing is on offer for this one, wherever it was picked up.
  await page.locator('.tray-card', { hasText: 'Expedition' }).press('Enter');
  await page.locator('.held-panel').getByText(en.heldNowhere).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.held-panel').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)).toBe(true);
  expect(await faultsOf(page, { within: 'main' })).toEqual([]);
  expect(app.complaints).toEqual([]);
});

test('a run with an emphasis says so, and its population can be compared', async () => {
  await openSample(page, en.sampleSchool);
  await page.getByLabel(en.variantLabel).selectOption(en['variant_student-compact']);
  await generate(page);
  await page.getByText(en.runVariant({ name: en['variant_student-compact'] })).waitFor();
  await page.getByText(en.tradeOffsTitle).click();
  await page.locator('.trade-offs canvas').waitFor();
  await page.getByLabel(en.tradeOffsAcross).selectOption(en.counterSoft);
  await page.locator('.trade-offs canvas').waitFor();
  expect(app.complaints).toEqual([]);
});

test('a timetable is changed no more than allowed, and what has changed is listed', async () => {
  await generateSample(page, en.sampleSchool, { ...smallRun, movesPerIndividual: 1000 });
  await go(page, 'navTimetable');
  await page.locator('.timetable-menu > summary').click();
  await page.getByRole('link', { name: en.startHere }).click();
  await page.getByRole('button', { name: en.startKeep, exact: true }).click();
  await page.getByLabel(en.startCap).fill('some');
  expect(await generateButton(page).isDisabled()).toBe(true);
  await page.getByLabel(en.startCap).fill('4');
  await page.getByLabel(en.startWeight).fill('1');
  await typeSettings(page, smallRun);
  await generateButton(page).click();
  await page.getByText(en.changesTitle).waitFor({ timeout: 60_000 });
  const changes = page.locator('.change-list > li');
  expect(await changes.count()).toBeGreaterThan(0);
  expect(await changes.count()).toBeLessThanOrEqual(4);
  await changes.first().getByRole('link').click();
  await page.locator('.week-grid').first().waitFor();
  expect(app.complaints).toEqual([]);
});

test('a run is steered while it is on, and its moments can be opened and kept, then and later', async () => {
  await openSample(page, en.sampleSchool);
  await typeSettings(page, { ...smallRun, generations: 400, movesPerIndividual: 40_000_000 });
  // A key that is pressed once too often asks for no second run.
  await generateButton(page).press('Enter');
  await page.keyboard.press('Enter');
  const verb = page.locator('.run-verb');
  await expect.poll(() => verb.evaluate((button) => button === document.activeElement)).toBe(true);
  // Where the run was quicker than the keys it is paused.
  const resume = page.getByRole('button', { name: en.generateResume, exact: true });
  if (await resume.isVisible()) await resume.click();
  await expect.poll(() => page.getByText(en.queueCount({ count: 1 })).count()).toBe(1);
  await page.getByText(en.steerTitle).click();
  // A weight of the project is changed beside the run, which goes on with it.
  const weight = page.getByLabel(new RegExp(`^${en.steerWeight}:`)).first();
  await weight.fill('17');
  // Its first timetable is there.
  await page.locator('.log li').nth(1).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: en.steerApply }).click();
  await page.locator('.log li').filter({ hasText: en.logSteered }).waitFor({ timeout: 60_000 });
  await page.getByText(en.watchMark_steered).waitFor();
  await page.getByRole('button', { name: en.generateStop }).click();
  await page.locator('.ending').waitFor({ timeout: 60_000 });

  // With the keys: the newest point of the chart, then Enter.
  const chart = page.getByRole('slider', { name: en.chartSoft });
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await chart.getAttribute('aria-valuetext')).toContain(en.chartBest);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: en.momentOpen }).click();
  await dialog.locator('.moment-view').getByText('Class 1A').first().waitFor();
  expect(await faultsOf(page, { within: 'dialog' })).toEqual([]);
  await dialog.getByRole('button', { name: en.close }).click();

  // The run of the history has its charts and moments after a reload.
  await page.reload();
  await page.getByRole('link', { name: en.runsCharts }).first().click();
  await page.getByText(en.watchMark_steered).waitFor();
  await page.getByText(en.watchRules).click();
  await page.locator('.trends tbody tr').first().waitFor();
  const over = page.locator('.pickable .u-over').first();
  await over.click();
  await dialog.getByRole('button', { name: en.momentKeep }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^Kept as/).waitFor();
  expect(await faultsOf(page, { within: 'main' })).toEqual([]);
  expect(app.complaints).toEqual([]);
});
