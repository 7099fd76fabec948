import * as abi from '../abi/abi';
import { loadWorking, storeWorking } from '../evolution/population';
import { eventCount, nowhere, profileField, profileOf } from '../image/problem';
import { randomBelow } from '../random';
import { arrivalAt, STATE_HARD, STATE_UNPLACED, stateWord, timeOf } from '../state';
import { isPlaceable } from './guilt';
import {
  addWaiting,
  BASE_CLOCK,
  CLOCK,
  clearWaiting,
  DEBTS,
  ejectionWord,
  LEAST,
  LENGTH,
  SINCE_LESS,
  setEjectionWord,
  WAITING,
  WITH_SWAPS,
} from './state';

/**
 * A repair that gets no nearer goes out from a base, the state with the fewest who wait, and comes back to it when it has
 * not found one as good within some steps. Weights and tabus stay, so no excursion is like another. Without a base a repair
 * hovers at the number that noise and growing weights allow.
 */

/**
 * Steps of an excursion, one in two with swaps: some schools need them, others are hindered. A share of the events, doubled at
 * random a few times.
 */
const SHORTEST: i32 = 50;
const SHORTEST_SHARE: i32 = 3;
const DOUBLINGS: i32 = 4;
/** Candidates for each event without coming nearer after which excursions begin. */
const FREE: i64 = 1024;
/** The same after which swaps begin: the free way is the shorter one in large schools where little is in the way. */
const WITHOUT_SWAPS: i64 = 256;
/**
 * One debt in so many steps, and more, makes swaps worth while: where nobody gets into debt, an attempt costs as much as a
 * hundred steps that would lead further.
 */
const STEPS_OF_DEBT: i32 = 256;
/** Candidates for each event after which a repair that has not come nearer is stuck, and the burden for which that holds. */
const PATIENCE: i64 = 8192;
const NEAR: i32 = 4;

/** The working solution, nobody taken out of it yet, is the first base. */
export function beginExcursions(): void {
  setEjectionWord(LEAST, burdenOf(stateWord(STATE_UNPLACED)));
  setEjectionWord(SINCE_LESS, 0);
  setEjectionWord(WITH_SWAPS, 0);
  setEjectionWord(LENGTH, 0);
  keepBase();
}

/** Those who wait will break something each; while they do, what is broken on days and weeks says nothing. */
function burdenOf(waiting: i32): i32 {
  return 2 * waiting + (waiting == 0 ? stateWord(STATE_HARD) : 0);
}

function keepBase(): void {
  storeWorking(arrivalAt);
  if (ejectionWord(LENGTH) != 0) beginNext();
}

function beginNext(): void {
  setEjectionWord(BASE_CLOCK, ejectionWord(CLOCK));
  setEjectionWord(WITH_SWAPS, hasDebts() ? randomBelow(2) : 0);
  setEjectionWord(LENGTH, max<i32>(SHORTEST, eventCount / SHORTEST_SHARE) << randomBelow(DOUBLINGS));
}

function hasDebts(): bool {
  return <i64>ejectionWord(DEBTS) * <i64>STEPS_OF_DEBT >= <i64>ejectionWord(CLOCK);
}

/**
 * After a step that looked at so many candidates: keeps a state at least as good as the base, goes back when the
 * excursion was long enough. Returns how many candidates the way back took about as long as.
 */
export function followExcursion(looked: i32): i32 {
  const burden = burdenOf(ejectionWord(WAITING));
  const isLess = burden < ejectionWord(LEAST);
  setEjectionWord(SINCE_LESS, isLess ? 0 : ejectionWord(SINCE_LESS) + looked);
  if (burden <= ejectionWord(LEAST)) {
    setEjectionWord(LEAST, burden);
    keepBase();
    return 0;
  }
  const length = ejectionWord(LENGTH);
  const isLate = <i64>ejectionWord(SINCE_LESS) > WITHOUT_SWAPS * <i64>eventCount;
  if (length == 0 && isLate && hasDebts()) setEjectionWord(WITH_SWAPS, 1);
  if (length == 0 && <i64>ejectionWord(SINCE_LESS) <= FREE * <i64>eventCount) return 0;
  if (length != 0 && ejectionWord(CLOCK) - ejectionWord(BASE_CLOCK) <= length) return 0;
  goBack();
  return eventCount;
}

function goBack(): void {
  clearWaiting();
  loadWorking(arrivalAt);
  for (let event = 0; event < eventCount; event++) {
    const hasTimes = profileField(profileOf(event), abi.PROFILE_TIME_COUNT) != 0;
    if (hasTimes && timeOf(event) == nowhere && isPlaceable(event)) addWaiting(event);
  }
  beginNext();
}

/** True when the repair has not come nearer for so long that another beginning promises more; sooner where many wait. */
export function isStuck(): bool {
  const burden = <i64>(ejectionWord(LEAST) + NEAR);
  return <i64>ejectionWord(SINCE_LESS) * burden > PATIENCE * <i64>(NEAR << 1) * <i64>eventCount;
}
