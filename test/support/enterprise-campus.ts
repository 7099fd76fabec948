import type { Random } from '../../src/domain/random.ts';
import type { EnterpriseSize } from './enterprise-problem.ts';

export interface PlannedCourse {
  readonly department: number;
  /** Students that will take it, about. */
  readonly demand: number;
  /** Indices of its sections. */
  readonly sections: readonly number[];
}

export interface PlannedSection {
  readonly course: number;
  readonly building: number;
  readonly seats: number;
  /** Where it is in the planted timetable: day × slots of a day + slot, room, instructor. */
  readonly slot: number;
  readonly room: number;
  readonly instructor: number;
}

/** What there is, and the planted timetable. A department has the building of its number. */
export interface Campus {
  readonly departments: number;
  readonly courses: readonly PlannedCourse[];
  readonly sections: readonly PlannedSection[];
  readonly rooms: readonly { readonly capacity: number; readonly building: number }[];
  readonly roomsOf: readonly (readonly number[])[];
  /** `awayDay` is the day on which an instructor never teaches, or -1. */
  readonly instructors: readonly { readonly department: number; readonly awayDay: number }[];
  readonly staffOf: readonly (readonly number[])[];
}

const roomsOfBuilding = 28;
/** Seats of the rooms of a building, in turn: one or two large halls, many small rooms. */
const capacities = [
  600, 300, 200, 120, 120, 90, 80, 60, 60, 60, 50, 50, 40, 40, 40, 30, 30, 30, 30, 25, 25, 25, 20, 20,
];
const coursesOfStudent = 5.5;
const mostSeats = 550;

/** Slots, rooms and instructors for all sections, none of them taken twice at once. */
export function planCampus(random: Random, size: EnterpriseSize, openSlots: readonly number[]): Campus {
  const departments = Math.max(1, Math.round(size.rooms / roomsOfBuilding));
  const rooms = Array.from({ length: size.rooms }, (_, index) => {
    const position = Math.floor((index * departments) / size.rooms);
    const first = Math.ceil((position * size.rooms) / departments);
    return { capacity: capacities[(index - first) % capacities.length] ?? 20, building: position };
  });
  const instructors = Array.from({ length: size.instructors }, (_, index) => ({
    department: index % departments,
    awayDay: random.chance(0.12) ? random.below(5) : -1,
  }));
  const roomsOf = invert(departments, rooms, (room) => room.building);
  const staffOf = invert(departments, instructors, (instructor) => instructor.department);
  const demands = demandOfCourses(size);
  const sectionCounts = sectionsOfCourses(demands, size.sections);
  const departmentOf = demands.map(() => random.below(departments));
  const drafts = demands.flatMap((demand, course) => {
    const count = sectionCounts[course] ?? 1;
    const seats = Math.min(mostSeats, Math.ceil((demand / count) * 1.25) + 3);
    return Array.from({ length: count }, () => ({ course, building: departmentOf[course] ?? 0, seats }));
  });
  const place = createPlacer(random, openSlots, { rooms, roomsOf, instructors, staffOf });
  const sections = drafts.map((draft) => ({ ...draft, ...place(draft.building, draft.seats) }));
  const sectionsOf = invert(demands.length, sections, (section) => section.course);
  const courses = demands.map((demand, course) => ({
    department: departmentOf[course] ?? 0,
    demand,
    sections: sectionsOf[course] ?? [],
  }));
  return { departments, courses, sections, rooms, roomsOf, instructors, staffOf };
}

/** Expected students by course: a few courses that everybody takes, and a long tail. */
function demandOfCourses({ courses, students }: EnterpriseSize): number[] {
  const stretch = 1800 / courses;
  const weights = Array.from({ length: courses }, (_, rank) => (rank * stretch + 10) ** -0.9);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * students * coursesOfStudent);
}

/** One for each, the others where many students meet few sections; large courses keep large sections nevertheless. */
function sectionsOfCourses(demands: readonly number[], sections: number): number[] {
  const counts = demands.map(() => 1);
  for (let left = sections - demands.length; left > 0; left--) {
    let most = 0;
    let neediest = 0;
    for (let course = 0; course < counts.length; course++) {
      const need = (demands[course] ?? 0) / (counts[course] ?? 1) ** 4;
      if (need > most) {
        most = need;
        neediest = course;
      }
    }
    counts[neediest] = (counts[neediest] ?? 0) + 1;
  }
  return counts;
}

type Places = Pick<Campus, 'rooms' | 'roomsOf' | 'instructors' | 'staffOf'>;

/** Finds a slot, a room with enough seats and an instructor who are all free, and takes them. */
function createPlacer(random: Random, openSlots: readonly number[], places: Places) {
  const { rooms, roomsOf, instructors, staffOf } = places;
  const slots = Math.max(...openSlots) + 1;
  const slotsOfDay = Math.ceil(slots / 5);
  const isRoomTaken = new Uint8Array(rooms.length * slots);
  const isInstructorTaken = new Uint8Array(instructors.length * slots);
  return (department: number, seats: number) => {
    const large = (roomsOf[department] ?? []).filter((room) => (rooms[room]?.capacity ?? 0) >= seats);
    const staff = staffOf[department] ?? [];
    for (let attempt = 0; attempt < 10_000; attempt++) {
      const slot = random.pick(openSlots);
      const room = random.pick(large);
      const instructor = random.pick(staff);
      if (isRoomTaken[room * slots + slot] || isInstructorTaken[instructor * slots + slot]) continue;
      if (instructors[instructor]?.awayDay === Math.floor(slot / slotsOfDay)) continue;
      isRoomTaken[room * slots + slot] = 1;
      isInstructorTaken[instructor * slots + slot] = 1;
      return { slot, room, instructor };
    }
    throw new Error(`No place is free in building ${department} for ${seats} students`);
  };
}

function invert<Item>(length: number, items: readonly Item[], keyOf: (item: Item) => number): number[][] {
  const lists = Array.from({ length }, (): number[] => []);
  for (const [index, item] of items.entries()) lists[keyOf(item)]?.push(index);
  return lists;
}
