import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Violation } from '../../../domain/constraints/definition.ts';
import type { Evaluation } from '../../../domain/evaluate.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Score } from '../../../domain/score.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import { fromTimetableData } from '../../../domain/timetable-data.ts';
import type { TimetableRecord } from '../../../storage/records.ts';
import type { Analysis } from '../../../workers/analysis-client.ts';

/** A stored timetable as indices, with everything that is wrong with it. */
export interface EvaluatedTimetable {
  readonly record: TimetableRecord;
  /** The problem whose indices are meant; after an edit of the data the former one, until it is evaluated anew. */
  readonly problem: Problem;
  readonly timetable: Timetable;
  readonly score: Score;
  readonly violations: readonly Violation[];
  /** Violations of each event. */
  readonly ofEvent: ReadonlyMap<number, readonly Violation[]>;
}

export interface Evaluations {
  /** Evaluates what `record` gives, beside the page; null until that is done. */
  follow(record: Accessor<TimetableRecord | null>): Accessor<EvaluatedTimetable | null>;
}

/** So many of those evaluated last are kept, so that looking back and forth between timetables costs nothing. */
const keptEvaluations = 4;

/** `onScore` is told what a timetable without a score is worth with the present data. */
export function createEvaluations(
  analysis: Analysis,
  problem: Accessor<Problem>,
  onScore: (record: TimetableRecord, score: Score) => void,
): Evaluations {
  let known = new Map<string, EvaluatedTimetable>();
  createEffect(
    on(problem, () => {
      known = new Map();
    }),
  );

  /** Every edit makes a timetable that was not evaluated before, and violations of a large one are many. */
  function keep(key: string, result: EvaluatedTimetable): void {
    known.delete(key);
    known.set(key, result);
    for (const oldest of [...known.keys()].slice(0, -keptEvaluations)) known.delete(oldest);
  }

  return {
    follow(record) {
      const [evaluated, setEvaluated] = createSignal<EvaluatedTimetable | null>(null);
      createEffect(() => {
        const wanted = record();
        const current = problem();
        if (wanted === null) return setEvaluated(null);
        const key = `${wanted.id} ${wanted.updatedAt}`;
        const before = known.get(key);
        if (before !== undefined) {
          keep(key, before);
          return setEvaluated(before);
        }
        let wanting = true;
        onCleanup(() => {
          wanting = false;
        });
        const timetable = timetableOf(current, wanted);
        void analysis.evaluate(current, timetable).then((evaluation) => {
          const result = { record: wanted, problem: current, timetable, ...evaluation, ofEvent: byEvent(evaluation) };
          if (current === problem()) keep(key, result);
          if (wanting) setEvaluated(result);
          if (current === problem() && wanted.score === null) onScore(wanted, evaluation.score);
        });
      });
      return evaluated;
    },
  };
}

function byEvent(evaluation: Evaluation): ReadonlyMap<number, readonly Violation[]> {
  const ofEvent = new Map<number, Violation[]>();
  for (const violation of evaluation.violations) {
    for (const event of new Set(violation.events)) {
      const list = ofEvent.get(event);
      if (list === undefined) ofEvent.set(event, [violation]);
      else list.push(violation);
    }
  }
  return ofEvent;
}

/** What does not fit the problem any more is unplaced. */
function timetableOf(problem: Problem, record: TimetableRecord): Timetable {
  const read = fromTimetableData(problem, record.timetable);
  if (read.ok) return read.value;
  return { assignments: problem.events.map(() => ({ time: -1, rooms: [], instructors: [] })) };
}
