import * as abi from './abi/abi';
import { openBonds } from './ejection/bonds';
import { openFixed } from './ejection/fixed';
import { conflictsAt } from './ejection/state';
import { openTables } from './ejection/tables';
import { openTies } from './ejection/ties';
import { loadWorking } from './evolution/population';
import { blockEventBytes, linkBlockEvents } from './image/block-events';
import { blockBytes, linkBlocks } from './image/blocks';
import { openClock } from './image/clock';
import { openDerived } from './image/derived-memory';
import { link, linkedBytes } from './image/linked';
import { linkPlaces, placesBytes } from './image/linked-places';
import { linkSoft, softBytes } from './image/linked-soft';
import { openPacked } from './image/packed-shapes';
import { imageBytes, openProblem, profileField, profileOf, profilesRelated } from './image/problem';
import { attendanceHard, attendanceSoft, openRequests } from './image/requests';
import { tryDisplace } from './neighbourhoods/displace';
import { tryKempeChain } from './neighbourhoods/kempe-chain';
import { tryResection } from './neighbourhoods/resection';
import { tryRoomChain } from './neighbourhoods/room-chain';
import { openSettled } from './neighbourhoods/screen-settled';
import { seedRandom } from './random';
import { applyOption } from './solution/clock-terms';
import { peekHard, peekSoft, peekSoftShapes, peekSwapHard, peekSwapRows, peekSwapSoft } from './solution/score';
import { applyChange } from './solution/working-solution';
import {
  arrivalAt,
  bestAt,
  choiceAt,
  countAt,
  geneOf,
  geneOfAt,
  homeAt,
  individualAt,
  layOutState,
  STATE_CONSTRUCTED,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  STATE_MOVES,
  STATE_SOFT,
  STATE_UNPLACED,
  setStateWord,
  stateAt,
  stateEnd,
  stateWord,
  thresholdAt,
  timeOf,
  timeOfAt,
} from './state';
import { peekAttendances, peekLimits } from './terms/attendance';
import { rowPairsAt } from './terms/pair-rows';

/** What the host calls besides the search itself: opening, addresses, and single moves for parity tests and editing. */

/** Where the host has to copy the image; the memory must be grown to hold it first. */
export function imageAddress(): usize {
  return (__heap_base + 63) & ~(<usize>63);
}

/** Lays out the mutable region behind the image for `population` individuals; what is
 * derived from both follows. Returns the region's end, 0 for a bad image. */
