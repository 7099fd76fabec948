import { createSignal, For, type JSX, Show } from 'solid-js';
import { isActive } from '../../../domain/runs/run-states.ts';
import { isFeasible } from '../../../domain/score.ts';
import { type VariantName, variantNames } from '../../../domain/variants.ts';
import { type PresetName, presetSeconds, settingRanges } from '../../../engine/run-contract/run-settings.ts';
import { useAppState } from '../../app-state.tsx';
import type { ActiveRun } from '../../state/runs/run.ts';
import type { SettingsForm } from '../../state/runs/settings-form.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { keepFocus } from '../basics/keep-focus.ts';
import { Segmented } from '../basics/segmented.tsx';
import { SaveRun } from './save-run.tsx';

const presetNames: Readonly<Record<PresetName, PlainTextKey>> = {
  quick: 'presetQuick',
  standard: 'presetStandard',
  thorough: 'presetThorough',
};
const presets = Object.keys(presetSeconds) as readonly PresetName[];

/** Effort and the verbs of a run. */
export function RunControls(props: {
  readonly form: SettingsForm;
  readonly variant: VariantName;
  readonly onVariant: (variant: VariantName) => void;
  /** The run of this project, when it is the current one. */
  readonly active: ActiveRun | null;
  /** True while something typed elsewhere is wrong. */
  readonly isWrong: boolean;
  readonly onGenerate: () => void;
}): JSX.Element {
  const text = useText();
  const { run } = useAppState();
  /** What is pressed for now has to wait. */
  const waits = () => on() !== null || run.queue.runs().length > 0;
  const on = () => (props.active !== null && isActive(props.active.state()) ? props.active : null);
  const isWrong = () => props.isWrong || props.form.wrong().size > 0 || props.form.remarks().length > 0;
  return (
    <div class="run-controls" ref={keepFocus('.run-verb')}>
      <Segmented
        label={text('presetLabel')}
        options={presets.map((value) => ({ value, text: text(presetNames[value]) }))}
        value={props.form.preset()}
        onChoose={(preset) => props.form.choosePreset(preset)}
      />
      <label class="time-field">
        {text('presetTime')}
        <input
          type="number"
          min="1"
          max={settingRanges.timeLimit.max}
          value={props.form.seconds()}
          onChange={(event) => {
            props.form.setSeconds(event.currentTarget.valueAsNumber);
            event.currentTarget.value = String(props.form.seconds());
          }}
        />
        {text('seconds')}
      </label>
      <label class="variant-field" title={text('variantHint')}>
        {text('variantLabel')}
        <select
          value={props.variant}
          onChange={(event) => {
            // the options are all there is
            props.onVariant(event.currentTarget.value as VariantName);
          }}
        >
          <For each={variantNames}>{(name) => <option value={name}>{text(`variant_${name}`)}</option>}</For>
        </select>
      </label>
      <Show when={on()}>{(active) => <RunVerbs run={active()} />}</Show>
      {/* Two buttons, so that whoever presses twice does not ask for two runs: the focus goes on to the run. */}
      <Show
        when={waits()}
        fallback={
          <button type="button" class="run-verb primary" disabled={isWrong()} onClick={() => props.onGenerate()}>
            <Icon name="play" />
            {text('generateStart')}
          </button>
        }
      >
        <button
          type="button"
          classList={{ primary: on() === null }}
          disabled={isWrong()}
          onClick={() => props.onGenerate()}
        >
          <Icon name="plus" />
          {text('generateQueue')}
        </button>
      </Show>
    </div>
  );
}

function RunVerbs(props: { readonly run: ActiveRun }): JSX.Element {
  const text = useText();
  const stopping = () => props.run.state() === 'cancelling';
  const isUnderWay = () => props.run.state() === 'running' && props.run.progress() !== null;
  const [asking, setAsking] = createSignal(false);
  const feasible = () => {
    const score = props.run.best()?.score;
    return score !== undefined && isFeasible(score) ? score : null;
  };
  // Nothing of worth is lost before the first timetable that breaks no hard rule.
  const discard = () => (feasible() === null ? props.run.cancel() : setAsking(true));
  return (
    <>
      <Show
        when={props.run.state() === 'paused'}
        fallback={
          <button
            type="button"
            class="run-verb"
            // It has the focus from the beginning, and keeps it to the end.
            aria-disabled={!isUnderWay()}
            onClick={() => {
              if (isUnderWay()) props.run.pause();
            }}
          >
            <Icon name="pause" />
            {text('generatePause')}
          </button>
        }
      >
        <button type="button" class="run-verb" onClick={() => props.run.resume()}>
          <Icon name="play" />
          {text('generateResume')}
        </button>
      </Show>
      <button type="button" class="primary" disabled={stopping()} onClick={() => props.run.stop()}>
        <Icon name="stop" />
        {text('generateStop')}
      </button>
      <Show
        when={asking() ? feasible() : null}
        fallback={
          <button type="button" onClick={discard}>
            {text('generateDiscard')}
          </button>
        }
      >
        {(score) => (
          <div class="ask" role="alert">
            <span>{text('generateDiscardAsk', { soft: wholeNumber(score().soft) })}</span>
            <button type="button" class="danger" onClick={() => props.run.cancel()}>
              {text('generateDiscardYes')}
            </button>
            <button
              type="button"
              ref={(element) => queueMicrotask(() => element.focus())}
              onClick={() => setAsking(false)}
            >
              {text('generateDiscardNo')}
            </button>
          </div>
        )}
      </Show>
      <Show when={props.run.state() === 'paused' && props.run.progress() !== null}>
        <SaveRun run={props.run} />
      </Show>
    </>
  );
}
