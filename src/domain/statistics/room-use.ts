import { bitCount } from '../constraints/masks.ts';
import { isSelected } from '../constraints/slot-selection.ts';
import { unavailableMasks } from '../day-view.ts';
import type { Occupancy, PlacedEvent } from '../evaluation/occupancy.ts';
import type { Problem } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { type Load, slotMinutes, unavailableSelections, weekShares } from './loads.ts';

export interface RoomUse {
  readonly load: Load;
  /** Minutes a week in which it is open: no break, not closed, not unavailable. Mean of the weeks. */
  readonly openMinutes: number;
  /** Busy minutes by open ones, 0 when it is never open; above 1 where it is used outside its open hours. */
  readonly timeShare: number;
  /** Attendees by seats while it is used, weighted by time; 0 when it is not used or has no seats. */
  readonly seatShare: number;
}

/** How much of their time and of their seats rooms are used, a step each; `loads` are those of rooms. */
export function* roomUseSteps(
  problem: Problem,
  occupancy: Occupancy,
  loads: readonly Load[],
): Steps<readonly RoomUse[]> {
  const openMinutes = openMinutesOf(problem);
  const rooms: RoomUse[] = [];
  for (const load of loads) {
    yield;
    const open = openMinutes(load.resource);
    rooms.push({
      load,
      openMinutes: open,
      timeShare: open === 0 ? 0 : load.average.minutes / open,
      seatShare: seatShareOf(problem, occupancy, load),
    });
  }
  return rooms;
}

/** Students in an event: those sectioned into it where students choose, else its size. */
export function attendeesOf({ attendance }: Occupancy, { event }: PlacedEvent): number {
  return Math.max(event.size, attendance[event.index]?.length ?? 0);
}

/** An event in several rooms fills each of them alike. */
function seatShareOf(problem: Problem, occupancy: Occupancy, { resource, ref }: Load): number {
  const seatsOf = (room: number) => problem.rooms[room]?.capacity ?? 0;
  let taken = 0;
  let offered = 0;
  for (const item of occupancy.occupants[resource] ?? []) {
    const time = item.time.length * item.time.days.length * item.time.weeks.length;
    const seats = item.rooms.reduce((sum, room) => sum + seatsOf(room), 0);
    const own = seatsOf(ref);
    offered += own * time;
    if (seats > 0) taken += ((attendeesOf(occupancy, item) * own) / seats) * time;
  }
  return offered === 0 ? 0 : taken / offered;
}

function openMinutesOf(problem: Problem): (resource: number) => number {
  const lengths = slotMinutes(problem);
  const { dayCount, slotCount, breakMaskOfDay, closedMaskOfDay, cellsAreSlots } = problem.axis;
  const days = Array.from({ length: dayCount }, (_, day) => day);
  if (cellsAreSlots) {
    const whole = (1 << slotCount) - 1;
    const masks = unavailableMasks(problem).any;
    const minutesByMask = new Map<number, number>();
    const minutesOf = (mask: number) => {
      let known = minutesByMask.get(mask);
      if (known === undefined) {
        known = lengths.reduce((sum, minutes, slot) => sum + ((mask >>> slot) & 1) * minutes, 0);
        minutesByMask.set(mask, known);
      }
      return known;
    };
    return (resource) =>
      days.reduce((sum, day) => {
        const shut = (breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0) | (masks[resource]?.[day] ?? 0);
        return sum + (bitCount(shut) === slotCount ? 0 : minutesOf(whole & ~shut));
      }, 0);
  }
  const away = unavailableSelections(problem);
  const whole = lengths.reduce((sum, minutes) => sum + minutes, 0) * dayCount;
  const share = weekShares(problem);
  return (resource) => {
    const selections = away.get(resource);
    if (selections === undefined) return whole;
    let open = 0;
    share.forEach((part, weekClass) => {
      for (const day of days) {
        lengths.forEach((minutes, slot) => {
          const shut = selections.some((slots) => isSelected(problem, slots, weekClass * dayCount + day, slot));
          if (!shut) open += part * minutes;
        });
      }
    });
    return open;
  };
}
