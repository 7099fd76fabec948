import type { RoomData } from '../problem-data.ts';
import type { Remarks } from './remarks.ts';

const longestWay = 24 * 60;

/** Minutes between any two rooms, the longer of what both say; null when nobody has to walk. */
export function buildTravel(
  rooms: readonly RoomData[],
  indexOfRoom: ReadonlyMap<string, number>,
  remarks: Remarks,
): Int32Array | null {
  if (rooms.every((room) => (room.travel?.length ?? 0) === 0)) return null;
  const minutes = new Int32Array(rooms.length * rooms.length);
  rooms.forEach((room, from) => {
    room.travel?.forEach((way, position) => {
      const place = `rooms[${from}].travel[${position}]`;
      const to = remarks.reference(indexOfRoom, way.roomId, 'room', `${place}.roomId`);
      const time = remarks.whole(way.minutes, 0, longestWay, 'The minutes between two rooms', `${place}.minutes`) ?? 0;
      if (to < 0 || to === from) return;
      const longer = Math.max(minutes[from * rooms.length + to] ?? 0, time);
      minutes[from * rooms.length + to] = longer;
      minutes[to * rooms.length + from] = longer;
    });
  });
  return minutes;
}
