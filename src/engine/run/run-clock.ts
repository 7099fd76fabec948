/** Milliseconds between two looks after which the machine was asleep: a busy page or a hidden one takes less. */
const longestGap = 10_000;

/** Seconds of a run; pauses, and times when the machine was asleep, excluded. While it goes it is looked at all the time. */
export class RunClock {
  /** Of the run before it was continued here. */
  readonly before: number;
  readonly #onSlept: () => void;
  readonly #startedAt = performance.now();
  #pausedAt: number | null = null;
  #pausedFor = 0;
  /** When it was looked at last; null where nobody was to look. */
  #lookedAt: number | null = null;

  constructor(before: number, onSlept: () => void = () => {}) {
    this.before = before;
    this.#onSlept = onSlept;
  }

  get isPaused(): boolean {
    return this.#pausedAt !== null;
  }

  pause(): void {
    this.#pausedAt ??= performance.now();
    this.#lookedAt = null;
  }

  resume(): void {
    if (this.#pausedAt === null) return;
    this.#pausedFor += performance.now() - this.#pausedAt;
    this.#pausedAt = null;
  }

  seconds(): number {
    const now = this.#pausedAt ?? performance.now();
    if (this.#pausedAt === null) this.#look(now);
    return this.before + (now - this.#startedAt - this.#pausedFor) / 1000;
  }

  /** Clocks of some systems go on while the machine sleeps, and nobody looks at them then. */
  #look(now: number): void {
    const gap = now - (this.#lookedAt ?? now);
    this.#lookedAt = now;
    if (gap < longestGap) return;
    this.#pausedFor += gap;
    this.#onSlept();
  }
}
