import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { en } from '../../src/ui/text/en.ts';

export interface UploadedFile {
  readonly name: string;
  readonly text: string;
}

/** For what a machine that does other things as well may take long for. */
const plentyOfTime = { timeout: 30_000, interval: 100 };

const settingLabels = {
  population: en.settingPopulation,
  generations: en.settingGenerations,
  islands: en.settingIslands,
  movesPerIndividual: en.settingMovesPerIndividual,
  seed: en.settingSeed,
  crossoverRate: en.settingCrossoverRate,
  mutationRate: en.settingMutationRate,
  target: en.settingTarget,
} as const;

/** What is typed into the expert settings; null empties a field. */
export type TypedSettings = { readonly [Name in keyof typeof settingLabels]?: number | null };

/** Over in a moment, and the same on every machine. */
export const smallRun: TypedSettings = {
  population: 4,
  generations: 10,
  islands: 2,
  movesPerIndividual: 100_000,
  seed: 5,
};

/** Chooses files in the file dialog; the id of the project that they become. */
export async function importFiles(page: Page, files: readonly UploadedFile[]): Promise<string> {
  await chooseFiles(page, files);
  await page.waitForURL(/#\/p\/[^/]+\/data/);
  return projectOf(page);
}

export async function chooseFiles(page: Page, files: readonly UploadedFile[]): Promise<void> {
  const payload = files.map(({ name, text }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  }));
  await page.locator('input[type="file"]').setInputFiles(payload);
}

/** Drops files on the window, as a file manager does; the id of the project that they become. */
export async function dropFiles(page: Page, files: readonly UploadedFile[]): Promise<string> {
  await drop(page, files);
  await page.waitForURL(/#\/p\/[^/]+\/data/);
  return projectOf(page);
}

/** The same, whatever becomes of them. */
export async function drop(page: Page, files: readonly UploadedFile[]): Promise<void> {
  await page.evaluate((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }),
      );
    }
  }, files);
}

export async function openSample(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: title }).click();
  await page.waitForURL(/#\/p\/[^/]+\/generate/);
  await generateButton(page).waitFor();
  return projectOf(page);
}

/** Opens a sample and generates a timetable for it; the id of the project. */
export async function generateSample(page: Page, title: string, settings: TypedSettings = smallRun): Promise<string> {
  const id = await openSample(page, title);
  await generate(page, settings);
  return id;
}

/** Generates with the settings, on the page where that is done, until the run has ended. */
export async function generate(page: Page, settings: TypedSettings = smallRun): Promise<void> {
  await typeSettings(page, settings);
  await generateButton(page).click();
  await ended(page);
}

export function projectOf(page: Page): string {
  return /#\/p\/([^/?]+)/.exec(page.url())?.[1] ?? '';
}

type Section = 'navProjects' | 'navData' | 'navRules' | 'navGenerate' | 'navTimetable' | 'navProblems' | 'navVersions';

export async function go(page: Page, section: Section): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: en[section] }).click();
}

export function generateButton(page: Page) {
  return page.getByRole('main').getByRole('button', { name: en.generateStart, exact: true });
}

export async function setSeconds(page: Page, seconds: number): Promise<void> {
  const field = page.getByRole('spinbutton', { name: en.presetTime });
  await field.fill(String(seconds));
  await field.blur();
}

export async function typeSettings(page: Page, settings: TypedSettings, patience = plentyOfTime): Promise<void> {
  await openPlanned(page, patience);
  for (const [name, label] of Object.entries(settingLabels) as [keyof TypedSettings, string][]) {
    const value = settings[name];
    if (value !== undefined) await page.getByLabel(label, { exact: true }).fill(value === null ? '' : String(value));
  }
}

/**
 * Opens the settings, and waits for the plan, which is made beside the page: what it puts into a field while that is typed
 * into would be a part of the text. Where a worker does not load within seconds there is none, which the page tells, and
 * opening them again asks for another one.
 */
async function openPlanned(page: Page, { timeout, interval }: typeof plentyOfTime): Promise<void> {
  const expert = page.locator('details.expert');
  const summary = expert.locator('summary');
  const isOpen = async () => (await expert.getAttribute('open')) !== null;
  const isPlanned = async () => (await page.getByLabel(settingLabels.seed, { exact: true }).inputValue()) !== '';
  const isRefused = async () => (await expert.getByRole('alert').count()) > 0;
  const attempt = async () => {
    if (await isPlanned()) return true;
    if ((await isOpen()) && (await isRefused())) await summary.click();
    if (!(await isOpen())) await summary.click();
    return false;
  };
  await vi.waitUntil(attempt, { timeout, interval });
}

/** The number beside a label of the run's counters; NaN as long as it says `– of 250`. */
export async function counter(page: Page, label: string): Promise<number> {
  const shown = page.locator('.counters > div', { has: page.getByText(label, { exact: true }) }).locator('dd');
  const text = ((await shown.textContent()) ?? '').trim();
  return text.startsWith('–') ? Number.NaN : wholeOf(text);
}

export async function ended(page: Page, timeout = 60_000): Promise<void> {
  await page.locator('.ending').waitFor({ timeout });
  // Who injects failures into the storage looks for the end in another way.
  const told = await page.getByText(/^This run cannot be stored/).allTextContents();
  if (told.length > 0) throw new Error(told[0]);
}

export interface ShownScore {
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
}

/** The score on the timetable or the problems page. */
export async function shownScore(page: Page): Promise<ShownScore> {
  // Read in one go: the line is taken away while a timetable is counted again.
  const read = () => page.locator('.score-line b').allInnerTexts();
  const [unplaced = -1, hard = -1, soft = -1] = (
    await vi.waitUntil(async () => {
      const texts = await read();
      return texts.length < 3 ? null : texts;
    }, plentyOfTime)
  ).map(wholeOf);
  return { unplaced, hard, soft };
}

/** Text of the file that an entry of the export menu downloads. */
export async function exported(
  page: Page,
  entry: string,
  menuTitle: string = en.exportTitle,
): Promise<{ readonly name: string; readonly text: string }> {
  const menu = page.locator('details.menu', { has: page.getByText(menuTitle, { exact: true }) });
  await menu.locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Distinct colours in the canvas of the timetable as it stands. */
export async function paintedColours(page: Page): Promise<number> {
  return page.locator('.miniature canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
  });
}

/** The first number in a text as people read it: `1,234 of 5,000` is 1234. */
export function wholeOf(text: string): number {
  const digits = /\d[\d,. \u00a0\u202f]*/.exec(text)?.[0].replace(/\D/g, '');
  return digits === undefined ? Number.NaN : Number(digits);
}

/** Until a reading has become another one than it was. */
export async function changed(read: () => Promise<number>, from: number): Promise<number> {
  await expect.poll(read, { timeout: 20_000, interval: 100 }).not.toBe(from);
  return read();
}
