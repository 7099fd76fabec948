import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { ended, generateButton, go, openSample, smallRun, typeSettings } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { watchPage } from '../support/page.ts';
import { startPreview, type TestServer } from '../support/server.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;
let page: Page;
let complaints: readonly string[];

beforeEach(async () => {
  server = await startPreview();
  profile = await launchProfile();
  page = await profile.context.newPage();
  ({ complaints } = watchPage(page));
  await page.goto(server.url);
});

afterEach(async () => {
  await profile?.close();
  await server?.close();
});

test('the problems of the impossible school are traced to what cannot hold together', async () => {
  await openSample(page, en.sampleImpossible);
  await typeSettings(page, smallRun);
  await generateButton(page).click();
  await ended(page);
  await go(page, 'navProblems');
  await page.getByRole('button', { name: en.conflictsStart }).click();
  const found = page.locator('.conflict-list > li');
  await found.first().waitFor({ timeout: 60_000 });
  expect(await found.first().textContent()).toContain('First year B attends one event at a time');
  expect(await found.first().textContent()).toContain(en.conflictProved);
  await page.getByRole('button', { name: en.conflictsStart }).waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
});
