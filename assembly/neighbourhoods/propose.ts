import * as abi from '../abi/abi';
import {
  eventField,
  geneField,
  itemAt,
  listItem,
  nobody,
  nowhere,
  profileAt,
  profileOf,
  resourceAllowed,
  timeAllowed,
} from '../image/problem';
import { scaled } from '../random';
import { geneOf, timeOf } from '../state';
import { FREE, freeRoom, heldElsewhere, occupantAt, SEVERAL } from './occupants';
import { tryRelocate } from './relocate';
import { trySwap } from './swap';

/**
 * One random proposal for an event: a new time and a new room (the occupant of that room at that time swaps places,
 * if it may), or a new instructor. `timeBits` and `roomBits` are 32 random bits each, `choiceBits` six more.
 */
export function propose(event: i32, timeBits: u32, roomBits: u32, choiceBits: i32, threshold: i32): bool {
  const at = profileAt(profileOf(event));
  const timeCount = load<i32>(at, abi.PROFILE_TIME_COUNT);
  if (timeCount == 0) return false;
  const to = itemAt(load<i32>(at, abi.PROFILE_TIMES), scaled(timeBits, timeCount));
  const first = eventField(event, abi.EVENT_FIRST_GENE);
  const genes = eventField(event, abi.EVENT_GENE_COUNT);
  if (genes == 1) return proposeGene(event, to, first, roomBits, choiceBits, threshold);
  if (genes == 0) return to != timeOf(event) && tryRelocate(event, to, -1, -1, -1, -1, threshold);
  return proposeGene(event, to, first + ((choiceBits & 7) % genes), roomBits, choiceBits >> 3, threshold);
}

function proposeGene(event: i32, to: i32, gene: i32, roomBits: u32, choiceBits: i32, threshold: i32): bool {
  const poolCount = geneField(gene, abi.GENE_POOL_COUNT);
  const from = timeOf(event);
  if (poolCount == 0) return to != from && tryRelocate(event, to, -1, -1, -1, -1, threshold);
  const resource = listItem(geneField(gene, abi.GENE_FIRST_POOL) + scaled(roomBits, poolCount));
  if (geneField(gene, abi.GENE_IS_ROOM) != 0)
    return proposeRoom(event, to, gene, resource, roomBits, choiceBits, threshold);
  if (heldElsewhere(event, gene, resource)) return false;
  // a change of instructor: half of them at the present time
  const at = (choiceBits & 1) != 0 && from != nowhere ? from : to;
  return proposeInstructor(event, at, gene, resource, roomBits, threshold);
}

/** A new instructor, at a new time perhaps: then the first room moves along, to a free one if its own is taken there. */
export function proposeInstructor(event: i32, to: i32, gene: i32, resource: i32, bits: u32, threshold: i32): bool {
  if (to == timeOf(event)) return resource != geneOf(gene) && tryRelocate(event, to, gene, resource, -1, -1, threshold);
  const roomGene = eventField(event, abi.EVENT_ROOM_GENE);
  if (roomGene < 0 || occupantAt(event, geneOf(roomGene), to) == FREE) {
    return tryRelocate(event, to, gene, resource, -1, -1, threshold);
  }
  const room = freeRoom(event, roomGene, to, bits * 0x9e3779b1);
  if (room < 0) return false;
  return tryRelocate(event, to, roomGene, room, gene, resource, threshold);
}

/** The event goes to `to` with `room` in its gene; who is there takes its place, or it looks for another. */
export function proposeRoom(
  event: i32,
  to: i32,
  gene: i32,
  room: i32,
  bits: u32,
  choiceBits: i32,
  threshold: i32,
): bool {
  if (room == geneOf(gene) && to == timeOf(event)) return false;
  if (heldElsewhere(event, gene, room)) return false;
  const partner = occupantAt(event, room, to);
  if (partner == FREE) return tryRelocate(event, to, gene, room, -1, -1, threshold);
  const partnerGene = partner == SEVERAL ? -1 : exchangeableGene(event, gene, partner, room, to);
  if (partnerGene >= 0) {
    // two events alike in everything but the name: nothing would change
    if (profileOf(event) == profileOf(partner) && eventField(event, abi.EVENT_GENE_COUNT) == 1) return false;
    return trySwap(event, gene, partner, partnerGene, threshold);
  }
  const free = freeRoom(event, gene, to, bits * 0x9e3779b1);
  if (free >= 0) return tryRelocate(event, to, gene, free, -1, -1, threshold);
  // everything looked at is taken: now and then share a room, so that the search can pass through
  return (choiceBits & 3) == 0 && tryRelocate(event, to, gene, room, -1, -1, threshold);
}

/** The gene with which `partner` holds `room`, if the two may exchange places completely; else -1. */
function exchangeableGene(event: i32, gene: i32, partner: i32, room: i32, to: i32): i32 {
  const from = timeOf(event);
  const held = geneOf(gene);
  if (timeOf(partner) != to || from == nowhere || held == nobody) return -1;
  if (!timeAllowed(profileOf(partner), from)) return -1;
  const first = eventField(partner, abi.EVENT_FIRST_GENE);
  const last = first + eventField(partner, abi.EVENT_GENE_COUNT);
  for (let k = first; k < last; k++) {
    if (geneOf(k) == room) return resourceAllowed(k, held) && !heldElsewhere(partner, k, held) ? k : -1;
  }
  return -1;
}
