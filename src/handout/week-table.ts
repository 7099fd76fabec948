import { localDateOf } from '../domain/local-date.ts';
import type { Handout, Meeting, Person } from './handout.ts';
import type { HandoutTexts } from './handout-texts.ts';
import { element, type Markup, type MarkupElement } from './markup.ts';
import { dayAndMonth, weekName } from './one-week.ts';
import { detailsOf, hueOf, type NamedPerson, titleOf, weeksOf } from './people.ts';
import { type BlockEntry, isCrowded, timesOf, type Week, type WeekBlock, type WeekDay } from './week.ts';

/** More meetings than that beside each other in a cell would be too narrow: they stand below each other. */
const mostBeside = 3;

/** The week of somebody for wide screens, and for narrow ones; one form for both where a grid would say nothing. */
export function weekForms(
  handout: Handout,
  person: NamedPerson,
  week: Week,
  texts: HandoutTexts,
): readonly MarkupElement[] {
  if (isCrowded(week)) return [weekList(handout, person, week, texts)];
  return [weekTable(handout, person, week, texts), weekList(handout, person, week, texts, 'agenda')];
}

/** The week as a table: its head is repeated on every page of paper. */
function weekTable(handout: Handout, person: NamedPerson, week: Week, texts: HandoutTexts): MarkupElement {
  const heads = week.days.map((day) => element('th', { scope: 'col' }, ...dayHead(day, texts)));
  const columns = week.days.map((day) => new Map(day.blocks.map((block) => [block.row, block])));
  const rows = week.rows.map((row, index) => {
    const clock = element('bdi', {}, `${row.start}–${row.end}`);
    const name = row.name === '' || row.name === row.band ? [] : [element('small', {}, named(row.name))];
    const head = element('th', { scope: 'row' }, clock, ...name);
    const isFree = week.days.every((day) => blockOver(day, index) === null);
    if (row.band !== null && isFree) {
      const band = element('td', { colspan: week.days.length }, named(row.band || texts.break));
      return element('tr', { class: 'band' }, head, band);
    }
    const cells = week.days.flatMap((day, at): Markup[] => {
      const block = columns[at]?.get(index);
      if (block !== undefined) return [cellOf(handout, person, block, texts)];
      return blockOver(day, index) === null ? [element('td', {})] : [];
    });
    return element('tr', {}, head, ...cells);
  });
  const corner = element('th', { scope: 'col' }, texts.time);
  return element(
    'table',
    { class: 'week', 'aria-label': person.name },
    element('thead', {}, element('tr', {}, corner, ...heads)),
    element('tbody', {}, ...rows),
  );
}

/** The same day after day: in columns where there is room, unless it is only for narrow screens (`agenda`). */
export function weekList(
  handout: Handout,
  person: NamedPerson,
  week: Week,
  texts: HandoutTexts,
  className = 'agenda crowded',
): MarkupElement {
  const days = week.days.filter(({ blocks, holiday }) => blocks.length > 0 || holiday !== null);
  const sections = days.map((day) =>
    element(
      'section',
      {},
      element('h3', {}, ...dayHead(day, texts)),
      ...day.blocks.flatMap(({ entries }) =>
        entries.map(({ meeting }) => meetingCard(handout, person, meeting, texts, true)),
      ),
    ),
  );
  const content = sections.length > 0 ? sections : [element('p', { class: 'quiet' }, texts.nothing)];
  return element('div', { class: className }, ...content);
}

/** Its name, and in a week of the calendar its date and what holiday it is. */
function dayHead({ name, date, holiday }: WeekDay, texts: HandoutTexts): Markup[] {
  if (date === null) return [named(name)];
  const more = holiday === null ? '' : ` · ${holiday}`;
  return [named(name), ' ', element('small', { class: 'date' }, named(`${dayAndMonth(date, texts)}${more}`))];
}

/** A sheet of paper: whose week it is above (on every page, where it takes several), the week below. */
export function weekSheet(
  handout: Handout,
  person: NamedPerson,
  week: Week,
  texts: HandoutTexts,
  heading: 'h1' | 'h2' = 'h2',
): MarkupElement {
  const shown = week.number === null ? '' : `${texts.week} ${weekName(handout.calendar, week.number, texts)}`;
  const about = [shown, handout.title, handout.timetable, `${texts.asOf} ${localDateOf(handout.changedAt)}`];
  return element(
    'section',
    { class: 'sheet' },
    element(
      'header',
      {},
      element(heading, { class: 'sheet-name' }, named(person.name)),
      element('p', { class: 'about' }, named(about.filter((part) => part !== '').join(' · '))),
    ),
    element('div', {}, weekForms(handout, person, week, texts)[0] ?? ''),
  );
}

function blockOver({ blocks }: WeekDay, row: number): WeekBlock | null {
  return blocks.find((block) => block.row <= row && row < block.row + block.rows) ?? null;
}

function cellOf(handout: Handout, person: Person, { rows, entries }: WeekBlock, texts: HandoutTexts): MarkupElement {
  const isWhole = ({ from, rows: own }: BlockEntry) => from === 0 && own === rows;
  const areBeside = entries.length <= mostBeside && entries.every(isWhole);
  const cards = entries.map((entry) => meetingCard(handout, person, entry.meeting, texts, !isWhole(entry)));
  const cell = element('div', { class: areBeside ? 'cards beside' : 'cards' }, ...cards);
  return element('td', { rowspan: rows > 1 ? rows : undefined }, cell);
}

function meetingCard(
  handout: Handout,
  person: Person,
  meeting: Meeting,
  texts: HandoutTexts,
  tellsTimes: boolean,
): MarkupElement {
  const weeks = weeksOf(handout, meeting, texts);
  const times = tellsTimes ? [element('bdi', { class: 'times' }, timesOf(handout, meeting).join('–'))] : [];
  const letters = weeks === '' ? [] : [element('span', { class: 'weeks' }, `${texts.weeks} ${weeks}`)];
  return element(
    'div',
    { class: 'meeting', 'data-hue': hueOf(meeting.course) },
    element('b', {}, named(titleOf(handout, meeting))),
    ...times,
    ...letters,
    ...detailsOf(handout, meeting, person, texts).map((line) => element('span', {}, named(line))),
  );
}

/** A name is read its own way, and stands where the page's direction has it begin. */
function named(text: string): MarkupElement {
  return element('bdi', {}, text);
}
