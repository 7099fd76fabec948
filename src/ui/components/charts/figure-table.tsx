import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Limit } from '../../../domain/statistics/load-limits.ts';
import { createGrowing } from '../../state/drawing.ts';
import {
  type Figure,
  type FigureColumn,
  type FigureRow,
  type FigureTable as FigureTableView,
  footOf,
  type Sorting,
  sortedRows,
} from '../../state/insights/statistics-tables.ts';
import { createPrinting } from '../../state/printing.ts';
import { hoursOf, percentage, tenthsOf } from '../../state/words/numbers.ts';
import { type Translate, useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';

const firstRows = 100;
const rowsOfTurn = 10;
const moreRows = 500;

/** Figures of many, sorted by whichever column is pressed; names lead to their timetables. */
export function FigureTable(props: {
  readonly table: FigureTableView;
  readonly rows: readonly FigureRow[];
  readonly caption: string;
  readonly addressOf: (row: FigureRow) => string;
}): JSX.Element {
  const text = useText();
  const [sorting, setSorting] = createSignal<Sorting>({ column: -1, descending: false });
  const [limit, setLimit] = createSignal(firstRows);
  const printing = createPrinting();
  const sorted = createMemo(() => sortedRows(props.rows, sorting()));
  const titleOf = (column: number) => text(props.table.columns[column]?.title ?? 'columnName');
  const sortBy = (column: number) =>
    setSorting((now) => ({
      column,
      // Figures begin with the largest, names with the first.
      descending: now.column === column ? !now.descending : column >= 0,
    }));
  return (
    <>
      <p class="visually-hidden" role="status">
        {text('statisticsSortedBy', { column: titleOf(sorting().column), descending: sorting().descending })}
      </p>
      {/* Wide tables are moved by keys as well. */}
      <section class="figure-scroll" aria-label={props.caption} tabindex="0">
        <table class="figure-table">
          <caption class="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              <SortHeader title={titleOf(-1)} at={-1} sorting={sorting()} onSort={sortBy} />
              <For each={props.table.columns}>
                {(column, at) => (
                  <SortHeader
                    title={text(column.title)}
                    at={at()}
                    sorting={sorting()}
                    onSort={sortBy}
                    number={column.unit !== 'text'}
                    limit={props.table.limits[at()] ?? null}
                  />
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            {/* Sorted anew, it is drawn anew: a few rows at once, the others at their turn. */}
            <Show when={sorted()} keyed>
              {(rows) => (
                <Rows table={props.table} rows={rows} limit={limit()} all={printing()} addressOf={props.addressOf} />
              )}
            </Show>
          </tbody>
          <Show when={props.rows.length > 1}>
            <Foot table={props.table} rows={props.rows} />
          </Show>
        </table>
      </section>
      <MoreButton total={props.rows.length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
    </>
  );
}

function Rows(props: {
  readonly table: FigureTableView;
  readonly rows: readonly FigureRow[];
  readonly limit: number;
  /** Whatever the limit, and at once. */
  readonly all: boolean;
  readonly addressOf: (row: FigureRow) => string;
}): JSX.Element {
  const growing = createGrowing(() => props.limit, rowsOfTurn);
  const shown = () => (props.all ? props.rows.length : growing());
  return (
    <For each={props.rows.slice(0, shown())}>
      {(row) => (
        <tr>
          <th scope="row">
            <A href={props.addressOf(row)}>{row.name}</A>
          </th>
          <For each={row.figures}>
            {(figure, at) => (
              <FigureCell
                figure={figure}
                column={props.table.columns[at()]}
                tellsLimit={props.table.limits[at()] === null}
              />
            )}
          </For>
        </tr>
      )}
    </For>
  );
}

function SortHeader(props: {
  readonly title: string;
  readonly at: number;
  readonly sorting: Sorting;
  readonly number?: boolean;
  /** The same for all rows. */
  readonly limit?: Limit | null;
  readonly onSort: (column: number) => void;
}): JSX.Element {
  const direction = () => {
    if (props.sorting.column !== props.at) return undefined;
    return props.sorting.descending ? 'descending' : 'ascending';
  };
  return (
    <th scope="col" aria-sort={direction()} classList={{ number: props.number === true }}>
      <button type="button" class="plain sort" onClick={() => props.onSort(props.at)}>
        {props.title}
        <Show when={props.limit}>{(limit) => <LimitSign limit={limit()} />}</Show>
      </button>
    </th>
  );
}

function FigureCell(props: {
  readonly figure: Figure;
  readonly column: FigureColumn | undefined;
  readonly tellsLimit: boolean;
}): JSX.Element {
  const text = useText();
  const strength = () => {
    if (!props.figure.breached) return undefined;
    return props.figure.limit?.hard === true ? 'hard' : 'soft';
  };
  return (
    <td classList={{ number: props.column?.unit !== 'text' }} data-breached={strength()}>
      <Show when={props.figure.breached}>
        <Icon name="alert" label={text('limitBroken')} />
      </Show>
      <span>{written(props.figure.value, props.column?.unit ?? 'text')}</span>
      <Show when={props.tellsLimit ? props.figure.limit : null}>{(limit) => <LimitSign limit={limit()} />}</Show>
    </td>
  );
}

function Foot(props: { readonly table: FigureTableView; readonly rows: readonly FigureRow[] }): JSX.Element {
  const text = useText();
  const foot = createMemo(() => footOf(props.table, props.rows));
  const row = (title: string, values: readonly (number | null)[]) => (
    <tr>
      <th scope="row">{title}</th>
      <For each={values}>
        {(value, at) => (
          <td class="number">{value === null ? '' : written(value, props.table.columns[at()]?.unit ?? 'number')}</td>
        )}
      </For>
    </tr>
  );
  return (
    <tfoot>
      {row(text('statisticsTotal'), foot().totals)}
      {row(text('statisticsMean'), foot().means)}
    </tfoot>
  );
}

function written(value: number | string, unit: FigureColumn['unit']): string {
  if (typeof value === 'string') return value;
  if (unit === 'minutes') return hoursOf(value);
  return unit === 'share' ? percentage(value) : tenthsOf(value);
}

/** Its sign stands before its number in every language, and the two beside the figure as the page is read. */
function LimitSign(props: { readonly limit: Limit }): JSX.Element {
  const text = useText();
  return (
    <small>
      <bdi dir="ltr">{limitText(props.limit, text)}</bdi>
    </small>
  );
}

function limitText({ min, max }: Limit, text: Translate): string {
  if (min !== null && max !== null) return text('limitBetween', { min, max });
  return max === null ? text('limitLeast', { min: min ?? 0 }) : text('limitMost', { max });
}
