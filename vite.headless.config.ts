import { defineConfig } from 'vite';
import { viewerCode } from './viewer-code.ts';

/** `build/solve.mjs` and the worker that it starts: the command line without a compiler on the way. */
export default defineConfig({
  publicDir: false,
  logLevel: 'error',
  plugins: [viewerCode()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    // half the bytes for Node to compile at every start
    minify: 'esbuild',
    target: 'node20',
    outDir: 'build',
    emptyOutDir: false,
    rollupOptions: {
      input: { solve: 'src/headless-entry.ts', 'island.node-worker': 'src/workers/island.node-worker.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-chunk.mjs' },
    },
  },
});
