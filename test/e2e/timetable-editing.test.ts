import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { generateSample, shownScore } from '../support/app-driver.ts';
import { enter, expectFocus, tabTo } from '../support/keys.ts';
import { appForAllTests } from '../support/open-app.ts';
import { faultsOf, hiddenDetails, overflowOf } from '../support/page.ts';

let page: Page;
let base: string;

/** One generated school, edited by every test and left as it was found. */
const app = appForAllTests(
  async (opened) => {
    page = opened;
    base = `${app.url}#/p/${await generateSample(page, en.sampleSchool)}/timetable`;
  },
  { viewport: { width: 1400, height: 860 } },
);

async function openWeek(): Promise<void> {
  await page.goto(`${base}/group`);
  await page.locator('.week-grid .card').first().waitFor();
  await page.locator('.score-line').waitFor();
}

function cell(day: number, slot: number): Locator {
  return page.locator(`.week-grid [data-cell="${day} ${slot}"]`);
}

async function placeOf(found: Locator): Promise<{ readonly day: number; readonly slot: number }> {
  const [day = -1, slot = -1] = ((await found.getAttribute('data-cell')) ?? '').split(' ').map(Number);
  return { day, slot };
}

/** Moves the focus with the arrow keys; lunch is one step like any other row. */
async function moveTo(found: Locator): Promise<void> {
  const wanted = await found.getAttribute('data-cell');
  const to = await placeOf(found);
  for (let step = 0; step < 20; step++) {
    const from = await placeOf(page.locator(':focus'));
    if (`${from.day} ${from.slot}` === wanted) return;
    if (from.day !== to.day) await page.keyboard.press(from.day < to.day ? 'ArrowRight' : 'ArrowLeft');
    else await page.keyboard.press(from.slot < to.slot ? 'ArrowDown' : 'ArrowUp');
  }
  expect.fail(`the arrow keys do not lead to ${wanted}`);
}

/** A cell of the week over which no card lies. */
async function emptyCell(): Promise<Locator> {
  const keys = await page.locator('.week-grid td[data-cell]').evaluateAll((cells) =>
    cells.flatMap((found) => {
      const { x, y, width, height } = found.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === found
        ? (found as HTMLElement).dataset.cell
        : [];
    }),
  );
  return page.locator(`.week-grid [data-cell="${keys[0]}"]`);
}

/** Picks up the card of a cell by keys, and waits until the cells say what would happen. */
async function pickUp(found: Locator): Promise<void> {
  await found.focus();
  await page.keyboard.press('Enter');
  await page.locator('.week-grid .verdict').first().waitFor();
}

const nameOf = async (found: Locator) => (await found.locator('.card b').first().textContent()) ?? '';

const said = async () => (await page.locator('.hint').textContent()) ?? '';
const events = (found: Locator) =>
  found.locator('.card').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.event));

