import * as abi from '../abi/abi';
import { keepIfBest } from '../evolution/population';
import { listItem } from '../image/problem';
import { attendanceHard, attendanceSoft, movableCount, movableRequest, requestField } from '../image/requests';
import { randomAfter, scaled } from '../random';
import { applyOption } from '../solution/clock-terms';
import { choiceOf, STATE_HARD_WEIGHT, stateWord } from '../state';
import { missedWith, peekAttendances, peekLimits } from '../terms/attendance';
import { tryResection } from './resection';

/** One proposal in two is about a student, where students have a choice. */
export function isEnrolment(more: u64): bool {
  return ((more >> 7) & 1) != 0;
}

/**
 * A student goes to another option of a course, or changes places with another one who asks for it: the way that stays
 * open where events are full. Who misses nothing is moved one time in eight, to make room. What is accepted is kept
 * without being counted: most of it costs nothing, and levels of the ladder end after so many accepted moves.
 */
export function proposeEnrolment(bits: u64, threshold: i32): bool {
  const request = movableRequest(scaled(<u32>(bits >> 32), movableCount));
  const held = choiceOf(request);
  const missed = missedWith(request, held);
  if (missed == 0 && (bits & 7) != 0) return false;
  if (missed != 0 && ((bits >> 3) & 3) == 0) return tryResection(request, randomAfter(bits), threshold);
  if (((bits >> 30) & 1) != 0) {
    const peers = requestField(request, abi.REQUEST_PEER_COUNT);
    const peer = listItem(requestField(request, abi.REQUEST_FIRST_PEER) + scaled(<u32>(bits * 0x9e3779b1), peers));
    if (choiceOf(peer) != held) tryExchange(request, peer, missed, threshold);
    return false;
  }
  const option = scaled(<u32>(bits * 0x85ebca6b), requestField(request, abi.REQUEST_OPTION_COUNT));
  if (option != held) tryOption(request, option, missed, threshold);
  return false;
}

/** What a missed pair costs at present. */
function unit(): i32 {
  return attendanceSoft + stateWord(STATE_HARD_WEIGHT) * attendanceHard;
}

function tryOption(request: i32, option: i32, missed: i32, threshold: i32): void {
  const limits = stateWord(STATE_HARD_WEIGHT) * peekLimits(request, option);
  if (limits - unit() * missed > threshold) return;
  if (limits + unit() * (missedWith(request, option) - missed) > threshold) return;
  applyOption(request, option);
  keepIfBest();
}

/** Two students exchange their options: nobody goes over a limit. */
function tryExchange(request: i32, peer: i32, missed: i32, threshold: i32): void {
  const held = choiceOf(request);
  const taken = choiceOf(peer);
  if (held < 0 || taken < 0) return;
  const change = missedWith(request, taken) - missed + peekAttendances(peer, held);
  if (unit() * change > threshold) return;
  applyOption(request, taken);
  applyOption(peer, held);
  keepIfBest();
}
