import { localDateOf } from '../domain/local-date.ts';
import type { Handout } from '../handout/handout.ts';
import type { HandoutTexts } from '../handout/handout-texts.ts';
import { hasWeeks, inWeek, presentWeek, weekName } from '../handout/one-week.ts';
import { firstShown, meetingsOf, type NamedPerson, peopleOf, withWeek } from '../handout/people.ts';
import { weekOf } from '../handout/week.ts';
import { weekForms } from '../handout/week-table.ts';
import { calendarOf, saveFile } from './calendar-download.ts';
import { button, make, nodeOf } from './dom.ts';
import { createPeopleList } from './people-list.ts';
import { layOutSheets, type Paper, papers, printSheets } from './print-sheets.ts';

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
function keyOf({ kind, index }: NamedPerson): string {
  return `${kind}-${index}`;
}

export interface Viewer {
  /** Shows somebody else, by `keyOf`; nothing happens when there is nobody of that key. */
  choose(key: string): void;
  dispose(): void;
}

/** Shows a handout in an element: who on one side, the week on the other. */
export function mountViewer(root: HTMLElement, handout: Handout, options: ViewerOptions): Viewer {
  const { texts, ownsPage = false } = options;
  const people = peopleOf(handout);
  const choice = createWeekChoice(handout, texts, () => shown !== null && week.show(shown, choice.week()));
  const week = createWeekView(handout, texts);
  const list = createPeopleList(people, texts, show);
  let shown = people.find((person) => keyOf(person) === options.first) ?? firstShown(handout, people);

  function show(person: NamedPerson) {
    shown = person;
    week.show(person, choice.week());
    list.mark(person);
    delete view.dataset.choosing;
    options.onChoose?.(keyOf(person));
  }

  const actions: ViewerActions = {
    step(by) {
      const next = people[(shown === null ? 0 : people.indexOf(shown)) + by];
      if (next !== undefined) show(next);
    },
    choose() {
      view.dataset.choosing = '';
      list.focus();
    },
    saveCalendar() {
      if (shown !== null) week.say(calendarFlaw(handout, shown, texts));
    },
    print: (paper) => printSheets(handout, own(), paper, texts, choice.week()),
    printList(paper) {
      const some = withWeek(inWeek(handout, choice.week()), list.shown());
      printSheets(handout, some.length > 0 ? some : own(), paper, texts, choice.week());
    },
  };
  const own = () => (shown === null ? [] : [shown]);
  const tools = createTools(handout, texts, actions, choice.elements);
  const hints = ownsPage ? [make('p', { class: 'quiet keys' }, texts.keys)] : [];
  const main = make('div', { class: 'viewer-main' }, week.title, tools.element, week.said, week.element, ...hints);
  const body = make('div', { class: 'viewer-body' }, list.element, main);
  const view = make('div', { class: 'viewer' }, head(handout, options), body);
  const onKeyDown = createKeys({ ...actions, search: list.focus, print: () => actions.print(tools.paper()) });
  if (ownsPage) document.addEventListener('keydown', onKeyDown);
  // The browser's own command prints the week as well, not the list of everybody beside it.
  const onPrint = () => layOutSheets(handout, own(), tools.paper(), texts, choice.week());
  addEventListener('beforeprint', onPrint);
  root.replaceChildren(view);
  if (shown !== null) show(shown);
  return {
    choose(key) {
      const person = people.find((candidate) => keyOf(candidate) === key);
      if (person !== undefined && person !== shown) show(person);
    },
    dispose() {
      document.removeEventListener('keydown', onKeyDown);
      removeEventListener('beforeprint', onPrint);
      root.replaceChildren();
    },
  };
}

/** What the buttons and keys do. */
interface ViewerActions {
  step(by: number): void;
  /** On narrow screens: back to the list. */
  choose(): void;
  saveCalendar(): void;
  print(paper: Paper): void;
  printList(paper: Paper): void;
}

