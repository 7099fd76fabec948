import { createSignal, For, type JSX, Show } from 'solid-js';
import type { PreCheckFinding } from '../../domain/pre-check.ts';
import type { Problem } from '../../domain/problem.ts';
import { wholeNumber } from '../state/numbers.ts';
import { useText } from '../text/text.tsx';
import { MoreButton } from './diagnostic-list.tsx';

const firstRows = 5;
const moreRows = 20;
const namesShown = 8;

/** Proofs by counting: what no timetable can satisfy, and what will be hard to. */
export function Readiness(props: {
  readonly problem: Problem;
  readonly findings: readonly PreCheckFinding[] | null;
}): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(firstRows);
  const sorted = () =>
    (props.findings ?? []).toSorted(
      (a, b) => Number(b.severity === 'impossible') - Number(a.severity === 'impossible'),
    );
  return (
    <Show when={props.findings !== null} fallback={<p class="muted">{text('readinessChecking')}</p>}>
      <Show when={sorted().length > 0} fallback={<p class="muted">{text('readinessFine')}</p>}>
        <ul class="findings">
          <For each={sorted().slice(0, limit())}>
            {(finding) => <Finding problem={props.problem} finding={finding} />}
          </For>
        </ul>
        <MoreButton total={sorted().length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
      </Show>
    </Show>
  );
}

function Finding(props: { readonly problem: Problem; readonly finding: PreCheckFinding }): JSX.Element {
  const text = useText();
  const names = () => [
    ...new Set([
      ...props.finding.resources.map((resource) => props.problem.resources[resource]?.name ?? ''),
      ...props.finding.events.map((event) => props.problem.events[event]?.name ?? ''),
    ]),
  ];
  const impossible = () => props.finding.severity === 'impossible';
  return (
    <li data-severity={props.finding.severity}>
      <span class="tag" data-severity={impossible() ? 'error' : 'warning'}>
        {impossible() ? text('readinessImpossible') : text('readinessTight')}
      </span>
      <div>
        <p>{props.finding.message}</p>
        <p class="muted">
          {text('readinessNumbers', {
            needed: wholeNumber(props.finding.needed),
            available: wholeNumber(props.finding.available),
          })}
        </p>
        <Show when={names().length > 0}>
          <p class="finding-names">
            <span class="muted">{text('readinessConcerned')}</span> {names().slice(0, namesShown).join(' · ')}{' '}
            <Show when={names().length > namesShown}>
              <span class="muted">{text('readinessAndMore', { rest: names().length - namesShown })}</span>
            </Show>
          </p>
        </Show>
      </div>
    </li>
  );
}
