import type { RuleDefinition } from './constraints/definition.ts';
import type {
  CourseData,
  EventLock,
  EventPlace,
  GroupData,
  InstructorData,
  ProblemData,
  RoomData,
  RuleData,
} from './problem-data.ts';

/**
 * The indexed problem: every reference is an index, every derived table is filled. Built by `buildProblem`, never
 * changed afterwards.
 *
 * Axis: weeks that no meeting time tells apart form one *week class*; a *day index* is `weekClass * dayCount + day`;
 * a *cell* is one slot of one day index, `dayIndex * slotCount + slot`. A day's busy slots are a bit mask (bit = slot).
 *
 * Days of more than 16 slots have no masks: they are all 0. There a cell is a set of meeting times that all meet at one
 * moment, taken only where no larger set contains it, so that two times clash exactly when they share a cell
 * (docs/decisions/0009-long-days.md).
 */
export interface Problem {
  readonly data: ProblemData;
  readonly name: string;
  readonly axis: Axis;
  readonly times: readonly MeetingTime[];
  readonly courses: readonly CourseData[];
  readonly rooms: readonly RoomData[];
  readonly instructors: readonly InstructorData[];
  readonly groups: readonly Group[];
  readonly events: readonly Event[];
  readonly resources: readonly Resource[];
  /** Resource index of each instructor and of each room. */
  readonly resourceOfInstructor: readonly number[];
  readonly resourceOfRoom: readonly number[];
  readonly rules: readonly Rule[];
  /** Null when no student asks for a course. */
  readonly sectioning: Sectioning | null;
  /** Minutes between rooms, `first * rooms + second`; null when there is no way between any two. */
  readonly travel: Int32Array | null;
}

/** Which events students who ask for courses may attend, and who asks. */
export interface Sectioning {
  /** Ordered by student. */
  readonly requests: readonly CourseRequest[];
  /** First request of each student, and the end. */
  readonly firstRequestOf: readonly number[];
  /** By course: the sets of events that make up one attendance, parents respected; empty for courses that nobody can attend. */
  readonly optionsOf: readonly (readonly (readonly number[])[])[];
  /** Most students of each event; `unlimited` where there is no limit. */
  readonly limitOf: readonly number[];
}

export interface CourseRequest {
  readonly student: number;
  readonly course: number;
}

export const unlimited = 0x7fff_ffff;

export interface Axis {
  readonly dayCount: number;
  readonly slotCount: number;
  readonly weekClassCount: number;
  /** `dayCount * weekClassCount`. */
  readonly dayIndexCount: number;
  /** `dayIndexCount * slotCount`, unless days are long. */
  readonly cellCount: number;
  /** False when days are long. */
  readonly cellsAreSlots: boolean;
  /** Days are long: the first day index on which the meeting times of each cell meet; else empty. */
  readonly dayIndexOfCell: readonly number[];
  /** Week class of each week of the cycle. */
  readonly classOfWeek: readonly number[];
  /** Bit mask of the break slots, and of the closed ones, by day. */
  readonly breakMaskOfDay: readonly number[];
  readonly closedMaskOfDay: readonly number[];
}

/** A stretch of one day: the slots of `mask` on day index `dayIndex`. */
export interface Span {
  readonly dayIndex: number;
  readonly mask: number;
}

export interface MeetingTime {
  readonly index: number;
  readonly id: string;
  /** Days of the week (0 … dayCount − 1), ascending. */
  readonly days: readonly number[];
  readonly start: number;
  readonly length: number;
  readonly weeks: readonly number[];
  /** Minutes of the day by the clock: when it begins and when it ends. */
  readonly startMinute: number;
  readonly endMinute: number;
  /** One per day index touched, ascending. */
  readonly spans: readonly Span[];
  /** All cells, ascending. */
  readonly cells: readonly number[];
}

/** `index` into times, rooms or instructors; `penalty` ≥ 0 is soft cost. */
export interface DomainItem {
  readonly index: number;
  readonly penalty: number;
}

export interface Event {
  readonly index: number;
  readonly id: string;
  readonly course: number;
  /** What people call it. */
  readonly name: string;
  readonly duration: number;
  /** Candidate meeting times after locks; may be empty. */
  readonly times: readonly DomainItem[];
  readonly roomCount: number;
  readonly rooms: readonly DomainItem[];
  /** 0 when `instructors` is empty. */
  readonly instructorCount: number;
  readonly instructors: readonly DomainItem[];
  /** True when the whole pool teaches: nothing is left to choose. */
  readonly instructorsFixed: boolean;
  /** Groups as given (indices). */
  readonly groups: readonly number[];
  /** Resources it occupies whatever is chosen: group atoms, overlaps, class, fixed instructors, sets. Ascending. */
  readonly staticResources: readonly number[];
  readonly size: number;
  readonly tags: readonly string[];
  readonly lock: EventLock | null;
  /** Where it had better stay; null when nowhere in particular. */
  readonly stay: EventPlace | null;
}

export interface Group {
  readonly index: number;
  readonly data: GroupData;
  readonly parent: number;
  readonly children: readonly number[];
  /** Smallest subgroups inside (itself when it has none); group indices. */
  readonly leaves: readonly number[];
}

/**
 * Whoever can be busy. `group` stands for a smallest subgroup, `overlap` for the students two subgroups share, `class`
 * for the events of one course attended by the same groups (what "a course" means in rules over days and weeks), `set` for
 * all events that a rule looks at together.
 */
export type ResourceKind = 'group' | 'overlap' | 'class' | 'instructor' | 'room' | 'set';

export interface Resource {
  readonly index: number;
  readonly kind: ResourceKind;
  /** Index of the group, course, instructor or room; for an overlap the first of the two groups; -1 for a set. */
  readonly ref: number;
  readonly name: string;
  /** Occupants allowed at once; 0 means that nothing clashes (class, set). */
  readonly capacity: number;
  /** Events that occupy it whatever is chosen. */
  readonly events: readonly number[];
}

/** A rule instance, checked, with its parameters completed and its scope resolved. */
export interface Rule {
  readonly index: number;
  readonly data: RuleData;
  readonly definition: RuleDefinition;
  readonly hard: boolean;
  readonly weight: number;
  readonly params: Readonly<Record<string, unknown>>;
  /** Resource indices, for kinds measured on resources; after overriding. */
  readonly resources: readonly number[];
  /** Resources in scope on which a more particular rule of the kind holds instead; absent when there are none. */
  readonly yielded?: readonly number[];
  /** Event indices in scope, in the order of the scope's ids, else of the problem. */
  readonly events: readonly number[];
}

export const unassigned = -1;
