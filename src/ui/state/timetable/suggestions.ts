import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Suggestion } from '../../../engine/editing/answers.ts';
import { messageText } from '../words/message-text.ts';
import type { EditingContext, TimetableEditing } from './editing.ts';
import { chainEdit } from './moves.ts';
import { placedWords } from './putting-down.ts';
import { costWords } from './verdicts.ts';

export interface Suggestions {
  /** The event that places are suggested for, or null. */
  readonly event: Accessor<number | null>;
  /** Best first; null while they are looked for. */
  readonly list: Accessor<readonly Suggestion[] | null>;
  ask(event: number): void;
  close(): void;
  /** Makes all moves of a suggestion, as one edit. */
  apply(suggestion: Suggestion): void;
  /** Shows the next event that needs attention, and what could be done. */
  next(): void;
}

const suggestionCount = 5;

export function createSuggestions(
  { editing, placed, text, complain }: EditingContext,
  actions: TimetableEditing,
  showEvent: (event: number) => void,
): Suggestions {
  const [event, setEvent] = createSignal<number | null>(null);
  const [list, setList] = createSignal<readonly Suggestion[] | null>(null);
  let last: number | undefined;

  /** The search that nobody waits for any more would keep the next question waiting. */
  let underWay: AbortController | null = null;
  const leaveOff = () => underWay?.abort();
  onCleanup(leaveOff);

  function ask(wanted: number): void {
    const shown = placed();
    if (shown === null) return;
    leaveOff();
    const search = new AbortController();
    underWay = search;
    setList(null);
    setEvent(wanted);
    void editing.suggestions(shown.problem, shown.timetable, wanted, suggestionCount, search.signal).then((result) => {
      if (search.signal.aborted || event() !== wanted || placed()?.timetable !== shown.timetable) return;
      if (result.ok) setList(result.value);
      else complain(messageText(result.diagnostics[0]));
    });
  }

  // They hold for the timetable they were found for.
  createEffect(
    on(
      () => placed()?.timetable,
      () => {
        const asked = event();
        if (asked !== null) ask(asked);
      },
      { defer: true },
    ),
  );

  return {
    event,
    list,
    ask,
    close() {
      leaveOff();
      setEvent(null);
    },
    apply({ moves, change }) {
      const shown = placed();
      const first = moves[0];
      if (shown === null || first === undefined) return;
      actions.putBack();
      actions.apply(chainEdit(shown, moves), placedWords(shown, first, costWords(change, text), text));
    },
    next() {
      const shown = placed();
      if (shown === null) return;
      const after = last;
      void editing.worst(shown.problem, shown.timetable, after).then((result) => {
        if (!result.ok) return complain(messageText(result.diagnostics[0]));
        const found = result.value;
        last = found?.event;
        if (found === null) return actions.say(text(after === undefined ? 'saidNoWorst' : 'saidAllSeen'));
        const cost = { unplaced: 0, hard: found.hard, soft: found.soft };
        const why = found.isUnplaced ? text('worstUnplaced') : costWords(cost, text);
        actions.putBack();
        showEvent(found.event);
        ask(found.event);
        actions.say(text('saidNext', { name: shown.problem.events[found.event]?.name ?? '', why }));
      });
    },
  };
}
