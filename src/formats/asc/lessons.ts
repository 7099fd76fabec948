import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { Candidate, EventData, MeetingTimeData } from '../../domain/problem-data.ts';
import type { AssignmentData } from '../../domain/timetable.ts';
import { type AscCalendar, onesIn } from './calendar.ts';
import type { AscBlock } from './cards.ts';
import type { AscDefinition, AscFile, AscLesson } from './file.ts';
import type { AscGroups } from './groups.ts';

/** The times of an event, and how the one of a placed card is called. */
interface Times {
  readonly choice: Pick<EventData, 'times' | 'weeks'>;
  readonly timeId: (block: AscBlock) => string;
}

/** Days and weeks at which a card of a lesson may be. */
interface Option {
  readonly days: readonly number[];
  readonly weeks: readonly number[];
}

interface Asked {
  readonly options: readonly Option[];
  /** True when there are more of them. */
  readonly isCut: boolean;
}

export interface AscEvents {
  readonly events: readonly EventData[];
  readonly meetingTimes: readonly MeetingTimeData[];
  readonly assignments: readonly AssignmentData[];
  readonly eventIdsOf: ReadonlyMap<string, readonly string[]>;
}

/** Times of one card: days, weeks and periods in all combinations. */
const mostTimes = 3000;

/** Every card of a lesson is an event; where cards are placed, and how often a week, says how many there are. */
export function eventsOfAsc(
  file: AscFile,
  calendar: AscCalendar,
  groups: AscGroups,
  blocksOf: ReadonlyMap<string, readonly AscBlock[]>,
  remarks: Diagnostic[],
): AscEvents {
  const times = new Map<string, MeetingTimeData>();
  const events: EventData[] = [];
  const assignments: AssignmentData[] = [];
  const eventIdsOf = new Map<string, string[]>();
  const asked = new Map<string, Asked>();
  let uneven = 0;
  let cut = 0;
  for (const lesson of file.lessons) {
    const blocks = blocksOf.get(lesson.id) ?? [];
    const key = [lesson.daysDefId, lesson.weeksDefId, lesson.termsDefId, lesson.weeks.join()].join('/');
    const given = asked.get(key) ?? optionsOf(lesson, file, calendar);
    asked.set(key, given);
    if (given.isCut) cut++;
    const options = withHeld(given.options, blocks);
    const cards = cardsOf(lesson, daysTogether(options), blocks.length, calendar);
    if (cards.isUneven) uneven++;
    const made = eventsOfLesson(lesson, cards.durations, blocks, (duration) =>
      timesOf(options, duration, calendar, times),
    );
    const groupIds = groups.idsOf(lesson);
    for (const event of made.events) events.push({ ...event, groupIds });
    for (const assignment of made.assignments) assignments.push(assignment);
    eventIdsOf.set(
      lesson.id,
      made.events.map(({ id }) => id),
    );
  }
  remarkOnCards(uneven, cut, remarks);
  return { events, meetingTimes: [...times.values()], assignments, eventIdsOf };
}

function eventsOfLesson(
  lesson: AscLesson,
  durations: readonly number[],
  blocks: readonly AscBlock[],
  timesFor: (duration: number) => Times,
): { readonly events: readonly Omit<EventData, 'groupIds'>[]; readonly assignments: readonly AssignmentData[] } {
  const { teacherIds, subjectId } = lesson;
  const need = roomsOf(lesson, blocks);
  const people = teacherIds.length === 0 ? {} : { instructors: teacherIds.map((id) => ({ id })) };
  const known = new Map<number, Times>();
  const assignments: AssignmentData[] = [];
  const events = durations.map((duration, index) => {
    const id = `${lesson.id}#${index + 1}`;
    const found = known.get(duration) ?? timesFor(duration);
    known.set(duration, found);
    const block = blocks[index];
    if (block !== undefined) {
      const roomIds = block.roomIds.slice(0, need.roomCount ?? 1);
      assignments.push({ eventId: id, timeId: found.timeId(block), roomIds, instructorIds: teacherIds });
    }
    return { id, courseId: subjectId, duration, ...found.choice, ...need, ...people };
  });
  return { events, assignments };
}

function remarkOnCards(uneven: number, cut: number, remarks: Diagnostic[]): void {
  if (uneven > 0) {
    const message = 'Some lessons have a number of periods a week that is no number of whole cards.';
    const advice = 'The rest is a shorter card, or one that is held every week; check these lessons.';
    remarks.push(warning('asc.periodsPerWeek', message, { value: uneven, advice }));
  }
  if (cut > 0) {
    const message = 'Some lessons may be at more than {most} times; the others are left out.';
    remarks.push(warning('asc.tooManyTimes', message, { value: cut, values: { most: mostTimes } }));
  }
}

/** Days that each card takes at once: one, or as many as all ways to place it have. */
function daysTogether(options: readonly Option[]): number {
  const counts = new Set(options.map(({ days }) => days.length));
  const [only = 1] = counts;
  return counts.size === 1 ? only : 1;
}

/**
 * Whole cards, each of its periods on all its days, then what remains of the week; at least as many as are placed, and
 * never more periods than a week has.
 */
