import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openSample } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { repositoryPath } from '../support/repository.ts';
import { startPreview } from '../support/server.ts';
import { median, printTable, rounded } from './table.ts';

/** What somebody waits for in a real browser. */
export interface WaitRow {
  readonly name: string;
  /** Milliseconds by the clock, median and longest. */
  readonly median: number;
  readonly longest: number;
  /** What it should stay below on a machine of full speed. */
  readonly goal: number;
  /** See `slowness`. */
  readonly slowness: number;
}

/** The built app in a browser of its own, with a sample opened. */
export interface OpenedApp {
  readonly page: Page;
  readonly url: string;
  /** Id of the sample's project. */
  readonly project: string;
}

/** Does the work with the built app; nothing without a build. */
export async function withSample<Row>(
  sample: string,
  work: (opened: OpenedApp) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (!existsSync(join(repositoryPath, 'dist/index.html'))) {
    console.log('\nNo build in dist; `npm run build` makes one.');
    return [];
  }
  const server = await startPreview();
  const profile = await launchProfile();
  try {
    const page = await profile.context.newPage();
    await page.setViewportSize({ width: 1400, height: 860 });
    // tsx marks the names of functions by a helper that the page does not know
    await page.addInitScript('globalThis.__name = (named) => named;');
    await page.goto(server.url);
    const project = await openSample(page, sample);
    return await work({ page, url: server.url, project });
  } finally {
    await profile.close();
    await server.close();
  }
}

export async function waitRow(page: Page, name: string, goal: number, times: readonly number[]): Promise<WaitRow> {
  return {
    name,
    median: rounded(median(times), 0),
    longest: rounded(Math.max(...times), 0),
    goal,
    slowness: rounded(await slowness(page)),
  };
}

export function printWaits(title: string, rows: readonly WaitRow[]): void {
  printTable(
    title,
    ['what', 'median', 'longest', 'slowness', 'median at full speed', 'goal'],
    rows.map((row) => [
      ...[row.name, row.median, row.longest, row.slowness, rounded(row.median / row.slowness, 0), row.goal],
    ]),
  );
}

/** How many times as long as on two free cores of 3 GHz a fixed piece of work takes now. */
async function slowness(page: Page): Promise<number> {
  const milliseconds = await page.evaluate(() => {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      let sum = 0;
      for (let count = 0; count < 5_000_000; count++) sum = sum / 2 + count;
      times.push(performance.now() - start + (sum === 0 ? 1 : 0));
    }
    return times.sort((a, b) => a - b)[2] ?? 0;
  });
  return Math.max(1, milliseconds / 6.5);
}
