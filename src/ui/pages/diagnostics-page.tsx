import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { localDate } from '../../domain/local-date.ts';
import { useAppState } from '../app-state.tsx';
import { Fact } from '../components/basics/fact.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { StorageMeter } from '../components/diagnostics/storage-meter.tsx';
import { useServices } from '../services.tsx';
import { type Capability, capabilityTexts } from '../state/diagnostics/capabilities.ts';
import { createDiagnostics, type Diagnostics } from '../state/diagnostics/create-diagnostics.ts';
import type { RunFigures } from '../state/diagnostics/run-figures.ts';
import { type SelfTestResult, selfTestChecks } from '../state/diagnostics/self-test.ts';
import { download } from '../state/files/files.ts';
import { duration, moment, percentage, shortNumber, tenthsOf, wholeNumber } from '../state/words/numbers.ts';
import { listText } from '../state/words/wording.ts';
import { useText } from '../text/text.tsx';
import '../styles/diagnostics.css';

/** Whether everything works here, and what helps somebody else to find out why not. */
export function DiagnosticsPage(): JSX.Element {
  const text = useText();
  const services = useServices();
  const { storage, projectList } = useAppState();
  const state = createDiagnostics(services, storage, projectList.projects);
  return (
    <section class="page diagnostics-page">
      <div class="page-head">
        <h1>{text('diagnosticsTitle')}</h1>
        <span class="grow" />
        <A href="/settings">{text('settingsTitle')}</A>
      </div>
      <div class="diagnostics-columns">
        <SelfTest state={state} />
        <section class="panel">
          <h2>{text('runFiguresTitle')}</h2>
          <Show when={(state.figures()?.runs ?? 0) > 0} fallback={<p class="muted">{text('runFiguresNone')}</p>}>
            <Show when={state.figures()}>{(figures) => <Figures figures={figures()} />}</Show>
          </Show>
          <A href="/runs">{text('runHistoryAll')}</A>
        </section>
        <section class="panel">
          <h2>{text('abilitiesTitle')}</h2>
          <p class="muted">
            {text('abilityWorkers', { workers: services.solver.workerCount, cores: navigator.hardwareConcurrency })}
          </p>
          <ul class="abilities">
            <For each={state.capabilities()}>{(capability) => <Ability capability={capability} />}</For>
          </ul>
        </section>
        <Report state={state} />
      </div>
      <StorageMeter usage={state.usage()} />
      <Show when={storage.durable}>
        <A href="/repair">{text('repairLink')}</A>
      </Show>
      <Errors state={state} />
    </section>
  );
}

function SelfTest(props: { readonly state: Diagnostics }): JSX.Element {
  const text = useText();
  const { run } = useAppState();
  const isOn = () => props.state.selfTest() === 'on';
  const result = (): SelfTestResult | null => {
    const tested = props.state.selfTest();
    return tested === 'on' ? null : tested;
  };
  return (
    <section class="panel self-test">
      <h2>{text('selfTestTitle')}</h2>
      <p class="muted">{text('selfTestHint')}</p>
      <button type="button" disabled={isOn() || run.busy()} onClick={() => void props.state.test()}>
        <Icon name="play" />
        {isOn() ? text('selfTestOn') : text('selfTestStart')}
      </button>
      <Show when={run.busy() && !isOn()}>
        <p class="muted">{text('selfTestBusy')}</p>
      </Show>
      <div aria-live="polite">
        <Show when={result()}>
          {(tested) => (
            <>
              <ul class="abilities">
                <For each={selfTestChecks}>
                  {(check) => (
                    <Line
                      label={text(`selfTest_${check}`)}
                      value={text(tested().passed[check] ? 'selfTestPassed' : 'selfTestFailed')}
                      tone={tested().passed[check] ? 'ok' : 'bad'}
                    />
                  )}
                </For>
              </ul>
              <Show when={tested().failure}>{(cause) => <p class="remark">{cause()}</p>}</Show>
              <Show when={tested().moves > 0}>
                <p class="muted">
                  {text('selfTestSummary', {
                    moves: shortNumber(tested().moves),
                    seconds: tenthsOf(tested().seconds),
                  })}
                </p>
              </Show>
            </>
          )}
        </Show>
      </div>
    </section>
  );
}

