import type { CDPSession, Page } from 'playwright-core';

/** A task of the page's own thread: what ran from one turn of its event loop to the next. */
export interface PageTask {
  /** The mark that was set last. */
  readonly during: string;
  /** Processor time of the thread, which another process's load does not stretch. */
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
    mark: (name) => page.evaluate((label) => void performance.mark(label), markPrefix + name),
    async end() {
      // A task is recorded when it ends, which may be after its answer has come: two more tasks, and it is there.
      await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
      await endTracing(session);
      await session.detach();
      return tasksOf(events);
    },
  };
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
  return tasks
    .map((task) => ({
      during: marks.findLast((mark) => mark.ts <= endOf(task))?.name.slice(markPrefix.length) ?? '',
      milliseconds: Math.round((task.tdur ?? 0) / 100) / 10,
    }))
    .filter(({ milliseconds }) => milliseconds >= worthTelling);
}
