import { readFile } from 'node:fs/promises';
import type { Page, Worker } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import {
  chooseFiles,
  counter,
  ended,
  exported,
  generateButton,
  go,
  importFiles,
  setSeconds,
  smallRun,
  typeSettings,
} from '../support/app-driver.ts';
import { takeFaults } from '../support/guard.ts';
import { appForEachTest } from '../support/open-app.ts';
import { ownCtt } from '../support/own-ctt.ts';
import type { Trouble } from '../support/server.ts';

let page: Page;

// Files come from the server each time: what goes wrong there is what the page sees.
/** Asked for their names as soon as they are there: later they are busy. */
const islands = new Set<Worker>();
const app = appForEachTest((opened) => {
  page = opened;
  page.on('worker', async (worker) => {
    const name = await worker.evaluate(() => self.name).catch(() => ''); // It may have gone again.
    if (name === 'island') islands.add(worker);
  });
});

/** Long enough for something to happen in its middle, and the same on every machine. */
const settings = { population: 4, generations: 60, islands: 2, movesPerIndividual: 20_000_000, seed: 5, target: null };

const own = { name: 'own.ctt', text: ownCtt() };
const lost = 'A worker was lost';
const isKernel = (path: string) => /kernel-[^/]*\.wasm$/.test(path);
const isIsland = (path: string) => /island\.worker-[^/]*\.js$/.test(path);
const onlyFor = (isIt: (path: string) => boolean, trouble: Trouble) => (path: string) => (isIt(path) ? trouble : null);

async function begin(): Promise<string> {
  const project = await importFiles(page, [own]);
  await go(page, 'navGenerate');
  await typeSettings(page, settings);
  await generateButton(page).click();
  return project;
}

/** Of the run that is on: the last generation may still be that of the run before. */
function generationReached(least: number): Promise<number> {
  const read = async () => {
    const shown = await counter(page, en.counterGeneration);
    return shown >= least && shown < settings.generations ? shown : null;
  };
  return vi.waitUntil(read, { timeout: 60_000, interval: 20 });
}

async function solution(): Promise<string> {
  await ended(page);
  await go(page, 'navTimetable');
  await page.locator('.score-line').waitFor();
  return (await exported(page, en.exportSolution)).text;
}

function islandWorker(): Promise<Worker> {
  // The last one: those of the run before may still be about to go.
  const find = () => page.workers().findLast((worker) => islands.has(worker)) ?? null;
  return vi.waitUntil(find, { timeout: 30_000, interval: 20 });
}

describe('what a run needs and cannot be had', () => {
  test.each([
    ['a kernel that is missing', onlyFor(isKernel, 'missing'), 'kernel'],
    ['a worker that is missing', onlyFor(isIsland, 'missing'), 'worker'],
    ['a worker of which nothing comes', onlyFor(isIsland, 'silence'), 'worker'],
  ] as const)('%s fails the run with its cause, and the next try runs', async (_, trouble, named) => {
    app.spoil(trouble);
    await importFiles(page, [own]);
    await go(page, 'navGenerate');
    await setSeconds(page, 1);
    await generateButton(page).click();
    await ended(page);
    const ending = page.locator('.ending');
    expect(await ending.textContent()).toContain(en.runState_failed);
    expect((await ending.textContent())?.toLowerCase()).toContain(named);
    app.spoil(null);
    await page.getByRole('button', { name: en.runRetry }).click();
    await page.locator('.ending[data-failed]').waitFor({ state: 'detached' });
    await ended(page);
    expect(await ending.textContent()).toContain(en.runState_completed);
  });
});

describe('a worker that is lost in the middle', () => {
  test('is replaced, and the result is the same; whether it says so or not', async () => {
    const project = await begin();
    const whole = await solution();
    await page.goto(`${app.url}#/p/${project}/generate`);
    await typeSettings(page, settings);
    await generateButton(page).click();
    await page.getByRole('button', { name: en.knownAgain }).click();
    await generationReached(5);
    await (await islandWorker()).evaluate(() => setTimeout(() => self.close()));
    await page.locator('.log').getByText(lost).waitFor();
    const worker = await islandWorker();
    await generationReached(20);
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('torn');
      });
    });
    await expect.poll(() => page.locator('.log').getByText(lost).count()).toBe(2);
    expect(await solution()).toBe(whole);
    // Heard of or not: the page ends such a worker at once.
    expect(takeFaults().filter((fault) => fault !== 'Error: torn')).toEqual([]);
  });
});

