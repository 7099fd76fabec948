import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { handoutTexts } from '../../src/handout/handout-texts.ts';
import { longestLink } from '../../src/handout/link.ts';
import { en } from '../../src/ui/text/en.ts';
import { lectureWeek } from '../formats/support/lecture-week.ts';
import { chooseFiles, importFiles } from '../support/app-driver.ts';
import { launchProfile } from '../support/chromium.ts';
import { faultsOf, watchPage } from '../support/page.ts';
import { startPreview, type TestServer } from '../support/server.ts';

/** As a name that somebody could give a course. */
const nasty = '</script><b>Algebra</b> & "more"';

let profile: { context: BrowserContext; close: () => Promise<void> };
let server: TestServer;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await startPreview();
  profile = await launchProfile();
  page = await profile.context.newPage();
  await page.addInitScript(standIns);
  ({ complaints } = watchPage(page));
  await page.goto(server.url);
  const { problem, timetables } = lectureWeek();
  const courses = problem.courses.map((course) => (course.id === 'algebra' ? { ...course, name: nasty } : course));
  const text = new TextDecoder().decode(printHorarium({ problem: { ...problem, courses }, timetables }));
  const id = await importFiles(page, [{ name: 'week.horarium.json', text }]);
  await page.goto(`${server.url}#/p/${id}/share`);
});

afterAll(async () => {
  await profile?.close();
  await server?.close();
});

/** What stand-ins of the browser were asked, and what they are to answer. */
interface StandIns {
  answer: 'take' | 'cancel' | 'fail';
  readonly asked: string[];
}

/** Runs in the page: dialogs of the system cannot be operated by a test. */
function standIns(): void {
  const known: StandIns = { answer: 'take', asked: [] };
  const answered = () => {
    if (known.answer === 'cancel') throw new DOMException('The user went away.', 'AbortError');
    if (known.answer === 'fail') throw new DOMException('The disk is full.', 'NotAllowedError');
  };
  const written = async (blob: Blob) => void known.asked.push(`wrote ${blob.size} of ${blob.type}`);
  const savePicker = async ({ suggestedName }: { suggestedName: string }) => {
    known.asked.push(`save ${suggestedName}`);
    answered();
    return { createWritable: async () => ({ write: written, close: async () => void known.asked.push('closed') }) };
  };
  const share = async ({ files = [], title }: ShareData) => {
    known.asked.push(`send ${files.map(({ name }) => name).join()} as ${title}`);
    answered();
  };
  Object.assign(globalThis, { standIns: known, showSaveFilePicker: savePicker });
  Object.defineProperties(navigator, { canShare: { value: () => true }, share: { value: share } });
}

/** Presses a button while the stand-ins give an answer. */
async function press(button: string, answer: StandIns['answer']): Promise<void> {
  await page.evaluate((given) => {
    const { standIns: known } = globalThis as unknown as { standIns: StandIns }; // put there by `standIns`
    known.answer = given;
    known.asked.length = 0;
  }, answer);
  await page.getByRole('button', { name: button, exact: true }).click();
}

function asked(): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { standIns: StandIns }).standIns.asked); // put there by `standIns`
}

async function noticed(said: RegExp): Promise<void> {
  const notice = page.locator('.notice').filter({ hasText: said });
  await notice.waitFor();
  await notice.getByRole('button', { name: en.close }).click();
  await notice.waitFor({ state: 'detached' });
}

const choose = async (form: string) => {
  const entry = page.locator('.share-form').filter({ has: page.getByText(form, { exact: true }) });
  await entry.getByRole('radio').check();
  await page.locator('.share-made[aria-busy="false"]').waitFor();
};

async function downloaded(): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.shareDownload }).click(),
  ]);
  return download;
}

