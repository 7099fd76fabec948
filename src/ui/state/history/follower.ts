import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { warning } from '../../../domain/diagnostic.ts';
import type { Histories, LoggedStep } from '../../../storage/history-contract.ts';

export interface FollowerNeeds {
  readonly histories: Histories;
  readonly projectId: string;
  /** Number of the last step in what is shown. */
  readonly last: () => number;
  /** Whether this tab may remove what cannot be read. */
  readonly mayRepair: () => boolean;
  /** Makes the next step; false when it cannot be made. */
  readonly follow: (step: LoggedStep) => boolean;
  readonly trouble: (causes: readonly Diagnostic[]) => void;
}

export interface Follower {
  /** Resolves when all stored steps are made, at once when it was stopped before. */
  start(): Promise<void>;
  catchUp(): Promise<void>;
  stop(): void;
}

/** Makes the steps that other tabs, or a tab that is gone, have added to the log. */
export function createFollower(needs: FollowerNeeds): Follower {
  const { histories, projectId } = needs;
  let catching: Promise<void> = Promise.resolve();
  let unwatch: (() => void) | null = null;
  let stopped = false;
  /** Number of the last step in the log, as far as it is known. */
  let logged = 0;

  async function makeAll(): Promise<void> {
    if (stopped || logged <= needs.last()) return;
    const found = await histories.steps(projectId, needs.last());
    if (!found.ok) return needs.trouble(found.diagnostics);
    for (const step of found.value) {
      // Made here meanwhile.
      if (step.seq <= needs.last()) continue;
      if (step.seq !== needs.last() + 1 || !needs.follow(step)) break;
    }
    // What is left is damaged, and no new step could be written behind it.
    if (stopped || logged <= needs.last() || !needs.mayRepair()) return;
    await histories.cut(projectId, needs.last());
    logged = needs.last();
    needs.trouble([warning('history.lost', 'The last edits were damaged in the storage of the browser and are lost.')]);
  }

  function catchUp(): Promise<void> {
    catching = catching.then(makeAll);
    return catching;
  }

  return {
    start() {
      // The project was closed before its log was read: nobody would end the watch any more.
      if (stopped) return Promise.resolve();
      return new Promise((resolve) => {
        unwatch = histories.watch(projectId, (seq) => {
          logged = seq;
          void catchUp().then(resolve);
        });
      });
    },
    catchUp,
    stop() {
      stopped = true;
      unwatch?.();
    },
  };
}
