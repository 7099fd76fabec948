import * as abi from '../abi/abi';
import { LINKED_ROOM_SOFT, LINKED_TIME_COUNT, linkedProfileAt } from '../image/linked';
import { SET_DISTINCT, SET_ROW, SET_TABLE, SOFT_SHAPE_GAIN, setRecordOf, softOf } from '../image/linked-soft';
import { eventField, profileField, rowValue } from '../image/problem';
import { LINKED_SHIFT, STANDING_PROFILE, STANDING_ROOM, STATE_HARD_WEIGHT, standingOf, stateWord } from '../state';
import { ENTRY_EVENT, ENTRY_FROM, ENTRY_TO, entryWord } from './chain-entries';
import { softOfDays, softOfWeeks } from './plain-settled';

/**
 * Chains of one or two plain events where the settled way is open, before anybody asks for their rooms: what their new
 * times change. Two of three chains end here.
 */
let hard: i32 = 0;
let soft: i32 = 0;

/** What the times of the last chain that `isShortRefused` let pass change: weighted hard rules, and soft ones. */
export function shortHard(): i32 {
  return hard;
}

export function shortSoft(): i32 {
  return soft;
}

/** False for events that are not plain, and for two that would need counting together. */
export function canPeekShort(length: i32): bool {
  const event = entryWord(0, ENTRY_EVENT);
  const place = placeOf(event);
  if (!isPlain(place)) return false;
  if (length == 1) return true;
  const partner = entryWord(1, ENTRY_EVENT);
  const partnerPlace = placeOf(partner);
  if (!isPlain(partnerPlace) || place == partnerPlace) return false;
  const set = eventField(event, abi.EVENT_SET);
  return set < 0 || set != eventField(partner, abi.EVENT_SET);
}

/** True when the chain changes more than `threshold` whatever rooms its members get. */
export function isShortRefused(length: i32, threshold: i32): bool {
  const event = entryWord(0, ENTRY_EVENT);
  const from = entryWord(0, ENTRY_FROM);
  const to = entryWord(0, ENTRY_TO);
  const place = placeOf(event);
  const record = softOf(place);
  const profile = <i32>(place >> LINKED_SHIFT);
  const weight = stateWord(STATE_HARD_WEIGHT);
  hard = weight * closedTo(profile, to);
  if (length == 1) {
    soft = softOfWeeks(record, -1, from, to) + softOfDays(record, -1, from, to);
    const change = hard + soft;
    return change > threshold && change - mostOfRooms(event, place) > threshold;
  }
  const partner = entryWord(1, ENTRY_EVENT);
  const partnerPlace = placeOf(partner);
  const partnerRecord = softOf(partnerPlace);
  const partnerProfile = <i32>(partnerPlace >> LINKED_SHIFT);
  hard += weight * closedTo(partnerProfile, from);
  soft = softOfWeeks(record, partnerProfile, from, to) + softOfWeeks(partnerRecord, profile, to, from);
  soft += softOfDays(record, partnerProfile, from, to);
  const least = hard - mostOfRooms(event, place) - mostOfRooms(partner, partnerPlace);
  if (least + soft - load<i32>(partnerRecord, SOFT_SHAPE_GAIN) > threshold) return true;
  soft += softOfDays(partnerRecord, profile, to, from);
  return least + soft > threshold;
}

function isPlain(place: u32): bool {
  return load<i32>(linkedProfileAt(0) + <usize>place, LINKED_TIME_COUNT) != 0;
}

/** The event's place among the linked records. */
function placeOf(event: i32): u32 {
  return load<u32>(standingOf(event + 1), STANDING_PROFILE);
}

function closedTo(profile: i32, time: i32): i32 {
  return rowValue(profileField(profile, abi.PROFILE_CELL_HARD), time);
}

/** The most that another room can save: what its own costs now, and the rooms of its class. */
export function mostOfRooms(event: i32, place: u32): i32 {
  const costs = load<usize>(linkedProfileAt(0) + <usize>place, LINKED_ROOM_SOFT);
  const held = <usize>load<u32>(standingOf(event + 1), STANDING_ROOM);
  return load<i32>(costs + (held << 2)) + mostOfSet(setRecordOf(event));
}

function mostOfSet(set: usize): i32 {
  if (load<usize>(set, SET_ROW) == 0) return 0;
  const distinct = load<i32>(load<usize>(set, SET_DISTINCT));
  const at = load<usize>(set, SET_TABLE) + ((<usize>distinct) << 2);
  const fewer = distinct == 0 ? 0 : load<i32>(at - 4) - load<i32>(at);
  return -min(0, min(fewer, load<i32>(at, 4) - load<i32>(at)));
}
