import { createMemo, For, type JSX, Show } from 'solid-js';
import type { ColourMode, PaintLevel } from '../../state/timetable/colours.ts';
import { lockLevels } from '../../state/timetable/locks.ts';
import type { Card } from '../../state/timetable/view.ts';
import { courseHue, groupNames } from '../../state/words/labels.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { lockIcons } from './event-card.tsx';
import { useTimetable } from './timetable-context.ts';

const levels: Readonly<Record<Exclude<ColourMode, 'course'>, readonly (readonly [PaintLevel, PlainTextKey])[]>> = {
  preference: [
    ['good', 'legendPreferred'],
    ['fair', 'legendLess'],
    ['poor', 'legendLeast'],
    ['bad', 'legendNotWanted'],
  ],
  conflict: [
    ['good', 'legendNoConflict'],
    ['fair', 'legendSoftConflict'],
    ['bad', 'legendHardConflict'],
  ],
  rooms: [
    ['good', 'legendRoomFull'],
    ['fair', 'legendRoomHalf'],
    ['poor', 'legendRoomEmpty'],
    ['bad', 'legendRoomOver'],
    ['plain', 'legendRoomNone'],
  ],
  changed: [
    ['plain', 'legendUnchanged'],
    ['poor', 'legendMoved'],
    ['fair', 'legendOther'],
    ['good', 'legendNew'],
  ],
};

/** What the colours and the marks of the cards mean. */
export function Legend(props: { readonly cards: readonly Card[] }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const steps = () => {
    const mode = selection.colour();
    return mode === 'course' ? [] : levels[mode];
  };
  return (
    <ul class="legend">
      <Show when={selection.colour() === 'course'}>
        <Courses cards={props.cards} />
      </Show>
      <For each={steps()}>
        {([level, name]) => (
          <li>
            <i class="swatch" data-level={level} />
            {text(name)}
          </li>
        )}
      </For>
      <li class="mark-hard">
        <Icon name="alert" />
        {text('cardHard')}
      </li>
      <li class="mark-soft">
        <Icon name="diamond" />
        {text('cardSoft')}
      </li>
      <For each={lockLevels}>
        {(level) => (
          <li>
            <Icon name={lockIcons[level]} />
            {text(`lockLevel_${level}`)}
          </li>
        )}
      </For>
    </ul>
  );
}

/** More courses than that tell nothing by their colours. */
const mostCourses = 24;

function Courses(props: { readonly cards: readonly Card[] }): JSX.Element {
  const { selection } = useTimetable();
  const problem = () => selection.problem();
  const courses = createMemo(() => {
    const shown = new Set(props.cards.map((card) => problem().events[card.event]?.course ?? -1));
    const sorted = [...shown].filter((course) => course >= 0).sort((a, b) => a - b);
    return sorted.length > mostCourses ? [] : sorted;
  });
  /** Courses of one name are told apart by their groups. */
  const label = (course: number) => {
    const name = problem().courses[course]?.name ?? '';
    const shared = courses().filter((other) => problem().courses[other]?.name === name).length > 1;
    const event = props.cards.find((card) => problem().events[card.event]?.course === course)?.event ?? -1;
    const groups = groupNames(problem(), event);
    return shared && groups !== '' ? `${name} (${groups})` : name;
  };
  return (
    <For each={courses()}>
      {(course) => (
        <li>
          <i class="swatch" style={{ '--hue': String(courseHue(course)) }} />
          {label(course)}
        </li>
      )}
    </For>
  );
}
