import type { XmlElement } from '../xml/xml.ts';
import { dayId, type FetContext, type RuleDraft } from './context.ts';
import type { FetActivity } from './file.ts';
import type { FetMapping } from './people-rules.ts';

/** Tags of constraints about activities, with what they become. */
export const activityMappings: Readonly<Record<string, FetMapping>> = {
  ConstraintMinDaysBetweenActivities: (element, context) => minDaysBetween(element, context),
  ConstraintMaxDaysBetweenActivities: (element, context) =>
    together('maxDaysBetween', 'max', 'MaxDays', asOne(context.realDay))(element, context),
  ConstraintMinHalfDaysBetweenActivities: (element, context) =>
    context.realDay === 2 ? minDaysBetween(element, context, 1) : null,
  ConstraintMaxHalfDaysBetweenActivities: (element, context) =>
    context.realDay === 2 ? together('maxDaysBetween', 'max', 'MaxDays')(element, context) : null,
  ConstraintMinGapsBetweenActivities: (element, context) =>
    together('minGapBetween', 'gap', 'MinGaps')(element, context),
  ConstraintActivitiesSameStartingTime: (element, context) => [
    ...(together('sameDays')(element, context) ?? []),
    ...(together('sameStart')(element, context) ?? []),
  ],
  ConstraintActivitiesSameStartingDay: together('sameDays'),
  ConstraintActivitiesSameStartingHour: together('sameStart'),
  ConstraintActivitiesNotOverlapping: together('notOverlap'),
  ConstraintTwoActivitiesConsecutive: inOrder('consecutive'),
  ConstraintTwoActivitiesGrouped: inOrder('grouped'),
  ConstraintTwoActivitiesOrdered: inOrder('precedence'),
  ConstraintActivityPreferredStartingTime: preferredStart,
  ConstraintActivityPreferredDay: preferredStart,
  ConstraintActivityPreferredStartingTimes: (element, context) =>
    preferred(oneActivity(element, context), 'Preferred_Starting_Time', false, element, context),
  ConstraintActivitiesPreferredStartingTimes: (element, context) =>
    preferred(context.filtered(element), 'Preferred_Starting_Time', false, element, context),
  ConstraintSubactivitiesPreferredStartingTimes: (element, context) =>
    preferred(components(element, context), 'Preferred_Starting_Time', false, element, context),
  ConstraintActivityPreferredTimeSlots: (element, context) =>
    preferred(oneActivity(element, context), 'Preferred_Time_Slot', true, element, context),
  ConstraintActivitiesPreferredTimeSlots: (element, context) =>
    preferred(context.filtered(element), 'Preferred_Time_Slot', true, element, context),
  ConstraintActivitiesMaxSimultaneousInSelectedTimeSlots: selected('maxSimultaneous', {
    max: 'Max_Number_of_Simultaneous_Activities',
  }),
  ConstraintActivitiesMinSimultaneousInSelectedTimeSlots: (element, context) => {
    const { fields } = context;
    const min = fields.whole(element, 0, 'Min_Number_of_Simultaneous_Activities');
    const empty = fields.truth(element, false, 'Allow_Empty_Slots');
    const slots = context.slots(element, 'Selected_Time_Slot');
    // Without a limit even empty slots are right.
    if (min === null || min === 0 || slots.length === 0) return [];
    return about(context.activityIds(element), 'minSimultaneous', { min, empty, slots });
  },
  ConstraintActivitiesOccupyMaxTimeSlotsFromSelection: selected('slotUse', {
    max: 'Max_Number_of_Occupied_Time_Slots',
  }),
  ConstraintActivitiesOccupyMinTimeSlotsFromSelection: selected('slotUse', {
    min: 'Min_Number_of_Occupied_Time_Slots',
  }),
  ConstraintActivityBeginsStudentsDay: (element, context) => atEdge(oneActivity(element, context), false),
  ConstraintActivitiesBeginStudentsDay: (element, context) => atEdge(context.filtered(element), false),
  ConstraintActivityEndsStudentsDay: (element, context) => atEdge(oneActivity(element, context), true),
  ConstraintActivitiesEndStudentsDay: (element, context) => atEdge(context.filtered(element), true),
  ConstraintSubactivitiesPreferredTimeSlots: (element, context) =>
    preferred(components(element, context), 'Preferred_Time_Slot', true, element, context),
};

/** The parameter for days that count as one, where there are any. */
export function asOne(days: number): Readonly<Record<string, unknown>> {
  return days === 1 ? {} : { daysAsOne: days };
}

/** Drafts about these activities; none when all of them are inactive. */
export function about(
  ids: readonly string[],
  kind: string,
  params: Readonly<Record<string, unknown>> = {},
): RuleDraft[] {
  return ids.length === 0 ? [] : [{ kind, scope: { of: 'events', ids }, params }];
}

