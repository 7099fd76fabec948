import { createSignal, For, type JSX, Show } from 'solid-js';
import type { CardChange, ListDifference } from '../../../domain/compare/compare-states.ts';
import { createGrowing } from '../../state/drawing.ts';
import { eventName, placeTexts } from '../../state/versions/change-text.ts';
import type { Compared } from '../../state/versions/comparison.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';

const firstRows = 40;
const moreRows = 400;
const namesShown = 12;

/** Who is affected, and every event that is elsewhere. */
export function CardDifferences(props: { readonly compared: Compared }): JSX.Element {
  const text = useText();
  const cards = () => props.compared.comparison.cards;
  const [limit, setLimit] = createSignal(firstRows);
  const shown = createGrowing(limit, firstRows);
  const counts = () =>
    (['moved', 'changed', 'placed', 'unplaced'] as const).flatMap((kind) => {
      const count = cards().filter((card) => card.kind === kind).length;
      return count === 0 ? [] : text(`cards_${kind}`, { count: wholeNumber(count) });
    });
  return (
    <Show when={cards().length > 0} fallback={<p>{text('compareCardsNone')}</p>}>
      <p class="compare-counts">{counts().join(' · ')}</p>
      <Affected compared={props.compared} />
      <table class="list differences">
        <thead>
          <tr>
            <th>{text('compareEvent')}</th>
            <th>{text('compareGroupsHead')}</th>
            <th>{text('compareWas')}</th>
            <th>{text('compareIs')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={cards().slice(0, shown())}>{(card) => <CardRow card={card} compared={props.compared} />}</For>
        </tbody>
      </table>
      <MoreButton total={cards().length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
    </Show>
  );
}

function CardRow(props: { readonly card: CardChange; readonly compared: Compared }): JSX.Element {
  const text = useText();
  const side = () => (props.card.after === null ? props.compared.before : props.compared.after);
  const places = () => placeTexts(text, props.card, props.compared.before, props.compared.after);
  return (
    <tr>
      <td>
        <b>{eventName(props.card, side())}</b> <span class="tag">{text(`card_${props.card.kind}`)}</span>
      </td>
      <td data-label={text('compareGroupsHead')}>{side().names.groups(props.card.event.groupIds)}</td>
      <td data-label={text('compareWas')} class="muted">
        {places().was}
      </td>
      <td data-label={text('compareIs')}>{places().is}</td>
    </tr>
  );
}

function Affected(props: { readonly compared: Compared }): JSX.Element {
  const text = useText();
  const affected = () => props.compared.comparison.affected;
  const some = (ids: readonly string[], named: (ids: readonly string[]) => string) => {
    if (ids.length <= namesShown) return named(ids);
    return `${named(ids.slice(0, namesShown))} ${text('readinessAndMore', { rest: ids.length - namesShown })}`;
  };
  return (
    <dl class="facts affected">
      <div>
        <dt>{text('compareInstructors', { count: affected().instructors.length })}</dt>
        <dd>{some(affected().instructors, props.compared.after.names.instructors)}</dd>
      </div>
      <div>
        <dt>{text('compareGroups', { count: affected().groups.length })}</dt>
        <dd>{some(affected().groups, props.compared.after.names.groups)}</dd>
      </div>
      <div>
        <dt>{text('compareStudents', { students: wholeNumber(affected().students), count: affected().students })}</dt>
        <dd />
      </div>
    </dl>
  );
}

/** What was added, changed and removed, list by list. */
export function DataDifferences(props: { readonly compared: Compared }): JSX.Element {
  const text = useText();
  const comparison = () => props.compared.comparison;
  const isSame = () => comparison().fields.length === 0 && comparison().lists.length === 0;
  return (
    <Show when={!isSame()} fallback={<p>{text('compareDataNone')}</p>}>
      <Show when={comparison().fields.length > 0}>
        <ul class="data-fields">
          <For each={comparison().fields}>
            {(field) => (
              <li>
                {text(`compareField_${field}`)} <span class="tag">{text('item_changed')}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <For each={comparison().lists}>{(list) => <ListDifferences difference={list} />}</For>
    </Show>
  );
}

function ListDifferences(props: { readonly difference: ListDifference }): JSX.Element {
  const text = useText();
  const [limit, setLimit] = createSignal(firstRows);
  const items = () => props.difference.items;
  return (
    <details class="panel data-list" open={items().length <= firstRows}>
      <summary>{text(`list_${props.difference.list}`, { count: items().length })}</summary>
      <ul>
        <For each={items().slice(0, limit())}>
          {(item) => (
            <li>
              <b>{item.name}</b> <span class="tag">{text(`item_${item.kind}`)}</span>{' '}
              <span class="muted">{listText(item.fields)}</span>
            </li>
          )}
        </For>
      </ul>
      <MoreButton total={items().length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
    </details>
  );
}
