import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { relaxationSentence } from '../../../domain/relaxation.ts';
import { proofText } from '../../../domain/wording/proof-words.ts';
import type { Conflict, ConflictItem } from '../../../engine/conflicts/conflicts.ts';
import { useProject } from '../../app-state.tsx';
import type { ConflictSearchState } from '../../state/problems/conflict-search.ts';
import type { Relief } from '../../state/problems/relax.ts';
import type { EvaluatedTimetable } from '../../state/timetable/evaluation.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { EventLink } from '../timetable/event-link.tsx';
import { Reliefs } from './reliefs.tsx';

const namesShown = 8;

/** What was relaxed last. */
interface Relaxed {
  readonly told: string;
  readonly expected: string;
  /** Proofs of impossibility before it. */
  readonly proofs: number;
}

/** Which rules cannot hold together, looked for on demand: it takes seconds to minutes of one worker. */
export function Conflicts(props: {
  readonly evaluated: EvaluatedTimetable;
  readonly search: ConflictSearchState;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const [relaxed, setRelaxed] = createSignal<Relaxed | null>(null);
  const isStale = () => {
    const searched = props.search.searched();
    return searched !== null && searched.problem.data !== project.data();
  };
  const start = (): void => {
    const { problem, timetable, record } = props.evaluated;
    setRelaxed(null);
    props.search.start({ problem, timetable, recordId: record.id });
  };
  const proofs = () => (project.readiness() ?? []).filter(({ severity }) => severity === 'impossible').length;
  const isCounted = () => project.countedProblem().data === project.data();
  const relax = (relief: Relief, sentence: string, gain: number): void => {
    const before = proofs();
    if (!project.editor.apply(relief.label, relief.changes).ok) return;
    setRelaxed({
      told: text('relaxDone', { title: relief.title, sentence }),
      expected: relief.isWhole ? text('relaxExpected', { count: gain }) : text('relaxPart'),
      proofs: before,
    });
  };
  return (
    <section class="panel conflicts">
      <div class="conflicts-head">
        <h2>{text('conflictsTitle')}</h2>
        <span class="grow" />
        <Show
          when={props.search.busy()}
          fallback={
            <button type="button" onClick={start}>
              {text('conflictsStart')}
            </button>
          }
        >
          <button type="button" onClick={() => props.search.stop()}>
            {text('conflictsStop')}
          </button>
        </Show>
      </div>
      <p class="muted" aria-live="polite">
        {isStale() ? text('relaxStale') : remark(props.search, text)}
      </p>
      <div role="status">
        <Show when={relaxed()}>
          {(done) => (
            <p class="relaxed">
              <span>
                {done().told} {done().expected}{' '}
                {isCounted() ? text('relaxProofs', { before: done().proofs, now: proofs() }) : text('readyChecking')}
              </span>
              <button
                type="button"
                onClick={() => {
                  project.editor.undo();
                  setRelaxed(null);
                }}
              >
                {text('undo')}
              </button>
              <A class="button" href={`/p/${project.id}/generate`}>
                {text('relaxAgain')}
              </A>
            </p>
          )}
        </Show>
      </div>
      <ol class="conflict-list">
        <For each={props.search.conflicts()}>
          {(conflict) => (
            <ConflictItems conflict={conflict} search={props.search} evaluated={props.evaluated} onRelax={relax} />
          )}
        </For>
      </ol>
    </section>
  );
}

function remark(search: ConflictSearchState, text: ReturnType<typeof useText>): string {
  if (search.busy()) return text('conflictsBusy', { tests: search.tests() });
  const outcome = search.outcome();
  if (outcome === null) return text('conflictsHint');
  if (outcome.kind === 'failed') return text('conflictsFailed', { cause: outcome.cause });
  if (outcome.kind === 'stopped') return text('conflictsStopped');
  if (search.conflicts().length === 0) return text('conflictsNone');
  return text(outcome.hasUnexplained ? 'conflictsMore' : 'conflictsAll');
}

function ConflictItems(props: {
  readonly conflict: Conflict;
  readonly search: ConflictSearchState;
  readonly evaluated: EvaluatedTimetable;
  readonly onRelax: (relief: Relief, sentence: string, gain: number) => void;
}): JSX.Element {
  const text = useText();
  /** The indices of a conflict mean the problem that was searched. */
  const found = () => ({ ...props.evaluated, ...props.search.searched() });
  /** One event of each name: dozens of lessons are called alike. */
  const named = createMemo(() => {
    const nameOf = (event: number) => found().problem.events[event]?.name;
    const { events } = props.conflict;
    return events.filter((event, at) => events.findIndex((other) => nameOf(other) === nameOf(event)) === at);
  });
  const proved = () => props.conflict.proof === 'counting';
  const reason = () => {
    const { finding, reason: told } = props.conflict;
    return finding === null ? told : proofText(found().problem, finding, wording());
  };
  const sentenceOf = (item: ConflictItem) => relaxationSentence(found().problem, item.relaxation, wording());
  return (
    <li>
      <p>
        <span class="tag" data-severity={proved() ? 'error' : 'warning'}>
          {text(proved() ? 'conflictProved' : 'conflictSearched')}
        </span>{' '}
        {reason() ?? text('conflictTogether')}
      </p>
      <ul>
        <For each={props.conflict.items}>
          {(item) => (
            <li>
              {sentenceOf(item)}{' '}
              <span class="muted">
                {item.gain > 0 ? text('conflictGain', { count: item.gain }) : text('conflictNoGain')}
              </span>
              <Reliefs
                item={item}
                problem={found().problem}
                events={props.conflict.events}
                onRelax={(relief) => props.onRelax(relief, sentenceOf(item), item.gain)}
              />
            </li>
          )}
        </For>
      </ul>
      <p class="muted">
        {text('readinessConcerned')}{' '}
        <For each={named().slice(0, namesShown)}>
          {(event, position) => (
            <>
              {position() === 0 ? '' : ' · '}
              <EventLink evaluated={found()} event={event} />
            </>
          )}
        </For>{' '}
        <Show when={named().length > namesShown}>
          {text('readinessAndMore', { rest: named().length - namesShown })}
        </Show>
      </p>
    </li>
  );
}
