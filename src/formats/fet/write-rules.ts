import type { Rule } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node, nodes } from './print.ts';
import { noRoomId } from './rooms.ts';
import { changeRuleWriters, restWriter } from './write-change-rules.ts';
import {
  activities,
  constraintNode,
  eventSets,
  peopleOf,
  type RuleWriter,
  slotNodes,
  startingTags,
} from './write-parts.ts';
import { gapsOfAfternoons, hoursOfRealDay } from './write-person-rules.ts';

/** Rules about time by kind, for those that do not need to be looked at together. */
export const timeRuleWriters: Readonly<Record<string, RuleWriter>> = {
  preferredTime,
  maxDaysBetween: (rule, names) => {
    const { mode } = names;
    if (mode.name === 'Terms' && rule.params.daysAsOne === mode.daysAsOne && mode.daysAsOne > 1) {
      if (rule.params.max !== 0) return together('MaxTermsBetweenActivities', 'max', 'MaxTerms')(rule, names);
      const most = node('Max_Number_of_Occupied_Terms', 1);
      return eventSets(rule, names.problem).map((events) =>
        constraintNode('ActivitiesOccupyMaxTerms', rule, [...activities(events, names), most]),
      );
    }
    const days = daysTag(rule, names);
    return days === null ? null : together(`Max${days}BetweenActivities`, 'max', 'MaxDays')(rule, names);
  },
  minGapBetween: together('MinGapsBetweenActivities', 'gap', 'MinGaps'),
  differentDays: (rule, names) =>
    minDays(rule, names, 1, false, rule, names.mode.name === halfDayMode ? 'HalfDays' : 'Days'),
  sameDays: together('ActivitiesSameStartingDay'),
  sameStart: together('ActivitiesSameStartingHour'),
  notOverlap: (rule, names) =>
    rule.params.otherTags === true ? tagsApart(rule, names) : together('ActivitiesNotOverlapping')(rule, names),
  consecutive: inOrder('TwoActivitiesConsecutive', false),
  grouped: inOrder('TwoActivitiesGrouped', false),
  precedence: inOrder('TwoActivitiesOrdered', true),
  maxGapsPerDay: people('MaxGapsPerDay', 'max', 'Max_Gaps'),
  maxGapsPerWeek: (rule, names) =>
    (rule.params.slots as readonly SlotSelection[]).length > 0
      ? gapsOfAfternoons(rule, names)
      : people('MaxGapsPerWeek', 'max', 'Max_Gaps')(rule, names),
  maxLoadPerDay: people('MaxHoursDaily', 'max', 'Maximum_Hours_Daily'),
  maxConsecutive: people('MaxHoursContinuously', 'max', 'Maximum_Hours_Continuously'),
  maxDays: people('MaxDaysPerWeek', 'max', 'Max_Days_Per_Week'),
  minDays: (rule, names) =>
    rule.data.scope.of === 'instructors' ? people('MinDaysPerWeek', 'min', 'Minimum_Days_Per_Week')(rule, names) : null,
  maxSpan: (rule, names) =>
    people('MaxSpanPerDay', 'max', 'Max_Span', () =>
      rule.data.scope.of === 'instructors' ? [node('Allow_One_Day_Exception_of_Plus_One', false)] : [],
    )(rule, names),
  minLoadPerDay: (rule, names) => {
    // FET has no teacher who must come every day.
    if (rule.data.scope.of === 'instructors' && rule.params.emptyDays === true) return null;
    return people('MinHoursDaily', 'min', 'Minimum_Hours_Daily', () => [
      node('Allow_Empty_Days', rule.params.emptyDays !== true),
    ])(rule, names);
  },
  maxDaysInInterval: (rule, names) => {
    const { from, to } = rule.params.interval as { readonly from: number; readonly to: number };
    return people('IntervalMaxDaysPerWeek', 'max', 'Max_Days_Per_Week', () => [
      node('Interval_Start_Hour', names.hours[from]),
      node('Interval_End_Hour', names.hours[to] ?? ''),
    ])(rule, names);
  },
  minFreeSlotsOvernight: restWriter,
  earlyStart: (rule, names) => {
    // FET asks this of students only.
    if (rule.data.scope.of !== 'groups') return null;
    if (rule.params.within === 1)
      return people('EarlyMaxBeginningsAtSecondHour', 'max', 'Max_Beginnings_At_Second_Hour')(rule, names);
    // A limit of days that begin at the second hour also says that none begins later.
    const scope = JSON.stringify(rule.data.scope);
    const isSaid = names.problem.rules.some(
      ({ data, params }) =>
        data.kind === 'earlyStart' && params.within === 1 && params.max !== 0 && JSON.stringify(data.scope) === scope,
    );
    return isSaid && rule.params.within === 2 && rule.params.max === 0 ? [] : null;
  },
  beginsOrEndsDay: (rule, names) => {
    const { ends } = rule.params;
    const filter = names.filters.fieldsFor(rule.events, false);
    if (filter !== null)
      return [constraintNode(`Activities${ends === true ? 'End' : 'Begin'}StudentsDay`, rule, filter)];
    return rule.events.map((event) =>
      constraintNode(`Activity${ends === true ? 'Ends' : 'Begins'}StudentsDay`, rule, [
        node('Activity_Id', names.activities[event]),
      ]),
    );
  },
  maxSimultaneous: (rule, names) => [
    selected(
      'ActivitiesMaxSimultaneousInSelectedTimeSlots',
      'Max_Number_of_Simultaneous_Activities',
      'max',
      rule,
      names,
    ),
  ],
  minSimultaneous: (rule, names) => [
    selected(
      'ActivitiesMinSimultaneousInSelectedTimeSlots',
      'Min_Number_of_Simultaneous_Activities',
      'min',
      rule,
      names,
      [node('Allow_Empty_Slots', rule.params.empty === true)],
    ),
  ],
  slotUse: (rule, names) =>
    hoursOfRealDay(rule, names) ?? [
      ...(Number(rule.params.min) === 0
        ? []
        : [
            selected(
              'ActivitiesOccupyMinTimeSlotsFromSelection',
              'Min_Number_of_Occupied_Time_Slots',
              'min',
              rule,
              names,
            ),
          ]),
      ...(Number(rule.params.max) >= chosenSlots(rule, names).reduce((sum, { slots }) => sum + slots.length, 0)
        ? []
        : [
            selected(
              'ActivitiesOccupyMaxTimeSlotsFromSelection',
              'Max_Number_of_Occupied_Time_Slots',
              'max',
              rule,
              names,
            ),
          ]),
    ],
};

