import type { JSX } from 'solid-js';
import type { Score } from '../../../domain/score.ts';
import { wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';

/** Unplaced, hard and soft, always in this order and with these words. */
export function ScoreLine(props: { readonly score: Score }): JSX.Element {
  const text = useText();
  return (
    <span class="score-line">
      <ScorePart label={text('counterUnplaced')} value={props.score.unplaced} bad />
      <ScorePart label={text('counterHard')} value={props.score.hard} bad />
      <ScorePart label={text('counterSoft')} value={props.score.soft} />
    </span>
  );
}

function ScorePart(props: { readonly label: string; readonly value: number; readonly bad?: boolean }): JSX.Element {
  return (
    <span class="score-part" data-bad={props.bad === true && props.value > 0 ? '' : undefined}>
      {props.label} <b>{wholeNumber(props.value)}</b>
    </span>
  );
}
