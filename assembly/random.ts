import { STATE_RANDOM, stateAt } from './state';

/**
 * The one random generator: xorshift64 (Marsaglia 2003), its state in the mutable region so that a checkpoint carries
 * it. Different draws of one step are taken from different bits, re-mixed by a multiplication where they overlap.
 */
export function seedRandom(low: u32, high: u32): void {
  let x = ((<u64>high) << 32) | <u64>low;
  // splitmix64 finaliser: neighbouring seeds give unrelated streams
  x = x + 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  x = x ^ (x >> 31);
  store<u64>(stateAt + STATE_RANDOM, x == 0 ? 0x2545f4914f6cdd1d : x);
}

export function nextRandom(): u64 {
  const x = randomAfter(randomState());
  setRandomState(x);
  return x;
}

/** The generator's state, for loops that keep it in a register and put it back. */
export function randomState(): u64 {
  return load<u64>(stateAt + STATE_RANDOM);
}

export function setRandomState(state: u64): void {
  store<u64>(stateAt + STATE_RANDOM, state);
}

export function randomAfter(state: u64): u64 {
  let x = state;
  x ^= x << 13;
  x ^= x >> 7;
  x ^= x << 17;
  return x;
}

/** Scales 32 random bits to [0, bound). */
export function scaled(bits: u32, bound: i32): i32 {
  return <i32>((<u64>bits * <u64>(<u32>bound)) >> 32);
}

/** A fresh integer in [0, bound). */
export function randomBelow(bound: i32): i32 {
  return scaled(<u32>(nextRandom() >> 32), bound);
}
