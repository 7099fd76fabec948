import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { launchBrowser } from '../support/chromium.ts';
import { installed, watchPage } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';
import { startPreview, startStaticServer, type TestServer } from '../support/server.ts';

/** What the first screen asks for, and what follows it while nobody uses the page. */
const mostBeforeUse = 18;
/** Bytes of programs that it has read by then, before they were compressed. */
const mostProgram = 420_000;
/** With every part that is fetched when somebody does. */
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

/** Until a count has stood still for two seconds: Playwright's own idle network is told of once a page. */
async function quiet(count: () => number): Promise<void> {
  for (let known = -1; known !== count(); ) {
    known = count();
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

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

  test('asks for its programs after the first paint', async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.getByText(en.promise).first().waitFor();
    const [painted, asked] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js') && !name.includes('begin-'))
        .map(({ startTime }) => startTime),
    ]);
    expect(asked.length).toBeGreaterThan(5);
    expect(painted).toBeGreaterThan(0);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted ?? Number.POSITIVE_INFINITY);
    await page.close();
  });

  test('is painted in the chosen colours and direction before its programs are there', async () => {
    const page = await browser.newPage({ colorScheme: 'light', locale: 'en' });
    await page.route(/assets\/index-.*\.js$/, (route) => route.abort());
    const seen = () =>
      page.evaluate(() => {
        const root = document.documentElement;
        return [getComputedStyle(root).colorScheme, getComputedStyle(root).direction];
      });
    await page.goto(server.url);
    expect(await seen()).toEqual(['light', 'ltr']);
    await page.evaluate(() => {
      localStorage.setItem('horarium.theme', 'dark');
      localStorage.setItem('horarium.language', 'ar');
    });
    await page.reload();
    expect(await seen()).toEqual(['dark', 'rtl']);
    await page.close();
  });

  test('begins in the background, where nothing is painted', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      PerformanceObserver.prototype.observe = () => undefined;
    });
    await page.goto(server.url);
    await page.getByText(en.promise).first().waitFor();
    await page.close();
  });

  test('asks for each of its files once, and for no more of them than allowed', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const programs = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      const isProgram = response.request().resourceType() === 'script' && response.request().serviceWorker() === null;
      if (isProgram) {
        programs.set(
          response.url(),
          response.body().then(({ length }) => length),
        );
      }
    });
    page.on('request', (request) => {
      // The icon of the tab is the browser's own business.
      const isOfPage = request.serviceWorker() === null && !request.url().includes('/icons/');
      if (isOfPage) asked.push(request.url());
    });
    await page.goto(server.url);
    await page.getByText(en.promise).first().waitFor();
    await page.waitForLoadState('networkidle');
    const read = (await Promise.all(programs.values())).reduce((sum, length) => sum + length, 0);
    console.info(`requests of the first open: ${asked.length}, before it is used; ${read} bytes of programs`);
    expect(read).toBeGreaterThan(100_000);
    expect(read).toBeLessThanOrEqual(mostProgram);
    expect(asked.length).toBeLessThanOrEqual(mostBeforeUse);

    const before = asked.length;
    await page.mouse.move(200, 200);
    await expect.poll(() => asked.length).toBeGreaterThan(before + 30);
    await quiet(() => asked.length);
    console.info(`requests when all parts are there: ${asked.length}`);
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
