import type { Problem } from '../../../domain/problem.ts';
import type { Result } from '../../../domain/result.ts';
import { mayFollow, type RunState } from '../../../domain/runs/run-states.ts';
import type { RunHandle } from '../../../engine/run-contract/run-events.ts';
import { runInputOf } from '../../../engine/run-contract/run-key.ts';
import type { RunRecord } from '../../../storage/records.ts';
import type { RunChanges } from '../../../storage/runs-contract.ts';
import type { Services } from '../../services.tsx';
import { createSteering } from '../watch/steering.ts';
import type { ActiveRun } from './active-run.ts';
import { createAwaitedHandle } from './awaited-handle.ts';
import { createRunDisplay, type RunReports } from './run-display.ts';
import { createRunVerbs } from './run-verbs.ts';
import { createRunWrites, type RunWrites } from './run-writes.ts';

/** A run of this tab, for those who bring it on. */
export interface LiveRun extends RunReports, Pick<RunWrites, 'store' | 'heard'> {
  readonly run: ActiveRun;
  /** As it was when it began to wait. */
  readonly record: RunRecord;
  /** What is found out about a new run while it is shown already; it is stored next, and its moves from then on. */
  amend(changes: Partial<RunRecord>): void;
  /** False when the table of transitions does not allow it. Shown at once, stored in the order of the calls. */
  move(to: RunState, changes?: RunChanges): boolean;
  /** Passes verbs on, and those that came before there was anybody to pass them on to. */
  attach(handle: RunHandle): void;
  /** Rejects when the run is given up before it has a handle. */
  readonly givenUp: Promise<never>;
}

/** A new run is not stored before it was amended. */
export function createLiveRun(
  services: Services,
  bare: RunRecord,
  projectName: string,
  problem: Problem,
  isNew = false,
): LiveRun {
  const { id, projectId, variant } = bare;
  const { runs: stored } = services.storage;
  let record = bare;
  /** Its row is made of what it is by then. */
  let isToBeStored = isNew;
  const display = createRunDisplay(services, bare, problem);
  const { shown, settings, reports } = display;
  const { notStored, store, heard } = createRunWrites();
  const handle = createAwaitedHandle();

  const move: LiveRun['move'] = (to, changes = {}) => {
    if (!mayFollow(shown.state(), to)) return false;
    reports.follow(to);
    if (isToBeStored) return true;
    void store(() => stored.move(id, to, { log: shown.log(), ...changes }));
    return true;
  };

  const steering = createSteering(
    { steer: async (data) => (await handle.attached).steer(data) },
    { problem, variant },
    () => {
      const score = shown.best()?.score;
      reports.tell('steered', score === undefined ? {} : { score });
      void store(() => storeInput());
    },
  );

  /** From here on it is the changed problem that it goes on with. */
  async function storeInput(): Promise<Result<unknown>> {
    const { data } = steering.problem();
    return stored.steer(id, data, await runInputOf(data, variant, record.settings.start));
  }

  const run: ActiveRun = {
    ...{ id, projectId, projectName, variant, steering, notStored },
    ...shown,
    get problem() {
      return steering.problem();
    },
    get searched() {
      return steering.searched();
    },
    get settings() {
      return settings();
    },
    ...createRunVerbs(display, move, handle, () => services.clock.now().toISOString()),
    checkpoint: handle.checkpoint,
  };

  return {
    ...reports,
    ...{ run, move, store, heard, givenUp: handle.givenUp },
    get record() {
      return record;
    },
    amend(changes) {
      record = { ...record, ...changes };
      isToBeStored = false;
    },
    attach(given) {
      handle.attach(given);
      if (shown.state() === 'paused') given.pause();
    },
  };
}
