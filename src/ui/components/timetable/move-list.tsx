import { For, type JSX } from 'solid-js';
import type { EventMove } from '../../../engine/editing/answers.ts';
import { timeLabel } from '../../state/words/labels.ts';
import { listText } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { useTimetable } from './timetable-context.ts';

/** Who goes from where to where. */
export function MoveList(props: { readonly moves: readonly EventMove[] }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const words = ({ event, assignment }: EventMove) => {
    const problem = selection.problem();
    const now = selection.placed()?.timetable.assignments[event];
    const rooms = assignment.rooms.map((index) => problem.rooms[index]?.name ?? '');
    const to = listText([timeLabel(problem, assignment.time) || text('panelUnplaced'), ...rooms]);
    const from = timeLabel(problem, now?.time ?? -1) || text('panelUnplaced');
    return text('moveArrow', { from, to });
  };
  return (
    <ul class="move-list">
      <For each={props.moves}>
        {(move) => (
          <li>
            {selection.problem().events[move.event]?.name ?? ''}
            <small>{words(move)}</small>
          </li>
        )}
      </For>
    </ul>
  );
}
