import type {
  CalendarData,
  CourseData,
  CoverData,
  EventData,
  ForeignRule,
  GroupData,
  InstructorData,
  MeetingTimeData,
  ProblemData,
  RoomData,
  RuleData,
  StudentData,
} from '../problem-data.ts';
import type { Score } from '../score.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';

/** What is edited as one: a problem and the timetables made for it, by id. Never changed, only replaced. */
export interface ProjectDocument {
  readonly problem: ProblemData;
  readonly timetables: ReadonlyMap<string, TimetableData>;
}

/** The lists of a problem whose items have an id. */
export interface ItemLists {
  readonly meetingTimes: MeetingTimeData;
  readonly courses: CourseData;
  readonly rooms: RoomData;
  readonly instructors: InstructorData;
  readonly groups: GroupData;
  readonly students: StudentData;
  readonly events: EventData;
  readonly rules: RuleData;
}

export type ListName = keyof ItemLists;

export const listNames: readonly ListName[] = [
  'meetingTimes',
  'courses',
  'rooms',
  'instructors',
  'groups',
  'students',
  'events',
  'rules',
];

/** An item added (`before` is null), changed, or removed (`after` is null); its id never changes. */
export type ItemChange = {
  readonly [List in ListName]: {
    readonly of: 'item';
    readonly list: List;
    readonly id: string;
    /** Index in the list at which it is added or from which it is removed; where it is when it is changed. */
    readonly position: number;
    readonly before: ItemLists[List] | null;
    readonly after: ItemLists[List] | null;
  };
}[ListName];

/** The parts of a problem that are not lists of items. */
export interface Fields {
  readonly name: string;
  readonly calendar: CalendarData;
  readonly notEnforced: readonly ForeignRule[];
}

export type FieldChange = {
  readonly [Name in keyof Fields]: {
    readonly of: 'field';
    readonly name: Name;
    readonly before: Fields[Name];
    readonly after: Fields[Name];
  };
}[keyof Fields];

/** Where one event is in one timetable; null when the timetable does not mention it. */
export interface AssignmentChange {
  readonly of: 'assignment';
  readonly timetableId: string;
  readonly eventId: string;
  readonly before: AssignmentData | null;
  readonly after: AssignmentData | null;
}

/** In which events one sectioned student is; null when the timetable does not say so. */
export interface EnrolmentChange {
  readonly of: 'enrolment';
  readonly timetableId: string;
  readonly studentId: string;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** What is known of a timetable besides where everything is. */
export interface TimetableHead {
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The run that found it, or null. */
  readonly runId: string | null;
  /** What it was worth as it was then, or null. */
  readonly score: Score | null;
}

/**
 * A timetable that begins to be (`before` is null), is called otherwise, or ends (`after` is null). It begins and ends
 * empty: where everything is in it is said by changes beside this one.
 */
export interface TimetableChange {
  readonly of: 'timetable';
  readonly id: string;
  readonly before: TimetableHead | null;
  readonly after: TimetableHead | null;
}

/** Who stands in at an event on a date; null for nobody. */
export interface CoverChange {
  readonly of: 'cover';
  readonly date: string;
  readonly eventId: string;
  readonly before: CoverData | null;
  readonly after: CoverData | null;
}

/** What concerns one timetable, and not the problem. */
export type PlaceChange = AssignmentChange | EnrolmentChange;

/** One step that knows what was there before, so that it can be taken back. */
export type Change = ItemChange | FieldChange | CoverChange | TimetableChange | PlaceChange;

export function isPlaceChange(change: Change): change is PlaceChange {
  return change.of === 'assignment' || change.of === 'enrolment';
}

/** What a person did, for the history; the interface turns it into a sentence. */
export const operationActions = [
  'add',
  'change',
  'remove',
  'paste',
  'import',
  'rename',
  'changeCalendar',
  'paintAvailability',
  'addRule',
  'changeRule',
  'removeRule',
  'switchRule',
  'place',
  'swap',
  'unplace',
  'changeRoom',
  'changeInstructor',
  'lock',
  'unlock',
  'fixLocally',
  'cover',
  'uncover',
  'noteCover',
  'restoreVersion',
  'addTimetable',
  'copyTimetable',
  'renameTimetable',
  'removeTimetable',
] as const;
export type OperationAction = (typeof operationActions)[number];

export interface OperationLabel {
  readonly action: OperationAction;
  /** Name of what it was done to, or the name of a list. */
  readonly subject?: string;
  /** Of how many. */
  readonly count?: number;
}

/** The changes that take `changes` back, in the order in which they have to be made. */
export function invert(changes: readonly Change[]): readonly Change[] {
  // A change and its inverse are of the same kind: only `before` and `after` trade places.
  return changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change);
}
