import { A } from '@solidjs/router';
import { createEffect, createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { Recommendation } from '../../domain/side-by-side/recommend.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { keepFocus } from '../components/basics/keep-focus.ts';
import { MeasureTable } from '../components/side-by-side/measure-table.tsx';
import { useServices } from '../services.tsx';
import { useQuery } from '../state/frame/query.ts';
import { discardTimetables } from '../state/versions/beside-actions.ts';
import { chosenRecords, createSideBySide, type Judged, mostBeside } from '../state/versions/side-by-side.ts';
import { type Translate, useText } from '../text/text.tsx';
import '../styles/side-by-side.css';

/** Timetables of a project in columns: what each costs, whom it suits, which one is recommended. */
export function SideBySidePage(): JSX.Element {
  const text = useText();
  const services = useServices();
  const project = useProject();
  const { notices } = useAppState();
  const [search, setSearch] = useQuery<{ of?: string }>();
  const [runs] = createResource(async () => {
    const listed = await services.storage.runHistory.summaries(project.id);
    return new Map(listed.ok ? listed.value.map(({ id, variant }) => [id, variant]) : []);
  });
  const asked = () => (search.of ?? '').split(',').filter((id) => id !== '');
  const records = createMemo(() => {
    const variants = runs();
    if (variants === undefined) return [];
    return chosenRecords(project.timetables(), asked(), ({ runId }) => variants.get(runId ?? '') ?? null);
  });
  const compared = createSideBySide(services, project, records);
  const [marked, setMarked] = createSignal<ReadonlySet<string>>(new Set());
  const [base, setBase] = createSignal('');
  const basePosition = () => Math.max(0, compared()?.judged.findIndex(({ record }) => record.id === base()) ?? 0);
  const isShown = (id: string) => records().some((record) => record.id === id);
  // what is gone, or not shown any more, is not marked either
  createEffect(() => {
    const shown = new Set(records().map(({ id }) => id));
    setMarked((all) => new Set([...all].filter((id) => shown.has(id))));
  });
  const choose = (id: string, isWanted: boolean) => {
    const others = records().flatMap((record) => (record.id === id ? [] : [record.id]));
    setSearch({ of: (isWanted ? [...others, id] : others).join(',') });
  };
  const mark = (id: string, isMarked: boolean) =>
    setMarked((all) => new Set(isMarked ? [...all, id] : [...all].filter((other) => other !== id)));
  const adopt = ({ record }: Judged) => {
    project.adopt(record.id);
    notices.tell(text('besideAdoptedNow', { name: record.name }));
  };
  const mayEdit = () => project.editor.right() === 'editing';
  return (
    <section class="page wide beside-page" ref={keepFocus('h1')}>
      <div class="page-head">
        <h1 tabindex="-1">{text('besideTitle')}</h1>
        <span class="grow" />
        <A href={`/p/${project.id}/generate`}>{text('navGenerate')}</A>
      </div>
      <Show when={project.timetables().length > 1} fallback={<p>{text('besideNeedsTwo')}</p>}>
        <details class="panel beside-choice">
          <summary>{text('besideChoose')}</summary>
          <p class="muted">{text('besideMost', { most: mostBeside })}</p>
          <ul>
            <For each={project.timetables()}>
              {(record) => (
                <li>
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={isShown(record.id)}
                      disabled={isShown(record.id) ? records().length === 1 : records().length >= mostBeside}
                      onChange={(event) => choose(record.id, event.currentTarget.checked)}
                    />
                    {record.name}
                  </label>
                </li>
              )}
            </For>
          </ul>
        </details>
        <Show when={compared()} fallback={<p class="muted">{text('besideJudging')}</p>}>
          {(all) => (
            <>
              <Show when={all().judged.length > 1 ? all().recommendation : null}>
                {(recommendation) => <Advice judged={all().judged} recommendation={recommendation()} onAdopt={adopt} />}
              </Show>
              <div class="beside-tools">
                <label>
                  {text('besideBase')}{' '}
                  <select onChange={(event) => setBase(event.currentTarget.value)}>
                    <For each={all().judged}>
                      {({ record }, position) => (
                        <option value={record.id} selected={position() === basePosition()}>
                          {record.name}
                        </option>
                      )}
                    </For>
                  </select>
                </label>
                <span class="grow" />
                <button
                  type="button"
                  disabled={!mayEdit()}
                  onClick={() => {
                    const best = all().judged[all().recommendation?.position ?? -1];
                    setMarked(
                      new Set(all().judged.flatMap(({ record }) => (record.id === best?.record.id ? [] : [record.id]))),
                    );
                  }}
                >
                  {text('besideMarkOthers')}
                </button>
                <button
                  type="button"
                  disabled={marked().size === 0 || !mayEdit()}
                  onClick={() =>
                    discardTimetables(
                      project,
                      notices,
                      text,
                      records().filter(({ id }) => marked().has(id)),
                    )
                  }
                >
                  {text('besideDiscard', { count: marked().size })}
                </button>
              </div>
              <MeasureTable
                compared={all()}
                base={basePosition()}
                marked={marked()}
                mayEdit={mayEdit()}
                onMark={mark}
                onAdopt={adopt}
              />
            </>
          )}
        </Show>
      </Show>
    </section>
  );
}

function Advice(props: {
  readonly judged: readonly Judged[];
  readonly recommendation: Recommendation;
  readonly onAdopt: (judged: Judged) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const best = () => props.judged[props.recommendation.position];
  return (
    <section class="panel beside-advice" aria-live="polite">
      <h2>
        {text('besideRecommended')}: {best()?.record.name}
      </h2>
      <p>{reasonText(text, props.judged, props.recommendation)}</p>
      <Show when={best()}>
        {(judged) => (
          <button
            type="button"
            class="primary"
            disabled={project.adopted() === judged().record.id}
            onClick={() => props.onAdopt(judged())}
          >
            {text('besideAdopt')}
          </button>
        )}
      </Show>
      <p class="muted">{text('besideRule')}</p>
    </section>
  );
}

function reasonText(text: Translate, judged: readonly Judged[], { reason }: Recommendation): string {
  if (reason.kind === 'only') return text('besideReason_only');
  const over = judged[reason.over]?.record.name ?? '';
  switch (reason.kind) {
    case 'equal':
      return text('besideReason_equal', { over });
    case 'people':
      return text('besideReason_people', { ...reason, over });
    default:
      return text(`besideReason_${reason.kind}`, { less: reason.less, over });
  }
}
