import type { RunTurns } from './storage.ts';

const name = 'run-queue';

/**
 * The tab that works through the queue holds the lock `run-queue` until nothing waits any more; the others that know of
 * waiting runs queue up for it, so that the next one goes on when the tab goes, however it goes.
 */
export function createRunTurns(manager: LockManager | undefined): RunTurns {
  let isAsked = false;
  const channel = typeof BroadcastChannel === 'undefined' || manager === undefined ? null : new BroadcastChannel(name);
  return {
    isShared: manager !== undefined,
    ask(work) {
      if (isAsked) return;
      isAsked = true;
      const done = async (): Promise<void> => {
        await work();
        isAsked = false;
      };
      const asked = manager === undefined ? done() : manager.request(name, {}, done);
      Promise.resolve(asked).catch((cause: unknown) => {
        isAsked = false;
        // Refused to this page altogether: as where there are no locks.
        if (manager !== undefined && !(cause instanceof Error && cause.name === 'AbortError')) return work();
        return undefined;
      });
    },
    tell: (message) => channel?.postMessage(message),
    listen(listener) {
      if (channel === null) return () => undefined;
      // Whatever another version of the app says there is checked by the listener.
      const heard = (event: MessageEvent<unknown>): void => listener(event.data);
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
    close: () => channel?.close(),
  };
}
