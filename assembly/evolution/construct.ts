import * as abi from '../abi/abi';
import {
  eventCount,
  eventField,
  geneField,
  itemAt,
  listItem,
  nowhere,
  profileField,
  profileOf,
  simpleTimes,
} from '../image/problem';
import { freeRoom, heldElsewhere } from '../neighbourhoods/occupants';
import { nextRandom, randomBelow } from '../random';
import { chooseFirstOptions } from '../solution/clock-terms';
import { peekHard } from '../solution/score';
import { applyChange, clearSolution } from '../solution/working-solution';
import { geneOf, orderAt, timeOf } from '../state';

/** Times looked at for an event; the one of least hard change wins. */
const SAMPLES: i32 = 24;

/** Randomised construction: events in random order, longest first, each where it hurts least among a few random places. */
export function construct(): void {
  clearSolution();
  chooseFirstOptions();
  shuffleEvents();
  if (simpleTimes) for (let k = 0; k < eventCount; k++) placeEvent(orderedEvent(k));
  else placeByLength();
}

function orderedEvent(position: i32): i32 {
  return load<i32>(orderAt + ((<usize>position) << 2));
}

function shuffleEvents(): void {
  for (let k = 0; k < eventCount; k++) store<i32>(orderAt + ((<usize>k) << 2), k);
  for (let k = eventCount - 1; k > 0; k--) {
    const other = randomBelow(k + 1);
    const event = orderedEvent(k);
    store<i32>(orderAt + ((<usize>k) << 2), orderedEvent(other));
    store<i32>(orderAt + ((<usize>other) << 2), event);
  }
}

function placeByLength(): void {
  for (let length = abi.MOST_SLOTS; length >= 0; length--) {
    for (let k = 0; k < eventCount; k++) {
      const event = orderedEvent(k);
      if (lengthOf(event) == length) placeEvent(event);
    }
  }
}

function lengthOf(event: i32): i32 {
  const profile = profileOf(event);
  return profileField(profile, abi.PROFILE_TIME_COUNT) == 0 ? 0 : profileField(profile, abi.PROFILE_LENGTH);
}

/** Tries a few times with random resources and keeps the best; an event without candidate times stays nowhere. */
export function placeEvent(event: i32): void {
  const profile = profileOf(event);
  const timeCount = profileField(profile, abi.PROFILE_TIME_COUNT);
  const firstGene = eventField(event, abi.EVENT_FIRST_GENE);
  const lastGene = firstGene + eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = firstGene; gene < lastGene; gene++) pickResource(event, gene, nowhere);
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
  for (let gene = firstGene; gene < lastGene; gene++) if (bestHard > 0) pickResource(event, gene, timeOf(event));
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
