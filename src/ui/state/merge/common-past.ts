import type { MergeSide } from '../../../domain/merge/merge.ts';
import { listNames } from '../../../domain/operations/operation.ts';
import { sameData } from '../../../domain/operations/same-data.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { VersionRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';

/** Versions that are looked at for a common past. */
const versionsTried = 6;

type Versions = Pick<Services['storage']['versions'], 'content'>;

/** The state of a version; null where there is none of that id that can be read. */
export async function sideOf(stored: Versions, id: string): Promise<MergeSide | null> {
  const found = id === '' ? null : await stored.content(id);
  return found?.ok ? { problem: found.value.problem, timetable: found.value.timetable } : null;
}

/** The version with which a file has most in common, if that is the greater part of it; else empty. */
export async function likelyBase(
  stored: Versions,
  versions: readonly VersionRecord[],
  theirs: ProblemData,
): Promise<string> {
  let best = { id: '', share: 0.5 };
  for (const { id } of versions.slice(0, versionsTried)) {
    const side = await sideOf(stored, id);
    const share = side === null ? 0 : sharedPart(side.problem, theirs);
    if (share > best.share) best = { id, share };
  }
  return best.id;
}

/** Share of the items of a former state that the other has unchanged, under the same ids. */
function sharedPart(base: ProblemData, theirs: ProblemData): number {
  let all = 0;
  let same = 0;
  for (const list of listNames) {
    const items = new Map((theirs[list] as readonly { readonly id: string }[]).map((item) => [item.id, item]));
    for (const item of base[list]) {
      all++;
      if (sameData(item, items.get(item.id))) same++;
    }
  }
  return all === 0 ? 0 : same / all;
}
