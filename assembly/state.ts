import * as abi from './abi/abi';
import { intervalSetCount } from './image/clock';
import {
  cellStride,
  dayStride,
  eventCount,
  eventField,
  geneCount,
  hasBlocks,
  nobody,
  pairRows,
  profileCount,
  profileHas,
  profileOf,
  resourceCount,
  roomCount,
  screenRecordAt,
  setCount,
  timeCount,
  weekClassCount,
} from './image/problem';
import { firstPartner, partnerIdsAt, requestCount } from './image/requests';

/**
 * Memory map of the mutable region: one block, so that a checkpoint is a copy of it. First the run's words, then the
 * working solution (genes, counters, masks), the best, the population. Addresses are set once by `layOutState`.
 */
export const STATE_RANDOM = 0;
export const STATE_UNPLACED = 8;
export const STATE_HARD = 12;
export const STATE_SOFT = 16;
export const STATE_HARD_WEIGHT = 20;
/** Evaluated moves so far, 64 bits. */
export const STATE_MOVES = 24;
export const STATE_POPULATION = 32;
export const STATE_LEVEL = 36;
export const STATE_LEVELS = 40;
export const STATE_EPOCH_END_LEVEL = 44;
export const STATE_EPOCH_START_LEVEL = 48;
/** Individual being annealed, or the population when the epoch is over. */
export const STATE_INDIVIDUAL = 52;
export const STATE_LEVEL_MOVES_LEFT = 56;
export const STATE_ACCEPTED = 60;
export const STATE_ACCEPT_LIMIT = 64;
/** 1 while the working solution holds the individual under way. */
export const STATE_LOADED = 68;
export const STATE_MUTATION_RATE = 72;
export const STATE_CROSSOVER_RATE = 76;
export const STATE_FIRST_TEMPERATURE = 80;
export const STATE_COOLING = 88;
export const STATE_CONSTRUCTED = 96;
export const STATE_CHAIN_EVERY = 100;
/** One more than the number of events that may be away from the start, 0 for no limit; and how many are (home.ts). */
export const STATE_CAP = 104;
export const STATE_AWAY = 108;
export const STATE_TEMPERATURE = 112;
/** Whether individuals begin with the timetable in the home region, and with its options of students. */
export const STATE_START = 120;
export const STARTS_AT_HOME = 1;
export const STARTS_WITH_OPTIONS = 2;
const STATE_BYTES = 128;

export const THRESHOLDS = 1024;

/**
 * What the screening asks about an event as it stands, in 16 bytes: where its profile's linked record lies, the most
 * that a move can lower the soft cost (its profile's bound and what its room costs now), its time, and a plain event's
 * room. Ordered like the names in the table of occupants: first comes nobody, then event 0.
 */
export const STANDING_SHIFT: i32 = 4;
export const STANDING_PROFILE: usize = 0;
export const STANDING_GAIN: usize = 4;
export const STANDING_TIME: usize = 8;
export const STANDING_ROOM: usize = 12;
/** A linked record has so many bytes (as a power of two): a profile's place among them is its number shifted by that. */
export const LINKED_SHIFT: i32 = 6;

export let stateAt: usize = 0;
export let stateEnd: usize = 0;
export let timeOfAt: usize = 0;
export let geneOfAt: usize = 0;
export let countAt: usize = 0;
export let maskAt: usize = 0;
export let weekAt: usize = 0;
export let enterAt: usize = 0;
export let leaveAt: usize = 0;
export let occupantAt: usize = 0;
let standingAt: usize = 0;
export let setCountAt: usize = 0;
export let distinctAt: usize = 0;
let pairRowAt: usize = 0;
/** What interval sets count before dividing; sectioned students by event; and who shares some, see terms/attendance.ts. */
export let intervalAt: usize = 0;
export let enrolledAt: usize = 0;
export let partnerCountAt: usize = 0;
export let positionsAt: usize = 0;
export let partnersAt: usize = 0;
/** Option of each request. */
export let choiceAt: usize = 0;
/** Soft amounts by resource that rules on the shape of its days and weeks come to; only kept where there are blocks. */
export let shapeCostAt: usize = 0;
export let thresholdAt: usize = 0;
export let logarithmAt: usize = 0;
export let chainAt: usize = 0;
export let orderAt: usize = 0;
export let bestAt: usize = 0;
export let arrivalAt: usize = 0;
/** What the repair by ejection remembers, see ejection/state.ts. */
export let ejectionAt: usize = 0;
/** Where the run starts: by event, gene and request, see evolution/home.ts. */
export let homeAt: usize = 0;
let populationAt: usize = 0;
let individualBytes: usize = 0;

function aligned(at: usize): usize {
  return (at + 15) & ~(<usize>15);
}

