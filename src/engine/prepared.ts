import type { Diagnostic } from '../domain/diagnostic.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import { type GeneNames, geneNames } from './decode.ts';
import { encode, type ProblemImage } from './encode/encode.ts';
import { checkStart, encodeHome, type Home, problemFrom } from './run/run-start.ts';
import type { RunStart } from './run-contract/run-settings.ts';

/**
 * All that islands need of a problem, as plain data that can be sent: a host that has it builds no problem. It is made
 * once for a run, however many hosts there are (docs/decisions/0012-scale.md).
 */
export interface PreparedProblem {
  readonly image: ProblemImage;
  readonly names: GeneNames;
  /** Where the run starts; null when individuals are constructed. */
  readonly home: Home | null;
  /** Individuals that the islands go on with, where there are some already; empty: they are constructed. */
  readonly population: readonly Home[];
}

/** Throws when the run cannot start there, and when scores could leave what the kernel counts in. */
export function prepare(
  problem: Problem,
  start: RunStart | null,
  population: readonly PackedTimetable[] = [],
): PreparedProblem {
  if (start !== null) refuse(checkStart(problem, start));
  const searched = problemFrom(problem, start ?? undefined);
  const image = encode(searched);
  const individual = (timetable: PackedTimetable) => encodeHome(searched, image, { timetable, keep: 0, cap: null });
  return {
    image,
    names: geneNames(searched),
    home: start === null ? null : encodeHome(searched, image, start),
    population: population.map(individual),
  };
}

export function refuse(flaws: readonly Diagnostic[]): void {
  if (flaws.length > 0) throw new Error(flaws.map((flaw) => flaw.message).join(' '));
}
