/**
 * What a project stores and a file carries: identifiers, no derived data. `buildProblem` turns it into the
 * indexed `Problem` that evaluation and search use. Every list may be empty; identifiers are unique in their list.
 */
export interface ProblemData {
  readonly name: string;
  readonly calendar: CalendarData;
  /** Patterns beyond the plain blocks (one day, every week), which are implied for every duration in use. */
  readonly meetingTimes: readonly MeetingTimeData[];
  readonly courses: readonly CourseData[];
  readonly rooms: readonly RoomData[];
  readonly instructors: readonly InstructorData[];
  readonly groups: readonly GroupData[];
  readonly students: readonly StudentData[];
  readonly events: readonly EventData[];
  readonly rules: readonly RuleData[];
  /** Rules of an imported file that Horarium does not know: kept verbatim, listed, written back. */
  readonly notEnforced: readonly ForeignRule[];
  /** Who stands in for whom on which date, by date; absent where nobody ever did. No rule and no search reads it. */
  readonly covers?: readonly CoverData[];
}

/** Somebody takes an event over on one date. There is one for a date and an event at most. */
export interface CoverData {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly eventId: string;
  /** Instructors who are away, as far as they would have taught the event. */
  readonly absentIds: readonly string[];
  /** The instructor who comes in their place. */
  readonly coveringId: string;
  readonly note?: string;
}

export interface CalendarData {
  readonly days: readonly DayData[];
  /** The slots of a day, the same on every day, in the order of the clock. */
  readonly slots: readonly SlotData[];
  /** Weeks of the cycle: 1 when every week is the same, 2 for A/B weeks, up to 52. */
  readonly weekCount: number;
  /** Slots in which nobody is taught (named bands of the grid). */
  readonly breaks: readonly BreakData[];
  /** Slots outside the institution's open hours. */
  readonly closed: readonly SlotSelection[];
  /** Real dates, for calendar files and substitutions; nothing about a timetable depends on them. */
  readonly term?: TermData;
}

export interface DayData {
  readonly id: string;
  readonly name: string;
  /** 1 (Monday) … 7 (Sunday), for real dates; absent where every day follows the one before. */
  readonly weekday?: number;
}

/** Dates as `YYYY-MM-DD`. */
export interface TermData {
  /** Date of the calendar's first day in the first week; the others follow it (`term-dates.ts`). */
  readonly startDate: string;
  /** Calendar weeks of the term, 1 … 104; the weeks of the cycle repeat over them. */
  readonly weeks: number;
  readonly holidays: readonly HolidayData[];
}

