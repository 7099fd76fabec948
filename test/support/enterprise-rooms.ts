import type { Random } from '../../src/domain/random.ts';
import type { DraftSection } from './enterprise-campus.ts';
import type { EnterpriseSize } from './enterprise-problem.ts';

/** Rooms that stand in for each other, by ascending capacity, and the sections they are for, the largest first. */
export interface RoomPool {
  readonly rooms: readonly number[];
  readonly sections: readonly number[];
}

export interface PlannedRooms {
  readonly rooms: readonly { readonly capacity: number; readonly building: number }[];
  readonly pools: readonly RoomPool[];
}

const roomsOfDepartment = 28;
const departmentsOfArea = 5;
/**
 * Share of the slots of a pool's rooms that its sections take: what is planned when the pool is built, and the most. It
 * holds for the rooms above any size as well, so that neither the halls nor the small rooms are empty.
 */
const plannedUse = 0.68;
const mostUse = 0.76;
/** Sections up to so many seats may need a computer laboratory of the area, or a special room of their department. */
const seatsOfLaboratory = 40;
const laboratoryShare = 0.22;
const seatsOfSpecialRoom = 25;
const specialShare = 0.2;
/** Special rooms that one such section can use. */
const specialChoice = 4;
const specialCapacities = [6, 8, 8, 10, 12, 12, 16, 20, 25, 30];

/** Departments of a university: each has its own staff, building, students and special rooms. */
export function departmentsOf({ rooms }: EnterpriseSize): number {
  return Math.max(1, Math.round(rooms / roomsOfDepartment));
}

/**
 * Rooms for the sections: in each area of the campus a few lecture rooms and computer laboratories, as large as its
 * sections need and busy most of the week. Most rooms are small or special ones of a department, of which each is good
 * for few sections.
 */
export function planRooms(
  random: Random,
  size: EnterpriseSize,
  drafts: readonly DraftSection[],
  openSlots: number,
): PlannedRooms {
  const departments = departmentsOf(size);
  const areas = Math.max(1, Math.round(departments / departmentsOfArea));
  const areaOf = (department: number) => Math.floor((department * areas) / departments);
  const lectures = Array.from({ length: areas }, (): number[] => []);
  const laboratories = Array.from({ length: areas }, (): number[] => []);
  const special: number[] = [];
  for (const [index, { department, seats }] of drafts.entries()) {
    if (seats <= seatsOfLaboratory && random.chance(laboratoryShare)) laboratories[areaOf(department)]?.push(index);
    else if (seats <= seatsOfSpecialRoom && random.chance(specialShare)) special.push(index);
    else lectures[areaOf(department)]?.push(index);
  }
  const rooms: { capacity: number; building: number }[] = [];
  const pools: RoomPool[] = [];
  for (const kind of [lectures, laboratories]) {
    for (const [area, sections] of kind.entries()) {
      const capacities = capacitiesFor(sections, drafts, openSlots);
      const building = Math.ceil((area * departments) / areas);
      const own = capacities.map((_, index) => rooms.length + index);
      for (const capacity of capacities) rooms.push({ capacity, building });
      pools.push({ rooms: own, sections: bySeats(sections, drafts) });
    }
  }
  const firstSpecial = rooms.length;
  for (let index = firstSpecial; index < size.rooms; index++) {
    const capacity =
      specialCapacities[Math.floor((index - firstSpecial) / departments) % specialCapacities.length] ?? 6;
    rooms.push({ capacity, building: (index - firstSpecial) % departments });
  }
  if (rooms.length > size.rooms) throw new Error('There are too few rooms for the sections');
  for (const section of special) pools.push(specialPool(random, section, drafts, { rooms, firstSpecial, departments }));
  return { rooms, pools };
}

/**
 * Seats of the rooms of a pool, ascending: the k-th largest room seats the largest section of those that are left when
 * the k − 1 larger rooms are as busy as planned.
 */
function capacitiesFor(sections: readonly number[], drafts: readonly DraftSection[], openSlots: number): number[] {
  const count = sections.length;
  const least = Math.ceil(count / (openSlots * mostUse));
  const rooms = Math.max(least, Math.round(count / (openSlots * plannedUse)));
  const seats = bySeats(sections, drafts).map((section) => drafts[section]?.seats ?? 0);
  const capacities = Array.from({ length: rooms }, (_, index) => {
    const largest = seats[Math.floor((index * count) / rooms)] ?? 0;
    const step = largest > 100 ? 20 : 5;
    return Math.ceil(largest / step) * step;
  });
  return capacities.reverse();
}

function bySeats(sections: readonly number[], drafts: readonly DraftSection[]): number[] {
  return [...sections].sort((a, b) => (drafts[b]?.seats ?? 0) - (drafts[a]?.seats ?? 0) || a - b);
}

/** A few special rooms of the department that are large enough, for one section; all that are there if they are few. */
function specialPool(
  random: Random,
  section: number,
  drafts: readonly DraftSection[],
  { rooms, firstSpecial, departments }: Pick<PlannedRooms, 'rooms'> & { firstSpecial: number; departments: number },
): RoomPool {
  const { department = 0, seats = 0 } = drafts[section] ?? {};
  const own: number[] = [];
  for (let room = firstSpecial + department; room < rooms.length; room += departments) {
    if ((rooms[room]?.capacity ?? 0) >= seats) own.push(room);
  }
  const chosen = random.shuffled(own).slice(0, specialChoice);
  chosen.sort((a, b) => (rooms[a]?.capacity ?? 0) - (rooms[b]?.capacity ?? 0) || a - b);
  return { rooms: chosen, sections: [section] };
}
