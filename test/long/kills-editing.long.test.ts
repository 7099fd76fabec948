import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import { en } from '../../src/ui/text/en.ts';
import { counter, generateButton, go, importFiles, setSeconds } from '../support/app-driver.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { type KillableBrowser, killableBrowser } from '../support/killable-browser.ts';
import { ownCtt } from '../support/own-ctt.ts';
import { repositoryPath } from '../support/repository.ts';
import { firstCell, storedRows, storedSteps } from '../support/room-edits.ts';
import { startStaticServer, type TestServer } from '../support/server.ts';

const kills = Number(process.env.KILLS ?? 20);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

let server: TestServer;
let browser: KillableBrowser;
beforeAll(async () => {
  buildWhenStale();
  server = await startStaticServer({ folder: `${repositoryPath}dist`, base: '/', missing: [] });
  browser = killableBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const roomOf = (edit: number) => `Hall ${edit}`;

/** Edits as fast as somebody can type, until it is stopped or the browser is gone; how many were begun. */
function typist(page: Page, from: number) {
  let begun = from;
  let isOn = true;
  const typing = (async () => {
    while (isOn) {
      begun++;
      await page.keyboard.press('F2');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(roomOf(begun));
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
    }
  })().catch(() => undefined);
  return {
    begun: () => begun,
    stop() {
      isOn = false;
      return typing;
    },
  };
}

/** Repeat a failure with KILL_SEED. */
test(`a browser killed ${kills} times while a project is edited and searched (KILL_SEED=${seed})`, async () => {
  const random = new Random(seed);
  let page = await browser.open(server.url);
  const project = await importFiles(page, [{ name: 'own.ctt', text: ownCtt() }]);
  await go(page, 'navGenerate');
  await setSeconds(page, 3600);
  await generateButton(page).click();
  await generationAfter(page, 0);
  let edits = 0;
  let timetables = 0;
  for (let kill = 0; kill < kills; kill++) {
    await page.goto(`${server.url}#/p/${project}/data/rooms`);
    await firstCell(page).click();
    const work = typist(page, edits);
    await vi.waitUntil(async () => (await storedSteps(page)) > edits, { timeout: 60_000, interval: 20 });
    await new Promise((resolve) => setTimeout(resolve, random.below(1500)));
    // What is in the log is shown as saved from then on.
    const stored = await storedSteps(page);
    timetables = Math.max(timetables, await storedRows(page, 'timetables'));
    await new Promise((resolve) => setTimeout(resolve, random.below(100)));
    await browser.kill();
    await work.stop();

    page = await browser.open(`${server.url}#/p/${project}/data/rooms`);
    const found = await shownEdit(page);
    expect(found).toBeGreaterThanOrEqual(stored);
    expect(found).toBeLessThanOrEqual(work.begun());
    expect(await storedSteps(page)).toBe(found);
    expect(await storedRows(page, 'timetables')).toBeGreaterThanOrEqual(timetables);
    edits = found;

    await go(page, 'navGenerate');
    await page.getByText(en.runState_interrupted).first().waitFor();
    await page.getByRole('button', { name: en.runsResume }).click();
    await page.locator('.log').getByText('Resumed from generation').last().waitFor();
    await generationAfter(page, 0);
  }
  expect(edits).toBeGreaterThanOrEqual(kills);
});

/** Number of the edit that the first room is named after. */
async function shownEdit(page: Page): Promise<number> {
  await firstCell(page).waitFor();
  const text = (await firstCell(page).textContent()) ?? '';
  const [, number] = /^Hall (\d+)$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`The first room is "${text}"`);
  return Number(number);
}

function generationAfter(page: Page, generation: number): Promise<number> {
  const read = async () => {
    const shown = await counter(page, en.counterGeneration);
    return shown > generation ? shown : null;
  };
  return vi.waitUntil(read, { timeout: 60_000, interval: 50 });
}
