import { slotsOf } from '../../domain/constraints/masks.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import type { FetNames } from './names.ts';
import { type FetNode, node, verbatim } from './print.ts';
import { noRoomId } from './rooms.ts';
import { constraintNode, peopleOf, percentOf, slotNodes, startingTags } from './write-parts.ts';
import { isBlockRule, personRuleWriters } from './write-person-rules.ts';
import { preferredRooms, spaceRuleWriters, timeRuleWriters } from './write-rules.ts';
import { spacing } from './write-spacing.ts';
import { virtualRoomOf } from './write-virtual.ts';

export interface FetConstraints {
  readonly time: FetNode[];
  readonly space: FetNode[];
  /** Kinds of rules that FET has no constraint for, with their number. */
  readonly left: ReadonlyMap<string, number>;
}

/** Rules that need no constraint: FET keeps seats always, and locks are written as such. */
const implied = new Set(['roomCapacity', 'pinned']);

const unavailableTags = ['Number_of_Not_Available_Times', 'Not_Available_Time', 'Day', 'Hour'] as const;

/** All rules, breaks, candidates and kept constraints of a project. */
export function fetConstraints(names: FetNames): FetConstraints {
  const { problem } = names;
  const time = [basic('Time'), ...breaks(names), ...unavailability(names, ['instructors', 'groups'])];
  const left = new Map<string, number>();
  time.push(...spacing(names, left));
  const space = [basic('Space'), ...unavailability(names, ['rooms'])];
  for (const rule of problem.rules) {
    if (
      rule.data.kind === 'minDaysBetween' ||
      isUnavailability(rule) ||
      (implied.has(rule.data.kind) && rule.hard) ||
      isBlockRule(rule, names)
    )
      continue;
    const write = timeRuleWriters[rule.data.kind] ?? personRuleWriters[rule.data.kind];
    const written = accepted(rule, write?.(rule, names));
    const spatial = accepted(rule, spaceRuleWriters[rule.data.kind]?.(rule, names));
    const kind =
      written === 'onlyHard' || spatial === 'onlyHard' ? `${rule.data.kind} that are not hard` : rule.data.kind;
    if (written !== null && written !== 'onlyHard') time.push(...written);
    else if (spatial !== null && spatial !== 'onlyHard') space.push(...spatial);
    else left.set(kind, (left.get(kind) ?? 0) + 1);
  }
  for (const event of problem.events) {
    time.push(...candidateTimes(problem, event.index, names));
    const ids = event.rooms.flatMap(({ index }) => problem.rooms[index]?.id ?? []);
    // Where no room is a candidate too, the rules say what is wished.
    const isFree = ids.includes(noRoomId);
    const virtual = problem.rooms[virtualRoomOf(event, names)]?.id;
    if (virtual !== undefined) space.push(preferredRooms(event.index, [virtual], '100', names));
    else if (event.roomCount === 1 && !isFree) space.push(preferredRooms(event.index, ids, '100', names));
  }
  for (const { format, kind, text } of problem.data.notEnforced) {
    if (format !== 'fet' || !kind.startsWith('Constraint')) continue;
    (/^Constraint\w*(Room|Building)/.test(kind) ? space : time).push(verbatim(text));
  }
  return { time, space, left };
}

/**
 * Constraints with which FET 6.8 computes nothing when they weigh less than 100 % ("Cannot optimize, because …"), as its
 * command line was seen to say of each.
 */
const onlyHard =
  /MaxGapsPer|M(ax|in)(Real)?DaysPerWeek|Mornings|Afternoon|InATerm|MaxSpanPerDay|MinHoursDaily|EarlyMaxBeginnings|(Begins|Ends)StudentsDay|Simultaneous|Occupy|(Building|Room)Changes|RestingHours/;

function accepted(
  rule: Pick<Rule, 'hard'>,
  written: readonly FetNode[] | null | undefined,
): readonly FetNode[] | 'onlyHard' | null {
  if (written === null || written === undefined) return null;
  return !rule.hard && written.some(({ name }) => onlyHard.test(name)) ? 'onlyHard' : written;
}

