import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { counter, generateButton, go, openSample, setSeconds } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { startPreview, type TestServer } from '../support/server.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;

beforeAll(async () => {
  server = await startPreview();
  profile = await launchProfile();
});

afterAll(async () => {
  await profile?.close();
  await server?.close();
});

/** Milliseconds of the tasks over 50 ms on the page's thread since the last call; the first call starts watching. */
async function longTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const holder = globalThis as unknown as { tasks?: number[] };
    if (holder.tasks === undefined) {
      holder.tasks = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) holder.tasks?.push(Math.round(entry.duration));
      }).observe({ type: 'longtask' });
    }
    return holder.tasks.splice(0);
  });
}

/** Durations are by the clock, so that another process may stretch a task; what blocks the page is far longer. */
const longest = { watching: 100, opening: 200 } as const;

describe('while a run on a department is on', () => {
  test('the page stays free, watched or left and opened again', async () => {
    const page = await profile.context.newPage();
    await page.goto(server.url);
    await openSample(page, en.sampleDepartment);
    await setSeconds(page, 60);
    await generateButton(page).click();
    await expect.poll(() => counter(page, en.counterGeneration), { timeout: 30_000 }).toBeGreaterThanOrEqual(1);
    await longTasks(page);
    await page.waitForTimeout(5000);
    const watching = await longTasks(page);
    expect(watching.length).toBeLessThanOrEqual(2);
    expect(watching.filter((duration) => duration > longest.watching)).toEqual([]);

    for (const section of ['navData', 'navTimetable', 'navProblems', 'navProjects'] as const) {
      await go(page, section);
      await page.waitForTimeout(300);
    }
    await page.locator('table.list a').first().click();
    await page.locator('.counters').waitFor();
    await go(page, 'navGenerate');
    await page.getByRole('button', { name: en.generateStop }).click();
    await page.getByRole('link', { name: en.generateRead }).click();
    await page.locator('.week-grid .card').first().waitFor();
    expect((await longTasks(page)).filter((duration) => duration > longest.opening)).toEqual([]);
  });
});
