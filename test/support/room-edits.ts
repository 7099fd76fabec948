import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Of the table of rooms. */
export const firstCell = (tab: Page) => tab.locator('[role="gridcell"]').first();

/** One edit; resolves when it is shown. */
export async function renameFirstRoom(tab: Page, name: string): Promise<void> {
  await firstCell(tab).click();
  await tab.keyboard.press('F2');
  await tab.keyboard.press('ControlOrMeta+A');
  await tab.keyboard.type(name);
  await tab.keyboard.press('Enter');
  await expect.poll(() => firstCell(tab).textContent()).toBe(name);
}

/** How many steps the log has: what is shown is there a moment before it is stored, which a reload may come between. */
export function storedSteps(tab: Page): Promise<number> {
  return storedRows(tab, 'operations');
}

/** How many rows a table of the database has. */
export function storedRows(tab: Page, table: string): Promise<number> {
  return tab.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('horarium');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction(name).objectStore(name).count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    table,
  );
}
