import * as abi from '../abi/abi';
import {
  eventField,
  geneField,
  hardTerms,
  listItem,
  nobody,
  nowhere,
  profileField,
  profileOf,
  profilesRelated,
  resourceField,
  simpleTimes,
  softTerms,
} from '../image/problem';
import { distinctOf, geneAfter, geneOf, occupies, STATE_HARD, stateWord, timeOf } from '../state';
import { peekDayShape } from '../terms/day-shape';
import { peekInstructorPairs } from '../terms/instructor-pair';
import { cellRowSum, peekPooledClash, peekStaticClash, peekStaticClashExcept } from '../terms/occupancy';
import { peekPairs, peekPairsOfSwap } from '../terms/pair';
import { distinctStep, setShapeChange } from '../terms/set-shape';
import { peekShapes } from '../terms/shapes';
import { peekStaticMeasures } from '../terms/static-measures';
import { roomAfter } from '../terms/travel';
import { geneChange, peekTimeHard, peekTimeSoft } from '../terms/unary';
import { peekWeekShape } from '../terms/week-shape';
import { clockTerms, peekClock, peekSwapClock } from './clock-terms';

/**
 * Peeks: the change a move would make, computed without touching anything. The hard part comes first, because most
 * proposals end there. Exact for single changes and for swaps of two events, as the parity tests prove. Terms that no
 * rule of the problem uses are skipped by their bit in `hardTerms` or `softTerms`.
 *
 * In a swap two events exchange their times, and one room each. Every resource that both occupy sees the same set of
 * times before and after, so it is left out (`partner` ≥ 0 names the other event); so are the exchanged rooms.
 */

/** Hard change when `event` goes to `to` with genes `gene` and `gene2` (-1: none) changed. */
export function peekHard(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  const from = timeOf(event);
  const clash = from == to ? 0 : peekStaticClash(profileOf(event), from, to);
  return clash + peekHardBesides(event, to, gene, resource, gene2, resource2);
}

/** The same without `peekStaticClash`. */
export function peekHardBesides(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  const profile = profileOf(event);
  const from = timeOf(event);
  let change = 0;
  if (from != to) {
    if ((hardTerms & (abi.TERM_TIME_ROWS | abi.TERM_DAY_SHAPES | abi.TERM_WEEK_SHAPES)) != 0) {
      change += peekTimeHard(profile, from, to) + peekHardShapes(profile, -1, from, to);
    }
    if ((hardTerms & abi.TERMS_OF_MEASURES) != 0) change += peekStaticMeasures(profile, -1, from, to, true);
  }
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    const held = geneOf(k);
    const taken = geneAfter(k, held, gene, resource, gene2, resource2);
    if (held == taken && from == to) continue;
    change += peekPooledClash(held, taken, from, to) + peekGene(k, held, taken, from, to, true);
  }
  if ((hardTerms & abi.TERM_INSTRUCTOR_PAIRS) != 0)
    change += peekInstructorPairs(event, to, gene, resource, gene2, resource2, true);
  if ((hardTerms & abi.TERM_SETS) != 0) change += peekSet(event, to, gene, resource, abi.SET_HARD);
  if ((hardTerms & abi.TERM_PAIRS) != 0)
    change += peekPairs(event, to, roomAfter(event, gene, resource), abi.PAIR_HARD, -1);
  if ((hardTerms & clockTerms) != 0) change += peekClock(event, to, gene, resource, gene2, resource2, true);
  return change;
}

/** Soft change without the static day shapes, which `peekSoftShapes` adds. */
export function peekSoft(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32): i32 {
  const profile = profileOf(event);
  const from = timeOf(event);
  let change = 0;
  if (from != to) {
    change += peekTimeSoft(profile, from, to) + peekWeeks(profile, -1, from, to, false);
    if ((softTerms & abi.TERMS_OF_MEASURES) != 0) change += peekStaticMeasures(profile, -1, from, to, false);
  }
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    const held = geneOf(k);
    const taken = geneAfter(k, held, gene, resource, gene2, resource2);
    if (held != taken || from != to) change += peekGene(k, held, taken, from, to, false);
  }
  if ((softTerms & abi.TERM_INSTRUCTOR_PAIRS) != 0)
    change += peekInstructorPairs(event, to, gene, resource, gene2, resource2, false);
  if ((softTerms & abi.TERM_SETS) != 0) change += peekSet(event, to, gene, resource, abi.SET_SOFT);
  if ((softTerms & abi.TERM_PAIRS) != 0) change += peekPairs(event, to, roomAfter(event, gene, resource), 0, -1);
  if ((softTerms & clockTerms) != 0) change += peekClock(event, to, gene, resource, gene2, resource2, false);
  return change;
}

/** Soft change of the static day shapes of a profile; `partner` ≥ 0: without those that event occupies too. */
export function peekSoftShapes(profile: i32, partner: i32, from: i32, to: i32): i32 {
  let change = 0;
  const first = profileField(profile, abi.PROFILE_FIRST_SOFT_SHAPE);
  const last = first + profileField(profile, abi.PROFILE_SOFT_SHAPE_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (partner >= 0 && occupies(partner, resource)) continue;
    change += peekDayShape(resource, resourceField(resource, abi.RESOURCE_SOFT_DAYS), from, to);
  }
  return change;
}

