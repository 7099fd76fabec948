import * as abi from '../abi';
import { loadWorking, storeWorking } from '../population';
import { eventCount, nowhere, profileField, profileOf } from '../problem';
import { randomBelow } from '../random';
import { arrivalAt, STATE_HARD, STATE_UNPLACED, stateWord, timeOf } from '../state';
import { isPlaceable } from './ejection-guilt';
import {
  addWaiting,
  BASE_CLOCK,
  CLOCK,
  clearWaiting,
  ejectionWord,
  LEAST,
  LENGTH,
  SINCE_LESS,
  setEjectionWord,
  WAITING,
} from './ejection-state';

/**
 * A repair goes out from a base, the state with the fewest who wait, and comes back to it when it has not found one as
 * good within some steps. Weights and tabus stay, so no excursion is like another. Without a base a repair hovers at the
 * number that noise and growing weights allow.
 */

/** Steps of an excursion: this, doubled at random a few times. */
const SHORTEST: i32 = 100;
const DOUBLINGS: i32 = 4;
/** Candidates for each event after which a repair that has not come nearer is stuck. */
const PATIENCE: i64 = 8192;

/** The working solution, nobody taken out of it yet, is the first base. */
export function beginExcursions(): void {
  setEjectionWord(LEAST, burdenOf(stateWord(STATE_UNPLACED)));
  setEjectionWord(SINCE_LESS, 0);
  keepBase();
}

/** Those who wait will break something each; while they do, what is broken on days and weeks says nothing. */
function burdenOf(waiting: i32): i32 {
  return 2 * waiting + (waiting == 0 ? stateWord(STATE_HARD) : 0);
}

function keepBase(): void {
  storeWorking(arrivalAt);
  setEjectionWord(BASE_CLOCK, ejectionWord(CLOCK));
  setEjectionWord(LENGTH, SHORTEST << randomBelow(DOUBLINGS));
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
  if (ejectionWord(CLOCK) - ejectionWord(BASE_CLOCK) <= ejectionWord(LENGTH)) return 0;
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
  setEjectionWord(BASE_CLOCK, ejectionWord(CLOCK));
  setEjectionWord(LENGTH, SHORTEST << randomBelow(DOUBLINGS));
}

/** True when the repair has not come nearer for so long that another beginning promises more. */
export function isStuck(): bool {
  return <i64>ejectionWord(SINCE_LESS) > PATIENCE * <i64>eventCount;
}
