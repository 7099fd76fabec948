import type { Page } from 'playwright-core';

/**
 * Presses Tab so many times and says of what the focus came to where that could not be seen: because nothing marks it, or
 * because all of it is under something else or out of the window.
 */
export async function unseenFocuses(page: Page, steps: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const shares = [0.5, 0.1, 0.9];
      const isSeen = shares.some((across) =>
        shares.some((down) => {
          const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
          return top !== null && (element.contains(top) || element.closest('label')?.contains(top) === true);
        }),
      );
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      // A grid marks its cell instead of itself; the part of a date field that has the focus marks itself.
      const marksItself = element.matches('[role="grid"], input[type="date"], input[type="time"]');
      const isMarked = marksItself || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1);
      const start = element.outerHTML.slice(0, 120);
      return isSeen && isMarked ? null : `${isSeen ? 'unmarked' : 'covered'}: ${start}`;
    });
    if (fault !== null) found.push(fault);
  }
  return found;
}
