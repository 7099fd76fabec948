import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { en } from '../../src/ui/text/en.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { importFiles } from '../support/app-driver.ts';
import { appForAllTests } from '../support/open-app.ts';
import { settled } from '../support/page.ts';

let page: Page;
let id = '';
const app = appForAllTests(async (opened) => {
  page = opened;
  id = await importFiles(page, [{ name: `${evil('file')}.horarium.json`, text: nastyProject() }]);
});

/** A name as somebody would choose it who wants to run a program on other people's pages. */
function evil(name: string): string {
  return `<img src=x onerror=alert(1)><svg onload=alert(2)>${name}</svg></script><script>alert(3)</script>`;
}

const named = new Set(['name', 'note', 'type', 'building']);
const lists = new Set(['tags', 'features', 'roomTypes']);

/** Everything that has a name, a note or a tag has one of these. */
function nastyProject(): string {
  const { problem, timetables } = lectureWeek();
  const rooms = problem.rooms.map((room) => ({ ...room, type: 'lab', building: 'north', features: ['piano'] }));
  const tagged = { courses: problem.courses.map((course) => ({ ...course, tags: ['core'] })), rooms };
  const lesson = problem.events.map((event) => ({ ...event, name: event.id, roomTypes: ['lab'], tags: ['late'] }));
  const rule = {
    id: 'r',
    kind: 'maxGapsPerDay',
    scope: { of: 'groups', tags: ['late'] },
    params: { max: 0 },
    hard: true,
    weight: 1,
    note: 'why',
  } as const;
  const students = [{ id: 's', name: 'Mia', eventIds: ['seminar'] }];
  const calendar = {
    ...problem.calendar,
    slots: problem.calendar.slots.map((slot, index) => ({ ...slot, name: `slot ${index}` })),
    breaks: [{ name: 'break', slot: 3 }],
  };
  const content = { problem: { ...problem, ...tagged, calendar, events: lesson, rules: [rule], students }, timetables };
  const text = new TextDecoder().decode(printHorarium(content));
  const { checksum: _, ...body } = JSON.parse(text);
  return JSON.stringify(body, (key, value: unknown) => {
    if (typeof value === 'string' && named.has(key)) return evil(value);
    return Array.isArray(value) && lists.has(key) ? value.map((item) => evil(String(item))) : value;
  });
}

/** Elements that came out of a name. */
const made = (of: Page) => of.locator('[onerror], [onload], img[src="x"]').count();

/** Every screen of a project, and something that shows that it is there. */
const screens: readonly (readonly [path: string, shown: string])[] = [
  ...['', '/rooms', '/instructors', '/groups', '/courses', '/events', '/students', '/calendar', '/availability'].map(
    (table) => [`data${table}`, 'main h1, main h2, main table'] as const,
  ),
  ['rules', 'main table'],
  ['generate', 'main h1'],
  ['timetable', '.week-grid .card'],
  ['timetable/instructor', '.week-grid'],
  ['timetable/room', '.week-grid'],
  ['timetable/master', '.week-grid, .master, main table'],
  ['problems', 'main h1'],
  ['statistics', 'main table'],
  ['free', 'main h1'],
  ['substitution', 'main h1'],
  ['versions', 'main h1'],
  ['share', '.share-made[aria-busy="false"]'],
];

test.each(screens)('names are text on the page %s', async (path, shown) => {
  await page.goto(`${app.url}#/p/${id}/${path}`);
  await page.locator(shown).first().waitFor();
  await settled(page);
  expect(await made(page)).toBe(0);
});

test('names are text among the projects, in the palette and on the card that is chosen', async () => {
  await page.goto(`${app.url}#/`);
  await page.locator('table.list', { hasText: '<img src=x' }).waitFor();
  await page.goto(`${app.url}#/p/${id}/timetable`);
  await page.locator('.week-grid .card', { hasText: '<img src=x' }).first().click();
  expect(await made(page)).toBe(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('img');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  expect(await made(page)).toBe(0);
  await page.keyboard.press('Escape');
});

test('names are text in what is handed out: viewer file, picture and sheets of paper', async () => {
  await page.goto(`${app.url}#/p/${id}/share`);
  for (const form of [en.form_html, en.form_print, en.form_link]) {
    const entry = page.locator('.share-form').filter({ has: page.getByText(form, { exact: true }) });
    await entry.getByRole('radio').check();
    await page.locator('.share-made[aria-busy="false"]').waitFor();
    expect(await made(page)).toBe(0);
    if (form !== en.form_html) continue;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: en.shareDownload }).click(),
    ]);
    const path = `${await download.path()}.html`;
    await download.saveAs(path);
    const viewer = await app.context.newPage();
    await viewer.goto(pathToFileURL(path).href);
    await viewer.locator('table.week .meeting', { hasText: '<img src=x' }).first().waitFor();
    expect(await made(viewer)).toBe(0);
    await viewer.close();
  }
});

test('nothing was asked for that a name had asked for', () => {
  expect(app.complaints).toEqual([]);
  expect(app.missing).toEqual([]);
});
