import type { EditingLocks, EditingRight } from './history-contract.ts';

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
  const seats = new Set<Seat>();
  return {
    join(projectId, onChange, beforeHandingOn) {
      if (manager === undefined) {
        onChange('editing');
        return { takeOver: () => undefined, leave: () => undefined };
      }
      const seat = new Seat(manager, prefix + projectId, onChange, beforeHandingOn, waiting, seats);
      return { takeOver: () => seat.takeOver(), leave: () => seat.leave() };
    },
  };
}

/** One tab before one project: it waits for the lock, holds it, or has let go of it. */
class Seat {
  readonly #manager: LockManager;
  readonly #name: string;
  readonly #channel: BroadcastChannel | null;
  readonly #onChange: (right: EditingRight) => void;
  readonly #beforeHandingOn: () => Promise<unknown>;
  readonly #waiting: number;
  /** All of this tab. A project that was left keeps its seat until its edits are stored. */
  readonly #seats: Set<Seat>;
  #asking: ReturnType<typeof setTimeout>;
  #left = false;
  #right: EditingRight = 'asking';
  /** Lets go of the lock; null while another tab has it. */
  #letGo: (() => void) | null = null;
  #stopWaiting = new AbortController();
  #stealing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    manager: LockManager,
    name: string,
    onChange: (right: EditingRight) => void,
    beforeHandingOn: () => Promise<unknown>,
    waiting: number,
    seats: Set<Seat>,
  ) {
    this.#manager = manager;
    this.#name = name;
    this.#onChange = onChange;
    this.#beforeHandingOn = beforeHandingOn;
    this.#waiting = waiting;
    this.#seats = seats.add(this);
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    if (this.#channel !== null) this.#channel.onmessage = () => this.#wantedElsewhere();
    this.#queue();
    this.#asking = this.#askFor(grace);
  }

  takeOver(): void {
    if (this.#right !== 'following' || this.#left) return;
    this.#channel?.postMessage('take over');
    clearTimeout(this.#stealing);
    this.#stealing = setTimeout(() => this.#steal(), this.#channel === null ? 0 : this.#waiting);
  }

  leave(): void {
    this.#left = true;
    clearTimeout(this.#asking);
    clearTimeout(this.#stealing);
    this.#channel?.close();
    this.#stopWaiting.abort();
    this.#letGo?.();
    this.#letGo = null;
    this.#seats.delete(this);
    for (const seat of this.#seats) if (seat.#name === this.#name) seat.#ownTabLeft();
  }

  /** Whoever does not get the lock in that time is told who has it. */
  #askFor(milliseconds: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      if (this.#right === 'editing') return;
      const isOwn = [...this.#seats].some((seat) => seat !== this && seat.#name === this.#name);
      this.#become(isOwn ? 'storing' : 'following');
    }, milliseconds);
  }

  /** The lock is on its way, unless another tab was before. */
  #ownTabLeft(): void {
    if (this.#right === 'storing') this.#asking = this.#askFor(grace);
  }

  #become(next: EditingRight): void {
    if (this.#left || this.#right === next) return;
    this.#right = next;
    this.#onChange(next);
  }

  /** Until the promise settles the lock is held. */
  #held(): Promise<void> {
    clearTimeout(this.#stealing);
    if (this.#left) return Promise.resolve();
    this.#become('editing');
    return new Promise((resolve) => {
      this.#letGo = resolve;
    });
  }

  async #request(options: LockOptions): Promise<void> {
    let granted = false;
    try {
      await this.#manager.request(this.#name, options, () => {
        granted = true;
        return this.#held();
      });
    } catch (cause) {
      if (granted) {
        // Stolen by a tab that had waited long enough.
        this.#letGo = null;
        this.#wait();
      } else if (!isAbort(cause)) {
        // Refused to this page altogether: as where there are no locks.
        this.#become('editing');
      }
    }
  }

  #queue(): void {
    this.#stopWaiting = new AbortController();
    if (!this.#left) void this.#request({ signal: this.#stopWaiting.signal });
  }

  #wait(): void {
    this.#become('following');
    this.#queue();
  }

  #steal(): void {
    if (this.#right !== 'following' || this.#left) return;
    this.#stopWaiting.abort();
    void this.#request({ steal: true });
  }

  #wantedElsewhere(): void {
    if (this.#letGo !== null) return void this.#handOn(this.#letGo);
    // Another one waits as well: it goes behind the one who asked.
    if (this.#right !== 'following' && this.#right !== 'storing') return;
    this.#stopWaiting.abort();
    if (this.#right === 'storing') this.#queue();
    else this.#wait();
  }

  async #handOn(release: () => void): Promise<void> {
    this.#letGo = null;
    this.#become('following');
    await this.#beforeHandingOn().catch(() => undefined);
    release();
    // Behind the one who asked.
    setTimeout(() => this.#wait());
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
