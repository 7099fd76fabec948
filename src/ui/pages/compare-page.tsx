import { A } from '@solidjs/router';
import { createEffect, createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import { useAppState, useProject } from '../app-state.tsx';
import { Segmented } from '../components/basics/segmented.tsx';
import { ChangeSheets } from '../components/versions/change-sheets.tsx';
import { CardDifferences, DataDifferences } from '../components/versions/differences.tsx';
import { ScoreDifferences } from '../components/versions/score-differences.tsx';
import { useServices } from '../services.tsx';
import { useQuery } from '../state/frame/query.ts';
import { createComparison } from '../state/versions/comparison.ts';
import { createVersions } from '../state/versions/versions.ts';
import { useText } from '../text/text.tsx';
import '../styles/history.css';

const views = ['cards', 'people', 'data', 'score'] as const;
const viewTexts = { cards: 'compareCards', people: 'changesFor', data: 'compareData', score: 'compareScore' } as const;
/** In the address, instead of the id of a version. */
const present = 'now';

/** What differs between two versions, or between a version and now. */
export function ComparePage(): JSX.Element {
  const text = useText();
  const services = useServices();
  const project = useProject();
  const versions = createVersions(services, project, useAppState().notices, text);
  const [search, setSearch] = useQuery<{ from?: string; to?: string; view?: string; timetable?: string }>();

  const list = () => versions.list() ?? [];
  const from = createMemo(
    () => list().find(({ id }) => id === search.from) ?? list().find(({ published }) => published) ?? list()[0] ?? null,
  );
  const to = createMemo(() => list().find(({ id }) => id === search.to) ?? null);
  const sides = createMemo(() => {
    const [older, newer] = [from(), to()];
    return older === null ? null : { from: older, to: newer };
  });
  // The present timetable is the one that the version was made with, unless that is gone.
  const timetable = createMemo(() => project.timetable(search.timetable ?? from()?.timetable?.id));
  const state = createComparison(services, project, versions, sides, timetable, text('compareNow'));
  const view = () => views.find((known) => known === search.view) ?? 'cards';
  createEffect(() => {
    if (view() === 'score') state.judge();
  });

  return (
    <section class="page compare-page">
      <div class="page-head">
        <h1>{text('compareTitle')}</h1>
        <span class="grow" />
        <A href={`/p/${project.id}/versions`}>{text('versionsTitle')}</A>
      </div>
      <Show when={versions.list() === null || list().length > 0} fallback={<p>{text('compareNoVersion')}</p>}>
        <div class="compare-choice">
          <label>
            <span>{text('compareFrom')}</span>
            <select onChange={(event) => setSearch({ from: event.currentTarget.value })}>
              <For each={list()}>
                {(version) => (
                  <option value={version.id} selected={version.id === from()?.id}>
                    {version.name}
                  </option>
                )}
              </For>
            </select>
          </label>
          <label>
            <span>{text('compareTo')}</span>
            <select onChange={(event) => setSearch({ to: event.currentTarget.value })}>
              <option value={present} selected={to() === null}>
                {text('compareNow')}
              </option>
              <For each={list()}>
                {(version) => (
                  <option value={version.id} selected={version.id === to()?.id}>
                    {version.name}
                  </option>
                )}
              </For>
            </select>
          </label>
          <Show when={to() === null && project.timetables().length > 1}>
            <label>
              <span>{text('versionTimetable')}</span>
              <select onChange={(event) => setSearch({ timetable: event.currentTarget.value })}>
                <For each={project.timetables()}>
                  {(record) => (
                    <option value={record.id} selected={record.id === timetable()?.id}>
                      {record.name}
                    </option>
                  )}
                </For>
              </select>
            </label>
          </Show>
        </div>
        <Segmented
          label={text('compareTitle')}
          options={views.map((value) => ({ value, text: text(viewTexts[value]) }))}
          value={view()}
          onChoose={(value) => setSearch({ view: value })}
        />
        <Show when={state.compared()} fallback={<p class="muted">{text('compareBusy')}</p>}>
          {(compared) => (
            <Switch>
              <Match when={view() === 'cards'}>
                <CardDifferences compared={compared()} />
              </Match>
              <Match when={view() === 'people'}>
                <ChangeSheets compared={compared()} />
              </Match>
              <Match when={view() === 'data'}>
                <DataDifferences compared={compared()} />
              </Match>
              <Match when={view() === 'score'}>
                <ScoreDifferences compared={compared()} judged={state.judged()} />
              </Match>
            </Switch>
          )}
        </Show>
      </Show>
    </section>
  );
}
