import { For, type JSX, Show } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import type { Removal } from '../../../domain/operations/removal.ts';
import { useText } from '../../text/text.tsx';
import { Dialog } from '../basics/dialog.tsx';

/** Says what would go with something, before it goes. */
export function RemovalDialog(props: {
  readonly removal: Removal | null;
  /** The list whose items go; absent when it is not items that go. */
  readonly list?: ListName;
  /** Instead of the question about the items. */
  readonly title?: string;
  readonly onDecide: (yes: boolean) => void;
}): JSX.Element {
  const text = useText();
  return (
    <Show when={props.removal}>
      {(removal) => (
        <Dialog onClose={() => props.onDecide(false)}>
          <h2>{props.title ?? text('removalTitle', { count: countOf(removal(), props.list) })}</h2>
          <RemovalView removal={removal()} list={props.list} />
          <div class="dialog-buttons">
            <button type="button" onClick={() => props.onDecide(false)}>
              {text('cancel')}
            </button>
            <button type="button" class="danger" onClick={() => props.onDecide(true)}>
              {text(props.title === undefined ? 'removalYes' : 'planApply')}
            </button>
          </div>
        </Dialog>
      )}
    </Show>
  );
}

function countOf({ summary }: Removal, list: ListName | undefined): number {
  return list === undefined ? 0 : (summary.removed.get(list) ?? 0);
}

function RemovalView(props: { readonly removal: Removal; readonly list: ListName | undefined }): JSX.Element {
  const text = useText();
  const counted = (counts: ReadonlyMap<ListName, number>) =>
    [...counts].map(([list, count]) => text(`removalOf_${list}`, { count }));
  const goes = () => {
    const { removed, placements } = props.removal.summary;
    const others = new Map([...removed].filter(([list]) => list !== props.list));
    return [...counted(others), ...(placements > 0 ? [text('removalPlacements', { count: placements })] : [])];
  };
  const changes = () => counted(props.removal.summary.changed);
  return (
    <>
      <Show when={goes().length > 0}>
        <h3>{text('removalGoes')}</h3>
        <ul class="plan-names">
          <For each={goes()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <Show when={changes().length > 0}>
        <h3>{text('removalChanges')}</h3>
        <ul class="plan-names">
          <For each={changes()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <Show when={goes().length + changes().length === 0}>
        <p class="muted">{text('removalNothing')}</p>
      </Show>
    </>
  );
}
