import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { changed, counter, generateButton, go, importFiles, setSeconds } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { installed, watchPage } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';
import { type StaticSite, startStaticServer, type TestServer } from '../support/server.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let site: StaticSite;
let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'horarium-site-'));
  cpSync(`${repositoryPath}dist`, join(folder, 'first'), { recursive: true });
  site = { folder: join(folder, 'first'), base: '/', missing: [] };
  server = await startStaticServer(site);
  profile = await launchProfile({ installs: true });
});

afterEach(async () => {
  await profile?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openApp(): Promise<Page> {
  const page = await profile.context.newPage();
  await page.goto(server.url);
  await installed(page);
  return page;
}

describe('the installed app', () => {
  test('can be installed, with a handler for project files', async () => {
    const page = await openApp();
    const devtools = await profile.context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { data } = await devtools.send('Page.getAppManifest');
    const manifest = JSON.parse(data ?? '{}');
    expect(Object.values(manifest.file_handlers[0].accept).flat()).toContain('.horarium.json');
    for (const { src } of manifest.icons) expect((await page.request.get(server.url + src)).ok()).toBe(true);
  });

  test('takes files that other apps share with it, which no server sees', async () => {
    const page = await openApp();
    await page.reload();
    // whoever still starts would take the files as soon as the address says so, and be gone with them
    await page.locator('input[type="file"]').first().waitFor({ state: 'attached' });
    const isTaken = await page.evaluate(async (text) => {
      const form = new FormData();
      form.append('files', new File([text], 'shared & own.ctt'));
      return (await fetch('./share-target', { method: 'POST', body: form })).ok;
    }, ownCtt());
    expect(isTaken).toBe(true);
    expect(site.missing).toEqual([]);
    await page.goto(`${server.url}#/open`);
    await page.reload();
    await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/#\/p\/[^/]+\/data/);
    // taken once, not with every start
    expect(await page.evaluate(() => caches.has('shared-files'))).toBe(false);
  });

  test('works offline from the first visit on, without a reload: nothing is fetched from elsewhere any more', async () => {
    const page = await openApp();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await server.close();
    await profile.context.setOffline(true);
    const { complaints } = watchPage(page);
    await page.getByRole('button', { name: en.sampleSchool }).click();
    await page.waitForURL(/#\/p\/[^/]+\/generate/);
    expect(complaints).toEqual([]);
  });

  test('works with the network gone: reload, a second tab, kernel and samples', async () => {
    const page = await openApp();
    await server.close();
    await profile.context.setOffline(true);
    const { complaints } = watchPage(page);
    await page.reload();
    await page.getByText(en.promise).first().waitFor();
    const second = await profile.context.newPage();
    await second.goto(`${server.url}#/settings`);
    await second.getByRole('main').waitFor();
    const cached = await page.evaluate(async () => {
      const names = await caches.keys();
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().map(({ url }) => new URL(url).pathname);
    });
    for (const sample of ['school', 'department', 'impossible'])
      expect(cached).toContain(`/samples/${sample}.horarium.json`);
    expect(complaints).toEqual([]);
  });

  test('offers a new version, keeps the old one until told, then runs the new one', async () => {
    const page = await openApp();
    await page.goto(`${server.url}#/settings`);
    await page.getByText('9.9.9').waitFor({ state: 'detached' });
    const next = join(folder, 'second');
    await buildVersion('9.9.9', next);
    site.folder = next;
    await page.reload();
    const offer = page.getByRole('button', { name: en.updateApply });
    await offer.waitFor();
    expect(await page.getByText('9.9.9').count()).toBe(0);
    await offer.click();
    await page.getByText('9.9.9').first().waitFor();
    expect(await offer.count()).toBe(0);
  });
  test('takes a new version that comes during a run when the run has ended, and not before', async () => {
    const page = await openApp();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
    await go(page, 'navGenerate');
    await setSeconds(page, 300);
    await generateButton(page).click();
    await changed(() => counter(page, en.counterGeneration), Number.NaN);
    site.folder = nextVersion(site.folder, join(folder, 'second'));
    await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await page.getByRole('button', { name: en.updateApply }).click();
    await page.getByText(en.updateAfterRun).waitFor();
    await changed(() => counter(page, en.counterGeneration), await counter(page, en.counterGeneration));
    expect(await page.locator(mark).count()).toBe(0);
    await page.getByRole('button', { name: en.generateStop }).click();
    await page.locator(mark).waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('.runs tbody').textContent()).toContain(en.runState_completed);
  });
});

const mark = 'meta[name="next-version"]';

/** The same app with a mark in its page, and a service worker that knows it as another one. */
function nextVersion(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  const change = (name: string, found: RegExp, by: string) => {
    const file = join(to, name);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(found);
    writeFileSync(file, text.replace(found, by));
  };
  change('index.html', /<head>/, '<head><meta name="next-version">');
  change('service-worker.js', /"revision":"[^"]*","url":"index\.html"/, '"revision":"next","url":"index.html"');
  return to;
}

/** A real rebuild that differs only in its version. */
async function buildVersion(version: string, outDir: string): Promise<void> {
  vi.stubEnv('NODE_ENV', 'production');
  try {
    await build({
      root: repositoryPath,
      logLevel: 'error',
      define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    vi.unstubAllEnvs();
  }
}
