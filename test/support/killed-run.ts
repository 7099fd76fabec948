import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Random } from '../../src/domain/random.ts';
import { en } from '../../src/ui/text/en.ts';
import {
  counter,
  ended,
  exported,
  generateButton,
  go,
  importFiles,
  type TypedSettings,
  typeSettings,
} from './app-driver.ts';
import type { OpenApp } from './open-app.ts';
import { ownCtt } from './own-ctt.ts';

/** Of how long a busy machine may take for a few generations. */
const patience = { timeout: 60_000, interval: 50 };

interface Killed {
  readonly settings: TypedSettings;
  readonly kills: number;
  /** Moments of the kills. */
  readonly random: Random;
  /** Each kill comes so many generations, at most, after the run went on. */
  readonly within: number;
}

/**
 * The solution of a run on the instance of `own-ctt.ts`, as the app saves it to a file. The processes of its page, and
 * with them the workers, are killed again and again; each time the run is resumed in a new tab.
 */
export async function killedRun(app: OpenApp, first: Page, killed: Killed): Promise<string> {
  const { settings, kills, random, within } = killed;
  const project = await begun(first, settings);
  let page = first;
  for (let kill = 0; kill < kills; kill++) {
    const from = await generationAfter(page, 0);
    await generationAfter(page, from + random.below(within));
    await new Promise((resolve) => setTimeout(resolve, random.below(200)));
    await killPage(page);
    page = await app.openTab();
    await page.goto(`${app.url}#/p/${project}/generate`);
    await page.getByText(en.runState_interrupted).waitFor();
    await page.getByRole('button', { name: en.runsResume }).click();
    await page.locator('.log').getByText('Resumed from generation').last().waitFor();
  }
  return solutionOf(page);
}

/** The same without any kill. */
export async function wholeRun(page: Page, settings: TypedSettings): Promise<string> {
  await begun(page, settings);
  return solutionOf(page);
}

async function begun(page: Page, settings: TypedSettings): Promise<string> {
  const project = await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
  await go(page, 'navGenerate');
  await typeSettings(page, settings);
  await generateButton(page).click();
  return project;
}

async function solutionOf(page: Page): Promise<string> {
  await ended(page, 600_000);
  await go(page, 'navTimetable');
  await page.locator('.score-line').waitFor();
  return (await exported(page, en.exportSolution)).text;
}

/** The generation shown, as soon as it is a later one. */
async function generationAfter(page: Page, generation: number): Promise<number> {
  return vi.waitUntil(async () => {
    const shown = await counter(page, en.counterGeneration);
    return shown > generation ? shown : null;
  }, patience);
}

/** Ends the processes of a page at once: nothing of it is told. */
async function killPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It is never answered.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
