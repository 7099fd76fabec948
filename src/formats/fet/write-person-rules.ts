import type { Problem, Rule } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node } from './print.ts';
import { isSaidOfTeachers, realDaysOf } from './write-halves.ts';
import { activities, constraintNode, peopleOf, type RuleWriter, slotNodes } from './write-parts.ts';

/** Rules on what one person has, or on half days and terms, which FET asks of people by name. */
export const personRuleWriters: Readonly<Record<string, RuleWriter>> = {
  maxLoadOfEvents: (rule, names) =>
    tagged(rule, names, 'ActivityTagMaxHoursDaily', 'Maximum_Hours_Daily') ?? slotsOfEachDay(rule, names),
  maxRunOfEvents: (rule, names) =>
    tagged(rule, names, 'ActivityTagMaxHoursContinuously', 'Maximum_Hours_Continuously') ?? null,
  maxDaysOfEvents: (rule, names) => {
    const { name, daysAsOne } = names.mode;
    const max = Number(rule.params.max);
    if (rule.params.daysAsOne !== daysAsOne) return null;
    if (name === 'Terms') {
      const most = node('Max_Number_of_Occupied_Terms', max);
      return [constraintNode('ActivitiesOccupyMaxTerms', rule, [...activities(rule.events, names), most])];
    }
    if (name !== 'Mornings_Afternoons') return null;
    const person = personWith(rule.events, names, () => true);
    const most = node('Max_Days_Per_Week', max);
    return person === null ? null : [constraintNode(`${person.tag}MaxRealDaysPerWeek`, rule, [person.field, most])];
  },
  maxDaysInSlots: (rule, names) => {
    if (isSaidOfTeachers(rule, names)) return [];
    const half = wholeHalf(rule, names);
    if (half === null) return null;
    const word = ['Mornings', 'Afternoons'][half] ?? '';
    const most = node(`Max_${word}_Per_Week`, Number(rule.params.max));
    return (
      peopleOf(rule, names)?.map(({ tag, who }) => constraintNode(`${tag}Max${word}PerWeek`, rule, [...who, most])) ??
      null
    );
  },
};

/** True for the rule that comes with block planning: no hour of a set of students on two days. */
export function isBlockRule({ data, hard }: Rule, { mode }: FetNames): boolean {
  const { of, ids, tags, except } = data.scope;
  const isAboutAll = of === 'groups' && ids === undefined && tags === undefined && except === undefined;
  return mode.name === 'Block_Planning' && data.kind === 'differentTime' && hard && isAboutAll;
}

/** A limit of gaps in all afternoons, which has its own constraint; null when the rule is none. */
export function gapsOfAfternoons(rule: Rule, names: FetNames): readonly FetNode[] | null {
  if (wholeHalf(rule, names) !== 1 || rule.params.max !== 0) return null;
  return (
    peopleOf(rule, names)?.map(({ tag, who }) => constraintNode(`${tag}MaxZeroGapsPerAfternoon`, rule, who)) ?? null
  );
}

/** Which real days have the same rule on the same events, by what they have in common; made once for a project. */
const daysOfRules = new WeakMap<Problem, ReadonlyMap<string, ReadonlySet<number>>>();

function siblingKey({ data, hard, weight, params }: Rule): string {
  return JSON.stringify([data.scope, params.max, hard, weight]);
}

function siblings(names: FetNames): ReadonlyMap<string, ReadonlySet<number>> {
  const known = daysOfRules.get(names.problem);
  if (known !== undefined) return known;
  const found = new Map<string, Set<number>>();
  for (const rule of names.problem.rules) {
    const day = rule.data.kind === 'slotUse' ? realDayOf(rule, names) : null;
    if (day !== null) found.set(siblingKey(rule), (found.get(siblingKey(rule)) ?? new Set()).add(day));
  }
  daysOfRules.set(names.problem, found);
  return found;
}

/**
 * A limit of the slots that one person's events use on a real day, where there is one for each day: a single constraint,
 * with the rule on the first day. Null when it is something else.
 */
