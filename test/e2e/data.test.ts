import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { openSample, projectOf } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

async function tab(title: string): Promise<void> {
  await page.getByRole('navigation', { name: en.dataTabs }).getByRole('link', { name: title }).click();
}

function grid() {
  return page.getByRole('grid');
}

async function typeCells(...cells: readonly string[]): Promise<void> {
  for (const [index, cell] of cells.entries()) {
    await page.keyboard.type(cell);
    await page.keyboard.press(index === cells.length - 1 ? 'Enter' : 'Tab');
  }
}

describe('the data of a school', () => {
  test('refuses what cannot be, says what would go along, and keeps what was done after a reload', async () => {
    await openSample(page, en.sampleSchool);
    const address = `${app.url}#/p/${projectOf(page)}/data/rooms`;
    await page.goto(address);
    await grid().focus();
    await page.keyboard.press('ArrowRight');
    await typeCells('many');
    await page.getByRole('alert').getByText('A whole number').waitFor();
    await page.keyboard.press('Escape');
    await typeCells('31');
    await expect.poll(() => grid().locator('[data-cell="0:1"]').textContent()).toBe('31');
    await page.getByText('1 row changed.').waitFor();

    await tab(en.dataInstructors);
    await page.getByRole('button', { name: en.tableRemove }).click();
    await page.getByRole('dialog').getByText(en.removalChanges).waitFor();
    await page.getByRole('button', { name: en.removalYes, exact: true }).click();
    await page.getByText('1 row deleted.').waitFor();
    await expect.poll(() => page.getByRole('link', { name: `${en.dataInstructors} 29` }).count()).toBe(1);

    await page.goto(address);
    await page.reload();
    await expect.poll(() => grid().locator('[data-cell="0:1"]').textContent()).toBe('31');
    expect(app.complaints).toEqual([]);
  });

  test('a finger chooses a cell, and touches it again to type into it', async () => {
    const viewport = { width: 390, height: 844 };
    const phone = await app.context.browser()?.newContext({ hasTouch: true, isMobile: true, viewport });
    if (phone === undefined) expect.fail('no browser');
    try {
      page = await phone.newPage();
      await page.goto(app.url);
      await openSample(page, en.sampleSchool);
      await page.goto(`${app.url}#/p/${projectOf(page)}/data/rooms`);
      const isTyping = () => page.evaluate(() => document.activeElement?.closest('.cell-editor') != null);
      for (const chosen of [true, false]) {
        const cell = grid().locator(`[data-cell="${chosen ? 0 : 2}:0"]`);
        await cell.tap();
        expect(await isTyping()).toBe(chosen);
        if (!chosen) await cell.tap();
        expect(await isTyping()).toBe(true);
        await page.keyboard.press('ControlOrMeta+A');
        await typeCells(`Aula ${chosen}`);
        await expect.poll(() => cell.textContent()).toBe(`Aula ${chosen}`);
      }
    } finally {
      await phone.close();
    }
  });

  test('availability is painted with the mouse, and too little of it is red', async () => {
    await openSample(page, en.sampleSchool);
    await page.goto(`${app.url}#/p/${projectOf(page)}/data/availability`);
    const first = grid().locator('[data-paint="0:0"]');
    await first.waitFor();
    const from = await first.boundingBox();
    const to = await grid().locator('[data-paint="1:12"]').boundingBox();
    await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 5, (to?.y ?? 0) + 5, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => grid().locator('[data-paint="1:12"]').getAttribute('data-level')).toBe('blocked');
    // the rest of the week, with keys
    for (let step = 0; step < 27; step++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('1');
    await grid().locator('.availability-count[data-bad]').first().waitFor();
    expect(app.complaints).toEqual([]);
  });

  test('a day that goes says what goes with it', async () => {
    await openSample(page, en.sampleSchool);
    await page.goto(`${app.url}#/p/${projectOf(page)}/data/calendar`);
    await page.getByRole('button', { name: 'Remove Friday' }).click();
    await page.getByRole('dialog').getByText(en.calendarAsk).waitFor();
    await page.getByRole('button', { name: en.planApply }).click();
    await expect.poll(() => grid().getByRole('columnheader').count()).toBe(5);
    expect(app.complaints).toEqual([]);
  });
});
