import { completeParams, type ParamSpecs, type ParamValues } from '../constraints/params.ts';
import { definitionOf } from '../constraints/registry.ts';
import type {
  BreakData,
  CalendarData,
  EventData,
  EventPlace,
  MeetingTimeData,
  ProblemData,
  RuleData,
  SlotSelection,
} from '../problem-data.ts';
import { parsePlainId, plainTimeId } from '../time-ids.ts';
import type { AssignmentData } from '../timetable.ts';
import { positions, putItems, removeItems, setField } from './changes-of.ts';
import type { AssignmentChange, Change, ListName, ProjectDocument } from './operation.ts';
import { isNowhere, withKeys } from './references.ts';
import type { Removal } from './removal.ts';

/** What became of the days, slots and weeks of a calendar. Days keep their ids. */
export interface CalendarMove {
  /** New index of each old slot, or null for one that goes. */
  readonly slots: readonly (number | null)[];
  /** Ids of the days there are. */
  readonly days: ReadonlySet<string>;
  readonly weekCount: number;
}

/** Every slot stays where it is. */
export function sameSlots(count: number): readonly (number | null)[] {
  return Array.from({ length: count }, (_, slot) => slot);
}

/**
 * The changes that give a project another calendar. `slots` tells where each old slot is now. What speaks of days, slots
 * and weeks follows; what speaks of ones that go, goes: breaks, closed hours, meeting times, wishes for times, locks,
 * rules about nothing else, places in timetables. `summary` says how much. The new calendar's own breaks and closed
 * hours are taken as they are, less what is not in it.
 */
export function calendarChange(
  document: ProjectDocument,
  calendar: CalendarData,
  slots: readonly (number | null)[],
): Removal {
  const { problem } = document;
  const move: CalendarMove = {
    slots,
    days: new Set(calendar.days.map(({ id }) => id)),
    weekCount: calendar.weekCount,
  };
  const times = rewritten(problem.meetingTimes, (time) => movedTime(time, move));
  const lostTimes = new Set(times.removed);
  const events = rewritten(problem.events, (event) => movedEvent(event, move, lostTimes));
  const rules = rewritten(problem.rules, (rule) => movedRule(rule, move));
  const placements = [...document.timetables].flatMap(([timetableId, { assignments }]) =>
    assignments.flatMap((before): AssignmentChange[] => {
      const after = movedAssignment(before, move, lostTimes);
      return after === before ? [] : [{ of: 'assignment', timetableId, eventId: before.eventId, before, after }];
    }),
  );
  const lists: readonly [ListName, { readonly changed: readonly unknown[]; readonly removed: readonly string[] }][] = [
    ['meetingTimes', times],
    ['events', events],
    ['rules', rules],
  ];
  const removed = lists.flatMap(([name, list]): [ListName, number][] =>
    list.removed.length > 0 ? [[name, list.removed.length]] : [],
  );
  const poorer: readonly [ListName, number][] = [
    ['events', lessening(problem.events, events.changed, eventMentions)],
    ['rules', lessening(problem.rules, rules.changed, ruleMentions)],
  ];
  return {
    changes: [
      ...placements,
      ...putItems(problem, 'meetingTimes', times.changed),
      ...putItems(problem, 'events', events.changed),
      ...putItems(problem, 'rules', rules.changed),
      ...lists.flatMap(([name, { removed }]): readonly Change[] => removeItems(problem, name, removed)),
      setField(problem, 'calendar', withinItself(calendar)),
    ],
    summary: {
      removed: new Map(removed),
      changed: new Map(poorer.filter(([, count]) => count > 0)),
      placements: placements.filter(({ after }) => after?.timeId === undefined).length,
    },
  };
}

function rewritten<Item extends { readonly id: string }>(
  items: readonly Item[],
  rewrite: (item: Item) => Item | null,
): { readonly changed: readonly Item[]; readonly removed: readonly string[] } {
  const changed: Item[] = [];
  const removed: string[] = [];
  for (const item of items) {
    const after = rewrite(item);
    if (after === null) removed.push(item.id);
    else if (after !== item) changed.push(after);
  }
  return { changed, removed };
}

/** How many of the changed items say less than before; the others only say it of slots that have moved. */
function lessening<Item extends { readonly id: string }>(
  before: readonly Item[],
  changed: readonly Item[],
  mentions: (item: Item) => number,
): number {
  const at = positions(before);
  return changed.filter((item) => {
    const former = before[at.get(item.id) ?? -1];
    return former !== undefined && mentions(item) < mentions(former);
  }).length;
}

