import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import {
  generate,
  generateButton,
  generateSample,
  go,
  openSample,
  smallRun,
  typeSettings,
} from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';

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
