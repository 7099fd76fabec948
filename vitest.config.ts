import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const testFiles = 'test/**/*.test.{ts,tsx}';
const longTestFiles = 'test/**/*.long.test.ts';
const browserTestFiles = 'test/e2e/**/*.test.ts';

/**
 * Three projects: `unit` (every test without a browser), `long` (the same, taking minutes), `e2e` (the built app in a
 * real Chromium, one file after the other). Solid's plugin and the explicit environment belong together: without both,
 * effects never run, because Solid resolves to its server build.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [solid()],
        test: {
          name: 'unit',
          environment: 'node',
          include: [testFiles],
          exclude: [longTestFiles, browserTestFiles],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [solid()],
        test: {
          name: 'long',
          environment: 'node',
          include: [longTestFiles],
          testTimeout: 1_200_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: [browserTestFiles],
          globalSetup: ['test/support/e2e-setup.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
