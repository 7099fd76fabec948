import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { openSample } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;
const app = appForEachTest((opened) => {
  page = opened;
});

const names = ['Hall', 'Aula', 'Studio'];
const cells = () => page.locator('[role="gridcell"]');

/** Holds back every write of edits, as a disk does that is busy, until the function given is called. */
async function holdWrites(): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('horarium');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction(['operations', 'projects'], 'readwrite').objectStore('operations');
          // A transaction lasts as long as it is asked something.
          const ask = () => {
            if ('isReleased' in window) return database.close();
            store.count().onsuccess = ask;
            resolve();
          };
          ask();
        };
      }),
  );
  return () => page.evaluate(() => void Object.assign(window, { isReleased: true }));
}

test('edits that wait for a slow storage are said to, ask before the page is left, and are stored in their order', async () => {
  const id = await openSample(page, en.sampleSchool);
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  await cells().first().waitFor();
  const release = await holdWrites();
  await cells().first().click();
  for (const name of names) {
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => cells().first().textContent()).toBe(name);
  }
  const footer = page.locator('.shell-footer');
  await footer.getByText(en.storageSaving).waitFor();

  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  // Not left: the load never comes.
  await page.reload({ timeout: 1500 }).catch(() => null);
  expect(asked).toEqual(['beforeunload']);
  expect(await cells().first().textContent()).toBe('Studio');

  await release();
  await footer.getByText(en.storageSaving).waitFor({ state: 'detached' });
  await page.reload();
  expect(asked).toHaveLength(1);
  await expect.poll(() => cells().first().textContent()).toBe('Studio');
  for (const name of ['Aula', 'Hall']) {
    await page.locator('.history-tools button').first().click();
    await expect.poll(() => cells().first().textContent()).toBe(name);
  }
  expect(app.complaints).toEqual([]);
});
