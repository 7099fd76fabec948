import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { RunRecord } from '../../../storage/records.ts';
import { useServices } from '../../services.tsx';
import { messageText } from '../../state/words/message-text.ts';
import { duration, moment, scoreText, shortNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { SaveRun } from './save-run.tsx';

/** Earlier runs of the project; interrupted ones can go on. */
export function RunsTable(props: {
  readonly runs: readonly RunRecord[];
  readonly projectId: string;
  /** Ids of the timetables that are still there. */
  readonly kept: ReadonlySet<string>;
  readonly onResume: (run: RunRecord) => void;
}): JSX.Element {
  const text = useText();
  const { clock } = useServices();
  return (
    <section class="panel runs">
      <h2>{text('runsTitle')}</h2>
      <Show when={props.runs.length > 0} fallback={<p class="muted">{text('runsEmpty')}</p>}>
        <div class="scroll">
          <table class="list">
            <thead>
              <tr>
                <th>{text('runsStarted')}</th>
                <th>{text('runsState')}</th>
                <th>{text('runsResult')}</th>
                <th class="number">{text('runsTime')}</th>
                <th class="number">{text('runsMoves')}</th>
                <th class="number">{text('runsSeed')}</th>
                <th>
                  <span class="visually-hidden">{text('projectActions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.runs}>
                {(run) => (
                  <tr>
                    <td>{moment(run.createdAt, clock.now())}</td>
                    <td title={messageText(run.error)}>{text(`runState_${run.state}`)}</td>
                    <td>
                      <Show when={run.best} fallback="–">
                        {(best) => scoreText(text, best())}
                      </Show>
                    </td>
                    <td class="number" data-label={text('runsTime')}>
                      {duration(run.seconds)}
                    </td>
                    <td class="number" data-label={text('runsMoves')}>
                      {shortNumber(run.moves)}
                    </td>
                    <td class="number" data-label={text('runsSeed')}>
                      {run.settings.seed}
                    </td>
                    <td class="actions">
                      <Show when={run.state === 'interrupted'}>
                        <button type="button" onClick={() => props.onResume(run)}>
                          {text('runsResume')}
                        </button>
                        <SaveRun run={run.id} />
                      </Show>
                      <Show when={run.series.length > 0}>
                        <A class="button" href={`/p/${props.projectId}/run/${run.id}`}>
                          {text('runsCharts')}
                        </A>
                      </Show>
                      <Show when={props.kept.has(run.timetableId ?? '') ? run.timetableId : null}>
                        {(timetable) => (
                          <A class="button" href={`/p/${props.projectId}/timetable?timetable=${timetable()}`}>
                            {text('runsRead')}
                          </A>
                        )}
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}
