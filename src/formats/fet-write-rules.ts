import type { Problem, Rule } from '../domain/problem.ts';
import type { SlotSelection } from '../domain/problem-data.ts';
import type { FetNames } from './fet-names.ts';
import { type FetNode, node, nodes } from './fet-print.ts';
import { noRoomId } from './fet-rooms.ts';

/** Time or space constraints of one rule; null when FET has none that means the same. */
export type RuleWriter = (rule: Rule, names: FetNames) => readonly FetNode[] | null;

/** A constraint with the fields that all of them have. */
export function constraintNode(tag: string, percent: string, fields: readonly FetNode[]): FetNode {
  return node(`Constraint${tag}`, [
    node('Weight_Percentage', percent),
    ...fields,
    node('Active', true),
    node('Comments'),
  ]);
}

/** The percentage whose odds are the weight. */
export function percentOf(rule: Pick<Rule, 'hard' | 'weight'>): string {
  return rule.hard ? '100' : String(Math.round((100e4 * rule.weight) / (rule.weight + 1)) / 1e4);
}

/** Rules about time by kind, for those that do not need to be looked at together. */
export const timeRuleWriters: Readonly<Record<string, RuleWriter>> = {
  preferredTime,
  maxDaysBetween: together('MaxDaysBetweenActivities', 'max', 'MaxDays'),
  minGapBetween: together('MinGapsBetweenActivities', 'gap', 'MinGaps'),
  differentDays: (rule, names) => minDays(rule, names, 1, false),
  sameDays: together('ActivitiesSameStartingDay'),
  sameStart: together('ActivitiesSameStartingHour'),
  notOverlap: together('ActivitiesNotOverlapping'),
  consecutive: inOrder('TwoActivitiesConsecutive', false),
  grouped: inOrder('TwoActivitiesGrouped', false),
  precedence: inOrder('TwoActivitiesOrdered', true),
  maxGapsPerDay: people('MaxGapsPerDay', 'max', 'Max_Gaps'),
  maxGapsPerWeek: people('MaxGapsPerWeek', 'max', 'Max_Gaps'),
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
  beginsOrEndsDay: (rule, names) =>
    rule.events.map((event) =>
      constraintNode(`Activity${rule.params.ends === true ? 'Ends' : 'Begins'}StudentsDay`, percentOf(rule), [
        node('Activity_Id', names.activities[event]),
      ]),
    ),
  maxSimultaneous: (rule, names) => [
    selected(
      'ActivitiesMaxSimultaneousInSelectedTimeSlots',
      'Max_Number_of_Simultaneous_Activities',
      'max',
      rule,
      names,
    ),
  ],
  slotUse: (rule, names) => [
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
function selected(tag: string, field: string, param: string, rule: Rule, names: FetNames): FetNode {
  const tags = ['Number_of_Selected_Time_Slots', 'Selected_Time_Slot', 'Selected_Day', 'Selected_Hour'] as const;
  return constraintNode(tag, percentOf(rule), [
    ...activities(rule.events, names),
    ...slotNodes(chosenSlots(rule, names), names, tags),
    node(field, Number(rule.params[param])),
  ]);
}

export const spaceRuleWriters: Readonly<Record<string, RuleWriter>> = {
  sameRoom: (rule, names) =>
    eventSets(rule, names.problem).map((events) =>
      constraintNode('ActivitiesOccupyMaxDifferentRooms', percentOf(rule), [
        ...activities(events, names),
        node('Max_Number_of_Different_Rooms', 1),
      ]),
    ),
  roomSuitability: (rule, names) => {
    const rooms = rule.params.roomIds as readonly string[];
    if (rooms.length === 0) return null;
    return rule.events.map((event) => preferredRooms(event, rooms, percentOf(rule), names));
  },
};

/** Preferred rooms of one activity. */
export function preferredRooms(event: number, ids: readonly string[], percent: string, names: FetNames): FetNode {
  const rooms = names.problem.rooms.flatMap(({ id }, index) =>
    ids.includes(id) && id !== noRoomId ? [names.rooms[index] ?? ''] : [],
  );
  return constraintNode('ActivityPreferredRooms', percent, [
    node('Activity_Id', names.activities[event]),
    node('Number_of_Preferred_Rooms', rooms.length),
    ...nodes('Preferred_Room', rooms),
  ]);
}

/** Entries of day and hour, under the names a constraint has for them. */
export function slotNodes(
  slots: readonly SlotSelection[],
  names: FetNames,
  tags: readonly [count: string, entry: string, day: string, hour: string],
): FetNode[] {
  const [count, entry, dayTag, hourTag] = tags;
  const { days } = names.problem.data.calendar;
  const entries = slots.flatMap(({ day, slots: list }) => {
    const name = names.days[days.findIndex(({ id }) => id === day)];
    return [...new Set(list)].map((slot) => node(entry, [node(dayTag, name), node(hourTag, names.hours[slot])]));
  });
  return [node(count, entries.length), ...entries];
}

/** Whom a rule is about in FET's words: everybody, or each by name. */
export function peopleOf(
  rule: Rule,
  names: FetNames,
): { readonly tag: string; readonly who: readonly FetNode[] }[] | null {
  const { problem } = names;
  const { of } = rule.data.scope;
  if (of !== 'instructors' && of !== 'groups') return null;
  const kind = of === 'instructors' ? 'instructor' : 'group';
  const all = problem.resources.filter((resource) => resource.kind === kind).length;
  if (rule.resources.length === all) return [{ tag: of === 'instructors' ? 'Teachers' : 'Students', who: [] }];
  const refs = rule.resources.map((index) => problem.resources[index]?.ref ?? -1);
  if (of === 'instructors')
    return refs.map((ref) => ({ tag: 'Teacher', who: [node('Teacher_Name', names.instructors[ref])] }));
  return setsOf(rule, refs, names).map((set) => ({ tag: 'StudentsSet', who: [node('Students', set)] }));
}

/** The groups of the scope where they are just the smallest ones in question, else these. */
function setsOf(rule: Rule, leaves: readonly number[], names: FetNames): readonly string[] {
  const ids = new Set(rule.data.scope.ids);
  const chosen = names.problem.groups.filter(({ data }) => ids.has(data.id));
  const inside = new Set(chosen.flatMap((group) => group.leaves));
  const isWhole = inside.size === leaves.length && rule.data.scope.tags === undefined;
  return [...new Set((isWhole ? chosen.map(({ index }) => index) : leaves).flatMap((index) => names.setsOf(index)))];
}

function people(ending: string, param: string, field: string, more: () => readonly FetNode[] = () => []): RuleWriter {
  return (rule, names) =>
    peopleOf(rule, names)?.map(({ tag, who }) =>
      constraintNode(`${tag}${ending}`, percentOf(rule), [...who, node(field, Number(rule.params[param])), ...more()]),
    ) ?? null;
}

/** The sets of events of which each two are meant: the scope, or the events of each resource in it. */
export function eventSets(rule: Rule, problem: Problem): readonly (readonly number[])[] {
  if (rule.data.scope.of === 'events') return rule.events.length < 2 ? [] : [rule.events];
  const inScope = new Set(rule.events);
  const sets = new Map<string, readonly number[]>();
  for (const resource of rule.resources) {
    const events = (problem.resources[resource]?.events ?? []).filter((event) => inScope.has(event));
    if (events.length > 1) sets.set(events.join(), events);
  }
  return [...sets.values()];
}

export function activities(events: readonly number[], names: FetNames): FetNode[] {
  const ids = events.map((event) => names.activities[event] ?? 0);
  return [node('Number_of_Activities', ids.length), ...nodes('Activity_Id', ids)];
}

function together(tag: string, param?: string, field?: string): RuleWriter {
  return (rule, names) =>
    eventSets(rule, names.problem).map((events) =>
      constraintNode(tag, percentOf(rule), [
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
  percent = percentOf(rule),
): FetNode[] {
  return eventSets(rule, names.problem).map((events) =>
    constraintNode('MinDaysBetweenActivities', percent, [
      node('Consecutive_If_Same_Day', adjacent),
      ...activities(events, names),
      node('MinDays', min),
    ]),
  );
}

/** Neighbours in the scope, or all pairs of it. */
function inOrder(tag: string, allPairs: boolean): RuleWriter {
  return (rule, names) =>
    eventSets(rule, names.problem).flatMap((events) =>
      events.flatMap((second, position) =>
        events
          .slice(allPairs ? 0 : Math.max(0, position - 1), position)
          .map((first) =>
            constraintNode(tag, percentOf(rule), [
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
  return rule.events.map((event) =>
    constraintNode(tag, percentOf(rule), [node('Activity_Id', names.activities[event]), ...entries]),
  );
}

export const startingTags = [
  'Number_of_Preferred_Starting_Times',
  'Preferred_Starting_Time',
  'Preferred_Starting_Day',
  'Preferred_Starting_Hour',
] as const;
