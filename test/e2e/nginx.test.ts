import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheHeaders, securityHeaders } from '../../hosting/security-headers.ts';
import { en } from '../../src/ui/text/en.ts';
import { generateSample, go } from '../support/app-driver.ts';
import { launchBrowser } from '../support/chromium.ts';
import { hasNginx, startNginx } from '../support/nginx.ts';
import { installed, watchPage } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';
import type { TestServer } from '../support/server.ts';

let nginx: TestServer;
let browser: Browser;

/** As a browser asks that takes compressed files. */
function headersOf(file: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const request = get(nginx.url + file, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, ...response.headers });
    });
    request.on('error', reject);
  });
}

describe.skipIf(!hasNginx())('on nginx, in a folder of a host', () => {
  beforeAll(async () => {
    nginx = await startNginx();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await nginx?.close();
  });

  test('every file comes compressed, with its headers and its time to be kept', async () => {
    const common = Object.fromEntries(
      Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const index = readFileSync(`${repositoryPath}dist/index.html`, 'utf8');
    const script = /type="module"[^>]* src="\.\/(assets\/[^"]+\.js)"/.exec(index)?.[1] ?? '';
    for (const file of ['', 'index.html', 'service-worker.js']) {
      const headers = await headersOf(file);
      expect(headers).toMatchObject({ ...common, status: 200, 'cache-control': cacheHeaders.named });
      expect(headers['content-encoding'], file).toBe('gzip');
    }
    expect(await headersOf(script)).toMatchObject({
      ...common,
      'cache-control': cacheHeaders.hashed,
      'content-encoding': 'gzip',
    });
    expect(await headersOf('manifest.webmanifest')).toMatchObject({ 'content-type': 'application/manifest+json' });
  });

  test('a sample is opened, generated, and there again when the host is gone', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const { complaints } = watchPage(page);
    await page.goto(nginx.url);
    await generateSample(page, en.sampleSchool);
    await installed(page);
    await nginx.close();
    await context.setOffline(true);
    await page.reload();
    await go(page, 'navTimetable');
    await page.locator('.week-grid .card').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
