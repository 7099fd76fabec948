import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { counter, ended, generateButton, go, shownScore } from '../support/app-driver.ts';
import { enter, expectFocus, paste, tabTo } from '../support/keys.ts';
import { appForAllTests } from '../support/open-app.ts';
import { faultsOf } from '../support/page.ts';

/*
 * What one person does with the product: enters a small school from nothing, is told what cannot be, generates, mends by
 * hand, keeps versions and prints. One page for all of it; each test goes on where the one before it stopped.
 */
let page: Page;
const app = appForAllTests(
  async (opened) => {
    page = opened;
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  },
  { viewport: { width: 1400, height: 860 } },
);

const groups = 'Class 1\t24\nClass 2\t22';
const instructors = 'Ms Ash\nMr Birch';
const rooms = 'Room 1\t30\nRoom 2\t30';
const events = [
  'Mathematics\t\t2\tClass 1\tMs Ash',
  'Mathematics\t\t1\tClass 1\tMs Ash',
  'Mathematics\t\t2\tClass 2\tMs Ash',
  'Mathematics\t\t1\tClass 2\tMs Ash',
  'History\t\t1\tClass 1; Class 2\tMr Birch',
  'History\t\t1\tClass 1\tMr Birch',
  'History\t\t1\tClass 2\tMr Birch',
  'Sports\t\t2\tClass 1\tMx Cedar',
  'Sports\t\t2\tClass 2\tMx Cedar',
].join('\n');

const grid = () => page.getByRole('grid');
const dialog = () => page.getByRole('dialog');
const readiness = () => page.locator('.readiness-status');
const tab = (title: string) => page.getByRole('navigation', { name: en.dataTabs }).getByRole('link', { name: title });

async function pasteRows(text: string, count: number): Promise<void> {
  await tabTo(page, grid());
  await paste(page, text);
  await dialog().getByRole('button', { name: en.planApply }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`${count} rows added.`).waitFor();
}

const focusedRole = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? null);

