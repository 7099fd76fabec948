import type { ProblemData } from '../../domain/problem-data.ts';
import { isRecord } from '../json.ts';

/**
 * Names that begin like this belong to other programs: they are kept as they are wherever an object of the file has them.
 * All other unknown names are refused, because they are mostly misspelt ones.
 */
const extensionMark = 'x-';

/** Where the project keeps what stands beside its problem in the file: whatever stores a problem stores it, too. */
const besideProblem = 'x-file';

type Extensions = Readonly<Record<string, unknown>>;

export function isExtension(name: string): boolean {
  return name.startsWith(extensionMark);
}

/** A problem as only the two functions below know it. */
interface ExtendedProblem extends ProblemData {
  readonly [besideProblem]?: Extensions;
}

/** The problem with the extensions of the whole file. */
export function withFileExtensions(problem: ProblemData, file: Extensions): ProblemData {
  const extensions = Object.entries(file).filter(([name]) => isExtension(name));
  if (extensions.length === 0) return problem;
  const extended: ExtendedProblem = { ...problem, [besideProblem]: Object.fromEntries(extensions) };
  return extended;
}

/** The inverse: the problem as it stands in the file, and what stands beside it. */
export function fileExtensionsOf(problem: ProblemData): { readonly problem: ProblemData; readonly beside: Extensions } {
  const { [besideProblem]: beside, ...rest }: ExtendedProblem = problem;
  // Whatever another program has put under this name stays where it is, unless it is a set of extensions.
  return isRecord(beside) && Object.keys(beside).every(isExtension)
    ? { problem: rest, beside }
    : { problem, beside: {} };
}