/** The week of one person: heading, table, the same by days for narrow screens, and what is to be said. */
function createWeekView(handout: Handout, texts: HandoutTexts) {
  const title = make('h2', { class: 'viewer-name' });
  const element = make('div', { class: 'week-frame', tabindex: '0', role: 'region' });
  const said = make('p', { class: 'quiet said', role: 'status' });
  const say = (text: string) => {
    said.textContent = text;
  };
  return {
    title,
    element,
    said,
    say,
    show(person: NamedPerson, number: number | null) {
      const week = weekOf(handout, meetingsOf(handout, person), number);
      title.replaceChildren(make('bdi', {}, person.name));
      element.setAttribute('aria-label', person.name);
      element.replaceChildren(...weekForms(handout, person, week, texts).map(nodeOf));
      say(week.days.some(({ blocks }) => blocks.length > 0) ? '' : texts.nothing);
    },
  };
}

/** Saves the calendar of somebody; why that cannot be done, or nothing. */
function calendarFlaw(handout: Handout, person: NamedPerson, texts: HandoutTexts): string {
  const file = calendarOf(handout, person);
  if (!file.ok) return `${texts.calendarFailed} ${file.diagnostics[0]?.message ?? ''}`;
  saveFile(`${person.name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-')}.ics`, file.value, 'text/calendar');
  return '';
}

/** Which week of the cycle is shown, where they differ. */
function createWeekChoice(handout: Handout, texts: HandoutTexts, onChange: () => void) {
  if (!hasWeeks(handout)) return { elements: [], week: () => null };
  const { calendar } = handout;
  const weeks = Array.from({ length: calendar.weekCount }, (_, week) =>
    make('option', { value: String(week) }, weekName(calendar, week, texts)),
  );
  const select = make('select', { 'aria-label': texts.week }, make('option', { value: '' }, texts.allWeeks), ...weeks);
  select.value = String(presentWeek(calendar, new Date()) ?? '');
  select.addEventListener('change', onChange);
  return {
    elements: [make('label', {}, make('span', {}, texts.week), select)],
    week: () => (select.value === '' ? null : Number(select.value)),
  };
}

function createTools(
  handout: Handout,
  texts: HandoutTexts,
  actions: ViewerActions,
  weekChoice: readonly HTMLElement[],
) {
  const choice = make('select', { 'aria-label': texts.paper }, ...papers.map((name) => make('option', {}, name)));
  const paper = () => papers.find((name) => name === choice.value) ?? 'A4';
  // Without a term nothing has a date.
  const calendar = handout.calendar.term === undefined ? [] : [button(texts.calendar, actions.saveCalendar)];
  const element = make(
    'div',
    { class: 'viewer-tools' },
    button(texts.change, actions.choose, { class: 'change' }),
    button('‹', () => actions.step(-1), { 'aria-label': texts.previous, class: 'step' }),
    button('›', () => actions.step(1), { 'aria-label': texts.next, class: 'step' }),
    ...weekChoice,
    ...calendar,
    make('label', { class: 'wide-only' }, make('span', {}, texts.paper), choice),
    button(texts.print, () => actions.print(paper())),
    button(texts.printShown, () => actions.printList(paper()), { class: 'wide-only' }),
  );
  return { element, paper };
}

function head(handout: Handout, { texts, tools = [] }: ViewerOptions): HTMLElement {
  const about = [handout.timetable, `${texts.asOf} ${localDateOf(handout.changedAt)}`];
  if (handout.unplaced > 0) about.push(`${handout.unplaced} ${texts.unplaced}`);
  return make(
    'header',
    { class: 'viewer-head' },
    make('h1', {}, make('bdi', {}, handout.title)),
    make('p', { class: 'quiet' }, make('bdi', {}, about.filter((part) => part !== '').join(' · '))),
    make('div', { class: 'viewer-more' }, ...tools),
  );
}

/** Keys of the whole page; fields keep theirs. */
function createKeys(view: {
  readonly search: () => void;
  readonly step: (by: number) => void;
  readonly print: () => void;
}): (event: KeyboardEvent) => void {
  const actions = new Map<string, () => void>([
    ['/', view.search],
    ['[', () => view.step(-1)],
    [']', () => view.step(1)],
    ['p', view.print],
  ]);
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
    const action = actions.get(event.key);
    if (isTyping || action === undefined) return;
    event.preventDefault();
    action();
  };
}
