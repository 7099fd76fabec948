import type { RoomChanges } from './answers.ts';
import type { Desk } from './desk.ts';

/**
 * What the event would mean at each of some times in each of some rooms, in place of its first room, whoever else it has. For
 * many rooms at once: what the kernel says, without the reasons. Rooms that are no candidates, and those it has besides, are
 * left out.
 */
export function roomChanges(
  desk: Desk,
  event: number,
  times: readonly number[],
  rooms: readonly number[],
): RoomChanges {
  const { problem, board } = desk;
  const offered = new Set((problem.events[event]?.rooms ?? []).map(({ index }) => index));
  const { held } = board.positionOf(event);
  const resourceOf = (room: number) => problem.resourceOfRoom[room] ?? board.nobody;
  const asked =
    board.roomGenes(event) === 0
      ? []
      : rooms.filter((room) => offered.has(room) && held.indexOf(resourceOf(room)) <= 0);
  // as for places: what is broken is measured against the event being nowhere
  const hardAway = Math.min(0, board.peek(event, desk.away(event)).hard);
  const size = asked.length * times.length;
  const found = { hard: new Int32Array(size), soft: new Int32Array(size), isBlocked: new Uint8Array(size) };
  for (const [row, room] of asked.entries()) {
    const withRoom = held.with(0, resourceOf(room));
    for (const [column, time] of times.entries()) {
      const { hard, soft } = board.peek(event, { time, held: withRoom });
      const at = row * times.length + column;
      found.hard[at] = hard;
      found.soft[at] = soft;
      found.isBlocked[at] = hard > hardAway ? 1 : 0;
    }
  }
  return { event, times, rooms: asked, ...found };
}