/** The slots a rule is about: all when it names none. */
function chosenSlots({ params }: Rule, { problem }: FetNames): readonly SlotSelection[] {
  const chosen = params.slots as readonly SlotSelection[];
  if (chosen.length > 0) return chosen;
  const { days, slots } = problem.data.calendar;
  return days.map(({ id }) => ({ day: id, slots: [...slots.keys()] }));
}

/** A number of activities, or of slots, in the slots chosen. */
function selected(
  tag: string,
  field: string,
  param: string,
  rule: Rule,
  names: FetNames,
  more: readonly FetNode[] = [],
): FetNode {
  const tags = ['Number_of_Selected_Time_Slots', 'Selected_Time_Slot', 'Selected_Day', 'Selected_Hour'] as const;
  return constraintNode(tag, rule, [
    ...activities(rule.events, names),
    ...slotNodes(chosenSlots(rule, names), names, tags),
    node(field, Number(rule.params[param])),
    ...more,
  ]);
}

export const spaceRuleWriters: Readonly<Record<string, RuleWriter>> = {
  ...changeRuleWriters,
  sameRoom: (rule, names) =>
    eventSets(rule, names.problem).map((events) =>
      rule.params.following === true
        ? constraintNode('ActivitiesSameRoomIfConsecutive', rule, activities(events, names))
        : constraintNode('ActivitiesOccupyMaxDifferentRooms', rule, [
            ...activities(events, names),
            node('Max_Number_of_Different_Rooms', 1),
          ]),
    ),
  roomSuitability: (rule, names) => {
    const rooms = rule.params.roomIds as readonly string[];
    if (rooms.length === 0) return null;
    return rule.events.map((event) => preferredRooms(event, rooms, rule, names));
  },
};

