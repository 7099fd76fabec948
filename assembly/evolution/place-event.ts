import * as abi from '../abi/abi';
import { kindOf } from '../ejection/bonds';
import { eventField, geneField, itemAt, listItem, nowhere, profileField, profileOf } from '../image/problem';
import { freeRoom, heldElsewhere } from '../neighbourhoods/occupants';
import { nextRandom, randomBelow } from '../random';
import { peekHard } from '../solution/score';
import { applyChange } from '../solution/working-solution';
import { geneOf } from '../state';

/** One event of a construction. */

/** Times looked at for an event; the one of least hard change wins. */
const SAMPLES: i32 = 24;

/** Tries a few times with random resources and keeps the best; an event without candidate times stays nowhere. */
export function placeEvent(event: i32): void {
  const profile = profileOf(event);
  const timeCount = profileField(profile, abi.PROFILE_TIME_COUNT);
  pickResources(event, nowhere);
  if (timeCount == 0) return;
  let bestTime = -1;
  let bestHard = i32.MAX_VALUE;
  for (let k = 0; k < SAMPLES && bestHard > 0; k++) {
    const to = itemAt(profileField(profile, abi.PROFILE_TIMES), randomBelow(timeCount));
    const hard = peekHard(event, to, -1, -1, -1, -1);
    if (hard < bestHard) {
      bestHard = hard;
      bestTime = to;
    }
  }
  applyChange(event, bestTime, -1, -1, -1, -1);
  if (bestHard > 0) pickResources(event, bestTime);
}

/** The same at times of one kind for its bond, all of them; it stays nowhere when it has none. */
export function placeBound(event: i32, bond: i32, kind: i32): void {
  const times = profileField(profileOf(event), abi.PROFILE_TIMES);
  const timeCount = profileField(profileOf(event), abi.PROFILE_TIME_COUNT);
  if (timeCount == 0) return;
  pickResources(event, nowhere);
  const offset = randomBelow(timeCount);
  let bestTime = nowhere;
  let bestHard = i32.MAX_VALUE;
  for (let k = 0; k < timeCount && bestHard > 0; k++) {
    const to = itemAt(times, k + offset < timeCount ? k + offset : k + offset - timeCount);
    const hard = kindOf(bond, to) == kind ? peekHard(event, to, -1, -1, -1, -1) : i32.MAX_VALUE;
    if (hard >= bestHard) continue;
    bestHard = hard;
    bestTime = to;
  }
  if (bestTime == nowhere) return;
  applyChange(event, bestTime, -1, -1, -1, -1);
  if (bestHard > 0) pickResources(event, bestTime);
}

function pickResources(event: i32, time: i32): void {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < last; gene++) pickResource(event, gene, time);
}

/** Gives a gene a resource free at `time` if a few tries find one, else a random one; none when the pool is empty. */
function pickResource(event: i32, gene: i32, time: i32): void {
  const poolCount = geneField(gene, abi.GENE_POOL_COUNT);
  if (poolCount == 0) return;
  let resource = freeRoom(event, gene, time, <u32>(nextRandom() >> 32));
  for (let k = 0; resource < 0 && k < 8; k++) {
    const candidate = listItem(geneField(gene, abi.GENE_FIRST_POOL) + randomBelow(poolCount));
    if (!heldElsewhere(event, gene, candidate)) resource = candidate;
  }
  if (resource < 0 || resource == geneOf(gene)) return;
  if (time != nowhere && peekHard(event, time, gene, resource, -1, -1) > 0) return;
  applyChange(event, time, gene, resource, -1, -1);
}
