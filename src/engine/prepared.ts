import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Problem } from '../domain/problem.ts';
import { type GeneNames, geneNames } from './decode.ts';
import { encode, type ProblemImage } from './encode.ts';
import type { RunStart } from './run-settings.ts';
import { checkStart, encodeHome, type Home, problemFrom } from './run-start.ts';

/**
 * All that islands need of a problem, as plain data that can be sent: a host that has it builds no problem. It is made
 * once for a run, however many hosts there are (docs/decisions/0012-scale.md).
 */
export interface PreparedProblem {
  readonly image: ProblemImage;
  readonly names: GeneNames;
  /** Where the run starts; null when individuals are constructed. */
  readonly home: Home | null;
}

/** Throws when the run cannot start there, and when scores could leave what the kernel counts in. */
export function prepare(problem: Problem, start: RunStart | null): PreparedProblem {
  if (start !== null) refuse(checkStart(problem, start));
  const searched = problemFrom(problem, start ?? undefined);
  const image = encode(searched);
  return { image, names: geneNames(searched), home: start === null ? null : encodeHome(searched, image, start) };
}

export function refuse(flaws: readonly Diagnostic[]): void {
  if (flaws.length > 0) throw new Error(flaws.map((flaw) => flaw.message).join(' '));
}
