import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { languages } from '../../src/ui/text/languages.ts';
import { generateSample } from '../support/app-driver.ts';
import { unseenFocuses } from '../support/focus-walk.ts';
import { appForAllTests } from '../support/open-app.ts';
import { faultsOf, overflowOf, settled } from '../support/page.ts';

let page: Page;
let base: string;

/** One generated school, looked at by every test. */
const app = appForAllTests(async (opened) => {
  page = opened;
  base = `#/p/${await generateSample(page, en.sampleSchool)}`;
});

/** Rows like those before them: there are a thousand cells in sight, and each is looked at for a while. */
const moreRows = ':is(.data-table, .availability) tbody tr:nth-child(n + 4)';

const screens = {
  projects: () => '#/',
  data: () => `${base}/data`,
  rules: () => `${base}/rules`,
  rule: () => `${base}/rules?rule=gaps-classes`,
  events: () => `${base}/data/events`,
  calendar: () => `${base}/data/calendar`,
  availability: () => `${base}/data/availability`,
  generate: () => `${base}/generate`,
  timetable: () => `${base}/timetable/group`,
  problems: () => `${base}/problems`,
  statistics: () => `${base}/statistics`,
  free: () => `${base}/free`,
  substitution: () => `${base}/substitution`,
  versions: () => `${base}/versions`,
  compare: () => `${base}/versions/compare`,
  settings: () => '#/settings',
};
/** Elements of a screen: what grows with the data must be drawn only as far as it is in sight. */
const mostElements = 4000;
const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 390, height: 780 } },
] as const;

describe.each(looks)('every screen, $name,', ({ colorScheme, viewport }) => {
  test.each(Object.entries(screens))('%s has no fault that a program can find', async (_, address) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto(app.url + address());
    await page.getByRole('main').getByRole('heading').first().waitFor({ state: 'attached' });
    await settled(page);
    expect(await faultsOf(page, { besides: moreRows, onlyColours: colorScheme === 'dark' })).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(await page.locator('*').count()).toBeLessThanOrEqual(mostElements);
  });
});

/** The pages that people work on, and what their windows are called. */
const mainScreens = [
  { screen: 'events', title: en.navData },
  { screen: 'availability', title: en.navData },
  { screen: 'rules', title: en.navRules },
  { screen: 'generate', title: en.navGenerate },
  { screen: 'timetable', title: en.navTimetable },
  { screen: 'problems', title: en.navProblems },
  { screen: 'statistics', title: en.statisticsTitle },
  { screen: 'settings', title: en.navSettings },
] as const;

describe('at 200 % on a screen of 1280 by 1024', () => {
  test.each(mainScreens)('$screen needs no scrolling across, and every focus is seen', async ({ screen, title }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 640, height: 512 });
    await page.goto(app.url + screens[screen]());
    await page.getByRole('main').getByRole('heading').first().waitFor({ state: 'attached' });
    await settled(page);
    expect(await overflowOf(page)).toBe(0);
    await page.locator('#content').focus();
    expect(await unseenFocuses(page, 12)).toEqual([]);
    expect((await page.title()).split(' – ')[0]).toBe(title);
  });
});

test('at 400 % on a screen of 1280 by 1024 the page has most of the height, and needs no scrolling across', async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const { screen } of mainScreens) {
    await page.goto(app.url + screens[screen]());
    await page.getByRole('main').getByRole('heading').first().waitFor({ state: 'attached' });
    expect((await page.locator('.shell-main').boundingBox())?.height).toBeGreaterThan(256 / 2);
    expect(await overflowOf(page)).toBe(0);
  }
});

test('on a phone the tab that is shown is in sight', async () => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.goto(app.url + screens.availability());
  await page.locator('.availability').waitFor();
  const isInSight = () =>
    page
      .locator('.data-tab[aria-current]')
      .evaluate((tab) => tab.getBoundingClientRect().right < window.innerWidth + 1);
  await expect.poll(isInSight).toBe(true);
});

/** What reaches beyond the element that it stands in, or does not show all of itself. */
function cutOff(selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => {
        const [own, around] = [element, element.parentElement ?? element].map((item) => item.getBoundingClientRect());
        if (own === undefined || around === undefined || own.width === 0) return false;
        const isOutside = own.left < around.left - 0.5 || own.right > around.right + 0.5;
        return isOutside || own.bottom > around.bottom + 0.5 || element.scrollWidth > Math.ceil(own.width);
      })
      .map((element) => element.textContent ?? ''),
  );
}

