import type { EditingLocks, EditingRight, EditingSeat } from './history-contract.ts';

const prefix = 'edit:';

/** How long the other tab may take to store what it has. */
const patience = 3000;

/** A page that was left a moment ago still stores what it has: that is no other tab. */
const grace = 400;

/**
 * The tab that edits a project holds the lock `edit:<id>`; the others wait for it, so that the next one gets it when the
 * tab goes, however it goes. A tab that wants it now says so on a channel; the holder lets go once everything is stored.
 */
export function createEditingLocks(manager: LockManager | undefined, waiting = patience): EditingLocks {
  return {
    join(projectId, onChange, beforeHandingOn) {
      if (manager === undefined) {
        onChange('editing');
        return { takeOver: () => undefined, leave: () => undefined };
      }
      return takeSeat(manager, projectId, onChange, beforeHandingOn, waiting);
    },
  };
}

function takeSeat(
  manager: LockManager,
  projectId: string,
  onChange: (right: EditingRight) => void,
  beforeHandingOn: () => Promise<unknown>,
  waiting: number,
): EditingSeat {
  const name = prefix + projectId;
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  let left = false;
  let right: EditingRight = 'asking';
  let letGo: (() => void) | null = null;
  let stopWaiting = new AbortController();
  let stealing: ReturnType<typeof setTimeout> | undefined;

  function become(next: EditingRight): void {
    if (left || right === next) return;
    right = next;
    onChange(next);
  }

  /** Until the promise settles the lock is held. */
  function held(): Promise<void> {
    clearTimeout(stealing);
    if (left) return Promise.resolve();
    become('editing');
    return new Promise((resolve) => {
      letGo = resolve;
    });
  }

  async function request(options: LockOptions): Promise<void> {
    let granted = false;
    try {
      await manager.request(name, options, () => {
        granted = true;
        return held();
      });
    } catch (cause) {
      if (granted) {
        // Stolen by a tab that had waited long enough.
        letGo = null;
        wait();
      } else if (!isAbort(cause)) {
        // Refused to this page altogether: as where there are no locks.
        become('editing');
      }
    }
  }

  function queue(): void {
    stopWaiting = new AbortController();
    if (!left) void request({ signal: stopWaiting.signal });
  }

  function wait(): void {
    become('following');
    queue();
  }

  async function handOn(): Promise<void> {
    if (letGo === null) return;
    const release = letGo;
    letGo = null;
    become('following');
    await beforeHandingOn().catch(() => undefined);
    release();
    // Behind the one who asked.
    setTimeout(wait);
  }

  if (channel !== null) {
    channel.onmessage = () => {
      if (letGo !== null) return void handOn();
      // Another one waits as well: it goes behind the one who asked.
      if (right !== 'following') return;
      stopWaiting.abort();
      wait();
    };
  }
  queue();
  const asking = setTimeout(() => {
    if (right === 'asking') become('following');
  }, grace);

  return {
    takeOver() {
      if (right !== 'following' || left) return;
      channel?.postMessage('take over');
      clearTimeout(stealing);
      stealing = setTimeout(
        () => {
          if (right !== 'following' || left) return;
          stopWaiting.abort();
          void request({ steal: true });
        },
        channel === null ? 0 : waiting,
      );
    },
    leave() {
      left = true;
      clearTimeout(asking);
      clearTimeout(stealing);
      channel?.close();
      stopWaiting.abort();
      letGo?.();
      letGo = null;
    },
  };
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
