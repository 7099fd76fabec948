import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { viewerCode } from './viewer-code.ts';

const testFiles = 'test/**/*.test.{ts,tsx}';
const longTestFiles = 'test/**/*.long.test.ts';
const browserTestFiles = 'test/e2e/**/*.test.ts';

/**
 * Three projects: `unit` (every test without a browser), `long` (the same, taking minutes), `e2e` (the built app in a
 * real Chromium). Solid's plugin and the explicit environment belong together: without both, effects never run, because
 * Solid resolves to its server build.
 *
 * Files share the processes they run in: reading the same modules again for every file took more time than many a file.
 * So what a file does to anything global it undoes, and the one thing that all may have, a database, is there for all.
 * By itself vitest would leave a processor idle, which on two is half of them.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [solid(), viewerCode()],
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          setupFiles: ['fake-indexeddb/auto', 'test/support/patient-waits.ts', 'test/support/check-messages.ts'],
          include: [testFiles],
          exclude: [longTestFiles, browserTestFiles],
          maxWorkers: '100%',
          testTimeout: 30_000,
        },
      },
      {
        plugins: [solid(), viewerCode()],
        test: {
          name: 'long',
          environment: 'node',
          include: [longTestFiles],
          fileParallelism: false,
          testTimeout: 1_200_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          include: [browserTestFiles],
          globalSetup: ['test/support/e2e-setup.ts'],
          setupFiles: ['test/support/e2e-guard.ts'],
          // One file at a time: beside another one a task takes longer than the page is allowed, and a key is pressed too soon.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          // What is waited for comes when it comes: only a busy machine takes seconds for it.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
