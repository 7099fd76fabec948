import { type Diagnostic, warning } from '../domain/diagnostic.ts';
import type { Candidate, EventData, MeetingTimeData } from '../domain/problem-data.ts';
import type { AssignmentData } from '../domain/timetable.ts';
import { type AscCalendar, onesIn } from './asc-calendar.ts';
import type { AscBlock } from './asc-cards.ts';
import type { AscDefinition, AscFile, AscLesson } from './asc-file.ts';
import type { AscGroups } from './asc-groups.ts';

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

export interface AscEvents {
  readonly events: readonly EventData[];
  readonly meetingTimes: readonly MeetingTimeData[];
  readonly assignments: readonly AssignmentData[];
  readonly eventIdsOf: ReadonlyMap<string, readonly string[]>;
}

/** Ways to combine days and weeks for one lesson that are looked at. */
const mostOptions = 1000;

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
  const asked = new Map<string, Option[]>();
  const mostPeriods = calendar.dayCount * calendar.data.slots.length;
  let uneven = 0;
  for (const lesson of file.lessons) {
    const blocks = blocksOf.get(lesson.id) ?? [];
    const { periodsPerWeek, periodsPerCard } = lesson;
    const key = [lesson.daysDefId, lesson.weeksDefId, lesson.termsDefId, lesson.weeks.join()].join('/');
    const given = asked.get(key) ?? optionsOf(lesson, file, calendar);
    asked.set(key, given);
    const options = withHeld(given, blocks);
    const ofCard = periodsPerCard * daysTogether(options);
    if (periodsPerWeek % ofCard !== 0 || periodsPerWeek < 0 || periodsPerWeek > mostPeriods) uneven++;
    const durations = durationsOf(lesson, ofCard, blocks.length, mostPeriods);
    const timesOfDuration = new Map<number, Times>();
    const need = roomsOf(lesson, blocks);
    const ids = durations.map((_, index) => `${lesson.id}#${index + 1}`);
    eventIdsOf.set(lesson.id, ids);
    durations.forEach((duration, index) => {
      const id = ids[index] ?? '';
      const found = timesOfDuration.get(duration) ?? timesOf(options, duration, calendar, times);
      timesOfDuration.set(duration, found);
      const { choice, timeId } = found;
      events.push({
        id,
        courseId: lesson.subjectId,
        duration,
        ...choice,
        ...need,
        ...(lesson.teacherIds.length === 0
          ? {}
          : { instructors: lesson.teacherIds.map((teacher) => ({ id: teacher })) }),
        groupIds: groups.idsOf(lesson),
      });
      const block = blocks[index];
      if (block === undefined) return;
      const roomIds = block.roomIds.slice(0, need.roomCount ?? 1);
      assignments.push({ eventId: id, timeId: timeId(block), roomIds, instructorIds: lesson.teacherIds });
    });
  }
  if (uneven > 0) {
    const message = 'Some lessons have a number of periods a week that is no number of whole cards.';
    const advice = 'The rest is a shorter card, or one that is held every week; check these lessons.';
    remarks.push(warning('asc.periodsPerWeek', message, { value: uneven, advice }));
  }
  return { events, meetingTimes: [...times.values()], assignments, eventIdsOf };
}

/** Days that each card takes at once: one, or as many as all ways to place it have. */
function daysTogether(options: readonly Option[]): number {
  const counts = new Set(options.map(({ days }) => days.length));
  const [only = 1] = counts;
  return counts.size === 1 ? only : 1;
}

/**
 * Whole cards, each of so many periods a week, then what remains; at least as many as are placed, and never more periods
 * than a week has.
 */
function durationsOf(
  { periodsPerWeek, periodsPerCard }: AscLesson,
  ofCard: number,
  placed: number,
  mostPeriods: number,
): number[] {
  const periods = Math.max(0, Math.min(periodsPerWeek, mostPeriods));
  const whole = Math.floor(periods / ofCard);
  const rest = Math.ceil(periods - whole * ofCard);
  const durations = Array.from({ length: whole }, () => periodsPerCard);
  if (rest > 0 && placed <= whole) durations.push(Math.min(rest, periodsPerCard));
  while (durations.length < placed) durations.push(periodsPerCard);
  return durations;
}

function optionsOf(
  { daysDefId, weeksDefId, termsDefId, weeks: own }: AscLesson,
  { daysDefs, weeksDefs, termsDefs }: AscFile,
  calendar: AscCalendar,
): Option[] {
  const masksOf = (definitions: readonly AscDefinition[], id: string) =>
    definitions.find((item) => item.id === id)?.masks ?? [];
  const days = masksOf(daysDefs, daysDefId).map(onesIn);
  const everyDay = Array.from({ length: calendar.dayCount }, (_, day) => [day]);
  const weekMasks = own.length > 0 ? own : masksOf(weeksDefs, weeksDefId);
  const termMasks = masksOf(termsDefs, termsDefId);
  const given = (weekMasks.length === 0 ? [[]] : weekMasks.map((mask) => [mask])).flatMap((week) =>
    (termMasks.length === 0 ? [[]] : termMasks.map((mask) => [mask])).map((term) => calendar.weeks(week, term)),
  );
  const options = new Map<string, Option>();
  for (const dayList of days.length === 0 ? everyDay : days) {
    for (const weeks of given) {
      const option = { days: dayList, weeks };
      if (weeks.length > 0 && options.size < mostOptions) options.set(keyOf(option), option);
    }
  }
  return [...options.values()];
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
  const roomCount = Math.max(1, ...blocks.map((block) => block.roomIds.length));
  return { ...(roomCount === 1 ? {} : { roomCount }), rooms: ids.map((id) => ({ id })) };
}
