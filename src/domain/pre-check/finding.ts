import type { Names } from '../constraints/definition.ts';
import { createNames } from '../names.ts';
import type { Problem } from '../problem.ts';

/** Names, and what is counted. */
export interface CountingNames extends Names {
  /** `1 slot`, `5 slots`. */
  slots(count: number): string;
  readonly slot: string;
}

/**
 * Where days are long, a cell is no slot, but a moment at which certain meeting times meet together; an event takes all
 * moments of its time.
 */
export function createCountingNames(problem: Problem): CountingNames {
  const slot = problem.axis.cellsAreSlots ? 'slot' : 'moment';
  return { ...createNames(problem), slot, slots: (count) => `${count} ${count === 1 ? slot : `${slot}s`}` };
}

/** A proof by counting, made before any search. */
export interface PreCheckFinding {
  /** Stable: `preCheck.<what>`. */
  readonly code: string;
  /** `impossible`: no timetable keeps all hard rules; `tight`: hardly any slack. */
  readonly severity: 'impossible' | 'tight';
  /** One plain sentence, in the names of the problem. */
  readonly message: string;
  /** Slots (times weeks told apart) that are needed, and those there are. */
  readonly needed: number;
  readonly available: number;
  readonly events: readonly number[];
  readonly resources: readonly number[];
  /** `long`: only times count that are long enough. Tells sentences of one code apart. */
  readonly variant?: 'long';
  /** Further numbers of the sentence, by the name of their place. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** A finding with the hard amount (or unplaced events) that it proves; 0 when it is only tight. */
export interface Proof {
  readonly finding: PreCheckFinding;
  readonly bound: number;
}
