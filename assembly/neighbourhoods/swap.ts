import * as abi from '../abi/abi';
import { admitsExchange, isCapped } from '../evolution/home';
import { isPeekedExactly } from '../image/block-events';
import { pairRows, profileField, profileOf, profilesRelated } from '../image/problem';
import { peekSoftShapes, peekSwapHard, peekSwapRows, peekSwapSoft } from '../solution/score';
import { beginKnown, endKnown } from '../solution/scoring';
import { applyChange } from '../solution/working-solution';
import { geneOf, STATE_HARD_WEIGHT, stateWord, timeOf } from '../state';
import { leastOfSwap } from '../terms/pair-rows';

/** Swap: two events exchange their times and the rooms in `gene` and `partnerGene`. */
export function trySwap(event: i32, gene: i32, partner: i32, partnerGene: i32, threshold: i32): bool {
  const profile = profileOf(event);
  const partnerProfile = profileOf(partner);
  const from = timeOf(event);
  const to = timeOf(partner);
  const rows = pairRows ? leastOfSwap(event, from, partner, to) : 0;
  const gain =
    profileField(profile, abi.PROFILE_SOFT_GAIN) + profileField(partnerProfile, abi.PROFILE_SOFT_GAIN) - rows;
  const hard = peekSwapHard(event, gene, partner, partnerGene);
  const weighted = stateWord(STATE_HARD_WEIGHT) * hard;
  let change = weighted;
  if (change - gain > threshold) return false;
  change += peekSwapRows(event, gene, partner, partnerGene);
  if (change - gain > threshold) return false;
  change += peekSwapSoft(event, gene, partner, partnerGene);
  if (from != to) {
    const shapeGain = profileField(profile, abi.PROFILE_SHAPE_GAIN);
    const partnerShapeGain = profileField(partnerProfile, abi.PROFILE_SHAPE_GAIN);
    if (change - shapeGain - partnerShapeGain > threshold) return false;
    const related = profilesRelated(profile, partnerProfile) != 0;
    change += peekSoftShapes(profile, related ? partner : -1, from, to);
    if (change - partnerShapeGain > threshold) return false;
    change += peekSoftShapes(partnerProfile, related ? event : -1, to, from);
  }
  if (change > threshold) return false;
  if (isCapped() && !admitsExchange(event, gene, partner, partnerGene)) return false;
  const held = geneOf(gene);
  const taken = geneOf(partnerGene);
  const isKnown = isPeekedExactly(event) && isPeekedExactly(partner);
  if (isKnown) beginKnown(hard, change - weighted);
  applyChange(event, to, gene, taken, -1, -1);
  applyChange(partner, from, partnerGene, held, -1, -1);
  if (isKnown) endKnown();
  return true;
}
