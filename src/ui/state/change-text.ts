import type { PersonChange, PersonChanges } from '../../domain/compare/change-lists.ts';
import type { CardChange } from '../../domain/compare/compare-states.ts';
import type { Place } from '../../domain/compare/place.ts';
import type { Translate } from '../text/text.tsx';
import type { Side } from './comparison.ts';

/** Name of an event, with its groups where they are not those of the reader. */
export function eventName(card: CardChange, { names }: Side): string {
  return card.event.name ?? names.course(card.event.courseId);
}

export function placeText(text: Translate, place: Place | null, { names }: Side): string {
  return place === null ? text('cardNowhere') : names.place(place);
}

/** One line of the list that somebody gets. */
export function changeLine(
  text: Translate,
  of: PersonChanges['of'],
  { card, kind }: PersonChange,
  before: Side,
  after: Side,
): string {
  const side = card.after === null ? before : after;
  const groups = of === 'group' ? '' : side.names.groups(card.event.groupIds);
  const event = `${eventName(card, side)}${groups === '' ? '' : ` (${groups})`}`;
  const was = placeText(text, card.before, before);
  const is = placeText(text, card.after, after);
  if (kind === 'gone') return text('change_gone', { event, was });
  return kind === 'new' ? text('change_new', { event, is }) : text('change_other', { event, was, is });
}

/** Everybody's lists, to be pasted into a message. */
export function changesAsText(text: Translate, people: readonly PersonChanges[], before: Side, after: Side): string {
  const heading = text('changesHeading', { from: before.name, to: after.name });
  const lists = people.map(({ of, name, changes }) =>
    [name, ...changes.map((change) => `- ${changeLine(text, of, change, before, after)}`)].join('\n'),
  );
  return `${[heading, ...lists].join('\n\n')}\n`;
}
