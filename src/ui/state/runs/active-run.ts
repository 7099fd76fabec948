import type { Accessor } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { RunEvent } from '../../../domain/runs/run-log.ts';
import type { RunPhase, RunState } from '../../../domain/runs/run-states.ts';
import type { Score } from '../../../domain/score.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { VariantName } from '../../../domain/variants.ts';
import type { Checkpoint, EpochPoint, RunOutcome, RunProgress } from '../../../engine/run-contract/run-events.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';
import type { RunError, SnapshotRecord } from '../../../storage/records.ts';
import type { RunSteering } from '../watch/steering.ts';

export interface RunBest {
  readonly timetable: Timetable;
  readonly score: Score;
}

/** A run of this tab, from the press of the button on; lives as long as the app, so that leaving its page keeps it going. */
export interface ActiveRun {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly problem: Problem;
  /** The same with the rules as the emphasis weighs them, and those that it brings. */
  readonly searched: Problem;
  /** Moments that can be opened. */
  readonly moments: Accessor<readonly SnapshotRecord[]>;
  readonly steering: RunSteering;
  /** Provisional until its turn has come. Reading them is watching them. */
  readonly settings: RunSettings;
  readonly variant: VariantName;
  readonly state: Accessor<RunState>;
  readonly phase: Accessor<RunPhase>;
  readonly progress: Accessor<RunProgress | null>;
  readonly series: Accessor<readonly EpochPoint[]>;
  readonly best: Accessor<RunBest | null>;
  /** Oldest first. */
  readonly log: Accessor<readonly RunEvent[]>;
  readonly outcome: Accessor<RunOutcome | null>;
  readonly error: Accessor<RunError | null>;
  /** Why the run is not stored, or its end; it goes on in memory. */
  readonly notStored: Accessor<Diagnostic | null>;
  /** Where the best was kept, once it was. */
  readonly timetableId: Accessor<string | null>;
  /** Holds it back while it waits for its turn. */
  pause(): void;
  resume(): void;
  /** Keeps the best. */
  stop(): void;
  /** Keeps nothing. */
  cancel(): void;
  /** Where it stands now, or stood last; null while nothing has been found. */
  checkpoint(): Promise<Checkpoint | null>;
}
