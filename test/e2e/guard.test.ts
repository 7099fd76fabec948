import { join } from 'node:path';
import type { Browser, Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { launchBrowser } from '../support/chromium.ts';
import { takeFaults } from '../support/guard.ts';
import { installed } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';
import { startPreview, startStaticServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
let page: Page;

beforeAll(async () => {
  server = await startPreview();
  browser = await launchBrowser();
});

beforeEach(async () => {
  page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(server.url);
  await page.getByText(en.promise).first().waitFor();
});

afterEach(async () => {
  await page.close();
  // what was done on purpose
  takeFaults();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Until it is found out that something like this has happened. */
async function found(fault: RegExp): Promise<void> {
  await vi.waitUntil(() => takeFaults().some((text) => fault.test(text)), { timeout: 15_000, interval: 50 });
}

describe('what no page may do is found out', () => {
  test('a script or a style inside of the page', async () => {
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="x = 1">'));
    await found(/script-src/);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">'));
    await found(/style-src/);
  });

  test('a program made of text', async () => {
    // the browser runs what tests send it past the policy, but not what that makes of text in an element
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.x = 1';
      document.body.append(script);
    });
    await found(/script-src/);
  });

  test('a request to another origin, and a page that goes there', async () => {
    await page.evaluate(() => fetch('http://localhost:9/x').catch(() => undefined));
    await found(/connect-src/);
    await page.evaluate(() => {
      location.href = 'http://localhost:9/y';
    });
    await found(/another origin: GET http:\/\/localhost:9\/y/);
  });

  test('a request of the service worker', async () => {
    // With headers the policy holds it back before it is a request.
    const bare = await startStaticServer({ folder: join(repositoryPath, 'dist'), base: '/', missing: [] });
    await page.close();
    page = await browser.newPage();
    try {
      await page.goto(bare.url);
      await installed(page);
      const isOurs = (worker: Worker) => worker.url().startsWith(bare.url);
      const workers = page.context().serviceWorkers();
      const worker = workers.find(isOurs) ?? (await page.context().waitForEvent('serviceworker', isOurs));
      await worker.evaluate(() => fetch('http://localhost:9/w').catch(() => undefined));
      await found(/localhost:9\/w/);
    } finally {
      await page.goto('about:blank');
      await bare.close();
    }
  });

  test('an error that nobody catches', async () => {
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('by accident');
      });
    });
    await found(/by accident/);
  });
});
