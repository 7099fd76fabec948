import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Result } from '../../../domain/result.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { Places } from '../../../engine/editing/answers.ts';
import { messageText } from '../words/message-text.ts';
import type { EditingContext } from './editing.ts';

/** An answer that was asked for before the card was picked up. */
interface Prepared {
  readonly event: number;
  readonly timetable: Timetable;
  /** Null until it has come. */
  answer: Places | null;
}

/**
 * What the engine says of the places for the held event; asked again when the timetable changes meanwhile. `prepare` asks
 * ahead, so that the colours come in the same picture as the card is picked up.
 */
export function createPlaces(
  { editing, placed, complain }: Pick<EditingContext, 'editing' | 'placed' | 'complain'>,
  held: Accessor<number | null>,
): { readonly places: Accessor<Places | null>; prepare(event: number): void } {
  const [places, setPlaces] = createSignal<Places | null>(null);
  const timetable = createMemo(() => placed()?.timetable);
  let prepared: Prepared | null = null;

  function prepare(event: number): void {
    const shown = placed();
    if (shown === null || held() !== null) return;
    if (prepared?.event === event && prepared.timetable === shown.timetable) return;
    const asked: Prepared = { event, timetable: shown.timetable, answer: null };
    prepared = asked;
    void editing.places(shown.problem, shown.timetable, event).then((result: Result<Places>) => {
      if (result.ok) asked.answer = result.value;
      else if (prepared === asked) prepared = null;
    });
  }

  createEffect(
    on([held, timetable], ([event]) => {
      const shown = placed();
      if (event === null || shown === null) {
        setPlaces(null);
        return;
      }
      const known = prepared?.event === event && prepared.timetable === shown.timetable ? prepared.answer : null;
      setPlaces(known);
      if (known !== null) return;
      let wanted = true;
      onCleanup(() => {
        wanted = false;
      });
      void editing.places(shown.problem, shown.timetable, event).then((result) => {
        if (!wanted) return;
        if (result.ok) setPlaces(result.value);
        else complain(messageText(result.diagnostics[0]));
      });
    }),
  );
  return { places, prepare };
}
