import { For, type JSX, Show } from 'solid-js';
import { explainViolation } from '../../../domain/explain.ts';
import type { Consequence, Place } from '../../../engine/editing/answers.ts';
import { costWords, directionOf, type Verdict } from '../../state/timetable/verdicts.ts';
import { timeLabel } from '../../state/words/labels.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { listText, wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { MoveList } from './move-list.tsx';
import { useTimetable } from './timetable-context.ts';
import { WhyUnplaced } from './why-unplaced.tsx';

/** What is in the hand, and what the cell that is looked at would mean for it: "why not here?". */
export function HeldPanel(props: { readonly event: number }): JSX.Element {
  const text = useText();
  const { actions, selection } = useTimetable();
  const name = () => selection.problem().events[props.event]?.name ?? '';
  return (
    <div class="held-panel">
      <h2>{text('heldTitle', { name: name() })}</h2>
      <Show when={actions.verdicts().size > 0} fallback={<Nowhere event={props.event} />}>
        <Show when={actions.target()} fallback={<p class="muted">{text('heldHint')}</p>}>
          {(verdict) => <Target verdict={verdict()} />}
        </Show>
      </Show>
      <p class="card-actions">
        <button type="button" onClick={() => actions.putBack()}>
          {text('heldPutBack')} <kbd>Esc</kbd>
        </button>
      </p>
      <ToneLegend />
    </div>
  );
}

/** Before the cells have their colours, or where none of them gets one. */
function Nowhere(props: { readonly event: number }): JSX.Element {
  const text = useText();
  const { actions, selection } = useTimetable();
  return (
    <Show when={actions.isJudged()} fallback={<p class="muted">{text('heldWait')}</p>}>
      <p class="target-words" data-tone="blocked" role="status">
        {text('heldNowhere')}
      </p>
      <Show when={selection.evaluated()}>
        {(evaluated) => <WhyUnplaced evaluated={evaluated()} event={props.event} />}
      </Show>
    </Show>
  );
}

function Target(props: { readonly verdict: Verdict }): JSX.Element {
  const text = useText();
  const { actions, selection } = useTimetable();
  const place = () => props.verdict.place;
  const time = () => selection.problem().times[place().time];
  const names = (list: readonly number[], all: readonly { readonly name: string }[]) =>
    list.map((index) => all[index]?.name ?? '').filter((name) => name !== '');
  return (
    <>
      <h3 class="target-title" data-tone={props.verdict.tone}>
        {timeLabel(selection.problem(), place().time)}
      </h3>
      <p class="target-words" data-tone={props.verdict.tone}>
        {props.verdict.words}
      </p>
      <Show when={place().kind !== 'off'}>
        <PlaceFacts
          rooms={names(place().assignment.rooms, selection.problem().rooms)}
          instructors={names(place().assignment.instructors, selection.problem().instructors)}
        />
        <Change place={place()} />
      </Show>
      <Show when={actions.whyNot()}>
        {(answer) => (
          <>
            <Consequences title={text('whyCaused')} list={answer().caused} />
            <Consequences title={text('whyRemoved')} list={answer().removed} />
          </>
        )}
      </Show>
      <Show when={props.verdict.tone !== 'here' && place().kind !== 'off'}>
        <p class="card-actions">
          <button
            type="button"
            class="primary"
            onClick={() => actions.drop(time()?.days[0] ?? 0, time()?.start ?? 0, place().assignment.rooms[0])}
          >
            {text('whyPlace')}
          </button>
        </p>
      </Show>
    </>
  );
}

function PlaceFacts(props: {
  readonly rooms: readonly string[];
  readonly instructors: readonly string[];
}): JSX.Element {
  const text = useText();
  return (
    <dl class="facts">
      <Show when={props.rooms.length > 0}>
        <div>
          <dt>{text('whyRoom')}</dt>
          <dd>{listText(props.rooms)}</dd>
        </div>
      </Show>
      <Show when={props.instructors.length > 0}>
        <div>
          <dt>{text('whyInstructor')}</dt>
          <dd>{listText(props.instructors)}</dd>
        </div>
      </Show>
    </dl>
  );
}

/** What the score would be, and who makes room where a chain is needed. */
function Change(props: { readonly place: Place }): JSX.Element {
  const text = useText();
  const chain = () => (props.place.kind === 'swap' ? props.place.chain : null);
  return (
    <>
      {/* Of other places the words above say it. */}
      <Show when={props.place.kind === 'blocked'}>
        <p class="target-change" data-direction={directionOf(props.place.change)}>
          {costWords(props.place.change, text)}
        </p>
      </Show>
      <Show when={chain()}>
        {(found) => (
          <>
            <h3>{text('whyChain')}</h3>
            <MoveList moves={found().moves.slice(1)} />
          </>
        )}
      </Show>
    </>
  );
}

const consequencesShown = 6;

function Consequences(props: { readonly title: string; readonly list: readonly Consequence[] }): JSX.Element {
  const text = useText();
  const { selection, context } = useTimetable();
  const rest = () => props.list.length - consequencesShown;
  const amount = ({ violation, amount, cost }: Consequence) =>
    violation.hard ? `${wholeNumber(amount)} ${text('problemsHard')}` : `${cost > 0 ? '+' : ''}${wholeNumber(cost)}`;
  return (
    <Show when={props.list.length > 0}>
      <h3>{props.title}</h3>
      <ul class="panel-problems">
        <For each={props.list.slice(0, consequencesShown)}>
          {(item) => (
            <li>
              <span>{context.ruleNames(item.violation.kind)}</span>
              <b
                data-hard={item.violation.hard && item.amount > 0 ? '' : undefined}
                data-better={item.cost < 0 ? '' : undefined}
              >
                {amount(item)}
              </b>
              <small>{explainViolation(selection.problem(), item.violation, wording())}</small>
            </li>
          )}
        </For>
        <Show when={rest() > 0}>
          <li>
            <small>{text('readinessAndMore', { rest: rest() })}</small>
          </li>
        </Show>
      </ul>
    </Show>
  );
}

/** What the signs in the cells mean. */
function ToneLegend(): JSX.Element {
  const text = useText();
  return (
    <ul class="tone-legend" aria-label={text('heldLegend')}>
      <li>
        <span class="verdict" data-tone="good">
          ✓
        </span>
        {text('heldGood')}
      </li>
      <li>
        <span class="verdict" data-tone="costs">
          +4
        </span>
        {text('heldCosts')}
      </li>
      <li>
        <span class="verdict" data-tone="costs">
          <Icon name="swap" />
        </span>
        {text('heldSwap')}
      </li>
      <li>
        <span class="verdict" data-tone="blocked">
          <Icon name="blocked" />
        </span>
        {text('heldBlocked')}
      </li>
      <li>
        <span class="verdict" data-tone="off">
          –
        </span>
        {text('heldOff')}
      </li>
    </ul>
  );
}
