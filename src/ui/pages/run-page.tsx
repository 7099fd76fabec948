import { useParams } from '@solidjs/router';
import { createResource, type JSX, Match, Show, Switch } from 'solid-js';
import { isActive } from '../../domain/runs/run-states.ts';
import { withVariant } from '../../domain/variants.ts';
import type { AuditEvidence } from '../../engine/run-contract/run-events.ts';
import type { RunRecord } from '../../storage/records.ts';
import { useProject } from '../app-state.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { DiagnosticList } from '../components/problems/diagnostic-list.tsx';
import { SaveRun } from '../components/run/save-run.tsx';
import { WatchedCharts } from '../components/watch/watched-charts.tsx';
import { useServices } from '../services.tsx';
import { saveEvidence } from '../state/runs/run-evidence.ts';
import { duration, moment, shortNumber, wholeNumber } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';

/** A run of the history: its charts from the stored series, its moments. */
export function RunPage(): JSX.Element {
  const text = useText();
  const { storage, clock } = useServices();
  const project = useProject();
  const params = useParams<{ run: string }>();
  const [found] = createResource(
    () => params.run,
    async (id) => ({ run: await storage.runs.get(id), snapshots: await storage.snapshots.list(id) }),
  );
  const run = () => {
    const answer = found()?.run;
    return answer?.ok === true ? answer.value : null;
  };
  const moments = () => {
    const answer = found()?.snapshots;
    return answer?.ok === true ? answer.value : [];
  };
  const flaws = () => {
    const answer = found()?.run;
    return answer?.ok === false ? answer.diagnostics : [];
  };
  /** With the problem as it was then. */
  async function save({ problemHash, variant }: RunRecord, evidence: AuditEvidence) {
    const searched = problemHash === null ? null : await storage.runs.input(problemHash);
    saveEvidence(evidence, variant, searched?.ok === true ? searched.value : project.data());
  }
  return (
    <section class="page wide run-page">
      <h1>{text('runPageTitle')}</h1>
      <Switch>
        <Match when={flaws().length > 0}>
          <DiagnosticList diagnostics={flaws()} />
        </Match>
        <Match when={run()}>
          {(record) => (
            <>
              <p class="muted">
                {moment(record().startedAt ?? record().createdAt, clock.now())} · {text(`runState_${record().state}`)}
                <Show when={record().reason}>{(reason) => <> · {text(`stopReason_${reason()}`)}</>}</Show> ·{' '}
                {duration(record().seconds)} · {text('runPageMoves', { moves: shortNumber(record().moves) })}
                <Show when={record().best}>
                  {(best) => (
                    <>
                      {' '}
                      ·{' '}
                      {text('scoreShort', {
                        unplaced: wholeNumber(best().unplaced),
                        hard: wholeNumber(best().hard),
                        soft: wholeNumber(best().soft),
                      })}
                    </>
                  )}
                </Show>
              </p>
              <Show when={record().error}>
                {(cause) => <p class="remark">{text('runFailed', { cause: cause().message })}</p>}
              </Show>
              <Show when={record().evidence}>
                {(evidence) => (
                  <p>
                    <button type="button" onClick={() => void save(record(), evidence())}>
                      <Icon name="download" />
                      {text('runSaveEvidence')}
                    </button>
                  </p>
                )}
              </Show>
              <Show when={!isActive(record().state) && record().startedAt !== null}>
                <p>
                  <SaveRun run={record().id} />
                </p>
              </Show>
              <Show when={record().series.length > 0} fallback={<p class="muted">{text('runPageEmpty')}</p>}>
                <div class="run-main">
                  <WatchedCharts
                    problem={withVariant(project.problem(), record().variant)}
                    series={record().series}
                    moments={moments()}
                  />
                </div>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
