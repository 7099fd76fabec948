import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { guarded } from './guard.ts';
import { repositoryPath } from './repository.ts';

export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const howToInstall =
  'No Chromium: run "npx playwright-core install chromium" or "apt-get install chromium", or set CHROMIUM_PATH.';

/** Path of a Chromium that is there, or null: CHROMIUM_PATH, the usual places, the one Playwright downloaded. */
function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Path of a Chromium, installing one by the means at hand; throws one line saying how when nothing works. */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
  for (const install of [installWithPlaywright, installWithApt]) {
    install();
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(howToInstall);
}

function installWithPlaywright(): void {
  attempt('npx', ['playwright-core', 'install', 'chromium']);
}

function installWithApt(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

function attempt(command: string, commandArguments: readonly string[]): void {
  try {
    execFileSync(command, commandArguments, {
      cwd: repositoryPath,
      stdio: ['ignore', process.stderr, 'inherit'],
      timeout: 300_000,
      shell: process.platform === 'win32',
    });
  } catch {
    // The caller looks again whether a browser is there now, and says what to do when not.
  }
}

export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: launchArguments });
  const newContext = browser.newContext.bind(browser);
  // Pages without a context of their own are made by way of this one, too.
  browser.newContext = async (options) => guarded(await newContext(options));
  return browser;
}

/**
 * A browser with a profile of its own on disk, as an installed app has; `close` deletes the profile. `installs` as in
 * `open-app.ts`; `blocksSiteData`: somebody has told it that no page may store anything.
 */
export async function launchProfile({ installs = false, blocksSiteData = false } = {}): Promise<{
  context: BrowserContext;
  close: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'horarium-profile-'));
  if (blocksSiteData) {
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  }
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args: launchArguments,
    serviceWorkers: installs ? 'allow' : 'block',
  });
  await guarded(context);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
