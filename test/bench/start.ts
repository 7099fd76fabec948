import { en } from '../../src/ui/text/en.ts';
import { launchBrowser } from '../support/chromium.ts';
import { startPreview } from '../support/server.ts';
import { type PageTask, watchTasks } from '../support/task-times.ts';
import { median, printTable, rounded } from './table.ts';

/** Milliseconds of processor time of the page's thread, medians, at the speed of an idle machine. */
export interface StartRow {
  readonly name: string;
  readonly longest: number;
  readonly sum: number;
  /** What Lighthouse counts on its slow telephone: of each task what is over 50 ms where all take four times as long. */
  readonly blocked: number;
}

const repetitions = 7;
/** After the first screen is there: what it left for later comes now. */
const restMilliseconds = 3000;
const slowdown = 4;
const noticed = 50;

/** Opens the built app for the first time, with nobody using it, each time in a browser that knows nothing of it. */
export async function measureStart(): Promise<readonly StartRow[]> {
  const server = await startPreview();
  const browser = await launchBrowser();
  const opened: (readonly PageTask[])[] = [];
  try {
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
      const page = await context.newPage();
      // A page of the same origin: the app begins in the process that is watched.
      await page.goto(`${server.url}manifest.webmanifest`);
      // tsx marks the names of functions by a helper that the page does not know
      await page.evaluate('globalThis.__name = (named) => named;');
      const watch = await watchTasks(page);
      await watch.mark('start');
      await page.goto(server.url);
      await page.getByText(en.promise).first().waitFor();
      await page.waitForTimeout(restMilliseconds);
      opened.push((await watch.end()).filter(({ during }) => during === 'start'));
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const row = rowOf(opened.map((tasks) => tasks.map(({ milliseconds }) => milliseconds)));
  printTable(
    'Start: ms of processor time of the page, at the speed of an idle machine',
    ['first open', 'longest', 'sum', `over ${noticed} at a ${slowdown}th of the speed`],
    [[row.name, row.longest, row.sum, row.blocked]],
  );
  return [row];
}

function rowOf(opened: readonly (readonly number[])[]): StartRow {
  const middle = (of: (tasks: readonly number[]) => number) => rounded(median(opened.map(of)), 1);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    name: 'first screen',
    longest: middle((tasks) => Math.max(0, ...tasks)),
    sum: middle(sum),
    blocked: middle((tasks) => sum(tasks.map((task) => Math.max(0, task * slowdown - noticed)))),
  };
}