/** Goes to a page by its name, as somebody who knows the keys does. */
async function goByPalette(title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: en.paletteTitle }).waitFor();
  await page.keyboard.type(title);
  await page.getByRole('option', { name: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** In a state that only a story reaches. */
async function expectAccessible(within = 'dialog'): Promise<void> {
  expect(await faultsOf(page, { within })).toEqual([]);
}

describe('the first ten minutes, by the keyboard alone', () => {
  test('a school is begun from nothing', async () => {
    await enter(page, page.getByRole('button', { name: en.newButton }));
    await dialog().waitFor();
    await expectAccessible();
    await page.keyboard.type('Evening school');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: en.nextTitle }).waitFor();
    await page.locator('.readiness-told').getByText(en.readyEmpty).waitFor();
    // the page says the same as the header, and as the dialog said of the week
    await page.locator('main .panel', { hasText: en.readinessTitle }).getByText(en.readyEmpty).waitFor();
    await page.getByText(en.dataCalendarLine({ days: 5, slots: 7, weeks: 1 }), { exact: true }).waitFor();
    expect(await page.title()).toContain('Evening school');
    await expectFocus(page);
  });

  test('lists come from a spreadsheet, and names that are new are offered', async () => {
    await enter(page, page.getByRole('link', { name: en.nextGroups }));
    // the first row of an empty table is drawn as chosen: what is pasted goes there
    await expect.poll(focusedRole).toBe('grid');
    await pasteRows(groups, 2);
    await enter(page, tab(en.dataInstructors));
    await pasteRows(instructors, 2);
    await enter(page, tab(en.dataRooms));
    await pasteRows(rooms, 2);
    // one more is typed, taken back and made again
    const rows = grid().locator('tbody tr');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    for (const key of ['G', 'y', 'm', 'Tab', '4', '0', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => rows.count()).toBe(4);
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid().textContent()).not.toContain('40');
    await page.keyboard.press('Control+y');
    await expect.poll(() => grid().textContent()).toContain('40');
    await enter(page, tab(en.dataEvents));
    await tabTo(page, grid());
    await paste(page, events);
    await dialog().getByText('3 new courses').waitFor();
    await dialog().getByText('1 new instructor').waitFor();
    await expectAccessible();
    await page.keyboard.press('Enter');
    await page.getByText('9 rows added.').waitFor();
    expect(await focusedRole()).toBe('grid');
    await expect.poll(() => tab(en.dataCourses).textContent()).toContain('3');
    await expect.poll(() => readiness().textContent()).toContain(en.readyStatus);
  });

  test('a rule is added, and what it makes impossible is proved, followed and relaxed', async () => {
    await goByPalette(en.navRules);
    await page.getByRole('heading', { name: en.rulesTitle }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('gaps');
    await enter(page, page.getByRole('button', { name: /^Gaps per day/ }));
    await expectFocus(page);
    await enter(page, page.getByRole('button', { name: en.ruleNewAdd }));
    // beside the two that each project begins with
    await expect.poll(() => page.locator('.rules-table tr[data-rule]', { hasText: 'gaps' }).count()).toBe(3);
    await expectFocus(page);

    await goByPalette(en.navData);
    await enter(page, tab(en.dataAvailability));
    await tabTo(page, grid());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('1');
    await page.getByText(/^Mr Birch: \d+ slots set to “Blocked”\.$/).waitFor();
    await expect.poll(() => readiness().textContent()).toContain('impossible');
    await enter(page, readiness());
    const findings = page.locator('.readiness-panel .findings li');
    await findings.first().waitFor();
    expect(await findings.first().textContent()).toMatch(/Mr Birch.*\d+ needed · \d+ available/s);
    await expectAccessible('.readiness-panel');
    await enter(page, findings.first().getByRole('link', { name: 'Mr Birch', exact: true }).first());
    await page.waitForURL(/data\/instructors\?item=/);
    await expect.poll(focusedRole).toBe('grid');
    expect(await page.locator('.data-table [data-focused]').textContent()).toBe('Mr Birch');

    await enter(page, readiness());
    await enter(
      page,
      findings
        .first()
        .getByRole('link', { name: /Mr Birch is not available/ })
        .first(),
    );
    await page.waitForURL(/rules\?rule=/);
    await enter(page, page.getByRole('complementary').getByRole('button', { name: en.ruleIsSoft, exact: true }));
    await expect.poll(() => readiness().textContent()).toContain(en.readyStatus);
    await expectFocus(page);
  });

  test('a timetable is generated and read', async () => {
    await goByPalette(en.navGenerate);
    await tabTo(page, page.getByRole('spinbutton', { name: en.presetTime }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await enter(page, generateButton(page));
    await ended(page);
    await expectFocus(page);
    expect(await counter(page, en.counterUnplaced)).toBe(0);
    expect(await counter(page, en.counterHard)).toBe(0);
    await enter(page, page.getByRole('link', { name: en.generateRead }));
    await page.locator('.week-grid .card').first().waitFor();
    expect(await shownScore(page)).toMatchObject({ unplaced: 0, hard: 0 });
    await expectFocus(page);
  });
});

describe('a timetable day, by the pointer', () => {
  test('a card is dragged to a free cell, and the page says where it is now', async () => {
    const card = page.locator('.week-grid .card').first();
    const event = (await card.getAttribute('data-event')) ?? '';
    await card.click();
    await page.locator('.week-grid .verdict').first().waitFor();
    const free = page.locator('.week-grid td:is([data-tone="good"], [data-tone="costs"]):not(:has(.card, .icon))');
    const to = await cellOf(free.last());
    await page.keyboard.press('Escape');
    await drag(card, to);
    await to.locator(`[data-event="${event}"]`).waitFor();
    expect(await said()).toMatch(/ is now on /);
  });

  test('on a locked one another one is refused with the reason; with a free one it changes places', async () => {
    const cards = page.locator('.week-grid .card');
    await cards.first().click();
    await page.keyboard.press('Escape');
    await page.locator('.locks').getByLabel(en.lock_time).selectOption('user');
    const locked = await cellOf(page.locator('.week-grid td:has(.card)').first());
    await locked.getByRole('img', { name: en.lockLevel_user }).waitFor();
    // The first from the end that may be there at all: what was generated differs from run to run.
    for (let at = (await cards.count()) - 1; ; at--) {
      await cards.nth(at).click();
      await expect.poll(() => locked.getAttribute('data-tone')).not.toBeNull();
      if (at === 0 || (await locked.getAttribute('data-tone')) === 'blocked') break;
      await page.keyboard.press('Escape');
    }
    expect(await locked.getAttribute('data-tone')).toBe('blocked');
    const event = await page.locator('.card[data-held]').first().getAttribute('data-event');
    await locked.locator('.card').click({ position: inFirstSlot });
    expect(await dialog().locator('.target-words').textContent()).toMatch(/^Blocked by .*(Class \d|M[srx]+ )/);
    await expectAccessible();
    await page.keyboard.press('Escape');

    const swap = page.locator('.week-grid td:has(.card):has(.verdict .icon):not([data-tone="blocked"])').first();
    const to = await cellOf(swap);
    await to.locator('.card').first().click({ position: inFirstSlot });
    await dialog().getByRole('button', { name: en.blockedSwap }).click();
    await to.locator(`[data-event="${event}"]`).waitFor();
    await expect.poll(() => shownScore(page)).toMatchObject({ unplaced: 0, hard: 0 });
  });

  test('its room is chosen by keys, and taken back', async () => {
    await page.locator('.week-grid .card').first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await enter(page, page.locator('.choices button:enabled'));
    await expect.poll(said).toMatch(/ is in .* now\.$/);
    await expectFocus(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownScore(page)).toMatchObject({ unplaced: 0, hard: 0 });
  });

  test('one goes to the tray and is brought back by a local search', async () => {
    await page.locator('.week-grid .card').last().click();
    await page.keyboard.press('u');
    await page.locator('.tray-card').waitFor();
    await expect.poll(async () => (await shownScore(page)).unplaced).toBe(1);
    await page.keyboard.press('f');
    await tabTo(page, dialog().getByLabel(en.fixSeconds));
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    const accept = dialog().getByRole('button', { name: en.fixAccept });
    await accept.waitFor({ timeout: 30_000 });
    // the button that was pressed is gone, and the focus is at what can be done next
    await expect.poll(() => accept.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectAccessible();
    await page.keyboard.press('Enter');
    await expect.poll(() => shownScore(page)).toMatchObject({ unplaced: 0, hard: 0 });
    await expectFocus(page);
  });

  test('a version is kept and published, and what changes after it is listed for everybody', async () => {
    await go(page, 'navVersions');
    await page.getByLabel(en.versionName).first().fill('Autumn');
    await page.getByRole('button', { name: en.versionSaveShort }).click();
    await page.getByLabel(en.versionMore({ name: 'Autumn' })).click();
    await page.getByRole('button', { name: en.versionPublish }).click();
    await page.locator('table.versions .tag').waitFor();
    await expectFocus(page);

    await go(page, 'navTimetable');
    const card = page.locator('.week-grid .card').last();
    await card.click();
    await page.locator('.week-grid .verdict').first().waitFor();
    const free = page.locator('.week-grid td:is([data-tone="good"], [data-tone="costs"]):not(:has(.card, .icon))');
    await (await cellOf(free.first())).click();
    await expect.poll(said).toMatch(/ is now on /);

    await go(page, 'navVersions');
    await page.getByRole('link', { name: en.versionCompare }).click();
    await page.getByText(en.cards_moved({ count: '1' })).waitFor();
    await expectAccessible('main');
    await page.getByRole('button', { name: en.changesFor, exact: true }).click();
    const sheets = page.locator('.sheet');
    expect(await sheets.first().textContent()).toMatch(/ → /);
    await page.getByRole('button', { name: en.changesCopy }).click();
    await page.getByText(en.changesCopied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Autumn');
  });

  test('what is printed is the timetable and nothing else', async () => {
    await go(page, 'navTimetable');
    const cards = page.locator('.week-grid .card');
    await cards.first().waitFor();
    const count = await cards.count();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.locator('.side-panel').isVisible()).toBe(false);
    expect(await page.locator('.print-title').textContent()).toContain('Evening school');
    expect(await cards.count()).toBe(count);
    expect(await cards.last().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(5000);
    await page.emulateMedia({ media: 'screen' });
    expect(app.complaints).toEqual([]);
  });
});

/** A card may reach over two slots. */
const inFirstSlot = { x: 14, y: 10 };

/** A locator that keeps meaning this cell when the grid changes. */
async function cellOf(found: Locator): Promise<Locator> {
  return page.locator(`.week-grid [data-cell="${await found.getAttribute('data-cell')}"]`);
}

async function drag(card: Locator, to: Locator): Promise<void> {
  const [grip, goal] = [await card.boundingBox(), await to.boundingBox()];
  if (grip === null || goal === null) expect.fail('not in sight');
  await page.mouse.move(grip.x + 20, grip.y + 12);
  await page.mouse.down();
  await page.mouse.move(grip.x + 40, grip.y + 30, { steps: 3 });
  await page.mouse.move(goal.x + 30, goal.y + 20, { steps: 3 });
  await page.mouse.up();
}

const said = async () => (await page.locator('.hint').textContent()) ?? '';
