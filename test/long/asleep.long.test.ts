import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { changed, counter, ended, generateButton, go, importFiles, setSeconds } from '../support/app-driver.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { appForEachTest } from '../support/open-app.ts';
import { ownCtt } from '../support/own-ctt.ts';

let page: Page;
beforeAll(buildWhenStale, 600_000);
appForEachTest((opened) => {
  page = opened;
});

const seconds = 20;
const asleep = 25_000;

/** Stops and continues the processes of the pages, with their workers. Their clocks go on, as on machines that sleep. */
async function processesOf(context: BrowserContext): Promise<readonly number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Seconds that the page counts for the run. */
async function elapsed(): Promise<number> {
  const shown = page.locator('.counters > div', { has: page.getByText(en.counterElapsed, { exact: true }) });
  const [minutes = 0, rest = 0] = ((await shown.locator('dd').textContent()) ?? '').split(':').map(Number);
  return minutes * 60 + rest;
}

test('a machine that sleeps in the middle of a run wakes up to the rest of it', async () => {
  await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
  await go(page, 'navGenerate');
  await setSeconds(page, seconds);
  await generateButton(page).click();
  await changed(() => counter(page, en.counterGeneration), Number.NaN);
  const processes = await processesOf(page.context());
  expect(processes.length).toBeGreaterThan(0);
  for (const id of processes) process.kill(id, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, asleep));
  for (const id of processes) process.kill(id, 'SIGCONT');
  await page.locator('.log').getByText(en.log_slept).waitFor();
  // As much of the run was left as there was before.
  expect(await page.locator('.ending').count()).toBe(0);
  await ended(page, 120_000);
  expect(await page.locator('.ending').textContent()).toContain(en.runState_completed);
  expect(await elapsed()).toBeLessThan(seconds + asleep / 2000);
});
