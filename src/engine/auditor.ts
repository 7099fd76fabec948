import type { Problem } from '../domain/problem.ts';
import { audit, WrongScore } from './audit.ts';
import type { AuditAnswer, FoundTimetable } from './island-host.ts';
import { auditCap, problemFrom } from './run/run-start.ts';
import type { RunStart } from './run-contract/run-settings.ts';

/** Scores what a run has found from scratch; the problem is built for the first of it. */
export class Auditor {
  readonly #build: () => Problem;
  readonly #start: RunStart | null;
  readonly #seed: number;
  #problem: Problem | null = null;

  constructor(build: () => Problem, start: RunStart | null, seed: number) {
    this.#build = build;
    this.#start = start;
    this.#seed = seed;
  }

  audit({ timetable, score }: FoundTimetable): AuditAnswer {
    this.#problem ??= problemFrom(this.#build(), this.#start ?? undefined);
    try {
      const byRule = audit(this.#problem, timetable, score, this.#seed);
      if (this.#start !== null) auditCap(this.#problem, this.#start, timetable, this.#seed);
      return { byRule };
    } catch (cause) {
      if (cause instanceof WrongScore) return { evaluated: cause.evaluated, message: cause.message };
      throw cause;
    }
  }
}
