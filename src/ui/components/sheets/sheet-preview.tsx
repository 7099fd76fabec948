import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { isRemarked, type RowCounts, type SheetPlan } from '../../../domain/sheets/plan.ts';
import type { RowPlan } from '../../../domain/sheets/rows.ts';
import type { TargetId } from '../../../domain/sheets/targets.ts';
import { fieldTitle } from '../../state/sheets/tables.ts';
import { messageText } from '../../state/words/message-text.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Icon, type IconName } from '../basics/icon.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { createVirtualRows } from '../table/virtual-rows.ts';

const rowSize = 45;
const filters = ['all', 'add', 'change', 'unchanged', 'remarked'] as const;
type Filter = (typeof filters)[number];

const icons: Readonly<Record<RowPlan['state'], IconName>> = {
  add: 'plus',
  change: 'swap',
  unchanged: 'check',
  refused: 'close',
  empty: 'close',
};

/** What each row of a sheet would do; only the rows in view are drawn. */
export function SheetPreview(props: { readonly plan: SheetPlan; readonly target: TargetId }): JSX.Element {
  const text = useText();
  const [filter, setFilter] = createSignal<Filter>(props.plan.counts.remarked > 0 ? 'remarked' : 'all');
  const filled = createMemo(() => props.plan.rows.filter(({ state }) => state !== 'empty'));
  const rows = createMemo(() => {
    const wanted = filter();
    if (wanted === 'all') return filled();
    return filled().filter((row) => (wanted === 'remarked' ? isRemarked(row) : row.state === wanted));
  });
  const countOf = (name: Filter) => (name === 'all' ? filled().length : (props.plan.counts as RowCounts)[name]);
  let scroller: HTMLElement | undefined;
  const virtual = createVirtualRows({ count: () => rows().length, scroller: () => scroller, rowSize, overscan: 6 });
  return (
    <div class="sheet-preview-part">
      <Segmented
        label={text('sheetsShow')}
        value={filter()}
        options={filters.map((value) => ({
          value,
          text: text(`sheetsShow_${value}`, { count: wholeNumber(countOf(value)) }),
        }))}
        onChoose={(value) => {
          setFilter(value);
          scroller?.scrollTo({ top: 0 });
        }}
      />
      <section class="sheet-rows" ref={scroller} tabindex="0" aria-label={text('sheetsPreview')}>
        <div style={{ 'padding-block': virtual.padding() }}>
          <table aria-rowcount={rows().length + 1}>
            <thead>
              <tr>
                <th class="number">{text('sheetsRow')}</th>
                <th>{text('sheetsState')}</th>
                <th>{text('sheetsAbout')}</th>
                <th>{text('sheetsWhat')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={virtual.items()}>
                {(item) => (
                  <Show when={rows()[item.index]}>
                    {(row) => <PreviewRow row={row()} target={props.target} index={item.index} />}
                  </Show>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={rows().length === 0}>
          <p class="muted sheet-rows-none">{text('sheetsNothingShown')}</p>
        </Show>
      </section>
    </div>
  );
}

function PreviewRow(props: { readonly row: RowPlan; readonly target: TargetId; readonly index: number }): JSX.Element {
  const text = useText();
  const title = (key: string) => fieldTitle(text, props.target, key);
  const remarks = () =>
    props.row.remarks.map(({ field, remark }) => {
      const value = remark.value === undefined || remark.value === '' ? '' : ` “${remark.value}”`;
      const place = field === null ? '' : `${title(field)}${value}: `;
      return {
        text: `${place}${messageText(remark, place === '' ? 'alone' : 'besideValue')}`,
        severity: remark.severity,
      };
    });
  const whole = () =>
    [
      ...props.row.differences.map(({ field, before, after }) => `${title(field)}: ${before} → ${after}`),
      ...remarks().map((remark) => remark.text),
    ].join('\n');
  return (
    <tr aria-rowindex={props.index + 2} data-state={props.row.state}>
      <th class="number" scope="row">
        {props.row.number}
      </th>
      <td>
        <span class="sheet-state" data-state={props.row.state}>
          <Icon name={icons[props.row.state]} />
          {text(`sheetsState_${props.row.state}`)}
        </span>
      </td>
      <td class="sheet-about" title={props.row.name}>
        {props.row.name}
      </td>
      <td class="sheet-what" title={whole()}>
        <div>
          <For each={props.row.differences}>
            {({ field, before, after }) => (
              <span class="sheet-difference">
                <span class="muted">{title(field)}</span>{' '}
                <Show when={before !== ''}>
                  <del>{before}</del>{' '}
                </Show>
                <ins>{after}</ins>
              </span>
            )}
          </For>
        </div>
        <Show when={remarks().length > 0}>
          <div>
            <For each={remarks()}>
              {(remark) => (
                <span class="sheet-remark" data-severity={remark.severity}>
                  {remark.text}
                </span>
              )}
            </For>
          </div>
        </Show>
      </td>
    </tr>
  );
}
