import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { exported, generateSample, go, openSample, projectOf } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

test('a rule is added by the keyboard, refused while it is wrong, changed, switched off, stored and taken back', async () => {
  await openSample(page, en.sampleSchool);
  await go(page, 'navRules');
  const before = await page.locator('.rules-table tr[data-rule]').count();
  await page.getByRole('button', { name: en.rulesAdd }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('days a week instructor maximum');
  await page.getByRole('button', { name: /Maximum of days/ }).focus();
  await page.keyboard.press('Enter');

  const panel = page.getByRole('complementary');
  const most = panel.getByLabel('At most', { exact: true });
  await most.fill('99');
  await panel.getByRole('button', { name: en.ruleNewAdd }).click();
  await panel.getByText('At most must be a whole number from 1 to 30.').waitFor();
  expect(await page.locator('.rules-table tr[data-rule]').count()).toBe(before);
  expect(await focusedLabel(page)).toBe('At most');
  await most.fill('3');
  await page.keyboard.press('Enter');
  const row = rowOf(page, 'Every instructor has events on at most 3 days a week');
  await row.waitFor();
  await panel.locator('.facts').getByText('30 instructors').waitFor();

  // what is wrong changes nothing
  await most.fill('0');
  await most.blur();
  await panel.getByText('At most must be a whole number from 1 to 30.').waitFor();
  expect(await row.count()).toBe(1);
  await most.fill('2');
  await most.blur();
  const changed = rowOf(page, 'Every instructor has events on at most 2 days a week');
  await changed.getByRole('checkbox').uncheck();
  await panel.locator('.facts').getByText('30 instructors').waitFor({ state: 'detached' });
  await page.reload();
  await changed.waitFor();
  expect(await changed.getByRole('checkbox').isChecked()).toBe(false);
  const { text } = await exported(page, en.rulesText, en.rulesSignOff);
  expect(text).toContain('Every instructor has events on at most 2 days a week.\n   switched off (soft, weight 1');
  expect(app.complaints).toEqual([]);
});

test('the impossible school is relaxed until nothing proves it impossible', async () => {
  await generateSample(page, en.sampleImpossible);
  const ready = page.locator('.readiness-status');
  expect(await ready.textContent()).toContain(en.readyCounts({ impossible: 3, tight: 0 }));
  await ready.click();
  await page.locator('.readiness-panel').getByRole('link', { name: 'First year B' }).first().click();
  await page.waitForURL(/data\/groups\?item=First(%20|\+)year(%20|\+)B/);

  await go(page, 'navProblems');
  await page.getByRole('button', { name: en.conflictsStart }).click();
  await page.locator('.conflict-list > li').nth(1).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: en.relaxTakeOut({ name: 'Mathematics' }) }).click();
  await expect.poll(() => ready.textContent()).toContain('1 impossible');
  await page.getByRole('button', { name: en.relaxAnyRoom }).click();
  await expect.poll(() => ready.textContent()).not.toContain('impossible');
  await page.getByText(en.relaxProofs({ before: 1, now: 0 })).waitFor();
  await page.locator('.relaxed').getByRole('button', { name: en.undo }).click();
  await expect.poll(() => ready.textContent()).toContain('1 impossible');
  expect(app.complaints).toEqual([]);
});

test('on a phone the form of a rule gives way to the list where it was', async () => {
  await openSample(page, en.sampleSchool);
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${app.url}#/p/${projectOf(page)}/rules`);
  const rules = page.locator('button.rule-open');
  await rules.last().scrollIntoViewIfNeeded();
  const rule = rules.last();
  const sentence = (await rule.textContent()) ?? '';
  const place = () => page.locator('#content').evaluate(({ scrollTop }) => scrollTop);
  const before = await place();
  expect(before).toBeGreaterThan(0);
  await rule.click();
  await page.locator('.rule-panel').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(sentence);
  expect(Math.abs((await place()) - before)).toBeLessThan(100);
  expect(app.complaints).toEqual([]);
});

test('the address of a rule that is gone says so on a phone, and leads back to the list', async () => {
  await openSample(page, en.sampleSchool);
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${app.url}#/p/${projectOf(page)}/rules?rule=gone`);
  const panel = page.getByRole('complementary', { name: en.ruleUnknown });
  await panel.getByRole('button', { name: en.ruleClose }).click();
  await panel.waitFor({ state: 'detached' });
  await page.locator('button.rule-open').first().waitFor();
  expect(page.url()).not.toContain('gone');
  expect(app.complaints).toEqual([]);
});

function rowOf(page: Page, sentence: string): Locator {
  return page.locator('.rules-table tr[data-rule]', { hasText: sentence });
}

function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement ? (activeElement.labels?.[0]?.textContent ?? '').trim() : '';
  });
}
