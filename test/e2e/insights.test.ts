import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { generateSample, wholeOf } from '../support/app-driver.ts';
import { appForAllTests } from '../support/open-app.ts';
import { faultsOf, overflowOf, settled } from '../support/page.ts';

let page: Page;
let base: string;

/** One generated school, looked at by every test. */
const app = appForAllTests(async (opened) => {
  page = opened;
  base = `#/p/${await generateSample(page, en.sampleSchool)}`;
});

const open = async (path: string) => {
  await page.goto(`${app.url}${base}/${path}`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
};

test('statistics are sorted by what is pressed, and lead to the timetable of somebody', async () => {
  await open('statistics');
  const slots = page.getByRole('columnheader', { name: en.columnSlots });
  await slots.getByRole('button').click();
  expect(await slots.getAttribute('aria-sort')).toBe('descending');
  const figures = await page.locator('.figure-table tbody td:nth-child(3) > span').allInnerTexts();
  const numbers = figures.map(Number);
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  const first = page.locator('.figure-table tbody th a').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect.poll(() => page.locator('.picker summary').first().textContent()).toContain(name);
});

test('rooms are found that are free, and fewer of them with more wishes', async () => {
  await open('free?slot=2');
  const rows = page.locator('.figure-table tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();
  await page.getByLabel(en.freeSeats).fill('27');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const seats = await rows.locator('td').nth(0).allInnerTexts();
  expect(Math.min(...seats.map(wholeOf))).toBeGreaterThanOrEqual(27);
});

test('covers are found for whoever is away, kept in the project, copied and shown on that day', async () => {
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('substitution');
  const field = page.getByLabel(en.coverWho);
  const name = (await page.locator('datalist option').nth(3).getAttribute('value')) ?? '';
  await field.fill(name);
  const needs = page.locator('.cover-need');
  await needs.first().waitFor();
  await page.getByRole('button', { name: en.coverSuggest }).click();
  await page.locator('.candidate[aria-pressed="true"]').first().waitFor();
  const cover = await page.locator('.candidate[aria-pressed="true"] b').first().textContent();
  const undo = page.locator('.history-tools button').first();
  await expect.poll(() => undo.getAttribute('title')).toContain('Arranged cover');
  await page.locator('.cover-note input').first().fill('Pages 4 and 5');
  await page.keyboard.press('Enter');
  await expect.poll(() => undo.getAttribute('title')).toContain('Noted');
  await expect.poll(() => page.locator('.cover-dates a').count()).toBe(1);
  // Who is away is told by the covers of the date.
  await open('substitution');
  await page.locator('.candidate[aria-pressed="true"]').first().waitFor();
  expect(await page.locator('.candidate[aria-pressed="true"] b').first().textContent()).toBe(cover);
  await page.getByRole('button', { name: en.coverCopy }).click();
  await page.getByText(en.coverCopied).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(name);
  expect(copied).toContain(cover ?? '');
  expect(copied).toContain('Pages 4 and 5');
  await page.getByRole('link', { name: en.coverShowDay }).click();
  await page.locator('.master-grid .card[data-covered]').first().waitFor();
  expect(await page.locator('.card-cover').first().textContent()).toContain(` for ${name}`);
  await page.goBack();
  await page.locator('.candidate[aria-pressed="true"]').first().waitFor();
  // the keyboard stays where it is when a cover is taken back
  const chosen = page.locator('.candidate[aria-pressed="true"]').first();
  await chosen.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('false');
});

describe('the palette', () => {
  test('finds a room by its name and goes there', async () => {
    await open('statistics');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: en.paletteTitle });
    await field.waitFor();
    await page.keyboard.type('art stud');
    await page.getByRole('option', { name: 'Art studio' }).first().waitFor();
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/timetable\/room/);
    await expect.poll(() => page.locator('.picker summary').first().textContent()).toContain('Art studio');
  });

  test('does what it is told, while text is typed, too, and Escape leaves the page as it was', async () => {
    await open('statistics');
    const filter = page.getByPlaceholder(en.statisticsFilter);
    await filter.focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: en.paletteTitle }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.palette').waitFor({ state: 'detached' });
    expect(await filter.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(en.substitutionTitle.toUpperCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(/substitution/);
  });
});

test('the help tells the shortcuts, and the menu does what they do', async () => {
  await open('statistics');
  await page.getByRole('main').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: en.helpTitle });
  await help.waitFor();
  expect(await help.textContent()).toContain(en.undo);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await page.getByLabel(en.menuTitle).click();
  await page.locator('.command-menu').getByRole('button', { name: en.freeTitle }).click();
  await page.waitForURL(/free/);
  expect(await page.locator('.command-menu').getAttribute('open')).toBeNull();
});

test('commands of a page are gone with it, so that their keys are free on the next one', async () => {
  const help = page.getByRole('dialog', { name: en.helpTitle });
  const toldOn = async (path: string) => {
    await open(path);
    await page.keyboard.press('?');
    await help.waitFor();
    const told = (await help.textContent()) ?? '';
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    return told;
  };
  expect(await toldOn('rules')).toContain(en.rulesAdd);
  expect(await toldOn('timetable')).not.toContain(en.rulesAdd);
});

const wide = { width: 1280, height: 800 };
const looks = [
  {
    name: 'light',
    colorScheme: 'light',
    viewport: wide,
    judged: ['statistics', 'free?slot=2', 'substitution', 'palette'],
  },
  { name: 'dark', colorScheme: 'dark', viewport: wide, judged: ['statistics?of=week', 'substitution'] },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 390, height: 780 }, judged: ['statistics'] },
] as const;

test.each(looks)('no fault that a program can find, $name', async ({ colorScheme, viewport, judged }) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  const faults: string[] = [];
  const look = async (screen: string) => {
    const overflow = await overflowOf(page);
    if (overflow > 0) faults.push(`${screen}: ${overflow} px too wide`);
    if (!(judged as readonly string[]).includes(screen)) return;
    await settled(page);
    for (const fault of await faultsOf(page, { onlyColours: colorScheme === 'dark' }))
      faults.push(`${screen}: ${fault}`);
  };
  for (const path of ['statistics', 'statistics?of=week', 'free?slot=2']) {
    await open(path);
    await page.locator('.figure-table').waitFor();
    await look(path);
  }
  await open('substitution');
  await page.getByLabel(en.coverWho).fill((await page.locator('datalist option').nth(3).getAttribute('value')) ?? '');
  await page.locator('.cover-need').first().waitFor();
  await look('substitution');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: en.paletteTitle }).waitFor();
  await look('palette');
  await page.keyboard.press('Escape');
  expect(faults).toEqual([]);
});

test('nothing was complained about', () => {
  expect(app.complaints).toEqual([]);
});
