import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { exported, generate, go, importFiles } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { repositoryPath } from '../support/repository.ts';
import { startStaticServer, type TestServer } from '../support/server.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;
beforeAll(async () => {
  server = await startStaticServer({ folder: `${repositoryPath}dist`, base: '/', missing: [] });
  profile = await launchProfile({ blocksSiteData: true });
});
afterAll(async () => {
  await profile?.close();
  await server?.close();
});

test('a browser that lets no page store anything runs in memory, says so, and saves to files', async () => {
  const page = await profile.context.newPage();
  await page.goto(server.url);
  await page.getByText(en.storageMemory).waitFor();
  await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
  await go(page, 'navGenerate');
  await generate(page);
  await page.getByRole('link', { name: en.generateRead }).click();
  await page.locator('.week-grid .card').first().waitFor();
  expect(await page.getByText(en.storageMemory).count()).toBe(1);
  const file = await exported(page, en.exportProject);
  expect(JSON.parse(file.text).timetables).toHaveLength(1);
});

test('so does one whose pages may not even ask for it', async () => {
  const page = await profile.context.newPage();
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(globalThis, name, { get: refuse });
  });
  await page.goto(server.url);
  await page.getByText(en.storageMemory).waitFor();
});
