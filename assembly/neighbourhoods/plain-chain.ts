import * as abi from '../abi/abi';
import { LINKED_ENTER, LINKED_SINGLES, LINKED_SINGLES_END, LINKED_TIME_COUNT, linkedProfileAt } from '../image/linked';
import { eventField, profileOf, timeAllowed } from '../image/problem';
import { occupantAt, STANDING_PROFILE, standingOf } from '../state';
import { ENTRY_EVENT, ENTRY_FROM, ENTRY_TO, entryWord, inChain, setEntry } from './chain-entries';

/**
 * The growth of a Kempe chain where that is simple: all hard rules are kept and what the events occupy by themselves has
 * room for one, so that whoever is in the way is known by name. The same members in the same order as the general way.
 */
export const NOT_PLAIN: i32 = -1;
/** The first whom the event met is its like: entry 1. */
export const MET_TWIN: i32 = -2;

/** Length of the chain of at most `longest` members written to the scratch region; 0 when there is none; or a code. */
export function growPlainChain(event: i32, from: i32, to: i32, longest: i32): i32 {
  setEntry(0, event, from, to);
  let length = 1;
  for (let k = 0; k < length; k++) {
    length = addHolders(length, entryWord(k, ENTRY_EVENT), entryWord(k, ENTRY_TO), entryWord(k, ENTRY_FROM), longest);
    if (length <= 0) return length;
  }
  return length;
}

/** Events that hold at `target` what `member` needs join the chain. */
function addHolders(length: i32, member: i32, target: i32, back: i32, longest: i32): i32 {
  const record = linkedProfileAt(0) + <usize>load<u32>(standingOf(member + 1), STANDING_PROFILE);
  if (load<i32>(record, LINKED_TIME_COUNT) == 0) return NOT_PLAIN;
  const last = load<usize>(record, LINKED_SINGLES_END);
  // each of them that is busy there is a unit of the cost of entering: once all are found, the rest is free
  let left = <i32>load<u16>(load<usize>(record, LINKED_ENTER) + ((<usize>target) << 1));
  const occupants = occupantAt + ((<usize>target) << 2);
  for (let at = load<usize>(record, LINKED_SINGLES); left != 0 && at < last; at += 4) {
    const other = load<i32>(occupants + load<usize>(at)) - 1;
    if (other < 0) continue;
    left--;
    if (inChain(other, length)) continue;
    if (length == 1 && areTwins(member, other)) {
      setEntry(1, other, target, back);
      return MET_TWIN;
    }
    if (length >= longest || !timeAllowed(profileOf(other), back)) return 0;
    setEntry(length++, other, target, back);
  }
  return length;
}

/** Events alike in everything but the name: a chain of the two could change nothing but their rooms. */
export function areTwins(event: i32, other: i32): bool {
  return (
    profileOf(event) == profileOf(other) &&
    eventField(event, abi.EVENT_GENE_COUNT) <= 1 &&
    eventField(event, abi.EVENT_PAIR_COUNT) + eventField(other, abi.EVENT_PAIR_COUNT) == 0
  );
}