function eventMentions({ times, weeks, lock, stay }: EventData): number {
  const kept = [lock, stay].filter((place) => place?.timeId !== undefined);
  return (times?.length ?? 0) + (weeks?.length ?? 0) + kept.length;
}

function ruleMentions({ params }: RuleData): number {
  let count = 0;
  for (const value of Object.values(params)) {
    if (isRange(value)) count += value.to - value.from;
    else if (Array.isArray(value)) {
      for (const item of value) count += isSelection(item) ? item.slots.length : isTimed(item) ? 1 : 0;
    }
  }
  return count;
}

function isTimed(item: unknown): boolean {
  return isPlacement(item) && item.timeId !== undefined;
}

/** Breaks and closed hours of days and slots that the calendar has. */
function withinItself(calendar: CalendarData): CalendarData {
  const days = new Set(calendar.days.map(({ id }) => id));
  const isSlot = (slot: number) => slot >= 0 && slot < calendar.slots.length;
  const breaks = calendar.breaks.flatMap((item): BreakData[] => {
    const left = item.days?.filter((day) => days.has(day));
    if (!isSlot(item.slot) || left?.length === 0) return [];
    return [left === undefined ? item : { ...item, days: left }];
  });
  const closed = calendar.closed.flatMap((item): SlotSelection[] => {
    const left = item.slots.filter(isSlot);
    return days.has(item.day) && left.length > 0 ? [{ ...item, slots: left }] : [];
  });
  return { ...calendar, breaks, closed };
}

/** Breaks and closed hours of a calendar after its slots have moved. */
export function movedSelections(
  calendar: Pick<CalendarData, 'breaks' | 'closed'>,
  slots: readonly (number | null)[],
): Pick<CalendarData, 'breaks' | 'closed'> {
  const at = (slot: number) => slots[slot] ?? -1;
  return {
    breaks: calendar.breaks.map((item) => ({ ...item, slot: at(item.slot) })).filter(({ slot }) => slot >= 0),
    closed: calendar.closed.map((item) => ({ ...item, slots: item.slots.map(at).filter((slot) => slot >= 0) })),
  };
}

/** First slot of a block that is still in one piece, or null. */
function movedBlock(start: number, length: number, { slots }: CalendarMove): number | null {
  const first = slots[start] ?? null;
  if (first === null) return null;
  for (let offset = 1; offset < length; offset++) if (slots[start + offset] !== first + offset) return null;
  return first;
}

function movedWeeks(weeks: readonly number[] | undefined, { weekCount }: CalendarMove): readonly number[] | undefined {
  if (weeks === undefined || weeks.every((week) => week < weekCount)) return weeks;
  return weeks.filter((week) => week < weekCount);
}

function movedTime(time: MeetingTimeData, move: CalendarMove): MeetingTimeData | null {
  const start = movedBlock(time.start, time.length, move);
  const days = time.days.every((day) => move.days.has(day)) ? time.days : time.days.filter((day) => move.days.has(day));
  const weeks = movedWeeks(time.weeks, move);
  if (start === null || days.length < time.days.length || weeks?.length === 0) return null;
  return withKeys(time, { start, days, weeks });
}

/** The id of a time after the move, or null when it is gone; `length` is the event's own. */
function movedId(id: string, length: number, move: CalendarMove, lost: ReadonlySet<string>): string | null {
  if (lost.has(id)) return null;
  const block = parsePlainId(id, { length, weeks: null });
  if (block === null) return id;
  const isBare = /@\d+$/.test(id);
  const slot = movedBlock(block.slot, block.length, move);
  const weeks = movedWeeks(block.weeks ?? undefined, move) ?? null;
  if (!move.days.has(block.dayId) || slot === null || weeks?.length === 0) return null;
  return isBare ? plainTimeId(block.dayId, slot, 1, null) : plainTimeId(block.dayId, slot, block.length, weeks);
}

/** An event that loses every week it was held in, or every time it could have, may be held at any. */
function movedEvent(event: EventData, move: CalendarMove, lost: ReadonlySet<string>): EventData {
  const weeks = movedWeeks(event.weeks, move);
  const times = event.times?.flatMap((candidate) => {
    const id = movedId(candidate.id, event.duration, move, lost);
    return id === null ? [] : [id === candidate.id ? candidate : { ...candidate, id }];
  });
  const isSame = times?.length === event.times?.length && times?.every((time, index) => time === event.times?.[index]);
  const movedPlace = <Place extends EventPlace>(place: Place | undefined): Place | undefined => {
    if (place?.timeId === undefined) return place;
    const timeId = movedId(place.timeId, event.duration, move, lost) ?? undefined;
    const moved = withKeys<EventPlace>(place, { timeId }) as Place; // the same, perhaps without one of its optional keys
    return isNowhere(moved) ? undefined : moved;
  };
  return withKeys(event, {
    weeks: weeks?.length === 0 ? undefined : weeks,
    times: isSame === false ? (times?.length === 0 ? undefined : times) : event.times,
    lock: movedPlace(event.lock),
    stay: movedPlace(event.stay),
  });
}

