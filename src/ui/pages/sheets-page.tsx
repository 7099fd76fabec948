import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { widthOf } from '../../domain/sheets/sheet.ts';
import { type TargetId, targetIds } from '../../domain/sheets/targets.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { SheetPreview } from '../components/sheets/sheet-preview.tsx';
import { SheetSettings } from '../components/sheets/sheet-settings.tsx';
import { SheetSource } from '../components/sheets/sheet-source.tsx';
import { UnknownNames } from '../components/sheets/unknown-names.tsx';
import { useServices } from '../services.tsx';
import { useQuery } from '../state/frame/query.ts';
import { offerUndo } from '../state/project/undo-notice.ts';
import { createSheetImport, type SheetChoice } from '../state/sheets/sheet-import.ts';
import { wholeNumber } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';
import '../styles/sheets.css';

/** Sheets laid over the open project: what each row would do is shown before anything is done. */
export function SheetsPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const navigate = useNavigate();
  const { sheets: inbox, notices } = useAppState();
  const [address] = useQuery<{ as?: string }>();
  const wanted = targetIds.find((id) => id === address.as) ?? null;
  const sheets = createSheetImport(useServices(), project, inbox.sheets, wanted, text);
  const [current, setCurrent] = createSignal(0);
  const [failure, setFailure] = createSignal('');
  const choice = () => sheets.choices()[current()] ?? sheets.choices()[0];
  const index = () => Math.max(0, sheets.choices().indexOf(choice() as SheetChoice)); // Absent is -1.
  const shown = () => {
    const plan = sheets.plan();
    return plan?.sheets[plan.sheetOf[index()] ?? -1];
  };
  const counts = () => sheets.plan()?.counts;
  createEffect(on(inbox.sheets, () => setFailure(''), { defer: true }));
  onCleanup(() => inbox.clear());

  function apply(): void {
    const plan = sheets.plan();
    const done = sheets.apply();
    if (typeof done === 'string') return void setFailure(done);
    const count = (plan?.counts.add ?? 0) + (plan?.counts.change ?? 0);
    offerUndo(notices, project.editor, done, text('sheetsDone', { count }), text('undo'));
    navigate(`/p/${project.id}${pageOf(sheets.choices())}`);
  }

  return (
    <section class="page sheets-page">
      <h1>{text('sheetsTitle')}</h1>
      <p class="muted">{text('sheetsInto', { name: project.data().name })}</p>
      <SheetSource isFirst={inbox.sheets().length === 0} />
      <Show when={choice()}>
        {(sheet) => (
          <>
            <Show when={sheets.choices().length > 1}>
              <SheetTabs choices={sheets.choices()} current={index()} onChoose={setCurrent} onTake={sheets.take} />
            </Show>
            <section class="panel sheet-panel" aria-label={nameOf(sheet())}>
              <Show when={sheets.choices().length === 1}>
                <h2>{nameOf(sheet())}</h2>
              </Show>
              <p class="muted">
                {text('sheetsRows', {
                  rows: wholeNumber(sheet().sheet.rows.length - sheet().header - 1),
                  columns: widthOf(sheet().sheet),
                })}
              </p>
              <SheetSettings sheets={sheets} index={index()} choice={sheet()} />
              <Show
                when={shown()}
                fallback={<p class="muted">{sheet().isTaken ? text('sheetsPlanning') : text('sheetsNothing')}</p>}
                keyed
              >
                {(plan) => <SheetPreview plan={plan} target={sheet().target} />}
              </Show>
            </section>
            <section class="panel sheet-end">
              <Show when={sheets.plan()} fallback={<p class="muted">{text('sheetsPlanning')}</p>}>
                {(plan) => <UnknownNames sheets={sheets} unknown={plan().unknown} />}
              </Show>
              <div class="sheet-buttons">
                <p class="sheet-summary" aria-live="polite">
                  <Show when={counts()}>
                    {(all) =>
                      text('sheetsSummary', {
                        add: wholeNumber(all().add),
                        change: wholeNumber(all().change),
                        unchanged: wholeNumber(all().unchanged),
                        refused: wholeNumber(all().refused),
                      })
                    }
                  </Show>{' '}
                  <Show when={sheets.plan()?.changes.length === 0}>{text('sheetsNothing')}</Show>
                  <strong class="remark">{failure()}</strong>
                </p>
                <button type="button" onClick={() => navigate(`/p/${project.id}/data`)}>
                  {text('cancel')}
                </button>
                <button
                  type="button"
                  class="primary"
                  disabled={(sheets.plan()?.changes.length ?? 0) === 0}
                  onClick={apply}
                >
                  {text('sheetsImport')}
                </button>
              </div>
            </section>
          </>
        )}
      </Show>
    </section>
  );
}

function SheetTabs(props: {
  readonly choices: readonly SheetChoice[];
  readonly current: number;
  readonly onChoose: (index: number) => void;
  readonly onTake: (index: number, isTaken: boolean) => void;
}): JSX.Element {
  const text = useText();
  return (
    <ul class="sheet-tabs" aria-label={text('sheetsList')}>
      <For each={props.choices}>
        {(choice, index) => (
          <li data-current={index() === props.current ? '' : undefined}>
            <input
              type="checkbox"
              aria-label={text('sheetsTake', { name: nameOf(choice) })}
              checked={choice.isTaken}
              onChange={(event) => props.onTake(index(), event.currentTarget.checked)}
            />
            <button
              type="button"
              class="plain"
              aria-current={index() === props.current ? 'true' : undefined}
              onClick={() => props.onChoose(index())}
            >
              {nameOf(choice)} <span class="muted">{text(`sheetsTarget_${choice.target}`)}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}

function nameOf({ sheet }: SheetChoice): string {
  return [sheet.file, sheet.name].filter((part) => part !== '').join(' · ');
}

/** Where what was imported can be seen. */
function pageOf(choices: readonly SheetChoice[]): string {
  const pages: Readonly<Partial<Record<TargetId, string>>> = {
    studentSets: '/data/groups',
    enrolments: '/data/students',
    placements: '/timetable',
  };
  const targets = new Set(choices.filter(({ isTaken }) => isTaken).map(({ target }) => target));
  const [only] = targets;
  return targets.size === 1 && only !== undefined ? (pages[only] ?? `/data/${only}`) : '/data';
}
