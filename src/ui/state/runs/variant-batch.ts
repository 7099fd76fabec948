import type { RunWish } from '../../../domain/runs/run-wish.ts';
import { type VariantName, variantNames } from '../../../domain/variants.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';

/** Fewer are no choice, more nobody looks at side by side. */
export const fewestVariants = 2;

/** What is generated unless somebody chooses otherwise. */
export const usualVariants: readonly VariantName[] = ['balanced', 'student-compact', 'instructor-friendly'];

/** The chosen ones in the order of the list: as weighted first. */
export function inVariantOrder(chosen: ReadonlySet<VariantName>): readonly VariantName[] {
  return variantNames.filter((name) => chosen.has(name));
}

/**
 * Puts a run for each in the queue; ends with the first that is refused (`start` answers false). The number of runs that
 * were started.
 */
export async function startVariants(
  variants: readonly VariantName[],
  start: (variant: VariantName) => Promise<boolean>,
): Promise<number> {
  let started = 0;
  for (const variant of variants) {
    if (!(await start(variant))) break;
    started++;
  }
  return started;
}

/** Before there is a plan each run is planned for itself, when its turn comes: with this seed, unless one was typed. */
export function withSeed(wanted: RunSettings | RunWish, seed: number): RunSettings | RunWish {
  return 'typed' in wanted ? { ...wanted, typed: { seed: String(seed), ...wanted.typed } } : wanted;
}
