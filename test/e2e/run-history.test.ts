import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { go, openSample, projectOf, smallRun, typeSettings } from '../support/app-driver.ts';
import { takeFaults } from '../support/guard.ts';
import { appForEachTest } from '../support/open-app.ts';
import { faultsOf, overflowOf } from '../support/page.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

const plenty = { timeout: 60_000, interval: 100 };

test('variants are generated in one go, compared, decided for and discarded; their runs are found, repeated, deleted', async () => {
  await openSample(page, en.sampleSchool);
  const project = projectOf(page);
  await typeSettings(page, smallRun);
  await page.getByText(en.variantsTitle, { exact: true }).click();
  await page.getByRole('button', { name: en.variantsStart({ count: 3 }) }).click();
  await page.goto(`${app.url}#/p/${project}/runs`);
  const completed = page.locator('.run-list tbody tr', { hasText: en.runState_completed });
  await vi.waitUntil(async () => (await completed.count()) === 3, plenty);

  await page.goto(`${app.url}#/p/${project}/side-by-side`);
  await page.locator('.beside-advice').waitFor();
  expect(await page.locator('.beside-head').count()).toBe(3);
  const recommended = (await page.locator('.beside-head', { hasText: en.besideRecommended }).textContent()) ?? '';
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('.beside-advice').getByRole('button', { name: en.besideAdopt }).click();
  await page.locator('.beside-head .tag', { hasText: en.besideAdopted }).waitFor();
  await page.getByRole('button', { name: en.besideMarkOthers }).click();
  await page.getByRole('button', { name: en.besideDiscard({ count: 2 }) }).click();
  await page.getByText(en.besideNeedsTwo).waitFor();
  await page.locator('.notice').getByRole('button', { name: en.undo }).last().click();
  await vi.waitUntil(async () => (await page.locator('.beside-head').count()) === 3, plenty);
  expect(await page.locator('.beside-head', { hasText: en.besideAdopted }).textContent()).toContain(
    recommended.slice(0, 12),
  );

  await page.goto(`${app.url}#/p/${project}/runs`);
  await page.getByLabel(en.runFilterVariant).selectOption(en['variant_student-compact']);
  await vi.waitUntil(async () => (await page.locator('.run-list tbody tr').count()) === 1, plenty);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel(en.runMarkAll).check();
  await page.getByRole('button', { name: en.runsRemoveMarked({ count: 1 }) }).click();
  await page.getByText(en.runHistoryFiltered).waitFor();
  await page.locator('.notice').getByRole('button', { name: en.undo }).last().click();
  await page.getByRole('link', { name: en.runRepeat }).click();
  await page.getByText(en.runRepeated).waitFor();
  const seed = page.getByLabel(en.settingSeed, { exact: true });
  expect(await seed.inputValue()).toBe(String(smallRun.seed));
  expect(await page.getByLabel(en.variantLabel).inputValue()).toBe('student-compact');
  expect(app.complaints).toEqual([]);
});

test('the diagnostics test the kernel, say what takes room, and make a report without names', async () => {
  const id = await openSample(page, en.sampleSchool);
  await go(page, 'navData');
  await page.getByRole('link', { name: en.navSettings }).click();
  await page.getByRole('link', { name: en.diagnosticsLink }).click();
  await page.getByRole('button', { name: en.selfTestStart }).click();
  await page.getByText(en.selfTestPassed).nth(2).waitFor({ timeout: 60_000 });
  await page.locator('.storage-meter tbody tr').first().waitFor();
  const name = (await page.locator('.storage-meter tbody th').first().textContent()) ?? '';
  expect(name).not.toBe('');
  await page.evaluate(() => setTimeout(() => Promise.reject(new TypeError('Mona Zorrilla is no function'))));
  await page.getByText(en.reportShow, { exact: true }).click();
  const report = page.locator('.report pre');
  await vi.waitUntil(async () => ((await report.textContent()) ?? '').startsWith('{'), plenty);
  const told = JSON.parse((await report.textContent()) ?? '');
  expect(told).toMatchObject({ report: 'Horarium', projects: 1, selfTest: { passed: { answer: true } } });
  expect(told.latest[0]).toMatchObject({ from: 'sample:school' });
  expect(JSON.stringify(told)).not.toContain(name);
  expect(JSON.stringify(told)).not.toContain(id);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflowOf(page)).toBe(0);
  await page.reload();
  await page.locator('.error-log', { hasText: 'Mona Zorrilla' }).waitFor();
  // that error was asked for, and is all there was
  expect(new Set(takeFaults())).toEqual(new Set(['TypeError: Mona Zorrilla is no function']));
});
