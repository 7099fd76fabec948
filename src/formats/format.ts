import type { ProblemData } from '../domain/problem-data.ts';
import type { Result } from '../domain/result.ts';
import type { RunEvent } from '../domain/runs/run-log.ts';
import type { TimetableData } from '../domain/timetable.ts';
import type { VariantName } from '../domain/variants.ts';
import type { EpochPoint, StopReason } from '../engine/run-contract/run-events.ts';
import type { RunSettings } from '../engine/run-contract/run-settings.ts';
import type { HandoutTexts } from '../handout/handout-texts.ts';
import type { ListTitles } from './tables/timetable-rows.ts';

/** A file as it was dropped: bytes, because the encoding is part of what has to be recognised. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What any format reads into. Remarks (assumptions, rules not enforced) are the diagnostics of the result. */
export interface ProjectContent {
  readonly problem: ProblemData;
  readonly timetables: readonly NamedTimetable[];
  /** A run of the problem that can be gone on with; only files of runs have one. */
  readonly run?: SavedRun;
}

export interface SavedRun {
  /** `engineVersion` that it ran with. */
  readonly engine: string;
  readonly variant: VariantName;
  readonly settings: RunSettings;
  /** `packCheckpoint`; null where there is none yet. */
  readonly checkpoint: Uint8Array | null;
  /** What became of it so far, for people; the search needs none of it, and the command line writes none. */
  readonly record?: SavedRunRecord;
}

export interface SavedRunRecord {
  readonly projectName: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly startedAt: string | null;
  /** Why it ended; null while there is something left to be done. */
  readonly reason: StopReason | null;
  /** Name of the timetable that it started from, or null. */
  readonly startName: string | null;
  readonly series: readonly EpochPoint[];
  readonly log: readonly RunEvent[];
}

export interface NamedTimetable {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly timetable: TimetableData;
}

/** Reads one kind of file, or several that belong together. */
export interface Reader {
  readonly id: string;
  readonly title: string;
  /** How sure the reader is that the files are its own: 0 no, 1 by the name, 2 by the content. */
  readonly recognise: (files: readonly SourceFile[]) => number;
  readonly read: (
    files: readonly SourceFile[],
    options?: ReadOptions,
  ) => Result<ProjectContent> | Promise<Result<ProjectContent>>;
}

/** What has to be told to whoever reads. */
export interface ReadOptions {
  /** Of a locked project. */
  readonly passphrase?: string;
}

/** A group, an instructor or a room whose meetings are wanted. */
export interface Participant {
  readonly kind: 'group' | 'instructor' | 'room';
  readonly id: string;
}

/** What is left out or replaced before something is written; absent means that it stays. */
export interface Redaction {
  /** Names and ids of instructors. */
  readonly instructorNames?: boolean;
  /** Names and ids of students. */
  readonly studentNames?: boolean;
  /** Notes of rules about when somebody is away or would rather be. */
  readonly availabilityReasons?: boolean;
  /** Notes of all rules. */
  readonly notes?: boolean;
}

/** What a writer can be asked for; each takes what concerns it and ignores the rest. */
export interface WriteOptions {
  /** Whose meetings: calendars and the timetable as CSV or as a workbook. Absent: everybody's. */
  readonly participant?: Participant;
  /** The same for several: what concerns any of them. */
  readonly participants?: readonly Participant[];
  /** IANA name of the time zone of a calendar, such as `Europe/Paris`. Absent: that of the device. */
  readonly timeZone?: string;
  /** What tells the project from others for good, so that calendars know their events again. Absent: its name. */
  readonly projectId?: string;
  /** When the timetable was last changed, ISO 8601. Absent: `createdAt`. */
  readonly changedAt?: string;
  /** Now, ISO 8601: a later file replaces an earlier one in a calendar. Absent: `changedAt`. */
  readonly writtenAt?: string;
  /** Whether CSV begins with the mark by which spreadsheets recognise UTF-8. Absent: yes. */
  readonly byteOrderMark?: boolean;
  /** Address of the app, to which links lead. Absent: the link is only the part of the address from `#` on. */
  readonly appAddress?: string;
  /** With which a project is locked; only the writer of locked projects takes it. */
  readonly passphrase?: string;
  /** What viewers, pages and workbooks say besides names. Absent: English. */
  readonly texts?: HandoutTexts;
  /** Titles of the timetable as a list. Absent: English. */
  readonly listTitles?: ListTitles;
  /** What others should not know; done before any writer sees the project. */
  readonly redaction?: Redaction;
  /** Called by writers of long work with the part that is done, 0 … 1, now and then. */
  readonly onProgress?: (share: number) => void;
}

/** Writes a project, or one timetable of it. */
export interface Writer {
  readonly id: string;
  readonly title: string;
  /** Without the dot, for example `horarium.json`. */
  readonly extension: string;
  readonly mediaType: string;
  /** `timetableId` null means the last timetable. */
  readonly write: (
    content: ProjectContent,
    timetableId: string | null,
    options?: WriteOptions,
  ) => Promise<Result<Uint8Array>> | Result<Uint8Array>;
}
