import type { CDPSession, Page } from 'playwright-core';

/** A task of the page's own thread: what ran from one turn of its event loop to the next. */
export interface PageTask {
  /** The mark that was set last. */
  readonly during: string;
  /**
   * Processor time of the thread, which another process's load does not stretch, at the speed of the machine on which
   * `calibrationMilliseconds` was measured: where the same work takes longer now, so much is taken off.
   */
  readonly milliseconds: number;
}

export interface TaskWatch {
  /** Names what follows. */
  mark(name: string): Promise<void>;
  /** Ends the watch: all tasks that took any time worth telling, in their order. */
  end(): Promise<readonly PageTask[]>;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds by the clock. */
  readonly dur?: number;
  readonly ph: string;
  /** Microseconds of processor time. */
  readonly tdur?: number;
}

const markPrefix = 'watch: ';
/** A fixed piece of work, done at each mark: a shared machine's clock may fall to a third for minutes. */
const calibration = 'calibration';
const calibrationSteps = 5_000_000;
/** What it takes on two cores of 3 GHz that nobody else uses. */
const calibrationMilliseconds = 6.5;
const worthTelling = 1;

/** Records the tasks of the page's thread through the browser's own tracing; one watch at a time. */
export async function watchTasks(page: Page): Promise<TaskWatch> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (isWanted(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordContinuously',
      includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  });
  return {
    async mark(name) {
      await page.evaluate(calibrate, { label: markPrefix + calibration, steps: calibrationSteps });
      await page.evaluate((label) => void performance.mark(label), markPrefix + name);
    },
    async end() {
      // A task is recorded when it ends, which may be after its answer has come: two more tasks, and it is there.
      await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
      await endTracing(session);
      await session.detach();
      return tasksOf(events);
    },
  };
}

/** Runs in the page. */
function calibrate({ label, steps }: { readonly label: string; readonly steps: number }): number {
  performance.mark(label);
  let sum = 0;
  for (let count = 0; count < steps; count++) sum = sum / 2 + count;
  return sum;
}

function isWanted({ name, ph }: TraceEvent): boolean {
  return (name === 'RunTask' && ph === 'X') || name.startsWith(markPrefix);
}

async function endTracing(session: CDPSession): Promise<void> {
  const complete = new Promise<{ dataLossOccurred: boolean }>((resolve) =>
    session.once('Tracing.tracingComplete', resolve),
  );
  await session.send('Tracing.end');
  if ((await complete).dataLossOccurred) throw new Error('The browser lost a part of the trace');
}

function tasksOf(events: readonly TraceEvent[]): readonly PageTask[] {
  const marks = events.filter(({ name }) => name.startsWith(markPrefix)).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (first === undefined) throw new Error('A watch needs a mark, which tells the thread of the page');
  // By their ends: the browser may do what was asked next in the very task that set the mark.
  const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.pid === first.pid && event.tid === first.tid)
    .filter((event) => endOf(event) >= first.ts)
    .sort((a, b) => a.ts - b.ts);
  // Without processor times every task would seem short.
  if (!tasks.some(({ tdur }) => tdur !== undefined && tdur > 0)) throw new Error('The trace has no processor times');
  const named = tasks
    .map((task) => ({
      during: marks.findLast((mark) => mark.ts <= endOf(task))?.name.slice(markPrefix.length) ?? '',
      milliseconds: (task.tdur ?? 0) / 1000,
    }))
    .filter(({ milliseconds }) => milliseconds >= worthTelling);
  const slowness = slownessOf(named.filter(({ during }) => during === calibration));
  return named
    .filter(({ during }) => during !== calibration)
    .map(({ during, milliseconds }) => ({ during, milliseconds: Math.round((milliseconds / slowness) * 10) / 10 }));
}

/** How many times as long the fixed work took as it should, by the median; at least 1. */
function slownessOf(calibrations: readonly PageTask[]): number {
  const largest = Math.max(0, ...calibrations.map(({ milliseconds }) => milliseconds));
  // small ones are what else the page did between the marks
  const times = calibrations
    .map(({ milliseconds }) => milliseconds)
    .filter((milliseconds) => milliseconds > largest / 3)
    .sort((a, b) => a - b);
  return Math.max(1, (times[times.length >> 1] ?? 0) / calibrationMilliseconds);
}
