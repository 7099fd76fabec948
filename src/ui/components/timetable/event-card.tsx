import { createMemo, For, type JSX, Show } from 'solid-js';
import type { EventCardView } from '../../state/timetable/cards.ts';
import { targetAt } from '../../state/timetable/drag.ts';
import { type LockLevel, type LockPart, lockLevels } from '../../state/timetable/locks.ts';
import type { Card, ViewKind } from '../../state/timetable/view.ts';
import { listText } from '../../state/words/wording.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon, type IconName } from '../basics/icon.tsx';
import { useTimetable } from './timetable-context.ts';

/** A meeting of an event: click or drag picks it up; with Ctrl it is picked for what is done to several. */
export function EventCard(props: {
  readonly card: Card;
  readonly kind: ViewKind;
  /** Whose week it is in. */
  readonly item: number | undefined;
  /** Numbers of full rows and of bands that it covers; absent where cards lie in rows. */
  readonly extent?: { readonly full: number; readonly bands: number };
}): JSX.Element {
  const text = useText();
  const state = useTimetable();
  const view = createMemo(() => state.cards.viewOf(props.card.event, props.kind, props.item));
  const isHeld = () => state.actions.held() === props.card.event;
  const isSelected = () => state.selection.event() === props.card.event;
  /** On the date that is shown somebody stands in. */
  const cover = () => {
    const found = state.selection.covers().get(props.card.event);
    return found === undefined ? null : text('cardCover', { name: found.covering, absent: found.absent });
  };
  const said = () => [view().title, view().detail, cover()].filter((line) => line !== null);
  const problems = () => {
    const count = view().hard + view().soft;
    return count === 0 ? [] : [text('cardProblems', { count })];
  };
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    const { card } = props;
    if (event.ctrlKey || event.metaKey) return state.togglePicked(card.event);
    const held = state.actions.held();
    if (held === null) return state.pickUp(card.event);
    if (held === card.event) return state.actions.putBack();
    // A click that comes from no pointer has no place of its own.
    const target = event.detail === 0 ? null : targetAt(event.clientX, event.clientY);
    const { day, slot, room } = target === null || target === 'tray' ? { day: card.day, slot: card.start } : target;
    state.actions.drop(day, slot, room);
  };
  return (
    <button
      type="button"
      tabindex="-1"
      class="card"
      data-event={props.card.event}
      data-held={isHeld() ? '' : undefined}
      data-picked={state.picked().includes(props.card.event) ? '' : undefined}
      data-selected={isSelected() ? '' : undefined}
      data-related={state.actions.held() === null && state.hovered() === view().course ? '' : undefined}
      data-hard={view().hard > 0 ? '' : undefined}
      data-level={view().paint.level ?? undefined}
      data-narrow={props.card.lanes > 1 ? '' : undefined}
      data-tall={(props.extent?.full ?? 0) > 1 ? '' : undefined}
      data-detail={lengthOf(view().detail)}
      aria-pressed={isSelected()}
      data-covered={cover() === null ? undefined : ''}
      aria-label={listText([...said(), ...problems()])}
      title={said().join('\n')}
      style={{
        '--hue': String(view().paint.hue ?? 0),
        '--full': String(props.extent?.full ?? 1),
        '--bands': String(props.extent?.bands ?? 0),
        '--lines': String(cardLines(props.extent?.full ?? 1)),
        '--length': String(props.card.length),
        '--lane': String(props.card.lane),
        '--lanes': String(props.card.lanes),
      }}
      onPointerDown={(event) => state.drag.start(event, props.card.event)}
      onPointerEnter={() => {
        state.hover(view().course);
        state.prepare(props.card.event);
      }}
      onPointerLeave={() => {
        state.hover(null);
        state.prepare(null);
      }}
      onClick={onClick}
    >
      <span class="card-text">
        <b dir="auto">{view().title}</b>
        <Show when={cover()}>{(words) => <span class="card-cover">{words()}</span>}</Show>
        <span class="card-detail">{view().detail}</span>
      </span>
      <CardMarks view={view()} weeks={props.card.weeks} />
    </button>
  );
}

/** Lines of text that fit a card of so many rows of the grid (58 px each, less edges; a line takes 15 px). */
function cardLines(rows: number): number {
  return Math.max(1, Math.floor((rows * 58 - 13) / 15));
}

/** Whether people and room may need a second line in a card of usual width, or only in a narrower one; absent: in none. */
function lengthOf(detail: string): 'usual' | 'long' | undefined {
  if (detail.length < 15) return undefined;
  return detail.length > 18 ? 'long' : 'usual';
}

const lockNames: Readonly<Record<LockPart, PlainTextKey>> = {
  time: 'lock_time',
  rooms: 'lock_rooms',
  instructors: 'lock_instructors',
};

/** A level is told by its shape. */
export const lockIcons: Readonly<Record<LockLevel, IconName>> = { user: 'lock', published: 'flag', soft: 'pin' };

/** Corner marks: shape and word as well as colour. */
function CardMarks(props: { readonly view: EventCardView; readonly weeks: string }): JSX.Element {
  const text = useText();
  const lockedAt = (level: LockLevel) => [...props.view.locks].filter(([, own]) => own === level);
  const lockLabel = (level: LockLevel) =>
    `${text(`lockLevel_${level}`)}: ${listText(lockedAt(level).map(([part]) => text(lockNames[part])))}`;
  return (
    <i class="card-marks">
      <Show when={props.view.paint.note !== ''}>
        <span class="mark-note">{props.view.paint.note}</span>
      </Show>
      <Show when={props.weeks !== ''}>
        <span class="mark-weeks">{props.weeks}</span>
      </Show>
      <Show when={!props.view.hasRoom}>
        <span class="mark-soft">
          <Icon name="noRoom" label={text('cardNoRoom')} />
        </span>
      </Show>
      <Show when={props.view.locks.size > 0}>
        <For each={lockLevels.filter((level) => lockedAt(level).length > 0)}>
          {(level) => <Icon name={lockIcons[level]} label={lockLabel(level)} />}
        </For>
      </Show>
      <Show when={props.view.hard > 0}>
        <span class="mark-hard">
          <Icon name="alert" label={text('cardHard')} />
        </span>
      </Show>
      <Show when={props.view.hard === 0 && props.view.soft > 0}>
        <span class="mark-soft">
          <Icon name="diamond" label={text('cardSoft')} />
        </span>
      </Show>
    </i>
  );
}
