import { createSignal, For, type JSX, Show } from 'solid-js';
import { type ChartContent, chartTable } from '../../state/charts/chart-files.ts';
import { thinned } from '../../state/watch/run-series.ts';
import { useText } from '../../text/text.tsx';
import '../../styles/watch.css';

const mostRows = 40;

/** The numbers of a chart as a table, for whoever does not see the drawing; made when it is opened. */
export function ChartNumbers(props: { readonly content: () => ChartContent }): JSX.Element {
  const text = useText();
  const [open, setOpen] = createSignal(false);
  const table = () => chartTable(props.content());
  const said = (value: number | string) =>
    typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
  return (
    <details class="chart-numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text('watchNumbers')}
        <span class="visually-hidden">: {props.content().title}</span>
      </summary>
      <Show when={open()}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keys */}
        <section class="scroll" tabIndex={0} aria-label={props.content().title}>
          <table class="figures">
            <thead>
              <tr>
                <For each={table().head}>{(title) => <th scope="col">{title}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={thinned(table().rows, mostRows)}>
                {(row) => (
                  <tr>
                    <For each={row}>{(value) => <td>{said(value)}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </details>
  );
}
