import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** What a page holds on to, after everything that can be collected was. */
export interface Held {
  /** Bytes in use in the heap of the page's thread. */
  readonly heap: number;
  /** Bytes that the page's process has for itself, its workers included; NaN where the system does not tell. */
  readonly process: number;
  /** What its allocators have given out of that, without compiled code, for the page and its workers. */
  readonly given: number;
  /** Code that the engine has compiled of the app's own, in the page and its workers. */
  readonly compiled: number;
  /** The same of the browser's own process, which keeps what is stored; it also serves whoever drives the test. */
  readonly browser: number;
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
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser of its own');
  const root = await browser.newBrowserCDPSession();
  return async () => {
    const figures = await settledMetrics(page, session);
    const dump = await collectEverywhere(root);
    const processes = await processesOf(root);
    return {
      ...allocationsOf(dump, processes.renderer),
      heap: figures.get('JSHeapUsedSize') ?? Number.NaN,
      process: ownBytes(processes.renderer),
      browser: ownBytes(processes.browser),
      nodes: figures.get('Nodes') ?? Number.NaN,
      listeners: figures.get('JSEventListeners') ?? Number.NaN,
      documents: figures.get('Documents') ?? Number.NaN,
      workers: page.workers().length,
    };
  };
}

/** Counts the objects of a class of the browser's own, of the page itself, after everything that can be collected was. */
export async function createObjectCounter(page: Page, className: string): Promise<() => Promise<number>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser of its own');
  const root = await browser.newBrowserCDPSession();
  const objects = new RegExp(`^blink_gc/main/.*/types/blink::${className} `);
  return async () => {
    const dumps = await collectEverywhere(root, 'detailed');
    const { renderer } = await processesOf(root);
    return dumps
      .filter(({ pid }) => pid === renderer)
      .flatMap((dump) => Object.entries(dump.args.dumps?.allocators ?? {}))
      .filter(([name]) => objects.test(name))
      .reduce((sum, [, { attrs = {} }]) => sum + figureOf(attrs.object_count), 0);
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

/** Of one process, as Chromium writes it into a trace; numbers are hexadecimal. */
interface MemoryDump {
  readonly pid: number;
  readonly args: {
    readonly dumps?: { readonly allocators?: Readonly<Record<string, { readonly attrs?: DumpedFigures }>> };
  };
}

type DumpedFigures = Readonly<Record<string, { readonly value: string }>>;

/**
 * Collects the garbage of the workers, too: asking the page for it leaves theirs, which is a third of what the process has
 * and comes and goes. Making a dump that can be compared begins with collecting in every thread.
 */
async function collectEverywhere(
  root: CDPSession,
  levelOfDetail: 'light' | 'detailed' = 'light',
): Promise<readonly MemoryDump[]> {
  const traceConfig = {
    includedCategories: ['disabled-by-default-memory-infra'],
    excludedCategories: ['*'],
    memoryDumpConfig: {},
  };
  const dumps: MemoryDump[] = [];
  // The protocol does not say what events look like.
  const hear = ({ value }: { readonly value: readonly object[] }) => void dumps.push(...(value as MemoryDump[]));
  root.on('Tracing.dataCollected', hear);
  const over = new Promise<void>((resolve) => root.once('Tracing.tracingComplete', () => resolve()));
  await root.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  await root.send('Tracing.requestMemoryDump', { deterministic: true, levelOfDetail });
  await root.send('Tracing.end');
  await over;
  root.off('Tracing.dataCollected', hear);
  return dumps;
}

/** Those of the engine are spaces of a heap, for workers one of each worker. */
const enginesSpace = /^v8\/(main|workers)\/heap\/(\w+_space)(\/isolate_\w+)?$/;
const codeSpace = /code|trusted/;
const browsersHeap = /^blink_gc\/(main|workers\/\w+)\/heap$/;
const plainAllocator = /^(malloc|partition_alloc)\/allocated_objects$/;

/**
 * Pages of memory that are half empty stay with the process: how many depends on what was drawn when. What was given out
 * and not given back does not.
 */
function allocationsOf(dumps: readonly MemoryDump[], pid: number | undefined): Pick<Held, 'given' | 'compiled'> {
  let given = 0;
  let compiled = 0;
  for (const dump of dumps) {
    if (dump.pid !== pid) continue;
    for (const [name, { attrs = {} }] of Object.entries(dump.args.dumps?.allocators ?? {})) {
      const space = enginesSpace.exec(name);
      if (plainAllocator.test(name)) given += figureOf(attrs.size);
      else if (space === null && !browsersHeap.test(name)) continue;
      else if (codeSpace.test(space?.[2] ?? '')) compiled += figureOf(attrs.allocated_objects_size);
      else given += figureOf(attrs.allocated_objects_size);
    }
  }
  return { given, compiled };
}

function figureOf(figure: { readonly value: string } | undefined): number {
  return figure === undefined ? 0 : Number.parseInt(figure.value, 16);
}

interface Processes {
  readonly renderer: number | undefined;
  readonly browser: number | undefined;
}

/** The process that draws the only page of its browser, and the browser's own. */
async function processesOf(root: CDPSession): Promise<Processes> {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  // The busiest one: a spare process waits for the next page.
  const renderers = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
  return { renderer: renderers[0]?.id, browser: processInfo.find(({ type }) => type === 'browser')?.id };
}

/**
 * Without pages of files: those of the browser's program count as private or not depending on which other processes
 * have read them just now.
 */
function ownBytes(process: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
    return Number(/^Anonymous:\s+(\d+) kB$/m.exec(text)?.[1]) * 1024;
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
