import type { Page } from 'playwright-core';
import { en } from '../../src/ui/text/en.ts';
import { printWaits, type WaitRow, waitRow, withSample } from './browser.ts';

const repetitions = 12;

/** Edits the timetable of the large sample in a real browser, as a timetabler does. */
export async function measureWorkspace(): Promise<readonly WaitRow[]> {
  const rows = await withSample(en.sampleEnterprise, async ({ page, url, project }) => {
    const base = `${url}#/p/${project}/timetable`;
    await page.evaluate(measuring);
    const measured = [
      await waitRow(page, 'open the project and its timetable', 2000, await openings(page, `${base}/room`)),
      await waitRow(page, 'colours after a pick-up, week', 50, await pickUps(page)),
      await waitRow(page, 'suggestions for a card', 1000, await suggestions(page)),
      await waitRow(page, 'repaint after a drop, week', 100, await drops(page)),
      await waitRow(page, 'repaint after an undo, week', 100, await undos(page)),
    ];
    await page.goto(`${base}/master?rows=instructor`);
    await page.locator('.master-grid .card').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(3000);
    measured.push(
      await waitRow(page, 'colours after a pick-up, master grid', 50, await pickUps(page)),
      await waitRow(page, 'a screen further in the master grid', 50, await scrolls(page)),
      await waitRow(page, 'a frame of smooth scrolling, master grid', 17, await frames(page)),
      await waitRow(page, 'search by a typed word', 100, await searches(page)),
    );
    return measured;
  });
  if (rows.length > 0) {
    printWaits('Workspace: ms by the clock at 1,800 courses (slowness: how slow the machine was meanwhile)', rows);
  }
  return rows;
}

interface Measuring {
  /** Milliseconds from `act` until `done` holds in a frame that was painted. */
  until(act: () => void, done: () => boolean): Promise<number>;
}

declare global {
  interface Window {
    measuring?: Measuring;
  }
}

/** Runs in the page. */
function measuring(): void {
  window.measuring = {
    until: (act, done) =>
      new Promise((resolve) => {
        const start = performance.now();
        act();
        const look = () => {
          // A frame whose callback finds it done has been painted when the next task comes.
          if (done()) setTimeout(() => resolve(performance.now() - start));
          else if (performance.now() - start > 60_000) resolve(Number.NaN);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  };
}

/** From the list of projects, three times: the first one finds nothing prepared. */
async function openings(page: Page, address: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < 3; count++) {
    await page.goto(address.replace(/#.*/, '#/'));
    await page.reload();
    await page.locator('table.list a').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1500);
    await page.evaluate(measuring);
    times.push(
      await page.evaluate(
        (hash) =>
          window.measuring?.until(
            () => {
              location.hash = hash;
            },
            () => document.querySelector('.week-grid .card') !== null,
          ) ?? 0,
        new URL(address).hash,
      ),
    );
    // The evaluation and the engine are at work.
    await page.waitForTimeout(8000);
  }
  return times;
}

/** Every second card in sight, put back again. */
async function pickUps(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    times.push(
      await page.evaluate((count) => {
        const cards = document.querySelectorAll<HTMLElement>('.card');
        return (
          window.measuring?.until(
            () => cards[count % cards.length]?.click(),
            () => document.querySelector('td > .verdict') !== null,
          ) ?? 0
        );
      }, count * 2),
    );
    await page.waitForTimeout(200);
    await page.evaluate(() => document.querySelector<HTMLElement>('.card[data-held]')?.click());
    await page.waitForTimeout(300);
  }
  return times;
}

/** For cards of the week, by the key. */
async function suggestions(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    await page.evaluate((at) => {
      const cards = document.querySelectorAll<HTMLElement>('.week-grid .card');
      cards[at % cards.length]?.click();
    }, count * 3);
    await page.waitForTimeout(400);
    times.push(
      await page.evaluate((waiting) => {
        const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true });
        return (
          window.measuring?.until(
            () => document.body.dispatchEvent(key('s')),
            () => document.querySelector('.suggestions')?.textContent?.includes(waiting) === false,
          ) ?? 0
        );
      }, en.suggestionsWait),
    );
    for (let step = 0; step < 3; step++) await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
  return times;
}

/** Cards into cells in which nothing is in the way. */
async function drops(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; times.length < repetitions && count < repetitions * 3; count++) {
    await page.evaluate((at) => {
      const cards = document.querySelectorAll<HTMLElement>('.card');
      cards[at % cards.length]?.click();
    }, count);
    await page.locator('td > .verdict').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(200);
    const time = await page.evaluate(() => {
      const cells = [...document.querySelectorAll<HTMLElement>('td:is([data-tone="good"], [data-tone="costs"])')];
      const cell = cells.find((candidate) => candidate.querySelector('.card, .icon') === null);
      const event = document.querySelector<HTMLElement>('.card[data-held]')?.dataset.event;
      if (cell === undefined || event === undefined) return null;
      return (
        window.measuring?.until(
          () => cell.click(),
          () => cell.querySelector(`[data-event="${event}"]`) !== null,
        ) ?? null
      );
    });
    if (time === null) await page.evaluate(() => document.querySelector<HTMLElement>('.card[data-held]')?.click());
    else times.push(time);
    await page.waitForTimeout(600);
  }
  return times;
}

async function undos(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < 6; count++) {
    times.push(
      await page.evaluate(() => {
        const placesOf = () =>
          [...document.querySelectorAll<HTMLElement>('.week-grid .card')]
            .map((card) => `${card.dataset.event}@${card.closest('td')?.dataset.cell}`)
            .sort()
            .join();
        const before = placesOf();
        const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true });
        return (
          window.measuring?.until(
            () => document.body.dispatchEvent(key),
            () => placesOf() !== before,
          ) ?? 0
        );
      }),
    );
    await page.waitForTimeout(600);
  }
  return times;
}

async function scrolls(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    times.push(
      await page.evaluate(() => {
        const scroll = document.querySelector<HTMLElement>('.master-scroll');
        if (scroll === null) return 0;
        const target = Math.floor(scroll.scrollTop / scroll.clientHeight + 1) * scroll.clientHeight;
        return (
          window.measuring?.until(
            () => {
              scroll.scrollTop = target;
            },
            () => {
              // The row in the middle of the screen has its name.
              const box = scroll.getBoundingClientRect();
              const found = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
              return scroll.scrollTop >= target - 1 && found?.closest('tr')?.dataset.row !== undefined;
            },
          ) ?? 0
        );
      }),
    );
    await page.waitForTimeout(200);
  }
  return times;
}

/** Time from frame to frame while the grid moves by 40 pixels each, as with a wheel that is turned without a pause. */
async function frames(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const scroll = document.querySelector<HTMLElement>('.master-scroll');
    const times: number[] = [];
    if (scroll === null) return times;
    scroll.scrollTop = 0;
    let last = await new Promise<number>(requestAnimationFrame);
    for (let count = 0; count < 180; count++) {
      scroll.scrollTop += 40;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  });
}

async function searches(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const word of ['alg', 'room', 'history', 'ma', 'dr', 'chem']) {
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.waitForTimeout(1500);
    times.push(
      await page.evaluate((typed) => {
        const input = document.querySelector<HTMLInputElement>('.palette input');
        const shown = () => document.querySelector('.palette-foot')?.textContent ?? '';
        const before = shown();
        return (
          window.measuring?.until(
            () => {
              if (input === null) return;
              input.value = typed;
              input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            },
            () => shown() !== before,
          ) ?? 0
        );
      }, word),
    );
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
  return times;
}
