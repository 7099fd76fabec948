/** One timetable of a problem: for every event (by index) where and by whom. Indices into the problem's tables. */
export interface Timetable {
  readonly assignments: readonly Assignment[];
  /** Option taken for each request of the problem's sectioning, -1 for none; absent means none at all. */
  readonly enrolment?: readonly number[];
}

export interface Assignment {
  /** Index of the meeting time, or -1 when unplaced. */
  readonly time: number;
  /** One index per needed room, -1 where none is assigned. */
  readonly rooms: readonly number[];
  /** One index per needed instructor, -1 where none is assigned. */
  readonly instructors: readonly number[];
}

/** A timetable as files and the database carry it: by ids, independent of the order of the problem's lists. */
export interface TimetableData {
  readonly assignments: readonly AssignmentData[];
  /** Events in which sectioned students are; absent where nobody is sectioned. */
  readonly enrolments?: readonly EnrolmentData[];
}

export interface EnrolmentData {
  readonly studentId: string;
  readonly eventIds: readonly string[];
}

export interface AssignmentData {
  readonly eventId: string;
  /** Id of a meeting time (`<day id>@<slot>` for plain blocks); absent when unplaced. */
  readonly timeId?: string;
  readonly roomIds: readonly string[];
  readonly instructorIds: readonly string[];
}
