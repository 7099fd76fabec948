import { createVirtualizer } from '@tanstack/solid-virtual';
import { createEffect, createMemo, For, type JSX, on, onMount, Show } from 'solid-js';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { RuleLine, RulesPageState } from '../../state/rules/rules-page.ts';
import { useText } from '../../text/text.tsx';
import { GroupRow, RuleRow } from './rule-row.tsx';

const usualRow = 44;
const rowsBeyond = 8;

/** The list as a table of which only the rows in view are in the page; it scrolls with the page. */
export function RulesTable(props: {
  readonly data: ProblemData;
  readonly page: RulesPageState;
  readonly open: string | null;
  /** Beside a panel there is no room for what the rules touch. */
  readonly isNarrow: boolean;
  readonly problemsHref: string;
  readonly onOpen: (id: string) => void;
}): JSX.Element {
  const text = useText();
  let table: HTMLTableElement | undefined;
  const scroller = () => document.getElementById('content');
  const virtualizer = createVirtualizer<HTMLElement, HTMLTableRowElement>({
    get count() {
      return props.page.lines().length;
    },
    getScrollElement: scroller,
    estimateSize: () => usualRow,
    getItemKey: (index) => props.page.lines()[index] ?? index,
    overscan: rowsBeyond,
    get scrollMargin() {
      return props.page.lines().length === 0 ? 0 : (table?.offsetTop ?? 0);
    },
  });
  const items = () => virtualizer.getVirtualItems();
  const inView = createMemo(() => items().flatMap(({ index }) => props.page.lines()[index] ?? []));
  const positionOf = createMemo(() => new Map(props.page.lines().map((line, index) => [line, index])));
  const before = () => Math.max(0, (items()[0]?.start ?? 0) - virtualizer.options.scrollMargin);
  const after = () =>
    Math.max(0, virtualizer.getTotalSize() - (items().at(-1)?.end ?? 0) + virtualizer.options.scrollMargin);

  onMount(() => {
    // what is opened by its address comes into view
    createEffect(
      on(
        () => props.open,
        (id) => {
          const at = id === null ? undefined : positionOf().get(`rule ${id}`);
          const isInView = items().some(({ index }) => index === at);
          if (at !== undefined && !isInView) virtualizer.scrollToIndex(at, { align: 'center' });
        },
      ),
    );
  });
  const columns = () => (props.isNarrow ? 4 : 5);
  const measured = (element: HTMLTableRowElement) => queueMicrotask(() => virtualizer.measureElement(element));

  return (
    <table class="rules-table" ref={table} aria-rowcount={props.page.lines().length + 1}>
      <thead>
        <tr>
          <th scope="col" class="rule-switch">
            {text('rulesOn')}
          </th>
          <th scope="col">{text('rulesSentence')}</th>
          <th scope="col" class="rule-strength">
            {text('rulesStrength')}
          </th>
          <Show when={!props.isNarrow}>
            <th scope="col" class="rule-touches">
              {text('rulesTouches')}
            </th>
          </Show>
          <th scope="col" class="rule-breaches">
            {text('rulesTimetable')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Spacer size={before()} columns={columns()} />
        <For each={inView()}>
          {(line) => {
            const at = () => positionOf().get(line) ?? 0;
            return (
              <Show
                when={ruleIdOf(line)}
                fallback={
                  <GroupRow
                    index={at()}
                    measured={measured}
                    page={props.page}
                    columns={columns()}
                    group={groupKeyOf(line)}
                  />
                }
              >
                {(id) => (
                  <Show when={props.page.ruleOf(id())}>
                    {(rule) => (
                      <RuleRow
                        index={at()}
                        measured={measured}
                        data={props.data}
                        page={props.page}
                        columns={columns()}
                        rule={rule()}
                        isOpen={props.open === id()}
                        problemsHref={props.problemsHref}
                        onOpen={props.onOpen}
                      />
                    )}
                  </Show>
                )}
              </Show>
            );
          }}
        </For>
        <Spacer size={after()} columns={columns()} />
      </tbody>
    </table>
  );
}

/** The room of the rows that are not there. */
function Spacer(props: { readonly size: number; readonly columns: number }): JSX.Element {
  return (
    <Show when={props.size > 0}>
      <tr class="spacer">
        <td colspan={props.columns} style={{ 'block-size': `${props.size}px` }} />
      </tr>
    </Show>
  );
}

function ruleIdOf(line: RuleLine): string | null {
  return line.startsWith('rule ') ? line.slice('rule '.length) : null;
}

function groupKeyOf(line: RuleLine): string {
  return line.slice('group '.length);
}
