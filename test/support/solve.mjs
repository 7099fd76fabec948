// The command line without a compiler on the way: bundles src/headless-entry.ts when what was bundled is older than its
// sources, then runs it in this very process. The kernel is brought up to date as well.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** @param {URL} at */
function newest(at) {
  const stats = statSync(at, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(at).map((name) => newest(new URL(name, `${at.href}/`))));
}

/** @param {string} target @param {readonly string[]} sources */
function isStale(target, sources) {
  const built = statSync(new URL(target, root), { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((source) => newest(new URL(source, root)) > built);
}

/** @param {readonly string[]} command */
function run(command) {
  const { status } = spawnSync(command[0] ?? '', command.slice(1), {
    cwd: fileURLToPath(root),
    // standard output belongs to the answer
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(3);
}

if (isStale('build/kernel.debug.wasm', ['assembly', 'asconfig.json'])) run(['npm', 'run', '--silent', 'wasm']);
if (isStale('build/solve.mjs', ['src', 'assembly/abi', 'package.json', 'viewer-code.ts', 'vite.headless.config.ts'])) {
  run([process.execPath, fileURLToPath(new URL('bundle-headless.mjs', import.meta.url))]);
}
await import('../../build/solve.mjs');
