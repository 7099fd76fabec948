import * as abi from '../abi/abi';
import { bondCount } from '../ejection/bonds';
import { eventCount, nowhere, profileField, profileOf, simpleTimes } from '../image/problem';
import { randomBelow } from '../random';
import { clearSolution } from '../solution/clear';
import { chooseFirstOptions } from '../solution/clock-terms';
import { orderAt, timeOf } from '../state';
import { constructBonds } from './construct-bonds';
import { placeEvent } from './place-event';

/** Randomised construction: events in random order, longest first, each where it hurts least among a few random places. */
export function construct(): void {
  clearSolution();
  chooseFirstOptions();
  if (bondCount() > 0) constructBonds();
  shuffleEvents();
  if (simpleTimes) for (let k = 0; k < eventCount; k++) placeOnce(orderedEvent(k));
  else placeByLength();
}

function orderedEvent(position: i32): i32 {
  return load<i32>(orderAt + ((<usize>position) << 2));
}

function shuffleEvents(): void {
  for (let k = 0; k < eventCount; k++) store<i32>(orderAt + ((<usize>k) << 2), k);
  for (let k = eventCount - 1; k > 0; k--) {
    const other = randomBelow(k + 1);
    const event = orderedEvent(k);
    store<i32>(orderAt + ((<usize>k) << 2), orderedEvent(other));
    store<i32>(orderAt + ((<usize>other) << 2), event);
  }
}

function placeByLength(): void {
  for (let length = abi.MOST_SLOTS; length >= 0; length--) {
    for (let k = 0; k < eventCount; k++) {
      const event = orderedEvent(k);
      if (lengthOf(event) == length) placeOnce(event);
    }
  }
}

/** Those of large bonds have a place already. */
function placeOnce(event: i32): void {
  if (timeOf(event) == nowhere) placeEvent(event);
}

function lengthOf(event: i32): i32 {
  const profile = profileOf(event);
  return profileField(profile, abi.PROFILE_TIME_COUNT) == 0 ? 0 : profileField(profile, abi.PROFILE_LENGTH);
}
