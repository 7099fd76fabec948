import type { Event, MeetingTime, Problem, Rule } from '../problem.ts';
import type { ProblemData, ScopeTarget } from '../problem-data.ts';
import type { Values } from '../wording/template.ts';
import type { FaultPhrase } from '../wording/wording.ts';
import type { IntervalShape } from './intervals.ts';
import type { ParamSpecs, ParamValues } from './params.ts';
import type { RoomChangeShape } from './room-changes.ts';

/**
 * A rule kind, defined once. Reference evaluation, explanation, kernel tables, form and help are derived from it, so
 * they cannot disagree: every measure is a pure function that the evaluator calls on a timetable and that the encoder
 * calls to fill the kernel's tables.
 */
export interface RuleDefinition<S extends ParamSpecs = ParamSpecs> {
  readonly id: string;
  readonly title: string;
  /** What one unit of amount is, in one or two sentences, with the source of the rule. */
  readonly doc: string;
  /**
   * What a rule of this kind says, with places for whom it is about and for every parameter, see `rule-sentence.ts`:
   * `{scope|has|have} at most {max|gap|gaps} a day`.
   */
  readonly sentence: string;
  /** Whom the rule may be about; the first is the usual one. */
  readonly scopes: readonly ScopeTarget[];
  readonly params: S;
  /** What is wrong with parameters that are each in their range, or null: "at least" above "at most". */
  readonly flaw?: (params: ParamValues<S>) => ParamFlaw<S> | null;
  /** True when all events of the scope are looked at together, as one resource of the kind `set`. */
  readonly aboutSet?: true;
  /** True when a rule on one resource replaces the general rule of the same kind there. */
  readonly overrides: boolean;
  readonly measures: readonly Measure<ParamValues<S>>[];
  /**
   * The reasons shown to people, in one sentence each without a full stop: `usual`, and others that `explain` chooses. Places
   * (see `fill`): `who` is the resource, `events`, `day`, `slots`, `amount`, the parameters that are numbers, and what
   * `explain` adds.
   */
  readonly reasons: Readonly<Record<string, string>> & { readonly usual: string };
  readonly explain?: (violation: Violation, context: ExplainContext<ParamValues<S>>) => Reason;
  /** Run against the reference evaluator. */
  readonly examples: readonly RuleExample[];
}

/** What follows the name of the parameter: 'must not be above "max"'. */
export interface ParamFlaw<S extends ParamSpecs = ParamSpecs> {
  readonly name: keyof S & string;
  readonly fault: FaultPhrase;
  readonly values?: Values;
}

/** What a measure may look at besides its arguments. */
export interface MeasureContext<P> {
  readonly problem: Problem;
  readonly rule: Rule;
  readonly params: P;
}

/** What a measure over pairs may look at: never the rule, so that equal tables of many rules are made once. */
export type PairContext<P> = Pick<MeasureContext<P>, 'problem' | 'params'>;

/** One day of one resource. */
export interface DayView {
  /** Day of the week. */
  readonly day: number;
  readonly slotCount: number;
  readonly breakMask: number;
  /** Slots in which the resource is marked unavailable (hard or soft) on this day. */
  readonly unavailableMask: number;
}

/** One day of one resource, for measures over a week: what the days may differ in, but not which day it is. */
export interface WeekDayView extends Omit<DayView, 'day'> {
  /** Slots outside the institution's open hours. */
  readonly closedMask: number;
  /** Slots of the day that the rule's parameter `slots` chooses; all of them when it chooses none or there is none. */
  readonly chosenMask: number;
}

/** The week of one resource. */
export interface WeekView {
  /** Days with a slot that is open, no break and not marked unavailable for the resource, as a bit mask. */
  readonly openDays: number;
}

