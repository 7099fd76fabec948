import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { EventData } from '../../src/domain/problem-data.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { importFiles } from '../support/app-driver.ts';
import { appForAllTests } from '../support/open-app.ts';

let page: Page;
let id = '';
const app = appForAllTests(
  async (opened) => {
    page = opened;
    const text = new TextDecoder().decode(printHorarium(parallelWeek()));
    id = await importFiles(page, [{ name: 'parallel.horarium.json', text }]);
  },
  { viewport: { width: 1400, height: 860 } },
);

const longName = 'Mechanical engineering, year 1, section A';

/** The halves of a year have lessons of two slots side by side on two days; one of their teachers has none of them. */
function parallelWeek() {
  const { problem, timetables } = lectureWeek();
  const half = (day: number, part: 'a' | 'b'): EventData => ({
    id: `half-${day}-${part}`,
    courseId: 'lab',
    name: 'Measurements of currents',
    duration: 2,
    groupIds: [`first-${part}`],
    instructors: [],
    roomCount: 0,
  });
  const halves = [half(1, 'a'), half(1, 'b'), half(2, 'a'), half(2, 'b')];
  const assignments = halves.map((event) => ({
    eventId: event.id,
    timeId: event.id.startsWith('half-1') ? 'd4@0' : 'd5@2',
    roomIds: [],
    instructorIds: [],
  }));
  const timetable = { assignments: [...(timetables[0]?.timetable.assignments ?? []), ...assignments] };
  return {
    problem: {
      ...problem,
      groups: problem.groups.map((group) => (group.parentId === undefined ? { ...group, name: longName } : group)),
      events: [...problem.events, ...halves],
    },
    timetables: timetables.map((kept) => ({ ...kept, name: 'Run of 10:45 PM', timetable })),
  };
}

async function openTwo(): Promise<void> {
  await page.goto(`${app.url}#/p/${id}/timetable/group?resource=first-year&second=instructor`);
  await page.locator('.second-view .week-grid .card').first().waitFor();
}

test('a week with parallel lessons takes the room that the week beside it leaves', async () => {
  await openTwo();
  const grids = page.locator('.views .grid-scroll');
  const hidden = () => grids.evaluateAll((all) => all.map((grid) => grid.scrollWidth - grid.clientWidth));
  await expect.poll(hidden).toEqual([0, 0]);
  const [first = 0, second = 0] = await grids.evaluateAll((all) => all.map((grid) => grid.clientWidth));
  expect(first).toBeGreaterThan(second);
});

test('names in narrow lanes are seen whole, and no sign covers them, while a card is held', async () => {
  await openTwo();
  await page.locator('.first-view .card').first().click();
  await page.locator('.week-grid .verdict').first().waitFor();
  expect(await page.locator('.first-view .card[data-narrow]').count()).toBe(4);
  expect(await coveredLines(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('which timetable it is can be read beside a long name of a group', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${app.url}#/p/${id}/timetable/group?resource=first-year`);
  const name = page.locator('.timetable-menu summary .ellipsis');
  await name.waitFor();
  expect(await page.locator('.picker summary').textContent()).toContain(longName);
  await expect.poll(() => name.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
});

/** Lines of names of narrow cards that are cut off or lie under the sign of a cell. */
function coveredLines(opened: Page): Promise<readonly string[]> {
  return opened.locator('.first-view .week-grid').evaluate((grid) => {
    const signs = [...grid.querySelectorAll('.verdict')].map((sign) => sign.getBoundingClientRect());
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    return [...grid.querySelectorAll('.card[data-narrow] .card-text')].flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text.querySelector('b') as HTMLElement);
      const bounds = text.getBoundingClientRect();
      return [...range.getClientRects()]
        .filter((line) => line.width > 0)
        .filter((line) => line.bottom > bounds.bottom + 2 || signs.some((sign) => meet(sign, line)))
        .map((line) => `${text.textContent} at ${Math.round(line.top - bounds.top)}`);
    });
  });
}
