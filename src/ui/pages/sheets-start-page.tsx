import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { useAppState } from '../app-state.tsx';
import { NewProjectDialog } from '../components/projects/new-project-dialog.tsx';
import { SheetSource } from '../components/sheets/sheet-source.tsx';
import { createCalendarProposal } from '../state/sheets/calendar-proposal.ts';
import { listText } from '../state/words/wording.ts';
import { useText } from '../text/text.tsx';
import '../styles/sheets.css';

/** Sheets that came while no project was open: where should they go? */
export function SheetsStartPage(): JSX.Element {
  const text = useText();
  const { sheets, projectList } = useAppState();
  const [isNew, setNew] = createSignal(false);
  const files = () => listText([...new Set(sheets.sheets().map(({ file }) => file))]);
  const proposal = createMemo(() => (isNew() ? createCalendarProposal(sheets.sheets(), text) : null));
  return (
    <section class="page sheets-page">
      <h1>{text('sheetsTitle')}</h1>
      <SheetSource isFirst={sheets.sheets().length === 0} />
      <Show when={sheets.sheets().length > 0}>
        <section class="panel">
          <h2>{text('sheetsWhere')}</h2>
          <p class="muted">{text('sheetsWhereHint', { files: files() })}</p>
          <button type="button" class="primary" onClick={() => setNew(true)}>
            {text('sheetsWhereNew')}
          </button>
          <Show when={(projectList.projects()?.length ?? 0) > 0}>
            <h3>{text('sheetsWhereInto')}</h3>
            <ul class="sheet-projects">
              <For each={projectList.projects()}>
                {({ id, name }) => (
                  <li>
                    <A href={`/p/${id}/import`}>{name}</A>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </section>
      </Show>
      <Show when={proposal()}>
        {(made) => <NewProjectDialog then="import" proposal={made()} onClose={() => setNew(false)} />}
      </Show>
    </section>
  );
}
