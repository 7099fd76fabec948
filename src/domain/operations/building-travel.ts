import type { ProblemData, TravelData } from '../problem-data.ts';
import { putItems } from './changes-of.ts';
import type { Change } from './operation.ts';
import { withKeys } from './references.ts';

/** Minutes between buildings, `minutes[a][b]` with a before b in the list; 0 where nobody walks. */
export interface BuildingTravel {
  readonly buildings: readonly string[];
  readonly minutes: readonly (readonly number[])[];
}

export const longestWalk = 24 * 60;
/** Ways between single rooms that a project may have; every pair of rooms of two buildings has one. */
const mostWays = 200_000;

/** The buildings of the rooms, by name, and the longest way between any two of their rooms. */
export function buildingTravel({ rooms }: Pick<ProblemData, 'rooms'>): BuildingTravel {
  const buildings = [...new Set(rooms.flatMap(({ building }) => building ?? []))].sort((a, b) => a.localeCompare(b));
  const at = new Map(buildings.map((name, index) => [name, index]));
  const buildingOf = new Map(rooms.map(({ id, building }) => [id, at.get(building ?? '') ?? -1]));
  const minutes = buildings.map(() => buildings.map(() => 0));
  for (const room of rooms) {
    const from = buildingOf.get(room.id) ?? -1;
    for (const way of room.travel ?? []) {
      const to = buildingOf.get(way.roomId) ?? -1;
      const row = minutes[Math.min(from, to)];
      const column = Math.max(from, to);
      if (from !== to && row !== undefined) row[column] = Math.max(row[column] ?? 0, way.minutes);
    }
  }
  return { buildings, minutes };
}

/**
 * The changes after which the rooms of any two buildings are that far apart. Ways inside a building, and to rooms without
 * one, stay. `tooMany` when there would be more ways than a project can carry.
 */
export function withBuildingTravel(
  problem: ProblemData,
  { buildings, minutes }: BuildingTravel,
): readonly Change[] | 'tooMany' {
  const at = new Map(buildings.map((name, index) => [name, index]));
  const placeOf = (building: string | undefined) => at.get(building ?? '') ?? -1;
  const places = new Map(problem.rooms.map(({ id, building }) => [id, placeOf(building)]));
  let ways = 0;
  const rooms = problem.rooms.map((room) => {
    const from = placeOf(room.building);
    const kept = (room.travel ?? []).filter(({ roomId }) => {
      const to = places.get(roomId) ?? -1;
      return from < 0 || to < 0 || from === to;
    });
    const across =
      from < 0 || ways > mostWays
        ? []
        : problem.rooms.flatMap(({ id, building }): TravelData[] => {
            const walk = minutes[from]?.[placeOf(building)] ?? 0;
            // the way back is the same one
            return placeOf(building) > from && walk > 0 ? [{ roomId: id, minutes: walk }] : [];
          });
    ways += across.length;
    const travel = [...kept, ...across];
    const isSame = JSON.stringify(travel) === JSON.stringify(room.travel ?? []);
    return isSame ? room : withKeys(room, { travel: travel.length === 0 ? undefined : travel });
  });
  if (ways > mostWays) return 'tooMany';
  return putItems(
    problem,
    'rooms',
    rooms.filter((room, index) => room !== problem.rooms[index]),
  );
}
