import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { Problem } from '../../domain/problem.ts';
import type { Timetable } from '../../domain/timetable.ts';
import type { Conflict } from '../../engine/conflicts/conflicts.ts';
import type { Explainer, Explanation, ExplanationOutcome } from '../../workers/explanation-client.ts';

/** The search for rules that cannot hold together, as the page of problems shows it. */
export interface ConflictSearchState {
  readonly conflicts: Accessor<readonly Conflict[]>;
  /** Sets of events and rules tried out so far. */
  readonly tests: Accessor<number>;
  readonly busy: Accessor<boolean>;
  /** How the last search ended; null before the first one and during one. */
  readonly outcome: Accessor<ExplanationOutcome | null>;
  start(timetable: Timetable): void;
  stop(): void;
}

/** The search ends with its owner. */
export function createConflictSearch(explainer: Explainer, problem: Problem): ConflictSearchState {
  const [conflicts, setConflicts] = createSignal<readonly Conflict[]>([]);
  const [tests, setTests] = createSignal(0);
  const [outcome, setOutcome] = createSignal<ExplanationOutcome | null>(null);
  const [current, setCurrent] = createSignal<Explanation | null>(null);
  onCleanup(() => current()?.stop());

  return {
    conflicts,
    tests,
    outcome,
    busy: () => current() !== null,
    start(timetable) {
      if (current() !== null) return;
      const hooks = {
        onConflict: (conflict: Conflict) => void setConflicts((found) => [...found, conflict]),
        onTest: (count: number) => void setTests(count),
      };
      batch(() => {
        setConflicts([]);
        setTests(0);
        setOutcome(null);
      });
      const started = explainer.explain(problem, timetable, hooks);
      setCurrent(started);
      void started.outcome.then((ended) =>
        batch(() => {
          setOutcome(ended);
          setCurrent(null);
        }),
      );
    },
    stop: () => current()?.stop(),
  };
}
