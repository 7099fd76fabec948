import { A } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { ConflictItem } from '../../../engine/conflicts/conflicts.ts';
import { useProject } from '../../app-state.tsx';
import { resourceLink, ruleAddress } from '../../state/problems/readiness-links.ts';
import { type Relief, reliefs } from '../../state/problems/relax.ts';
import { useText } from '../../text/text.tsx';

/** Buttons that take a part of a conflict back, and the way to where it is said. */
export function Reliefs(props: {
  readonly item: ConflictItem;
  readonly problem: Problem;
  readonly events: readonly number[];
  readonly onRelax: (relief: Relief) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const offered = createMemo(() => {
    const document = {
      problem: project.data(),
      timetables: new Map(project.timetables().map(({ id, timetable }) => [id, timetable])),
    };
    return reliefs(document, props.problem, props.item.relaxation, props.events, text);
  });
  return (
    <p class="reliefs">
      <Show when={offered().length > 0} fallback={<span class="muted">{text('relaxNone')}</span>}>
        <span class="muted">{text('relaxTitle')}</span>
        <For each={offered()}>
          {(relief) => (
            <button type="button" onClick={() => props.onRelax(relief)}>
              {relief.title}
            </button>
          )}
        </For>
      </Show>
      <Where item={props.item} problem={props.problem} />
    </p>
  );
}

function Where(props: { readonly item: ConflictItem; readonly problem: Problem }): JSX.Element {
  const text = useText();
  const project = useProject();
  const link = () => {
    const { relaxation } = props.item;
    if (relaxation.kind === 'rule') {
      const rule = props.problem.rules[relaxation.rule];
      return rule === undefined ? null : { label: text('relaxOpenRule'), href: ruleAddress(project.id, rule.data.id) };
    }
    if (relaxation.kind !== 'capacity') return null;
    const found = resourceLink(project.id, props.problem, relaxation.resources[0] ?? -1);
    return found === null ? null : { label: text('relaxOpen', { name: found.label }), href: found.href };
  };
  return <Show when={link()}>{(where) => <A href={where().href}>{where().label}</A>}</Show>;
}
