import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveOrigin } from './guard.ts';
import { repositoryPath } from './repository.ts';
import type { TestServer } from './server.ts';

/** Where the app lies on the host. */
const path = '/faculty/timetables/';
const patience = 20_000;

/** False, said why, where it is not installed. */
export function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.info('There is no nginx: the app is not tried on it.');
    return false;
  }
}

/** Serves `dist` in a folder of a host, with the configuration that is in the repository, a free port and a root of its own. */
export async function startNginx(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'horarium-nginx-'));
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}${path}`;
  serveOrigin(url);
  await untilAnswered(url);
  return {
    url,
    async close() {
      if (nginx.exitCode === null) {
        const ended = new Promise((resolve) => nginx.once('exit', resolve));
        nginx.kill();
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number): string {
  mkdirSync(join(folder, 'root/faculty'), { recursive: true });
  symlinkSync(`${repositoryPath}dist`, join(folder, 'root/faculty/timetables'));
  const own = readFileSync(`${repositoryPath}hosting/nginx.conf`, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/html;', `root ${folder}/root;`);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; pid ${folder}/pid; error_log stderr; events {}
    http { include /etc/nginx/mime.types; access_log off; ${places.join(' ')} ${own} }`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function untilAnswered(url: string): Promise<void> {
  for (const end = Date.now() + patience; ; ) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    if (Date.now() > end) throw new Error(`nginx does not answer at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
