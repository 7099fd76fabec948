import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cacheHeaders, securityHeaders } from '../../hosting/security-headers.ts';
import { en } from '../../src/ui/text/en.ts';
import { generateSample, go } from '../support/app-driver.ts';
import { launchBrowser } from '../support/chromium.ts';
import { serveOrigin } from '../support/guard.ts';
import { installed, watchPage } from '../support/page.ts';
import { repositoryPath } from '../support/repository.ts';

const hasNginx = (() => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.info('There is no nginx: the app is not tried on it.');
    return false;
  }
})();
const path = '/faculty/timetables/';

let folder: string;
let nginx: ChildProcess;
let browser: Browser;
let url: string;

/** The configuration that is in the repository, with a port and a root of the test's own. */
async function start(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'horarium-nginx-'));
  mkdirSync(join(folder, 'root/faculty'), { recursive: true });
  symlinkSync(`${repositoryPath}dist`, join(folder, 'root/faculty/timetables'));
  const port = await freePort();
  const own = readFileSync(`${repositoryPath}hosting/nginx.conf`, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/html;', `root ${folder}/root;`);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const main = `${user} daemon off; pid ${folder}/pid; error_log stderr; events {}
    http { include /etc/nginx/mime.types; access_log off; ${places.join(' ')} ${own} }`;
  writeFileSync(join(folder, 'nginx.conf'), main);
  nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  url = `http://127.0.0.1:${port}${path}`;
  serveOrigin(url);
  await vi.waitUntil(() => headersOf('').then(Boolean, () => false), { timeout: 20_000 });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

/** As a browser asks that takes compressed files. */
function headersOf(file: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const request = get(url + file, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, ...response.headers });
    });
    request.on('error', reject);
  });
}

async function stop(): Promise<void> {
  if (nginx === undefined || nginx.exitCode !== null) return;
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  nginx.kill();
  await ended;
}

describe.skipIf(!hasNginx)('on nginx, in a folder of a host', () => {
  beforeAll(async () => {
    await start();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
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
    await page.goto(url);
    await generateSample(page, en.sampleSchool);
    await installed(page);
    await stop();
    await context.setOffline(true);
    await page.reload();
    await go(page, 'navTimetable');
    await page.locator('.week-grid .card').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