function cardsOf(
  { periodsPerWeek, periodsPerCard }: AscLesson,
  days: number,
  placed: number,
  calendar: AscCalendar,
): { readonly durations: readonly number[]; readonly isUneven: boolean } {
  const ofCard = periodsPerCard * days;
  const periods = Math.max(0, Math.min(periodsPerWeek, calendar.dayCount * calendar.data.slots.length));
  const whole = Math.floor(periods / ofCard);
  const rest = Math.ceil(periods - whole * ofCard);
  const durations = Array.from({ length: whole }, () => periodsPerCard);
  if (rest > 0 && placed <= whole) durations.push(Math.min(rest, periodsPerCard));
  while (durations.length < placed) durations.push(periodsPerCard);
  return { durations, isUneven: periods !== periodsPerWeek || periods % ofCard !== 0 };
}

function optionsOf(
  { daysDefId, weeksDefId, termsDefId, weeks: own }: AscLesson,
  { daysDefs, weeksDefs, termsDefs }: AscFile,
  calendar: AscCalendar,
): Asked {
  const masksOf = (definitions: readonly AscDefinition[], id: string) =>
    definitions.find((item) => item.id === id)?.masks ?? [];
  const days = masksOf(daysDefs, daysDefId).map(onesIn);
  const everyDay = Array.from({ length: calendar.dayCount }, (_, day) => [day]);
  const weekMasks = own.length > 0 ? own : masksOf(weeksDefs, weeksDefId);
  const termMasks = masksOf(termsDefs, termsDefId);
  const given = (weekMasks.length === 0 ? [[]] : weekMasks.map((mask) => [mask])).flatMap((week) =>
    (termMasks.length === 0 ? [[]] : termMasks.map((mask) => [mask])).map((term) => calendar.weeks(week, term)),
  );
  const most = Math.max(1, Math.floor(mostTimes / Math.max(1, calendar.data.slots.length)));
  const options = new Map<string, Option>();
  for (const dayList of days.length === 0 ? everyDay : days) {
    for (const weeks of given) {
      const option = { days: dayList, weeks };
      if (weeks.length > 0) options.set(keyOf(option), option);
      if (options.size <= most) continue;
      options.delete(keyOf(option));
      return { options: [...options.values()], isCut: true };
    }
  }
  return { options: [...options.values()], isCut: false };
}

/** A card may be elsewhere than its lesson says; then it may stay there. */
function withHeld(options: readonly Option[], blocks: readonly AscBlock[]): Option[] {
  const all = new Map(options.map((option) => [keyOf(option), option]));
  for (const block of blocks)
    if (!all.has(keyOf(block))) all.set(keyOf(block), { days: block.days, weeks: block.weeks });
  return [...all.values()];
}

function keyOf({ days, weeks }: Option): string {
  return `${days.join()}/${weeks.join()}`;
}

/**
 * Plain blocks where a card is on one day and all its weeks are given, which most are; else meeting times of their own.
 */
function timesOf(
  options: readonly Option[],
  duration: number,
  calendar: AscCalendar,
  times: Map<string, MeetingTimeData>,
): Times {
  const { slots, weekCount } = calendar.data;
  const [first] = options;
  const weeks = first?.weeks ?? [];
  const starts = Array.from({ length: Math.max(0, slots.length - duration + 1) }, (_, slot) => slot);
  const isPlain = options.every((option) => option.days.length === 1 && option.weeks.join() === weeks.join());
  if (isPlain && first !== undefined) {
    const days = [...new Set(options.flatMap((option) => option.days))].sort((a, b) => a - b);
    const some = days.length < calendar.dayCount;
    const list = days.flatMap((day) => starts.map((slot): Candidate => ({ id: `${day}@${slot}` })));
    return {
      choice: { ...(some ? { times: list } : {}), ...(weeks.length === weekCount ? {} : { weeks }) },
      timeId: ({ days: [day = 0], slot }) => `${day}@${slot}`,
    };
  }
  const idOf = (option: Option, slot: number) =>
    `${option.days.join('+')}/${slot}+${duration}/${option.weeks.join('+')}`;
  const list = new Map<string, Candidate>();
  for (const option of options) {
    for (const start of starts) {
      const id = idOf(option, start);
      list.set(id, { id });
      const some = option.weeks.length < weekCount ? { weeks: option.weeks } : {};
      times.set(id, { id, days: option.days.map(String), start, length: duration, ...some });
    }
  }
  return { choice: { times: [...list.values()] }, timeId: (block) => idOf(block, block.slot) };
}

/** The rooms of the lesson and those its cards are in; as many at once as the fullest card has. */
function roomsOf({ roomIds }: AscLesson, blocks: readonly AscBlock[]): Pick<EventData, 'rooms' | 'roomCount'> {
  const ids = [...new Set([...roomIds, ...blocks.flatMap((block) => block.roomIds)])];
  if (ids.length === 0) return { roomCount: 0 };
  const roomCount = blocks.reduce((most, block) => Math.max(most, block.roomIds.length), 1);
  return { ...(roomCount === 1 ? {} : { roomCount }), rooms: ids.map((id) => ({ id })) };
}
