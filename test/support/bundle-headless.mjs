// build/solve.mjs and the worker that it starts.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

await build({ root, configFile: fileURLToPath(new URL('../../vite.headless.config.ts', import.meta.url)) });
