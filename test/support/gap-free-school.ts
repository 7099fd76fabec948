import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';

const dayIds = ['mon', 'tue', 'wed', 'thu', 'fri'];
const slotCount = 6;

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
        const week = busy[teacher];
        if (week !== undefined) week[day] = (week[day] ?? 0) | (1 << slot);
        events.push(lesson(events.length, classIndex, teacher));
      }
    }
  }
  return {
    name: 'School without gaps',
    calendar: {
      days: dayIds.map((id) => ({ id, name: id })),
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
    instructors: Array.from({ length: teachers }, (_, index) => ({ id: `t${index}`, name: `Teacher ${index}` })),
    groups: Array.from({ length: classes }, (_, index) => ({ id: `g${index}`, name: `Class ${index}`, size: 20 })),
    students: [],
    events,
    rules: [
      hardRule('gaps', 'maxGapsPerWeek', { of: 'groups' }, { max: 0 }),
      hardRule('early', 'earlyStart', { of: 'groups' }, { max: 0, within: 1 }),
      hardRule('least', 'minLoadPerDay', { of: 'groups' }, { min: slotCount - 1 }),
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
    day: dayIds[day] ?? '',
    slots: Array.from({ length: slotCount }, (_, slot) => slot).filter(
      (slot) => ((mask >> slot) & 1) === 0 && random.chance(0.8),
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

function gapsOf(mask: number): number {
  return mask.toString(2).replace(/0+$/, '').replaceAll('1', '').length;
}
