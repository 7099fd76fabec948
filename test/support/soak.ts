import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { ended, exported, generateButton, type TypedSettings, typeSettings } from './app-driver.ts';

export interface Soak {
  readonly page: Page;
  /** Address of the app with a trailing slash, and of the project in it. */
  readonly url: string;
  readonly id: string;
  readonly settings: TypedSettings;
  /** Cards that are moved and put back in each round. */
  readonly moves: number;
}

/** How often each thing was done. */
export type Done = Map<string, number>;

/** For a machine that does other things as well, and large projects. */
export const patience = 300_000;

const pages = ['data/courses', 'data/rooms', 'rules', 'problems', 'statistics', 'free', 'versions', 'share'] as const;

/** Languages in turn; each round comes back to English. */
const languages = ['de', 'ar', 'fr', 'ne', 'es'] as const;

/**
 * What people do all day, once; the data is the same afterwards, but for the log of edits: generates a timetable and
 * reads it, moves cards and takes that back, saves a file, looks at every page, changes the language, deletes the
 * timetable and the run.
 */
export async function soakRound(soak: Soak, round: number, done: Done): Promise<void> {
  const { page } = soak;
  await generate(soak, round, done);
  count(done, 'runs');
  await page.locator('.ending').getByRole('link', { name: en.generateRead }).click();
  await page.locator('.week-grid .card').first().waitFor({ timeout: patience });
  for (let move = 0; move < soak.moves; move++) {
    if (await moveAndTakeBack(page, move)) count(done, 'moves taken back');
  }
  await exported(page, en.exportProject);
  count(done, 'files saved');
  await deleteTimetable(page);
  for (const path of pages) {
    await show(soak, path);
    count(done, 'pages');
  }
  await changeLanguage(soak, languages[round % languages.length] ?? 'de');
  count(done, 'changes of language', 2);
  await deleteRuns(soak);
  await rest(soak);
}

/** Where nothing of a project is open, and no message waits: what is held there, is held for good. */
export async function rest({ page, url }: Pick<Soak, 'page' | 'url'>): Promise<void> {
  await page.goto(`${url}#/`);
  await page.locator('table.list a').first().waitFor({ timeout: patience });
  const notices = page.locator('.notice').getByRole('button', { name: en.close });
  while ((await notices.count()) > 0) await notices.first().click();
  await page.mouse.move(1, 1);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

function count(done: Done, what: string, times = 1): void {
  done.set(what, (done.get(what) ?? 0) + times);
}

async function show({ page, url, id }: Soak, path: string): Promise<void> {
  await page.goto(`${url}#/p/${id}/${path}`);
  await page.locator('main h1, main .page').first().waitFor({ timeout: patience });
  await idle(page);
}

/** Until the page has time for what can wait. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => setTimeout(resolve, 50), { timeout: 5000 })),
  );
}

/** Where a worker does not load within seconds, a run ends before it begins: people press the button once more. */
const mostAttempts = 3;

async function generate(soak: Soak, seed: number, done: Done): Promise<void> {
  const { page } = soak;
  await show(soak, 'generate');
  await typeSettings(page, { ...soak.settings, seed }, { timeout: patience, interval: 100 });
  for (let attempt = 1; ; attempt++) {
    // The page goes on showing how the former run ended until the next one is there. A handle would keep that element.
    await page.evaluate(() => document.querySelector('.ending')?.setAttribute('data-former', ''));
    await generateButton(page).click();
    await page.locator('.ending[data-former]').waitFor({ state: 'detached', timeout: patience });
    await ended(page, patience);
    const failed = page.locator('.ending[data-failed]');
    if ((await failed.count()) === 0) return;
    if (attempt === mostAttempts) throw new Error((await failed.textContent()) ?? '');
    count(done, 'runs that had to be tried again');
  }
}

/** Places a card elsewhere by two clicks, and takes it back; false when nothing is free for it. */
async function moveAndTakeBack(page: Page, position: number): Promise<boolean> {
  const cards = page.locator('.week-grid .card');
  const card = cards.nth(position % (await cards.count()));
  const event = await card.getAttribute('data-event');
  await card.click();
  await page.locator('.week-grid .verdict').first().waitFor({ timeout: patience });
  const free = page
    .locator('.week-grid td:is([data-tone="good"], [data-tone="costs"]):not(:has(.card, .icon))')
    .first();
  if ((await free.count()) === 0) {
    await page.keyboard.press('Escape');
    return false;
  }
  const to = await free.getAttribute('data-cell');
  await free.click();
  const there = page.locator(`.week-grid td[data-cell="${to}"] [data-event="${event}"]`);
  await there.waitFor({ timeout: patience });
  await page.locator('.score-line').waitFor({ timeout: patience });
  await page.keyboard.press('Control+z');
  await there.waitFor({ state: 'detached', timeout: patience });
  await page.locator('.score-line').waitFor({ timeout: patience });
  return true;
}

async function deleteTimetable(page: Page): Promise<void> {
  const menu = page.locator('details.timetable-menu');
  const name = await menu.locator('summary').textContent();
  await menu.locator('summary').click();
  await menu.getByRole('button', { name: en.projectDelete, exact: true }).click();
  await page
    .locator('.notice', { hasText: name ?? '' })
    .first()
    .waitFor({ timeout: patience });
}

async function changeLanguage(soak: Soak, language: string): Promise<void> {
  const { page } = soak;
  const choose = async (code: string) => {
    await page.goto(`${soak.url}#/settings`);
    // Its names are the same in every language.
    await page.locator('select:has(option[value="ne"])').selectOption(code);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang), { timeout: patience }).toBe(code);
  };
  await choose(language);
  await show(soak, 'timetable');
  await choose('en');
}

async function deleteRuns(soak: Soak): Promise<void> {
  await show(soak, 'runs');
  await soak.page.getByLabel(en.runMarkAll).check();
  await soak.page.locator('.run-tools button').click();
  await soak.page.getByText(en.runHistoryNone).waitFor({ timeout: patience });
}