test.each(languages.map(({ code }) => code).reverse())(
  'on a phone nothing of the navigation and of the last line is cut off in %s',
  async (code) => {
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto(app.url + screens.settings());
    await page.locator('select:has(option[value="ne"])').selectOption(code);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(code);
    await page.goto(app.url + screens.timetable());
    await page.locator('.week-grid .card').first().waitFor();
    expect(await cutOff('.nav-link > span')).toEqual([]);
    expect(await cutOff('.shell-footer > span')).toEqual([]);
  },
);

test.each(['ar', 'en'])('a long name of a row shows where it begins and ends in %s', async (code) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(app.url + screens.settings());
  await page.locator('select:has(option[value="ne"])').selectOption(code);
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(code);
  await page.goto(`${app.url}${base}/timetable/master`);
  const name = page.locator('.master-grid .row-name').first();
  await name.waitFor();
  const areEndsInside = await name.evaluate((element) => {
    element.textContent = 'Civil works, year 1, section A (C11A-1)';
    const text = element.firstChild as Text;
    const around = element.getBoundingClientRect();
    return [0, text.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      // letters take more room than their line
      const middle = (box.top + box.bottom) / 2;
      return box.left >= around.left && box.right <= around.right && middle < around.bottom;
    });
  });
  expect(areEndsInside).toEqual([true, true]);
});

describe('what people have asked their system for', () => {
  test('in the colours of the system, what is chosen and where cards end can be seen', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await page.goto(app.url + screens.timetable());
    await page.locator('.week-grid .card').first().waitFor();
    const ground = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const pressed = '.timetable-main .segmented button[aria-pressed=';
    expect(await ground(`${pressed}"true"]`)).not.toBe(await ground(`${pressed}"false"]`));
    expect(await ground('.nav-link[aria-current]')).not.toBe(await ground('.nav-link:not([aria-current])'));
    const card = page.locator('.week-grid .card').first();
    expect(await card.evaluate((element) => getComputedStyle(element).borderBlockEndStyle)).toBe('solid');
    expect(await faultsOf(page, { onlyColours: true })).toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  });

  test('with less motion, nothing moves', async () => {
    const moving = () =>
      page.evaluate(() => {
        const dot = document.createElement('span');
        dot.className = 'run-dot';
        dot.dataset.state = 'running';
        document.getElementById('content')?.append(dot);
        const count = document.getAnimations().length;
        dot.remove();
        return count;
      });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving()).toBe(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });

  test('a letter alone does nothing once that is turned off', async () => {
    await page.goto(app.url + screens.settings());
    const keys = page.getByRole('group', { name: en.settingsKeys });
    await keys.getByRole('button', { name: en.settingsKeysOff }).click();
    await page.locator('#content').focus();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    // The palette is open, and nothing is open below it.
    await page.locator('.palette input').waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await keys.getByRole('button', { name: en.settingsKeysOn }).click();
  });
});

describe('the keyboard', () => {
  test('reaches the content, moves through the week, selects a card and clears it', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(app.url + screens.timetable());
    await page.reload();
    await page.locator('.week-grid .card').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(en.skipToContent);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    for (let step = 0; step < 20 && (await focusedCell(page)) === null; step++) await page.keyboard.press('Tab');
    const start = await focusedCell(page);
    expect(start).not.toBeNull();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await focusedCell(page)).not.toBe(start);
    for (let step = 0; step < 5 && !page.url().includes('event='); step++) {
      await page.keyboard.press('Enter');
      if (!page.url().includes('event=')) await page.keyboard.press('ArrowDown');
    }
    await page.locator('.card[data-selected]').waitFor();
    // Back from the hand, then out of the selection.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.card[data-selected]').waitFor({ state: 'detached' });
  });

  test('and the way back leave nothing open over a page', async () => {
    await page.goto(app.url + screens.settings());
    await page.goto(app.url + screens.problems());
    await page.locator('#content').focus();
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.goBack();
    await page.locator('.palette').waitFor({ state: 'detached' });
    await page.locator('#content').getByRole('heading', { name: en.navSettings, level: 1 }).waitFor();
  });

  test('opens the list of groups, finds one by its name and chooses it', async () => {
    await page.goto(app.url + screens.timetable());
    const picker = page.locator('.picker summary');
    await picker.focus();
    await page.keyboard.press('Enter');
    const names = await page.locator('.picker-list [role="option"]').allInnerTexts();
    const wanted = names.at(-1) ?? '';
    await page.keyboard.type(wanted);
    await page.keyboard.press('Enter');
    await expect.poll(() => picker.textContent()).toContain(wanted);
    expect(await picker.evaluate((summary) => summary === document.activeElement)).toBe(true);
  });
});

function focusedCell(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);
}
