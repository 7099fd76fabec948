import * as abi from '../abi/abi';
import { eventField, firstRoom, headerWord, nobody, roomCount, rowAt } from '../image/problem';
import { geneOf } from '../state';

// Two events with the way between their rooms: nobody attends both when it takes longer than the time between them.

/** The first room the event has, -1 when it needs none. */
export function firstRoomOf(event: i32): i32 {
  const gene = eventField(event, abi.EVENT_ROOM_GENE);
  return gene < 0 ? -1 : geneOf(gene);
}

/** The first room the event would have with another resource in one of its genes, -1 when it needs none. */
export function roomAfter(event: i32, gene: i32, resource: i32): i32 {
  const roomGene = eventField(event, abi.EVENT_ROOM_GENE);
  return roomGene < 0 ? -1 : roomGene == gene ? resource : geneOf(roomGene);
}

/** 1 when who is at a time and in a room misses the other; `row` is the time's row of what is long enough for that. */
export function misses(row: usize, room: i32, otherTime: i32, otherRoom: i32): i32 {
  const enough = <i32>load<u8>(row + <usize>otherTime);
  if (enough == 0) return 1;
  return enough != abi.NO_WAY && wayBetween(room, otherRoom) >= enough ? 1 : 0;
}

/** How many shorter ways there are; 0 from or to nowhere. */
function wayBetween(room: i32, other: i32): i32 {
  if (room < 0 || other < 0 || room == nobody || other == nobody) return 0;
  const ways = rowAt(headerWord(abi.SECTION_TRAVEL));
  return ways == 0 ? 0 : <i32>load<u8>(ways + <usize>((room - firstRoom) * roomCount + other - firstRoom));
}