function movedAssignment(row: AssignmentData, move: CalendarMove, lost: ReadonlySet<string>): AssignmentData {
  if (row.timeId === undefined) return row;
  return withKeys(row, { timeId: movedId(row.timeId, 1, move, lost) ?? undefined });
}

/** Null for a rule that speaks of slots or ranges none of which is left, or too few. */
function movedRule(rule: RuleData, move: CalendarMove): RuleData | null {
  let params: Record<string, unknown> | null = null;
  for (const [name, value] of Object.entries(rule.params)) {
    const after = movedParam(value, move);
    if (after === null) return null;
    if (after !== value) params = { ...(params ?? rule.params), [name]: after };
  }
  if (params === null) return rule;
  return isSensible(rule.kind, params) ? { ...rule, params } : null;
}

/** False when limits do not go together with what is left, as "at least 2" of one slot. */
function isSensible(kind: string, params: RuleData['params']): boolean {
  const definition = definitionOf(kind);
  if (definition?.flaw === undefined) return true;
  const { values, problems } = completeParams(definition.params, params);
  // Complete and each in its range: they are of their specs' types.
  return problems.length > 0 || definition.flaw(values as ParamValues<ParamSpecs>) === null;
}

function movedParam(value: unknown, move: CalendarMove): unknown {
  if (isRange(value)) return movedRange(value, move);
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object') return value;
  const moved = value.flatMap((item: unknown) => {
    if (isSelection(item)) return movedSelection(item, move) ?? [];
    return [isPlacement(item) ? movedAssignment(item, move, new Set()) : item];
  });
  if (moved.length === 0) return null;
  return moved.length === value.length && moved.every((item, index) => item === value[index]) ? value : moved;
}

function movedSelection(selection: SlotSelection, move: CalendarMove): SlotSelection | null {
  const slots = selection.slots.flatMap((slot) => move.slots[slot] ?? []);
  const weeks = movedWeeks(selection.weeks, move);
  if (!move.days.has(selection.day) || slots.length === 0 || weeks?.length === 0) return null;
  const isSame = slots.length === selection.slots.length && slots.every((slot, at) => slot === selection.slots[at]);
  return withKeys(selection, { slots: isSame ? selection.slots : slots, weeks });
}

function movedRange(range: { readonly from: number; readonly to: number }, move: CalendarMove) {
  const kept: number[] = [];
  for (let slot = range.from; slot < range.to; slot++) {
    const at = move.slots[slot];
    if (at !== null && at !== undefined) kept.push(at);
  }
  if (kept.length === 0) return null;
  const [from, to] = [Math.min(...kept), Math.max(...kept) + 1];
  return from === range.from && to === range.to ? range : { from, to };
}

function isRange(value: unknown): value is { readonly from: number; readonly to: number } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}

function isSelection(value: unknown): value is SlotSelection {
  return typeof value === 'object' && value !== null && 'day' in value && 'slots' in value;
}

function isPlacement(value: unknown): value is AssignmentData {
  return typeof value === 'object' && value !== null && 'eventId' in value;
}

export function withoutDay(document: ProjectDocument, dayId: string): Removal {
  const { calendar } = document.problem;
  const days = calendar.days.filter(({ id }) => id !== dayId);
  return calendarChange(document, { ...calendar, days }, sameSlots(calendar.slots.length));
}

export function withoutSlot(document: ProjectDocument, slot: number): Removal {
  const { calendar } = document.problem;
  const moved = calendar.slots.map((_, index) => (index === slot ? null : index - (index > slot ? 1 : 0)));
  const slots = calendar.slots.filter((_, index) => index !== slot);
  return calendarChange(document, { ...calendar, ...movedSelections(calendar, moved), slots }, moved);
}

/** A slot more, at `position`; blocks around it that it would tear apart lose their place. */
export function withSlot(
  document: ProjectDocument,
  position: number,
  slot: ProblemData['calendar']['slots'][number],
): Removal {
  const { calendar } = document.problem;
  const moved = calendar.slots.map((_, index) => (index < position ? index : index + 1));
  const slots = calendar.slots.toSpliced(position, 0, slot);
  return calendarChange(document, { ...calendar, ...movedSelections(calendar, moved), slots }, moved);
}