describe('the viewer file', () => {
  test('shows everybody’s week without a network, by mouse, keys and on paper', async () => {
    await choose(en.form_html);
    const download = await downloaded();
    expect(download.suggestedFilename()).toMatch(/\.html$/);
    const path = `${await download.path()}.html`;
    await download.saveAs(path);
    const viewer = await profile.context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    viewer.on('request', (request) => requests.push(request.url()));
    viewer.on('console', (message) => errors.push(message.text()));
    viewer.on('pageerror', (cause) => errors.push(String(cause)));
    await viewer.goto(pathToFileURL(path).href);
    // The year around it comes first in the list, but its week is that of all who are inside.
    await viewer.getByRole('heading', { name: 'First year, A', exact: true }).waitFor();
    expect(await viewer.locator('table.week .meeting b', { hasText: nasty }).count()).toBe(1);
    expect(await faultsOf(viewer)).toEqual([]);

    await viewer.keyboard.press('/');
    await viewer.keyboard.type('nunez');
    await viewer.keyboard.press('Enter');
    await viewer.getByRole('heading', { name: 'Ada Núñez' }).waitFor();
    expect(new URL(viewer.url()).hash).toBe('#instructor-0');
    const [calendar] = await Promise.all([
      viewer.waitForEvent('download'),
      viewer.getByRole('button', { name: handoutTexts.calendar }).click(),
    ]);
    expect(await readFile(await calendar.path(), 'utf8')).toMatch(/BEGIN:VEVENT[\s\S]*RRULE:/);

    await viewer.getByRole('searchbox').fill('');
    await viewer.evaluate(() => {
      window.print = () => undefined;
    });
    await viewer.getByRole('button', { name: handoutTexts.printShown }).click();
    await viewer.emulateMedia({ media: 'print' });
    expect(await viewer.locator('.sheet').count()).toBe(8);
    expect(await viewer.locator('.viewer').isVisible()).toBe(false);
    const pdf = (await viewer.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(8);
    // A4 across, in points
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    expect(requests).toEqual([pathToFileURL(path).href]);
    expect(errors).toEqual([]);
    await viewer.close();
  });
});

describe('the page Share & export', () => {
  test('leaves out whom it is told to, and makes files of the people chosen', async () => {
    await page.getByRole('checkbox', { name: en.shareHideInstructors }).check();
    await page.getByRole('button', { name: en.shareChosen }).click();
    await page.locator('.share-people').getByRole('button', { name: en.viewRoom }).click();
    await page.getByRole('checkbox', { name: 'Workshop' }).check();
    await choose(en['form_timetable-csv']);
    await page.getByText(/Workshop\.csv, /).waitFor();
    const list = await readFile(await (await downloaded()).path(), 'utf8');
    expect(list.trim().split('\n')).toHaveLength(2);
    expect(list).toContain('Instructor 1, Instructor 2');
    await choose(en.form_png);
    await page.getByText(/Workshop\.png, /).waitFor();
    const picture = await readFile(await (await downloaded()).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    await page.getByRole('checkbox', { name: en.shareHideInstructors }).uncheck();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('locks the project with a passphrase, without which nobody opens it', async () => {
    await choose(en['form_horarium-locked']);
    await page
      .getByRole('alert')
      .filter({ hasText: /no passphrase/ })
      .waitFor();
    await page.getByLabel(en.passphrase, { exact: true }).fill('four good words');
    await page.getByLabel(en.passphraseAgain, { exact: true }).fill('four good words');
    await page.getByText(/\.locked\.horarium\.json, /).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const made = await downloaded();
    const text = await readFile(await made.path(), 'utf8');
    expect(text).not.toContain('Workshop');
    const second = await profile.context.newPage();
    await second.goto(server.url);
    await chooseFiles(second, [{ name: made.suggestedFilename(), text }]);
    const field = second.getByRole('dialog').getByLabel(en.passphrase);
    await field.fill('four bad words');
    await field.press('Enter');
    await second.getByText(en.lockedWrong).waitFor();
    expect(await faultsOf(second)).toEqual([]);
    await field.fill('four good words');
    await field.press('Enter');
    await second.waitForURL(/#\/p\/[^/]+\/data/);
    await second.close();
  });

  test('saves where somebody wants it, and hands the file to another program', async () => {
    await choose(en['form_timetable-xlsx']);
    await press(en.shareSaveAs, 'take');
    await noticed(/Workshop\.xlsx is saved\./);
    const [save, wrote, closed] = await asked();
    expect(save).toMatch(/^save .*Workshop\.xlsx$/);
    expect(wrote).toMatch(/^wrote [1-9]\d* of application\//);
    expect(closed).toBe('closed');
    await press(en.shareSend, 'take');
    await noticed(/Workshop\.xlsx is sent\./);
    expect(await asked()).toEqual([expect.stringMatching(/^send .*Workshop\.xlsx as .*Workshop\.xlsx$/)]);
    // who thinks better of it is told nothing; what goes wrong is said
    await press(en.shareSend, 'cancel');
    await press(en.shareSaveAs, 'cancel');
    expect(await page.locator('.notice[data-kind="error"]').count()).toBe(0);
    await press(en.shareSaveAs, 'fail');
    await noticed(/The disk is full\./);
  });

  test('says why nothing can be made, and how it can', async () => {
    await choose(en.form_html);
    const zone = page.getByLabel(en.shareZone);
    await choose(en.form_calendars);
    await zone.fill('Atlantis/Capital');
    await zone.blur();
    await page.getByRole('alert').filter({ hasText: 'Atlantis/Capital' }).waitFor();
    await zone.fill('Europe/Berlin');
    await zone.blur();
    await page.getByText(/Workshop\.ics, /).waitFor();
  });
});

describe('a link', () => {
  test('shows the timetable to whoever opens it, who can keep a copy', async () => {
    await page.getByRole('button', { name: en.shareEverybody }).click();
    await choose(en.form_link);
    const link = await page.getByRole('textbox', { name: en.shareLinkLabel }).inputValue();
    expect(link.length).toBeLessThan(longestLink);
    await page.goto(link);
    await page.getByRole('heading', { name: 'First year, A', exact: true }).waitFor();
    await page.locator('.people').getByRole('button', { name: 'Workshop' }).click();
    expect(await page.locator('table.week .meeting b').allInnerTexts()).toEqual(['Laboratory, part 1']);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: en.sharedKeep }).click();
    await page.waitForURL(/#\/p\/[^/]+\/timetable/);
    await page.locator('.week-grid .card').first().waitFor();
    await page.goto(`${server.url}#/`);
    await expect.poll(() => page.locator('table.list tbody tr').count()).toBe(3);
    await page.goto(`${link.slice(0, -9)}AAAAAAAAA`);
    await page
      .locator('.diagnostics')
      .getByText(/not whole/)
      .waitFor();
    expect(complaints).toEqual([]);
  });
});

test('calendars of a project without dates lead to where the dates are entered', async () => {
  const opened = await profile.context.newPage();
  const { problem, timetables } = lectureWeek();
  const { term: _, ...calendar } = problem.calendar;
  const text = new TextDecoder().decode(printHorarium({ problem: { ...problem, calendar }, timetables }));
  await opened.goto(server.url);
  const id = await importFiles(opened, [{ name: 'undated.horarium.json', text }]);
  await opened.goto(`${server.url}#/p/${id}/share`);
  await opened.getByRole('radio', { name: new RegExp(`^${en.form_calendars}`) }).check();
  await opened.getByRole('alert').getByRole('link', { name: en.calendarTermAdd }).click();
  await opened.getByRole('button', { name: en.calendarTermAdd }).waitFor();
  await opened.close();
});

test('files that the system opens the app with are read', async () => {
  const opened = await profile.context.newPage();
  const { problem, timetables } = lectureWeek();
  const text = new TextDecoder().decode(printHorarium({ problem: { ...problem, name: 'From the desk' }, timetables }));
  await opened.addInitScript((content) => {
    const file = { kind: 'file', getFile: async () => new File([content], 'desk.horarium.json') };
    const folder = { kind: 'directory' };
    const setConsumer = (take: (given: { files: readonly object[] }) => void) => take({ files: [folder, file] });
    Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
  }, text);
  await opened.goto(`${server.url}#/open`);
  await opened.waitForURL(/#\/p\/[^/]+\//);
  await opened.getByText('From the desk').first().waitFor();
  await opened.close();
});
