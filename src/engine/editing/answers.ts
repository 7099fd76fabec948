import type { EventChange } from '../../domain/changes.ts';
import type { Violation } from '../../domain/constraints/definition.ts';
import type { Score } from '../../domain/score.ts';
import type { Assignment, Timetable } from '../../domain/timetable.ts';

/**
 * What the editing engine answers. Events, times, rooms, instructors, resources and rules are indices into the problem's
 * tables. A `change` is the score afterwards less the score of the present timetable: negative numbers are better.
 */

/** An event and where it goes: time, rooms and instructors as a timetable holds them. */
export interface EventMove {
  readonly event: number;
  readonly assignment: Assignment;
}

/** Some events that move together, the asked one first; done one after the other they may clash on the way. */
export interface MoveChain {
  readonly moves: readonly EventMove[];
  readonly change: Score;
}

/** A hard rule or basic that is broken where an event is put, by whom and with whom. */
export interface Obstacle {
  /** Index into `problem.rules`, or -1 for a basic. */
  readonly rule: number;
  /** Id of the rule kind or of the basic. */
  readonly kind: string;
  /** Hard units that the event causes there. */
  readonly amount: number;
  /** Resource index, or -1. */
  readonly resource: number;
  /** Other events that the obstacle is about: with whom it clashes, or its partner in a rule over pairs. */
  readonly events: readonly number[];
}

/** Why a time is not on offer at all; the graver reason where there are several. */
export type OffReason =
  /** The event is locked to another time. */
  | 'locked'
  /** In a break or outside the open hours. */
  | 'closed'
  /** Not among the candidate times of the event. */
  | 'notOffered'
  /** Somebody or something that it needs is not available then: see `obstacles`. */
  | 'unavailable';

interface PlaceBase {
  /** Index of the meeting time. */
  readonly time: number;
  /** The best rooms and instructors found for it there, the present ones where they are as good. */
  readonly assignment: Assignment;
  /** If it went there and nobody else moved. */
  readonly change: Score;
}

/** What would happen if an event went to a meeting time. */
export type Place =
  /** It is there now, with these rooms and instructors. */
  | (PlaceBase & { readonly kind: 'present'; readonly obstacles: readonly Obstacle[] })
  /** It breaks no hard rule there, and none by leaving. */
  | (PlaceBase & { readonly kind: 'free' })
  /** Hard rules are broken: by whom or what is said by the obstacles. */
  | (PlaceBase & { readonly kind: 'blocked'; readonly obstacles: readonly Obstacle[] })
  /** Blocked as it is, but possible when those in the way go to the places of the chain (at most three events in all). */
  | (PlaceBase & { readonly kind: 'swap'; readonly obstacles: readonly Obstacle[]; readonly chain: MoveChain })
  | (PlaceBase & { readonly kind: 'off'; readonly reason: OffReason; readonly obstacles: readonly Obstacle[] });

export interface Places {
  readonly event: number;
  /**
   * One for each candidate time of the event and for each start on the grid with its length and weeks, by ascending time.
   * A cell without one cannot be asked: no meeting time of the problem begins there.
   */
  readonly places: readonly Place[];
}

/** A violation that appears, goes or changes; `amount` and `cost` are the differences, negative when it gets better. */
export interface Consequence {
  /** As it is afterwards, or as it was when it goes: for `explainViolation`. */
  readonly violation: Violation;
  readonly amount: number;
  /** `amount` when hard, weight × amount when soft. */
  readonly cost: number;
}

export interface WhyNot {
  readonly move: EventMove;
  readonly change: Score;
  /** Worse first: hard before soft, then by cost. */
  readonly caused: readonly Consequence[];
  readonly removed: readonly Consequence[];
}

/** What an event would cost in some rooms at some times; numbers by room, then by time (room × times + time). */
export interface RoomChanges {
  readonly event: number;
  readonly times: readonly number[];
  /** Those asked for that are candidates. */
  readonly rooms: readonly number[];
  /** Changes of the score, as everywhere. */
  readonly hard: Int32Array;
  readonly soft: Int32Array;
  /** 1 where it breaks hard rules there. */
  readonly isBlocked: Uint8Array;
}

/** A room or an instructor for one event at one time. */
export interface Choice {
  /** Index of the room or instructor. */
  readonly index: number;
  /** True when the event has it now. */
  readonly isPresent: boolean;
  /** If the event met at the asked time with it, in place of the room or instructor of the asked position. */
  readonly change: Score;
  readonly obstacles: readonly Obstacle[];
}

/** A placement or chain worth doing, `moves.length` events move. */
export type Suggestion = MoveChain;

export interface WorstEvent {
  readonly event: number;
  /** Without a time, a needed room or a needed instructor. */
  readonly isUnplaced: boolean;
  /** What it costs where it is: hard units and soft cost that would go with it. */
  readonly hard: number;
  readonly soft: number;
}

/** Which events a local search may move; locks hold as ever. */
export type FixScope =
  | { readonly of: 'events'; readonly events: readonly number[] }
  | { readonly of: 'instructor'; readonly instructor: number }
  | { readonly of: 'group'; readonly group: number }
  | { readonly of: 'room'; readonly room: number }
  /** All events that meet on this day of the week. */
  | { readonly of: 'day'; readonly day: number };

export interface FixRequest {
  readonly scope: FixScope;
  /** Most events that may differ from the present timetable. */
  readonly cap: number;
  /** With `moves` the answer is the same every time; with `seconds` it depends on the machine. */
  readonly budget: { readonly moves: number } | { readonly seconds: number };
  readonly seed: number;
}

export interface FixProgress {
  /** Share of the budget that is used up, 0 … 1. */
  readonly share: number;
  readonly score: Score;
  readonly changedCount: number;
}

export interface LocalFix {
  readonly timetable: Timetable;
  readonly before: Score;
  readonly score: Score;
  /** Events that differ, at most `cap`. */
  readonly changed: readonly EventChange[];
  /** Evaluated moves. */
  readonly moves: number;
  readonly isCancelled: boolean;
}
