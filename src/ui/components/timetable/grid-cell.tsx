import { type JSX, Show } from 'solid-js';
import type { CellState } from '../../state/timetable/grid-axis.ts';
import { cellKey } from '../../state/timetable/verdicts.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { CellVerdict } from './cell-verdict.tsx';
import { useTimetable } from './timetable-context.ts';

const stateNames: Readonly<Record<CellState, PlainTextKey | null>> = {
  open: null,
  break: 'gridBreak',
  closed: 'gridClosed',
  unavailable: 'gridUnavailable',
};

/** One slot of one day; while a card is held it says what would happen there, and takes the card. */
export function GridCell(props: {
  readonly state: CellState;
  readonly day: number;
  readonly slot: number;
  readonly focusable: boolean;
  /** False where the held card has nothing to do with the row. Absent means true. */
  readonly takes?: boolean;
  /** Index of the room of the row, where rows are rooms. */
  readonly room?: number;
  readonly onFocus: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const { actions, point } = useTimetable();
  const key = () => cellKey(props.day, props.slot);
  const isOpen = () => actions.held() !== null && props.takes !== false;
  const verdict = () => (isOpen() ? actions.verdicts().get(key()) : undefined);
  const tone = () => (isOpen() ? (verdict()?.tone ?? (actions.verdicts().size > 0 ? 'none' : undefined)) : undefined);
  const title = () => {
    const name = stateNames[props.state];
    return verdict()?.words ?? (name === null ? undefined : text(name));
  };
  const aim = () => {
    if (actions.held() !== null) actions.aim({ day: props.day, slot: props.slot });
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: it is focusable; Solid spells the attribute tabindex.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all its cells.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid takes the focus.
      role="gridcell"
      data-cell={key()}
      data-state={props.state}
      data-tone={tone()}
      data-aimed={isOpen() && actions.aimed() === key() ? '' : undefined}
      title={title()}
      tabindex={props.focusable ? 0 : -1}
      onFocus={() => {
        props.onFocus();
        aim();
      }}
      onBlur={() => point(null)}
      onPointerEnter={aim}
      onClick={() => actions.drop(props.day, props.slot, props.room)}
    >
      {props.children}
      <Show when={verdict()}>{(shown) => <CellVerdict verdict={shown()} />}</Show>
    </td>
  );
}
