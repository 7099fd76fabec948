import { createMemo, For, type JSX } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import { courseHue, groupNames } from '../state/labels.ts';
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
  /** Courses of one name are told apart by their groups. */
  const label = (course: number) => {
    const name = props.problem.courses[course]?.name ?? '';
    const shared = courses().filter((other) => props.problem.courses[other]?.name === name).length > 1;
    const event = props.cards.find((card) => props.problem.events[card.event]?.course === course)?.event ?? -1;
    const groups = groupNames(props.problem, event);
    return shared && groups !== '' ? `${name} (${groups})` : name;
  };
  return (
    <ul class="legend">
      <For each={courses()}>
        {(course) => (
          <li>
            <i class="swatch" style={{ '--hue': String(courseHue(course)) }} />
            {label(course)}
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
