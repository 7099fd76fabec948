import * as abi from '../abi/abi';
import { homeGene, homeTime, isAway } from '../evolution/home';
import { eventField, geneField } from '../image/problem';
import { geneOf } from '../state';
import { proposeRoom } from './propose';
import { tryRelocate } from './relocate';

/**
 * Every second chain is tried the other way where only so many events may be away: random proposals hardly ever find
 * the way back, and chains are never dropped unseen.
 */
export function isHomeward(more: u64): bool {
  return ((more >> 4) & 1) == 0;
}

/** An event that is away goes back to its time and to what it had there; who holds its room takes its place, if it may. */
export function proposeHome(event: i32, bits: u32, threshold: i32): bool {
  if (!isAway(event)) return false;
  const to = homeTime(event);
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  let gene = -1;
  let gene2 = -1;
  for (let k = first; k < last; k++) {
    if (homeGene(k) < 0 || geneOf(k) == homeGene(k)) continue;
    if (gene < 0) gene = k;
    else gene2 = k;
  }
  if (gene < 0) {
    const room = eventField(event, abi.EVENT_ROOM_GENE);
    if (room < 0) return tryRelocate(event, to, -1, -1, -1, -1, threshold);
    return proposeRoom(event, to, room, geneOf(room), bits, 0, threshold);
  }
  if (gene2 >= 0) return tryRelocate(event, to, gene, homeGene(gene), gene2, homeGene(gene2), threshold);
  if (geneField(gene, abi.GENE_IS_ROOM) == 0) return tryRelocate(event, to, gene, homeGene(gene), -1, -1, threshold);
  return proposeRoom(event, to, gene, homeGene(gene), bits, 0, threshold);
}
