import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { counter, generate, go, openSample, projectOf } from '../support/app-driver.ts';
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

/** Pastes as a spreadsheet's clipboard does, into what has the focus. */
async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function typeCells(...cells: readonly string[]): Promise<void> {
  for (const [index, cell] of cells.entries()) {
    await page.keyboard.type(cell);
    await page.keyboard.press(index === cells.length - 1 ? 'Enter' : 'Tab');
  }
}

const events = [
  'Mathematics\t\t2\tClass 1\tMs Ash',
  'Mathematics\t\t1\tClass 1\tMs Ash',
  'Mathematics\t\t2\tClass 2\tMs Ash',
  'History\t\t1\tClass 1; Class 2\tMr Birch',
  'Sports\t\t2\tClass 1\tMr Birch',
  'Sports\t\t2\tClass 2\tMr Birch',
].join('\n');

describe('a small school from nothing', () => {
  test('is entered with keys and paste, and a timetable without faults comes out', async () => {
    await page.getByRole('button', { name: en.newButton }).press('Enter');
    await page.getByLabel(en.newName).fill('Evening school');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: en.nextTitle }).waitFor();

    await page.getByRole('link', { name: en.nextEvents }).press('Enter');
    await grid().focus();
    await paste(events);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 new instructors').waitFor();
    await page.getByRole('button', { name: en.planCreate }).press('Enter');
    await page.getByText('6 rows added.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');

    await tab(en.dataRooms);
    await grid().focus();
    await typeCells('Room 1', '30');
    await page.getByText('1 row added.').waitFor();
    await page.keyboard.press('Home');
    await typeCells('Gym');
    await expect.poll(() => grid().locator('tbody tr').count()).toBe(3);
    // the last one is taken back, and made again
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid().locator('tbody tr').count()).toBe(2);
    await page.keyboard.press('Control+y');
    await expect.poll(() => grid().locator('tbody tr').count()).toBe(3);

    await go(page, 'navGenerate');
    await generate(page);
    expect(await counter(page, en.counterUnplaced)).toBe(0);
    expect(await counter(page, en.counterHard)).toBe(0);
    expect(app.complaints).toEqual([]);
  });
});

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
