import { For, type JSX, Show } from 'solid-js';
import type { ListName } from '../../../domain/operations/operation.ts';
import type { TableDefinition } from '../../state/table/column.ts';
import type { Table } from '../../state/table/create-table.ts';
import type { EditPlan, UnknownNamesChoice } from '../../state/table/edit-plan.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Dialog } from '../basics/dialog.tsx';
import { ReasonText } from './reason-text.tsx';

const cellsShown = 6;
const namesShown = 12;

/** What an edit would do, and what to do with names that nothing has yet. */
export function PlanDialog<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly onClosed: () => void;
}): JSX.Element {
  const decide = (choice: UnknownNamesChoice | null) => {
    props.table.decide(choice);
    props.onClosed();
  };
  return (
    <Show when={props.table.pending()}>
      {(pending) => (
        <Dialog onClose={() => decide(null)}>
          <PlanView plan={pending().plan} definition={props.table.definition} />
          <PlanButtons plan={pending().plan} onDecide={decide} isFirst />
        </Dialog>
      )}
    </Show>
  );
}

function PlanButtons(props: {
  readonly plan: EditPlan;
  readonly onDecide: (choice: UnknownNamesChoice | null) => void;
  /** Nothing else is asked: Enter takes the plan, which can be undone. So pasting is two keys. */
  readonly isFirst?: boolean;
}): JSX.Element {
  const text = useText();
  const focus = (button: HTMLButtonElement) => {
    if (props.isFirst === true) queueMicrotask(() => button.focus());
  };
  const hasUnknown = () => props.plan.unknown.size > 0;
  const doesNothing = () => props.plan.changes.length === 0;
  return (
    <div class="dialog-buttons">
      <button type="button" onClick={() => props.onDecide(null)}>
        {text('cancel')}
      </button>
      <Show
        when={hasUnknown()}
        fallback={
          <button
            type="button"
            class="primary"
            disabled={doesNothing()}
            ref={focus}
            onClick={() => props.onDecide('skip')}
          >
            {text('planApply')}
          </button>
        }
      >
        <button type="button" onClick={() => props.onDecide('skip')}>
          {text('planSkip')}
        </button>
        <button type="button" class="primary" ref={focus} onClick={() => props.onDecide('create')}>
          {text('planCreate')}
        </button>
      </Show>
    </div>
  );
}

function PlanView<List extends ListName>(props: {
  readonly plan: EditPlan;
  readonly definition: TableDefinition<List>;
}): JSX.Element {
  const text = useText();
  const columnTitle = (key: string) => {
    const column = props.definition.columns.find((item) => item.key === key);
    return column === undefined ? key : text(column.title);
  };
  return (
    <>
      <h2>{text('planTitle')}</h2>
      <dl class="plan-counts">
        <div>
          <dt>{text('planAdded')}</dt>
          <dd>{wholeNumber(props.plan.added)}</dd>
        </div>
        <div>
          <dt>{text('planChanged')}</dt>
          <dd>{wholeNumber(props.plan.changed)}</dd>
        </div>
        <div>
          <dt>{text('planUnchanged')}</dt>
          <dd>{wholeNumber(props.plan.unchanged)}</dd>
        </div>
      </dl>
      <Show when={props.plan.unknown.size > 0}>
        <h3>{text('planUnknown')}</h3>
        <ul class="plan-names">
          <For each={[...props.plan.unknown]}>
            {([list, names]) => (
              <li>
                <strong>{text(`planUnknown_${list}`, { count: names.length })}</strong>{' '}
                {names.slice(0, namesShown).join(' · ')}
                <Show when={names.length > namesShown}>
                  {' '}
                  <span class="muted">{text('planMore', { rest: names.length - namesShown })}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Refused plan={props.plan} columnTitle={columnTitle} />
    </>
  );
}

function Refused(props: { readonly plan: EditPlan; readonly columnTitle: (key: string) => string }): JSX.Element {
  const text = useText();
  const cells = () => props.plan.refused;
  return (
    <Show when={cells().length > 0}>
      <h3>{text('planRefused', { count: cells().length })}</h3>
      <ul class="plan-refused">
        <For each={cells().slice(0, cellsShown)}>
          {(cell) => (
            <li>
              {text('planRefusedCell', {
                row: cell.row,
                column: props.columnTitle(cell.column),
                text: cell.text.slice(0, 60),
              })}{' '}
              <span class="remark">
                <ReasonText reason={cell.reason} />
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={cells().length > cellsShown}>
        <p class="muted">{text('planMore', { rest: cells().length - cellsShown })}</p>
      </Show>
    </Show>
  );
}
