import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { en } from '../../src/ui/text/en.ts';
import { withSample } from './browser.ts';

export interface WriteCost {
  readonly bytes: number;
  readonly count: number;
  /** Milliseconds of processor time of one write, in all processes of the browser; NaN where that cannot be read. */
  readonly each: number;
}

const writes = 300;
/** Of /proc. */
const millisecondsOfTick = 10;

/**
 * What it costs a real browser to keep a checkpoint of each size in IndexedDB, as the app does: one transaction that writes
 * one of two rows and looks at the table of before. Linux only: processor times come from /proc.
 */
export function measureWrites(sizes: readonly number[]): Promise<readonly WriteCost[]> {
  return withSample(en.sampleSchool, async ({ page }) => {
    const browser = browserOf(process.pid);
    const costs: WriteCost[] = [];
    await page.waitForTimeout(5000);
    for (const bytes of sizes) {
      await write(page, bytes, 20);
      const before = browser === null ? Number.NaN : timeOf(browser);
      const start = performance.now();
      await write(page, bytes, writes);
      const took = performance.now() - start;
      const after = browser === null ? Number.NaN : timeOf(browser);
      // what the browser does anyway in as long
      await page.waitForTimeout(took);
      const idle = browser === null ? Number.NaN : timeOf(browser) - after;
      costs.push({ bytes, count: writes, each: (after - before - idle) / writes });
    }
    return costs;
  });
}

/** Bytes that do not compress, as those of a checkpoint. */
function write(page: Page, bytes: number, count: number): Promise<void> {
  return page.evaluate(
    async ({ bytes, count }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('horarium');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const packed = new Uint8Array(bytes);
      for (let at = 0; at < bytes; at += 65_536) {
        crypto.getRandomValues(packed.subarray(at, Math.min(bytes, at + 65_536)));
      }
      for (let number = 1; number <= count; number++) {
        const transaction = database.transaction(['checkpointCopies', 'checkpoints'], 'readwrite');
        const row = { id: `bench/${number % 2}`, version: 1, runId: 'bench', number, savedAt: '', packed };
        transaction.objectStore('checkpointCopies').put(row);
        transaction.objectStore('checkpoints').delete('bench');
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      database.close();
    },
    { bytes, count },
  );
}

interface Process {
  readonly id: number;
  readonly parent: number;
  /** Processor time so far, that of children which have ended included. */
  readonly milliseconds: number;
}

function processes(): readonly Process[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((name) => {
    try {
      // the name, in brackets, may hold blanks
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number);
      const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + (fields[field] ?? 0), 0);
      return [{ id: Number(name), parent: fields[1] ?? 0, milliseconds: ticks * millisecondsOfTick }];
    } catch {
      return [];
    }
  });
}

/** The process of this one that began last and is a browser. */
function browserOf(own: number): number | null {
  if (process.platform !== 'linux') return null;
  const children = processes().filter(({ parent }) => parent === own);
  const browsers = children.filter(({ id }) => /chrom/i.test(readFileSync(`/proc/${id}/cmdline`, 'utf8')));
  return browsers.at(-1)?.id ?? null;
}

/** Of a process and all that come from it. */
function timeOf(root: number): number {
  const all = processes();
  const family = new Set([root]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  return all.reduce((sum, { id, milliseconds }) => sum + (family.has(id) ? milliseconds : 0), 0);
}
