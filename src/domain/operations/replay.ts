import { type Result, success } from '../result.ts';
import { applyChanges } from './apply-changes.ts';
import type { StepHead } from './history.ts';
import { type Change, invert, isPlaceChange, type ProjectDocument } from './operation.ts';

/** The changes that a step makes, given those of the operations; fails when one of them cannot be had. */
export function changesOfStep(
  step: StepHead,
  changesOf: (seq: number) => Result<readonly Change[]>,
): Result<readonly Change[]> {
  if (step.kind === 'do') return changesOf(step.seq);
  const all: Change[] = [];
  for (const seq of step.of) {
    const changes = changesOf(seq);
    if (!changes.ok) return changes;
    for (const change of step.kind === 'redo' ? changes.value : invert(changes.value)) all.push(change);
  }
  return success(all);
}

/**
 * Makes the changes as far as the timetables they speak of are there: a timetable may be deleted, and its history stays.
 * Fails as `applyChanges` does.
 */
export function applyKnown(document: ProjectDocument, changes: readonly Change[]): Result<ProjectDocument> {
  const there = new Set(document.timetables.keys());
  const known = changes.filter((change) => {
    if (change.of === 'timetable') {
      // One that is there already, or not there, is as the change wants to have it.
      const isKnown = (change.before === null) !== there.has(change.id);
      if (change.after === null) there.delete(change.id);
      else if (change.before === null) there.add(change.id);
      return isKnown;
    }
    return !isPlaceChange(change) || there.has(change.timetableId);
  });
  return applyChanges(document, known);
}
