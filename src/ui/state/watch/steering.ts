import { type Accessor, createSignal } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Problem } from '../../../domain/problem.ts';
import { type VariantName, withVariant } from '../../../domain/variants.ts';
import type { RunHandle } from '../../../engine/run-contract/run-events.ts';

/** A run takes over what was changed in the rules and locks of its project. */
export interface RunSteering {
  /** With the rules that the run goes by now. */
  readonly problem: Accessor<Problem>;
  /** The same as its emphasis weighs it. */
  readonly searched: Accessor<Problem>;
  /** A change is on its way: it comes with the end of a generation. */
  readonly pending: Accessor<boolean>;
  /** Why the last change was refused. */
  readonly flaws: Accessor<readonly Diagnostic[]>;
  /** True when the run is to take over the next change of the project without being asked. */
  readonly follows: Accessor<boolean>;
  setFollows(follows: boolean): void;
  /** Goes on with the problem, from the end of the generation under way. */
  steer(problem: Problem): Promise<void>;
}

export function createSteering(
  handle: Pick<RunHandle, 'steer'>,
  begun: { readonly problem: Problem; readonly variant: VariantName },
  onSteered: (problem: Problem) => void,
): RunSteering {
  const [problem, setProblem] = createSignal(begun.problem);
  const [searched, setSearched] = createSignal(withVariant(begun.problem, begun.variant));
  const [pending, setPending] = createSignal(false);
  const [flaws, setFlaws] = createSignal<readonly Diagnostic[]>([]);
  const [follows, setFollows] = createSignal(false);
  let latest = 0;
  return {
    problem,
    searched,
    pending,
    flaws,
    follows,
    setFollows: (value) => void setFollows(value),
    async steer(next) {
      const mine = ++latest;
      const weighed = withVariant(next, begun.variant);
      setFollows(false);
      setPending(true);
      setFlaws([]);
      const refused = await handle.steer(weighed.data);
      if (refused.length === 0) {
        setProblem(next);
        setSearched(weighed);
        onSteered(next);
      }
      // A newer change has taken the place of this one.
      if (mine !== latest) return;
      setPending(false);
      setFlaws(refused);
    },
  };
}
