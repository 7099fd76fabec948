import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { readFiles } from '../../src/formats/registry.ts';
import { en } from '../../src/ui/text/en.ts';
import { valueIn } from '../formats/support/files.ts';
import { ended, generateButton, openSample, smallRun, typeSettings } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';
import { faultsOf, overflowOf } from '../support/page.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

const plenty = { timeout: 60_000, interval: 100 };

test('a paused run is saved to a file, and goes on from it where its project is not known', async () => {
  await openSample(page, en.sampleSchool);
  // far more than is done before it is paused
  await typeSettings(page, { ...smallRun, movesPerIndividual: 300_000_000 });
  await generateButton(page).click();
  await page.getByRole('button', { name: en.generatePause, exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.runSave, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.horarium-run\.gz$/);
  const bytes = await readFile(await download.path());
  const content = valueIn(await readFiles([{ name: 'run', bytes: new Uint8Array(bytes) }]));
  expect(content.run).toMatchObject({
    variant: 'balanced',
    settings: { seed: smallRun.seed },
    record: { reason: null },
  });
  expect(content.run?.checkpoint?.length).toBeGreaterThan(1000);
  await page.getByRole('button', { name: en.generateDiscard, exact: true }).click();
  await page.getByRole('button', { name: en.generateDiscardYes }).or(page.locator('.ending')).first().click();
  await page.locator('.ending').waitFor(plenty);

  // as the browser of somebody else
  await page.goto(`${app.url}#/`);
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await page.locator('table.list a').waitFor({ state: 'detached' });
  await page.reload();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'run (1).gz', mimeType: 'application/gzip', buffer: bytes });
  const dialog = page.getByRole('dialog', { name: en.runFileTitle });
  await dialog.getByText(en.runFileExact).waitFor(plenty);
  await dialog.getByText(en.runFileNew).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // the close button beside the title, though no page with dialogs of its own has been seen
  const [title, close] = await Promise.all([
    dialog.getByRole('heading').boundingBox(),
    dialog.getByRole('button', { name: en.close, exact: true }).boundingBox(),
  ]);
  expect(close?.y).toBeLessThan((title?.y ?? 0) + (title?.height ?? 0));
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflowOf(page)).toBe(0);
  await dialog.getByRole('button', { name: en.runFileContinue }).click();
  await page.getByRole('button', { name: en.generateStop, exact: true }).waitFor(plenty);
  await vi.waitUntil(async () => (await page.locator('.run-main').count()) > 0, plenty);
  await page.getByRole('button', { name: en.generateStop, exact: true }).click();
  await ended(page);
  expect(app.complaints).toEqual([]);
});
