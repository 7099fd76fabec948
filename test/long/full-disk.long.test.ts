import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { changed, counter, generateButton, go, importFiles, setSeconds } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { installed } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';
import { firstCell, renameFirstRoom, storedRows, storedSteps } from '../support/room-edits.ts';
import { startStaticServer, type TestServer } from '../support/server.ts';

const quota = 100e6;
const noSpace = 'The browser has no space left';
const patience = { timeout: 60_000, interval: 100 };

let server: TestServer;
let profile: { context: BrowserContext; close: () => Promise<void> };
let page: Page;
beforeAll(async () => {
  buildWhenStale();
  server = await startStaticServer({ folder: `${repositoryPath}dist`, base: '/', missing: [] });
  profile = await launchProfile({ installs: true });
  page = await profile.context.newPage();
  await page.goto(server.url);
  await installed(page);
  const session = await profile.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize: quota });
}, 600_000);
afterAll(async () => {
  await profile?.close();
  await server?.close();
});

/** Puts so many bytes into another database of the origin; false when the browser refuses. */
function fill(bytes: number): Promise<boolean> {
  return page.evaluate(
    (count) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('filler', 1);
        opening.onupgradeneeded = () => void opening.result.createObjectStore('bytes', { autoIncrement: true });
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('bytes', 'readwrite');
          const end = (isDone: boolean) => {
            database.close();
            resolve(isDone);
          };
          transaction.oncomplete = () => end(true);
          transaction.onabort = () => end(false);
          const noise = new Uint8Array(count);
          for (let at = 0; at < count; at += 65_536) {
            crypto.getRandomValues(noise.subarray(at, Math.min(count, at + 65_536)));
          }
          transaction.objectStore('bytes').add(noise);
        };
      }),
    bytes,
  );
}

/** Frees what others on the disk take: rows that are deleted make room only when the browser tidies up, much later. */
function empty(): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('filler');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}

const used = () => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

/** Opens the largest sample as another project; false when it is refused for want of space. */
async function importLarge(): Promise<boolean> {
  await page.goto(`${server.url}#/`);
  await page.getByRole('button', { name: en.sampleEnterprise }).click();
  const done = page.waitForURL(/#\/p\/[^/]+\//, { timeout: 60_000 }).then(() => true);
  const refused = page.getByRole('alert').getByText(noSpace).waitFor({ timeout: 60_000 });
  return Promise.race([done, refused.then(() => false)]);
}

const listed = () => page.locator('table.list tbody tr');

test('of 100 MB is refused what does not fit, keeps every project, and goes on once there is room', async () => {
  const project = await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
  await go(page, 'navGenerate');
  await setSeconds(page, 600);
  await generateButton(page).click();
  await changed(() => counter(page, en.counterGeneration), Number.NaN);
  await vi.waitUntil(async () => (await storedRows(page, 'checkpointCopies')) > 0, patience);
  await page.reload();
  await page.getByText(en.runState_interrupted).waitFor();

  let projects = 1;
  for (; projects < 4; projects++) expect(await importLarge()).toBe(true);
  for (let left = quota; left > 2e6; left = quota - (await used())) await fill(Math.min(2e6, left - 1.5e6));
  while (await importLarge()) projects++;
  expect(await storedRows(page, 'projects')).toBe(projects);
  // What could not be stored anyway has cost nothing.
  expect(await storedRows(page, 'checkpointCopies')).toBeGreaterThan(0);
  for (const bytes of [1e5, 1e4, 1e3, 100]) while (await fill(bytes));

  const rooms = `${server.url}#/p/${project}/data/rooms`;
  await page.goto(rooms);
  const steps = await storedSteps(page);
  const notice = page.locator('.notice', { hasText: noSpace });
  for (let edit = 1; (await notice.count()) === 0; edit++) await renameFirstRoom(page, `Hall ${edit}`);
  const name = (await firstCell(page).textContent()) ?? '';
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    notice.first().getByRole('button', { name: en.projectSave }).click(),
  ]);
  expect(await readFile(await saved.path(), 'utf8')).toContain(name);

  await page.goto(`${server.url}#/p/${project}/generate`);
  await setSeconds(page, 3);
  await generateButton(page).click();
  await page.getByRole('alert').filter({ hasText: noSpace }).first().waitFor();
  const [best] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.runSaveFile }).click({ timeout: 60_000 }),
  ]);
  expect(JSON.parse(await readFile(await best.path(), 'utf8')).timetables).toHaveLength(1);

  await page.goto(`${server.url}#/`);
  while ((await notice.count()) > 0) await notice.first().getByRole('button', { name: en.close }).click();
  await listed().filter({ hasText: '2,494' }).first().getByRole('button', { name: en.projectDelete }).click();
  await vi.waitUntil(async () => (await listed().count()) === projects - 1, patience);
  await empty();
  await page.goto(rooms);
  await renameFirstRoom(page, 'Aula');
  await vi.waitUntil(async () => (await storedSteps(page)) > steps && (await notice.count()) === 0, patience);
  await page.goto(`${server.url}#/p/${project}/generate`);
  await setSeconds(page, 3);
  await generateButton(page).click();
  await page.getByRole('link', { name: en.generateRead }).waitFor({ timeout: 60_000 });
  await page.reload();
  await page.goto(rooms);
  await expect.poll(() => firstCell(page).textContent()).toBe('Aula');
  expect(await storedRows(page, 'projects')).toBe(projects - 1);
});