describe('by the keyboard alone', () => {
  test('a card is picked up, refused with the reason, swapped, and the swap is undone', async () => {
    await openWeek();
    const before = await shownScore(page);
    const start = page.locator('.week-grid td:has(.card)').first();
    const from = await placeOf(start);
    const [card] = await events(start);
    await pickUp(start);
    // Every cell says in a sign what its colour says.
    const tones = await page.locator('.week-grid td[data-cell]').evaluateAll((cells) =>
      cells.map((found) => ({
        tone: (found as HTMLElement).dataset.tone,
        text: found.querySelector('.verdict')?.innerHTML ?? '',
      })),
    );
    expect(tones.every(({ tone }) => tone !== undefined)).toBe(true);
    expect(tones.filter(({ tone, text }) => tone !== 'none' && text === '')).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);

    const swap = page.locator('.week-grid td:has(.card):has(.verdict .icon):not([data-tone="blocked"])').first();
    const to = await placeOf(swap);
    await moveTo(swap);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: en.blockedSwap }).waitFor();
    // Refused for now: it stays in the hand.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await events(cell(from.day, from.slot))).toContain(card);
    await page.locator('[data-held]').first().waitFor();

    await moveTo(cell(to.day, to.slot));
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: en.blockedSwap }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => events(cell(to.day, to.slot))).toContain(card);
    expect(await said()).not.toBe(en.gridHint);
    expect((await shownScore(page)).unplaced).toBe(before.unplaced);

    await page.keyboard.press('Control+z');
    await expect.poll(() => events(cell(from.day, from.slot))).toContain(card);
    await expect.poll(() => shownScore(page)).toEqual(before);
  });

  test('a locked card stays, says so, and the page keeps its place while the data is built again', async () => {
    await openWeek();
    const start = page.locator('.week-grid td:has(.card)').first();
    const { day, slot } = await placeOf(start);
    const name = await nameOf(start);
    await pickUp(start);
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await cell(day, slot).locator('.card-marks svg[role="img"]').waitFor();
    expect(await said()).toBe(en.saidLocked({ count: 1, name }));
    // The built problem follows a moment later.
    await page.waitForTimeout(1200);
    expect(await placeOf(page.locator(':focus'))).toEqual({ day, slot });

    await pickUp(cell(day, slot));
    const other = page.locator('.week-grid td[data-tone="off"]').first();
    await moveTo(other);
    await page.keyboard.press('Enter');
    expect(await said()).toContain(en.cellLockedWords());
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await expect.poll(said).toBe(en.saidUnlocked({ count: 1, name }));
    // the soft level: another shape, and a rule that says what it weighs
    await page.locator('.lock-part select').first().selectOption('soft');
    await expect.poll(said).toBe(en.saidStays({ count: 1, name }));
    await start.getByRole('img', { name: en.lockLevel_soft }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => start.getByRole('img', { name: en.lockLevel_soft }).count()).toBe(0);
  });

  test('keys are about the card to which the focus has moved, whichever was selected before', async () => {
    await openWeek();
    const cells = page.locator('.week-grid td:has(.card)');
    const [first, second] = [await placeOf(cells.nth(0)), await placeOf(cells.nth(1))];
    const locks = ({ day, slot }: { readonly day: number; readonly slot: number }) =>
      cell(day, slot).locator('.card-marks svg[role="img"]').count();
    const before = [await locks(first), await locks(second)];
    await pickUp(cells.nth(0));
    await page.keyboard.press('Escape');
    await moveTo(cells.nth(1));
    await page.keyboard.press('l');
    const name = await nameOf(cells.nth(1));
    await expect.poll(said).toBe(en.saidLocked({ count: 1, name }));
    await expect.poll(() => locks(second)).toBe((before[1] ?? 0) + 1);
    expect(await locks(first)).toBe(before[0]);
    await page.keyboard.press('l');
    await expect.poll(said).toBe(en.saidUnlocked({ count: 1, name }));
  });

  test('put back, a card has the focus again; on an empty cell the keys leave cards elsewhere alone', async () => {
    await openWeek();
    const start = page.locator('.week-grid td:has(.card)').first();
    const from = await placeOf(start);
    const empty = await emptyCell();
    await pickUp(start);
    await moveTo(empty);
    await page.keyboard.press('Escape');
    expect(await placeOf(page.locator(':focus'))).toEqual(from);
    await moveTo(empty);
    const before = await shownScore(page);
    for (const key of ['l', 'u']) {
      await page.keyboard.press(key);
      await expect.poll(said).toBe(en.saidNoCardHere);
    }
    expect(await cell(from.day, from.slot).locator('.card-marks svg[role="img"]').count()).toBe(0);
    expect(await shownScore(page)).toEqual(before);
  });

  test('a card in the tray is brought back by a local search, which is looked at and accepted', async () => {
    await openWeek();
    const before = await shownScore(page);
    await pickUp(page.locator('.week-grid td:has(.card)').first());
    await page.keyboard.press('u');
    await page.locator('.tray-card').first().waitFor();
    await expect.poll(async () => (await shownScore(page)).unplaced).toBe(before.unplaced + 1);
    // Taken out by hand, so no run was in its way: its old place, at the least, is free.
    const why = page.locator('.side-panel .why-unplaced');
    await expect.poll(() => why.textContent()).toMatch(/as the timetable stands.* pick it up/);
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel(en.fixSeconds));
    await page.keyboard.type('2');
    await enter(page, dialog.getByRole('button', { name: en.fixStart, exact: true }));
    const accept = dialog.getByRole('button', { name: en.fixAccept });
    await accept.waitFor({ timeout: 30_000 });
    expect(await dialog.locator('tbody tr').count()).toBeGreaterThan(0);
    await expect.poll(() => accept.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shownScore(page)).unplaced).toBe(before.unplaced);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownScore(page)).toEqual(before);
  });

  test('a suggestion, many locks and a version are reached with keys', async () => {
    await openWeek();
    const before = await shownScore(page);
    await tabTo(page, page.locator('.week-grid td[tabindex="0"], .week-grid td [tabindex="0"]'));
    await moveTo(page.locator('.week-grid td:has(.card)').first());
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await enter(page, page.locator('.suggestion-list').getByRole('button'));
    await expect.poll(said).toMatch(/ is now on /);
    await expectFocus(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownScore(page)).toEqual(before);

    await page.keyboard.press('Shift+L');
    await enter(page, page.getByRole('dialog').getByRole('button', { name: en.panelLock, exact: true }));
    await page.locator('.week-grid').getByRole('img', { name: en.lockLevel_user }).first().waitFor();
    await expectFocus(page);
    await page.keyboard.press('Control+z');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: en.paletteTitle }).waitFor();
    await page.keyboard.type(en.navVersions);
    await page.getByRole('option', { name: en.navVersions }).first().waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel(en.versionName));
    await page.keyboard.type('By keys');
    await page.keyboard.press('Enter');
    await enter(page, page.getByLabel(en.versionMore({ name: 'By keys' })));
    await enter(page, page.getByRole('button', { name: en.versionPublish }));
    await page.locator('table.versions .tag').waitFor();
    await enter(page, page.getByRole('link', { name: en.versionCompare }));
    await page.getByRole('heading', { name: en.compareTitle }).waitFor();
  });
});

