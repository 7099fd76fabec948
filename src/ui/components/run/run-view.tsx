import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { isActive } from '../../../domain/runs/run-states.ts';
import type { Score } from '../../../domain/score.ts';
import type { ActiveRun } from '../../state/runs/run.ts';
import { runEventText } from '../../state/runs/run-event-text.ts';
import { remainingSeconds } from '../../state/runs/run-time.ts';
import { createThrottled } from '../../state/throttled.ts';
import { duration, shortNumber, wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Later } from '../basics/later.tsx';
import { Miniature } from '../charts/miniature.tsx';
import { TradeOffs } from '../charts/trade-offs.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';
import { RuleCosts } from '../problems/rule-costs.tsx';
import { SteerPanel } from '../watch/steer-panel.tsx';
import { WatchedCharts } from '../watch/watched-charts.tsx';
import { RunChanges } from './run-changes.tsx';
import { RunEnding } from './run-ending.tsx';
import { RunMeter } from './run-meter.tsx';

/** A run while it is on and after it has ended. */
export function RunView(props: { readonly run: ActiveRun; readonly onRetry: () => void }): JSX.Element {
  const point = createThrottled(() => props.run.series().at(-1) ?? null, 250);
  /** Something to draw is there, or may come. */
  const isDrawn = () => isActive(props.run.state()) || props.run.series().length > 0;
  return (
    <>
      <Counters run={props.run} />
      <RunMeter run={props.run} />
      <RunEnding run={props.run} onRetry={props.onRetry} />
      <RunChanges run={props.run} />
      <Show when={isActive(props.run.state()) && props.run.progress() !== null}>
        <SteerPanel run={props.run} />
      </Show>
      <div class="run-columns">
        <div class="run-main">
          <Show when={isDrawn()}>
            <WatchedCharts problem={props.run.searched} series={props.run.series()} moments={props.run.moments()}>
              <Show when={props.run.best()}>
                {(best) => <Miniature problem={props.run.problem} timetable={best().timetable} />}
              </Show>
            </WatchedCharts>
          </Show>
          <Show when={(props.run.outcome()?.population ?? []).length > 1}>
            <TradeOffs problem={props.run.problem} population={props.run.outcome()?.population ?? []} />
          </Show>
        </div>
        <div class="run-side">
          <Later>
            <Show when={isDrawn()}>
              <RuleCosts problem={props.run.searched} costs={point()?.byRule ?? []} />
            </Show>
            <Islands islands={point()?.islands ?? []} />
            <RunLog run={props.run} />
          </Later>
        </div>
      </div>
    </>
  );
}

function Counters(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  const progress = () => props.run.progress();
  const score = (): Score | null => props.run.best()?.score ?? null;
  const number = (value: number | undefined) => (value === undefined ? '–' : wholeNumber(value));
  return (
    <dl class="counters">
      <Counter label={text('counterUnplaced')} value={number(score()?.unplaced)} bad={(score()?.unplaced ?? 0) > 0} />
      <Counter label={text('counterHard')} value={number(score()?.hard)} bad={(score()?.hard ?? 0) > 0} />
      <Counter label={text('counterSoft')} value={number(score()?.soft)} />
      <Counter
        label={text('counterGeneration')}
        value={text('counterOf', {
          value: number(progress()?.generation),
          total: wholeNumber(props.run.settings.generations),
        })}
      />
      <Counter label={text('counterMoves')} value={shortNumber(progress()?.movesPerSecond ?? 0)} />
      <Counter label={text('counterElapsed')} value={duration(progress()?.seconds ?? 0)} />
      <Show when={isActive(props.run.state())}>
        <Counter label={text('counterRemaining')} value={remaining(props.run)} />
      </Show>
    </dl>
  );
}

function remaining(run: ActiveRun): string {
  const progress = run.progress();
  const seconds = progress === null ? null : remainingSeconds(progress, run.settings);
  return seconds === null ? '–' : duration(seconds);
}

function Counter(props: { readonly label: string; readonly value: string; readonly bad?: boolean }): JSX.Element {
  return (
    <div data-bad={props.bad === true ? '' : undefined}>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function Islands(props: { readonly islands: readonly Score[] }): JSX.Element {
  const text = useText();
  return (
    <Show when={props.islands.length > 1}>
      <section class="panel">
        <h2>{text('islandsTitle')}</h2>
        <div class="scroll">
          <table class="figures">
            <thead>
              <tr>
                <td />
                <th>{text('counterUnplaced')}</th>
                <th>{text('counterHard')}</th>
                <th>{text('counterSoft')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.islands}>
                {(score, index) => (
                  <tr>
                    <th>{text('islandName', { index: index() + 1 })}</th>
                    <td>{wholeNumber(score.unplaced)}</td>
                    <td>{wholeNumber(score.hard)}</td>
                    <td>{wholeNumber(score.soft)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </section>
    </Show>
  );
}

const logLines = 12;

function RunLog(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(logLines);
  const newestFirst = createMemo(() => [...props.run.log()].reverse());
  return (
    <section class="panel">
      <h2>{text('logTitle')}</h2>
      <ol class="log">
        <For each={newestFirst().slice(0, limit())}>
          {(entry) => (
            <li>
              <time>{duration(entry.seconds)}</time>
              <span>{runEventText(entry, props.run, text)}</span>
            </li>
          )}
        </For>
      </ol>
      <MoreButton total={newestFirst().length} limit={limit()} onMore={() => setLimit(limit() * 4)} />
    </section>
  );
}
