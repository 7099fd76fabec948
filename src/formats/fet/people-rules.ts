import type { XmlElement } from '../xml/xml.ts';
import { asOne } from './activity-rules.ts';
import type { FetContext, RuleDraft } from './context.ts';

/** Drafts of a constraint; null when nothing here can express it. */
export type FetMapping = (element: XmlElement, context: FetContext) => readonly RuleDraft[] | null;

export type People = 'Teacher' | 'Teachers' | 'Students' | 'StudentsSet';

/** Whom limits are about, as their tags say. */
export const allPeople: readonly People[] = ['Teacher', 'Teachers', 'Students', 'StudentsSet'];

/** What a limit asks for: kind and parameters; null when it cannot be expressed. */
export type Limit = (
  element: XmlElement,
  context: FetContext,
) => { readonly kind: string; readonly params: Readonly<Record<string, unknown>> } | null;

/** Limits by the end of the tag, for teachers and students alike: ConstraintTeacherMaxDaysPerWeek and so on. */
const limits: Readonly<Record<string, Limit>> = {
  MaxGapsPerDay: atMost('maxGapsPerDay', 'Max_Gaps', 'Maximum_Gaps'),
  MaxGapsPerWeek: atMost('maxGapsPerWeek', 'Max_Gaps', 'Maximum_Gaps'),
  MaxHoursDaily: atMost('maxLoadPerDay', 'Maximum_Hours_Daily', 'Max_Hours_Daily'),
  MaxHoursContinuously: atMost('maxConsecutive', 'Maximum_Hours_Continuously', 'Max_Hours_Continuously'),
  MaxDaysPerWeek: atMost('maxDays', 'Max_Days_Per_Week', 'Maximum_Days_Per_Week'),
  MinDaysPerWeek: atLeast('minDays', 'Minimum_Days_Per_Week', 'Min_Days_Per_Week'),
  MinHoursDaily: (element, context) => {
    const min = context.fields.whole(element, 0, 'Minimum_Hours_Daily', 'Min_Hours_Daily');
    const emptyDays = !context.fields.truth(element, true, 'Allow_Empty_Days');
    return min === null || min === 0 ? null : { kind: 'minLoadPerDay', params: { min, emptyDays } };
  },
  MaxSpanPerDay: (element, context) => {
    if (context.fields.truth(element, false, 'Allow_One_Day_Exception_of_Plus_One')) return null;
    return atMost('maxSpan', 'Max_Span', 'Maximum_Span')(element, context);
  },
  MaxBuildingChangesPerDay: changes(false, 'Building', 'Day'),
  MaxBuildingChangesPerWeek: changes(false, 'Building', 'Week'),
  MaxRoomChangesPerDay: changes(true, 'Room', 'Day'),
  MaxRoomChangesPerWeek: changes(true, 'Room', 'Week'),
  MinGapsBetweenBuildingChanges: gapAtChange(false, 'Min_Gaps_Between_Building_Changes'),
  MinGapsBetweenRoomChanges: gapAtChange(true, 'Min_Gaps_Between_Room_Changes'),
  MinRestingHours: (element, context) => {
    const slots = context.fields.whole(element, 0, 'Minimum_Resting_Hours');
    const circular = context.fields.truth(element, false, 'Circular');
    // It is not known in the mode of half days, which has one of its own.
    return slots === null || slots === 0 || context.realDay !== 1
      ? null
      : { kind: 'minFreeSlotsOvernight', params: { slots, circular } };
  },
  IntervalMaxDaysPerWeek: (element, context) => {
    const { fields } = context;
    const max = fields.whole(element, 0, 'Max_Days_Per_Week', 'Maximum_Days_Per_Week');
    const from = context.hour(fields.required(element, 'Interval_Start_Hour'), element);
    // An empty end, or one that is no hour, is the end of the day.
    const endName = fields.optional(element, 'Interval_End_Hour') ?? '';
    const to = endName === '' ? context.file.hours.length : context.hour(endName, element);
    if (max === null || from === null || to === null || from >= to) return null;
    return { kind: 'maxDaysInInterval', params: { interval: { from, to }, max } };
  },
};

