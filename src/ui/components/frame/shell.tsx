import { A, useLocation } from '@solidjs/router';
import { createEffect, createMemo, type JSX, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import type { ProjectEditor } from '../../state/project/project-editor.ts';
import { createLasting } from '../../state/throttled.ts';
import { moment } from '../../state/words/numbers.ts';
import { pageTitleOf } from '../../state/words/page-title.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon, type IconName } from '../basics/icon.tsx';
import { keepFocusInside } from '../basics/keep-focus.ts';
import { ReadinessStatus } from '../problems/readiness-status.tsx';
import { RunStatus } from '../run/run-status.tsx';
import { HistoryTools } from '../versions/history-tools.tsx';

/** Header, navigation and footer around the page. */
export function Shell(props: {
  /** At the end of the header. */
  readonly tools: JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const location = useLocation();
  const { projectList, commands, attention } = useAppState();
  const projectId = createMemo(() => /^\/p\/([^/]+)/.exec(location.pathname)?.[1] ?? null);
  const project = createMemo(() => projectList.projects()?.find((item) => item.id === projectId()) ?? null);
  createEffect(() => {
    const page = pageTitleOf(location.pathname);
    // what tells tabs and entries of the browser's history apart comes first
    const parts = [page === null ? '' : text(page), project()?.name ?? '', text('appName')];
    document.title = attention.title(parts.filter((part) => part !== '').join(' – '));
  });
  return (
    <div class="shell">
      {/* The address belongs to the router, so this is no link to an anchor. */}
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {text('skipToContent')}
      </button>
      <header class="shell-header">
        <A href="/" class="brand">
          {text('appName')}
        </A>
        <span class="crumb" dir="auto">
          {project()?.name ?? ''}
        </span>
        <Show when={commands.project()} keyed>
          {(open) => <ReadinessStatus project={open} />}
        </Show>
        <RunStatus />
        <Show when={commands.project()} keyed>
          {(open) => <HistoryTools project={open} />}
        </Show>
        {props.tools}
      </header>
      <nav class="shell-nav" aria-label={text('navLabel')}>
        <NavLink href="/" icon="projects" label="navProjects" />
        <Show when={projectId()}>
          {(id) => (
            <>
              <hr />
              <NavLink href={`/p/${id()}/data`} icon="data" label="navData" />
              <NavLink href={`/p/${id()}/rules`} icon="rules" label="navRules" />
              <NavLink href={`/p/${id()}/generate`} icon="play" label="navGenerate" />
              <NavLink href={`/p/${id()}/timetable`} icon="grid" label="navTimetable" />
              <NavLink href={`/p/${id()}/problems`} icon="alert" label="navProblems" />
              <NavLink
                href={`/p/${id()}/statistics`}
                icon="insights"
                label="navInsights"
                also={[`/p/${id()}/free`, `/p/${id()}/substitution`]}
                rare
              />
              <NavLink href={`/p/${id()}/versions`} icon="history" label="navVersions" rare />
              <NavLink href={`/p/${id()}/share`} icon="share" label="navShare" rare />
            </>
          )}
        </Show>
        <hr />
        <NavLink href="/settings" icon="settings" label="navSettings" rare={projectId() !== null} />
      </nav>
      <main id="content" class="shell-main" tabindex="-1" ref={keepFocusInside}>
        {props.children}
      </main>
      <StorageFooter projectId={projectId()} />
    </div>
  );
}

function NavLink(props: {
  readonly href: string;
  readonly icon: IconName;
  readonly label: PlainTextKey;
  /** Further pages that belong to it. */
  readonly also?: readonly string[];
  /** Left to the menu where there is little room. */
  readonly rare?: boolean;
}): JSX.Element {
  const text = useText();
  const location = useLocation();
  const current = () =>
    props.href === '/'
      ? location.pathname === '/'
      : [props.href, ...(props.also ?? [])].some((path) => location.pathname.startsWith(path));
  return (
    <A
      href={props.href}
      end
      class="nav-link"
      classList={{ rare: props.rare === true }}
      aria-current={current() ? 'page' : undefined}
    >
      <Icon name={props.icon} />
      <span>{text(props.label)}</span>
    </A>
  );
}

/** Where the data is, at all times. */
function StorageFooter(props: { readonly projectId: string | null }): JSX.Element {
  const text = useText();
  const { projectList, storage, commands } = useAppState();
  const { clock } = useServices();
  // That of a project that was left, too, until all is stored.
  const editor = createMemo<ProjectEditor | undefined>(
    (former) => commands.project()?.editor ?? (former?.saving() === true ? former : undefined),
  );
  // An edit is stored in a moment: what takes no longer need not be told.
  const isSaving = createLasting(() => editor()?.saving() === true, 500);
  const shown = createMemo(() => {
    const all = projectList.projects() ?? [];
    return all.find((item) => item.id === props.projectId) ?? all[0] ?? null;
  });
  return (
    <footer class="shell-footer">
      <Show when={storage.durable} fallback={<span class="footer-warning">{text('storageMemory')}</span>}>
        <Show when={shown()} fallback={<span>{text('storageNothing')}</span>}>
          {(project) => (
            <>
              <Show
                when={isSaving()}
                fallback={<span>{text('storageSaved', { time: moment(project().updatedAt, clock.now()) })}</span>}
              >
                <span class="footer-warning">
                  {text((editor()?.unsaved() ?? []).length > 0 ? 'storageTryingAgain' : 'storageSaving')}
                </span>
              </Show>
              <span>{storage.persisted() ? text('storageKept') : text('storageBestEffort')}</span>
            </>
          )}
        </Show>
      </Show>
      <Show when={shown()}>
        {(project) => (
          <span class="footer-file">
            {project().savedAt === null
              ? text('storageNoFile')
              : text('storageLastFile', { when: moment(project().savedAt ?? '', clock.now()) })}
          </span>
        )}
      </Show>
    </footer>
  );
}
