import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { type MergePlan, type MergeSide, mergeSteps } from '../../../domain/merge/merge.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { inSlices } from '../../../domain/steps.ts';

/** What is compared. */
export interface MergeSides {
  readonly mine: MergeSide;
  readonly theirs: MergeSide;
  /** The state both come from, which may have to be read. */
  readonly past: () => Promise<MergeSide | null>;
}

export interface ComparedSides {
  /** Null while there is nothing to compare, or it is being compared. */
  readonly plan: Accessor<MergePlan | null>;
  /** Forgets it until the sides change. */
  forget(): void;
  /** Whether the plan was made for this data of the project. */
  isFor(problem: ProblemData): boolean;
}

/** Compares the sides, in slices, again whenever they change; the last ones win. */
export function createComparedSides(sides: () => MergeSides | null): ComparedSides {
  const [plan, setPlan] = createSignal<MergePlan | null>(null);
  /** What the plan was made for. */
  let planned: ProblemData | null = null;
  let latest = 0;
  onCleanup(() => latest++);

  createEffect(() => {
    const wanted = sides();
    if (wanted === null) return;
    const number = ++latest;
    setPlan(null);
    const { mine, theirs, past } = wanted;
    past()
      .then((base) => inSlices(mergeSteps(mine, theirs, base)))
      .then((made) => {
        if (number !== latest) return;
        planned = mine.problem;
        setPlan(made);
      });
  });
  return { plan, forget: () => void setPlan(null), isFor: (problem) => planned === problem };
}
