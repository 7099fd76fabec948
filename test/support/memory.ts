import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** What a page holds on to, after everything that can be collected was. */
export interface Held {
  /** Bytes in use in the heap of the page's thread. */
  readonly heap: number;
  /** Private bytes of the page's process, its workers included; NaN where the system does not tell. */
  readonly process: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly workers: number;
}

/** Reads what a page of Chromium holds on to. Counts are exact; bytes are what the engine says after collecting. */
export async function createMemoryReader(page: Page): Promise<() => Promise<Held>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const processes = await rendererOf(page);
  return async () => {
    const figures = await settledMetrics(page, session);
    return {
      heap: figures.get('JSHeapUsedSize') ?? Number.NaN,
      process: processes === null ? Number.NaN : privateBytes(processes),
      nodes: figures.get('Nodes') ?? Number.NaN,
      listeners: figures.get('JSEventListeners') ?? Number.NaN,
      documents: figures.get('Documents') ?? Number.NaN,
      workers: page.workers().length,
    };
  };
}

/** What a collected wrapper held is collected the next time, and timers have yet to fire: until the counts stay. */
async function settledMetrics(page: Page, session: CDPSession): Promise<ReadonlyMap<string, number>> {
  let before = '';
  for (let same = 0, attempts = 0; ; attempts++) {
    await session.send('HeapProfiler.collectGarbage');
    const metrics = await metricsOf(session);
    const counts = `${metrics.get('Nodes')} ${metrics.get('JSEventListeners')}`;
    same = counts === before ? same + 1 : 0;
    if (same === 3 || attempts === 40) return metrics;
    before = counts;
    await page.waitForTimeout(100);
  }
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** The process that draws the only page of its browser; null when that cannot be told. */
async function rendererOf(page: Page): Promise<number | null> {
  const browser = page.context().browser();
  if (browser === null) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  // The busiest one: a spare process waits for the next page.
  const renderers = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
  return renderers[0]?.id ?? null;
}

function privateBytes(process: number): number {
  try {
    const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
    const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, size]) => Number(size));
    return kilobytes.reduce((sum, size) => sum + size, 0) * 1024;
  } catch {
    return Number.NaN;
  }
}

/**
 * By how much a figure grows from the first reading to the last, as a share of the first, on the line through the median
 * of all slopes between two readings: single readings that are off do not count.
 */
export function growthOf(readings: readonly number[]): number {
  const slopes = readings.flatMap((from, first) =>
    readings.slice(first + 1).map((to, further) => (to - from) / (further + 1)),
  );
  const slope = medianOf(slopes);
  const start = medianOf(readings.map((reading, round) => reading - slope * round));
  return (slope * (readings.length - 1)) / start;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
