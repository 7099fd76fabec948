/** Seconds of a run, pauses excluded. */
export class RunClock {
  /** Of the run before it was continued here. */
  readonly before: number;
  readonly #startedAt = performance.now();
  #pausedAt: number | null = null;
  #pausedFor = 0;

  constructor(before: number) {
    this.before = before;
  }

  get isPaused(): boolean {
    return this.#pausedAt !== null;
  }

  pause(): void {
    this.#pausedAt ??= performance.now();
  }

  resume(): void {
    if (this.#pausedAt === null) return;
    this.#pausedFor += performance.now() - this.#pausedAt;
    this.#pausedAt = null;
  }

  seconds(): number {
    const now = this.#pausedAt ?? performance.now();
    return this.before + (now - this.#startedAt - this.#pausedFor) / 1000;
  }
}
