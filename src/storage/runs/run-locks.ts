/**
 * Which runs are alive: the tab of a run holds the lock `run:<id>` until the run ends, and the browser frees it when
 * the tab goes, however it goes. Without the Web Locks API (plain http) a tab knows only its own runs.
 */
export interface RunLocks {
  /** False where tabs cannot know of each other. */
  readonly isShared: boolean;
  /** False when the run is alive in another tab. */
  hold(runId: string): Promise<boolean>;
  /** Resolves when the lock is free for others. */
  release(runId: string): Promise<void>;
  /** Ids of the runs alive anywhere. */
  alive(): Promise<ReadonlySet<string>>;
}

const prefix = 'run:';

export function createRunLocks(manager: LockManager | undefined): RunLocks {
  const own = new Map<string, () => Promise<unknown>>();
  return {
    isShared: manager !== undefined,
    async hold(runId) {
      if (own.has(runId)) return true;
      if (manager === undefined) {
        own.set(runId, async () => undefined);
        return true;
      }
      return new Promise((resolve) => {
        let end: () => void = () => undefined;
        const ended = new Promise<void>((settle) => {
          end = settle;
        });
        const held = manager
          .request(prefix + runId, { ifAvailable: true }, (lock) => {
            if (lock === null) {
              resolve(false);
              return undefined;
            }
            own.set(runId, () => {
              end();
              return held;
            });
            resolve(true);
            return ended;
          })
          // Refused to this page altogether: go on without, as where there are no locks.
          .catch(() => resolve(true));
      });
    },
    async release(runId) {
      const release = own.get(runId);
      own.delete(runId);
      await release?.();
    },
    async alive() {
      const ids = new Set(own.keys());
      const { held = [] } = (await manager?.query().catch(() => undefined)) ?? {};
      for (const { name } of held) if (name?.startsWith(prefix)) ids.add(name.slice(prefix.length));
      return ids;
    },
  };
}