/** Computes the map from `from` on for `population` individuals; returns its end. */
export function layOutState(from: usize, population: i32): usize {
  stateAt = aligned(from);
  timeOfAt = aligned(stateAt + STATE_BYTES);
  geneOfAt = aligned(timeOfAt + ((<usize>eventCount) << 2));
  // the last for the spare profile, whose costs stay zero
  const profileRows = profileCount + 1;
  choiceAt = aligned(geneOfAt + ((<usize>geneCount) << 2));
  countAt = aligned(choiceAt + ((<usize>requestCount) << 2));
  maskAt = aligned(countAt + ((<usize>(resourceCount * cellStride)) << 1));
  weekAt = aligned(maskAt + ((<usize>(resourceCount * dayStride)) << 1));
  enterAt = aligned(weekAt + ((<usize>(resourceCount * weekClassCount)) << 2));
  leaveAt = aligned(enterAt + ((<usize>(profileRows * cellStride)) << 1));
  occupantAt = aligned(leaveAt + ((<usize>(profileRows * cellStride)) << 1));
  standingAt = aligned(occupantAt + ((<usize>(resourceCount * cellStride)) << 2));
  setCountAt = standingAt + ((<usize>(eventCount + 1)) << STANDING_SHIFT);
  distinctAt = aligned(setCountAt + ((<usize>(setCount * (roomCount + 1))) << 1));
  pairRowAt = aligned(distinctAt + ((<usize>setCount) << 2));
  intervalAt = aligned(pairRowAt + (pairRows ? (<usize>(eventCount * timeCount)) << 2 : 0));
  enrolledAt = aligned(intervalAt + ((<usize>intervalSetCount) << 2));
  const sectioned: usize = requestCount == 0 ? 0 : <usize>eventCount;
  const partners: usize = requestCount == 0 ? 0 : <usize>firstPartner(eventCount);
  const positions: usize = partnerIdsAt == 0 ? sectioned * sectioned : partners;
  partnerCountAt = aligned(enrolledAt + (sectioned << 2));
  positionsAt = aligned(partnerCountAt + (sectioned << 2));
  partnersAt = aligned(positionsAt + (positions << 1));
  shapeCostAt = aligned(partnersAt + (partners << 2));
  thresholdAt = aligned(shapeCostAt + (hasBlocks ? (<usize>resourceCount) << 2 : 0));
  logarithmAt = aligned(thresholdAt + (THRESHOLDS << 2));
  chainAt = logarithmAt + (THRESHOLDS << 3);
  orderAt = aligned(chainAt + abi.LONGEST_CHAIN * 32);
  const orderLength = eventCount > population ? eventCount : population;
  ejectionAt = aligned(orderAt + ((<usize>orderLength) << 2));
  homeAt = aligned(ejectionAt + <usize>(abi.EJECTION_BYTES + (((eventCount + resourceCount) * 2) << 2)));
  bestAt = aligned(homeAt + ((<usize>(eventCount + geneCount + requestCount)) << 2));
  individualBytes = aligned(((<usize>(eventCount + geneCount + requestCount)) << 2) + abi.INDIVIDUAL_HEADER_BYTES);
  arrivalAt = bestAt + individualBytes;
  populationAt = arrivalAt + individualBytes;
  stateEnd = populationAt + individualBytes * <usize>population;
  return stateEnd;
}

export function stateWord(word: usize): i32 {
  return load<i32>(stateAt + word);
}

export function setStateWord(word: usize, value: i32): void {
  store<i32>(stateAt + word, value);
}

export function timeOf(event: i32): i32 {
  assert(event >= 0 && event < eventCount);
  return load<i32>(timeOfAt + ((<usize>event) << 2));
}

export function setTimeOf(event: i32, time: i32): void {
  store<i32>(timeOfAt + ((<usize>event) << 2), time);
  store<i32>(standingOf(event + 1), time, STANDING_TIME);
}

export function geneOf(gene: i32): i32 {
  assert(gene >= 0 && gene < geneCount);
  return load<i32>(geneOfAt + ((<usize>gene) << 2));
}

/**
 * What gene `k`, which holds `held` now, would hold if `gene` took `resource` and `gene2` took `resource2`: how proposals
 * of one event are told all over the kernel. -1 for a gene: no such change.
 */
export function geneAfter(k: i32, held: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  return k == gene ? resource : k == gene2 ? resource2 : held;
}

export function setGeneOf(gene: i32, resource: i32): void {
  store<i32>(geneOfAt + ((<usize>gene) << 2), resource);
}

/** Option of a request, -1 for none. */
export function choiceOf(request: i32): i32 {
  return load<i32>(choiceAt + ((<usize>request) << 2));
}

export function setChoiceOf(request: i32, option: i32): void {
  store<i32>(choiceAt + ((<usize>request) << 2), option);
}

export function countOf(resource: i32, cell: i32): i32 {
  assert(cell >= 0 && cell < cellStride);
  return <i32>load<u16>(countAt + ((<usize>(resource * cellStride + cell)) << 1));
}

export function setCountOf(resource: i32, cell: i32, count: i32): void {
  assert(count >= 0 && count < 65536);
  store<u16>(countAt + ((<usize>(resource * cellStride + cell)) << 1), <u16>count);
}

