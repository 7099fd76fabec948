import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.ts';

/** The built kernel; the debug build checks its assertions. */
export function kernelModule(build: 'release' | 'debug' = 'release'): WebAssembly.Module {
  const name = build === 'release' ? 'kernel.wasm' : 'kernel.debug.wasm';
  return new WebAssembly.Module(readFileSync(join(repositoryPath, 'build', name)));
}
