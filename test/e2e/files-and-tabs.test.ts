import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { engineLists } from '../formats/support/engine-lists.ts';
import {
  changed,
  chooseFiles,
  counter,
  drop,
  dropFiles,
  ended,
  generate,
  generateButton,
  go,
  importFiles,
  openSample,
  setSeconds,
  smallRun,
  typeSettings,
} from '../support/app-driver.ts';
import { appForEachTest } from '../support/open-app.ts';
import { ownCtt } from '../support/own-ctt.ts';

let page: Page;

const app = appForEachTest((opened) => {
  page = opened;
});

const own = { name: 'own.ctt', text: ownCtt() };

describe('files', () => {
  test('the four lists of a schedule-engine, dropped together, become one project that can be generated', async () => {
    const names = { courses: 'Course', groups: 'Groups', instructors: 'Instructors', rooms: 'Rooms' } as const;
    const files = Object.entries(names).map(([list, name]) => ({
      name: `${name}.json`,
      text: JSON.stringify(engineLists[list as keyof typeof engineLists]),
    }));
    await dropFiles(page, files);
    await page.locator('.counters').waitFor();
    expect(await counter(page, en.dataGroups)).toBeGreaterThanOrEqual(engineLists.groups.length);
    expect(await counter(page, en.dataRooms)).toBe(engineLists.rooms.length);
    await go(page, 'navGenerate');
    await generate(page);
    await page.getByRole('link', { name: en.generateRead }).click();
    await page.locator('.week-grid .card').first().waitFor();
    expect(app.complaints).toEqual([]);
  });

  test('one that is something else is refused with its reasons, and the projects stay', async () => {
    await importFiles(page, [own]);
    await go(page, 'navProjects');
    await chooseFiles(page, [{ name: 'letter.ctt', text: ownCtt().replace('Courses: 18', 'Courses: many') }]);
    const failure = page.getByRole('alert').filter({ hasText: 'letter.ctt' });
    await failure.waitFor();
    expect(await failure.locator('.diagnostics li').count()).toBeGreaterThan(0);
    await chooseFiles(page, [{ name: 'noise.json', text: '{ "what": [1, 2' }]);
    await page.getByRole('alert').filter({ hasText: 'noise.json' }).waitFor();
    // a backup is known by its name, however it comes
    await chooseFiles(page, [{ name: 'my.horarium-backup', text: 'nothing' }]);
    await page.getByRole('dialog', { name: en.restoreTitle }).getByText('This is no backup of Horarium.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('table.list tbody tr').count()).toBe(1);
    await page.reload();
    await page.locator('table.list tbody tr').first().waitFor();
    expect(await page.locator('table.list tbody tr').count()).toBe(1);
    expect(app.complaints).toEqual([]);
  });
});

describe('a file that is dropped', () => {
  const letter = [{ name: 'letter.json', text: '{ "dear": [1, 2' }];

  test('and cannot be read says so on the page that is shown, which stays as it is', async () => {
    const id = await importFiles(page, [own]);
    await page.goto(`${app.url}#/p/${id}/rules`);
    await page.getByRole('button', { name: en.rulesAdd }).click();
    const search = page.getByLabel(en.ruleNewSearch);
    await search.fill('gaps');
    await drop(page, letter);
    const failure = page.getByRole('alert').filter({ hasText: 'letter.json' });
    await failure.waitFor();
    expect(await search.inputValue()).toBe('gaps');
    expect(page.url()).toContain(`/p/${id}/rules`);
    await failure.getByRole('button', { name: en.close }).click();
    await failure.waitFor({ state: 'detached' });
    expect(app.complaints).toEqual([]);
  });

  test('is not taken while a dialog is open', async () => {
    await page.getByRole('button', { name: en.newButton }).click();
    const name = page.getByRole('dialog').getByRole('textbox').first();
    await name.fill('Faculty of Music');
    await drop(page, letter);
    await drop(page, [{ name: 'my.horarium-backup', text: 'nothing' }]);
    await drop(page, [own]);
    await page.getByRole('dialog').locator('[type="submit"]').click();
    await page.waitForURL(/#\/p\//);
    await go(page, 'navProjects');
    await page.getByRole('link', { name: 'Faculty of Music' }).waitFor();
    expect(await page.locator('table.list tbody tr').count()).toBe(1);
    expect(app.complaints).toEqual([]);
  });
});

test('a double click on what a project can be done to does it once, and to no other one', async () => {
  await importFiles(page, [own]);
  await go(page, 'navProjects');
  const rows = page.locator('table.list tbody tr');
  const pressTwice = (name: string) => page.getByRole('button', { name, exact: true }).first().dblclick({ delay: 60 });
  await pressTwice(en.timetableDuplicate);
  await rows.nth(1).waitFor();
  await pressTwice(en.projectDelete);
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: en.undo, exact: true }).first().click();
  await expect.poll(() => rows.count()).toBe(2);
  expect(await page.getByRole('button', { name: en.undo, exact: true }).count()).toBe(0);
  expect(app.complaints).toEqual([]);
});

