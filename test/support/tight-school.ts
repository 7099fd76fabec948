import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { gapsOf, hardRule, lessonOf, schoolOf, someFreeSlots } from './planted-school.ts';

const week = { dayIds: ['mon', 'tue', 'wed', 'thu', 'fri'], slotCount: 6 } as const;
const { dayIds, slotCount } = week;

export interface TightSchoolOptions {
  readonly classes: number;
  /** At least as many as classes. */
  readonly teachers: number;
  /** Takes the timetable away: one teacher gets a lesson more than there are slots. */
  readonly overbooked?: boolean;
}

/**
 * A school built around a timetable in which every class is busy in every slot of the week: lessons of one and two slots,
 * teachers who are away in half of their free slots, and limits of gaps, lessons and days that this timetable just keeps.
 */
export function tightSchool(seed: number, { classes, teachers, overbooked = false }: TightSchoolOptions): ProblemData {
  const random = new Random(seed);
  const cells = dayIds.flatMap((day, dayIndex) =>
    Array.from({ length: slotCount }, (_, slot) => ({ day, dayIndex, slot, shift: 0 })),
  );
  // in each slot the teachers of the classes are a rotation, so that they differ; some rotations last two slots
  for (const [index, cell] of cells.entries()) {
    const before = cells[index - 1];
    const lasts = before !== undefined && cell.slot > 0 && random.chance(0.3);
    cell.shift = lasts ? before.shift : random.below(teachers);
  }
  const teacherOf = (classIndex: number, shift: number) => (classIndex + shift) % teachers;
  const events: EventData[] = [];
  const busy = Array.from({ length: teachers }, () => dayIds.map(() => 0));
  for (let classIndex = 0; classIndex < classes; classIndex++) {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      const next = cells[index + 1];
      if (cell === undefined) continue;
      const teacher = teacherOf(classIndex, cell.shift);
      const isBlock = next !== undefined && next.slot > 0 && next.shift === cell.shift;
      const masks = busy[teacher];
      if (masks !== undefined) masks[cell.dayIndex] = (masks[cell.dayIndex] ?? 0) | ((isBlock ? 3 : 1) << cell.slot);
      events.push(lesson(events.length, classIndex, teacher, isBlock ? 2 : 1));
      if (isBlock) index++;
    }
  }
  if (overbooked) {
    const first = events.filter(({ instructors }) => instructors?.[0]?.id === 't0').length;
    for (let more = first; more <= dayIds.length * slotCount; more++) events.push(lesson(events.length, -1, 0, 1));
  }
  return schoolOf({
    name: 'Tight school',
    ...week,
    classes,
    teachers,
    courses: Array.from({ length: classes + 1 }, (_, index) => ({ id: `c${index - 1}`, name: `Lessons ${index - 1}` })),
    events,
    rules: busy.flatMap((masks, teacher) => rulesOf(masks, teacher, random)),
  });
}

/** A lesson of a class in the course it has by itself; -1: of no class. */
function lesson(index: number, classIndex: number, teacher: number, duration: number): EventData {
  const groupIds = classIndex < 0 ? [] : [`g${classIndex}`];
  return { ...lessonOf(`e${index}`, classIndex, teacher), courseId: `c${classIndex}`, duration, groupIds };
}

/** Limits that the planted week of a teacher just keeps. */
function rulesOf(masks: readonly number[], teacher: number, random: Random): RuleData[] {
  const rule = (kind: string, params: RuleData['params']): RuleData =>
    hardRule(`${kind}-${teacher}`, kind, { of: 'instructors', ids: [`t${teacher}`] }, params);
  const worked = masks.filter((mask) => mask !== 0);
  const away = someFreeSlots(masks, week, 0.5, random);
  return [
    ...(away.length > 0 ? [rule('unavailable', { slots: away })] : []),
    rule('maxGapsPerDay', { max: Math.max(...worked.map(gapsOf)) }),
    rule('minLoadPerDay', { min: Math.min(...worked.map(countOf)) }),
    rule('maxLoadPerDay', { max: Math.max(...worked.map(countOf)) }),
    rule('minDays', { min: worked.length }),
  ];
}

function countOf(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}
