import {
  blockEventAt,
  LINE_ENTER,
  LINE_FIRST_GENE,
  LINE_GAIN,
  LINE_GENES,
  LINE_INSTRUCTOR,
  LINE_IS_USUAL,
  LINE_POOLS,
  LINE_ROOMS,
  LINE_TIME_COUNT,
  LINE_TIMES,
  POOL_BYTES,
  POOL_COUNT,
  TIME_WORD_CELL,
  TIME_WORD_DAY,
  TIME_WORD_IS_BLOCK,
  TIME_WORD_START,
  timeWordAt,
} from '../image/block-events';
import { closedRowsAt, poolsAreSingle } from '../image/blocks';
import { cellStride, dayStride, eventCount, hasBlocks, pairRows } from '../image/problem';
import { randomAfter, scaled } from '../random';
import { LANE_ONES, lanesOf } from '../solution/lanes';
import {
  maskAt,
  occupantAt,
  STATE_CHAIN_EVERY,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  stateWord,
  thresholdAt,
  timeOfAt,
} from '../state';
import { proposeInstructor, proposeRoom } from './propose';
import { drawnEvent, drawnThreshold, isChain, mixed } from './screen';
import { leastChange, leastOf } from './screen-blocks';

/** Random state after the last proposal that was drawn. */
export let drawnBits: u64 = 0;

/** True when the words below say what is proposed. */
export let isKnown: bool = false;
let drawnTo: i32 = 0;
let drawnGene: i32 = 0;
let drawnResource: i32 = 0;
let isRoom: bool = false;
let choiceBits: i32 = 0;

/** The proposal that `drawCalm` has stopped at, as `propose` makes it of the same draws. */
export function proposeKnown(): bool {
  const more = mixed(drawnBits);
  const event = drawnEvent(drawnBits);
  const roomBits = <u32>(more >> 16);
  const threshold = drawnThreshold(more);
  return isRoom
    ? proposeRoom(event, drawnTo, drawnGene, drawnResource, roomBits, choiceBits, threshold)
    : proposeInstructor(event, drawnTo, drawnGene, drawnResource, roomBits, threshold);
}

/** True while nothing is broken, and what `drawCalm` looks at says who is in the way. */
export function isCalm(): bool {
  return hasBlocks && stateWord(STATE_HARD) == 0 && poolsAreSingle && !pairRows;
}

/**
 * Draws up to `count` proposals of blocks from a random state, to the first that its bound (`leastChange`) does not refuse.
 * Returns how many were drawn, less than 0 when the last of them was refused, too.
 *
 * What most of them need to know is asked without branches, as nobody can guess what is drawn; the addresses are taken out
 * of the loop by hand, for they are mutable.
 */
export function drawCalm(state: u64, count: i32): i32 {
  const hardWeight = stateWord(STATE_HARD_WEIGHT);
  const chainEvery = stateWord(STATE_CHAIN_EVERY);
  const events = eventCount;
  const stride = cellStride;
  const days = dayStride;
  const thresholds = thresholdAt;
  const timesNow = timeOfAt;
  const lines = blockEventAt(0);
  const words = timeWordAt(0);
  const masks = maskAt;
  const closed = closedRowsAt - maskAt;
  const occupants = occupantAt;
  isKnown = false;
  let bits = state;
  for (let drawn = 1; drawn <= count; drawn++) {
    bits = randomAfter(bits);
    const more = mixed(bits);
    const event = scaled(<u32>bits, events);
    const threshold = load<i32>(thresholds + ((<usize>(more >> 54)) << 2));
    const line = lines + ((<usize>event) << 6);
    const from = load<i32>(timesNow + ((<usize>event) << 2));
    const fromWord = load<u64>(words + ((<usize>from) << 3));
    if (isChain(more, chainEvery)) return stopAt(bits, drawn);
    if ((load<i32>(line, LINE_IS_USUAL) & <i32>(fromWord >> TIME_WORD_IS_BLOCK)) == 0) {
      if (leastChange(event, bits, more, threshold) > threshold) continue;
      return stopAt(bits, drawn);
    }
    const position = scaled(<u32>(bits >> 32), load<i32>(line, LINE_TIME_COUNT));
    const drawnTime = load<i32>(load<usize>(line, LINE_TIMES) + ((<usize>position) << 2));
    const choice = <i32>(more >> 48) & 63;
    const two = i32(load<i32>(line, LINE_GENES) == 2);
    const picked = choice & two;
    const pool = line + LINE_POOLS + <usize>(picked * POOL_BYTES);
    const place = scaled(<u32>(more >> 16), load<i32>(pool, POOL_COUNT));
    const resource = load<i32>(load<usize>(pool) + ((<usize>place) << 2));
    const isInstructor = i32(picked >= load<i32>(line, LINE_ROOMS));
    const stays = isInstructor & select(choice >> 3, choice, two);
    const to = select(from, drawnTime, stays);
    const toWord = load<u64>(words + ((<usize>to) << 3));
    const held = load<i32>(load<usize>(line, LINE_INSTRUCTOR));
    const taken = select(resource, held, isInstructor);
    const mask = <i32>toWord & 0xffff;
    // a slot that the event holds already brings nothing new
    const isSameDay = ((fromWord ^ toWord) & ((<u64>0xffff) << TIME_WORD_DAY)) == 0;
    const fresh = mask & ~select(<i32>fromWord, 0, isSameDay);
    const cell = <usize>(toWord >> TIME_WORD_CELL) & 0xffff;
    const entering = load<u64>(load<usize>(line, LINE_ENTER) + (cell << 1));
    const lanes = lanesOf(fresh >> (<i32>(toWord >> TIME_WORD_START) & 0xff));
    const clashes = <i32>(((entering & lanes) * LANE_ONES) >> 48);
    const day = <i32>(toWord >> TIME_WORD_DAY) & 0xffff;
    const at = masks + ((<usize>(taken * days + day)) << 1);
    const barred = <i32>load<u16>(at) | <i32>load<u16>(at + closed);
    const met = clashes + popcnt<i32>(barred & select(fresh, mask, taken == held));
    const gene = load<i32>(line, LINE_FIRST_GENE) + picked;
    if (met != 0) {
      const occupant = load<i32>(occupants + ((<usize>(resource * stride) + cell) << 2));
      // who is there at another time, too, does not take the event's place
      const theirTime = load<i32>(timesNow + ((<usize>occupant) << 2) - 4);
      const isAlone = isInstructor | i32(occupant == 0) | i32(theirTime != to);
      if (isAlone != 0 && met * hardWeight - load<i32>(line, LINE_GAIN) > threshold) continue;
      const room = select(-1, resource, isInstructor);
      const changed = select(gene, -1, isInstructor);
      if (leastOf(event, line, changed, resource, from, to, room, fresh, met, threshold) > threshold) continue;
    } else if ((stays & i32(taken == held)) != 0) continue;
    drawnTo = to;
    drawnGene = gene;
    drawnResource = resource;
    isRoom = isInstructor == 0;
    choiceBits = select(choice >> 3, choice, two);
    isKnown = true;
    return stopAt(bits, drawn);
  }
  return stopAt(bits, -count);
}

function stopAt(bits: u64, drawn: i32): i32 {
  drawnBits = bits;
  return drawn;
}
