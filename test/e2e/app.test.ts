import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { launchBrowser } from '../support/chromium.ts';
import { installed, watchPage } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';
import { startPreview, startStaticServer, type TestServer } from '../support/server.ts';

/** The first screen and every part that is fetched after it. */
const mostRequests = 130;

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startPreview();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('the built app', () => {
  test('opens on the projects without an error or a violation of its content security policy', async () => {
    const page = await browser.newPage();
    const { complaints } = watchPage(page);
    await page.goto(server.url);
    await page.getByText(en.promise).first().waitFor();
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).not.toContain(
      'unsafe-inline',
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('asks for each of its files once, and for no more of them than allowed', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      // The icon of the tab is the browser's own business.
      const isOfPage = request.serviceWorker() === null && !request.url().includes('/icons/');
      if (isOfPage) asked.push(request.url());
    });
    await page.goto(server.url);
    await page.waitForLoadState('networkidle');
    console.info(`requests of the first open: ${asked.length}`);
    expect(asked.filter((url, index) => asked.indexOf(url) !== index)).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(mostRequests);
    await page.close();
  });

  test.each(['#/', '#/settings', '#/p/none/data'])('shows %s when opened there, and Back works', async (route) => {
    const page = await browser.newPage();
    const { complaints } = watchPage(page);
    await page.goto(server.url + route);
    await page.getByRole('main').waitFor();
    await page.goto(`${server.url}#/no-such-page`);
    await page.goBack();
    await page.getByRole('main').waitFor();
    expect(new URL(page.url()).hash).toBe(route);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('runs below a path of a plain static host, asking for nothing outside it', async () => {
    const site = { folder: `${repositoryPath}dist`, base: '/departments/timetables/', missing: [] as string[] };
    const host = await startStaticServer(site);
    const page = await browser.newPage();
    const { complaints } = watchPage(page);
    try {
      await page.goto(host.url);
      await page.getByText(en.promise).first().waitFor();
      await installed(page);
      expect(site.missing).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
      await host.close();
    }
  });
});
