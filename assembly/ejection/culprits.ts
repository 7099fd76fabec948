import { isFixed } from './fixed';
import { weightWithTied } from './ties';

/** Scratch, no part of the state: who would have to leave if the event in hand were placed. */

/** A hard unit that nobody's leaving can mend. */
export const UNARY_COST: i32 = 1 << 20;
const MOST_CULPRITS: i32 = 48;
const culpritsAt: usize = memory.data(48 * 4, 16);

let culprits: i32 = 0;

export function culpritCount(): i32 {
  return culprits;
}

/** Forgets those who were put on the list behind the first `count`. */
export function setCulpritCount(count: i32): void {
  culprits = count;
}

export function culprit(position: i32): i32 {
  return load<i32>(culpritsAt + ((<usize>position) << 2));
}

/** Puts an event on the list unless it is there; its weight then, else 0. UNARY_COST when the list is full. */
export function blame(event: i32): i32 {
  if (isBlamed(event)) return 0;
  if (culprits == MOST_CULPRITS || isFixed(event)) return UNARY_COST;
  store<i32>(culpritsAt + ((<usize>culprits) << 2), event);
  culprits++;
  return weightWithTied(event);
}

export function isBlamed(event: i32): bool {
  for (let k = 0; k < culprits; k++) if (culprit(k) == event) return true;
  return false;
}