describe('a host that has another version by now', () => {
  test('is told in place of what cannot be fetched, with a way out, and nothing else is lost', async () => {
    const isGone = (path: string) => /assets\/(?:palette|restore-dialog|settings-page)-/.test(path);
    app.spoil((path) => (isGone(path) ? 'missing' : null));
    const reload = page.getByRole('button', { name: en.updateApply });
    await page.keyboard.press('Control+k');
    await page.locator('.notice').getByText(en.partMissing).waitFor();
    expect(await page.getByRole('button', { name: en.sampleSchool }).count()).toBe(1);
    await page.locator('.notice').getByRole('button', { name: en.close }).click();
    await chooseFiles(page, [{ name: 'my.horarium-backup', text: 'nothing' }]);
    await page.locator('.notice').getByText(en.partMissing).waitFor();
    // Told by the page it is told by no notice any more, nor by another one.
    await page.goto(`${app.url}#/settings`);
    await page.getByRole('main').getByText(en.partMissing).waitFor();
    await page.locator('.notice').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(500);
    expect(await page.locator('.notice').count()).toBe(0);
    app.spoil(null);
    await reload.click();
    await page.getByRole('heading', { name: en.settingsTitle, level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
  });
});

describe('runs', () => {
  test('a double click on Generate starts one', async () => {
    await importFiles(page, [own]);
    await go(page, 'navGenerate');
    await typeSettings(page, smallRun);
    await generateButton(page).dblclick();
    await ended(page);
    await expect.poll(() => page.locator('.runs tbody tr').count()).toBe(1);
    expect(app.complaints).toEqual([]);
  });

  test('one that goes on in another tab is not taken for an interrupted one', async () => {
    const id = await importFiles(page, [own]);
    await go(page, 'navGenerate');
    await setSeconds(page, 60);
    await generateButton(page).click();
    const before = await changed(() => counter(page, en.counterGeneration), Number.NaN);
    const second = await app.openTab();
    await second.goto(`${app.url}#/p/${id}/generate`);
    await second.locator('.runs tbody tr').first().waitFor();
    expect(await second.locator('.runs tbody').textContent()).toContain(en.runState_running);
    expect(await second.getByRole('button', { name: en.runsResume }).count()).toBe(0);
    await page.bringToFront();
    await changed(() => counter(page, en.counterGeneration), before);
    await page.getByRole('button', { name: en.generateStop }).click();
    await ended(page);
    await second.reload();
    await expect.poll(() => second.locator('.runs tbody').textContent()).toContain(en.runState_completed);
    expect(app.complaints).toEqual([]);
  });

  test('an edit that is undone meanwhile leaves the one that is on alone', async () => {
    const id = await importFiles(page, [own]);
    await page.goto(`${app.url}#/p/${id}/data/rooms`);
    await page.getByRole('grid').focus();
    await page.keyboard.type('Hall');
    await page.keyboard.press('Enter');
    await go(page, 'navGenerate');
    await setSeconds(page, 4);
    await generateButton(page).click();
    await changed(() => counter(page, en.counterGeneration), Number.NaN);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.history-tools button').first().getAttribute('title')).toBe(en.undoNothing);
    await ended(page);
    await page.getByRole('link', { name: en.generateRead }).click();
    await page.locator('.week-grid .card').first().waitFor();
    expect(await page.getByRole('main').textContent()).not.toContain(en.somethingWrong);
    expect(app.complaints).toEqual([]);
  });

  test('of what cannot be done are preceded by the shortage that proves it', async () => {
    await openSample(page, en.sampleImpossible);
    const proof = page.locator('.findings li[data-severity="impossible"]').first();
    await proof.waitFor();
    expect(await proof.textContent()).toMatch(/\d+ needed · \d+ available/);
    expect(await page.locator('.runs tbody tr').count()).toBe(0);
    expect(app.complaints).toEqual([]);
  });
});
