import type { Handout } from '../handout/handout.ts';
import type { HandoutTexts } from '../handout/handout-texts.ts';
import { meetingsOf, type NamedPerson } from '../handout/people.ts';
import { weekOf } from '../handout/week.ts';
import { weekList, weekSheet } from '../handout/week-table.ts';
import { make, nodeOf } from './dom.ts';

export const papers = ['A4', 'A3', 'Letter'] as const;
export type Paper = (typeof papers)[number];

/** Millimetres inside the margins of `paper.css`, a little less than high, and how large letters are: A3 is twice the paper. */
const areas: Readonly<Record<Paper, readonly [width: number, height: number, zoom: number]>> = {
  A4: [277, 187, 1],
  A3: [396, 269, 1.4],
  Letter: [259, 192, 1],
};
const millimetre = 96 / 25.4;

/** What is tried for a week that is longer than a page; smaller letters nobody would read. */
const smaller = [0.9, 0.8, 0.7];

/** Prints a sheet for each of these people: of one week of the cycle, or of all in one. */
export function printSheets(
  handout: Handout,
  people: readonly NamedPerson[],
  paper: Paper,
  texts: HandoutTexts,
  number: number | null = null,
): void {
  // Not every browser says when it is done.
  clear();
  layOutSheets(handout, people, paper, texts, number);
  print();
}

/**
 * Makes a sheet for each of these people. While the browser prints, they are all that the page shows (`paper.css`); they go
 * when it is done with them. Sheets that are there already stay.
 */
export function layOutSheets(
  handout: Handout,
  people: readonly NamedPerson[],
  paper: Paper,
  texts: HandoutTexts,
  number: number | null = null,
): void {
  if (document.documentElement.dataset.printing !== undefined) return;
  const sheets = make('div', { class: 'sheets', 'data-paper': paper });
  const listsOf = new Map<Element, () => Node>();
  for (const person of people) {
    const week = weekOf(handout, meetingsOf(handout, person), number);
    const sheet = nodeOf(weekSheet(handout, person, week, texts)) as HTMLElement; // what markup is made into
    listsOf.set(sheet, () => nodeOf(weekList(handout, person, week, texts)));
    sheets.append(sheet);
  }
  document.body.append(sheets);
  for (const sheet of fitToPages(sheets, paper)) sheet.lastElementChild?.replaceChildren(listsOf.get(sheet)?.() ?? '');
  document.documentElement.dataset.printing = '';
  addEventListener('afterprint', clear, { once: true });
}

function clear(): void {
  document.querySelector('.sheets')?.remove();
  delete document.documentElement.dataset.printing;
}

/** A week that is a little longer than a page is printed smaller rather than on two. Those that are too long for that. */
function fitToPages(sheets: HTMLElement, paper: Paper): readonly HTMLElement[] {
  const [width, height, zoom] = areas[paper];
  const setZoom = (sheet: HTMLElement, factor: number) => {
    sheet.style.zoom = String(zoom * factor);
  };
  sheets.dataset.measured = '';
  let long = [...sheets.querySelectorAll<HTMLElement>('.sheet')];
  const fitting: (readonly [HTMLElement, number])[] = [];
  for (const factor of [1, ...smaller]) {
    const scale = (zoom * factor) / millimetre;
    sheets.style.inlineSize = `${width / scale}px`;
    const heights = new Map(long.map((sheet) => [sheet, sheet.offsetHeight]));
    for (const [sheet, own] of heights) if (own <= height / scale) fitting.push([sheet, factor]);
    long = long.filter((sheet) => (heights.get(sheet) ?? 0) > height / scale);
  }
  sheets.style.inlineSize = '';
  delete sheets.dataset.measured;
  for (const [sheet, factor] of fitting) setZoom(sheet, factor);
  for (const sheet of long) setZoom(sheet, 1);
  return long;
}
