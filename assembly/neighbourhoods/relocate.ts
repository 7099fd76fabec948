import * as abi from '../abi';
import { eventField, profileField } from '../problem';
import { peekHard, peekSoft, peekSoftShapes } from '../score';
import { STATE_HARD_WEIGHT, stateWord, timeOf } from '../state';
import { applyChange } from '../working-solution';

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
  const profile = eventField(event, abi.EVENT_PROFILE);
  const from = timeOf(event);
  let change = stateWord(STATE_HARD_WEIGHT) * peekHard(event, to, gene, resource, gene2, resource2);
  if (change - profileField(profile, abi.PROFILE_SOFT_GAIN) > threshold) return false;
  change += peekSoft(event, to, gene, resource, gene2, resource2);
  if (from != to) {
    if (change - profileField(profile, abi.PROFILE_SHAPE_GAIN) > threshold) return false;
    change += peekSoftShapes(profile, -1, from, to);
  }
  if (change > threshold) return false;
  applyChange(event, to, gene, resource, gene2, resource2);
  return true;
}
