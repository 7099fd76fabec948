import { execFileSync } from 'node:child_process';
import { isStale } from './freshness.ts';
import { repositoryPath } from './repository.ts';

/** Compiles the kernel when it is missing or older than its sources; says nothing on standard output. */
if (isStale('build/kernel.debug.wasm', ['assembly', 'asconfig.json'])) {
  execFileSync('npm', ['run', '--silent', 'wasm'], {
    cwd: repositoryPath,
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
}
