import { A, useLocation } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';

const pages = [
  { path: 'statistics', title: 'statisticsTitle' },
  { path: 'free', title: 'freeTitle' },
  { path: 'substitution', title: 'substitutionTitle' },
] as const;

/** The pages that tell of a timetable without changing it. */
export function InsightTabs(): JSX.Element {
  const text = useText();
  const project = useProject();
  const location = useLocation();
  return (
    <nav class="insight-tabs" aria-label={text('insightsLabel')}>
      <For each={pages}>
        {({ path, title }) => (
          <A
            href={`/p/${project.id}/${path}`}
            aria-current={location.pathname.endsWith(`/${path}`) ? 'page' : undefined}
          >
            {text(title)}
          </A>
        )}
      </For>
    </nav>
  );
}
