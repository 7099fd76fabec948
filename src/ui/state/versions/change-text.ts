import type { PersonChange, PersonChanges } from '../../../domain/compare/change-lists.ts';
import { type CardChange, sameSet } from '../../../domain/compare/compare-states.ts';
import type { Place } from '../../../domain/compare/place.ts';
import type { Translate } from '../../text/text.tsx';
import type { Side } from './comparison.ts';

/** What people call an event. */
export function eventName(card: CardChange, { names }: Side): string {
  return card.event.name ?? names.course(card.event.courseId);
}

/** Where it was and where it is; instructors only when they are others. */
export function placeTexts(
  text: Translate,
  card: CardChange,
  before: Side,
  after: Side,
): { readonly was: string; readonly is: string } {
  const isTold =
    card.before !== null && card.after !== null && !sameSet(card.before.instructors, card.after.instructors);
  const told = (place: Place | null, { names }: Side) =>
    place === null ? text('cardNowhere') : names.place(place, isTold);
  return { was: told(card.before, before), is: told(card.after, after) };
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
  const { was, is } = placeTexts(text, card, before, after);
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