/** Some days may begin at the second hour, none later: the hours that a set does not have do not count. */
function earlyStart(people: People, element: XmlElement, context: FetContext): readonly RuleDraft[] | null {
  const scope = scopeOf(people, element, context);
  const max = context.fields.whole(element, 0, 'Max_Beginnings_At_Second_Hour');
  if (scope === null || max === null) return null;
  const first = { kind: 'earlyStart', scope, params: { max, within: 1 } };
  return max === 0 ? [first] : [first, { ...first, params: { max: 0, within: 2 } }];
}

/** Tags of constraints about teachers and students, with what they become. */
export const peopleMappings: Readonly<Record<string, FetMapping>> = {
  ...Object.fromEntries(
    allPeople.flatMap((people) =>
      Object.entries(limits).map(([ending, limit]) => [
        `Constraint${people}${ending}`,
        (element: XmlElement, context: FetContext) => limited(people, limit, element, context),
      ]),
    ),
  ),
  ConstraintStudentsEarlyMaxBeginningsAtSecondHour: (element, context) => earlyStart('Students', element, context),
  ConstraintStudentsSetEarlyMaxBeginningsAtSecondHour: (element, context) =>
    earlyStart('StudentsSet', element, context),
  ConstraintTeacherNotAvailableTimes: (element, context) => unavailable('Teacher', element, context),
  ConstraintStudentsSetNotAvailableTimes: (element, context) => unavailable('StudentsSet', element, context),
};

function atMost(kind: string, ...fields: readonly string[]): Limit {
  return (element, context) => {
    const max = context.fields.whole(element, 0, ...fields);
    return max === null ? null : { kind, params: { max } };
  };
}

function atLeast(kind: string, ...fields: readonly string[]): Limit {
  return (element, context) => {
    const min = context.fields.whole(element, 0, ...fields);
    return min === null ? null : { kind, params: { min } };
  };
}

/** Also of real days, where those of the file are halves of them. */
export function changes(rooms: boolean, of: 'Building' | 'Room', per: 'Day' | 'Week', daysAsOne = 1): Limit {
  return (element, context) => {
    const max = context.fields.whole(element, 0, `Max_${of}_Changes_Per_${per}`);
    const params = {
      max,
      ...(rooms ? { rooms } : {}),
      ...(per === 'Week' ? { perWeek: true } : {}),
      ...asOne(daysAsOne),
    };
    return max === null ? null : { kind: 'maxBuildingChanges', params };
  };
}

function gapAtChange(rooms: boolean, field: string): Limit {
  return (element, context) => {
    const gap = context.fields.whole(element, 0, field);
    return gap === null || gap === 0 ? null : { kind: 'minGapAtChange', params: { gap, ...(rooms ? { rooms } : {}) } };
  };
}

export function limited(
  people: People,
  limit: Limit,
  element: XmlElement,
  context: FetContext,
): readonly RuleDraft[] | null {
  const scope = scopeOf(people, element, context);
  const found = limit(element, context);
  return scope === null || found === null ? null : [{ scope, ...found }];
}

export function scopeOf(people: People, element: XmlElement, context: FetContext): RuleDraft['scope'] | null {
  if (people === 'Teachers') return { of: 'instructors' };
  if (people === 'Students') return { of: 'groups' };
  if (people === 'Teacher') {
    const name = context.fields.required(element, 'Teacher_Name', 'Teacher');
    return context.known('teacher', name, element) === null ? null : { of: 'instructors', ids: [name] };
  }
  const name = context.fields.required(element, 'Students', 'Students_Name');
  return context.knownStudents(name, element) === null ? null : { of: 'groups', ids: context.students.groupIds(name) };
}

function unavailable(people: People, element: XmlElement, context: FetContext): readonly RuleDraft[] | null {
  const scope = scopeOf(people, element, context);
  const slots = context.slots(element, 'Not_Available_Time');
  return scope === null ? null : [{ kind: 'unavailable', scope, params: { slots } }];
}

/** Break times: the slots with the days on which they are breaks. */
export function breaksOf(element: XmlElement, context: FetContext): Map<number, string[]> {
  const daysOf = new Map<number, string[]>();
  for (const { day, slots } of context.slots(element, 'Break_Time')) {
    for (const slot of slots) daysOf.set(slot, [...(daysOf.get(slot) ?? []), day]);
  }
  return daysOf;
}
