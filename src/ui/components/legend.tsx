import { createMemo, For, type JSX } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import { courseHue } from '../state/labels.ts';
import type { Card } from '../state/timetable-view.ts';
import { useText } from '../text/text.tsx';
import { Icon } from './icon.tsx';

/** Which colour is which course, and what the marks mean. */
export function Legend(props: { readonly problem: Problem; readonly cards: readonly Card[] }): JSX.Element {
  const text = useText();
  const courses = createMemo(() => {
    const shown = new Set(props.cards.map((card) => props.problem.events[card.event]?.course ?? -1));
    return [...shown].filter((course) => course >= 0).sort((a, b) => a - b);
  });
  return (
    <ul class="legend">
      <For each={courses()}>
        {(course) => (
          <li>
            <i class="swatch" style={{ '--hue': String(courseHue(course)) }} />
            {props.problem.courses[course]?.name ?? ''}
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
    </ul>
  );
}
