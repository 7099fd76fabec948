import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectContent } from '../../src/formats/format.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { handoutTexts } from '../../src/handout/handout-texts.ts';
import { en } from '../../src/ui/text/en.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { importFiles } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { startPreview, type TestServer } from '../support/server.ts';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;

beforeAll(async () => {
  server = await startPreview();
  profile = await launchProfile();
});

afterAll(async () => {
  await profile?.close();
  await server?.close();
});

test('a timetable that is printed from the app says all of a card, however long its course is called', async () => {
  const opened = await profile.context.newPage();
  await opened.setViewportSize({ width: 1060, height: 720 });
  await opened.goto(server.url);
  const { problem, timetables } = lectureWeek({ events: { algebra: { duration: 1 } } });
  const name = 'Fundamentals of electrical and electronic engineering for beginners, with exercises';
  const courses = problem.courses.map((course) => ({ ...course, name }));
  const text = new TextDecoder().decode(printHorarium({ problem: { ...problem, courses }, timetables }));
  const id = await importFiles(opened, [{ name: 'long.horarium.json', text }]);
  await opened.goto(`${server.url}#/p/${id}/timetable?kind=group&resource=first-a`);
  const detail = opened.locator('.card-detail', { hasText: 'Hall; east, 1' });
  await detail.waitFor();
  await opened.emulateMedia({ media: 'print' });
  const cut = () =>
    detail.evaluate((node) => {
      const card = node.closest('.card')?.getBoundingClientRect();
      const title = node.parentElement?.querySelector('b');
      const isWhole = title !== null && title !== undefined && title.scrollHeight <= title.clientHeight + 1;
      return { isWhole, below: node.getBoundingClientRect().bottom > (card?.bottom ?? 0) };
    });
  expect(await cut()).toEqual({ isWhole: true, below: false });
  await opened.close();
});

/** The viewer file of a project, as it is opened from a disk. */
async function openViewer(opened: Page, content: ProjectContent): Promise<void> {
  await opened.goto(server.url);
  const text = new TextDecoder().decode(printHorarium(content));
  const id = await importFiles(opened, [{ name: 'weeks.horarium.json', text }]);
  await opened.goto(`${server.url}#/p/${id}/share?as=html`);
  await opened.locator('.share-made[aria-busy="false"]').waitFor();
  const [made] = await Promise.all([
    opened.waitForEvent('download'),
    opened.getByRole('button', { name: en.shareDownload }).click(),
  ]);
  const path = `${await made.path()}.html`;
  await made.saveAs(path);
  await opened.goto(pathToFileURL(path).href);
}

test('a viewer of alternating weeks opens at the present one, and shows and prints the one that is chosen', async () => {
  const opened = await profile.context.newPage();
  await opened.clock.setFixedTime(new Date('2026-10-20T12:00'));
  const week = lectureWeek({
    calendar: { weekCount: 2 },
    events: { algebra: { weeks: [0] }, lab: { weeks: [1] } },
    times: { algebra: 'd1@0', lab: 'd1@0', seminar: 'd3@2' },
  });
  await openViewer(opened, week);
  const cards = opened.locator('table.week .meeting b');
  const choice = opened.getByRole('combobox', { name: handoutTexts.week, exact: true });
  await choice.waitFor();
  expect([await choice.inputValue(), await cards.allTextContents()]).toEqual(['1', ['Laboratory, part 1']]);
  await choice.focus();
  await opened.keyboard.press('ArrowUp');
  expect(await cards.allTextContents()).toEqual(['Algebra']);
  await opened.emulateMedia({ media: 'print' });
  await opened.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await opened.locator('.sheet .about').textContent()).toMatch(/^Week A · /);
  expect(await opened.locator('.sheet .meeting b').allTextContents()).toEqual(['Algebra']);
  // on every page of a longer week, as heads of tables are
  const head = opened.locator('.sheet > header');
  expect(await head.evaluate((node) => getComputedStyle(node).display)).toBe('table-header-group');
  await opened.evaluate(() => dispatchEvent(new Event('afterprint')));
  await opened.emulateMedia({ media: 'screen' });
  await choice.selectOption(handoutTexts.allWeeks);
  expect(await cards.allTextContents()).toEqual(['Algebra', 'Laboratory, part 1']);
  await opened.close();
});

/** A year of eight classes whose lessons all begin together, and one of them with a lesson in each of many slots. */
function largeYear(): ProjectContent {
  const { problem, timetables } = lectureWeek();
  const classes = Array.from({ length: 8 }, (_, at) => ({
    id: `c${at}`,
    name: `Class ${at}`,
    size: 20,
    parentId: 'first-year',
  }));
  const slots = Array.from({ length: 14 }, (_, at) => ({
    start: `${at + 8}:00`.padStart(5, '0'),
    end: `${at + 8}:50`.padStart(5, '0'),
  }));
  const lessons = classes.flatMap(({ id }, at) =>
    slots.flatMap((_, slot) =>
      slot > 0 && at > 0 ? [] : [{ id: `${id}@${slot}`, groupIds: [id], timeId: `d1@${slot}` }],
    ),
  );
  const events = lessons.map(({ id, groupIds }) => ({
    id,
    courseId: 'algebra',
    duration: 1,
    groupIds,
    instructors: [],
    roomCount: 0,
  }));
  const assignments = lessons.map(({ id, timeId }) => ({ eventId: id, timeId, roomIds: [], instructorIds: [] }));
  const year = {
    ...problem,
    calendar: { ...problem.calendar, slots },
    groups: [...problem.groups, ...classes],
    events,
  };
  return { problem: year, timetables: timetables.map((own) => ({ ...own, timetable: { assignments } })) };
}

describe('the viewer of a large year', () => {
  test('begins with a class, lists the year, and prints each on one page, also with the browser’s own command', async () => {
    const opened = await profile.context.newPage();
    await openViewer(opened, largeYear());
    await opened.getByRole('heading', { name: 'Class 0', exact: true }).waitFor();
    const pages = async () => {
      const pdf = (await opened.pdf({ preferCSSPageSize: true })).toString('latin1');
      return [pdf.match(/\/Type\s*\/Page\b/g)?.length, /\/MediaBox\s*\[0 0 84[12]/.test(pdf)];
    };
    expect(await pages()).toEqual([1, true]);
    expect(await opened.locator('.sheets').count()).toBe(0);

    await opened.locator('.people').getByRole('button', { name: 'First year', exact: true }).click();
    expect(await opened.locator('table.week').count()).toBe(0);
    const cards = opened.locator('.agenda .meeting');
    expect(await cards.count()).toBe(21);
    // every lesson says whose it is
    expect(await cards.filter({ hasText: /Class \d/ }).count()).toBe(21);
    expect(await pages()).toEqual([1, true]);
    await opened.close();
  });
});
