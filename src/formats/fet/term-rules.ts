import type { XmlElement } from '../xml/xml.ts';
import { about } from './activity-rules.ts';
import { dayId, type FetContext, type RuleDraft } from './context.ts';
import type { FetActivity } from './file.ts';
import type { FetMapping } from './people-rules.ts';

/** Constraints on terms: the days of a file are those of all terms, so many of each. */
export const termMappings: Readonly<Record<string, FetMapping>> = {
  ConstraintActivitiesOccupyMaxTerms: inTerms((element, context, ids) => {
    const max = context.fields.whole(element, 1, 'Max_Number_of_Occupied_Terms');
    if (max === null) return null;
    const { daysAsOne } = context.file.mode;
    if (ids.length <= max || termsOf(context).length <= max) return [];
    // Of pairs, which are found faster: all of them in one term.
    return max === 1
      ? about(ids, 'maxDaysBetween', { max: 0, daysAsOne })
      : about(ids, 'maxDaysOfEvents', { max, daysAsOne });
  }),
  ConstraintActivitiesMaxInATerm: inTerms((element, context, ids) => {
    const max = context.fields.whole(element, 0, 'Max_Number_of_Activities_in_A_Term');
    if (max === null || max === 0) return null;
    if (ids.length <= max) return [];
    if (max === 1) return about(ids, 'minDaysBetween', { min: 1, daysAsOne: context.file.mode.daysAsOne });
    const activities = context.activities.filter(({ id }) => ids.includes(id));
    const [duration = 1] = activities.map((activity) => activity.duration);
    // Where they never overlap and last equally long, their slots count them.
    const isCounted =
      activities.every((activity) => activity.duration === duration) && haveSomebodyInCommon(activities, context);
    if (!isCounted) return null;
    return termsOf(context).flatMap((slots) => about(ids, 'slotUse', { min: 0, max: max * duration, slots }));
  }),
  ConstraintMaxTermsBetweenActivities: inTerms((element, context, ids) => {
    const max = context.fields.whole(element, 0, 'MaxTerms');
    if (max === null) return null;
    return about(ids, 'maxDaysBetween', { max, daysAsOne: context.file.mode.daysAsOne });
  }),
};

function inTerms(
  mapping: (element: XmlElement, context: FetContext, ids: readonly string[]) => readonly RuleDraft[] | null,
): FetMapping {
  return (element, context) => {
    if (context.file.mode.name !== 'Terms') return null;
    const ids = context.activityIds(element);
    return ids.length < 2 ? [] : mapping(element, context, ids);
  };
}

/** The slots of each term. */
function termsOf({ file }: FetContext) {
  const { daysAsOne } = file.mode;
  const hours = [...file.hours.keys()];
  const days = [...file.days.keys()];
  return days
    .filter((day) => day % daysAsOne === 0)
    .map((first) => days.slice(first, first + daysAsOne).map((day) => ({ day: dayId(day), slots: hours })));
}

/** True when one teacher, or one smallest set of students, has all of them. */
function haveSomebodyInCommon(activities: readonly FetActivity[], { students }: FetContext): boolean {
  const everywhere = (of: (activity: FetActivity) => ReadonlySet<string>) => {
    const [first, ...others] = activities.map(of);
    return first !== undefined && [...first].some((name) => others.every((names) => names.has(name)));
  };
  return (
    everywhere(({ teachers }) => new Set(teachers)) ||
    everywhere((activity) => new Set(activity.students.flatMap((set) => [...students.membersOf(set)])))
  );
}
