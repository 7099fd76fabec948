import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { importFiles } from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';
import { hiddenDetails } from '../support/page.ts';

let page: Page;
const app = appForEachTest((opened) => {
  page = opened;
});

test('long titles give way to people and rooms with long names', async () => {
  const { problem, timetable } = schoolSample();
  const instructors = problem.instructors.map((item) => ({ ...item, name: `${item.name}-Hornbeam` }));
  const timetables = [{ id: 't', name: 'T', createdAt: '2026-01-01T00:00:00.000Z', timetable }];
  const text = new TextDecoder().decode(printHorarium({ problem: { ...problem, instructors }, timetables }));
  const id = await importFiles(page, [{ name: 'long.horarium.json', text }]);
  await page.goto(`${app.url}#/p/${id}/timetable/group`);
  await page.locator('.week-grid .card').first().waitFor();
  for (const width of [1000, 1280, 1400]) {
    await page.setViewportSize({ width, height: 860 });
    await expect.poll(() => hiddenDetails(page), { message: `${width} pixels` }).toEqual([]);
  }
});
