import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { MergeChoice, MergeEntry, MergePlan } from '../../../domain/merge/merge.ts';
import { useProject } from '../../app-state.tsx';
import { createGrowing } from '../../state/drawing.ts';
import type { ProjectMerge } from '../../state/merge/create-merge.ts';
import { entryName, mergeFieldName, mergeValueText } from '../../state/merge/merge-text.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';

const firstRows = 30;
const fieldsShown = 8;

/** The entries of one list, conflicts first, with one choice for all of them. */
export function MergeList(props: {
  readonly merge: ProjectMerge;
  readonly plan: MergePlan;
  readonly list: MergeEntry['list'];
  readonly entries: readonly MergeEntry[];
}): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(firstRows);
  const shown = createGrowing(limit, firstRows);
  const rank = (entry: MergeEntry) => (entry.usual === null ? 0 : 1);
  const sorted = createMemo(() => [...props.entries].sort((a, b) => rank(a) - rank(b)));
  const conflicts = () => props.entries.filter((entry) => entry.usual === null);
  const all = () => (conflicts().length > 0 ? conflicts() : props.entries);
  const title = () => text(`mergeList_${props.list}`);
  return (
    <section class="panel merge-list" aria-label={title()}>
      <header>
        <h2>
          {title()} <span class="count">{wholeNumber(props.entries.length)}</span>
        </h2>
        <span class="grow" />
        <Show when={props.entries.length > 1}>
          <span class="muted">{conflicts().length > 0 ? text('mergeAllConflicts') : text('mergeAll')}</span>
          <button type="button" onClick={() => props.merge.choose(all(), 'mine')}>
            {text('mergeChoice_mine')}
          </button>
          <button type="button" onClick={() => props.merge.choose(all(), 'theirs')}>
            {text('mergeChoice_theirs')}
          </button>
        </Show>
      </header>
      <ul>
        <For each={sorted().slice(0, shown())}>
          {(entry) => <MergeRow merge={props.merge} plan={props.plan} entry={entry} />}
        </For>
      </ul>
      <MoreButton total={sorted().length} limit={limit()} onMore={() => setLimit(limit() * 4)} />
    </section>
  );
}

function MergeRow(props: {
  readonly merge: ProjectMerge;
  readonly plan: MergePlan;
  readonly entry: MergeEntry;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const name = entryName(props.entry, project.data(), props.plan.theirs.problem, text);
  const chosen = () => props.merge.choiceOf(props.entry);
  const isOpen = () => chosen() === null;
  return (
    <li data-open={isOpen() ? '' : undefined}>
      <div class="merge-what">
        <p>
          <strong>{name}</strong>{' '}
          <span class="tag" data-severity={props.entry.kind === 'conflict' ? 'warning' : undefined}>
            {text(`mergeKind_${props.entry.kind}`)}
          </span>
        </p>
        <Show when={props.entry.kind !== 'added' && props.entry.kind !== 'removed'}>
          <MergeFields entry={props.entry} plan={props.plan} />
        </Show>
      </div>
      <fieldset class="segmented merge-choice">
        <legend class="visually-hidden">{text('mergeChoose', { name })}</legend>
        <For each={inOrder(props.entry)}>
          {(choice) => (
            <button
              type="button"
              aria-pressed={chosen() === choice}
              onClick={() => props.merge.choose([props.entry], choice)}
            >
              {text(choiceKey(props.entry, choice))}
            </button>
          )}
        </For>
      </fieldset>
    </li>
  );
}

const choiceOrder: readonly MergeChoice[] = ['mine', 'theirs', 'merged', 'both'];

function inOrder({ kind, choices }: MergeEntry): readonly MergeChoice[] {
  return kind === 'added' || kind === 'removed' ? choices : choiceOrder.filter((choice) => choices.includes(choice));
}

/** Taking what is new, or letting go what was removed, is said in other words than choosing between two. */
function choiceKey({ kind }: MergeEntry, choice: MergeChoice) {
  if (kind === 'added') return choice === 'theirs' ? 'mergeAdd' : 'mergeLeave';
  if (kind === 'removed') return choice === 'theirs' ? 'mergeRemove' : 'mergeKeep';
  return `mergeChoice_${choice}` as const;
}

function MergeFields(props: { readonly entry: MergeEntry; readonly plan: MergePlan }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { list, fields } = props.entry;
  const value = (field: string, content: unknown, problem = project.data()) =>
    mergeValueText(list, field, content, problem, text);
  return (
    <table class="merge-fields">
      <thead class="visually-hidden">
        <tr>
          <th>{text('mergeField')}</th>
          <Show when={props.plan.isThreeWay}>
            <th>{text('mergeBase')}</th>
          </Show>
          <th>{text('mergeChoice_mine')}</th>
          <th>{text('mergeChoice_theirs')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={fields.slice(0, fieldsShown)}>
          {(field) => (
            <tr data-by={field.by}>
              <th scope="row">{mergeFieldName(list, field.name, text)}</th>
              <Show when={props.plan.isThreeWay}>
                <td class="muted">
                  <span class="merge-side">{text('mergeBase')}</span> {value(field.name, field.base)}
                </td>
              </Show>
              <td>
                <span class="merge-side">{text('mergeMine')}</span> {value(field.name, field.mine)}
              </td>
              <td>
                <span class="merge-side">{text('mergeTheirs')}</span>{' '}
                {value(field.name, field.theirs, props.plan.theirs.problem)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
