import { type JSX, Show } from 'solid-js';
import type { Verdict } from '../../state/timetable/verdicts.ts';
import { Icon } from '../basics/icon.tsx';

/** What would happen in a cell: a sign and a word or number beside the colour. */
export function CellVerdict(props: { readonly verdict: Verdict; readonly short?: boolean }): JSX.Element {
  return (
    <span class="verdict" data-tone={props.verdict.tone}>
      <Show when={props.verdict.swaps}>
        <Icon name="swap" />
      </Show>
      <Show when={props.verdict.tone === 'blocked'}>
        <Icon name="blocked" />
      </Show>
      <Show when={props.verdict.sign !== ''}>
        <bdi>{props.short === true ? props.verdict.code : props.verdict.sign}</bdi>
      </Show>
    </span>
  );
}
