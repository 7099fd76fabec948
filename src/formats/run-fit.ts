import { buildProblem } from '../domain/build-problem.ts';
import { isTimetableOf } from '../domain/changes.ts';
import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { unpackTimetable } from '../domain/packed-timetable.ts';
import type { Problem } from '../domain/problem.ts';
import { steeringFlaws } from '../domain/same-structure.ts';
import { unpackCheckpoint } from '../engine/run-contract/run-checkpoint.ts';
import { engineVersion } from '../engine/run-contract/run-version.ts';
import type { SavedRun } from './format.ts';

/**
 * What of a run that was read is not about the problem beside it, or null: its timetables are lists of indices, and a
 * file may say anything.
 */
export function misfitOf(problem: Problem, run: SavedRun, file: string): Diagnostic | null {
  const place = placeOfMisfit(problem, run);
  if (place === null) return null;
  return error('run.misfit', 'What the file says of the run does not belong to its problem.', {
    place: `${file}: run.${place}`,
    advice: 'Save the run again.',
  });
}

function placeOfMisfit(problem: Problem, { settings, checkpoint }: SavedRun): string | null {
  const { start, islands } = settings;
  if (start !== undefined && !isTimetableOf(problem, unpackTimetable(start.timetable)))
    return 'settings.start.timetable';
  const kept = checkpoint === null ? null : unpackCheckpoint(checkpoint);
  if (kept === null) return null;
  const { best, settled, steered, engine } = kept;
  if (steered !== undefined && (steeringFlaws(problem.data, steered).length > 0 || !buildProblem(steered).ok)) {
    return 'checkpoint.steered';
  }
  const timetables = settled === null ? [best] : [best, settled.timetable];
  if (!timetables.every((timetable) => isTimetableOf(problem, timetable))) return 'checkpoint.best';
  // Islands of another engine are never looked at.
  return engine === engineVersion && kept.islands.length !== islands ? 'checkpoint.islands' : null;
}