export function openImage(population: i32): usize {
  const at = imageAddress();
  if (!openProblem(at)) return 0;
  openClock();
  openRequests();
  const end = layOutState(at + <usize>imageBytes(), population);
  const placesAt = end + linkedBytes();
  const isUsual = openSettled();
  const softAt = isUsual ? placesAt + placesBytes() : placesAt;
  const blocksAt = isUsual ? softAt + softBytes() : placesAt;
  const linesAt = blocksAt + blockBytes();
  const derivedAt = linesAt + blockEventBytes();
  const pages = <i32>((derivedAt + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  link(end);
  if (isUsual) {
    linkPlaces(placesAt);
    linkSoft(softAt);
  }
  linkBlocks(blocksAt);
  linkBlockEvents(linesAt);
  openDerived(derivedAt);
  return openTables() && openFixed() && openTies() && openBonds() && openPacked() ? end : 0;
}

export function seed(low: u32, high: u32): void {
  seedRandom(low, high);
}

export function addressOfState(): usize {
  return stateAt;
}

export function endOfState(): usize {
  return stateEnd;
}

export function addressOfBest(): usize {
  return bestAt;
}

export function addressOfArrival(): usize {
  return arrivalAt;
}

export function addressOfIndividual(individual: i32): usize {
  return individualAt(individual);
}

/** Counts on from so many evaluated moves: another kernel has made them. */
export function continueFrom(moves: f64): void {
  store<i64>(stateAt + STATE_MOVES, <i64>moves);
}

export function movesSoFar(): f64 {
  return <f64>load<i64>(stateAt + STATE_MOVES);
}

export function unplacedOf(): i32 {
  return stateWord(STATE_UNPLACED);
}

export function hardOf(): i32 {
  return stateWord(STATE_HARD);
}

export function softOf(): i32 {
  return stateWord(STATE_SOFT);
}

/** Makes an individual the working solution. */
export function loadIndividual(individual: i32): void {
  loadWorking(individualAt(individual));
}

/** Change by another option of a request; see tryEnrolment. */
export function peekEnrolmentHard(request: i32, option: i32): i32 {
  return peekLimits(request, option) + attendanceHard * peekAttendances(request, option);
}

export function peekEnrolmentSoft(request: i32, option: i32): i32 {
  return attendanceSoft * peekAttendances(request, option);
}

export function applyEnrolment(request: i32, option: i32): void {
  applyOption(request, option);
}

export function addressOfChoices(): usize {
  return choiceAt;
}

export function peekRelocationHard(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  return peekHard(event, to, gene, resource, gene2, resource2);
}

export function peekRelocationSoft(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  const shapes = peekSoftShapes(profileOf(event), -1, timeOf(event), to);
  return peekSoft(event, to, gene, resource, gene2, resource2) + (timeOf(event) == to ? 0 : shapes);
}

/** The most that a move of the event can lower the soft cost now: one that lowers it more may be refused unseen. */
export function mostSoftGain(event: i32): i32 {
  return profileField(profileOf(event), abi.PROFILE_SOFT_GAIN) + rowPairsAt(event, timeOf(event));
}

export function applyRelocation(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): void {
  applyChange(event, to, gene, resource, gene2, resource2);
}

export function peekExchangeHard(event: i32, gene: i32, partner: i32, partnerGene: i32): i32 {
  return peekSwapHard(event, gene, partner, partnerGene);
}

export function peekExchangeSoft(event: i32, gene: i32, partner: i32, partnerGene: i32): i32 {
  const profile = profileOf(event);
  const partnerProfile = profileOf(partner);
  const from = timeOf(event);
  const to = timeOf(partner);
  let change = peekSwapSoft(event, gene, partner, partnerGene) + peekSwapRows(event, gene, partner, partnerGene);
  if (from != to) {
    const related = profilesRelated(profile, partnerProfile) != 0;
    change += peekSoftShapes(profile, related ? partner : -1, from, to);
    change += peekSoftShapes(partnerProfile, related ? event : -1, to, from);
  }
  return change;
}

export function applyExchange(event: i32, gene: i32, partner: i32, partnerGene: i32): void {
  const from = timeOf(event);
  const to = timeOf(partner);
  const held = geneOf(gene);
  const taken = geneOf(partnerGene);
  applyChange(event, to, gene, taken, -1, -1);
  applyChange(partner, from, partnerGene, held, -1, -1);
}

/** A Kempe chain accepted at any cost up to `threshold`; false leaves the working solution as it was. */
export function tryChain(event: i32, to: i32, hardWeight: i32, threshold: i32): bool {
  setStateWord(STATE_HARD_WEIGHT, hardWeight);
  return tryKempeChain(event, to, threshold);
}

/** The same for a displacement, with the random numbers of `seed`; see neighbourhoods/displace.ts. */
export function tryDisplacement(event: i32, seed: u32, hardWeight: i32, threshold: i32): bool {
  setStateWord(STATE_HARD_WEIGHT, hardWeight);
  return tryDisplace(event, (<u64>seed + 1) * 0x9e3779b97f4a7c15, threshold);
}

/** The same for rooms that change hands; see neighbourhoods/room-chain.ts. */
export function tryRoomChange(event: i32, seed: u32, hardWeight: i32, threshold: i32): bool {
  setStateWord(STATE_HARD_WEIGHT, hardWeight);
  return tryRoomChain(event, (<u64>seed + 1) * 0x9e3779b97f4a7c15, threshold);
}

/** The same for an event of a request, whose students may leave it; see neighbourhoods/resection.ts. */
export function tryResectioning(request: i32, seed: u32, hardWeight: i32, threshold: i32): bool {
  setStateWord(STATE_HARD_WEIGHT, hardWeight);
  return tryResection(request, (<u64>seed + 1) * 0x9e3779b97f4a7c15, threshold);
}

/** Times by event, then genes, of the working solution. */
export function addressOfTimes(): usize {
  return timeOfAt;
}

export function addressOfGenes(): usize {
  return geneOfAt;
}

/** Where the run starts, see evolution/home.ts: times by event, genes, options by request. */
export function addressOfHome(): usize {
  return homeAt;
}

/** Counters and masks of the working solution lie between these two addresses. */
export function addressOfCounters(): usize {
  return countAt;
}

export function endOfCounters(): usize {
  return thresholdAt;
}

/** Who sent whom away in repairs: records of `abi.CONFLICT_BYTES`, an event, the other and how often (0: none). */
export function addressOfConflicts(): usize {
  return conflictsAt();
}

/** Individuals of the first generation that are there. */
export function constructedCount(): i32 {
  return stateWord(STATE_CONSTRUCTED);
}
