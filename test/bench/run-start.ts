import type { Page } from 'playwright-core';
import { en } from '../../src/ui/text/en.ts';
import { generateButton, setSeconds } from '../support/app-driver.ts';
import { printWaits, type WaitRow, waitRow, withSample } from './browser.ts';

const repetitions = 5;

/** From the press of Generate until the run is shown, in a real browser, with the large sample. */
export async function measureRunStarts(): Promise<readonly WaitRow[]> {
  const rows = await withSample(en.sampleEnterprise, async ({ page }) => {
    await setSeconds(page, 600);
    const bare = await presses(page);
    // with the plan that the expert settings show, it is looked up first whether there is a result already
    await page.locator('details.expert summary').click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('details.expert input')?.value !== '',
      undefined,
      { timeout: 180_000 },
    );
    return [
      await waitRow(page, 'show a run that is still to be planned', 100, bare),
      await waitRow(page, 'show a run whose settings are known', 100, await presses(page)),
    ];
  });
  if (rows.length > 0)
    printWaits('Starting: ms by the clock from the press until the run is shown, 1,800 courses', rows);
  return rows;
}

async function presses(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    await generateButton(page).waitFor({ timeout: 180_000 });
    await page.waitForTimeout(3000);
    times.push(await page.evaluate(press, en.generateStart));
    // the run that is on is given up, and leaves the page as it was
    await page.getByRole('button', { name: en.generateDiscard, exact: true }).click();
    const sure = page.getByRole('button', { name: en.generateDiscardYes });
    await sure.or(page.locator('.ending')).first().waitFor({ timeout: 180_000 });
    if (await sure.isVisible()) await sure.click();
    await page.locator('.ending').waitFor({ timeout: 180_000 });
  }
  return times;
}

/** Runs in the page. What of a former run is shown goes with the press. */
function press(label: string): Promise<number> {
  const buttons = [...document.querySelectorAll<HTMLElement>('main button.run-verb')];
  const button = buttons.find(({ textContent }) => textContent?.trim() === label);
  const isShown = () => document.querySelector('.counters') !== null && document.querySelector('.ending') === null;
  return new Promise((resolve) => {
    const start = performance.now();
    button?.click();
    const look = () => {
      // A frame whose callback finds it has been painted when the next task comes.
      if (isShown() || performance.now() - start > 30_000) setTimeout(() => resolve(performance.now() - start));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
