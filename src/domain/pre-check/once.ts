import type { Problem } from '../problem.ts';

/** What several kinds of proofs ask of a problem is found once and kept with it. */
export function onceFor<Value>(find: (problem: Problem) => Value): (problem: Problem) => Value {
  const known = new WeakMap<Problem, { readonly value: Value }>();
  return (problem) => {
    const found = known.get(problem) ?? { value: find(problem) };
    known.set(problem, found);
    return found.value;
  };
}