export function hoursOfRealDay(rule: Rule, names: FetNames): readonly FetNode[] | null {
  const { problem, mode } = names;
  if (mode.name !== 'Mornings_Afternoons' || rule.params.min !== 0) return null;
  const day = realDayOf(rule, names);
  const days = siblings(names).get(siblingKey(rule));
  if (day === null || days?.size !== problem.data.calendar.days.length / 2) return null;
  const person = personWith(rule.events, names, () => true);
  const most = node('Maximum_Hours_Daily', Number(rule.params.max));
  const own =
    person === null
      ? tagged(rule, names, 'ActivityTagMaxHoursDailyRealDays', 'Maximum_Hours_Daily')
      : [constraintNode(`${person.tag}MaxHoursDailyRealDays`, rule, [person.field, most])];
  return own === null || day === 0 ? own : [];
}

/** The real day of which the rule's slots are both halves; null when they are something else. */
function realDayOf(rule: Rule, names: FetNames): number | null {
  const [day, ...others] = realDaysOf(rule, names) ?? [];
  return day === undefined || others.length > 0 ? null : day;
}

/** 0 or 1 when the slots are all mornings or all afternoons. */
function wholeHalf({ params }: Rule, { mode, problem }: FetNames): 0 | 1 | null {
  if (mode.name !== 'Mornings_Afternoons') return null;
  const { days, slots } = problem.data.calendar;
  const chosen = params.slots as readonly SlotSelection[];
  const places = chosen.map(({ day }) => days.findIndex(({ id }) => id === day));
  const half = places[0] === 0 ? 0 : 1;
  const isAll =
    chosen.length === days.length / 2 &&
    places.every((place) => place % 2 === half) &&
    new Set(places).size === places.length &&
    chosen.every((entry) => new Set(entry.slots).size === slots.length);
  return isAll ? half : null;
}

function tagged(rule: Rule, names: FetNames, ending: string, field: string): readonly FetNode[] | null {
  const { events } = names.problem;
  const common = (events[rule.events[0] ?? -1]?.tags ?? []).filter((tag) =>
    rule.events.every((event) => events[event]?.tags.includes(tag)),
  );
  for (const tag of common) {
    const person = personWith(rule.events, names, (event) => events[event]?.tags.includes(tag) === true);
    if (person === null) continue;
    const isTeacher = person.tag === 'Teacher';
    return [
      constraintNode(`${person.tag}${ending}`, rule, [
        person.field,
        node(isTeacher ? 'Activity_Tag_Name' : 'Activity_Tag', tag),
        node(field, Number(rule.params.max)),
      ]),
    ];
  }
  return null;
}

/** The teacher, or the smallest set of students, whose events of some sort are just these. */
function personWith(
  wanted: readonly number[],
  { problem, instructors, groups }: FetNames,
  isMeant: (event: number) => boolean,
): { readonly tag: string; readonly field: FetNode } | null {
  const [first] = wanted;
  if (first === undefined) return null;
  const set = new Set(wanted);
  for (const { kind, ref, events } of problem.resources) {
    if ((kind !== 'instructor' && kind !== 'group') || !events.includes(first)) continue;
    const own = events.filter(isMeant);
    if (own.length !== set.size || !own.every((event) => set.has(event))) continue;
    return kind === 'instructor'
      ? { tag: 'Teacher', field: node('Teacher_Name', instructors[ref] ?? '') }
      : { tag: 'StudentsSet', field: node('Students', groups[ref] ?? '') };
  }
  return null;
}

function slotsOfEachDay(rule: Rule, names: FetNames): readonly FetNode[] {
  const { days, slots } = names.problem.data.calendar;
  const tags = ['Number_of_Selected_Time_Slots', 'Selected_Time_Slot', 'Selected_Day', 'Selected_Hour'] as const;
  return days.map(({ id }) =>
    constraintNode('ActivitiesOccupyMaxTimeSlotsFromSelection', rule, [
      ...activities(rule.events, names),
      ...slotNodes([{ day: id, slots: [...slots.keys()] }], names, tags),
      node('Max_Number_of_Occupied_Time_Slots', Number(rule.params.max)),
    ]),
  );
}
