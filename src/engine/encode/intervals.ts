import * as abi from '../../../assembly/abi/abi.ts';
import type { IntervalShape } from '../../domain/constraints/intervals.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { type BoundMeasure, measuresOf } from '../tabulate.ts';
import type { TermsInUse } from './encoding.ts';
import type { IndexLists } from './lists.ts';

const kinds: Readonly<Record<IntervalShape['kind'], number>> = {
  days: abi.INTERVAL_DAYS,
  load: abi.INTERVAL_LOAD,
  breaks: abi.INTERVAL_BREAKS,
  blocks: abi.INTERVAL_BLOCKS,
};

/** Rules on the hours of sets of events, with what they need to know of the calendar; the bits of the levels in use. */
export function encodeIntervals(problem: Problem, image: ImageWriter, lists: IndexLists): TermsInUse {
  const hard = measuresOf(problem, 'intervals', true).filter(({ rule }) => rule.events.length > 0);
  const soft = measuresOf(problem, 'intervals', false).filter(({ rule }) => rule.events.length > 0);
  const sets = [...hard, ...soft];
  if (sets.length === 0) return { hard: 0, soft: 0 };
  const setsOf: number[][] = problem.events.map(() => []);
  const at = image.reserve(sets.length * abi.INTERVAL_BYTES);
  sets.forEach((bound, index) => {
    writeSet(problem, image, lists, bound, at + index * abi.INTERVAL_BYTES);
    for (const event of bound.rule.events) setsOf[event]?.push(index);
  });
  image.setWord(abi.HEADER_INTERVAL_SETS, sets.length);
  image.setWord(abi.SECTION_INTERVAL_SETS, at);
  const places = setsOf.map((list) => lists.place(list));
  image.setWord(abi.SECTION_INTERVALS_OF, image.words(places.flatMap(({ first, count }) => [first, count])));
  writeClock(problem, image);
  return {
    hard: hard.length > 0 ? abi.TERM_INTERVALS : 0,
    soft: soft.length > 0 ? abi.TERM_INTERVALS : 0,
  };
}

function writeSet(
  problem: Problem,
  image: ImageWriter,
  lists: IndexLists,
  { rule, measure, context, unit }: BoundMeasure<'intervals'>,
  record: number,
): void {
  const shape = measure.shape(context.params);
  const events = lists.place(rule.events);
  const fields: readonly (readonly [number, number])[] = [
    [abi.INTERVAL_KIND, kinds[shape.kind]],
    [abi.INTERVAL_LIMIT, shape.limit],
    [abi.INTERVAL_GAP, shape.gap],
    [abi.INTERVAL_UNIT, shape.unit],
    [abi.INTERVAL_PENALTY, rule.hard ? 0 : shape.penalty],
    [abi.INTERVAL_DIVISOR, shape.kind === 'days' ? 1 : problem.data.calendar.weekCount],
    [abi.INTERVAL_WEIGHT, unit],
    [abi.INTERVAL_FIRST_EVENT, events.first],
    [abi.INTERVAL_EVENT_COUNT, events.count],
  ];
  for (const [field, value] of fields) image.setAt(record + field, value);
}

/** Weeks of each class, then hours, days and week classes of each time; "nowhere" has none. */
export function writeClock({ axis, times }: Problem, image: ImageWriter): void {
  const at = image.reserve(abi.CLOCK_TIMES + (times.length + 1) * abi.CLOCK_BYTES);
  image.setAt(at, axis.weekClassCount);
  for (let weekClass = 0; weekClass < axis.weekClassCount; weekClass++) {
    const weeks = axis.classOfWeek.filter((item) => item === weekClass).length;
    image.setAt(at + abi.CLOCK_WEEKS + weekClass * 4, weeks);
  }
  for (const time of times) {
    const record = at + abi.CLOCK_TIMES + time.index * abi.CLOCK_BYTES;
    let low = 0;
    let high = 0;
    for (const week of time.weeks) {
      const weekClass = axis.classOfWeek[week] ?? 0;
      if (weekClass < 32) low |= 1 << weekClass;
      else high |= 1 << (weekClass - 32);
    }
    image.setAt(record + abi.CLOCK_START, time.startMinute);
    image.setAt(record + abi.CLOCK_END, time.endMinute);
    image.setAt(
      record + abi.CLOCK_DAYS,
      time.days.reduce((mask, day) => mask | (1 << day), 0),
    );
    image.setAt(record + abi.CLOCK_WEEK_CLASSES, low);
    image.setAt(record + abi.CLOCK_WEEK_CLASSES + 4, high);
  }
  image.setWord(abi.SECTION_CLOCK, at);
}
