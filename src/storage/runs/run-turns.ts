import type { RunTurns } from '../runs-contract.ts';

const name = 'run-queue';

/**
 * The tab that works through the queue holds the lock `run-queue` until nothing waits any more; the others that know of
 * waiting runs queue up for it, so that the next one goes on when the tab goes, however it goes.
 */
export function createRunTurns(manager: LockManager | undefined): RunTurns {
  let isAsked = false;
  let isAskedAgain = false;
  let isClosed = false;
  const channel = typeof BroadcastChannel === 'undefined' || manager === undefined ? null : new BroadcastChannel(name);

  async function ask(work: () => Promise<void>): Promise<void> {
    isAsked = true;
    isAskedAgain = false;
    let hasBegun = false;
    const begin = (): Promise<void> => {
      hasBegun = true;
      return work();
    };
    try {
      await (manager === undefined ? begin() : manager.request(name, {}, begin));
    } catch (cause) {
      // Refused to this page altogether: as where there are no locks.
      if (hasBegun) console.warn('The queue of runs has stopped.', cause);
      else await work();
    } finally {
      isAsked = false;
    }
    // What came while the last look was taken.
    if (isAskedAgain) void ask(work);
  }

  return {
    isShared: manager !== undefined,
    ask(work) {
      if (isAsked) isAskedAgain = true;
      else void ask(work);
    },
    tell(message) {
      if (!isClosed) channel?.postMessage(message);
    },
    listen(listener) {
      if (channel === null) return () => undefined;
      // Whatever another version of the app says there is checked by the listener.
      const heard = (event: MessageEvent<unknown>): void => listener(event.data);
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
    close() {
      isClosed = true;
      channel?.close();
    },
  };
}
