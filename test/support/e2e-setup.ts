import { execFileSync } from 'node:child_process';
import { requireChromium } from './chromium.ts';
import { isStale } from './freshness.ts';
import { repositoryPath } from './repository.ts';

const sources = [
  'src',
  'assembly',
  'public',
  'hosting',
  'index.html',
  'vite.config.ts',
  'viewer-code.ts',
  'package.json',
  'asconfig.json',
];

/** Browser tests see what users get: the built app, built again when it is older than any source. */
export default function setup(): void {
  requireChromium();
  // Whichever was written last: a build that failed half way leaves one of them behind.
  if (!isStale('dist/index.html', sources) && !isStale('dist/service-worker.js', sources)) return;
  execFileSync('npm', ['run', 'build'], {
    cwd: repositoryPath,
    // The test runner sets NODE_ENV to test, which would build a development version.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
