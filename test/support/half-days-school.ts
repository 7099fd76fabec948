import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';

/** Mornings and afternoons of five days. */
const halfDayIds = Array.from({ length: 10 }, (_, index) => `h${index}`);
const slotCount = 4;
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
          const week = busy[teacher];
          if (week !== undefined) week[halfDay] = (week[halfDay] ?? 0) | (1 << slot);
          events.push(lesson(events.length, pair + member, teacher));
        }
        if (member === 0) continue;
        const ids = [events.length - 1, events.length - 1 - (end - start)].map((index) => `e${index}`);
        for (const kind of ['sameStart', 'sameDays']) {
          rules.push(hardRule(`${kind}-${events.length}`, kind, { of: 'events', ids }, {}));
        }
      }
    }
  }
  return {
    name: 'School of half days',
    calendar: {
      days: halfDayIds.map((id) => ({ id, name: id })),
      slots: Array.from({ length: slotCount }, (_, slot) => ({
        start: `${8 + slot}:00`.padStart(5, '0'),
        end: `${8 + slot}:50`.padStart(5, '0'),
      })),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: [{ id: 'c', name: 'Lessons' }],
    rooms: [],
    instructors: busy.map((_, index) => ({ id: `t${index}`, name: `Teacher ${index}` })),
    groups: late.map((_, index) => ({ id: `g${index}`, name: `Class ${index}`, size: 20 })),
    students: [],
    events,
    rules: [
      ...rules,
      hardRule('gaps', 'maxGapsPerWeek', { of: 'groups' }, { max: 0 }),
      hardRule('least', 'minLoadPerDay', { of: 'groups' }, { min: least }),
      ...late.map((max, index) =>
        hardRule(`early-${index}`, 'earlyStart', { of: 'groups', ids: [`g${index}`] }, { max, within: 1 }),
      ),
      ...busy.flatMap((week, teacher) => rulesOf(week, teacher, random)),
    ],
    notEnforced: [],
  };
}

function lesson(index: number, classIndex: number, teacher: number): EventData {
  return {
    id: `e${index}`,
    courseId: 'c',
    duration: 1,
    groupIds: [`g${classIndex}`],
    instructors: [{ id: `t${teacher}` }],
    roomCount: 0,
  };
}

/** What the planted week of a teacher just keeps. */
function rulesOf(week: readonly number[], teacher: number, random: Random): RuleData[] {
  const scope = { of: 'instructors', ids: [`t${teacher}`] } as const;
  const slots = week.map((mask, day) => ({
    day: halfDayIds[day] ?? '',
    slots: Array.from({ length: slotCount }, (_, slot) => slot).filter(
      (slot) => ((mask >> slot) & 1) === 0 && random.chance(0.5),
    ),
  }));
  const gaps = week.reduce((sum, mask) => sum + gapsOf(mask), 0);
  return [
    hardRule(`gaps-${teacher}`, 'maxGapsPerWeek', scope, { max: gaps }),
    hardRule(`away-${teacher}`, 'unavailable', scope, { slots: slots.filter((day) => day.slots.length > 0) }),
  ];
}

function hardRule(id: string, kind: string, scope: RuleData['scope'], params: RuleData['params']): RuleData {
  return { id, kind, scope, params, hard: true, weight: 1 };
}

/** Free slots between the first and the last busy one. */
function gapsOf(mask: number): number {
  const bits = mask.toString(2).replace(/0+$/, '');
  return bits.replaceAll('1', '').length;
}
