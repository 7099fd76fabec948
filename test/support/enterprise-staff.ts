import type { Random } from '../../src/domain/random.ts';
import type { EnterpriseSize } from './enterprise-problem.ts';

export interface PlannedInstructor {
  readonly department: number;
  /** Cells, day × slots of a day + slot, in which the instructor never teaches. */
  readonly away: ReadonlySet<number>;
}

const days = 5;
/** Shares of those who are away on one day, on three days, and for half of each day. */
const dayOffShare = 0.12;
const partTimeShare = 0.18;
const halfDayShare = 0.1;

/** Who teaches in which department, and when not. */
export function planStaff(
  random: Random,
  { instructors: count }: EnterpriseSize,
  departments: number,
  slotsOfDay: number,
) {
  const instructors = Array.from({ length: count }, (_, index) => ({
    department: index % departments,
    away: new Set(awayCells(random, slotsOfDay)),
  }));
  const staffOf = invert(departments, instructors, (instructor) => instructor.department);
  return { instructors, staffOf };
}

function awayCells(random: Random, slotsOfDay: number): number[] {
  const draw = random.below(1000) / 1000;
  const daysOff = draw < dayOffShare ? 1 : draw < dayOffShare + partTimeShare ? 3 : 0;
  const allDays = Array.from({ length: days }, (_, day) => day);
  const cells = (ofDays: readonly number[], first: number, end: number) =>
    ofDays.flatMap((day) => Array.from({ length: end - first }, (_, slot) => day * slotsOfDay + first + slot));
  if (daysOff > 0) return cells(random.shuffled(allDays).slice(0, daysOff), 0, slotsOfDay);
  if (draw >= dayOffShare + partTimeShare + halfDayShare) return [];
  const middle = slotsOfDay / 2;
  return random.chance(0.5) ? cells(allDays, 0, middle) : cells(allDays, middle, slotsOfDay);
}

export function invert<Item>(length: number, items: readonly Item[], keyOf: (item: Item) => number): number[][] {
  const lists = Array.from({ length }, (): number[] => []);
  for (const [index, item] of items.entries()) lists[keyOf(item)]?.push(index);
  return lists;
}
