import { isAway } from '../evolution/home';
import { chainAt } from '../state';

/** The chain under construction, in the scratch region: which event goes from where to where, and into which room. */
export const ENTRY_EVENT: usize = 0;
export const ENTRY_FROM: usize = 4;
export const ENTRY_TO: usize = 8;
export const ENTRY_ROOM: usize = 12;
/** The most that another room may gain. */
export const ENTRY_GAIN: usize = 16;

function entryAt(entry: i32): usize {
  return chainAt + ((<usize>entry) << 5);
}

export function entryWord(entry: i32, word: usize): i32 {
  return load<i32>(entryAt(entry) + word);
}

export function setEntry(entry: i32, event: i32, from: i32, to: i32): void {
  const at = entryAt(entry);
  store<i32>(at + ENTRY_EVENT, event);
  store<i32>(at + ENTRY_FROM, from);
  store<i32>(at + ENTRY_TO, to);
}

export function setEntryRoom(entry: i32, room: i32): void {
  store<i32>(entryAt(entry) + ENTRY_ROOM, room);
}

export function setEntryGain(entry: i32, gain: i32): void {
  store<i32>(entryAt(entry) + ENTRY_GAIN, gain);
}

export function inChain(event: i32, length: i32): bool {
  for (let k = 0; k < length; k++) if (entryWord(k, ENTRY_EVENT) == event) return true;
  return false;
}

/** Members that are not where the run started. */
export function awayInChain(length: i32): i32 {
  let away = 0;
  for (let k = 0; k < length; k++) away += isAway(entryWord(k, ENTRY_EVENT)) ? 1 : 0;
  return away;
}
