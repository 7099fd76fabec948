import { expect, test } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { applyChanges } from '../../../src/domain/operations/apply-changes.ts';
import { buildingTravel, withBuildingTravel } from '../../../src/domain/operations/building-travel.ts';
import type { RoomData } from '../../../src/domain/problem-data.ts';
import { valueIn } from '../../formats/support/files.ts';
import { smallSchool } from '../../support/small-school.ts';

const room = (id: string, building?: string, travel?: RoomData['travel']): RoomData => ({
  id,
  name: id,
  capacity: 30,
  ...(building === undefined ? {} : { building }),
  ...(travel === undefined ? {} : { travel }),
});

const problem = {
  ...smallSchool,
  rooms: [
    room('b1', 'Barn', [{ roomId: 'b2', minutes: 2 }]),
    room('b2', 'Barn'),
    room('a1', 'Annex', [{ roomId: 'b2', minutes: 7 }]),
    room('field'),
  ],
};

test('buildings are as far apart as their rooms, whichever room says so', () => {
  expect(buildingTravel(problem)).toEqual({
    buildings: ['Annex', 'Barn'],
    minutes: [
      [0, 7],
      [0, 0],
    ],
  });
});

test('new minutes hold between all rooms of the two; ways inside a building stay', () => {
  const buildings = ['Annex', 'Barn'];
  const changes = withBuildingTravel(problem, {
    buildings,
    minutes: [
      [0, 12],
      [0, 0],
    ],
  });
  if (changes === 'tooMany') throw new Error(changes);
  const after = valueIn(applyChanges({ problem, timetables: new Map() }, changes)).problem;
  expect(buildingTravel(after).minutes[0]).toEqual([0, 12]);
  expect(after.rooms[0]?.travel).toEqual([{ roomId: 'b2', minutes: 2 }]);
  const built = valueIn(buildProblem(after));
  expect(built.travel?.[2 * 4 + 0]).toBe(12);
  expect(built.travel?.[0 * 4 + 2]).toBe(12);
  const none = withBuildingTravel(after, { buildings, minutes: [[0, 0], []] });
  if (none === 'tooMany') throw new Error(none);
  expect(
    buildingTravel(valueIn(applyChanges({ problem: after, timetables: new Map() }, none)).problem).minutes[0],
  ).toEqual([0, 0]);
});