/** Dates on which nothing is held, both ends included. */
export interface HolidayData {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Clock times as `HH:MM`, 24 hours; `24:00` is allowed as an end. */
export interface SlotData {
  readonly start: string;
  readonly end: string;
  readonly name?: string;
}

export interface BreakData {
  readonly name: string;
  /** Index of the slot. */
  readonly slot: number;
  /** Day ids; absent means every day. */
  readonly days?: readonly string[];
}

/** Some slots (indices) of one day. */
export interface SlotSelection {
  readonly day: string;
  readonly slots: readonly number[];
  /** Indices of the weeks of the cycle; absent means all. Only `unavailable` looks at them. */
  readonly weeks?: readonly number[];
}

/** A row of the table of meeting times: the same block on one or more days, in some weeks. */
export interface MeetingTimeData {
  readonly id: string;
  readonly days: readonly string[];
  /** Index of the first slot. */
  readonly start: number;
  /** Number of slots, at least 1. */
  readonly length: number;
  /** Indices of the weeks of the cycle; absent means all. */
  readonly weeks?: readonly number[];
}

export interface CourseData {
  readonly id: string;
  readonly name: string;
  readonly tags?: readonly string[];
  /**
   * How the course is attended, for students who ask for the course rather than for events: one event of each part of
   * one configuration. Without any: all that one of its groups attends, with what is for nobody in particular.
   */
  readonly configurations?: readonly ConfigurationData[];
}

/** Event ids by part: each of them an alternative to the others of its part. */
export interface ConfigurationData {
  readonly parts: readonly (readonly string[])[];
}

export interface RoomData {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly type?: string;
  readonly features?: readonly string[];
  readonly building?: string;
  /** Events it can hold at once; absent means 1. */
  readonly shareable?: number;
  /** Minutes from here to other rooms, the same both ways; 0 to rooms that are not named. */
  readonly travel?: readonly TravelData[];
  readonly tags?: readonly string[];
}

export interface TravelData {
  readonly roomId: string;
  readonly minutes: number;
}

export interface InstructorData {
  readonly id: string;
  readonly name: string;
  readonly tags?: readonly string[];
}

export interface GroupData {
  readonly id: string;
  readonly name: string;
  /** Number of students. */
  readonly size: number;
  /** The group this one lies in (year ⊃ group ⊃ subgroup). */
  readonly parentId?: string;
  /** Groups elsewhere in the hierarchy with which this one shares students. */
  readonly overlaps?: readonly string[];
  readonly tags?: readonly string[];
}

export interface StudentData {
  readonly id: string;
  readonly name?: string;
  /** Events the student attends individually (beyond those of any group). */
  readonly eventIds: readonly string[];
  /** In which of their events the student is, the timetable says. */
  readonly courseIds?: readonly string[];
}

/** A candidate with its graded penalty (0 is best); a positive penalty is soft cost as it stands. */
export interface Candidate {
  readonly id: string;
  readonly penalty?: number;
}

export interface EventData {
  readonly id: string;
  readonly courseId: string;
  /** Shown instead of the course's name, for example "Laboratory". */
  readonly name?: string;
  /** Slots, at least 1. */
  readonly duration: number;
  /** Ids of `meetingTimes`, or of plain blocks written `<day id>@<slot>`; absent means every plain block. */
  readonly times?: readonly Candidate[];
  /** Weeks in which plain blocks lie; absent means all. */
  readonly weeks?: readonly number[];
  /** Rooms to be found: 0 when none is needed; absent means 1. */
  readonly roomCount?: number;
  /** Absent means every room. */
  readonly rooms?: readonly Candidate[];
  /** The qualified pool; absent or empty when no instructor is needed. */
  readonly instructors?: readonly Candidate[];
  /** Instructors to be chosen from the pool; absent means all of it. */
  readonly instructorCount?: number;
  readonly groupIds: readonly string[];
  /** Attendees; absent means the sum of the groups and individual students. */
  readonly size?: number;
  /** Room types of which one is needed, and features that are all needed (rule roomSuitability). */
  readonly roomTypes?: readonly string[];
  readonly features?: readonly string[];
  readonly tags?: readonly string[];
  readonly lock?: EventLock;
  /**
   * Where it had better stay (rule preferNotToMove): another place costs something, and the search is not narrowed. A part of
   * it that is locked, too, is the lock's.
   */
  readonly stay?: EventPlace;
  /** Most students who may be sectioned into it; absent means no limit. */
  readonly limit?: number;
  /** Another event of the configuration: who is in this one is in that one, too. */
  readonly parentId?: string;
}

/** Parts of where an event is; what is absent is not meant. */
export interface EventPlace {
  readonly timeId?: string;
  readonly roomIds?: readonly string[];
  readonly instructorIds?: readonly string[];
}

/** What of an event can be kept, each part on its own. */
export const placeParts = ['time', 'rooms', 'instructors'] as const;
export type PlacePart = (typeof placeParts)[number];

/** What the user fixed (rule pinned); a lock also narrows the search. */
export interface EventLock extends EventPlace {
  /** Parts that are locked because people have been told of them; absent means none. */
  readonly published?: readonly PlacePart[];
}

export type ScopeTarget = 'events' | 'courses' | 'groups' | 'instructors' | 'rooms';

/**
 * Whom a rule is about. Without `ids` and `tags`: all. The more particular rule of a kind wins on a resource:
 * ids over tags over all. A rule on a group holds for each of its smallest subgroups.
 */
export interface Scope {
  readonly of: ScopeTarget;
  readonly ids?: readonly string[];
  readonly tags?: readonly string[];
  readonly except?: readonly string[];
}

/** Values by parameter name; which there are is said by the rule's definition. */
export type RuleParams = Readonly<Record<string, unknown>>;

/** Of a soft rule. */
export const largestWeight = 10_000;

export interface RuleData {
  readonly id: string;
  /** Id of a definition in `constraints/registry.ts`. */
  readonly kind: string;
  readonly scope: Scope;
  readonly params: RuleParams;
  /** A hard rule is not a large weight: hard amounts are compared first. */
  readonly hard: boolean;
  /** Weight of a soft rule, 1 … 10000; ignored when hard. */
  readonly weight: number;
  readonly note?: string;
  /** Switched off: kept with the project, but no part of the problem. Absent means that it holds. */
  readonly enabled?: false;
}

export interface ForeignRule {
  readonly format: string;
  readonly kind: string;
  readonly text: string;
  /** How many rules of the file this entry stands for. */
  readonly count: number;
}
