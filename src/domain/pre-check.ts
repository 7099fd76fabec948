import { eventProofs } from './pre-check/events.ts';
import { createCountingNames, type PreCheckFinding, type Proof } from './pre-check/finding.ts';
import { fitsGreedily } from './pre-check/fitting.ts';
import { groupProofs } from './pre-check/groups.ts';
import { instructorProofs } from './pre-check/instructors.ts';
import { packingProofs } from './pre-check/packing.ts';
import { type PriceModel, priceModel } from './pre-check/price-model.ts';
import { priceProofs } from './pre-check/price-proofs.ts';
import { roomProofs } from './pre-check/rooms.ts';
import { timeFlowProofs } from './pre-check/time-flow.ts';
import type { Problem } from './problem.ts';

export type { PreCheckFinding } from './pre-check/finding.ts';

/**
 * What can be proved by counting before a run: the impossible first, the largest shortage first.
 */
export function preCheck(problem: Problem): PreCheckFinding[] {
  return withoutRepeats(proofsOf(problem).map((proof) => proof.finding)).sort(
    (a, b) =>
      Number(b.severity === 'impossible') - Number(a.severity === 'impossible') ||
      b.needed - b.available - (a.needed - a.available),
  );
}

/** Without findings that only say how much is wrong with events of which another one says why. */
function withoutRepeats(findings: readonly PreCheckFinding[]): PreCheckFinding[] {
  const reasons = findings.filter((finding) => finding.code !== 'preCheck.unavoidable');
  const known = new Set(reasons.filter((finding) => finding.severity === 'impossible').flatMap(({ events }) => events));
  return findings.filter((finding) => reasons.includes(finding) || !finding.events.every((event) => known.has(event)));
}

/**
 * Unplaced events and hard units that every timetable has which places whatever can be placed (unplaced events compare
 * first, so the best one does). The sum over proofs about disjoint sets of events; 0 when nothing is proved.
 */
export function hardLowerBound(problem: Problem): number {
  const proofs = proofsOf(problem);
  const small = [...proofs].sort((a, b) => a.finding.events.length - b.finding.events.length || b.bound - a.bound);
  return Math.max(boundOfDisjoint(byBound(proofs)), boundOfDisjoint(small));
}

/** The sum of the bounds, each taken in this order unless it shares an event with one taken before. */
function boundOfDisjoint(proofs: readonly Proof[]): number {
  const used = new Set<number>();
  let bound = 0;
  for (const proof of proofs) {
    if (proof.bound === 0 || proof.finding.events.some((event) => used.has(event))) continue;
    for (const event of proof.finding.events) used.add(event);
    bound += proof.bound;
  }
  return bound;
}

function byBound(proofs: readonly Proof[]): Proof[] {
  return [...proofs].sort((a, b) => b.bound - a.bound);
}

function proofsOf(problem: Problem): Proof[] {
  const names = createCountingNames(problem);
  const model = priceModel(problem, problem.events);
  if (placeableIn(model) === problem.events.length && fitsGreedily(model)) {
    // Nothing is short; but something may be nearly so.
    return [...groupProofs(problem, names), ...roomProofs(problem, names)];
  }
  const single = eventProofs(problem);
  const excluded = new Set(single.flatMap((proof) => proof.finding.events));
  const proofs = [
    ...single,
    ...groupProofs(problem, names),
    ...instructorProofs(problem, names, excluded),
    ...roomProofs(problem, names),
  ];
  addNew(proofs, timeFlowProofs(problem, names, 'slots', excluded));
  addNew(proofs, packingProofs(problem, names, excluded));
  addNew(proofs, timeFlowProofs(problem, names, 'stretches', excluded));
  const counted = problem.axis.cellsAreSlots ? proofs : proofs.map(atLeastOne);
  addNew(counted, priceProofs(problem, names, model));
  return counted;
}

function placeableIn({ demands }: PriceModel): number {
  return demands.reduce((sum, { events }) => sum + events.length, 0);
}

/**
 * Where days are long, one unavailable slot may make up for many cells: a shortage only says that something is broken.
 * Prices say how much.
 */
function atLeastOne(proof: Proof): Proof {
  return { ...proof, bound: Math.min(proof.bound, 1) };
}

/** Adds what proves more than the proofs found so far do about the same events or some of them. */
function addNew(proofs: Proof[], found: readonly Proof[]): void {
  for (const proof of byBound(found)) {
    const events = new Set(proof.finding.events);
    const inside = proofs.filter((known) => known.finding.events.every((event) => events.has(event)));
    if (proof.bound > boundOfDisjoint(byBound(inside))) proofs.push(proof);
  }
}
