import type { MeasureContext } from '../constraints/definition.ts';
import { placesOf, roomChangeAmounts, type Stay, stayStride } from '../constraints/room-changes.ts';
import { distinctEvents, type Finding, type MeasureOf, type Params } from './findings.ts';
import type { Occupancy, PlacedEvent } from './occupancy.ts';

/** One finding for each day (or days that count as one), or one for a week whose limit is that of its sum. */
export function roomChanges(
  measure: MeasureOf<'roomChanges'>,
  { problem, rule, params }: MeasureContext<Params>,
  { occupants }: Occupancy,
): Finding[] {
  const shape = measure.shape(params);
  const places = placesOf(problem, shape.rooms);
  const { dayCount, weekClassCount, classOfWeek } = problem.axis;
  const found: Finding[] = [];
  for (const resource of rule.resources) {
    const here = [...new Set(occupants[resource])].filter(({ firstRoom }) => (places[firstRoom] ?? -1) >= 0);
    for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
      const inWeek = here.filter(({ time }) => time.weeks.some((week) => classOfWeek[week] === weekClass));
      const days: PlacedEvent[][] = [];
      for (let day = 0; day < dayCount; day += shape.daysAsOne) {
        days.push(inWeek.filter(({ time }) => time.days.some((on) => on >= day && on < day + shape.daysAsOne)));
      }
      const stays = days.map((events, block) => staysOf(events, places, block * shape.daysAsOne, shape.daysAsOne));
      const amounts = roomChangeAmounts(shape, stays);
      const first = weekClass * dayCount;
      if (shape.count === 'week') {
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const events = distinctEvents(days.flat());
        found.push({ amount: Math.max(0, total - shape.limit), events, resource, dayIndex: first, total });
      } else {
        amounts.forEach((amount, block) => {
          const events = distinctEvents(days[block] ?? []);
          found.push({ amount, events, resource, dayIndex: first + block * shape.daysAsOne });
        });
      }
    }
  }
  return found;
}

/** By their start; of those that start together, in the order of the problem. */
function staysOf(events: readonly PlacedEvent[], places: readonly number[], day: number, count: number): Stay[] {
  return events
    .flatMap(({ time, firstRoom }) =>
      time.days
        .filter((on) => on >= day && on < day + count)
        .map((on) => ({
          start: on * stayStride + time.start,
          end: on * stayStride + time.start + time.length,
          place: places[firstRoom] ?? -1,
        })),
    )
    .sort((one, other) => one.start - other.start);
}
