import * as abi from '../abi/abi';

/** Rows of 16-bit counters by cell, four cells of a day at a time: slots of a block as lanes of a 64-bit word. */

/** 16-bit lanes, all bits set, of the slots of a mask of four. */
const lanesAt: usize = memory.data<u64>([
  0, 0xffff, 0xffff0000, 0xffffffff, 0xffff00000000, 0xffff0000ffff, 0xffffffff0000, 0xffffffffffff, 0xffff000000000000,
  0xffff00000000ffff, 0xffff0000ffff0000, 0xffff0000ffffffff, 0xffffffff00000000, 0xffffffff0000ffff,
  0xffffffffffff0000, 0xffffffffffffffff,
]);
/** Slots that a word holds, as a mask. */
const LANES: i32 = 15;
/** One in each lane. */
export const LANE_ONES: u64 = 0x0001000100010001;

/** The lanes of the lowest four bits of a mask of slots. */
export function lanesOf(slots: i32): u64 {
  return load<u64>(lanesAt + ((<usize>(slots & LANES)) << 3));
}

/** Sum of a row of counters by cell over some slots of the meeting time on a single day at `timeAt`, four at a time. */
export function sumOfSlots(row: usize, timeAt: usize, slots: i32): i32 {
  let at = row + ((<usize>load<i32>(timeAt, abi.TIME_CELL)) << 1);
  let sum: u64 = 0;
  for (let left = slots >> load<i32>(timeAt, abi.TIME_START); left != 0; left >>= 4) {
    sum += ((load<u64>(at) & lanesOf(left)) * LANE_ONES) >> 48;
    at += 8;
  }
  return <i32>sum;
}
