import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Assignment } from '../../../domain/timetable.ts';
import type { EventMove, LocalFix } from '../../../engine/editing/answers.ts';
import type { EventFilter } from '../../state/timetable/filter.ts';
import { createLocalFixing, fixRanges, type LocalFixing } from '../../state/timetable/fix.ts';
import { useText } from '../../text/text.tsx';
import { SubmitButtons } from '../basics/dialog.tsx';
import { keepFocus } from '../basics/keep-focus.ts';
import { TitledDialog } from '../basics/titled-dialog.tsx';
import { EventFilterFields, usualFilter } from './event-filter-fields.tsx';
import { ScoreLine } from './score-line.tsx';
import { useTimetable } from './timetable-context.ts';
import { placeWords } from './timetable-words.ts';

/** A short search around the timetable: what may move, how much, how long; then the difference, to accept or discard. */
export function FixDialog(): JSX.Element {
  const text = useText();
  const { dialog, show } = useTimetable();
  return (
    <TitledDialog open={dialog() === 'fix'} title={text('fixTitle')} onClose={() => show(null)}>
      <FixForm />
    </TitledDialog>
  );
}

function FixForm(): JSX.Element {
  const text = useText();
  const state = useTimetable();
  const fixing = createLocalFixing(state.context, state.actions, state.picked);
  const [filter, setFilter] = createSignal<EventFilter>(usualFilter(state));
  const [cap, setCap] = createSignal(10);
  const [seconds, setSeconds] = createSignal(10);
  return (
    <div class="fix-form" ref={keepFocus('.dialog-buttons .primary', '.dialog-buttons button')}>
      <Show when={fixing.state() === 'asking'}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            fixing.start({ filter: filter(), cap: cap(), seconds: seconds() });
          }}
        >
          <p class="muted">{text('fixIntro')}</p>
          <EventFilterFields label={text('fixScope')} filter={filter()} onChange={setFilter} />
          <div class="filter-fields">
            <NumberField label={text('fixCap')} value={cap()} range={fixRanges.cap} onChange={setCap} />
            <NumberField label={text('fixSeconds')} value={seconds()} range={fixRanges.seconds} onChange={setSeconds} />
          </div>
          <SubmitButtons label={text('fixStart')} onClose={() => state.show(null)} />
        </form>
      </Show>
      <Show when={fixing.state() === 'running'}>
        <Running fixing={fixing} />
      </Show>
      <Show when={fixing.found()}>{(found) => <Found fixing={fixing} found={found()} />}</Show>
    </div>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number };
  readonly onChange: (value: number) => void;
}): JSX.Element {
  return (
    <label>
      {props.label}
      <input
        type="number"
        min={props.range.min}
        max={props.range.max}
        value={props.value}
        onChange={(event) => {
          const typed = Math.round(event.currentTarget.valueAsNumber) || props.value;
          const value = Math.min(props.range.max, Math.max(props.range.min, typed));
          event.currentTarget.value = String(value);
          props.onChange(value);
        }}
      />
    </label>
  );
}

function Running(props: { readonly fixing: LocalFixing }): JSX.Element {
  const text = useText();
  return (
    <>
      <p aria-live="polite">{text('fixBusy', { count: props.fixing.progress()?.changedCount ?? 0 })}</p>
      <progress aria-label={text('fixTitle')} value={props.fixing.progress()?.share ?? 0} max={1} />
      <Show when={props.fixing.progress()}>{(progress) => <ScoreLine score={progress().score} />}</Show>
      <footer class="dialog-buttons">
        <button type="button" onClick={() => props.fixing.stop()}>
          {text('fixStop')}
        </button>
      </footer>
    </>
  );
}

function Found(props: { readonly fixing: LocalFixing; readonly found: LocalFix }): JSX.Element {
  const text = useText();
  const state = useTimetable();
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{text('fixBefore')}</dt>
          <dd>
            <ScoreLine score={props.found.before} />
          </dd>
        </div>
        <div>
          <dt>{text('fixAfter')}</dt>
          <dd>
            <ScoreLine score={props.found.score} />
          </dd>
        </div>
      </dl>
      <Switch>
        <Match when={props.fixing.moves().length === 0}>
          <p>{text('fixNothing')}</p>
        </Match>
        <Match when={true}>
          <FoundChanges moves={props.fixing.moves()} />
        </Match>
      </Switch>
      <footer class="dialog-buttons">
        <button type="button" onClick={() => props.fixing.discard()}>
          {text('fixAgain')}
        </button>
        <button type="button" onClick={() => state.show(null)}>
          {text('fixDiscard')}
        </button>
        <Show when={props.fixing.moves().length > 0}>
          <button
            type="button"
            class="primary"
            onClick={() => {
              props.fixing.accept();
              state.show(null);
            }}
          >
            {text('fixAccept')}
          </button>
        </Show>
      </footer>
    </>
  );
}

/** Which cards go from where to where. */
function FoundChanges(props: { readonly moves: readonly EventMove[] }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const now = (event: number) => selection.placed()?.timetable.assignments[event];
  const words = (assignment: Assignment | undefined) => placeWords(selection.problem(), assignment, text);
  return (
    <div class="fix-changes">
      <p>{text('fixResult', { count: props.moves.length })}</p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{text('fixCard')}</th>
            <th scope="col">{text('fixFrom')}</th>
            <th scope="col">{text('fixTo')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.moves}>
            {({ event, assignment }) => (
              <tr>
                <td>{selection.problem().events[event]?.name ?? ''}</td>
                <td data-label={text('fixFrom')}>{words(now(event))}</td>
                <td data-label={text('fixTo')}>{words(assignment)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
