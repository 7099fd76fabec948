import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { CalendarData, SlotData, SlotSelection } from '../../../domain/problem-data.ts';
import { cellsOf, paintable, rectangle, selectionsOf } from '../../state/rules/slot-grid.ts';
import { shortNames } from '../../state/words/labels.ts';
import { useText } from '../../text/text.tsx';

interface PainterProps {
  readonly label: string;
  readonly calendar: CalendarData;
  readonly value: readonly SlotSelection[];
  readonly onChange: (value: readonly SlotSelection[]) => void;
}

/** Days as columns, slots as rows; painted with the mouse, a finger or the keys. One stroke is one change. */
export function SlotPainter(props: PainterProps): JSX.Element {
  const text = useText();
  const painting = createPainting(props);
  return (
    <div class="slot-painter">
      <div class="scroll">
        <table
          aria-label={props.label}
          ref={painting.ref}
          onPointerMove={painting.draw}
          onPointerUp={painting.end}
          onPointerCancel={painting.cancel}
        >
          <DayHeads calendar={props.calendar} onToggle={painting.toggleAll} />
          <tbody>
            <For each={props.calendar.slots}>
              {(slot, row) => <SlotRow calendar={props.calendar} slot={slot} row={row()} painting={painting} />}
            </For>
          </tbody>
        </table>
      </div>
      <p class="field-hint">
        {text('ruleSlotsHint')}{' '}
        <Show when={painting.stored().size > 0}>
          <button type="button" class="link" onClick={painting.clear}>
            {text('ruleSlotsClear')}
          </button>
        </Show>
      </p>
      <Show when={props.value.length > paintable(props.value).length}>
        <p class="field-hint">
          {text('ruleSlotsWeeks', { count: props.value.length - paintable(props.value).length })}
        </p>
      </Show>
    </div>
  );
}

type Painting = ReturnType<typeof createPainting>;

/** The cells that are chosen, the stroke that is being drawn over them, and the cell that the keys are at. */
function createPainting(props: PainterProps) {
  const slotCount = () => props.calendar.slots.length;
  const stored = createMemo(() => cellsOf(props.calendar, props.value));
  const [stroke, setStroke] = createSignal<Stroke | null>(null);
  const [at, setAt] = createSignal(0);
  const shown = createMemo(() => {
    const drawn = stroke();
    return drawn === null ? stored() : painted(stored(), rectangle(slotCount(), drawn.from, drawn.to), drawn.on);
  });
  const commit = (cells: ReadonlySet<number>) => props.onChange(selectionsOf(props.calendar, cells, props.value));
  let grid: HTMLTableElement | undefined;

  const cellUnder = ({ clientX, clientY }: PointerEvent): number | null => {
    const cell = document.elementFromPoint(clientX, clientY)?.closest('[data-cell]')?.getAttribute('data-cell');
    return cell == null || grid?.contains(document.elementFromPoint(clientX, clientY)) !== true ? null : Number(cell);
  };
  return {
    stored,
    shown,
    at,
    ref: (table: HTMLTableElement) => {
      grid = table;
    },
    begin(cell: number): void {
      setAt(cell);
      setStroke({ from: cell, to: cell, on: !stored().has(cell) });
    },
    draw(event: PointerEvent): void {
      const drawn = stroke();
      const to = drawn === null ? null : cellUnder(event);
      if (drawn !== null && to !== null) setStroke({ ...drawn, to });
    },
    end(): void {
      if (stroke() === null) return;
      const cells = shown();
      setStroke(null);
      commit(cells);
    },
    cancel: () => void setStroke(null),
    toggleAll: (cells: readonly number[]) =>
      commit(painted(stored(), cells, !cells.every((cell) => stored().has(cell)))),
    clear: () => commit(new Set()),
    onKeyDown(event: KeyboardEvent): void {
      const next = neighbour(towards(event.key, grid), at(), slotCount(), props.calendar.days.length);
      if (next === null) return;
      event.preventDefault();
      if (event.shiftKey) commit(painted(stored(), [at(), next], stored().has(at())));
      setAt(next);
      grid?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
    },
  };
}

/** A day is painted, or cleared, by its name. */
function DayHeads(props: {
  readonly calendar: CalendarData;
  readonly onToggle: (cells: readonly number[]) => void;
}): JSX.Element {
  const slotCount = () => props.calendar.slots.length;
  return (
    <thead>
      <tr>
        <td />
        <For each={shortNames(props.calendar.days.map(({ name }) => name))}>
          {(day, index) => (
            <th scope="col">
              <button
                type="button"
                class="plain"
                title={props.calendar.days[index()]?.name ?? ''}
                onClick={() =>
                  props.onToggle(rectangle(slotCount(), index() * slotCount(), (index() + 1) * slotCount() - 1))
                }
              >
                {day}
              </button>
            </th>
          )}
        </For>
      </tr>
    </thead>
  );
}

function SlotRow(props: {
  readonly calendar: CalendarData;
  readonly slot: SlotData;
  readonly row: number;
  readonly painting: Painting;
}): JSX.Element {
  const cellOn = (day: number) => day * props.calendar.slots.length + props.row;
  const clock = () => `${props.slot.start}–${props.slot.end}`;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="plain"
          title={clock()}
          onClick={() => props.painting.toggleAll(props.calendar.days.map((_, day) => cellOn(day)))}
        >
          {props.slot.start}
        </button>
      </th>
      <For each={props.calendar.days}>
        {(day, column) => (
          <td>
            <button
              type="button"
              data-cell={cellOn(column())}
              tabindex={cellOn(column()) === props.painting.at() ? 0 : -1}
              aria-pressed={props.painting.shown().has(cellOn(column()))}
              aria-label={`${day.name} ${clock()}`}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                // the stroke goes on outside the cell, and ends wherever the button is let go
                event.currentTarget.setPointerCapture(event.pointerId);
                props.painting.begin(cellOn(column()));
              }}
              // of the keyboard: a pointer has drawn its stroke already
              onClick={(event) => {
                if (event.detail === 0) props.painting.toggleAll([cellOn(column())]);
              }}
              onKeyDown={(event) => props.painting.onKeyDown(event)}
            />
          </td>
        )}
      </For>
    </tr>
  );
}

/** A rectangle that is being drawn. */
interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly on: boolean;
}

function painted(cells: ReadonlySet<number>, area: readonly number[], on: boolean): ReadonlySet<number> {
  const next = new Set(cells);
  for (const cell of area) {
    if (on) next.add(cell);
    else next.delete(cell);
  }
  return next;
}

/** Left and right trade places where the first day is on the right. */
function towards(key: string, grid: Element | undefined): string {
  if (grid?.matches(':dir(rtl)') !== true) return key;
  return key === 'ArrowRight' ? 'ArrowLeft' : key === 'ArrowLeft' ? 'ArrowRight' : key;
}

/** The cell that an arrow leads to, or null. */
function neighbour(key: string, cell: number, slotCount: number, dayCount: number): number | null {
  const slot = cell % slotCount;
  const day = Math.floor(cell / slotCount);
  if (key === 'ArrowDown') return slot + 1 < slotCount ? cell + 1 : cell;
  if (key === 'ArrowUp') return slot > 0 ? cell - 1 : cell;
  if (key === 'ArrowRight') return day + 1 < dayCount ? cell + slotCount : cell;
  if (key === 'ArrowLeft') return day > 0 ? cell - slotCount : cell;
  return null;
}