/** A rule about the activities listed, with a number of the constraint as its parameter if it has one. */
function together(
  kind: string,
  param?: string,
  field?: string,
  more: Readonly<Record<string, unknown>> = {},
): FetMapping {
  return (element, context) => {
    const ids = context.activityIds(element);
    const params: Record<string, unknown> = { ...more };
    if (param !== undefined && field !== undefined) params[param] = context.fields.whole(element, 0, field);
    return ids.length < 2 ? [] : about(ids, kind, params);
  };
}

/** A rule about the activities listed and the slots selected. Without a selected slot nothing is asked for. */
function selected(kind: string, { min, max }: { readonly min?: string; readonly max?: string }): FetMapping {
  return (element, context) => {
    const { fields } = context;
    const slots = context.slots(element, 'Selected_Time_Slot');
    const count = slots.reduce((sum, entry) => sum + entry.slots.length, 0);
    const least = min === undefined ? null : fields.whole(element, 0, min);
    const most = max === undefined ? null : fields.whole(element, 0, max);
    const limits = kind === 'slotUse' ? { min: least ?? 0, max: most ?? count } : { max: most };
    if (least !== null && least > count) return null;
    return count === 0 ? [] : about(context.activityIds(element), kind, { ...limits, slots });
  };
}

function inOrder(kind: string): FetMapping {
  return (element, context) => {
    const first = context.activity(context.fields.required(element, 'First_Activity_Id'), element);
    const second = context.activity(context.fields.required(element, 'Second_Activity_Id'), element);
    return first === null || second === null ? [] : about([first.id, second.id], kind);
  };
}

/**
 * Days apart with the constraint's percentage. That activities on one day follow each other when the constraint says so
 * is no matter of percentage: FET never places them otherwise, and no break may lie between.
 */
function minDaysBetween(element: XmlElement, context: FetContext, realDay = context.realDay): readonly RuleDraft[] {
  const ids = context.activityIds(element);
  const min = context.fields.whole(element, 0, 'MinDays');
  const adjacent = context.fields.truth(element, false, 'Consecutive_If_Same_Day');
  if (ids.length < 2 || min === null) return [];
  return [
    ...(min > 0 ? about(ids, 'minDaysBetween', { min, ...asOne(realDay) }) : []),
    ...(adjacent
      ? about(ids, 'minDaysBetween', { min: 0, adjacent: true, overBreaks: false, ...asOne(realDay) }).map((draft) => ({
          ...draft,
          always: true,
        }))
      : []),
  ];
}

function oneActivity(element: XmlElement, context: FetContext): readonly FetActivity[] {
  const activity = context.activity(context.fields.required(element, 'Activity_Id'), element);
  return activity === null ? [] : [activity];
}

/** The n-th parts of split activities: FET numbers the parts of one on from the id that its group has. */
function components(element: XmlElement, context: FetContext): readonly FetActivity[] {
  const component = context.fields.whole(element, 1, 'Component_Number');
  return context
    .filtered(element)
    .filter(({ groupNumber, number }) => component === (groupNumber === 0 ? 1 : number - groupNumber + 1));
}

function preferred(
  activities: readonly FetActivity[],
  entries: string,
  wholly: boolean,
  element: XmlElement,
  context: FetContext,
): readonly RuleDraft[] {
  const slots = context.slots(element, entries);
  return about(
    activities.map((activity) => activity.id),
    'preferredTime',
    { slots, wholly },
  );
}

/** Activities that are the first, or the last, of the day for their students. */
function atEdge(activities: readonly FetActivity[], ends: boolean): readonly RuleDraft[] {
  const ids = activities.map((activity) => activity.id);
  return about(ids, 'beginsOrEndsDay', { ends });
}

/** One starting time, where the day or the hour may be left open. */
function preferredStart(element: XmlElement, context: FetContext): readonly RuleDraft[] {
  const start = startOf(element, context);
  return start === null ? [] : about([start.activity.id], 'preferredTime', { slots: start.slots, wholly: false });
}

/** The activity of a preferred starting time with its slots; null when it is inactive or the time is unknown. */
export function startOf(element: XmlElement, context: FetContext) {
  const { fields, file } = context;
  const activity = context.activity(fields.required(element, 'Activity_Id'), element);
  const dayName = fields.optional(element, 'Preferred_Day', 'Day') ?? '';
  const hourName = fields.optional(element, 'Preferred_Hour', 'Hour') ?? '';
  const day = context.day(dayName, element);
  const hour = context.hour(hourName, element);
  if (activity === null || (day === null && dayName !== '') || (hour === null && hourName !== '')) return null;
  const days = day === null ? file.days.keys() : [day];
  const hours = hour === null ? [...file.hours.keys()] : [hour];
  return {
    activity,
    slots: [...days].map((index) => ({ day: dayId(index), slots: hours })),
    /** Id of the meeting time when nothing is left open. */
    timeId: day === null || hour === null ? null : `${dayId(day)}@${hour}`,
  };
}
