import { type JSX, Show } from 'solid-js';
import { courseHue } from '../state/labels.ts';
import type { Card } from '../state/timetable-view.ts';
import { useText } from '../text/text.tsx';
import { Icon } from './icon.tsx';

/** What a card says of its event. */
export interface EventCardView {
  readonly course: number;
  readonly title: string;
  /** People and room, whichever the view itself does not say. */
  readonly detail: string;
  readonly hard: number;
  readonly soft: number;
  readonly locked: boolean;
}

export function EventCard(props: {
  readonly card: Card;
  readonly view: EventCardView;
  readonly extent: { readonly full: number; readonly bands: number };
  readonly selected: boolean;
  readonly related: boolean;
  readonly onHover: (course: number | null) => void;
  readonly onSelect: () => void;
}): JSX.Element {
  const text = useText();
  const marks = () => {
    const count = props.view.hard + props.view.soft;
    return count === 0 ? '' : `, ${text('cardProblems', { count })}`;
  };
  return (
    <button
      type="button"
      tabindex="-1"
      class="card"
      data-selected={props.selected ? '' : undefined}
      data-related={props.related ? '' : undefined}
      data-hard={props.view.hard > 0 ? '' : undefined}
      data-narrow={props.card.lanes > 1 ? '' : undefined}
      data-tall={props.extent.full > 1 ? '' : undefined}
      aria-pressed={props.selected}
      aria-label={`${props.view.title}, ${props.view.detail}${marks()}`}
      title={`${props.view.title}\n${props.view.detail}`}
      style={{
        '--hue': String(courseHue(props.view.course)),
        '--full': String(props.extent.full),
        '--bands': String(props.extent.bands),
        '--lines': String(cardLines(props.extent.full)),
        '--lane': String(props.card.lane),
        '--lanes': String(props.card.lanes),
      }}
      onPointerEnter={() => props.onHover(props.view.course)}
      onPointerLeave={() => props.onHover(null)}
      onClick={(event) => {
        event.stopPropagation();
        props.onSelect();
      }}
    >
      <span class="card-text">
        <b>{props.view.title}</b>
        <span class="card-detail">{props.view.detail}</span>
      </span>
      <CardMarks view={props.view} weeks={props.card.weeks} />
    </button>
  );
}

/** Lines of text that fit a card of so many rows of the grid (58 px each, less edges; a line takes 15 px). */
function cardLines(rows: number): number {
  return Math.max(1, Math.floor((rows * 58 - 13) / 15));
}

/** Corner marks: shape and word as well as colour. */
function CardMarks(props: { readonly view: EventCardView; readonly weeks: string }): JSX.Element {
  const text = useText();
  return (
    <i class="card-marks">
      <Show when={props.weeks !== ''}>
        <span class="mark-weeks">{props.weeks}</span>
      </Show>
      <Show when={props.view.locked}>
        <Icon name="lock" label={text('cardLocked')} />
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
