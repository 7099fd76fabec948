import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const mostSteps = 90;

/** Presses Tab until something has the focus, as somebody without a pointer does. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.first().waitFor();
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(key);
  }
  if (!(await hasFocus(wanted))) expect.fail(`${key} does not lead to ${wanted}`);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.first().evaluate((element) => element === document.activeElement);
}

/** Goes to something by Tab and presses Enter. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Whoever uses keys is somewhere on the page, not back at its beginning. */
export async function expectFocus(page: Page): Promise<void> {
  const place = () => page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
  await expect.poll(place, { message: 'the focus is lost' }).not.toBe('BODY');
}

/** Puts a text on the clipboard and pastes it with the keys. The context must have been granted the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}
