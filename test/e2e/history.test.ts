import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { generateSample, go, openSample } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';
import { faultsOf } from '../support/page.ts';
import { firstCell, renameFirstRoom, storedSteps } from '../support/room-edits.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

const undoButton = (tab: Page) => tab.locator('.history-tools button').first();

describe('the history', () => {
  test('is there after a reload: undone by the keyboard, gone back to, and restored from a version', async () => {
    const id = await generateSample(page, en.sampleSchool);
    const rooms = `${app.url}#/p/${id}/data/rooms`;
    await page.goto(rooms);
    await firstCell(page).waitFor();
    const before = (await firstCell(page).textContent()) ?? '';
    await renameFirstRoom(page, 'Hall');
    await renameFirstRoom(page, 'Aula');
    await expect.poll(() => storedSteps(page)).toBe(2);
    await page.reload();
    await expect.poll(() => firstCell(page).textContent()).toBe('Aula');
    await expect.poll(() => undoButton(page).getAttribute('title')).toContain('Changed 1 room');
    await undoButton(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => firstCell(page).textContent()).toBe('Hall');

    await go(page, 'navVersions');
    await page.getByLabel(en.versionName).first().fill('Spring');
    await page.getByRole('button', { name: en.versionSaveShort }).click();
    await page.locator('table.versions tbody tr').waitFor();
    await page.locator('.history-list button', { hasText: en.historyBeginning }).click();
    await page.goto(rooms);
    await expect.poll(() => firstCell(page).textContent()).toBe(before);

    await go(page, 'navVersions');
    await page.getByRole('link', { name: en.versionCompare }).click();
    await page.getByRole('button', { name: en.compareData, exact: true }).click();
    await page.locator('.data-list', { hasText: before }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: en.versionsTitle }).last().click();
    await page.getByRole('button', { name: en.versionRestore }).click();
    await page.goto(rooms);
    await expect.poll(() => firstCell(page).textContent()).toBe('Hall');
    expect(app.complaints).toEqual([]);
  });
});

describe('two tabs on one project', () => {
  test('the second one follows until it takes over, and then the first one does', async () => {
    const id = await openSample(page, en.sampleSchool);
    const rooms = `${app.url}#/p/${id}/data/rooms`;
    await page.goto(rooms);
    await firstCell(page).waitFor();
    const second = await app.openTab();
    await second.goto(rooms);
    await second.getByText(en.editedElsewhere).waitFor();
    await page.bringToFront();
    await renameFirstRoom(page, 'Hall');
    await second.bringToFront();
    await expect.poll(() => firstCell(second).textContent()).toBe('Hall');
    await second.getByRole('button', { name: en.takeOver }).click();
    await second.getByText(en.editedElsewhere).waitFor({ state: 'detached' });
    await renameFirstRoom(second, 'Aula');
    await page.bringToFront();
    await page.getByText(en.editedElsewhere).waitFor();
    await expect.poll(() => firstCell(page).textContent()).toBe('Aula');
    await second.close();
    await page.getByText(en.editedElsewhere).waitFor({ state: 'detached' });
    await renameFirstRoom(page, 'Studio');
    expect(app.complaints).toEqual([]);
  });
});
