import type { ProblemData } from '../../domain/problem-data.ts';
import type { IslandHost } from '../island-host.ts';
import type { PreparedProblem } from '../prepared.ts';
import type { Checkpoint } from '../run-contract/run-events.ts';
import type { RunSettings } from '../run-contract/run-settings.ts';

/** Hosts at hand, and what becomes of them. */
export interface HostPool {
  readonly hosts: readonly IslandHost[];
  /** Rejects when a host dies; never resolves. */
  readonly failure: Promise<never>;
  /** Ends the hosts at once. */
  terminate(): void;
  /** A pool of as many new hosts, for a run that has lost one of these. Absent where none can be had. */
  respawn?(): HostPool;
  /** Wraps a callback so that a host can call it (Comlink's proxy in workers). */
  callback<T extends (...args: never[]) => void>(listener: T): T;
}

export interface RunRequest {
  readonly data: ProblemData;
  readonly module: WebAssembly.Module;
  readonly settings: RunSettings;
  readonly resumeFrom: Checkpoint | null;
  /** The problem prepared for this start, where somebody has it already. */
  readonly prepared?: PreparedProblem | null;
}
