import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { launchArguments, requireChromium } from './chromium.ts';
import { guarded } from './guard.ts';

/** A browser with a profile on disk that outlives it. */
export interface KillableBrowser {
  /** A page in a browser that is on, or a new one. */
  open(url: string): Promise<Page>;
  /** Ends all its processes at once, as when the power goes. */
  kill(): Promise<void>;
  /** Deletes the profile. */
  close(): Promise<void>;
}

export function killableBrowser(): KillableBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'horarium-killed-'));
  let context: BrowserContext | null = null;
  async function kill(): Promise<void> {
    const gone = context?.waitForEvent('close');
    for (const id of processesWith(folder)) end(id);
    await gone;
    context = null;
  }
  return {
    async open(url) {
      context ??= await guarded(
        await chromium.launchPersistentContext(folder, { executablePath: requireChromium(), args: launchArguments }),
      );
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    kill,
    async close() {
      if (context !== null) await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Processes that were started with the profile in that folder: Linux tells. */
function processesWith(folder: string): readonly number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => commandLineOf(id).includes(folder)).map(Number);
}

function commandLineOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It went with another one.
  }
}
