import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import type { InlineConfig } from 'vitest/node';
import { LongestFirst } from './test/support/longest-first.ts';
import { viewerCode } from './viewer-code.ts';

const testFiles = 'test/**/*.test.{ts,tsx}';
const longTestFiles = 'test/**/*.long.test.ts';
const browserTestFiles = 'test/e2e/**/*.test.ts';
/** They measure processor time, which grows when the other processor is busy. */
const measuringFiles = ['test/e2e/responsiveness.test.ts', 'test/e2e/sheets.test.ts'];

const inChromium = {
  environment: 'node',
  isolate: false,
  globalSetup: ['test/support/e2e-setup.ts'],
  setupFiles: ['test/support/e2e-guard.ts'],
  // What is waited for comes when it comes: only a busy machine takes seconds for it.
  expect: { poll: { timeout: 15_000 } },
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const satisfies InlineConfig;

/**
 * Four projects: `unit` (every test without a browser), `long` (the same, taking minutes), `e2e` (the built app in a real
 * Chromium) and `e2e-alone` (those of them beside which nothing else may run). Solid's plugin and the explicit environment belong together: without both, effects never run, because
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
          ...inChromium,
          name: 'e2e',
          include: [browserTestFiles],
          exclude: measuringFiles,
          // Tests wait for what a page does, not for a time: two files share what one alone would leave idle.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...inChromium,
          name: 'e2e-alone',
          include: measuringFiles,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
