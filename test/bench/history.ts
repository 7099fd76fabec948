import type { Page } from 'playwright-core';
import { en } from '../../src/ui/text/en.ts';
import { printWaits, type WaitRow, waitRow, withSample } from './browser.ts';

const runCount = 1000;
const repetitions = 7;

/** Opens the list of a thousand runs in a real browser, sorts and filters it. */
export async function measureHistory(): Promise<readonly WaitRow[]> {
  const rows = await withSample(en.sampleSchool, async ({ page, project }) => {
    await page.evaluate(addRuns, { project, count: runCount });
    const opened = await openings(page, `#/p/${project}/generate`, `#/p/${project}/runs`);
    return [
      await waitRow(page, 'open the page', 200, opened),
      await waitRow(page, 'sort by another column', 100, await sorts(page)),
    ];
  });
  if (rows.length > 0) printWaits(`History: ms by the clock with ${runCount} runs of 250 points each`, rows);
  return rows;
}

/** Runs in the page: writes rows as the app stores them. */
async function addRuns({ project, count }: { project: string; count: number }): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('horarium');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const score = { unplaced: 0, hard: 0, soft: 120 };
  const byRule = Array.from({ length: 12 }, (_, at) => ({
    id: `rule${at}`,
    kind: 'isolated',
    hard: false,
    amount: at,
    cost: at,
  }));
  const transaction = opened.transaction(['runs', 'runDetails'], 'readwrite');
  for (let index = 0; index < count; index++) {
    const at = new Date(Date.now() - index * 600_000).toISOString();
    const id = `bench-${String(index).padStart(4, '0')}`;
    transaction.objectStore('runs').put({
      ...{ id, version: 2, projectId: project, state: 'completed', phase: 'finishing', order: 0, problemHash: null },
      ...{ inputBytes: 0, inputHash: null, resultKey: null, engine: '1.1', wish: null, variant: 'balanced' },
      settings: {
        ...{
          population: 32,
          generations: 250,
          crossoverRate: 0.05,
          mutationRate: 0.9,
          islands: 4,
          seed: count - index,
        },
        ...{ movesPerIndividual: 100_000, timeLimit: 60, pace: 'clock', target: null, stagnation: null },
      },
      ...{ startName: null, createdAt: at, startedAt: at, endedAt: at, reason: 'generations' },
      ...{
        best: { ...score, soft: (index * 37 + 11) % 97 },
        generation: 250,
        done: 1,
        moves: 5_000_000,
        movesPerSecond: 80_000,
      },
      ...{ seconds: 60, series: [], log: [], error: null, timetableId: null },
    });
    const point = { seconds: 1, moves: 1, temperature: 1, best: score, median: score, worst: score, diversity: 0.5 };
    const series = Array.from({ length: 250 }, (_, generation) => ({
      ...point,
      generation,
      islands: [score, score, score, score],
      byRule,
    }));
    transaction.objectStore('runDetails').put({ id, version: 1, projectId: project, series, log: [] });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  opened.close();
}

/** From the press of the link until the rows have been painted. */
async function openings(page: Page, from: string, to: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, from);
    await page.locator('.generate-panel').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2000);
    times.push(
      await page.evaluate(
        (hash) =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            location.hash = hash;
            const look = () => {
              if (document.querySelector('.run-list tbody tr') !== null)
                setTimeout(() => resolve(performance.now() - start));
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        to,
      ),
    );
    await page.waitForTimeout(500);
  }
  return times;
}

async function sorts(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    times.push(
      await page.evaluate((at) => {
        const buttons = document.querySelectorAll<HTMLElement>('.run-list th button');
        const first = () => document.querySelector('.run-list tbody tr')?.textContent;
        const before = first();
        const start = performance.now();
        // result, then seed, and so on: the first row is another one each time
        buttons[at % 2 === 0 ? 2 : 6]?.click();
        return new Promise<number>((resolve) => {
          const look = () => {
            if (first() !== before || performance.now() - start > 5000)
              setTimeout(() => resolve(performance.now() - start));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
      }, count),
    );
    await page.waitForTimeout(200);
  }
  return times;
}
