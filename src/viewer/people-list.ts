import { folded } from '../domain/search/folding.ts';
import { personKinds } from '../handout/handout.ts';
import type { HandoutTexts } from '../handout/handout-texts.ts';
import type { NamedPerson } from '../handout/people.ts';
import { button, make } from './dom.ts';

export interface PeopleList {
  readonly element: HTMLElement;
  /** Marks whose week is shown. */
  mark(person: NamedPerson): void;
  /** Those that the search leaves. */
  shown(): readonly NamedPerson[];
  /** Puts the cursor into the search. */
  focus(): void;
}

/** Everybody by kind, with a search; arrow keys go from one to the next. */
export function createPeopleList(
  people: readonly NamedPerson[],
  texts: HandoutTexts,
  onChoose: (person: NamedPerson) => void,
): PeopleList {
  const buttons = new Map(
    people.map((person) => [person, button(make('bdi', {}, person.name), () => onChoose(person))] as const),
  );
  const nobody = make('p', { class: 'quiet', role: 'status' });
  const search = make('input', { type: 'search', 'aria-label': texts.searchHint, placeholder: texts.search });
  const sections = personKinds.flatMap((kind) => {
    const own = people.filter((person) => person.kind === kind);
    if (own.length === 0) return [];
    const items = own.map((person) => make('li', {}, buttons.get(person) ?? ''));
    return [make('section', {}, make('h2', {}, texts[kind]), make('ul', {}, ...items))];
  });
  const element = make('nav', { class: 'people', 'aria-label': texts.people }, search, ...sections, nobody);
  const isShown = (person: NamedPerson) => buttons.get(person)?.parentElement?.hidden === false;

  function filter() {
    const wanted = folded(search.value.trim());
    for (const [person, node] of buttons) {
      if (node.parentElement !== null) node.parentElement.hidden = !folded(person.name).includes(wanted);
    }
    for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null;
    nobody.textContent = people.some(isShown) ? '' : texts.noneFound;
  }

  function move(from: Element | null, by: number) {
    const shown = people.filter(isShown);
    const nodes = shown.map((person) => buttons.get(person));
    const at = shown.findIndex((person) => buttons.get(person) === from);
    const next = nodes[at === -1 ? (by > 0 ? 0 : nodes.length - 1) : at + by];
    if (next !== undefined) next.focus();
    else if (by < 0) search.focus();
  }

  search.addEventListener('input', filter);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(document.activeElement, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === search) {
      const first = people.find(isShown);
      if (first !== undefined) onChoose(first);
    }
  });
  let marked: HTMLElement | undefined;
  return {
    element,
    mark(person) {
      marked?.removeAttribute('aria-current');
      marked = buttons.get(person);
      marked?.setAttribute('aria-current', 'true');
      marked?.scrollIntoView?.({ block: 'nearest' });
    },
    shown: () => people.filter(isShown),
    focus: () => search.focus(),
  };
}
