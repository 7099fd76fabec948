import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unpackLines } from '../../src/storage/backup/backup-text.ts';
import { en } from '../../src/ui/text/en.ts';
import { importFiles } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { faultsOf, overflowOf, settled } from '../support/page.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

/** Two projects, as somebody has them; their ids. */
async function twoProjects(): Promise<readonly [string, string]> {
  const first = await importFiles(page, [{ name: 'first.ctt', text: ownCtt() }]);
  await page.goto(app.url);
  return [first, await importFiles(page, [{ name: 'second.ctt', text: ownCtt() }])];
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function downloaded(press: () => Promise<void>): Promise<readonly unknown[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const { lines, isCut } = await unpackLines(await readFile(await download.path()));
  expect(isCut).toBe(false);
  return lines;
}

/**
 * Makes the database anew with all its rows, but with another key in its table of settings: it does not open so. That
 * is done from a page beside the app: the app itself would open its database again as soon as the old one is gone.
 */
async function makeUnopenable(): Promise<void> {
  const beside = `${app.url}beside`;
  await page.route(beside, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  await page.goto(beside);
  await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const old = await answer(indexedDB.open('horarium'));
    const tables = await Promise.all(
      [...old.objectStoreNames].map(async (name) => {
        const store = old.transaction(name).objectStore(name);
        return { name, keyPath: name === 'meta' ? 'key' : store.keyPath, rows: await answer(store.getAll()) };
      }),
    );
    const version = old.version;
    old.close();
    await answer(indexedDB.deleteDatabase('horarium'));
    const request = indexedDB.open('horarium', version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, rows } of tables) {
        const store = request.result.createObjectStore(name, { keyPath });
        if (name !== 'meta') for (const row of rows) store.put(row);
      }
    };
    (await answer(request)).close();
  });
  await page.goto(app.url);
}

test('a storage that cannot be opened is saved raw and repaired, and work goes on in it', async () => {
  const [first, second] = await twoProjects();
  await makeUnopenable();
  await page.getByRole('heading', { name: en.repairUnreadable }).waitFor();
  await page.getByText(en.repairNothing).waitFor();
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
  // nothing begins anew by a slip
  expect(await button(en.repairNewTitle).isDisabled()).toBe(true);
  await button(en.repairSave).focus();
  const lines = await downloaded(() => page.keyboard.press('Enter'));
  for (const id of [first, second]) {
    expect(lines).toContainEqual({ table: 'projects', row: expect.objectContaining({ id }) });
  }
  await button(en.repairButton).press('Enter');
  await button(en.repairOpen).press('Enter');
  await page.locator('table.list tbody tr').nth(1).waitFor();
  for (const id of [first, second]) {
    await page.goto(`${app.url}#/p/${id}/data/rooms`);
    await page.getByRole('grid').focus();
    await page.keyboard.type(`Hall of ${id}`);
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: `Hall of ${id}` }).waitFor();
  }
  await page.reload();
  await page.getByRole('gridcell', { name: `Hall of ${second}` }).waitFor();
  expect(app.complaints).toEqual([]);
});

test('a damaged project says so and is repaired by itself, and the other one stays', async () => {
  const [first, second] = await twoProjects();
  await page.goto(app.url);
  await page.evaluate(async (id) => {
    const request = indexedDB.open('horarium');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const write = request.result.transaction('projects', 'readwrite');
    write.objectStore('projects').put({ id, version: 1, name: 'Faculty of Music', eventCount: Number.NaN });
    await new Promise((resolve) => {
      write.oncomplete = resolve;
    });
    request.result.close();
  }, first);
  await page.reload();
  const row = page.getByRole('row', { name: 'Faculty of Music' });
  await row.getByText(en.projectDamagedTag, { exact: true }).waitFor();
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 780 });
  expect(await overflowOf(page)).toBe(0);
  await row.getByRole('link', { name: en.projectRepair }).click();
  await page.getByRole('heading', { name: en.repairProjectTitle }).waitFor();
  await button(en.repairButton).waitFor();
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  // what is set aside is handed out first, asked for or not
  const lines = await downloaded(() => button(en.repairButton).press('Enter'));
  expect(lines).toContainEqual({ table: 'projects', row: expect.objectContaining({ eventCount: Number.NaN }) });
  expect(JSON.stringify(lines)).not.toContain(second);
  await button(en.repairOpen).press('Enter');
  await page.getByRole('link', { name: 'Faculty of Music' }).click();
  await page.locator('.counters').waitFor();
  await page.goto(`${app.url}#/p/${second}/data`);
  await page.locator('.counters').waitFor();
  expect(app.complaints).toEqual([]);
});
