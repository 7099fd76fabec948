import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFile } from '../../src/formats/registry.ts';
import { en } from '../../src/ui/text/en.ts';
import { valueIn } from '../formats/support/files.ts';
import { projectOf } from '../support/app-driver.ts';
import buildWhenStale from '../support/e2e-setup.ts';
import { enterpriseProblem, enterpriseSize } from '../support/enterprise-problem.ts';
import { createMemoryReader } from '../support/memory.ts';
import { appForEachTest } from '../support/open-app.ts';

let page: Page;
let folder: string;
beforeAll(buildWhenStale, 600_000);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'horarium-large-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const app = appForEachTest(
  (opened) => {
    page = opened;
  },
  { viewport: { width: 1400, height: 860 } },
);

const scale = Number(process.env.LARGE_SCALE ?? 10);
const patience = 600_000;

/** The page answers: a task that was asked for is done. */
async function isAlive(): Promise<boolean> {
  return page.evaluate(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(true))));
}

test(`a university of ${scale} times 1,800 courses is opened, read and edited, or the page says why not`, async () => {
  const { problem, planted } = enterpriseProblem(enterpriseSize(scale));
  const createdAt = '2026-01-01T00:00:00.000Z';
  const timetables = [{ id: 'planned', name: 'As planned', createdAt, timetable: planted }];
  const bytes = valueIn(await writeFile('horarium', { problem, timetables }, null));
  const file = join(folder, 'large.horarium.json');
  writeFileSync(file, bytes);
  console.info(
    `${problem.courses.length} courses, ${problem.events.length} events, ${problem.students.length} students`,
  );
  console.info(`file of ${(bytes.length / 2 ** 20).toFixed(0)} MB`);
  const read = await createMemoryReader(page);
  const tell = async (what: string, since: number) => {
    const { heap, process } = await read();
    const seconds = ((performance.now() - since) / 1000).toFixed(0);
    console.info(
      `${what}: ${seconds} s, heap ${(heap / 2 ** 20).toFixed(0)} MB, process ${(process / 2 ** 20).toFixed(0)} MB`,
    );
  };

  let since = performance.now();
  await page.locator('input[type="file"]').setInputFiles(file);
  const refusal = page.locator('.failure[role="alert"]');
  const opened = page.waitForURL(/#\/p\/[^/]+\/data/, { timeout: patience }).then(() => true);
  const isOpen = await Promise.race([opened, refusal.waitFor({ timeout: patience }).then(() => false)]);
  expect(await isAlive()).toBe(true);
  if (!isOpen) {
    // A code, a reason and what to do.
    console.info(await refusal.textContent());
    expect((await refusal.locator('.diagnostics li').allInnerTexts()).join('')).not.toBe('');
    return;
  }
  await page.locator('.counters').waitFor({ timeout: patience });
  await tell('imported', since);
  const id = projectOf(page);

  since = performance.now();
  await page.goto(`${app.url}#/p/${id}/timetable`);
  await page.locator('.week-grid .card').first().waitFor({ timeout: patience });
  await page.locator('.score-line').waitFor({ timeout: patience });
  await tell('timetable shown and evaluated', since);

  since = performance.now();
  await page.locator('.week-grid .card').first().click();
  await page.locator('.week-grid .verdict').first().waitFor({ timeout: patience });
  await page.keyboard.press('Escape');
  await tell('a card picked up', since);

  since = performance.now();
  await page.goto(`${app.url}#/p/${id}/data/rooms`);
  const cell = page.locator('[role="gridcell"]').first();
  await cell.click({ timeout: patience });
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Hall');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell.textContent(), { timeout: patience }).toBe('Hall');
  await expect.poll(() => page.getByText(en.storageSaving).count(), { timeout: patience }).toBe(0);
  await page.reload();
  await expect.poll(() => cell.textContent(), { timeout: patience }).toBe('Hall');
  await tell('edited, loaded anew', since);
  expect(app.complaints).toEqual([]);
}, 2_400_000);