function basic(kind: string): FetNode {
  return constraintNode(`BasicCompulsory${kind}`, '100', []);
}

/** Breaks and closed hours are the same to FET. */
function breaks(names: FetNames): FetNode[] {
  const { axis, data } = names.problem;
  const slots = data.calendar.days.map(({ id }, day): SlotSelection => {
    const mask = (axis.breakMaskOfDay[day] ?? 0) | (axis.closedMaskOfDay[day] ?? 0);
    return { day: id, slots: slotsOf(mask) };
  });
  if (slots.every((entry) => entry.slots.length === 0)) return [];
  const entries = slotNodes(slots, names, ['Number_of_Break_Times', 'Break_Time', 'Day', 'Hour']);
  return [constraintNode('BreakTimes', '100', entries)];
}

function isUnavailability(rule: Rule): boolean {
  const { kind, scope } = rule.data;
  // Of teachers and students FET asks it at 100 % only.
  return kind === 'unavailable' && (rule.hard ? scope.of !== 'courses' : scope.of === 'rooms');
}

/** FET takes one such constraint for each teacher, set and room: the slots of all rules together. */
function unavailability(names: FetNames, scopes: readonly string[]): FetNode[] {
  const { problem } = names;
  const slotsByOwner = new Map<
    string,
    { readonly owner: FetNode; readonly tag: string; readonly slots: SlotSelection[]; readonly rule: Rule }
  >();
  for (const rule of problem.rules) {
    if (!isUnavailability(rule) || !scopes.includes(rule.data.scope.of)) continue;
    const slots = rule.params.slots as readonly SlotSelection[];
    for (const { tag, owner } of ownersOf(rule, names)) {
      const key = `${tag}/${percentOf(rule)}/${owner.inside as string}`;
      const known = slotsByOwner.get(key) ?? { owner, tag, slots: [], rule };
      slotsByOwner.set(key, known);
      known.slots.push(...slots);
    }
  }
  return [...slotsByOwner.values()].map(({ owner, tag, slots, rule }) =>
    constraintNode(`${tag}NotAvailableTimes`, rule, [
      owner,
      ...slotNodes(merged(slots, problem), names, unavailableTags),
    ]),
  );
}

function ownersOf(rule: Rule, names: FetNames): { readonly tag: string; readonly owner: FetNode }[] {
  const { problem } = names;
  const refs = rule.resources.map((index) => problem.resources[index]?.ref ?? -1);
  if (rule.data.scope.of === 'rooms') {
    return refs.map((ref) => ({ tag: 'Room', owner: node('Room', names.rooms[ref]) }));
  }
  if (rule.data.scope.of === 'instructors') {
    return refs.map((ref) => ({ tag: 'Teacher', owner: node('Teacher', names.instructors[ref]) }));
  }
  const sets = (peopleOf(rule, names) ?? []).flatMap(({ who }) => who);
  const owners = sets.length > 0 ? sets : refs.map((ref) => node('Students', names.groups[ref]));
  return owners.map((owner) => ({ tag: 'StudentsSet', owner }));
}

function merged(slots: readonly SlotSelection[], { data }: Problem): SlotSelection[] {
  return data.calendar.days.flatMap(({ id }) => {
    const here = new Set(slots.filter(({ day }) => day === id).flatMap((entry) => entry.slots));
    return here.size === 0 ? [] : [{ day: id, slots: [...here].sort((first, second) => first - second) }];
  });
}

/** Times an event may have, where they are not simply all. */
function candidateTimes(problem: Problem, index: number, names: FetNames): FetNode[] {
  const event = problem.events[index];
  if (event === undefined || problem.data.events[index]?.times === undefined) return [];
  const slots = event.times.flatMap((item): SlotSelection[] => {
    const time = problem.times[item.index];
    const day = problem.data.calendar.days[time?.days[0] ?? -1];
    return time === undefined || day === undefined ? [] : [{ day: day.id, slots: [time.start] }];
  });
  const entries = slotNodes(merged(slots, problem), names, startingTags);
  const id = node('Activity_Id', names.activities[index]);
  return [constraintNode('ActivityPreferredStartingTimes', '100', [id, ...entries])];
}
