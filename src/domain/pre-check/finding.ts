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
}

/** A finding with the hard amount (or unplaced events) that it proves; 0 when it is only tight. */
export interface Proof {
  readonly finding: PreCheckFinding;
  readonly bound: number;
}