/** Busy slots of a resource on a day index. */
export function maskOf(resource: i32, day: i32): i32 {
  return <i32>load<u16>(maskAt + ((<usize>(resource * dayStride + day)) << 1));
}

export function setMaskOf(resource: i32, day: i32, mask: i32): void {
  store<u16>(maskAt + ((<usize>(resource * dayStride + day)) << 1), <u16>mask);
}

/** Worked days of a resource in a week class, as a mask. */
export function weekOf(resource: i32, weekClass: i32): i32 {
  return load<i32>(weekAt + ((<usize>(resource * weekClassCount + weekClass)) << 2));
}

export function setWeekOf(resource: i32, weekClass: i32, days: i32): void {
  store<i32>(weekAt + ((<usize>(resource * weekClassCount + weekClass)) << 2), days);
}

/** Hard amount that one more event of the profile would add in a cell. */
export function enterCost(profile: i32, cell: i32): i32 {
  return <i32>load<u16>(enterAt + ((<usize>(profile * cellStride + cell)) << 1));
}

export function changeEnterCost(profile: i32, cell: i32, change: i32): void {
  const at = enterAt + ((<usize>(profile * cellStride + cell)) << 1);
  store<u16>(at, <u16>(<i32>load<u16>(at) + change));
}

/** Hard amount that would go with one event of the profile now in the cell. */
export function leaveGain(profile: i32, cell: i32): i32 {
  return <i32>load<u16>(leaveAt + ((<usize>(profile * cellStride + cell)) << 1));
}

export function changeLeaveGain(profile: i32, cell: i32, change: i32): void {
  const at = leaveAt + ((<usize>(profile * cellStride + cell)) << 1);
  store<u16>(at, <u16>(<i32>load<u16>(at) + change));
}

/**
 * Who holds a resource in a cell: the exclusive or of (event + 1) over its occupants, so that one occupant is
 * known by name whatever came and went before.
 */
export function occupantsOf(resource: i32, cell: i32): i32 {
  return load<i32>(occupantAt + ((<usize>(resource * cellStride + cell)) << 2));
}

export function toggleOccupant(resource: i32, cell: i32, event: i32): void {
  const at = occupantAt + ((<usize>(resource * cellStride + cell)) << 2);
  store<i32>(at, load<i32>(at) ^ (event + 1));
}

/** Record of an entry of the table of occupants: event + 1, or 0 for nobody. */
export function standingOf(occupant: i32): usize {
  return standingAt + ((<usize>occupant) << STANDING_SHIFT);
}

/** The record of nobody (0), or of event + 1 while it has no room. */
export function clearStanding(occupant: i32, profile: i32): void {
  const at = standingOf(occupant);
  store<i32>(at, profile << LINKED_SHIFT, STANDING_PROFILE);
  store<i32>(at, load<i32>(screenRecordAt(profile), abi.SCREEN_GAIN), STANDING_GAIN);
  store<i32>(at, nobody, STANDING_ROOM);
}

/** The room of a plain event, and what it costs. */
export function setStandingRoom(event: i32, room: i32, cost: i32): void {
  const at = standingOf(event + 1);
  store<i32>(at, room, STANDING_ROOM);
  store<i32>(at, load<i32>(screenRecordAt(profileOf(event)), abi.SCREEN_GAIN) + cost, STANDING_GAIN);
}

/**
 * Address of the soft amounts by event that the pairs of each cost at a time; "nowhere" costs nothing. The amounts of one
 * time lie together, because an accepted move changes those of all partners at two times.
 */
export function pairCostsAt(time: i32): usize {
  assert(time >= 0 && time < timeCount);
  return pairRowAt + ((<usize>(time * eventCount)) << 2);
}

export function pairCostOf(event: i32, time: i32): i32 {
  assert(event >= 0 && event < eventCount && time >= 0 && time < timeCount);
  return load<i32>(pairRowAt + ((<usize>(time * eventCount + event)) << 2));
}

/** Address of the number of uses of a room (0 … roomCount − 1) by a set. */
export function setUsesAt(set: i32, room: i32): usize {
  return setCountAt + ((<usize>(set * (roomCount + 1) + room)) << 1);
}

export function distinctOf(set: i32): i32 {
  return load<i32>(distinctAt + ((<usize>set) << 2));
}

export function setDistinctOf(set: i32, distinct: i32): void {
  store<i32>(distinctAt + ((<usize>set) << 2), distinct);
}

export function shapeCostOf(resource: i32): i32 {
  return load<i32>(shapeCostAt + ((<usize>resource) << 2));
}

export function setShapeCostOf(resource: i32, cost: i32): void {
  store<i32>(shapeCostAt + ((<usize>resource) << 2), cost);
}

/** True when the event occupies the resource, whether it always does or by one of its genes. */
export function occupies(event: i32, resource: i32): bool {
  if (profileHas(profileOf(event), resource)) return true;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let gene = first; gene < last; gene++) if (geneOf(gene) == resource) return true;
  return false;
}

export function individualAt(individual: i32): usize {
  return populationAt + individualBytes * <usize>individual;
}
