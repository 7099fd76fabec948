import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Result } from '../../domain/result.ts';
import type { UsageKind } from '../storage.ts';

/**
 * What can be done with a database that is damaged. A project's id narrows everything to its rows; null is all there is.
 * Fails with `storage.unreadable` where the browser does not open the database at all. See
 * docs/decisions/0027-nothing-lost.md.
 */
export interface Recovery {
  /** Every row that can be read, as it lies there, as the bytes of one file; a backup can be restored from it. */
  saveRaw(projectId: string | null): Promise<Result<RawCopy>>;
  /** Reads and checks every row; changes nothing. */
  examine(projectId: string | null): Promise<Result<Examination>>;
  /**
   * Examines anew and mends: rows that pass their checks stay, the others are rebuilt or removed. All or nothing. Of a
   * database that cannot be opened, all that is good is written to a new one, and the old one is left as it is.
   */
  repair(projectId: string | null): Promise<Result<Examination>>;
  /** From the next start on the app works in a new database; this one stays. */
  startNew(): Promise<Result<null>>;
  /** Databases that the app has left. */
  former(): Promise<readonly FormerDatabase[]>;
}

export interface FormerDatabase {
  readonly name: string;
  saveRaw(): Promise<Result<RawCopy>>;
  /** For good. */
  remove(): Promise<Result<null>>;
}

export interface RawCopy {
  readonly bytes: Uint8Array;
  /** How many it holds. */
  readonly rows: number;
  /** How many could not be read; the file names them. */
  readonly unreadable: number;
}

/** `mended`: it is written anew. `setAside`: it is removed. `newer`: a newer version of the app wrote it; it stays. */
export type RowOutcome = 'mended' | 'setAside' | 'newer';

export type RecoveryKind = UsageKind | 'other';

/** Numbers of rows. */
export type RowCounts = Readonly<Record<'rows' | RowOutcome, number>>;

export interface Examination {
  readonly counts: ReadonlyMap<RecoveryKind, RowCounts>;
  /** Projects with something that is not as it should be. */
  readonly projects: readonly ExaminedProject[];
  /** One for each row that is not as it should be, and for each table that cannot be read. */
  readonly faults: readonly Diagnostic[];
}

/** `mended`: it opens after a repair. `lost`: nothing of it opens; all its rows are set aside. `newer`: left alone. */
export interface ExaminedProject {
  readonly id: string;
  /** Empty where it cannot be read. */
  readonly name: string;
  readonly outcome: 'mended' | 'lost' | 'newer';
}
