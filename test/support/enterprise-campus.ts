import type { Random } from '../../src/domain/random.ts';
import type { EnterpriseSize } from './enterprise-problem.ts';
import { departmentsOf, planRooms, type RoomPool } from './enterprise-rooms.ts';
import { invert, type PlannedInstructor, planStaff } from './enterprise-staff.ts';

export interface PlannedCourse {
  readonly department: number;
  /** Students that will take it, about. */
  readonly demand: number;
  /** Indices of its sections. */
  readonly sections: readonly number[];
}

/** A section before it has its place. */
export interface DraftSection {
  readonly course: number;
  readonly department: number;
  readonly seats: number;
}

export interface PlannedSection extends DraftSection {
  /** Rooms that suit it, by ascending capacity: the last so many of a pool. */
  readonly rooms: readonly number[];
  /** Where it is in the planted timetable: day × slots of a day + slot, room, instructor. */
  readonly slot: number;
  readonly room: number;
  readonly instructor: number;
}

/** What there is, and the planted timetable. */
export interface Campus {
  readonly departments: number;
  readonly courses: readonly PlannedCourse[];
  readonly sections: readonly PlannedSection[];
  readonly rooms: readonly { readonly capacity: number; readonly building: number }[];
  readonly instructors: readonly PlannedInstructor[];
  readonly staffOf: readonly (readonly number[])[];
}

const coursesOfStudent = 5.5;
const mostSeats = 550;

/** Slots, rooms and instructors for all sections, none of them taken twice at once. `slotsOfDay` × 5 cells. */
export function planCampus(
  random: Random,
  size: EnterpriseSize,
  openSlots: readonly number[],
  slotsOfDay: number,
): Campus {
  const departments = departmentsOf(size);
  const demands = demandOfCourses(size);
  const sectionCounts = sectionsOfCourses(demands, size.sections);
  const departmentOf = demands.map(() => random.below(departments));
  const drafts = demands.flatMap((demand, course) => {
    const count = sectionCounts[course] ?? 1;
    const seats = Math.min(mostSeats, Math.ceil((demand / count) * 1.25) + 3);
    return Array.from(
      { length: count },
      (): DraftSection => ({ course, department: departmentOf[course] ?? 0, seats }),
    );
  });
  const { rooms, pools } = planRooms(random, size, drafts, openSlots.length);
  const { instructors, staffOf } = planStaff(random, size, departments, slotsOfDay);
  const sections = placed(random, openSlots, drafts, pools, { rooms, instructors, staffOf });
  const sectionsOf = invert(demands.length, sections, (section) => section.course);
  const courses = demands.map((demand, course) => ({
    department: departmentOf[course] ?? 0,
    demand,
    sections: sectionsOf[course] ?? [],
  }));
  return { departments, courses, sections, rooms, instructors, staffOf };
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
  const mostOfCourse = 40;
  const more = demands.flatMap((demand, course) =>
    Array.from({ length: mostOfCourse }, (_, have) => ({ course, need: demand / (have + 1) ** 4 })),
  );
  more.sort((a, b) => b.need - a.need || a.course - b.course);
  for (const { course } of more.slice(0, sections - demands.length)) counts[course] = (counts[course] ?? 0) + 1;
  return counts;
}

type Places = Pick<Campus, 'rooms' | 'instructors' | 'staffOf'>;

/** Every section in its place; those for whom there are fewest rooms come first. */
function placed(
  random: Random,
  openSlots: readonly number[],
  drafts: readonly DraftSection[],
  pools: readonly RoomPool[],
  places: Places,
): PlannedSection[] {
  const place = createPlacer(random, openSlots, places);
  const sections: PlannedSection[] = [];
  for (const pool of pools) {
    for (const index of pool.sections) {
      const draft = drafts[index];
      if (draft === undefined) continue;
      const rooms = pool.rooms.filter((room) => (places.rooms[room]?.capacity ?? 0) >= draft.seats);
      sections[index] = { ...draft, rooms, ...place(draft.department, rooms) };
    }
  }
  return sections;
}

/** Finds a slot, a room and an instructor who are all free, and takes them. */
function createPlacer(random: Random, openSlots: readonly number[], { rooms, instructors, staffOf }: Places) {
  const slots = Math.max(...openSlots) + 1;
  const isRoomTaken = new Uint8Array(rooms.length * slots);
  const isInstructorTaken = new Uint8Array(instructors.length * slots);
  return (department: number, suitable: readonly number[]) => {
    const staff = staffOf[department] ?? [];
    for (let attempt = 0; attempt < 10_000; attempt++) {
      const slot = random.pick(openSlots);
      const room = random.pick(suitable);
      // a few teach much, most little
      const instructor = staff[Math.min(random.below(staff.length), random.below(staff.length))] ?? 0;
      if (isRoomTaken[room * slots + slot] || isInstructorTaken[instructor * slots + slot]) continue;
      if (instructors[instructor]?.away.has(slot)) continue;
      isRoomTaken[room * slots + slot] = 1;
      isInstructorTaken[instructor * slots + slot] = 1;
      return { slot, room, instructor };
    }
    throw new Error(`No place is free in ${suitable.length} rooms for department ${department}`);
  };
}
