import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import { inSlices, type Steps } from '../../../domain/steps.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { OpenProject } from '../project/project.ts';

/** A stored timetable as indices of the problem as it is now. */
export interface PlacedTimetable {
  readonly record: TimetableRecord;
  readonly problem: Problem;
  readonly timetable: Timetable;
}

export function createPlaced(
  project: OpenProject,
  record: Accessor<TimetableRecord | null>,
): Accessor<PlacedTimetable | null> {
  return createMemo(() => {
    const shown = record();
    if (shown === null) return null;
    const problem = project.problem();
    // What does not fit the problem any more is unplaced.
    const read = fromTimetableData(problem, shown.timetable);
    return read.ok ? { record: shown, problem, timetable: read.value } : null;
  });
}

/** What was computed, with what it was computed from. */
export interface Computed<Source, Value> {
  readonly source: Source;
  readonly value: Value;
}

/** Computes in slices whenever the source changes; until that is done the former result stays, null before the first. */
export function createComputed<Source, Value>(
  source: Accessor<Source | null>,
  steps: (source: Source) => Steps<Value>,
): Accessor<Computed<Source, Value> | null> {
  const [computed, setComputed] = createSignal<Computed<Source, Value> | null>(null);
  createEffect(
    on(source, (given) => {
      if (given === null) return setComputed(null);
      let wanted = true;
      onCleanup(() => {
        wanted = false;
      });
      void inSlices(whileWanted(steps(given), () => wanted)).then((value) => {
        if (wanted && value !== null) setComputed({ source: given, value });
      });
    }),
  );
  return computed;
}

/** Ends early, with null, when the result is not wanted any more. */
function* whileWanted<Value>(steps: Steps<Value>, wanted: () => boolean): Steps<Value | null> {
  while (wanted()) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield;
  }
  return null;
}
