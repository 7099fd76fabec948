import * as abi from '../abi/abi';
import { BLOCK_ENTER, BLOCK_SINGLES, blockRecordAt } from '../image/blocks';
import { cellStride, listItem, profileField, profileOf, resourceField, timeRecordAt } from '../image/problem';
import { LANE_ONES, lanesOf } from '../solution/lanes';
import { countAt, occupantAt } from '../state';

/** Who holds what an event always occupies during a block, by name: most often nobody, and never more than a few. */

/** They cannot be told that way. */
export const UNKNOWN: i32 = -1;
const MOST_HOLDERS: i32 = 16;
const LONGEST_BLOCK: i32 = 4;
/** Profile and event, 16 bits each, ascending. */
const holdersAt: usize = memory.data(16 * 4, 16);
let holders: i32 = 0;

/** Finds them in the order of their profiles, and of the events in these; their number, or UNKNOWN. May find `member`, too. */
export function findHolders(member: i32, target: i32): i32 {
  const targetAt = timeRecordAt(target);
  if (load<i32>(targetAt, abi.TIME_DAY_COUNT) != 1 || load<i32>(targetAt, abi.TIME_LENGTH) > LONGEST_BLOCK) {
    return UNKNOWN;
  }
  const profile = profileOf(member);
  const record = blockRecordAt(profile);
  if (load<i32>(record, BLOCK_SINGLES) == 0) return UNKNOWN;
  const cell = <usize>load<i32>(targetAt, abi.TIME_CELL);
  const lanes = lanesOf(load<i32>(targetAt, abi.TIME_MASK) >> load<i32>(targetAt, abi.TIME_START));
  holders = 0;
  if ((load<u64>(load<usize>(record, BLOCK_ENTER) + (cell << 1)) & lanes) == 0) return 0;
  const first = profileField(profile, abi.PROFILE_FIRST_STATIC);
  const last = first + profileField(profile, abi.PROFILE_STATIC_COUNT);
  for (let k = first; k < last; k++) {
    const resource = listItem(k);
    const row = <usize>(resource * cellStride) + cell;
    const counts = load<u64>(countAt + (row << 1)) & lanes;
    if (counts == 0 || resourceField(resource, abi.RESOURCE_CAPACITY) == 0) continue;
    // several cannot be told apart by what is kept of them
    if ((counts & ~LANE_ONES) != 0) return UNKNOWN;
    for (let left = counts; left != 0; left &= left - 1) {
      const slot = <usize>(ctz<u64>(left) >> 4);
      if (!addHolder(load<i32>(occupantAt + ((row + slot) << 2)) - 1)) return UNKNOWN;
    }
  }
  return holders;
}

export function holderFound(position: i32): i32 {
  return <i32>(load<u32>(holdersAt + ((<usize>position) << 2)) & 0xffff);
}

/** Keeps the list in its order; false when it is full. */
function addHolder(event: i32): bool {
  const key = ((<u32>profileOf(event)) << 16) | <u32>event;
  let at = holdersAt + ((<usize>holders) << 2);
  for (; at > holdersAt; at -= 4) {
    const before = load<u32>(at - 4);
    if (before == key) return true;
    if (before < key) break;
  }
  if (holders == MOST_HOLDERS) return false;
  memory.copy(at + 4, at, holdersAt + ((<usize>holders) << 2) - at);
  store<u32>(at, key);
  holders++;
  return true;
}
