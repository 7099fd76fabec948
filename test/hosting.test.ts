import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheHeaders, headersFile, neverCached, securityHeaders } from '../hosting/security-headers.ts';
import { repositoryPath } from './support/repository.ts';

describe('files for hosts', () => {
  test('say the same for nginx as for the others', () => {
    const nginx = readFileSync(`${repositoryPath}hosting/nginx.conf`, 'utf8');
    const sent = [...nginx.matchAll(/add_header ([\w-]+) "(.*)" always;/g)].map(([, name, value]) => [name, value]);
    expect(Object.fromEntries(sent)).toEqual(securityHeaders);
    expect(nginx).toContain(`"${cacheHeaders.hashed}"`);
    expect(nginx).toContain(`"${cacheHeaders.named}"`);
  });

  test('send no header twice', () => {
    const blocks = headersFile()
      .trim()
      .split(/\n(?=\/)/);
    expect(blocks.map((block) => block.split('\n')[0])).toEqual(['/*', '/assets/*', ...neverCached]);
    expect(blocks[0]).not.toContain('Cache-Control');
  });

  test('allow nothing that lets a text become a program', () => {
    const policy = securityHeaders['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });
});

describe('the small server', () => {
  let folder: string;
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'horarium-stick-'));
    const app = join(folder, 'app');
    mkdirSync(app);
    copyFileSync(`${repositoryPath}hosting/serve.mjs`, join(app, 'serve.mjs'));
    writeFileSync(join(app, '_headers'), headersFile());
    writeFileSync(join(app, 'index.html'), '<p>here</p>');
    writeFileSync(join(folder, 'secret'), 'not for you');
    server = spawn(process.execPath, [join(app, 'serve.mjs'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    url = await new Promise((resolve) =>
      server.stdout?.on('data', (text) => resolve(/http:\S+/.exec(String(text))?.[0] ?? '')),
    );
  });

  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A path as it stands: `fetch` would tidy it up. */
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; headers: unknown; text: string }>((resolve, reject) => {
      get({ host: '127.0.0.1', port: new URL(url).port, path }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      }).on('error', reject);
    });

  test('serves its own folder with the headers, and nothing outside of it', async () => {
    const page = await ask('/');
    const common = Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]);
    expect(page).toMatchObject({ status: 200, headers: Object.fromEntries(common), text: '<p>here</p>' });
    for (const path of ['/../secret', '/%2e%2e/secret', '/..%2fsecret', '/%00', '/%', '//', '/nothing', '/.']) {
      expect((await ask(path)).text, path).not.toContain('not for you');
      if (path.includes('secret')) expect((await ask(path)).status, path).toBe(404);
    }
  });
});
