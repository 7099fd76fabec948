import * as abi from '../../../assembly/abi/abi.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { Profile } from './events.ts';
import { timesAreCells } from './header.ts';
import { costRowBytes } from './records.ts';

/** True when the events of the profile are what the kernel calls plain, see PROFILE_IS_PLAIN. */
export function isPlain(problem: Problem, profile: Profile): boolean {
  const [gene] = profile.genes;
  if (!timesAreCells(problem) || profile.times.length === 0) return false;
  if (profile.genes.length !== 1 || gene === undefined || !gene.isRoom || gene.pool.length === 0) return false;
  return gene.pool.every((room) => problem.resources[room]?.capacity === 1);
}

/** The records by which proposals are screened; those of other profiles than plain ones serve their partners. */
export function writeScreen(
  problem: Problem,
  image: ImageWriter,
  profiles: readonly Profile[],
  profilesAt: number,
  related: { readonly at: number; readonly width: number },
): void {
  // one more for the spare profile: no times, no gain
  const at = image.reserve((profiles.length + 1) * abi.SCREEN_BYTES);
  for (const profile of profiles) {
    const record = at + profile.index * abi.SCREEN_BYTES;
    const of = (field: number) => image.wordAt(profilesAt + profile.index * abi.PROFILE_BYTES + field);
    image.setAt(
      record + abi.SCREEN_GAIN,
      of(isPlain(problem, profile) ? abi.PROFILE_PLAIN_GAIN : abi.PROFILE_SOFT_GAIN),
    );
    image.setAt(record + abi.SCREEN_COST_ROW, profile.index * costRowBytes(problem));
    if (!isPlain(problem, profile)) continue;
    image.setAt(record + abi.SCREEN_TIMES, image.flags(new Uint8Array(Uint16Array.from(profile.times).buffer)));
    image.setAt(record + abi.SCREEN_TIME_COUNT, profile.times.length);
    image.setAt(record + abi.SCREEN_POOL, of(abi.PROFILE_POOL));
    image.setAt(record + abi.SCREEN_POOL_COUNT, of(abi.PROFILE_POOL_COUNT));
    image.setAt(record + abi.SCREEN_RELATED, related.at + profile.index * related.width);
  }
  image.setAt(at + profiles.length * abi.SCREEN_BYTES + abi.SCREEN_COST_ROW, profiles.length * costRowBytes(problem));
  image.setWord(abi.SECTION_SCREEN, at);
}
