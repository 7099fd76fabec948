import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

const steps = [
  { list: 'courses', title: 'nextCourses' },
  { list: 'groups', title: 'nextGroups' },
  { list: 'instructors', title: 'nextInstructors' },
  { list: 'rooms', title: 'nextRooms' },
  { list: 'events', title: 'nextEvents' },
] as const;

/** What is still missing before a timetable can be made; nothing once there are events. */
export function FirstSteps(): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <Show when={project.data().events.length === 0}>
      <section class="panel first-steps">
        <h2>{text('nextTitle')}</h2>
        <ol>
          <For each={steps}>
            {(step) => (
              <li data-done={project.data()[step.list].length > 0 ? '' : undefined}>
                <Show when={project.data()[step.list].length > 0}>
                  <Icon name="check" label={text('yes')} />
                </Show>
                <A href={`/p/${project.id}/data/${step.list}`}>{text(step.title)}</A>
              </li>
            )}
          </For>
        </ol>
        <p class="muted">
          {text('nextHint')} {text('nextGenerate')}
        </p>
      </section>
    </Show>
  );
}
