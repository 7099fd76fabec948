import type { Handout } from '../handout/handout.ts';
import type { HandoutTexts } from '../handout/handout-texts.ts';
import { meetingsOf, type NamedPerson, peopleOf } from '../handout/people.ts';
import { weekOf } from '../handout/week.ts';
import { weekAgenda, weekTable } from '../handout/week-table.ts';
import { calendarOf, saveFile } from './calendar-download.ts';
import { button, make, nodeOf } from './dom.ts';
import { createPeopleList } from './people-list.ts';
import { type Paper, papers, printSheets } from './print-sheets.ts';

export interface ViewerOptions {
  readonly texts: HandoutTexts;
  /** Whom to begin with, as `keyOf` names them. */
  readonly first?: string;
  readonly onChoose?: (key: string) => void;
  /** Whether the page is the viewer's own, keys included. */
  readonly ownsPage?: true;
  /** At the end of the head: what the surrounding page can do with it. */
  readonly tools?: readonly Node[];
}

/** A person in addresses: `group-3`. */
export function keyOf({ kind, index }: NamedPerson): string {
  return `${kind}-${index}`;
}

export interface Viewer {
  /** Shows somebody else, by `keyOf`; nothing happens when there is nobody of that key. */
  choose(key: string): void;
  dispose(): void;
}

/** Shows a handout in an element: who on one side, the week on the other. */
export function mountViewer(root: HTMLElement, handout: Handout, options: ViewerOptions): Viewer {
  const { texts } = options;
  const people = peopleOf(handout);
  const title = make('h2', { class: 'viewer-name', dir: 'auto', tabindex: '-1' });
  const week = make('div', { class: 'week-frame', tabindex: '0', role: 'region' });
  const said = make('p', { class: 'quiet said', role: 'status' });
  let shown = people.find((person) => keyOf(person) === options.first) ?? people[0] ?? null;

  function show(person: NamedPerson) {
    shown = person;
    const meetings = meetingsOf(handout, person);
    const grid = weekOf(handout, meetings);
    title.textContent = person.name;
    week.setAttribute('aria-label', person.name);
    week.replaceChildren(
      nodeOf(weekTable(handout, person, grid, texts)),
      nodeOf(weekAgenda(handout, person, grid, texts)),
    );
    said.textContent = meetings.length === 0 ? texts.nothing : '';
    list.mark(person);
    delete view.dataset.choosing;
    options.onChoose?.(keyOf(person));
  }

  function step(by: number) {
    const next = people[(shown === null ? 0 : people.indexOf(shown)) + by];
    if (next !== undefined) show(next);
  }

  const list = createPeopleList(people, texts, show);
  const paper = paperChoice(texts);
  const printThese = (chosen: readonly NamedPerson[]) => printSheets(handout, chosen, paper.value as Paper, texts);
  const change = button(
    texts.change,
    () => {
      view.dataset.choosing = '';
      list.focus();
    },
    { class: 'change' },
  );
  const tools = make(
    'div',
    { class: 'viewer-tools' },
    change,
    button('‹', () => step(-1), { 'aria-label': texts.previous, class: 'step' }),
    button('›', () => step(1), { 'aria-label': texts.next, class: 'step' }),
    button(texts.calendar, () => saveCalendar()),
    make('label', { class: 'wide-only' }, make('span', {}, texts.paper), paper),
    button(texts.print, () => printThese(shown === null ? [] : [shown])),
    button(texts.printShown, () => printThese(list.shown()), { class: 'wide-only' }),
  );

  function saveCalendar() {
    if (shown === null) return;
    const file = calendarOf(handout, shown);
    if (file.ok) saveFile(`${shown.name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-')}.ics`, file.value, 'text/calendar');
    else said.textContent = `${texts.calendarFailed} ${file.diagnostics[0]?.message ?? ''}`;
  }

  const hints = options.ownsPage === true ? [make('p', { class: 'quiet keys' }, texts.keys)] : [];
  const view = make(
    'div',
    { class: 'viewer' },
    head(handout, options),
    make(
      'div',
      { class: 'viewer-body' },
      list.element,
      make('div', { class: 'viewer-main' }, title, tools, said, week, ...hints),
    ),
  );
  const onKeyDown = createKeys({ list, step, print: () => printThese(shown === null ? [] : [shown]) });
  if (options.ownsPage === true) document.addEventListener('keydown', onKeyDown);
  root.replaceChildren(view);
  if (shown !== null) show(shown);
  return {
    choose(key) {
      const person = people.find((candidate) => keyOf(candidate) === key);
      if (person !== undefined && person !== shown) show(person);
    },
    dispose() {
      document.removeEventListener('keydown', onKeyDown);
      root.replaceChildren();
    },
  };
}

function head(handout: Handout, { texts, tools = [] }: ViewerOptions): HTMLElement {
  const about = [handout.timetable, `${texts.asOf} ${handout.changedAt.slice(0, 10)}`];
  if (handout.unplaced > 0) about.push(`${handout.unplaced} ${texts.unplaced}`);
  return make(
    'header',
    { class: 'viewer-head' },
    make('h1', { dir: 'auto' }, handout.title),
    make('p', { class: 'quiet', dir: 'auto' }, about.filter((part) => part !== '').join(' · ')),
    make('div', { class: 'viewer-more' }, ...tools),
  );
}

function paperChoice(texts: HandoutTexts): HTMLSelectElement {
  return make('select', { 'aria-label': texts.paper }, ...papers.map((name) => make('option', { value: name }, name)));
}

/** Keys of the whole view; fields keep theirs. */
function createKeys(view: {
  readonly list: { focus(): void };
  readonly step: (by: number) => void;
  readonly print: () => void;
}): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
    if (isTyping) return;
    const actions: Readonly<Record<string, () => void>> = {
      '/': () => view.list.focus(),
      '[': () => view.step(-1),
      ']': () => view.step(1),
      p: view.print,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
}
