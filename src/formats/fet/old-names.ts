import { childOf, type XmlElement } from '../xml/xml.ts';

/** Tags of the first versions of FET 5 and before, with those that FET gives them today; their fields are the same. */
const renamed: Readonly<Record<string, string>> = {
  Constraint2ActivitiesConsecutive: 'ConstraintTwoActivitiesConsecutive',
  Constraint2ActivitiesGrouped: 'ConstraintTwoActivitiesGrouped',
  Constraint2ActivitiesOrdered: 'ConstraintTwoActivitiesOrdered',
  Constraint3ActivitiesGrouped: 'ConstraintThreeActivitiesGrouped',
  ConstraintActivityEndsDay: 'ConstraintActivityEndsStudentsDay',
  ConstraintActivityPreferredTime: 'ConstraintActivityPreferredStartingTime',
  ConstraintMinNDaysBetweenActivities: 'ConstraintMinDaysBetweenActivities',
  ConstraintSubjectSubjectTagPreferredRoom: 'ConstraintSubjectActivityTagPreferredRoom',
  ConstraintSubjectSubjectTagPreferredRooms: 'ConstraintSubjectActivityTagPreferredRooms',
};

/** Fields that only had another name. */
const renamedFields: Readonly<Record<string, string>> = {
  Adjacent_If_Broken: 'Consecutive_If_Same_Day',
  Subject_Tag: 'Activity_Tag',
  Subject_Tag_Name: 'Activity_Tag_Name',
  Preferred_Time: 'Preferred_Starting_Time',
};

/** Lists of slots of which an old constraint named one stretch of a day. */
const stretches: Readonly<Record<string, readonly [tag: string, entry: string]>> = {
  ConstraintBreak: ['ConstraintBreakTimes', 'Break_Time'],
  ConstraintTeacherNotAvailable: ['ConstraintTeacherNotAvailableTimes', 'Not_Available_Time'],
  ConstraintStudentsSetNotAvailable: ['ConstraintStudentsSetNotAvailableTimes', 'Not_Available_Time'],
  ConstraintRoomNotAvailable: ['ConstraintRoomNotAvailableTimes', 'Not_Available_Time'],
};

/** Constraints that had no number, because it was always 0. */
const withoutNumber: Readonly<Record<string, readonly [tag: string, field: string]>> = {
  ConstraintStudentsEarly: ['ConstraintStudentsEarlyMaxBeginningsAtSecondHour', 'Max_Beginnings_At_Second_Hour'],
  ConstraintStudentsSetEarly: ['ConstraintStudentsSetEarlyMaxBeginningsAtSecondHour', 'Max_Beginnings_At_Second_Hour'],
  ConstraintStudentsNoGaps: ['ConstraintStudentsMaxGapsPerWeek', 'Max_Gaps'],
  ConstraintStudentsSetNoGaps: ['ConstraintStudentsSetMaxGapsPerWeek', 'Max_Gaps'],
  ConstraintTeachersNoGaps: ['ConstraintTeachersMaxGapsPerWeek', 'Max_Gaps'],
};

/** A constraint in the words of today; as it is when it was never called otherwise. `hours` are the names of the file. */
export function currentConstraint(element: XmlElement, hours: readonly string[]): XmlElement {
  const { name } = element;
  // A tag such as "constructor" is no constraint.
  const of = <Value>(table: Readonly<Record<string, Value>>) => (Object.hasOwn(table, name) ? table[name] : undefined);
  const numbered = of(withoutNumber);
  if (numbered !== undefined) {
    const [tag, field] = numbered;
    return { ...element, name: tag, children: [...element.children, made(element, field, '0')] };
  }
  const stretch = of(stretches);
  if (stretch !== undefined) return { ...element, name: stretch[0], children: slotsOf(element, stretch[1], hours) };
  if (/^ConstraintActivit(?:y|ies)PreferredTimes$/.test(name)) {
    return { ...element, name: name.replace('PreferredTimes', 'PreferredStartingTimes'), children: fieldsOf(element) };
  }
  const tag = of(renamed);
  return tag === undefined ? element : { ...element, name: tag, children: fieldsOf(element) };
}

function fieldsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.map((child) => {
    const name = Object.hasOwn(renamedFields, child.name) ? renamedFields[child.name] : undefined;
    return name === undefined ? child : { ...child, name };
  });
}

/** One entry for each hour of the stretch; what was said of its day and its ends is left for the check of names. */
function slotsOf(element: XmlElement, entry: string, hours: readonly string[]): readonly XmlElement[] {
  const text = (name: string) => childOf(element, name)?.text ?? '';
  const from = hours.indexOf(text('Start_Hour'));
  const end = text('End_Hour');
  // The end of the last hour has no name.
  const to = end === '' ? hours.length : hours.indexOf(end);
  const named = from < 0 ? [text('Start_Hour')] : to < 0 ? [end] : hours.slice(from, to);
  const entries = named.map((hour) => ({
    ...made(element, entry, ''),
    children: [made(element, 'Day', text('Day')), made(element, 'Hour', hour)],
  }));
  const others = element.children.filter(({ name }) => !['Day', 'Start_Hour', 'End_Hour'].includes(name));
  return [...others.map((child) => (child.name === 'Room_Name' ? { ...child, name: 'Room' } : child)), ...entries];
}

function made({ line, start, end }: XmlElement, name: string, text: string): XmlElement {
  return { name, attributes: {}, children: [], text, line, start, end };
}
