import * as abi from '../abi/abi';
import { TERM_ROOM_CHANGES } from '../abi/changes';
import { attendanceHard, attendanceSoft, requestCount, requestField } from '../image/requests';
import { choiceOf, geneOf, STATE_HARD, STATE_SOFT, setChoiceOf, setStateWord, stateWord, timeOf } from '../state';
import {
  applyAttendances,
  peekAttendance,
  peekAttendanceBetween,
  peekAttendances,
  peekLimits,
} from '../terms/attendance';
import { applyIntervals, peekIntervals } from '../terms/intervals';
import { peekRoomChanges, peekSwapRoomChanges } from '../terms/room-changes';
import { roomAfter } from '../terms/travel';

/**
 * Terms that few problems use, asked behind one branch: rules on hours by the clock, sectioned students, changes of
 * building or room.
 */
export const clockTerms: i32 = abi.TERM_INTERVALS | abi.TERM_ATTENDANCE | TERM_ROOM_CHANGES;

/** Change when one event goes to time `to`, with up to two of its genes changed (-1: none). */
export function peekClock(event: i32, to: i32, gene: i32, resource: i32, gene2: i32, resource2: i32, hard: bool): i32 {
  return (
    peekIntervals(event, to, -1, -1, hard) +
    peekAttendance(event, to, roomAfter(event, gene, resource), -1, hard) +
    peekRoomChanges(event, to, gene, resource, gene2, resource2, hard)
  );
}

/** Change when two events exchange their times, and the rooms in two of their genes. */
export function peekSwapClock(event: i32, gene: i32, partner: i32, partnerGene: i32, hard: bool): i32 {
  const from = timeOf(event);
  const to = timeOf(partner);
  const room = roomAfter(event, gene, geneOf(partnerGene));
  const partnerRoom = roomAfter(partner, partnerGene, geneOf(gene));
  return (
    peekIntervals(event, to, partner, from, hard) +
    peekAttendance(event, to, room, partner, hard) +
    peekAttendance(partner, from, partnerRoom, event, hard) +
    peekAttendanceBetween(event, to, room, partner, from, partnerRoom, hard) +
    peekSwapRoomChanges(event, gene, partner, partnerGene, hard)
  );
}

/** Counters, and the score when told, follow an event; before anything else of it changes. */
export function applyClock(
  event: i32,
  to: i32,
  gene: i32,
  resource: i32,
  gene2: i32,
  resource2: i32,
  isScored: bool,
): void {
  if (isScored) {
    add(
      peekClock(event, to, gene, resource, gene2, resource2, true),
      peekClock(event, to, gene, resource, gene2, resource2, false),
    );
  }
  applyIntervals(event, to);
}

/** Another option for a request, or none (-1). */
export function applyOption(request: i32, option: i32): void {
  const missed = peekAttendances(request, option);
  add(peekLimits(request, option) + missed * attendanceHard, missed * attendanceSoft);
  applyAttendances(request, option);
}

/**
 * False until the options of requests have been set for the first time: so in a new instance whose state is restored without
 * its counters, which is what states are restored into.
 */
let optionsStand: bool = false;

/** No option for any request; the counters are cleared with the others. */
export function clearOptions(): void {
  optionsStand = true;
  for (let request = 0; request < requestCount; request++) setChoiceOf(request, -1);
}

/**
 * True when most of the options found at `from` are those that requests have now. To leave one and take another costs
 * twice what taking it costs, and what students have in common is most of what loading an individual costs.
 */
export function keepsOptions(from: usize): bool {
  if (!optionsStand) return false;
  let changed = 0;
  for (let request = 0; request < requestCount; request++) if (optionAt(from, request) != choiceOf(request)) changed++;
  return changed * 2 < requestCount;
}

/** The options found at `from`, while no event has a time: nobody misses any yet. */
export function loadOptions(from: usize): void {
  for (let request = 0; request < requestCount; request++) takeOption(request, optionAt(from, request));
}

/** The options that the image proposes, while no event has a time. */
export function chooseFirstOptions(): void {
  for (let request = 0; request < requestCount; request++) {
    takeOption(request, requestField(request, abi.REQUEST_INITIAL));
  }
}

function optionAt(from: usize, request: i32): i32 {
  return load<i32>(from + ((<usize>request) << 2));
}

function takeOption(request: i32, option: i32): void {
  if (option == choiceOf(request)) return;
  add(peekLimits(request, option), 0);
  applyAttendances(request, option);
}

function add(hard: i32, soft: i32): void {
  setStateWord(STATE_HARD, stateWord(STATE_HARD) + hard);
  setStateWord(STATE_SOFT, stateWord(STATE_SOFT) + soft);
}
