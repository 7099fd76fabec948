import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';
import { compileHints } from './hosting/compile-hints.ts';
import { compressedFiles } from './hosting/compressed-files.ts';
import { firstPaint } from './hosting/first-paint.ts';
import { leanRules } from './hosting/lean-rules.ts';
import { licences, packageSizes } from './hosting/licences.ts';
import { securityFiles, securityHeaders } from './hosting/security-headers.ts';

import { viewerCode } from './viewer-code.ts';

const manifest: Partial<ManifestOptions> = {
  id: './',
  name: 'Horarium',
  short_name: 'Horarium',
  description: 'University and school timetabling that runs wholly in the browser',
  categories: ['education', 'productivity'],
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f7f7f4',
  theme_color: '#2f57d6',
  icons: [
    { src: 'icons/horarium-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/horarium-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/horarium-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: 'icons/horarium.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  file_handlers: [
    {
      action: './#/open',
      accept: {
        'application/json': ['.horarium.json'],
        'application/gzip': ['.horarium.json.gz', '.horarium-run.gz'],
        'application/x-fet': ['.fet'],
        'text/x-ctt': ['.ctt', '.ectt'],
      },
    },
  ],
  // Answered by the service worker: no server ever sees what is shared.
  share_target: {
    action: './share-target',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: 'title',
      text: 'text',
      url: 'url',
      files: [
        {
          name: 'files',
          accept: [
            '.json',
            '.gz',
            '.fet',
            '.ctt',
            '.ectt',
            '.xml',
            '.html',
            'application/json',
            'text/xml',
            'text/html',
          ],
        },
      ],
    },
  },
  launch_handler: { client_mode: 'focus-existing' },
};

/** In development, compiles the kernel again whenever its source changes, and reloads the page. */
function kernelReload(): Plugin {
  return {
    name: 'kernel-reload',
    apply: 'serve',
    configureServer(server) {
      // A change of branch touches many files: one compilation at a time, and one more for all that came meanwhile.
      let isCompiling = false;
      let isStale = false;
      const compile = (): void => {
        isStale = isCompiling;
        if (isCompiling) return;
        isCompiling = true;
        execFile('npm', ['run', '--silent', 'wasm'], { shell: process.platform === 'win32' }, (failure, _, errors) => {
          isCompiling = false;
          if (isStale) compile();
          else if (failure === null) server.ws.send({ type: 'full-reload' });
          else server.config.logger.error(errors);
        });
      };
      server.watcher.on('change', (path) => {
        if (/[\\/]assembly[\\/].*\.ts$/.test(path)) compile();
      });
    },
  };
}

/**
 * `npm start` runs the server in a shell that ends on SIGTERM without passing it on; without this the server would
 * live on and keep the port.
 */
function endWithParent(): Plugin {
  return {
    name: 'end-with-parent',
    configurePreviewServer(server) {
      if (process.env.npm_lifecycle_event !== 'start') return;
      const parent = process.ppid;
      const watch = setInterval(() => {
        if (process.ppid === parent) return;
        clearInterval(watch);
        server.close().finally(() => process.exit(0));
      }, 250);
      watch.unref();
    },
  };
}

const port = process.env.PORT;
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

export default defineConfig({
  base: './',
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  plugins: [
    solid(),
    leanRules('page'),
    securityFiles(),
    compileHints(),
    firstPaint(),
    licences(),
    packageSizes('page'),
    kernelReload(),
    endWithParent(),
    // In development the page's plugins serve its workers, too.
    { ...viewerCode(), apply: 'serve' },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,wasm,png,svg,json,gz}'],
        maximumFileSizeToCacheInBytes: 8 << 20,
      },
    }),
    compressedFiles(),
  ],
  worker: {
    format: 'es',
    plugins: () => [leanRules('worker'), viewerCode(), packageSizes('worker')],
    rolldownOptions: {
      output: {
        // What several of their parts need, and the smallest of these: one file.
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 2 }],
        },
      },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes rarely stays cached over updates of the app.
        codeSplitting: {
          groups: [
            { name: 'solid', test: /node_modules[\\/](solid-js|@solidjs)[\\/]/ },
            { name: 'storage', test: /node_modules[\\/]dexie[\\/]/ },
            // What long tables share.
            {
              name: 'tables',
              test: /node_modules[\\/]@tanstack[\\/]|src[\\/](ui[\\/]components[\\/]table[\\/]virtual-rows|domain[\\/]written-numbers)\.ts$/,
            },
            // Small modules of the first screen that later ones need as well: one file in place of one for each.
            {
              name: 'basics',
              test: /vite[\\/]preload-helper|src[\\/](domain[\\/](diagnostic|result|problem-data|packed(-\w+)?|score|variants|content-hash|steps|local-date|week-stretches|time-ids|wording[\\/](english|wording)|constraints[\\/](definition|masks|params|example-data|balanced-days|max-gaps-per-day|room-stability)|operations[\\/](changes-of|cover-changes|apply-changes)|runs[\\/]run-(states|log))|engine[\\/]run-contract[\\/]run-settings|ui[\\/]state[\\/](frame[\\/]theme|files[\\/]files|words[\\/]locale|printing))\.(ts|js)$/,
            },
          ],
        },
      },
    },
  },
  preview: {
    host: '127.0.0.1',
    headers: securityHeaders,
    // PORT is binding; without it the next free port is taken.
    ...(port === undefined ? {} : { port: Number(port), strictPort: true }),
  },
});
