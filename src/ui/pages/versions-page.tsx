import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useAppState, useProject } from '../app-state.tsx';
import { HistoryList } from '../components/versions/history-list.tsx';
import { VersionForm } from '../components/versions/version-form.tsx';
import { VersionTable } from '../components/versions/version-table.tsx';
import { useServices } from '../services.tsx';
import { createVersions } from '../state/versions/versions.ts';
import { useText } from '../text/text.tsx';
import '../styles/history.css';

/** Named states of the project, and everything that was done to it. */
export function VersionsPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const versions = createVersions(useServices(), project, useAppState().notices, text);
  return (
    <section class="page versions-page">
      <div class="page-head">
        <h1>{text('versionsTitle')}</h1>
        <span class="grow" />
        <A class="button" href={`/p/${project.id}/versions/compare`}>
          {text('compareTitle')}…
        </A>
      </div>
      <VersionForm versions={versions} />
      <Show when={versions.list()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p class="muted">{text('versionsEmpty')}</p>}>
            <VersionTable versions={versions} list={list()} />
          </Show>
        )}
      </Show>
      <HistoryList />
    </section>
  );
}