/** FET takes tags of which each activity has at most one, and that some activity has. */
function tagsApart(rule: Rule, { problem }: FetNames): readonly FetNode[] | null {
  const { of, ids, except, tags: named } = rule.data.scope;
  if (of !== 'events' || ids !== undefined || except !== undefined || named === undefined) return null;
  const tagsOf = rule.events.map((event) => problem.events[event]?.tags.filter((tag) => named.includes(tag)) ?? []);
  if (tagsOf.some((own) => own.length > 1)) return null;
  const used = new Set(tagsOf.flat());
  const tags = named.filter((tag) => used.has(tag));
  if (tags.length < 2) return [];
  const fields = [node('Number_of_Activity_Tags', tags.length), ...nodes('Activity_Tag', tags)];
  return [constraintNode('ActivityTagsNotOverlapping', rule, fields)];
}

/** Preferred rooms of one activity. */
export function preferredRooms(
  event: number,
  ids: readonly string[],
  strength: string | Rule,
  names: FetNames,
): FetNode {
  const rooms = ids.flatMap((id) => (id === noRoomId ? [] : (names.roomName(id) ?? [])));
  return constraintNode('ActivityPreferredRooms', strength, [
    node('Activity_Id', names.activities[event]),
    node('Number_of_Preferred_Rooms', rooms.length),
    ...nodes('Preferred_Room', rooms),
  ]);
}

function people(ending: string, param: string, field: string, more: () => readonly FetNode[] = () => []): RuleWriter {
  return (rule, names) =>
    peopleOf(rule, names)?.map(({ tag, who }) =>
      constraintNode(`${tag}${ending}`, rule, [...who, node(field, Number(rule.params[param])), ...more()]),
    ) ?? null;
}

function together(tag: string, param?: string, field?: string): RuleWriter {
  return (rule, names) =>
    eventSets(rule, names.problem).map((events) =>
      constraintNode(tag, rule, [
        ...activities(events, names),
        ...(param === undefined || field === undefined ? [] : [node(field, Number(rule.params[param]))]),
      ]),
    );
}

export function minDays(
  rule: Rule,
  names: FetNames,
  min: number,
  adjacent: boolean,
  strength: string | Rule = rule,
  days = 'Days',
): FetNode[] {
  return eventSets(rule, names.problem).map((events) =>
    constraintNode(`Min${days}BetweenActivities`, strength, [
      node('Consecutive_If_Same_Day', adjacent),
      ...activities(events, names),
      node('MinDays', min),
    ]),
  );
}

const halfDayMode = 'Mornings_Afternoons';

/**
 * What FET calls the days of a rule between days: where the days of the calendar are halves of them, it has a constraint for
 * each. Null when it has none for so many days as one.
 */
export function daysTag({ params }: Rule, { mode }: FetNames): 'Days' | 'HalfDays' | null {
  const realDay = mode.name === halfDayMode ? 2 : 1;
  if (params.daysAsOne === realDay) return 'Days';
  return params.daysAsOne === 1 ? 'HalfDays' : null;
}

/** Neighbours in the scope, or all pairs of it. */
function inOrder(tag: string, allPairs: boolean): RuleWriter {
  return (rule, names) =>
    eventSets(rule, names.problem).flatMap((events) =>
      events.flatMap((second, position) =>
        events
          .slice(allPairs ? 0 : Math.max(0, position - 1), position)
          .map((first) =>
            constraintNode(tag, rule, [
              node('First_Activity_Id', names.activities[first]),
              node('Second_Activity_Id', names.activities[second]),
            ]),
          ),
      ),
    );
}

function preferredTime(rule: Rule, names: FetNames): readonly FetNode[] {
  const slots = rule.params.slots as readonly SlotSelection[];
  const entries =
    rule.params.wholly === true
      ? slotNodes(slots, names, [
          'Number_of_Preferred_Time_Slots',
          'Preferred_Time_Slot',
          'Preferred_Day',
          'Preferred_Hour',
        ])
      : slotNodes(slots, names, startingTags);
  const tag = rule.params.wholly === true ? 'ActivityPreferredTimeSlots' : 'ActivityPreferredStartingTimes';
  const filter = names.filters.fieldsFor(rule.events, true);
  if (filter !== null) return [constraintNode(tag.replace('Activity', 'Activities'), rule, [...filter, ...entries])];
  return rule.events.map((event) =>
    constraintNode(tag, rule, [node('Activity_Id', names.activities[event]), ...entries]),
  );
}
