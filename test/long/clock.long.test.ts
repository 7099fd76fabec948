import type { Page } from 'playwright-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { ended, generate, generateButton, go, openSample, smallRun, typeSettings } from '../support/app-driver.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;
beforeAll(buildWhenStale, 600_000);
const app = appForEachTest((opened) => {
  page = opened;
});

const year = 366 * 86_400_000;
const plenty = { timeout: 60_000, interval: 100 };
const cell = () => page.locator('[role="gridcell"]').first();
const room = () => cell().textContent();

async function rename(id: string, name: string): Promise<void> {
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  await cell().click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect.poll(room).toBe(name);
}

async function runsOf(id: string): Promise<number> {
  await page.goto(`${app.url}#/p/${id}/runs`);
  const rows = page.locator('.run-list tbody tr', { hasText: en.runState_completed });
  await rows.first().waitFor();
  return rows.count();
}

/** When old runs were looked for last, by the clock of the page. */
const lookedAt = () => page.evaluate(() => Number(localStorage.getItem('horarium.runs.lookedAt')));

test('edits, runs and what is kept of them outlast a clock that is a year ahead, and then right again', async () => {
  const today = Date.now();
  const id = await openSample(page, en.sampleSchool);
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  const name = await room();
  await rename(id, 'Hall');
  await go(page, 'navGenerate');
  await generate(page, smallRun);
  await vi.waitUntil(async () => (await lookedAt()) > 0, plenty);

  await page.clock.setSystemTime(today + year);
  await rename(id, 'Aula');
  await go(page, 'navGenerate');
  await generate(page, { ...smallRun, seed: 6 });
  await expect.poll(() => runsOf(id)).toBe(2);
  await page.reload();
  // The look that would have taken the first run.
  await vi.waitUntil(async () => (await lookedAt()) > today + year / 2, plenty);
  await page.reload();
  await expect.poll(() => runsOf(id)).toBe(2);

  await page.clock.setSystemTime(today);
  await page.reload();
  await vi.waitUntil(async () => (await lookedAt()) < today + year / 2, plenty);
  await rename(id, 'Studio');
  await expect.poll(() => runsOf(id)).toBe(2);
  await page.reload();
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  await expect.poll(room).toBe('Studio');
  for (const before of ['Aula', 'Hall', name]) {
    await page.locator('.history-tools button').first().click();
    await expect.poll(room).toBe(before);
  }
  expect(app.complaints).toEqual([]);
}, 240_000);

test('a run goes on to its end although the clock jumps in it', async () => {
  await openSample(page, en.sampleSchool);
  const today = Date.now();
  await typeSettings(page, { ...smallRun, movesPerIndividual: 300_000 });
  await generateButton(page).click();
  for (const years of [1, -1, 2, 0, -2, 1]) {
    await page.clock.setSystemTime(today + years * year);
    await page.waitForTimeout(100);
  }
  await ended(page, 150_000);
  expect(await page.locator('.ending').textContent()).toContain(en.runState_completed);
  expect(app.complaints).toEqual([]);
}, 240_000);
