import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { MergeEntry } from '../../domain/merge/merge.ts';
import { listNames } from '../../domain/operations/operation.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { FileButton } from '../components/basics/file-button.tsx';
import { MergeList } from '../components/merge/merge-list.tsx';
import { DiagnosticList } from '../components/problems/diagnostic-list.tsx';
import { useServices } from '../services.tsx';
import { createMerge, type ProjectMerge } from '../state/merge/create-merge.ts';
import { offerUndo } from '../state/project/undo-notice.ts';
import { moment, wholeNumber } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';
import '../styles/merge.css';

const order: readonly MergeEntry['list'][] = ['calendar', ...listNames, 'covers', 'places', 'enrolments'];

/** Another project laid beside this one: what is new, what differs, and who decides. */
export function MergePage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const services = useServices();
  const navigate = useNavigate();
  const { lockedFiles, notices } = useAppState();
  const merge = createMerge(services, lockedFiles, project);
  const [failure, setFailure] = createSignal('');
  const lists = createMemo(() => {
    const entries = merge.plan()?.entries ?? [];
    return order.flatMap((list) => {
      const own = entries.filter((entry) => entry.list === list);
      return own.length === 0 ? [] : [{ list, entries: own }];
    });
  });
  const remarks = () => [...merge.remarks(), ...(merge.plan()?.remarks ?? [])];
  async function apply(): Promise<void> {
    const done = await merge.apply();
    if (typeof done === 'string') return void setFailure(done);
    offerUndo(notices, project.editor, done, text('mergeDone', { file: merge.file() ?? '' }), text('undo'));
    navigate(`/p/${project.id}/data`);
  }
  return (
    <section class="page merge-page">
      <h1>{text('mergeTitle')}</h1>
      <section class="panel">
        <p class="muted">{text('mergeHint')}</p>
        <div class="merge-head">
          <FileButton
            label={text('mergeFile')}
            primary={merge.file() === null}
            onFiles={(files) => void merge.open(files)}
          />
          <span>{merge.file() ?? ''}</span>
          <Show when={merge.versions().length > 0}>
            <label>
              {text('mergeBaseChoice')}
              <select onChange={(event) => merge.setBase(event.currentTarget.value)}>
                <option value="" selected={merge.base() === ''}>
                  {text('mergeBaseNone')}
                </option>
                <For each={merge.versions()}>
                  {({ id, name, createdAt }) => (
                    <option value={id} selected={id === merge.base()}>
                      {name} · {moment(createdAt, services.clock.now())}
                    </option>
                  )}
                </For>
              </select>
            </label>
          </Show>
        </div>
        <Timetables merge={merge} />
        <p class="muted" aria-live="polite">
          <Show when={merge.isBusy()}>{text('sheetsReading')}</Show>
          <Show when={merge.plan()}>
            {(plan) => (
              <>
                {text(plan().isThreeWay ? 'mergeThreeWay' : 'mergeTwoWay')}{' '}
                {text('mergeCounts', {
                  differ: wholeNumber(plan().entries.length),
                  same: wholeNumber(plan().same),
                  mine: wholeNumber(plan().onlyMine),
                })}
              </>
            )}
          </Show>
        </p>
        <Show when={remarks().length > 0}>
          <DiagnosticList diagnostics={remarks()} />
        </Show>
      </section>
      <Show when={merge.plan()} keyed>
        {(plan) => (
          <>
            <For each={lists()}>
              {({ list, entries }) => <MergeList merge={merge} plan={plan} list={list} entries={entries} />}
            </For>
            <section class="panel merge-end">
              <p aria-live="polite">
                {plan.entries.length === 0
                  ? text('sheetsNothing')
                  : merge.undecided() > 0
                    ? text('mergeOpen', { count: merge.undecided() })
                    : text('mergeReady')}
                <strong class="remark">{failure()}</strong>
              </p>
              <button type="button" onClick={() => navigate(`/p/${project.id}/data`)}>
                {text('cancel')}
              </button>
              <button
                type="button"
                class="primary"
                disabled={merge.undecided() > 0 || plan.entries.length === 0}
                onClick={() => void apply()}
              >
                {text('mergeApply')}
              </button>
            </section>
          </>
        )}
      </Show>
    </section>
  );
}

/** Which of the timetables are merged, where there is a choice. */
function Timetables(props: { readonly merge: ProjectMerge }): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <Show when={props.merge.others().length > 0 && project.timetables().length > 0}>
      <div class="merge-head">
        <Show when={project.timetables().length > 1}>
          <label>
            {text('mergeOwnTimetable')}
            <select onChange={(event) => props.merge.setOwn(event.currentTarget.value)}>
              <For each={project.timetables()}>
                {({ id, name }) => (
                  <option value={id} selected={id === props.merge.own()}>
                    {name}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
        <label>
          {text('mergeOtherTimetable')}
          <select onChange={(event) => props.merge.setOther(event.currentTarget.value)}>
            <For each={props.merge.others()}>
              {({ id, name }) => (
                <option value={id} selected={id === props.merge.other()}>
                  {name}
                </option>
              )}
            </For>
            <option value="" selected={props.merge.other() === ''}>
              {text('mergeNoTimetable')}
            </option>
          </select>
        </label>
      </div>
    </Show>
  );
}
