import * as abi from '../abi/abi';
import { headerWord, rowAt } from './problem';

/** Read-only view of what the image says about the clock: hours of meeting times, sets of events with rules on them. */
export let intervalSetCount: i32 = 0;

let clock: usize = 0;
let sets: usize = 0;
let setsOf: usize = 0;

export function openClock(): void {
  intervalSetCount = headerWord(abi.HEADER_INTERVAL_SETS);
  clock = rowAt(headerWord(abi.SECTION_CLOCK));
  sets = rowAt(headerWord(abi.SECTION_INTERVAL_SETS));
  setsOf = rowAt(headerWord(abi.SECTION_INTERVALS_OF));
}

export function calendarWeekClasses(): i32 {
  return load<i32>(clock);
}

/** Weeks of the calendar in a week class. */
export function weeksIn(weekClass: i32): i32 {
  return load<i32>(clock + ((<usize>weekClass) << 2), abi.CLOCK_WEEKS);
}

/** Address of the hours of a meeting time; "nowhere" has no days. */
export function clockOf(time: i32): usize {
  return clock + abi.CLOCK_TIMES + <usize>(time * abi.CLOCK_BYTES);
}

export function intervalField(set: i32, field: i32): i32 {
  assert(set >= 0 && set < intervalSetCount);
  return load<i32>(sets + <usize>(set * abi.INTERVAL_BYTES) + <usize>field);
}

/** First of the interval sets of an event among the lists. */
export function firstIntervalSet(event: i32): i32 {
  return load<i32>(setsOf + ((<usize>event) << 3));
}

export function intervalSetsOf(event: i32): i32 {
  return load<i32>(setsOf + ((<usize>event) << 3), 4);
}
