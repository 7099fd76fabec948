import type { Measure, MeasureContext, Violation } from '../constraints/definition.ts';
import { dayViewOf } from '../day-view.ts';
import type { Problem, Rule } from '../problem.ts';
import { weekAmountsOf } from '../week-view.ts';
import { attendances } from './attendance.ts';
import { roomChanges } from './change-drivers.ts';
import { intervalFindings, travelPairs } from './clock-drivers.ts';
import { distinctEvents, type Finding, type MeasureOf, type Params } from './findings.ts';
import type { Occupancy, PlacedEvent } from './occupancy.ts';
import { slotCounts } from './set-drivers.ts';
import { nights, weekSpreads, weekTotals } from './week-drivers.ts';

/** All violations of one rule. Each measure is asked about exactly what its term says, nothing is counted twice. */
export function ruleViolations(problem: Problem, rule: Rule, occupancy: Occupancy): Violation[] {
  // `completeParams` has checked the values against the definition's specs.
  const context = { problem, rule, params: rule.params as Params };
  return rule.definition.measures
    .flatMap((measure) => findings(measure, context, occupancy))
    .filter((finding) => finding.amount !== 0)
    .map((finding) => ({
      rule: rule.index,
      kind: rule.definition.id,
      hard: rule.hard,
      cost: rule.hard ? finding.amount : rule.weight * finding.amount,
      resource: -1,
      dayIndex: -1,
      mask: 0,
      ...finding,
    }));
}

function findings(measure: Measure<Params>, context: MeasureContext<Params>, occupancy: Occupancy): Finding[] {
  switch (measure.term) {
    case 'unaryTime':
      return placedInScope(context, occupancy).map(({ event, time }) => ({
        amount: measure.amount(event, time, context),
        events: [event.index],
      }));
    case 'unaryRoom':
      return placedInScope(context, occupancy).flatMap(({ event, rooms }) =>
        rooms.map((room) => ({
          amount: measure.amount(event, room, context),
          events: [event.index],
          resource: context.problem.resourceOfRoom[room] ?? -1,
        })),
      );
    case 'unaryInstructor':
      return placedInScope(context, occupancy).flatMap(({ event, instructors }) =>
        instructors.map((instructor) => ({
          amount: measure.amount(event, instructor, context),
          events: [event.index],
          resource: context.problem.resourceOfInstructor[instructor] ?? -1,
        })),
      );
    case 'resourceSlot':
      return resourceSlots(measure, context, occupancy);
    case 'timePair':
      return timePairs(measure, context, occupancy);
    case 'roomPair':
      return roomPairs(measure, context, occupancy);
    case 'instructorPair':
      return instructorPairs(measure, context, occupancy);
    case 'travelPair':
      return travelPairs(measure, context, occupancy);
    case 'attendance':
      return attendances(measure, context, occupancy);
    case 'intervals':
      return intervalFindings(measure, context, occupancy);
    case 'dayShape':
      return dayShapes(measure, context, occupancy);
    case 'weekShape':
      return weekShapes(measure, context, occupancy);
    case 'weekTotal':
      return weekTotals(measure, context, occupancy);
    case 'weekSpread':
      return weekSpreads(measure, context, occupancy);
    case 'overnight':
      return nights(measure, context, occupancy);
    case 'roomChanges':
      return roomChanges(measure, context, occupancy);
    case 'slotCount':
      return slotCounts(measure, context, occupancy);
    case 'setShape':
      return setShapes(measure, context, occupancy);
  }
}

function placedInScope({ rule }: MeasureContext<Params>, { placed }: Occupancy): PlacedEvent[] {
  return rule.events.flatMap((event) => placed[event] ?? []);
}

/** Per resource, event that occupies it and day: the amounts of the slots it is busy in. */
function resourceSlots(
  measure: MeasureOf<'resourceSlot'>,
  context: MeasureContext<Params>,
  { occupants }: Occupancy,
): Finding[] {
  const { cellsAreSlots } = context.problem.axis;
  return context.rule.resources.flatMap((resource) =>
    (occupants[resource] ?? []).flatMap(({ event, time }) =>
      time.spans.map(({ dayIndex }) => {
        let amount = 0;
        let mask = 0;
        for (let slot = time.start; slot < time.start + time.length; slot++) {
          const ofSlot = measure.amount(dayIndex, slot, context);
          amount += ofSlot;
          if (ofSlot !== 0 && cellsAreSlots) mask |= 1 << slot;
        }
        return { amount, events: [event.index], resource, dayIndex, mask };
      }),
    ),
  );
}

