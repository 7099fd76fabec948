import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { WhyNot } from '../../../engine/editing/answers.ts';
import type { EditingContext } from './editing.ts';
import type { Verdict } from './verdicts.ts';

/** A look that only passes a cell asks nothing. */
const aimDelay = 60;

/** What placing the held event where it is aimed at would break and mend; null until it is known. */
export function createWhyNot(
  { editing, placed }: EditingContext,
  held: Accessor<number | null>,
  target: Accessor<Verdict | null>,
): Accessor<WhyNot | null> {
  const [answer, setAnswer] = createSignal<WhyNot | null>(null);
  createEffect(
    on([held, target], ([event, verdict]) => {
      setAnswer(null);
      const shown = placed();
      if (event === null || verdict === null || shown === null || verdict.tone === 'here') return;
      let wanted = true;
      const timer = setTimeout(() => {
        void editing.whyNot(shown.problem, shown.timetable, event, verdict.place.assignment).then((result) => {
          if (wanted && result.ok) setAnswer(result.value);
        });
      }, aimDelay);
      onCleanup(() => {
        wanted = false;
        clearTimeout(timer);
      });
    }),
  );
  return answer;
}
