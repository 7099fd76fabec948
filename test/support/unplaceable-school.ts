import type { ProblemData } from '../../src/domain/problem-data.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { bareProblem, calendarOf, list } from './degenerate-problems.ts';

/**
 * A project file in which two events cannot be placed at all, one without a time and one without a room, and three want
 * the one slot of their instructor, so that a run ends with something of each.
 */
export function unplaceableSchool(): { readonly name: string; readonly text: string } {
  const problem: ProblemData = bareProblem({
    name: 'Two too many',
    calendar: calendarOf(2, 4),
    courses: ['Expedition', 'Choir', 'Physics'].map((name) => ({ id: name, name })),
    rooms: [{ id: 'r0', name: 'Room 1', capacity: 30 }],
    instructors: [{ id: 'ada', name: 'Ada' }],
    groups: ['Class 1', 'Class 2', 'Class 3'].map((name) => ({ id: name, name, size: 20 })),
    events: [
      { id: 'long', courseId: 'Expedition', duration: 6, roomCount: 0, groupIds: ['Class 1'] },
      { id: 'choir', courseId: 'Choir', duration: 1, roomCount: 1, rooms: [], groupIds: ['Class 2'] },
      ...list(3, (index) => ({
        id: `physics-${index}`,
        courseId: 'Physics',
        duration: 1,
        roomCount: 1,
        groupIds: [`Class ${index + 1}`],
        instructors: [{ id: 'ada' }],
        times: [{ id: 'd0@0' }, { id: 'd0@1' }],
      })),
    ],
  });
  return {
    name: 'unplaceable.horarium.json',
    text: new TextDecoder().decode(printHorarium({ problem, timetables: [] })),
  };
}
