import type { Steps } from '../../domain/steps.ts';

/**
 * Leaves out of a list whatever the test does not need: first halves, then quarters, in the end each item by itself,
 * the first ones first. When more never helps the test to fail, no item of the result can be left out (a deletion
 * filter, see Chinneck, "Feasibility and Infeasibility in Optimization", 2008, in stretches of falling length).
 * The test is known to hold for the whole list. Stops where it is after `mostTests`.
 */
export function* filtered<Item>(
  items: readonly Item[],
  holds: (kept: readonly Item[]) => Steps<boolean>,
  mostTests: number,
): Steps<readonly Item[]> {
  let kept = items;
  let tests = 0;
  for (
    let size = Math.ceil(items.length / 2);
    size >= 1 && kept.length > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < kept.length; ) {
      if (tests++ >= mostTests) return kept;
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (yield* holds(fewer)) kept = fewer;
      else at += size;
    }
  }
  return kept;
}
