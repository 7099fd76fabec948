import type { PackedProblem } from '../domain/packed-problem.ts';
import type { PackedTimetable } from '../domain/packed-timetable.ts';
import type { Event } from '../domain/problem.ts';
import type { Score } from '../domain/score.ts';
import type { Assignment } from '../domain/timetable.ts';
import type {
  Choice,
  EventMove,
  FixProgress,
  FixRequest,
  LocalFix,
  Places,
  RoomChanges,
  Suggestion,
  WhyNot,
  WorstEvent,
} from '../engine/editing/answers.ts';

export interface PackedFix extends Omit<LocalFix, 'timetable'> {
  readonly timetable: PackedTimetable;
}

/** What the editing worker offers. Questions are about the timetable that was opened or loaded last, with its updates. */
export interface EditingApi {
  open(problem: PackedProblem, timetable: PackedTimetable): Promise<void>;
  /** False when the problem has to be opened anew. */
  relock(events: readonly Event[]): boolean;
  load(timetable: PackedTimetable): void;
  update(changes: readonly EventMove[]): void;
  score(): Score;
  places(event: number): Places;
  roomChanges(event: number, times: readonly number[], rooms: readonly number[]): RoomChanges;
  whyNot(event: number, assignment: Assignment): WhyNot;
  rooms(event: number, time: number, position: number): readonly Choice[];
  instructors(event: number, time: number, position: number): readonly Choice[];
  /** `request` names it for `stop`; then the list is empty. */
  suggestions(request: number, event: number, count: number): Promise<readonly Suggestion[]>;
  worst(after: number | undefined): WorstEvent | null;
  /** `request` names it for `stop`; other questions are answered meanwhile. */
  fixLocally(request: number, wish: FixRequest, onProgress: (progress: FixProgress) => void): Promise<PackedFix>;
  stop(request: number): void;
}