function Figures(props: { readonly figures: RunFigures }): JSX.Element {
  const text = useText();
  const rate = (share: number | null) => (share === null ? '–' : percentage(share));
  const speed = () => props.figures.meanMovesPerSecond;
  return (
    <dl class="facts">
      <Fact label={text('runFiguresRuns')} value={wholeNumber(props.figures.runs)} />
      <Fact label={text('runFiguresQueued')} value={wholeNumber(props.figures.queued)} />
      <Fact label={text('runFiguresSuccess')} value={rate(props.figures.successRate)} />
      <Fact label={text('runFiguresFeasible')} value={rate(props.figures.feasibleRate)} />
      <Fact label={text('runFiguresFailure')} value={rate(props.figures.failureRate)} />
      <Show when={props.figures.meanSeconds}>
        {(seconds) => <Fact label={text('runFiguresMean')} value={duration(seconds())} />}
      </Show>
      <Show when={speed()}>
        {(moves) => (
          <Fact label={text('runFiguresSpeed')} value={text('runFiguresMoves', { moves: shortNumber(moves()) })} />
        )}
      </Show>
      <Fact label={text('runFiguresHits')} value={wholeNumber(props.figures.resultHits)} />
      <Fact label={text('runFiguresRepeated')} value={wholeNumber(props.figures.repeated)} />
      <Show when={props.figures.errors.length > 0}>
        <Fact
          label={text('runFiguresErrors')}
          value={listText(props.figures.errors.map(({ code, count }) => `${code} × ${count}`))}
        />
      </Show>
    </dl>
  );
}

function Ability(props: { readonly capability: Capability }): JSX.Element {
  const text = useText();
  const lacks = () => props.capability.needed && props.capability.has === false;
  const value = () => {
    if (lacks()) return `${text('abilityNo')} (${text('abilityNeeded')})`;
    if (props.capability.has === null) return text('abilityAsk');
    return text(props.capability.has ? 'abilityYes' : 'abilityNo');
  };
  return (
    <Line
      label={text(capabilityTexts[props.capability.id])}
      value={value()}
      tone={lacks() ? 'bad' : props.capability.has === true ? 'ok' : 'none'}
    />
  );
}

function Line(props: {
  readonly label: string;
  readonly value: string;
  readonly tone: 'ok' | 'bad' | 'none';
}): JSX.Element {
  return (
    <li data-tone={props.tone}>
      <span>{props.label}</span>
      <b>
        <Show when={props.tone !== 'none'}>
          <Icon name={props.tone === 'ok' ? 'check' : 'close'} />
        </Show>
        {props.value}
      </b>
    </li>
  );
}

function Report(props: { readonly state: Diagnostics }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const { clock } = useServices();
  const [shown, setShown] = createSignal<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await props.state.report());
      notices.tell(text('reportCopied'));
    } catch {
      notices.complain(text('reportNotCopied'));
    }
  };
  const save = async () => {
    const name = `horarium-report-${localDate(clock.now())}.json`;
    download(name, new TextEncoder().encode(await props.state.report()), 'application/json');
  };
  return (
    <section class="panel">
      <h2>{text('reportTitle')}</h2>
      <p class="muted">{text('reportHint')}</p>
      <div class="button-row">
        <button type="button" onClick={() => void copy()}>
          {text('reportCopy')}
        </button>
        <button type="button" onClick={() => void save()}>
          <Icon name="download" />
          {text('reportSave')}
        </button>
      </div>
      <details
        class="report"
        onToggle={(event) => {
          if (event.currentTarget.open) void props.state.report().then(setShown);
        }}
      >
        <summary>{text('reportShow')}</summary>
        <pre tabindex="0">{shown()}</pre>
      </details>
    </section>
  );
}

function Errors(props: { readonly state: Diagnostics }): JSX.Element {
  const text = useText();
  const { clock } = useServices();
  return (
    <section class="panel">
      <h2>{text('errorsTitle')}</h2>
      <Show when={props.state.errors().length > 0} fallback={<p class="muted">{text('errorsNone')}</p>}>
        <div class="scroll">
          <table class="list error-log">
            <thead>
              <tr>
                <th>{text('errorsWhen')}</th>
                <th>{text('errorsWhere')}</th>
                <th>{text('errorsWhat')}</th>
                <th class="number">{text('errorsCount')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.state.errors()}>
                {(error) => (
                  <tr>
                    <td>{moment(error.at, clock.now())}</td>
                    <td>{text(`errorSource_${error.source}`)}</td>
                    <td>
                      <b>{error.name}</b> {error.message}
                      <Show when={error.place !== ''}>
                        <small class="muted">{error.place}</small>
                      </Show>
                    </td>
                    <td class="number" data-label={text('errorsCount')}>
                      {wholeNumber(error.count)}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <p class="muted">{text('errorsHint')}</p>
        <button type="button" onClick={() => void props.state.clearErrors()}>
          {text('errorsClear')}
        </button>
      </Show>
    </section>
  );
}
