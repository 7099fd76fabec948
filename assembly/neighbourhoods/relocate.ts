import * as abi from '../abi/abi';
import { admitsRelocation, isCapped } from '../evolution/home';
import { isPeekedExactly } from '../image/block-events';
import { hasBlocks, profileField, profileOf } from '../image/problem';
import { peekHardBesides, peekSoft, peekSoftShapes } from '../solution/score';
import { beginKnown, endKnown } from '../solution/scoring';
import { applyChange } from '../solution/working-solution';
import { STATE_HARD, STATE_HARD_WEIGHT, stateWord, timeOf } from '../state';
import { peekStaticClash } from '../terms/occupancy';
import { rowPairsAt } from '../terms/pair-rows';
import { breachesOfBlock, isCalmRelocation, peekBlock } from './block-relocation';

/**
 * Relocate: one event to a meeting time, with up to two of its genes changed. Accepted when hard weight × hard change +
 * soft change is at most `threshold`; each part is left as soon as the rest cannot bring it below (exact).
 */
export function tryRelocate(
  event: i32,
  to: i32,
  gene: i32,
  resource: i32,
  gene2: i32,
  resource2: i32,
  threshold: i32,
): bool {
  const profile = profileOf(event);
  const from = timeOf(event);
  if (isCalmRelocation(from, to)) {
    const breaches = breachesOfBlock(event, to, gene, resource, gene2, resource2);
    return settleRelocation(event, to, gene, resource, gene2, resource2, breaches, threshold);
  }
  const gain = profileField(profile, abi.PROFILE_SOFT_GAIN) - rowPairsAt(event, to) + rowPairsAt(event, from);
  const clash = from == to ? 0 : peekStaticClash(profile, from, to);
  // without any breach every hard change is an increase: the clashes alone may already be too much
  if (stateWord(STATE_HARD) == 0 && stateWord(STATE_HARD_WEIGHT) * clash - gain > threshold) return false;
  const hard = clash + peekHardBesides(event, to, gene, resource, gene2, resource2);
  if (stateWord(STATE_HARD_WEIGHT) * hard - gain > threshold) return false;
  return settleRelocation(event, to, gene, resource, gene2, resource2, hard, threshold);
}

/** The soft part of a relocation whose hard change is `hard`, and the move itself if it is accepted. */
function settleRelocation(
  event: i32,
  to: i32,
  gene: i32,
  resource: i32,
  gene2: i32,
  resource2: i32,
  hard: i32,
  threshold: i32,
): bool {
  const profile = profileOf(event);
  const from = timeOf(event);
  const weighted = stateWord(STATE_HARD_WEIGHT) * hard;
  let change = 0;
  if (hasBlocks) {
    change = peekBlock(event, to, gene, resource, gene2, resource2, weighted, threshold);
    if (change > threshold) return false;
  } else {
    change = weighted + peekSoft(event, to, gene, resource, gene2, resource2);
    if (from != to) {
      if (change - profileField(profile, abi.PROFILE_SHAPE_GAIN) > threshold) return false;
      change += peekSoftShapes(profile, -1, from, to);
    }
    if (change > threshold) return false;
  }
  if (isCapped() && !admitsRelocation(event, to, gene, resource, gene2, resource2)) return false;
  const isKnown = isPeekedExactly(event);
  if (isKnown) beginKnown(hard, change - weighted);
  applyChange(event, to, gene, resource, gene2, resource2);
  if (isKnown) endKnown();
  return true;
}
