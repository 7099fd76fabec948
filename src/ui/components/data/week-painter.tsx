import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { mostMaskedSlots } from '../../../domain/build/calendar.ts';
import { weekCells } from '../../../domain/operations/week-cells.ts';
import type { CalendarEditor } from '../../state/data/calendar-editor.ts';
import { createPainting } from '../../state/data/painting.ts';
import { isInside } from '../../state/table/selection.ts';
import { useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';

type Use = 'open' | 'closed' | 'break';
const uses: readonly Use[] = ['open', 'closed', 'break'];

/** The week of everybody: which cells are open, closed or a break. */
export function WeekPainter(props: { readonly editor: CalendarEditor }): JSX.Element {
  const text = useText();
  const calendar = () => props.editor.calendar();
  return (
    <section class="panel">
      <h2>{text('calendarOpen')}</h2>
      <Show when={calendar().slots.length <= mostMaskedSlots} fallback={<p class="muted">{text('calendarLongDay')}</p>}>
        <Painter editor={props.editor} />
      </Show>
    </section>
  );
}

function Painter(props: { readonly editor: CalendarEditor }): JSX.Element {
  const text = useText();
  const name = createUniqueId();
  const [breakName, setBreakName] = createSignal(text('newBreakUsual'));
  let grid: HTMLTableElement | undefined;
  const calendar = () => props.editor.calendar();
  const cells = createMemo(() => weekCells(calendar()));
  const painting = createPainting<Use>({
    extent: () => ({ rows: calendar().slots.length, columns: calendar().days.length }),
    place: () => ({ page: 4, isRightToLeft: grid !== undefined && getComputedStyle(grid).direction === 'rtl' }),
    keys: { o: 'open', c: 'closed', b: 'break' },
    first: 'closed',
    paint: (range, use) => props.editor.paint(range, use, breakName().trim() || text('newBreakUsual')),
  });
  const focused = () => painting.selection().focus;
  const label = (day: number, slot: number) => {
    const cell = cells()[day]?.[slot];
    if (cell === undefined || cell.use === 'open') return '';
    return cell.use === 'break' ? cell.name : text('gridClosed');
  };
  return (
    <>
      <div class="table-tools">
        <Segmented
          label={text('calendarPaintLabel')}
          options={uses.map((value) => ({ value, text: text(`calendarUse_${value}`) }))}
          value={painting.tool()}
          onChoose={painting.setTool}
        />
        <Show when={painting.tool() === 'break'}>
          <input
            value={breakName()}
            maxLength={100}
            aria-label={text('calendarBreakName')}
            onInput={(event) => setBreakName(event.currentTarget.value)}
          />
        </Show>
        <span class="muted">{text('calendarPaintHint')}</span>
      </div>
      <div class="scroll">
        <table
          ref={grid}
          class="paint-week"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is painted with keys is a grid.
          role="grid"
          tabIndex={0}
          aria-label={text('calendarOpen')}
          aria-multiselectable="true"
          aria-activedescendant={`${name}-${focused().row}-${focused().column}`}
          {...painting.handlers}
        >
          <thead>
            <tr>
              <th scope="col">{text('gridTime')}</th>
              <For each={calendar().days}>{(day) => <th scope="col">{day.name}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={calendar().slots}>
              {(slot, row) => (
                <tr>
                  <th scope="row">
                    {slot.start}–{slot.end}
                  </th>
                  <For each={calendar().days}>
                    {(_, column) => (
                      // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names this cell.
                      <td
                        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid.
                        role="gridcell"
                        id={`${name}-${row()}-${column()}`}
                        data-paint={`${row()}:${column()}`}
                        data-use={cells()[column()]?.[row()]?.use}
                        data-focused={focused().row === row() && focused().column === column() ? '' : undefined}
                        aria-selected={isInside(painting.range(), row(), column())}
                      >
                        {label(column(), row())}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
