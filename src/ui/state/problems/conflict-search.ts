import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { Conflict } from '../../../engine/conflicts/conflicts.ts';
import type { Explainer, Explanation, ExplanationOutcome } from '../../../workers/explanation-client.ts';

/** A problem and the timetable of it that breaks hard rules. */
export interface Searched {
  readonly problem: Problem;
  readonly timetable: Timetable;
  /** Stored timetable. */
  readonly recordId: string;
}

/** The search for rules that cannot hold together, as the page of problems shows it. */
export interface ConflictSearchState {
  readonly conflicts: Accessor<readonly Conflict[]>;
  /** What the conflicts are about: their indices mean this problem, whatever was edited since. Null before a search. */
  readonly searched: Accessor<Searched | null>;
  /** Sets of events and rules tried out so far. */
  readonly tests: Accessor<number>;
  readonly busy: Accessor<boolean>;
  /** How the last search ended; null before the first one and during one. */
  readonly outcome: Accessor<ExplanationOutcome | null>;
  start(searched: Searched): void;
  stop(): void;
}

/** The search ends with its owner. */
export function createConflictSearch(explainer: Explainer): ConflictSearchState {
  const [conflicts, setConflicts] = createSignal<readonly Conflict[]>([]);
  const [searched, setSearched] = createSignal<Searched | null>(null);
  const [tests, setTests] = createSignal(0);
  const [outcome, setOutcome] = createSignal<ExplanationOutcome | null>(null);
  const [current, setCurrent] = createSignal<Explanation | null>(null);
  onCleanup(() => current()?.stop());

  return {
    conflicts,
    searched,
    tests,
    outcome,
    busy: () => current() !== null,
    start(wanted) {
      if (current() !== null) return;
      const hooks = {
        onConflict: (conflict: Conflict) => void setConflicts((found) => [...found, conflict]),
        onTest: (count: number) => void setTests(count),
      };
      batch(() => {
        setSearched(wanted);
        setConflicts([]);
        setTests(0);
        setOutcome(null);
      });
      const started = explainer.explain(wanted.problem, wanted.timetable, hooks);
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