/** The terms of the kernel, seen from a rule. Amounts are integers ≥ 0. */
export type Measure<P> =
  /** Event × meeting time. */
  | {
      readonly term: 'unaryTime';
      readonly amount: (event: Event, time: MeetingTime, context: MeasureContext<P>) => number;
      readonly isAbout?: IsAbout<P>;
    }
  /** Event × one of its rooms. */
  | {
      readonly term: 'unaryRoom';
      readonly amount: (event: Event, room: number, context: MeasureContext<P>) => number;
      readonly isAbout?: IsAbout<P>;
    }
  /** Event × one of its instructors. */
  | {
      readonly term: 'unaryInstructor';
      readonly amount: (event: Event, instructor: number, context: MeasureContext<P>) => number;
      readonly isAbout?: IsAbout<P>;
    }
  /** Resource in scope × slot of a day index it is busy in, per event. */
  | {
      readonly term: 'resourceSlot';
      readonly amount: (dayIndex: number, slot: number, context: MeasureContext<P>) => number;
    }
  /** Two meeting times, for the pairs listed; `weight` multiplies the amount (students in common). */
  | {
      readonly term: 'timePair';
      readonly pairs: (context: MeasureContext<P>) => Iterable<WeightedPair>;
      readonly amount: (first: MeetingTime, second: MeetingTime, context: PairContext<P>) => number;
    }
  /** Two rooms, for the pairs listed; asked for the first room of each event. */
  | {
      readonly term: 'roomPair';
      readonly pairs: (context: MeasureContext<P>) => Iterable<WeightedPair>;
      readonly amount: (first: number, second: number, context: PairContext<P>) => number;
    }
  /** The number of instructors that two events have in common, for the pairs listed; asked when both have one. */
  | {
      readonly term: 'instructorPair';
      readonly pairs: (context: MeasureContext<P>) => Iterable<WeightedPair>;
      readonly amount: (common: number, params: P) => number;
    }
  /**
   * Two meeting times and the way between two (first) rooms, for the pairs listed: one unit when the way takes at least
   * so many minutes; 0 means always, `anotherRoom` that the rooms differ, Infinity never. Without a room there is no way: 0
   * minutes. `asksRooms`: for `anotherRoom`, too, so that the ways are kept where no minutes are known.
   */
  | {
      readonly term: 'travelPair';
      readonly pairs: (context: MeasureContext<P>) => Iterable<WeightedPair>;
      readonly enough: (first: MeetingTime, second: MeetingTime) => number;
      readonly asksRooms?: true;
    }
  /** The same for any two events that one sectioned student attends, weighted with the number of such students. */
  | { readonly term: 'attendance'; readonly enough: (first: MeetingTime, second: MeetingTime) => number }
  /** The hours of all events in scope by the clock, day by day and week by week; see intervals.ts. */
  | { readonly term: 'intervals'; readonly shape: (params: P) => IntervalShape }
  /** The mask of a resource's busy slots on one day. Must be 0 for an empty day. */
  | { readonly term: 'dayShape'; readonly amount: (mask: number, day: DayView, params: P) => number }
  /**
   * The set of days of the week (bit mask) on which a resource is busy, in one week class. Whoever may be chosen for no
   * event at all is only asked when an empty week costs nothing. The amount follows from how many days are worked, whichever
   * they are: of all days, or of those that are open for the resource. Weeks may be too long for a table over sets of days.
   */
  | {
      readonly term: 'weekShape';
      readonly countsDays: 'all' | 'open';
      readonly amount: (days: number, params: P, week: WeekView) => number;
    }
  /**
   * The sum of a value over the days of a week class; 0 on an empty day, never negative. Asked like a week shape;
   * `asksEveryone`: also of those who may be chosen for no event, when there is one that they may be chosen for.
   */
  | {
      readonly term: 'weekTotal';
      readonly value: (mask: number, day: WeekDayView, params: P) => number;
      readonly amount: (total: number, params: P) => number;
      readonly steepest?: Steepest<P>;
      readonly asksEveryone?: boolean;
    }
  /** Largest less smallest value of the days of a week class on which a resource is busy. */
  | {
      readonly term: 'weekSpread';
      readonly value: (mask: number, day: WeekDayView, params: P) => number;
      readonly amount: (spread: number, params: P) => number;
    }
  /**
   * The last busy slot of a day and the first of the next day of the week, when there is one on both. `isNight` says
   * before which days it is asked, all but the first without it; before day 0 comes the last one.
   */
  | {
      readonly term: 'overnight';
      readonly amount: (last: number, first: number, context: PairContext<P>) => number;
      readonly isNight?: (day: number, params: P) => boolean;
    }
  /** The places of a resource's events in their order, day by day; see room-changes.ts. */
  | { readonly term: 'roomChanges'; readonly shape: (params: P) => RoomChangeShape }
  /** The number of events of a set in one slot. 0 for none. */
  | {
      readonly term: 'slotCount';
      readonly amount: (count: number, day: number, slot: number, context: MeasureContext<P>) => number;
      readonly steepest?: Steepest<P>;
    }
  /** The number of distinct rooms of a class. */
  | { readonly term: 'setShape'; readonly amount: (distinct: number, params: P) => number };

