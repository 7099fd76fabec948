import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { PreCheckFinding } from '../../../domain/pre-check.ts';
import { proofText } from '../../../domain/wording/proof-words.ts';
import { type FaultLink, faultLinks } from '../../state/problems/readiness-links.ts';
import type { OpenProject } from '../../state/project/project.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { wording } from '../../state/words/wording.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { MoreButton } from './diagnostic-list.tsx';

const firstRows = 5;
const moreRows = 20;
const namesShown = 8;

/** Proofs by counting: what no timetable can satisfy, and what will be hard to; each with the way to what is at fault. */
export function Readiness(props: { readonly project: OpenProject }): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(firstRows);
  const sorted = () =>
    (props.project.readiness() ?? []).toSorted(
      (a, b) => Number(b.severity === 'impossible') - Number(a.severity === 'impossible'),
    );
  const isEmpty = () => props.project.data().events.length === 0;
  return (
    <Show when={props.project.readiness() !== null} fallback={<p class="muted">{text('readinessChecking')}</p>}>
      <Show
        when={sorted().length > 0}
        fallback={<p class="muted">{text(isEmpty() ? 'readyEmpty' : 'readinessFine')}</p>}
      >
        <ul class="findings">
          <For each={sorted().slice(0, limit())}>
            {(finding) => <Finding project={props.project} finding={finding} />}
          </For>
        </ul>
        <MoreButton total={sorted().length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
      </Show>
    </Show>
  );
}

function Finding(props: { readonly project: OpenProject; readonly finding: PreCheckFinding }): JSX.Element {
  const text = useText();
  const links = createMemo(() => faultLinks(props.project.id, props.project.countedProblem(), props.finding));
  const impossible = () => props.finding.severity === 'impossible';
  return (
    <li data-severity={props.finding.severity}>
      <span class="tag" data-severity={impossible() ? 'error' : 'warning'}>
        {impossible() ? text('readinessImpossible') : text('readinessTight')}
      </span>
      <div>
        <p>{proofText(props.project.countedProblem(), props.finding, wording())}</p>
        <p class="muted">
          {text('readinessNumbers', {
            needed: wholeNumber(props.finding.needed),
            available: wholeNumber(props.finding.available),
          })}
        </p>
        <Links title="readyPeople" links={links().resources} />
        <Links title="readyRules" links={links().rules} />
        <Links title="readyEvents" links={links().events} />
      </div>
    </li>
  );
}

function Links(props: { readonly title: PlainTextKey; readonly links: readonly FaultLink[] }): JSX.Element {
  const text = useText();
  return (
    <Show when={props.links.length > 0}>
      <p class="finding-names">
        <span class="muted">{text(props.title)}</span>{' '}
        <For each={props.links.slice(0, namesShown)}>
          {(link, position) => (
            <>
              {position() === 0 ? '' : ' · '}
              <A href={link.href}>{link.label}</A>
            </>
          )}
        </For>{' '}
        <Show when={props.links.length > namesShown}>
          <span class="muted">{text('readinessAndMore', { rest: props.links.length - namesShown })}</span>
        </Show>
      </p>
    </Show>
  );
}
