import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { handoutTexts } from '../../src/handout/handout-texts.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { importFiles } from '../support/app-driver.ts';
import { appForAllTests } from '../support/open-app.ts';

let page: Page;
let id = '';
const app = appForAllTests(async (opened) => {
  page = opened;
  const week = lectureWeek({
    calendar: { weekCount: 2 },
    events: { algebra: { weeks: [0] }, lab: { weeks: [1] } },
    times: { algebra: 'd1@0', lab: 'd1@0', seminar: 'd3@2' },
  });
  const text = new TextDecoder().decode(printHorarium(week));
  id = await importFiles(page, [{ name: 'weeks.horarium.json', text }]);
});

const choice = () => page.getByRole('combobox', { name: handoutTexts.week, exact: true });
const titles = async () => new Set(await page.locator('.week-grid .card b').allTextContents());

test('one week is chosen, stays chosen in another view and after a reload', async () => {
  await page.goto(`${app.url}#/p/${id}/timetable/group?resource=first-year`);
  await expect.poll(titles).toEqual(new Set(['Algebra', 'Laboratory, part 1']));
  await choice().selectOption('A');
  await expect.poll(titles).toEqual(new Set(['Algebra']));
  await page.reload();
  await expect.poll(titles).toEqual(new Set(['Algebra']));
  await page.goto(`${app.url}#/p/${id}/timetable/master?week=2`);
  await expect.poll(() => page.locator('.master-card b').allTextContents()).not.toContain('Algebra');
  expect(await choice().inputValue()).toBe('1');
});
