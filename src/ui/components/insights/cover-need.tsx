import { For, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { CoverCandidate, CoverNeed as Need } from '../../../domain/substitution.ts';
import { coverLines, reasonsOf } from '../../state/insights/cover-list.ts';
import type { PlacedTimetable } from '../../state/timetable/placed-timetable.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { EventLink } from '../timetable/event-link.tsx';

const bestShown = 3;
const othersShown = 100;

/** An event that needs a cover: what it is, and who could do it, best first, each with the reasons. */
export function CoverNeed(props: {
  readonly placed: PlacedTimetable;
  readonly need: Need;
  /** Null where notes cannot be kept. */
  readonly note: string | null;
  readonly onCover: (instructor: number | null) => void;
  readonly onNote: (note: string) => void;
}): JSX.Element {
  const text = useText();
  const line = () => coverLines(props.placed.problem, [props.need], new Map(), text)[0];
  const nameOf = (instructor: number) => props.placed.problem.instructors[instructor]?.name ?? '';
  const best = () => bestOf(props.need);
  const others = () => props.need.candidates.filter((item) => !best().includes(item)).slice(0, othersShown);
  const labelId = () => `need-${props.need.placed.event.index}`;
  return (
    <li class="cover-need" data-covered={isCovered(props.need) ? '' : undefined}>
      <div class="cover-event">
        <span class="cover-time">{line()?.time}</span>
        <div>
          <strong id={labelId()}>
            <EventLink evaluated={props.placed} event={props.need.placed.event.index} />
          </strong>
          <p class="muted">{[line()?.groups, line()?.rooms].filter((part) => part !== '').join(' · ')}</p>
          <p class="muted">{text('coverInstead', { names: line()?.instead ?? '' })}</p>
        </div>
      </div>
      <div class="cover-choice">
        <Show when={props.need.others.length > 0}>
          <p>{text('coverOthers', { names: listText(props.need.others.map(nameOf)) })}</p>
        </Show>
        <Show when={props.need.candidates.length > 0} fallback={<p class="bad">{text('coverNobodyFree')}</p>}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would have a border and a legend of its own */}
          <div role="group" aria-label={text('coverChoose')} aria-describedby={labelId()}>
            {/* By instructor, so that a button keeps the focus when its reasons change. */}
            <For each={best().map(({ instructor }) => instructor)}>
              {(instructor) => (
                <Show when={props.need.candidates.find((candidate) => candidate.instructor === instructor)}>
                  {(candidate) => (
                    <Candidate
                      problem={props.placed.problem}
                      candidate={candidate()}
                      chosen={props.need.cover?.instructor === instructor}
                      onCover={props.onCover}
                    />
                  )}
                </Show>
              )}
            </For>
          </div>
          <Show when={others().length > 0}>
            <select
              aria-label={text('coverSomebodyElse')}
              onChange={(event) => {
                const chosen = Number(event.currentTarget.value);
                event.currentTarget.value = '';
                if (Number.isInteger(chosen)) props.onCover(chosen);
              }}
            >
              <option value="">{text('coverSomebodyElse')}</option>
              <For each={others()}>
                {(candidate) => (
                  <option value={candidate.instructor}>
                    {`${nameOf(candidate.instructor)} – ${listText(reasonsOf(props.placed.problem, candidate, text))}`}
                  </option>
                )}
              </For>
            </select>
          </Show>
        </Show>
        <Show when={props.need.cover !== null && props.note !== null}>
          <label class="cover-note">
            <span aria-hidden="true">{text('coverNote')}</span>
            <input
              aria-label={text('coverNoteOf', { event: line()?.event ?? '' })}
              value={props.note ?? ''}
              maxLength={300}
              onChange={(event) => props.onNote(event.currentTarget.value)}
            />
          </label>
        </Show>
      </div>
    </li>
  );
}

export function isCovered({ cover, others }: Need): boolean {
  return cover !== null || others.length > 0;
}

/** The chosen one stays in sight, wherever in the list it stands. */
function bestOf({ candidates, cover }: Need): readonly CoverCandidate[] {
  const best = candidates.slice(0, bestShown);
  return cover === null || best.includes(cover) ? best : [cover, ...best.slice(0, bestShown - 1)];
}

function Candidate(props: {
  readonly problem: Problem;
  readonly candidate: CoverCandidate;
  readonly chosen: boolean;
  readonly onCover: (instructor: number | null) => void;
}): JSX.Element {
  const text = useText();
  return (
    <button
      type="button"
      class="candidate"
      aria-pressed={props.chosen}
      data-instructor={props.candidate.instructor}
      onClick={() => props.onCover(props.chosen ? null : props.candidate.instructor)}
    >
      <b>{props.problem.instructors[props.candidate.instructor]?.name ?? ''}</b>
      <small>{listText(reasonsOf(props.problem, props.candidate, text))}</small>
    </button>
  );
}
