import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { hardRule, lessonOf, limitsOfTeacher, schoolOf, someFreeSlots } from './planted-school.ts';

/** Mornings and afternoons of five days. */
const halfDayIds = Array.from({ length: 10 }, (_, index) => `h${index}`);
const slotCount = 4;
const week = { dayIds: halfDayIds, slotCount } as const;
const least = 2;

export interface HalfDaysSchoolOptions {
  /** Even: two classes each have lessons in common. */
  readonly classes: number;
  /** At least as many as classes. */
  readonly teachers: number;
}

/**
 * A school of half days, built around a timetable in which every class begins its half days with the first or the second
 * slot, has no gap and two lessons at least, and some half days off. Where two neighbouring classes are both in their last
 * lesson, these begin together. Teachers may have as many gaps in the week as they have there, and are away in many of
 * their free slots.
 */
export function halfDaysSchool(seed: number, { classes, teachers }: HalfDaysSchoolOptions): ProblemData {
  const random = new Random(seed);
  const events: EventData[] = [];
  const rules: RuleData[] = [];
  const busy = Array.from({ length: teachers }, () => halfDayIds.map(() => 0));
  const shifts = halfDayIds.map(() => Array.from({ length: slotCount }, () => random.below(teachers)));
  const late = Array.from({ length: classes }, () => 0);
  for (let halfDay = 0; halfDay < halfDayIds.length; halfDay++) {
    for (let pair = 0; pair < classes; pair += 2) {
      // one half day off now and then; where the second begins later, both still end together
      if (random.chance(0.15)) continue;
      const end = least + 1 + random.below(slotCount - least);
      for (const [member, start] of [0, random.chance(0.3) ? 1 : 0].entries()) {
        if (start > 0) late[pair + member] = (late[pair + member] ?? 0) + 1;
        for (let slot = start; slot < end; slot++) {
          const teacher = (pair + member + (shifts[halfDay]?.[slot] ?? 0)) % teachers;
          const masks = busy[teacher];
          if (masks !== undefined) masks[halfDay] = (masks[halfDay] ?? 0) | (1 << slot);
          events.push(lessonOf(`e${events.length}`, pair + member, teacher));
        }
        if (member === 0) continue;
        const ids = [events.length - 1, events.length - 1 - (end - start)].map((index) => `e${index}`);
        for (const kind of ['sameStart', 'sameDays']) {
          rules.push(hardRule(`${kind}-${events.length}`, kind, { of: 'events', ids }, {}));
        }
      }
    }
  }
  return schoolOf({
    name: 'School of half days',
    ...week,
    classes,
    teachers,
    events,
    rules: [
      ...rules,
      hardRule('gaps', 'maxGapsPerWeek', { of: 'groups' }, { max: 0 }),
      hardRule('least', 'minLoadPerDay', { of: 'groups' }, { min: least }),
      ...late.map((max, index) =>
        hardRule(`early-${index}`, 'earlyStart', { of: 'groups', ids: [`g${index}`] }, { max, within: 1 }),
      ),
      ...busy.flatMap((masks, teacher) => limitsOfTeacher(teacher, masks, someFreeSlots(masks, week, 0.5, random))),
    ],
  });
}
