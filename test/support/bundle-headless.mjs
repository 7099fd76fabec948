// build/headless.mjs and the worker that it starts.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build',
    emptyOutDir: false,
    rollupOptions: {
      input: { headless: 'src/headless.ts', 'island.node-worker': 'src/workers/island.node-worker.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-chunk.mjs' },
    },
  },
});
