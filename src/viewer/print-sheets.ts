import type { Handout } from '../handout/handout.ts';
import type { HandoutTexts } from '../handout/handout-texts.ts';
import { meetingsOf, type NamedPerson } from '../handout/people.ts';
import { weekOf } from '../handout/week.ts';
import { weekSheet } from '../handout/week-table.ts';
import { make, nodeOf } from './dom.ts';

export const papers = ['A4', 'A3', 'Letter'] as const;
export type Paper = (typeof papers)[number];

/**
 * Prints a sheet for each of these people. While it prints, the sheets are all that the page shows
 * (`paper.css`); they go when the browser is done with them.
 */
export function printSheets(handout: Handout, people: readonly NamedPerson[], paper: Paper, texts: HandoutTexts): void {
  document.querySelector('.sheets')?.remove();
  const sheets = make('div', { class: 'sheets', 'data-paper': paper });
  for (const person of people) {
    const week = weekOf(handout, meetingsOf(handout, person));
    sheets.append(nodeOf(weekSheet(handout, person, week, texts)));
  }
  document.body.append(sheets);
  document.documentElement.dataset.printing = '';
  const done = () => {
    sheets.remove();
    delete document.documentElement.dataset.printing;
  };
  addEventListener('afterprint', done, { once: true });
  print();
}