/** Hard change of a swap of two events and the resources in their genes. */
export function peekSwapHard(event: i32, gene: i32, partner: i32, partnerGene: i32): i32 {
  const change = peekSwapClash(event, partner);
  if ((hardTerms & ~abi.TERM_KEPT_GENES) == 0 && ((hardTerms | softTerms) & abi.TERM_KEPT_GENES) == 0) return change;
  return (
    change +
    swapSide(event, gene, partner, geneOf(partnerGene), true) +
    swapSide(partner, partnerGene, event, geneOf(gene), true) +
    ((hardTerms & abi.TERM_PAIRS) != 0 ? peekSwapPairs(event, gene, partner, partnerGene, abi.PAIR_HARD) : 0) +
    ((hardTerms & clockTerms) != 0 ? peekSwapClock(event, gene, partner, partnerGene, true) : 0)
  );
}

/** The part of a swap's soft change that the exchanged rooms make by themselves: cheap, and often the end. */
export function peekSwapRows(event: i32, gene: i32, partner: i32, partnerGene: i32): i32 {
  if ((softTerms & abi.TERM_GENE_ROWS) == 0) return 0;
  const from = timeOf(event);
  const to = timeOf(partner);
  const held = geneOf(gene);
  const taken = geneOf(partnerGene);
  return (
    geneChange(gene, abi.GENE_SOFT, held, taken, from, to) +
    geneChange(partnerGene, abi.GENE_SOFT, taken, held, to, from)
  );
}

/** Soft change of a swap without `peekSwapRows` and the static day shapes. */
export function peekSwapSoft(event: i32, gene: i32, partner: i32, partnerGene: i32): i32 {
  return (
    swapSide(event, gene, partner, geneOf(partnerGene), false) +
    swapSide(partner, partnerGene, event, geneOf(gene), false) +
    ((softTerms & abi.TERM_PAIRS) != 0 ? peekSwapPairs(event, gene, partner, partnerGene, 0) : 0) +
    ((softTerms & clockTerms) != 0 ? peekSwapClock(event, gene, partner, partnerGene, false) : 0)
  );
}

/** Clashes of what the two events always occupy. */
function peekSwapClash(event: i32, partner: i32): i32 {
  const from = timeOf(event);
  const to = timeOf(partner);
  if (from == to) return 0;
  const profile = profileOf(event);
  const partnerProfile = profileOf(partner);
  const related = profilesRelated(profile, partnerProfile);
  if (related != 0 && (related == abi.RELATED_OTHERWISE || stateWord(STATE_HARD) != 0 || !simpleTimes)) {
    return peekStaticClashExcept(profile, partner, from, to) + peekStaticClashExcept(partnerProfile, event, to, from);
  }
  const change = peekStaticClash(profile, from, to) + peekStaticClash(partnerProfile, to, from);
  // one cell each and no clash: a shared resource is counted as one newcomer too many on either side, nothing else
  return change - (related & ~1);
}

/** One side of a swap besides the clashes of what is always occupied. */
function swapSide(event: i32, gene: i32, partner: i32, taken: i32, hard: bool): i32 {
  const terms = hard ? hardTerms : softTerms;
  const profile = profileOf(event);
  const from = timeOf(event);
  const to = timeOf(partner);
  let change = 0;
  if (from != to) {
    const shared = profilesRelated(profile, profileOf(partner)) != 0 ? partner : -1;
    if (hard) {
      if ((terms & (abi.TERM_TIME_ROWS | abi.TERM_DAY_SHAPES | abi.TERM_WEEK_SHAPES)) != 0) {
        change += peekTimeHard(profile, from, to) + peekHardShapes(profile, shared, from, to);
      }
    } else {
      change += peekTimeSoft(profile, from, to) + peekWeeks(profile, shared, from, to, false);
    }
    if ((terms & abi.TERMS_OF_MEASURES) != 0) change += peekStaticMeasures(profile, partner, from, to, hard);
    if ((softTerms & abi.TERM_KEPT_GENES) != 0 && eventField(event, abi.EVENT_GENE_COUNT) > 1) {
      change += peekKeptGenes(event, partner, gene, from, to, hard);
    }
  }
  const held = geneOf(gene);
  if (hard && (terms & abi.TERM_GENE_ROWS) != 0) change += geneChange(gene, abi.GENE_HARD, held, taken, from, to);
  if ((terms & abi.TERM_POOLED_CELLS) != 0) change += pooledCells(held, taken, from, to, hard);
  if ((terms & abi.TERM_SETS) != 0) {
    const set = eventField(event, abi.EVENT_SET);
    if (set >= 0 && set != eventField(partner, abi.EVENT_SET)) {
      const step = distinctStep(set, held, taken, from, to);
      if (step != 0) change += stepCost(set, hard ? abi.SET_HARD : abi.SET_SOFT, step);
    }
  }
  if ((terms & abi.TERM_PAIRS) != 0) {
    change += peekPairs(event, to, roomAfter(event, gene, taken), hard ? abi.PAIR_HARD : 0, partner);
  }
  return change;
}