describe('by the pointer', () => {
  test('a card is dragged to an empty cell, and a suggestion is applied as one edit', async () => {
    await openWeek();
    const before = await shownScore(page);
    const card = page.locator('.week-grid .card').first();
    const event = await card.getAttribute('data-event');
    await card.click();
    await page.locator('.week-grid .verdict').first().waitFor();
    const free = page
      .locator('.week-grid td:is([data-tone="good"], [data-tone="costs"]):not(:has(.card, .icon))')
      .first();
    const to = await placeOf(free);
    await page.keyboard.press('Escape');

    const grip = await card.boundingBox();
    const goal = await cell(to.day, to.slot).boundingBox();
    if (grip === null || goal === null) expect.fail('not in sight');
    await page.mouse.move(grip.x + 20, grip.y + 12);
    await page.mouse.down();
    await page.mouse.move(grip.x + 40, grip.y + 30, { steps: 3 });
    await page.mouse.move(goal.x + 30, goal.y + 20, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => events(cell(to.day, to.slot))).toContain(event);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownScore(page)).toEqual(before);

    await page.keyboard.press('s');
    await page.locator('.suggestion-list li').first().waitFor();
    await page.locator('.suggestion-list').getByRole('button').first().click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownScore(page)).toEqual(before);
  });

  test('the master grid shows every room, and a name leads to its week', async () => {
    await page.goto(`${base}/master?rows=room`);
    await page.locator('.master-grid .card').first().waitFor();
    const name = page.locator('.master-grid .row-name').first();
    const room = (await name.textContent()) ?? '';
    await name.click();
    await page.locator('.week-grid').waitFor();
    expect(await page.locator('.picker summary').textContent()).toContain(room);
  });

  test.each([1280, 1100])('two weeks beside each other are seen whole, on a screen %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${base}/group?second=instructor`);
    await page.locator('.second-view .week-grid .card').first().waitFor();
    // the page hears of its new width after it has it
    const cutOff = () =>
      page
        .locator('.views .grid-scroll')
        .evaluateAll((grids) => grids.map((grid) => grid.scrollWidth - grid.clientWidth));
    await expect.poll(cutOff).toEqual([0, 0]);
    await expect.poll(() => hiddenDetails(page)).toEqual([]);
    await page.setViewportSize({ width: 1400, height: 860 });
  });

  test('on a phone a card is placed by two taps', async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await openWeek();
    const before = await shownScore(page);
    expect(await coveredByLongName(page)).toBe(0);
    await page.locator('.week-grid .card').first().click();
    await page.locator('.week-grid .verdict').first().waitFor();
    expect(await overflowOf(page)).toBe(0);
    const swap = page.locator('.week-grid td:has(.card):has(.verdict .icon)').first();
    const to = await placeOf(swap);
    await cell(to.day, to.slot).locator('.card').first().click();
    await page.getByRole('dialog').getByRole('button', { name: en.blockedAnyway }).click();
    await expect.poll(async () => (await shownScore(page)).hard).toBeGreaterThan(before.hard);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownScore(page)).toEqual(before);
    await page.setViewportSize({ width: 1400, height: 860 });
  });
});

/** By how many pixels the buttons around a group with a long name cover the choice of the view. */
async function coveredByLongName(opened: Page): Promise<number> {
  const tools = opened.locator('.narrow-tools');
  await tools.locator('.picker summary .ellipsis').evaluate((name) => {
    name.textContent = 'Mechanical engineering, year 1, section A';
  });
  const [select, previous] = await Promise.all([
    tools.locator('select').boundingBox(),
    tools.getByRole('button', { name: en.pickerPrevious, exact: true }).boundingBox(),
  ]);
  return Math.max(0, (select?.x ?? 0) + (select?.width ?? 0) - (previous?.x ?? 0));
}

test('nothing was complained of', () => {
  expect(app.complaints).toEqual([]);
});
