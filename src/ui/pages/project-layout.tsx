import { A, type RouteSectionProps, useParams } from '@solidjs/router';
import { createEffect, type JSX, Match, Show, Switch } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import type { ProjectRecord } from '../../storage/records.ts';
import { ProjectProvider, useAppState } from '../app-state.tsx';
import { DiagnosticList } from '../components/problems/diagnostic-list.tsx';
import { RepairTools } from '../components/projects/damaged-project.tsx';
import { EditingBar } from '../components/timetable/editing-bar.tsx';
import { useServices } from '../services.tsx';
import { createOpenProject, createProjectStatus, type ProjectStatus } from '../state/project/project.ts';
import { messageText } from '../state/words/message-text.ts';
import { useText } from '../text/text.tsx';

/** Loads the project of the address once for all its pages. */
export function ProjectLayout(props: RouteSectionProps): JSX.Element {
  const text = useText();
  const params = useParams<{ id: string }>();
  const { problems, projectList } = useAppState();
  const status = createProjectStatus(useServices(), problems, () => params.id);
  createEffect(() => {
    if (status().status === 'damaged') projectList.markDamaged(params.id);
  });
  return (
    <Switch>
      <Match when={status().status === 'loading'}>
        <p class="muted">{text('loading')}</p>
      </Match>
      <Match when={failed(status())}>
        {(failure) => (
          <section class="page">
            <h1>{text(titles[failure().status])}</h1>
            <DiagnosticList diagnostics={failure().diagnostics} />
            <Show when={failure().status === 'damaged'}>
              <p>
                <RepairTools id={params.id} />
              </p>
            </Show>
            <A href="/">{text('backToProjects')}</A>
          </section>
        )}
      </Match>
      <Match when={ready(status())} keyed>
        {(open) => (
          <Opened record={open.record} problem={open.problem}>
            {props.children}
          </Opened>
        )}
      </Match>
    </Switch>
  );
}

const titles = { missing: 'projectMissing', damaged: 'projectDamaged', broken: 'projectBroken' } as const;

function failed(status: ProjectStatus) {
  return status.status === 'loading' || status.status === 'ready' ? null : status;
}

function ready(status: ProjectStatus) {
  return status.status === 'ready' ? status : null;
}

function Opened(props: {
  readonly record: ProjectRecord;
  readonly problem: Problem;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const { notices, commands } = useAppState();
  const project = createOpenProject(useServices(), props.record, props.problem, (causes) => {
    notices.complain(text('editRefused', { cause: messageText(causes[0]) }));
  });
  commands.open(project);
  return (
    <ProjectProvider value={project}>
      <EditingBar project={project} />
      <Show when={project}>{props.children}</Show>
    </ProjectProvider>
  );
}
