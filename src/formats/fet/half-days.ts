import type { SlotSelection } from '../../domain/problem-data.ts';
import type { XmlElement } from '../xml/xml.ts';
import { about } from './activity-rules.ts';
import { dayId, type FetContext, type RuleDraft } from './context.ts';
import type { FetActivity } from './file.ts';
import { allPeople, changes, type FetMapping, limited, type People, scopeOf } from './people-rules.ts';
import { hoursOf, listsOfPeople } from './person-lists.ts';
import { choicesOfRealDays, mostHalves } from './real-days.ts';
import { taggedLists } from './tag-rules.ts';

/**
 * Constraints of the mode in which the days of a file are mornings and afternoons in turn. There a "day" of the other
 * constraints is a half day, and these count mornings, afternoons and real days.
 */
type HalfDayMapping = (people: People, element: XmlElement, context: FetContext) => readonly RuleDraft[] | null;

const endings: Readonly<Record<string, HalfDayMapping>> = {
  MaxMorningsPerWeek: (people, element, context) =>
    daysIn(people, 'Max_Mornings_Per_Week', halfDays(context, 0), element, context),
  MaxAfternoonsPerWeek: (people, element, context) =>
    daysIn(people, 'Max_Afternoons_Per_Week', halfDays(context, 1), element, context),
  MorningIntervalMaxDaysPerWeek: (people, element, context) =>
    daysIn(people, 'Max_Days_Per_Week', interval(element, context, 0), element, context),
  AfternoonIntervalMaxDaysPerWeek: (people, element, context) =>
    daysIn(people, 'Max_Days_Per_Week', interval(element, context, 1), element, context),
  // Whatever number the constraint has: FET lets no gap be in any afternoon.
  MaxZeroGapsPerAfternoon: (people, element, context) => {
    const scope = scopeOf(people, element, context);
    return scope === null ? null : [{ kind: 'maxGapsPerWeek', scope, params: { max: 0, slots: halfDays(context, 1) } }];
  },
  MaxRealDaysPerWeek: (people, element, context) => {
    const max = context.fields.whole(element, 1, 'Max_Days_Per_Week', 'Maximum_Days_Per_Week');
    const scope = scopeOf(people, element, context);
    if (max === null || scope === null) return null;
    const most = Math.floor(context.file.days.length / context.realDay);
    if (max >= most) return [];
    return listsOfPeople(people, context.activities, scope.ids, context)
      .filter((list) => list.length > max)
      .flatMap((list) => about(idsOf(list), 'maxDaysOfEvents', { max, daysAsOne: context.realDay }));
  },
  MaxHoursDailyRealDays: (people, element, context) => {
    const scope = scopeOf(people, element, context);
    return scope === null
      ? null
      : hoursOfRealDays(listsOfPeople(people, context.activities, scope.ids, context), element, context);
  },
  MaxBuildingChangesPerRealDay: (people, element, context) =>
    limited(people, changes(false, 'Building', 'Day', context.realDay), element, context),
  MaxRoomChangesPerRealDay: (people, element, context) =>
    limited(people, changes(true, 'Room', 'Day', context.realDay), element, context),
  MinRestingHoursBetweenMorningAndAfternoon: (people, element, context) => {
    const slots = context.fields.whole(element, 0, 'Minimum_Resting_Hours');
    const scope = scopeOf(people, element, context);
    if (slots === null || slots === 0 || scope === null) return null;
    return [{ kind: 'minFreeSlotsOvernight', scope, params: { slots, halves: true } }];
  },
  ActivityTagMaxHoursDailyRealDays: (people, element, context) => {
    const lists = taggedLists(people, element, context);
    return lists === null ? null : hoursOfRealDays(lists, element, context);
  },
};

export const halfDayMappings: Readonly<Record<string, FetMapping>> = Object.fromEntries(
  allPeople.flatMap((people) =>
    Object.entries(endings).map(([ending, mapping]): [string, FetMapping] => [
      `Constraint${people}${ending}`,
      (element, context) => (context.realDay === 2 ? mapping(people, element, context) : null),
    ]),
  ),
);

/** Teachers who work in the morning or in the afternoon of a real day, with so many exceptions. */
export function halvesOfRealDays(context: FetContext): readonly RuleDraft[] {
  const { days, halfDayTeachers } = context.file;
  const realDays = Math.floor(days.length / 2);
  return [...new Set(halfDayTeachers.values())].sort().flatMap((exceptions) => {
    const ids = [...halfDayTeachers].filter(([, own]) => own === exceptions).map(([name]) => name);
    return choicesOfRealDays(realDays, exceptions).map((chosen) => {
      const slots = wholeDays(
        context,
        chosen.flatMap((day) => [2 * day, 2 * day + 1]),
      );
      return {
        kind: 'maxDaysInSlots',
        scope: { of: 'instructors' as const, ids },
        params: { max: mostHalves(chosen.length), slots },
      };
    });
  });
}

function daysIn(
  people: People,
  field: string,
  slots: readonly SlotSelection[] | null,
  element: XmlElement,
  context: FetContext,
): readonly RuleDraft[] | null {
  const max = context.fields.whole(element, 0, field);
  const scope = scopeOf(people, element, context);
  return max === null || scope === null || slots === null
    ? null
    : [{ kind: 'maxDaysInSlots', scope, params: { max, slots } }];
}

/** All hours of the mornings (0) or of the afternoons (1). */
function halfDays(context: FetContext, half: 0 | 1): readonly SlotSelection[] {
  const days = [...context.file.days.keys()].filter((day) => day % 2 === half);
  return wholeDays(context, days);
}

function wholeDays({ file }: FetContext, days: readonly number[]): readonly SlotSelection[] {
  return days
    .filter((day) => day < file.days.length)
    .map((day) => ({ day: dayId(day), slots: [...file.hours.keys()] }));
}

function interval(element: XmlElement, context: FetContext, half: 0 | 1): readonly SlotSelection[] | null {
  const from = context.hour(context.fields.required(element, 'Interval_Start_Hour'), element);
  const endName = context.fields.optional(element, 'Interval_End_Hour') ?? '';
  const to = endName === '' ? context.file.hours.length : context.hour(endName, element);
  if (from === null || to === null || from >= to) return null;
  return halfDays(context, half).map(({ day, slots }) => ({ day, slots: slots.slice(from, to) }));
}

/** People do one thing at a time, so the hours of a real day are the slots of its halves that their activities use. */
function hoursOfRealDays(
  lists: readonly (readonly FetActivity[])[],
  element: XmlElement,
  context: FetContext,
): readonly RuleDraft[] | null {
  const max = context.fields.whole(element, 0, 'Maximum_Hours_Daily');
  if (max === null) return null;
  const days = [...context.file.days.keys()].filter((day) => day % 2 === 0);
  return lists
    .filter((list) => hoursOf(list) > max && max < 2 * context.file.hours.length)
    .flatMap((list) =>
      days.flatMap((day) => about(idsOf(list), 'slotUse', { min: 0, max, slots: wholeDays(context, [day, day + 1]) })),
    );
}

function idsOf(activities: readonly FetActivity[]): readonly string[] {
  return activities.map(({ id }) => id);
}