function timePairs(measure: MeasureOf<'timePair'>, context: MeasureContext<Params>, { placed }: Occupancy): Finding[] {
  const found: Finding[] = [];
  for (const { first, second, weight } of measure.pairs(context)) {
    const one = placed[first];
    const other = placed[second];
    if (!one || !other) continue;
    const amount = weight * measure.amount(one.time, other.time, context);
    if (amount !== 0) found.push({ amount, events: [first, second] });
  }
  return found;
}

function roomPairs(measure: MeasureOf<'roomPair'>, context: MeasureContext<Params>, { placed }: Occupancy): Finding[] {
  const found: Finding[] = [];
  for (const { first, second, weight } of measure.pairs(context)) {
    const one = placed[first]?.firstRoom ?? -1;
    const other = placed[second]?.firstRoom ?? -1;
    if (one < 0 || other < 0) continue;
    const amount = weight * measure.amount(one, other, context);
    if (amount !== 0) found.push({ amount, events: [first, second] });
  }
  return found;
}

function instructorPairs(
  measure: MeasureOf<'instructorPair'>,
  context: MeasureContext<Params>,
  { placed }: Occupancy,
): Finding[] {
  const found: Finding[] = [];
  for (const { first, second, weight } of measure.pairs(context)) {
    const one = placed[first]?.instructors ?? [];
    const other = placed[second]?.instructors ?? [];
    if (one.length === 0 || other.length === 0) continue;
    const common = one.filter((instructor) => other.includes(instructor)).length;
    found.push({ amount: weight * measure.amount(common, context.params), events: [first, second] });
  }
  return found;
}

function dayShapes(
  measure: MeasureOf<'dayShape'>,
  { problem, rule, params }: MeasureContext<Params>,
  { occupants, busyMasks }: Occupancy,
): Finding[] {
  const { dayCount, dayIndexCount } = problem.axis;
  const found: Finding[] = [];
  for (const resource of rule.resources) {
    const views = Array.from({ length: dayCount }, (_, day) => dayViewOf(problem, resource, day));
    for (let dayIndex = 0; dayIndex < dayIndexCount; dayIndex++) {
      const view = views[dayIndex % dayCount];
      const mask = busyMasks[resource * dayIndexCount + dayIndex] ?? 0;
      const amount = view === undefined ? 0 : measure.amount(mask, view, params);
      if (amount === 0) continue;
      const today = (occupants[resource] ?? []).filter((item) =>
        item.time.spans.some((span) => span.dayIndex === dayIndex),
      );
      found.push({ amount, events: distinctEvents(today), resource, dayIndex, mask });
    }
  }
  return found;
}

/** `dayIndex` of such a violation is the first day of its week class. */
function weekShapes(
  measure: MeasureOf<'weekShape'>,
  context: MeasureContext<Params>,
  { occupants, busyMasks }: Occupancy,
): Finding[] {
  const { dayCount, dayIndexCount, weekClassCount } = context.problem.axis;
  const found: Finding[] = [];
  for (const resource of context.rule.resources) {
    const amountOf = weekAmountsOf(context, measure, resource);
    if (amountOf === null) continue;
    for (let weekClass = 0; weekClass < weekClassCount; weekClass++) {
      let days = 0;
      for (let day = 0; day < dayCount; day++) {
        if (busyMasks[resource * dayIndexCount + weekClass * dayCount + day] !== 0) days |= 1 << day;
      }
      const amount = amountOf(days);
      const events = distinctEvents(occupants[resource] ?? []);
      if (amount !== 0) found.push({ amount, events, resource, dayIndex: weekClass * dayCount });
    }
  }
  return found;
}

function setShapes(
  measure: MeasureOf<'setShape'>,
  { rule, params }: MeasureContext<Params>,
  { occupants }: Occupancy,
): Finding[] {
  return rule.resources.map((resource) => {
    const here = occupants[resource] ?? [];
    const rooms = new Set(here.flatMap((item) => item.rooms));
    return { amount: measure.amount(rooms.size, params), events: distinctEvents(here), resource };
  });
}
