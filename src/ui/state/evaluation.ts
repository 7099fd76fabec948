import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Violation } from '../../domain/constraints/definition.ts';
import { evaluate } from '../../domain/evaluate.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Score } from '../../domain/score.ts';
import type { Timetable } from '../../domain/timetable.ts';
import { fromTimetableData } from '../../domain/timetable-data.ts';
import type { TimetableRecord } from '../../storage/records.ts';

/** A stored timetable as indices, with everything that is wrong with it. */
export interface EvaluatedTimetable {
  readonly record: TimetableRecord;
  readonly timetable: Timetable;
  readonly score: Score;
  readonly violations: readonly Violation[];
  /** Violations of each event. */
  readonly ofEvent: ReadonlyMap<number, readonly Violation[]>;
}

export interface Evaluations {
  /** Evaluates what `record` gives, after the page has been painted; null until then. */
  follow(record: Accessor<TimetableRecord | null>): Accessor<EvaluatedTimetable | null>;
}

export function createEvaluations(problem: Problem): Evaluations {
  const known = new Map<string, EvaluatedTimetable>();
  return {
    follow(record) {
      const [evaluated, setEvaluated] = createSignal<EvaluatedTimetable | null>(null);
      createEffect(() => {
        const wanted = record();
        if (wanted === null) return setEvaluated(null);
        const key = `${wanted.id} ${wanted.updatedAt}`;
        const before = known.get(key);
        if (before !== undefined) return setEvaluated(before);
        const timer = setTimeout(() => {
          const result = evaluateRecord(problem, wanted);
          known.set(key, result);
          setEvaluated(result);
        });
        onCleanup(() => clearTimeout(timer));
      });
      return evaluated;
    },
  };
}

export function evaluateRecord(problem: Problem, record: TimetableRecord): EvaluatedTimetable {
  const read = fromTimetableData(problem, record.timetable);
  const timetable = read.ok ? read.value : nothingPlaced(problem);
  const { score, violations } = evaluate(problem, timetable);
  const ofEvent = new Map<number, Violation[]>();
  for (const violation of violations) {
    for (const event of new Set(violation.events)) {
      const list = ofEvent.get(event);
      if (list === undefined) ofEvent.set(event, [violation]);
      else list.push(violation);
    }
  }
  return { record, timetable, score, violations, ofEvent };
}

function nothingPlaced(problem: Problem): Timetable {
  return { assignments: problem.events.map(() => ({ time: -1, rooms: [], instructors: [] })) };
}
