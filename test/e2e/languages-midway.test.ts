import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import {
  counter,
  ended,
  exported,
  generateButton,
  go,
  openSample,
  projectOf,
  typeSettings,
} from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;
const app = appForEachTest((opened) => {
  page = opened;
});

const plenty = { timeout: 60_000, interval: 50 };
const languageField = () => page.locator('select:has(option[value="ne"])');
const shownLanguage = () => page.evaluate(() => document.documentElement.lang);
const cell = () => page.locator('[role="gridcell"]').first();

async function choose(code: string): Promise<void> {
  await page.goto(`${app.url}#/settings`);
  await languageField().selectOption(code);
  await expect.poll(shownLanguage, { timeout: 30_000 }).toBe(code);
}

/** Holds the file of a language back, as a slow network does, until the function given is called. */
async function holdBack(file: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a language that arrives while a cell is open loses nothing of what is typed', async () => {
  const id = await openSample(page, en.sampleSchool);
  const release = await holdBack(/\/assets\/de-[^/]+\.js$/);
  await page.goto(`${app.url}#/settings`);
  await languageField().selectOption('de');
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  const before = await cell().textContent();
  await cell().click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Aula');
  release();
  await expect.poll(shownLanguage, { timeout: 30_000 }).toBe('de');
  await expect.poll(() => cell().textContent()).toBe('Aula');

  await page.reload();
  await expect.poll(() => cell().textContent()).toBe('Aula');
  await page.locator('.history-tools button').first().click();
  await expect.poll(() => cell().textContent()).toBe(before);
  expect(app.complaints).toEqual([]);
});

test('a cell that is open when somebody goes to choose a language is kept', async () => {
  const id = await openSample(page, en.sampleSchool);
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  await cell().click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Salle');
  await choose('fr');
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  await expect.poll(() => cell().textContent()).toBe('Salle');
  expect(app.complaints).toEqual([]);
});

test('the form of a new rule is headed as its kind is called in the list of kinds', async () => {
  const id = await openSample(page, en.sampleSchool);
  await choose('de');
  await page.goto(`${app.url}#/p/${id}/rules`);
  await page.locator('main button.primary').first().click();
  const kind = page.locator('button.kind').first();
  const called = (await kind.locator('b').textContent()) ?? '';
  await kind.click();
  const form = page.getByRole('complementary', { name: called, exact: true });
  await form.getByRole('heading', { name: called, exact: true }).waitFor();
  expect(app.complaints).toEqual([]);
});

const settings = { population: 4, generations: 60, islands: 2, movesPerIndividual: 800_000, seed: 5, target: null };

async function begin(): Promise<string> {
  await openSample(page, en.sampleSchool);
  await typeSettings(page, settings);
  await generateButton(page).click();
  return projectOf(page);
}

async function found(): Promise<unknown> {
  await ended(page);
  await go(page, 'navTimetable');
  await page.locator('.score-line').waitFor();
  const { timetables } = JSON.parse((await exported(page, en.exportProject)).text);
  return timetables[0].timetable;
}

test('a run goes on through changes of language and ends where it ends without them', async () => {
  const id = await begin();
  await vi.waitUntil(async () => (await counter(page, en.counterGeneration)) >= 2, plenty);
  for (const code of ['ar', 'de', 'en']) {
    await choose(code);
    await page.goto(`${app.url}#/p/${id}/generate`);
    await page.locator('.counters, .ending').first().waitFor();
  }
  const result = await found();
  expect(result).toBeDefined();
  expect(app.complaints).toEqual([]);

  page = await app.openOther();
  await begin();
  expect(await found()).toEqual(result);
}, 240_000);
