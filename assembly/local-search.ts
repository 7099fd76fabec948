import * as abi from './abi';
import { tryKempeChain } from './neighbourhoods/kempe-chain';
import { propose } from './neighbourhoods/propose';
import { keepIfBest } from './population';
import { eventCount, itemAt, profileField, profileOf } from './problem';
import { randomAfter, randomState, scaled, setRandomState } from './random';
import {
  logarithmAt,
  STATE_ACCEPTED,
  STATE_CHAIN_EVERY,
  setStateWord,
  stateWord,
  THRESHOLDS,
  thresholdAt,
} from './state';

/**
 * Simulated annealing at one temperature. The acceptance threshold is drawn first, floor(T × −ln u): that is the
 * Metropolis rule, and it lets a peek stop as soon as it cannot come below.
 */
export function setTemperature(temperature: f64): void {
  for (let k = 0; k < THRESHOLDS; k++) {
    store<i32>(thresholdAt + ((<usize>k) << 2), <i32>(temperature * load<f64>(logarithmAt + ((<usize>k) << 3))));
  }
}

/** Fills the table of −ln u, once per run: the logarithm is ours, so that every engine draws the same thresholds. */
export function fillLogarithms(): void {
  for (let k = 0; k < THRESHOLDS; k++) {
    const u = (<f64>k + 0.5) / <f64>THRESHOLDS;
    store<f64>(logarithmAt + ((<usize>k) << 3), -Math.log(u));
  }
}

/** Evaluates up to `moves` proposals; ends early once `acceptLimit` are accepted. Returns the number evaluated. */
export function anneal(moves: i32, acceptLimit: i32): i32 {
  const chainEvery = stateWord(STATE_CHAIN_EVERY);
  let accepted = stateWord(STATE_ACCEPTED);
  let used = 0;
  // nothing below draws random numbers of its own
  let bits = randomState();
  while (used < moves && accepted < acceptLimit) {
    used++;
    bits = randomAfter(bits);
    const mixed = bits * 0x9e3779b97f4a7c15;
    const event = scaled(<u32>bits, eventCount);
    const threshold = load<i32>(thresholdAt + ((<usize>(mixed >> 54)) << 2));
    let moved: bool = false;
    if (scaled(<u32>(mixed >> 8), chainEvery) == 0) {
      moved = proposeChain(event, <u32>(bits >> 32), threshold);
    } else {
      moved = propose(event, <u32>(bits >> 32), <u32>(mixed >> 16), <i32>((mixed >> 48) & 63), threshold);
    }
    if (moved) {
      accepted++;
      keepIfBest();
    }
  }
  setRandomState(bits);
  setStateWord(STATE_ACCEPTED, accepted);
  return used;
}

function proposeChain(event: i32, timeBits: u32, threshold: i32): bool {
  const profile = profileOf(event);
  const timeCount = profileField(profile, abi.PROFILE_TIME_COUNT);
  if (timeCount == 0) return false;
  const to = itemAt(profileField(profile, abi.PROFILE_TIMES), scaled(timeBits, timeCount));
  return tryKempeChain(event, to, threshold);
}
