import * as abi from '../abi/abi';
import { geneOfAt } from '../state';
import { BLOCK_ENTER, BLOCK_GAIN, BLOCK_ROOMS, BLOCK_TIME_COUNT, BLOCK_TIMES, blockRecordAt } from './blocks';
import {
  eventCount,
  eventField,
  geneField,
  hasBlocks,
  listAt,
  nobody,
  profileOf,
  timeCount,
  timeField,
} from './problem';

/**
 * What the bound of a proposal reads about an event, in one line of the cache (neighbourhoods/screen-blocks.ts): parts of
 * its record, of that of its profile and of those of its genes. Derived when an image is opened.
 */
const LINE_SHIFT: i32 = 6;
/** Record of the profile, see blocks.ts. */
export const LINE_PROFILE: usize = 0;
/** Address of the candidate times, 32 bits each, and how many. */
export const LINE_TIMES: usize = 4;
export const LINE_TIME_COUNT: usize = 8;
/** Row of the costs of entering. */
export const LINE_ENTER: usize = 12;
/** First gene, how many there are, and of these how many rooms, which come first. */
export const LINE_FIRST_GENE: usize = 16;
export const LINE_GENES: usize = 20;
export const LINE_ROOMS: usize = 24;
/** Where the genes of the working solution are. */
export const LINE_GENES_AT: usize = 28;
/** Address and length of the pools of the first two genes, 0 where there is none. */
export const LINE_POOLS: usize = 32;
export const POOL_BYTES: i32 = 8;
export const POOL_COUNT: usize = 4;
/** Where the instructor of a usual event is, or "nobody". */
export const LINE_INSTRUCTOR: usize = 48;
/** 1 when the event is usual: at most one room and one instructor, and at least one of them. */
export const LINE_IS_USUAL: usize = 52;
/** The most that a move can lower the soft cost, whatever the timetable. */
export const LINE_GAIN: usize = 56;

/**
 * A meeting time in one word: its slots, its day, its cell, where it begins, and 1 when it is a block of a few slots on a
 * single day. 16 bits each, the last two 8.
 */
export const TIME_WORD_DAY: u64 = 16;
export const TIME_WORD_CELL: u64 = 32;
export const TIME_WORD_START: u64 = 48;
export const TIME_WORD_IS_BLOCK: u64 = 56;
const LONGEST_BLOCK: i32 = 4;

let linesAt: usize = 0;
let timesAt: usize = 0;
let nobodyAt: usize = 0;

/** Bytes that `linkBlockEvents` needs. */
export function blockEventBytes(): usize {
  return hasBlocks ? ((<usize>eventCount) << LINE_SHIFT) + ((<usize>timeCount) << 3) + 80 : 0;
}

/** After `linkBlocks`, whose records the lines are about. */
export function linkBlockEvents(from: usize): void {
  if (!hasBlocks) return;
  linesAt = (from + 63) & ~(<usize>63);
  timesAt = linesAt + ((<usize>eventCount) << LINE_SHIFT);
  nobodyAt = timesAt + ((<usize>timeCount) << 3);
  store<i32>(nobodyAt, nobody);
  for (let event = 0; event < eventCount; event++) linkEvent(event);
  for (let time = 0; time < timeCount; time++) linkTime(time);
}

/** Address of the word of a meeting time. */
export function timeWordAt(time: i32): usize {
  return timesAt + ((<usize>time) << 3);
}

/**
 * True when a peek at the event says exactly what a move changes: an event with several rooms or instructors may hold one
 * of them twice, and a peek counts both.
 */
export function isPeekedExactly(event: i32): bool {
  return hasBlocks && load<i32>(blockEventAt(event), LINE_IS_USUAL) != 0;
}

function linkTime(time: i32): void {
  const isBlock = timeField(time, abi.TIME_DAY_COUNT) == 1 && timeField(time, abi.TIME_LENGTH) <= LONGEST_BLOCK;
  let word = <u64>(<u32>timeField(time, abi.TIME_MASK));
  if (isBlock) {
    word |= (<u64>timeField(time, abi.TIME_DAY)) << TIME_WORD_DAY;
    word |= (<u64>timeField(time, abi.TIME_CELL)) << TIME_WORD_CELL;
    word |= (<u64>timeField(time, abi.TIME_START)) << TIME_WORD_START;
    word |= (<u64>1) << TIME_WORD_IS_BLOCK;
  }
  store<u64>(timeWordAt(time), isBlock ? word : 0);
}

export function blockEventAt(event: i32): usize {
  return linesAt + ((<usize>event) << LINE_SHIFT);
}

function linkEvent(event: i32): void {
  const to = blockEventAt(event);
  const record = blockRecordAt(profileOf(event));
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  store<usize>(to, record, LINE_PROFILE);
  store<usize>(to, load<usize>(record, BLOCK_TIMES), LINE_TIMES);
  store<i32>(to, load<i32>(record, BLOCK_TIME_COUNT), LINE_TIME_COUNT);
  store<usize>(to, load<usize>(record, BLOCK_ENTER), LINE_ENTER);
  store<i32>(to, first, LINE_FIRST_GENE);
  store<i32>(to, genes, LINE_GENES);
  store<i32>(to, load<i32>(record, BLOCK_ROOMS), LINE_ROOMS);
  store<usize>(to, geneOfAt + ((<usize>first) << 2), LINE_GENES_AT);
  const rooms = load<i32>(record, BLOCK_ROOMS);
  store<usize>(to, genes > rooms ? geneOfAt + ((<usize>(first + rooms)) << 2) : nobodyAt, LINE_INSTRUCTOR);
  store<i32>(to, i32(isUsual(event, genes, rooms)), LINE_IS_USUAL);
  store<i32>(to, load<i32>(record, BLOCK_GAIN), LINE_GAIN);
  for (let k = 0; k < 2; k++) {
    const pool = to + LINE_POOLS + <usize>(k * POOL_BYTES);
    store<usize>(pool, k < genes ? listAt(geneField(first + k, abi.GENE_FIRST_POOL)) : 0);
    store<i32>(pool, k < genes ? geneField(first + k, abi.GENE_POOL_COUNT) : 0, POOL_COUNT);
  }
}

function isUsual(event: i32, genes: i32, rooms: i32): bool {
  if (genes == 0 || rooms > 1 || genes - rooms > 1 || load<i32>(blockRecordAt(profileOf(event)), BLOCK_TIME_COUNT) == 0)
    return false;
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  for (let k = 0; k < genes; k++) if (geneField(first + k, abi.GENE_POOL_COUNT) == 0) return false;
  return true;
}