/** By how much an amount changes at most when what is counted changes by one; 1 unless said. */
export type Steepest<P> = (params: P) => number;

/**
 * For rules that are about all events of a project and mostly say nothing: false when the amount is 0 whatever is chosen
 * for the event, so that the encoder need not ask for every time or room.
 */
export type IsAbout<P> = (event: Event, context: MeasureContext<P>) => boolean;

/** Read it before the next one is asked for: it may be the same object with other numbers. */
export interface WeightedPair {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

/** One explained breach. The penalty of a timetable is the sum of its violations. */
export interface Violation {
  /** Index into `problem.rules`, or -1 for a basic. */
  readonly rule: number;
  /** Id of the rule kind or of the basic. */
  readonly kind: string;
  readonly hard: boolean;
  readonly amount: number;
  /** Amount when hard, weight × amount when soft. */
  readonly cost: number;
  readonly events: readonly number[];
  /** Resource index, or -1. */
  readonly resource: number;
  /** Day index, or -1. */
  readonly dayIndex: number;
  /** Slots concerned on that day, as a bit mask; 0 when the rule is not about slots. */
  readonly mask: number;
  /** Totals of weeks: what the amount was computed from, so that "too few" and "too many" can be told apart. */
  readonly total?: number;
  /** Index of the course that students ask for; absent where they do not. */
  readonly course?: number;
}

/** Which of the reasons it is, and values for its places. */
export interface Reason {
  readonly use?: string;
  readonly values?: Values;
}

export interface ExplainContext<P> {
  readonly problem: Problem;
  readonly rule: Rule;
  readonly params: P;
  readonly names: Names;
}

/** How things are called in explanations; the same everywhere. */
export interface Names {
  readonly event: (event: number) => string;
  readonly events: (events: readonly number[]) => string;
  readonly resource: (resource: number) => string;
  readonly day: (dayIndex: number) => string;
  readonly slots: (mask: number) => string;
}

export interface RuleExample {
  readonly title: string;
  readonly problem: ProblemData;
  /** Event id → time id, optionally rooms and instructors; events left out are unplaced. */
  readonly timetable: Readonly<Record<string, ExampleAssignment>>;
  /** Student id → events chosen for him or her, where students are sectioned. */
  readonly enrolment?: Readonly<Record<string, readonly string[]>>;
  /** Expected amount of the rule under example (all its instances together). */
  readonly amount: number;
}

export interface ExampleAssignment {
  readonly time: string;
  readonly rooms?: readonly string[];
  readonly instructors?: readonly string[];
}

/** Keeps the parameter types of a definition while it is written down, and forgets them for the registry. */
export function defineRule<const S extends ParamSpecs>(definition: RuleDefinition<S>): RuleDefinition {
  // The registry holds definitions of every parameter type; `completeParams` checks values against the same specs.
  return definition as unknown as RuleDefinition;
}
