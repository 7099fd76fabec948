import type { Result } from '../../domain/result.ts';

/** Everything in one file, and back. See docs/decisions/0027-nothing-lost.md. */
export interface Backups {
  /** All projects with timetables, versions, history and runs that have ended, as the bytes of one file. */
  pack(): Promise<Result<PackedBackup>>;
  /**
   * Reads a file and compares it with what is stored; changes nothing. Fails with `backup.unknown` and `backup.newer`.
   * A remark `backup.cut` says that the end of the file is missing, `backup.damaged` that a project cannot be opened.
   */
  open(bytes: Uint8Array): Promise<Result<OpenedBackup>>;
  /** What is remembered of the last backup. */
  note(): Promise<Result<BackupNote>>;
  changeNote(changes: Partial<BackupNote>): Promise<Result<null>>;
  /** Edits that are in no file yet. */
  unsaved(): Promise<Result<UnsavedEdits>>;
}

export interface PackedBackup {
  readonly bytes: Uint8Array;
  /** How many. */
  readonly projects: number;
  /** Number of the last step of each project that it contains, by id. */
  readonly steps: Readonly<Record<string, number>>;
}

export interface OpenedBackup {
  readonly savedAt: string;
  readonly projects: readonly ProjectInBackup[];
  /**
   * Adds those that are `new` or `other`, all or none; ids of what was added. Those of `inPlace` get the name of the project
   * that is here, which stays under the name `keptAs`. Fails with `backup.moved` when such a project came to the storage
   * meanwhile.
   */
  add(inPlace?: ReadonlySet<string>): Promise<Result<readonly string[]>>;
  /** Takes back what `add` has just added. */
  takeBack(): Promise<Result<null>>;
}

/**
 * `new`: it is added as it was. `other`: one of that id is here with other content; it is added beside it, under a new id.
 * `equal`: what it contains is here already. `damaged`: it cannot be opened.
 */
export type BackupVerdict = 'new' | 'other' | 'equal' | 'damaged';

export interface ProjectInBackup {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly eventCount: number;
  readonly timetables: number;
  readonly versions: number;
  /** Of its history. */
  readonly steps: number;
  readonly verdict: BackupVerdict;
  /** Of one that is `other`: the state of it that is here, where it can be read. */
  readonly here: StateHere | null;
}

export interface StateHere {
  readonly updatedAt: string;
  /** Its name once the one of the backup takes its place. */
  readonly keptAs: string;
}

export interface BackupNote {
  /** When a backup was written last, or null. ISO 8601, as the next. */
  readonly savedAt: string | null;
  /** When somebody was reminded last, or null. */
  readonly remindedAt: string | null;
  /** Number of the last step of each project that the last backup contains, by id. */
  readonly steps: Readonly<Record<string, number>>;
  /** The file that is written by itself, where one was chosen. */
  readonly file: FileSystemFileHandle | null;
}

export interface UnsavedEdits {
  /** A project that is in no file counts as one more. */
  readonly edits: number;
  /** Since when there may be such edits, ISO 8601: the last backup, or the first project; null where there are none. */
  readonly since: string | null;
}
