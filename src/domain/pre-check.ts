import { createNames } from './names.ts';
import { eventProofs } from './pre-check/events.ts';
import type { PreCheckFinding, Proof } from './pre-check/finding.ts';
import { groupProofs } from './pre-check/groups.ts';
import { instructorProofs } from './pre-check/instructors.ts';
import { roomProofs } from './pre-check/rooms.ts';
import type { Problem } from './problem.ts';

export type { PreCheckFinding } from './pre-check/finding.ts';

/** What can be proved by counting before a run: the impossible first, the largest shortage first. */
export function preCheck(problem: Problem): PreCheckFinding[] {
  return proofsOf(problem)
    .map((proof) => proof.finding)
    .sort(
      (a, b) =>
        Number(b.severity === 'impossible') - Number(a.severity === 'impossible') ||
        b.needed - b.available - (a.needed - a.available),
    );
}

/**
 * Unplaced events and hard units that every timetable has which places whatever can be placed (unplaced events compare
 * first, so the best one does). The sum over proofs about disjoint sets of events; 0 when nothing is proved.
 */
export function hardLowerBound(problem: Problem): number {
  const used = new Set<number>();
  let bound = 0;
  for (const proof of proofsOf(problem).sort((a, b) => b.bound - a.bound)) {
    if (proof.bound === 0 || proof.finding.events.some((event) => used.has(event))) continue;
    for (const event of proof.finding.events) used.add(event);
    bound += proof.bound;
  }
  return bound;
}

function proofsOf(problem: Problem): Proof[] {
  const names = createNames(problem);
  const single = eventProofs(problem);
  const excluded = new Set(single.flatMap((proof) => proof.finding.events));
  return [
    ...single,
    ...groupProofs(problem, names),
    ...instructorProofs(problem, names, excluded),
    ...roomProofs(problem, names),
  ];
}
