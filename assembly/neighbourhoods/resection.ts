import * as abi from '../abi/abi';
import { admitsMoved, isAway, isCapped } from '../evolution/home';
import { eventField, itemAt, listItem, nobody, nowhere, profileField, profileOf } from '../image/problem';
import { attendanceSoft, firstOptionEvent, optionEventCount, requestField } from '../image/requests';
import { randomAfter, scaled } from '../random';
import { applyOption } from '../solution/clock-terms';
import { peekHard, peekSoft } from '../solution/score';
import { applyChange } from '../solution/working-solution';
import { choiceOf, STATE_HARD, STATE_HARD_WEIGHT, STATE_SOFT, stateWord, timeOf } from '../state';
import { isIn, missedWith, peekAttendance, peekLimits } from '../terms/attendance';
import { firstRoomOf } from '../terms/travel';
import { FREE, freeRoom, occupantAt } from './occupants';

/**
 * An event goes to another time, and those of its students who would then miss something go to other options of the
 * course. With the students where they are, a class of thirty hardly ever has a better time: each of them costs more than
 * the cold can pay, though most could attend another class instead. Applied, and undone when the sum is above the
 * threshold.
 */

/** Students who may change in one move. */
const MOST_CHANGES: i32 = 64;

/** Scratch, no part of the state: requests that changed and the options they had; the random numbers of this move. */
const changesAt: usize = memory.data(64 * 8, 8);
let changes: i32 = 0;
let stream: u64 = 0;

/** One of the events that the request attends moves; true when it did. */
export function tryResection(request: i32, bits: u64, threshold: i32): bool {
  stream = bits;
  const held = choiceOf(request);
  const attended = optionEventCount(request, held);
  if (attended == 0 || attendanceSoft == 0) return false;
  const event = listItem(firstOptionEvent(request, held) + scaled(draw(), attended));
  const times = profileField(profileOf(event), abi.PROFILE_TIME_COUNT);
  const from = timeOf(event);
  if (times < 2 || from == nowhere) return false;
  const to = itemAt(profileField(profileOf(event), abi.PROFILE_TIMES), scaled(draw(), times));
  return to != from && tryTime(request, event, to, threshold);
}

function draw(): u32 {
  stream = randomAfter(stream);
  return <u32>(stream >> 32);
}

function tryTime(request: i32, event: i32, to: i32, threshold: i32): bool {
  const from = timeOf(event);
  const held = firstRoomOf(event);
  const room = roomThere(event, held, to);
  const gene = room < 0 ? -1 : eventField(event, abi.EVENT_ROOM_GENE);
  const hardWeight = stateWord(STATE_HARD_WEIGHT);
  // what its students would cost is what they may win by leaving
  const least = -max<i32>(0, peekAttendance(event, to, room, -1, false));
  let change = hardWeight * peekHard(event, to, gene, room, -1, -1) + least;
  if (change > threshold) return false;
  change += peekSoft(event, to, gene, room, -1, -1);
  if (change > threshold) return false;
  const hard = stateWord(STATE_HARD);
  const soft = stateWord(STATE_SOFT);
  const away = isCapped() && isAway(event) ? 1 : 0;
  applyChange(event, to, gene, room, -1, -1);
  // without anybody leaving it is a plain move
  if (change - least > threshold) leave(request, event);
  const after = hardWeight * (stateWord(STATE_HARD) - hard) + stateWord(STATE_SOFT) - soft;
  if (after <= threshold && (!isCapped() || admitsMoved(away, isAway(event) ? 1 : 0))) {
    changes = 0;
    return true;
  }
  takeBack();
  applyChange(event, from, gene, held, -1, -1);
  return false;
}

function roomThere(event: i32, held: i32, to: i32): i32 {
  if (held < 0 || (held != nobody && occupantAt(event, held, to) == FREE)) return held;
  const free = freeRoom(event, eventField(event, abi.EVENT_ROOM_GENE), to, draw());
  return free < 0 ? held : free;
}

/** Students of the course who attend the event and miss something go where they miss least. */
function leave(request: i32, event: i32): void {
  const first = requestField(request, abi.REQUEST_FIRST_PEER);
  const last = first + requestField(request, abi.REQUEST_PEER_COUNT);
  changes = 0;
  for (let k = first; k < last && changes < MOST_CHANGES; k++) {
    const peer = listItem(k);
    const choice = choiceOf(peer);
    if (!isIn(event, peer, choice)) continue;
    const missed = missedWith(peer, choice);
    if (missed == 0) continue;
    const better = bestOption(peer, missed);
    if (better < 0) continue;
    const at = changesAt + ((<usize>changes) << 3);
    store<i32>(at, peer);
    store<i32>(at, choice, 4);
    changes++;
    applyOption(peer, better);
  }
}

/** An option with room left at which the student misses fewer pairs than `missed`, -1 when there is none. */
function bestOption(request: i32, missed: i32): i32 {
  const options = requestField(request, abi.REQUEST_OPTION_COUNT);
  const held = choiceOf(request);
  const start = scaled(draw(), options);
  let best = -1;
  let least = missed;
  for (let k = 0; k < options && least > 0; k++) {
    const option = start + k < options ? start + k : start + k - options;
    if (option == held || peekLimits(request, option) > 0) continue;
    const there = missedWith(request, option);
    if (there >= least) continue;
    least = there;
    best = option;
  }
  return best;
}

function takeBack(): void {
  while (changes > 0) {
    changes--;
    const at = changesAt + ((<usize>changes) << 3);
    applyOption(load<i32>(at), load<i32>(at, 4));
  }
}