test('a worker that is lost while it reads a file, without a word, is told of; the next one reads it', async () => {
  // Of what it is asked it hears nothing, and it ends once it has said that it is there.
  const dies = `addEventListener('message', (asked) => asked.stopImmediatePropagation());
    const say = postMessage;
    postMessage = (told) => { say(told); setTimeout(close); };\n`;
  app.spoil(onlyFor((path) => /formats\.worker-[^/]*\.js$/.test(path), { codeBefore: dies }));
  await chooseFiles(page, [own]);
  await page.getByText('The files could not be worked on').waitFor();
  app.spoil(null);
  await importFiles(page, [own]);
});

/** Comes before the code of the workers: `harm` gets the exports of each kernel and changes them. */
function harmingKernels(harm: string): Trouble {
  const code = `const Sound = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) {
      const exports = { ...new Sound(module, imports).exports };
      (${harm})(exports);
      return { exports };
    };\n`;
  return { codeBefore: code };
}

describe('an engine that fails', () => {
  test('in a way that would come again ends the run at once, without another try', async () => {
    const harm = `(exports) => {
      const { endEpoch } = exports;
      let left = 8;
      exports.endEpoch = (selects) => { if (--left === 0) throw new WebAssembly.RuntimeError('unreachable'); endEpoch(selects); };
    }`;
    app.spoil(onlyFor(isIsland, harmingKernels(harm)));
    await begin();
    await ended(page);
    expect(await page.locator('.ending').textContent()).toContain('unreachable');
    expect(await page.locator('.log').getByText(lost).count()).toBe(0);
    // What was found until then is kept.
    await page.getByRole('link', { name: en.generateRead }).waitFor();
  });

  test('in its counting stops the run; what shows it can be saved, now and later', async () => {
    const harm = `(exports) => {
      const { endEpoch, addressOfBest, memory } = exports;
      exports.endEpoch = (selects) => { endEpoch(selects); new Int32Array(memory.buffer, addressOfBest(), 3)[2] -= 1; };
    }`;
    app.spoil(onlyFor(isIsland, harmingKernels(harm)));
    const project = await begin();
    await ended(page);
    expect(await page.locator('.ending').textContent()).toMatch(/disagree \(seed 5\)/);
    const now = await evidence();
    expect(now).toMatchObject({ format: 'horarium-evidence', evidence: { seed: 5, settings: { islands: 2 } } });
    expect(now.evidence.claimed.soft).toBe(now.evidence.evaluated.soft - 1);
    expect(now.problem.events.length).toBeGreaterThan(0);
    await page.goto(`${app.url}#/p/${project}/runs`);
    await page.getByRole('main').locator('a[href*="/run/"]').first().click();
    expect(await evidence()).toEqual(now);
  });
});

async function evidence() {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.runSaveEvidence }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

describe('two tabs', () => {
  test('bring on one run; when its tab is gone, what waited goes on in the other, and it can be resumed there', async () => {
    const project = await importFiles(page, [own]);
    await go(page, 'navGenerate');
    await setSeconds(page, 300);
    await generateButton(page).click();
    await generationReached(2);
    await typeSettings(page, smallRun);
    await page.getByRole('button', { name: en.generateQueue }).click();
    const second = await app.openTab();
    await second.goto(`${app.url}#/p/${project}/generate`);
    const rows = second.locator('.run-queue-row');
    await expect.poll(() => rows.count()).toBe(2);
    // Live: how much is done changes while it is looked at.
    const meter = rows.first().locator('progress');
    const before = await meter.getAttribute('value');
    await expect.poll(() => meter.getAttribute('value')).not.toBe(before);
    expect(await rows.first().textContent()).toContain(en.queueElsewhere);
    await page.close();
    page = second;
    await ended(second);
    const runs = second.locator('.runs tbody tr');
    expect((await runs.allTextContents()).map((row) => row.includes(en.runState_interrupted))).toContain(true);
    await second.getByRole('button', { name: en.runsResume }).click();
    await second.locator('.log').getByText('Resumed from generation').waitFor();
    await generationReached(3);
    await second.getByRole('button', { name: en.generateStop }).click();
    await expect.poll(() => second.locator('.ending').textContent()).toContain(en.stopReason_stopped);
  });
});