/** What pair rules say about a swap that neither side counts. */
function peekSwapPairs(event: i32, gene: i32, partner: i32, partnerGene: i32, level: i32): i32 {
  return peekPairsOfSwap(
    event,
    timeOf(partner),
    roomAfter(event, gene, geneOf(partnerGene)),
    partner,
    timeOf(event),
    roomAfter(partner, partnerGene, geneOf(gene)),
    level,
  );
}

function peekHardShapes(profile: i32, partner: i32, from: i32, to: i32): i32 {
  let change = peekWeeks(profile, partner, from, to, true);
  const first = profileField(profile, abi.PROFILE_FIRST_HARD_SHAPE);
  const last = first + profileField(profile, abi.PROFILE_HARD_SHAPE_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (partner >= 0 && occupies(partner, resource)) continue;
    change += peekDayShape(resource, resourceField(resource, abi.RESOURCE_HARD_DAYS), from, to);
  }
  return change;
}

function peekWeeks(profile: i32, partner: i32, from: i32, to: i32, hard: bool): i32 {
  const first = profileField(profile, hard ? abi.PROFILE_FIRST_HARD_WEEK : abi.PROFILE_FIRST_SOFT_WEEK);
  const last = first + profileField(profile, hard ? abi.PROFILE_HARD_WEEK_COUNT : abi.PROFILE_SOFT_WEEK_COUNT);
  const field = hard ? abi.RESOURCE_HARD_WEEK : abi.RESOURCE_SOFT_WEEK;
  let change = 0;
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    if (partner >= 0 && occupies(partner, resource)) continue;
    change += peekWeekShape(resource, resourceField(resource, field), from, to);
  }
  return change;
}

/** What one gene adds besides clashes and distinct rooms: its row, unavailability, shapes of pooled resources. */
function peekGene(gene: i32, held: i32, taken: i32, from: i32, to: i32, hard: bool): i32 {
  const terms = hard ? hardTerms : softTerms;
  let change = 0;
  if ((terms & abi.TERM_GENE_ROWS) != 0)
    change += geneChange(gene, hard ? abi.GENE_HARD : abi.GENE_SOFT, held, taken, from, to);
  if ((terms & abi.TERM_POOLED_CELLS) != 0) change += pooledCells(held, taken, from, to, hard);
  if ((terms & abi.TERM_POOLED_SHAPES) != 0) change += peekPooledShapes(held, taken, from, to, hard);
  return change;
}

/** Distinct rooms of the event's class; only `gene` may be a room that changes. */
export function peekSet(event: i32, to: i32, gene: i32, resource: i32, field: i32): i32 {
  const set = eventField(event, abi.EVENT_SET);
  if (set < 0) return 0;
  const from = timeOf(event);
  let step = 0;
  if (from != nowhere && to != nowhere) {
    if (gene >= 0 && geneField(gene, abi.GENE_IS_ROOM) != 0) step = distinctStep(set, geneOf(gene), resource, from, to);
  } else {
    const first = eventField(event, abi.EVENT_FIRST_GENE);
    const last = first + eventField(event, abi.EVENT_GENE_COUNT);
    for (let k = first; k < last; k++) {
      if (geneField(k, abi.GENE_IS_ROOM) == 0) continue;
      step += distinctStep(set, geneOf(k), k == gene ? resource : geneOf(k), from, to);
    }
  }
  return step == 0 ? 0 : stepCost(set, field, step);
}

function stepCost(set: i32, field: i32, step: i32): i32 {
  const distinct = distinctOf(set);
  return setShapeChange(set, field, distinct, distinct + step);
}

/** Unavailability of pooled resources. */
export function pooledCells(held: i32, taken: i32, from: i32, to: i32, hard: bool): i32 {
  const field = hard ? abi.RESOURCE_HARD_CELLS : abi.RESOURCE_SOFT_CELLS;
  const there = resourceField(taken, field);
  const here = resourceField(held, field);
  return (here | there) == 0 ? 0 : cellRowSum(there, to) - cellRowSum(here, from);
}

/** Day and week shapes of pooled resources. */
function peekPooledShapes(held: i32, taken: i32, from: i32, to: i32, hard: bool): i32 {
  if (held == taken) return held == nobody ? 0 : peekShapes(held, from, to, hard);
  return peekShapes(held, from, nowhere, hard) + peekShapes(taken, nowhere, to, hard);
}

/** Genes that stay with the event while it moves in a swap; a resource that the partner occupies too sees no change. */
function peekKeptGenes(event: i32, partner: i32, gene: i32, from: i32, to: i32, hard: bool): i32 {
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const last = first + eventField(event, abi.EVENT_GENE_COUNT);
  let change = 0;
  for (let k = first; k < last; k++) {
    const held = geneOf(k);
    if (k == gene || held == nobody) continue;
    change += pooledCells(held, held, from, to, hard);
    if (occupies(partner, held)) continue;
    if (hard) change += peekPooledClash(held, held, from, to);
    change += peekShapes(held, from, to, hard);
  }
  return change;
}
