import { isOutOfMemory, reserve } from '../image/derived-memory';
import { eventCount } from '../image/problem';

/** Scratch, no part of the state: events that have got their place in the recursive swapping under way and keep it. */

let fixedAt: usize = 0;

/** Finds room for a byte for each event; false when there is no memory. */
export function openFixed(): bool {
  fixedAt = reserve(eventCount);
  if (isOutOfMemory()) return false;
  releaseAll();
  return true;
}

export function isFixed(event: i32): bool {
  return load<u8>(fixedAt + <usize>event) != 0;
}

export function setFixed(event: i32, fixed: bool): void {
  store<u8>(fixedAt + <usize>event, fixed ? 1 : 0);
}

export function releaseAll(): void {
  memory.fill(fixedAt, 0, eventCount);
}
