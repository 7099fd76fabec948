import * as abi from '../../../assembly/abi/abi.ts';
import type { MeetingTime, Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { Profile } from './events.ts';

/** The table of meeting times, with "nowhere" as its last row, and the index of who starts where. */
export function writeTimes(problem: Problem, image: ImageWriter): void {
  const { axis, times } = problem;
  if (!axis.cellsAreSlots) {
    writeLongTimes(problem, image);
    return;
  }
  const days: number[] = [];
  const classes = new Map<string, number>();
  const at = image.reserve((times.length + 1) * abi.TIME_BYTES);
  const startsAt: number[] = [];
  const stride = axis.cellCount + 1;
  times.forEach((time) => {
    const record = at + time.index * abi.TIME_BYTES;
    const firstDay = time.spans[0]?.dayIndex ?? 0;
    const firstCell = firstDay * axis.slotCount + time.start;
    const classKey = shapeKey(time);
    const shapeClass = classes.get(classKey) ?? classes.size;
    classes.set(classKey, shapeClass);
    startsAt[shapeClass * stride + firstCell] = time.index;
    image.setAt(record + abi.TIME_FIRST_DAY_ENTRY, days.length);
    image.setAt(record + abi.TIME_DAY_COUNT, time.spans.length);
    image.setAt(record + abi.TIME_START, time.start);
    image.setAt(record + abi.TIME_LENGTH, time.length);
    image.setAt(record + abi.TIME_MASK, time.spans[0]?.mask ?? 0);
    image.setAt(record + abi.TIME_DAY, firstDay);
    image.setAt(record + abi.TIME_CELL, firstCell);
    image.setAt(record + abi.TIME_SHAPE_CLASS, shapeClass);
    for (const span of time.spans) days.push(span.dayIndex);
  });
  const nowhere = at + times.length * abi.TIME_BYTES;
  image.setAt(nowhere + abi.TIME_FIRST_DAY_ENTRY, days.length);
  image.setAt(nowhere + abi.TIME_DAY, axis.dayIndexCount);
  image.setAt(nowhere + abi.TIME_CELL, axis.cellCount);
  image.setAt(nowhere + abi.TIME_SHAPE_CLASS, -1);
  days.push(axis.dayIndexCount);
  image.setWord(abi.SECTION_TIMES, at);
  image.setWord(abi.SECTION_TIME_DAYS, image.words(days));
  image.setWord(abi.HEADER_SHAPE_CLASSES, classes.size);
  const table = new Int32Array(Math.max(1, classes.size) * stride).fill(-1);
  startsAt.forEach((time, position) => {
    table[position] = time;
  });
  image.setWord(abi.SECTION_TIME_AT, image.words(table));
}

/** Days are long: the kernel sees a day of one slot for each cell, and no two times of one shape. */
function writeLongTimes({ axis, times }: Problem, image: ImageWriter): void {
  const days: number[] = [];
  const at = image.reserve((times.length + 1) * abi.TIME_BYTES);
  for (let index = 0; index <= times.length; index++) {
    const cells = times[index]?.cells ?? [];
    const record = at + index * abi.TIME_BYTES;
    const isTime = index < times.length ? 1 : 0;
    image.setAt(record + abi.TIME_FIRST_DAY_ENTRY, days.length);
    image.setAt(record + abi.TIME_DAY_COUNT, cells.length);
    image.setAt(record + abi.TIME_LENGTH, isTime);
    image.setAt(record + abi.TIME_MASK, isTime);
    image.setAt(record + abi.TIME_DAY, cells[0] ?? axis.cellCount);
    image.setAt(record + abi.TIME_CELL, cells[0] ?? axis.cellCount);
    image.setAt(record + abi.TIME_SHAPE_CLASS, -1);
    for (const cell of cells) days.push(cell);
  }
  days.push(axis.cellCount);
  image.setWord(abi.SECTION_TIMES, at);
  image.setWord(abi.SECTION_TIME_DAYS, image.words(days));
  image.setWord(abi.HEADER_SHAPE_CLASSES, 0);
  image.setWord(abi.SECTION_TIME_AT, image.words([-1]));
}

/**
 * Says of a profile which class its candidate times have when they differ only in where they start, else -1. Numbers as
 * in `writeTimes`.
 */
export function shapeClasses(problem: Problem): (profile: Profile) => number {
  if (!problem.axis.cellsAreSlots) return () => -1;
  const classes = new Map<string, number>();
  const classOf = problem.times.map((time) => {
    const key = shapeKey(time);
    const shapeClass = classes.get(key) ?? classes.size;
    classes.set(key, shapeClass);
    return time.days.length === 1 ? shapeClass : -1;
  });
  return ({ times }) => {
    const only = classOf[times[0] ?? -1] ?? -1;
    return times.every((time) => classOf[time] === only) ? only : -1;
  };
}

/** Times that differ only in where they start: same length, same weeks, one day of the week. */
function shapeKey(time: MeetingTime): string {
  return time.days.length === 1 ? `${time.length}/${time.weeks.join()}` : `:${time.index}`;
}
