import type { EventData, ProblemData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { hardRule, lessonOf, limitsOfTeacher, schoolOf, someFreeSlots } from './planted-school.ts';

const week = { dayIds: ['mon', 'tue', 'wed', 'thu', 'fri'], slotCount: 6 } as const;
const { dayIds, slotCount } = week;

export interface GapFreeSchoolOptions {
  readonly classes: number;
  /** At least as many as classes. */
  readonly teachers: number;
}

/**
 * A school built around a timetable in which every class begins with the first slot and has no gap, on two days one slot
 * less than on the others. Teachers may have as many gaps in the week as they have there, and are away in most of their
 * free slots.
 */
export function gapFreeSchool(seed: number, { classes, teachers }: GapFreeSchoolOptions): ProblemData {
  const random = new Random(seed);
  const events: EventData[] = [];
  const busy = Array.from({ length: teachers }, () => dayIds.map(() => 0));
  const shifts = dayIds.map(() => Array.from({ length: slotCount }, () => random.below(teachers)));
  for (let classIndex = 0; classIndex < classes; classIndex++) {
    const short = random.below(dayIds.length);
    for (let day = 0; day < dayIds.length; day++) {
      const isShort = day === short || day === (short + 2) % dayIds.length;
      for (let slot = 0; slot < slotCount - (isShort ? 1 : 0); slot++) {
        const teacher = (classIndex + (shifts[day]?.[slot] ?? 0)) % teachers;
        const masks = busy[teacher];
        if (masks !== undefined) masks[day] = (masks[day] ?? 0) | (1 << slot);
        events.push(lessonOf(`e${events.length}`, classIndex, teacher));
      }
    }
  }
  return schoolOf({
    name: 'School without gaps',
    ...week,
    classes,
    teachers,
    events,
    rules: [
      hardRule('gaps', 'maxGapsPerWeek', { of: 'groups' }, { max: 0 }),
      hardRule('early', 'earlyStart', { of: 'groups' }, { max: 0, within: 1 }),
      hardRule('least', 'minLoadPerDay', { of: 'groups' }, { min: slotCount - 1 }),
      ...busy.flatMap((masks, teacher) => limitsOfTeacher(teacher, masks, someFreeSlots(masks, week, 0.8, random))),
    ],
  });
}
