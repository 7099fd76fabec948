import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { TimetableRecord } from '../../../storage/records.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { contentOf, type ExportKind, exportFile, exportKinds } from '../../state/files/files.ts';
import { createMenu } from '../../state/frame/menu.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

interface TimetableFile {
  readonly kind: ExportKind;
  readonly title: PlainTextKey;
  readonly hint: PlainTextKey;
  /** Only of use to projects that came from such a file. */
  readonly source: string;
}

const timetableFiles: readonly TimetableFile[] = [
  { kind: exportKinds.solution, title: 'exportSolution', hint: 'exportSolutionHint', source: 'ctt' },
  { kind: exportKinds.solution2019, title: 'exportSolution', hint: 'exportSolutionHint', source: 'itc2019' },
  { kind: exportKinds.fet, title: 'exportFet', hint: 'exportFetHint', source: 'fet' },
];

/** What is wanted most often, and the way to everything else. */
export function ExportMenu(props: {
  readonly timetable: TimetableRecord | null;
  /** Given where the page itself is worth printing. */
  readonly onPrint?: () => void;
}): JSX.Element {
  const text = useText();
  const services = useServices();
  const { notices, storage, projectList } = useAppState();
  const project = useProject();
  const menu = createMenu();
  const sharePath = (form?: string) => {
    const of = [
      ...(props.timetable === null ? [] : [`timetable=${props.timetable.id}`]),
      ...(form === undefined ? [] : [`as=${form}`]),
    ];
    return `/p/${project.id}/share${of.length === 0 ? '' : `?${of.join('&')}`}`;
  };

  async function run(kind: ExportKind) {
    menu.close();
    const name = projectList.projects()?.find((item) => item.id === project.id)?.name ?? project.record.name;
    const content = contentOf({ ...project.record, problem: project.data(), name }, project.timetables());
    const shown = props.timetable;
    const options = { projectId: project.id, ...(shown === null ? {} : { changedAt: shown.updatedAt }) };
    const file = await exportFile(services, notices, kind, content, shown?.id ?? null, options);
    if (file === null) return;
    notices.tell(text('projectSaved', { name: file }));
    if (kind.writerId !== exportKinds.project.writerId) return;
    await services.storage.projects.update(project.id, { savedAt: services.clock.now().toISOString() });
    await storage.protect();
  }

  return (
    <details class="menu" ref={menu.ref}>
      <summary>
        <Icon name="download" />
        {text('exportTitle')}
      </summary>
      <div class="menu-items">
        <A href={sharePath()} onClick={menu.close}>
          <span>{text('shareMenu')}</span>
          <small>{text('shareMenuHint')}</small>
        </A>
        <MenuItem title={text('exportProject')} hint={text('exportProjectHint')} run={() => run(exportKinds.project)} />
        <A href={sharePath('horarium-locked')} onClick={menu.close}>
          <span>{text('exportLocked')}</span>
          <small>{text('exportLockedHint')}</small>
        </A>
        <Show when={props.timetable !== null}>
          <For each={timetableFiles.filter(({ source }) => source === project.record.source)}>
            {(file) => <MenuItem title={text(file.title)} hint={text(file.hint)} run={() => run(file.kind)} />}
          </For>
        </Show>
        <Show when={props.onPrint}>
          {(print) => (
            <MenuItem
              title={text('print')}
              hint={text('printHint')}
              run={async () => {
                menu.close();
                print()();
              }}
            />
          )}
        </Show>
      </div>
    </details>
  );
}

function MenuItem(props: {
  readonly title: string;
  readonly hint: string;
  readonly run: () => Promise<void>;
}): JSX.Element {
  return (
    <button type="button" onClick={() => void props.run()}>
      <span>{props.title}</span>
      <small>{props.hint}</small>
    </button>
  );
}
