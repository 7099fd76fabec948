import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { importFiles } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { startPreview, type TestServer } from '../support/server.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;
let page: Page;
let project: string;

beforeAll(async () => {
  server = await startPreview();
  profile = await launchProfile();
  page = await profile.context.newPage();
  await page.goto(server.url);
  const { problem, timetables } = lectureWeek({ times: { algebra: 'd1@0' } });
  const more = Array.from({ length: 150 }, (_, at) => ({ id: `more-${at}`, name: `Course ${at}` }));
  const courses = [...problem.courses, ...more];
  const text = new TextDecoder().decode(printHorarium({ problem: { ...problem, courses }, timetables }));
  project = `${server.url}#/p/${await importFiles(page, [{ name: 'week.horarium.json', text }])}`;
});

afterAll(async () => {
  await profile?.close();
  await server?.close();
});

/** What can be pressed or written into and would be on the paper, besides what says something by itself. */
async function controlsOnPaper(): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const controls = document.querySelectorAll('button, a.button, select, input, .menu > summary');
    const telling = '.card, .sort, .column-sort, .history-list button, .timetable-menu > summary';
    return [...controls].flatMap((node) =>
      node.matches(telling) || node.getClientRects().length === 0 ? [] : [node.outerHTML.slice(0, 120)],
    );
  });
  await page.emulateMedia({ media: 'screen' });
  return seen;
}

test.each([
  ['problems', '.problem-group'],
  ['statistics', '.figure-table'],
  ['versions', '.version-form'],
  ['compare', 'h1'],
  ['data/events', '.data-table'],
  ['substitution', 'h1'],
  ['merge', '.merge-head'],
  ['runs', 'h1'],
])('the page %s has nothing to press on paper', async (path, shown) => {
  await page.goto(`${project}/${path}`);
  await page.locator(`main ${shown}`).first().waitFor();
  expect(await controlsOnPaper()).toEqual([]);
});

test('a table of the data has all its rows on paper', async () => {
  await page.goto(`${project}/data/courses`);
  await page.locator('.data-table').waitFor();
  const rows = () => page.locator('.data-table tbody tr').count();
  expect(await rows()).toBeLessThan(150);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await rows()).toBeGreaterThanOrEqual(153);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await rows()).toBeLessThan(150);
});
