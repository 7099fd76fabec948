import { contentHash } from '../../domain/content-hash.ts';
import { packValue } from '../../domain/packed.ts';
import { packedLists, packSteps } from '../../domain/packed-problem.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { inSlices } from '../../domain/steps.ts';
import type { VariantName } from '../../domain/variants.ts';
import type { RunSettings, RunStart } from './run-settings.ts';
import { engineVersion } from './run-version.ts';

/** What a run searches, told from everything else by hashes. */
export interface RunInput {
  /** Hash of the problem as it travels. */
  readonly problemHash: string;
  /** Its size. */
  readonly inputBytes: number;
  /** Hash of problem, emphasis and start: of what the search sees. */
  readonly inputHash: string;
}

/** In slices: the page waits for it. */
export async function runInputOf(
  problem: ProblemData,
  variant: VariantName,
  start: RunStart | undefined,
): Promise<RunInput> {
  const { rest, lists } = await inSlices(packSteps(problem));
  const parts = [rest, ...packedLists.flatMap((list) => [packValue(list), ...lists[list]])];
  const problemHash = await contentHash(parts);
  const from = start === undefined ? null : [start.keep, start.cap];
  const timetable = start === undefined ? new Uint8Array() : bytesOf(start.timetable);
  return {
    problemHash,
    inputBytes: parts.reduce((sum, part) => sum + part.length, 0),
    inputHash: await contentHash([packValue([problemHash, variant, from]), timetable]),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Equal for two runs of which the second has nothing to find that the first has not. */
export function resultKeyOf(inputHash: string, settings: RunSettings): Promise<string> {
  // Where it starts is part of the input.
  const { start: _, ...rest } = settings;
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return contentHash([packValue([inputHash, sorted, engineVersion])]);
}
