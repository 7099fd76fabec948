import { A, useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX, lazy, Show } from 'solid-js';
import type { ProjectSummary } from '../../storage/records.ts';
import { useAppState } from '../app-state.tsx';
import { FileButton } from '../components/basics/file-button.tsx';
import { DamagedRow, RepairTools } from '../components/projects/damaged-project.tsx';
import { type SampleName, useServices } from '../services.tsx';
import { exportFile, exportKinds } from '../state/files/files.ts';
import { useReceive } from '../state/files/receiving.ts';
import { copyProject, storedProject } from '../state/project/stored-project.ts';
import { remarkText } from '../state/words/message-text.ts';
import { moment, wholeNumber } from '../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';

const samples: readonly { name: SampleName; title: PlainTextKey; hint: PlainTextKey }[] = [
  { name: 'school', title: 'sampleSchool', hint: 'sampleSchoolHint' },
  { name: 'department', title: 'sampleDepartment', hint: 'sampleDepartmentHint' },
  { name: 'enterprise', title: 'sampleEnterprise', hint: 'sampleEnterpriseHint' },
  { name: 'impossible', title: 'sampleImpossible', hint: 'sampleImpossibleHint' },
];

export function ProjectsPage(): JSX.Element {
  const text = useText();
  return (
    <section class="page">
      <h1 class="visually-hidden">{text('projectsTitle')}</h1>
      <p class="promise">{text('promise')}</p>
      <div class="doors">
        <Samples />
        <ImportDoor />
        <NewDoor />
      </div>
      <h2>{text('projectsTitle')}</h2>
      <ProjectTable />
    </section>
  );
}

function Samples(): JSX.Element {
  const text = useText();
  const navigate = useNavigate();
  const { importer } = useAppState();
  const open = async (name: SampleName) => {
    const id = await importer.openSample(name);
    if (id !== null) navigate(`/p/${id}/generate`);
  };
  return (
    <section class="panel door-samples">
      <h2>{text('samplesTitle')}</h2>
      <ul class="sample-list">
        <For each={samples}>
          {(sample) => (
            <li>
              <button type="button" onClick={() => void open(sample.name)}>
                <span>{text(sample.title)}</span>
                <small>{text(sample.hint)}</small>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function ImportDoor(): JSX.Element {
  const text = useText();
  const { importer } = useAppState();
  const receive = useReceive();
  const reading = () => {
    const state = importer.state();
    return state.status === 'reading' ? state.name : null;
  };
  return (
    <section class="panel">
      <h2>{text('importTitle')}</h2>
      <p class="muted">{text('importHint')}</p>
      <FileButton
        label={text('importButton')}
        name={text('importTitle')}
        primary
        disabled={reading() !== null}
        onFiles={(files) => void receive(files)}
      />
      <p class="muted" aria-live="polite">
        <Show when={reading()}>{(name) => text('importBusy', { name: name() })}</Show>
      </p>
    </section>
  );
}

const NewProjectDialog = lazy(() =>
  import('../components/projects/new-project-dialog.tsx').then((part) => ({ default: part.NewProjectDialog })),
);

function NewDoor(): JSX.Element {
  const text = useText();
  const [isOpen, setOpen] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  return (
    <section class="panel">
      <h2>{text('newTitle')}</h2>
      <p class="muted">{text('newHint')}</p>
      <button ref={button} type="button" onClick={() => setOpen(true)}>
        {text('newButton')}
      </button>
      <Show when={isOpen()}>
        <NewProjectDialog
          onClose={() => {
            setOpen(false);
            button?.focus();
          }}
        />
      </Show>
    </section>
  );
}

function ProjectTable(): JSX.Element {
  const text = useText();
  const { projectList } = useAppState();
  return (
    <Show when={projectList.projects()} fallback={<p class="muted">{text('loading')}</p>}>
      {(projects) => (
        <Show
          when={projects().length + projectList.damaged().length > 0}
          fallback={<p class="muted">{text('projectsEmpty')}</p>}
        >
          <table class="list">
            <thead>
              <tr>
                <th>{text('projectName')}</th>
                <th class="number">{text('projectEvents')}</th>
                <th>{text('projectChanged')}</th>
                <th>{text('projectFile')}</th>
                <th>
                  <span class="visually-hidden">{text('projectActions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={projectList.damaged()}>{(project) => <DamagedRow project={project} />}</For>
              <For each={projects()}>{(project) => <ProjectRow project={project} />}</For>
            </tbody>
          </table>
        </Show>
      )}
    </Show>
  );
}

/** The second press of a double one does nothing again, nor to the row that has come to be there meanwhile. */
function once(act: () => Promise<void>): (press: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) void act();
  };
}

function ProjectRow(props: { readonly project: ProjectSummary }): JSX.Element {
  const text = useText();
  const services = useServices();
  const { projectList, notices, storage } = useAppState();
  const [renaming, setRenaming] = createSignal(false);

  async function save() {
    const { id } = props.project;
    const stored = await storedProject(services, id);
    if (!stored.ok) return notices.complain(remarkText(stored.diagnostics[0]) || text('exportFailed'));
    const file = await exportFile(services, notices, exportKinds.project, stored.value.content, null);
    if (file === null) return;
    notices.tell(text('projectSaved', { name: file }));
    await services.storage.projects.update(id, { savedAt: services.clock.now().toISOString() });
    await storage.protect();
  }

  async function copy() {
    const { id, name } = props.project;
    const made = await copyProject(services, id, text('timetableCopyName', { name }));
    if (!made.ok) notices.complain(remarkText(made.diagnostics[0]));
  }

  async function rename(name: string) {
    setRenaming(false);
    if (name !== props.project.name) await projectList.rename(props.project.id, name);
  }

  return (
    <tr>
      <td>
        <Show
          when={renaming()}
          fallback={
            <A href={`/p/${props.project.id}/data`} class="strong">
              {props.project.name}
            </A>
          }
        >
          <input
            class="rename"
            aria-label={text('projectRenameLabel', { name: props.project.name })}
            value={props.project.name}
            maxLength={200}
            ref={(element) => queueMicrotask(() => element.select())}
            onBlur={(event) => void rename(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'Escape') setRenaming(false);
            }}
          />
        </Show>
      </td>
      <td class="number" data-label={text('projectEvents')}>
        {wholeNumber(props.project.eventCount)}
      </td>
      <td data-label={text('projectChanged')}>{moment(props.project.updatedAt, services.clock.now())}</td>
      <td data-label={text('projectFile')}>
        {props.project.savedAt === null
          ? text('projectNeverSaved')
          : moment(props.project.savedAt, services.clock.now())}
      </td>
      <td class="actions">
        <Show when={projectList.isDamaged(props.project.id)}>
          <RepairTools id={props.project.id} />
        </Show>
        <button type="button" onClick={() => setRenaming(true)}>
          {text('projectRename')}
        </button>
        <button type="button" onClick={once(() => save())}>
          {text('projectSave')}
        </button>
        <button type="button" onClick={once(() => copy())}>
          {text('timetableDuplicate')}
        </button>
        <button type="button" onClick={once(() => projectList.remove(props.project))}>
          {text('projectDelete')}
        </button>
      </td>
    </tr>
  );
}
