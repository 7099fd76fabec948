import type { CourseData, EventData, ProblemData, RuleData, SlotSelection } from '../../src/domain/problem-data.ts';
import type { Random } from '../../src/domain/random.ts';

export interface SchoolParts {
  readonly name: string;
  readonly dayIds: readonly string[];
  readonly slotCount: number;
  /** In which the day begins; 8 unless something else is said. */
  readonly firstHour?: number;
  readonly classes: number;
  readonly teachers: number;
  /** One course `c` unless something else is said. */
  readonly courses?: readonly CourseData[];
  readonly events: readonly EventData[];
  readonly rules: readonly RuleData[];
}

/** A school without rooms: classes `g0`, `g1` … and teachers `t0`, `t1` …, a slot for each hour. */
export function schoolOf({
  name,
  dayIds,
  slotCount,
  firstHour = 8,
  classes,
  teachers,
  ...parts
}: SchoolParts): ProblemData {
  const { courses = [{ id: 'c', name: 'Lessons' }], events, rules } = parts;
  return {
    name,
    calendar: {
      days: dayIds.map((id) => ({ id, name: id })),
      slots: Array.from({ length: slotCount }, (_, slot) => ({
        start: `${firstHour + slot}:00`.padStart(5, '0'),
        end: `${firstHour + slot}:50`.padStart(5, '0'),
      })),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses,
    rooms: [],
    instructors: Array.from({ length: teachers }, (_, index) => ({ id: `t${index}`, name: `Teacher ${index}` })),
    groups: Array.from({ length: classes }, (_, index) => ({ id: `g${index}`, name: `Class ${index}`, size: 20 })),
    students: [],
    events,
    rules,
    notEnforced: [],
  };
}

/** A lesson of one slot of the course `c`. */
export function lessonOf(id: string, classIndex: number, teacher: number): EventData {
  return {
    id,
    courseId: 'c',
    duration: 1,
    groupIds: [`g${classIndex}`],
    instructors: [{ id: `t${teacher}` }],
    roomCount: 0,
  };
}

export function hardRule(id: string, kind: string, scope: RuleData['scope'], params: RuleData['params']): RuleData {
  return { id, kind, scope, params, hard: true, weight: 1 };
}

/** Of a week told by the mask of busy slots of each day: free slots, each with the chance given, without days that have none. */
export function someFreeSlots(
  week: readonly number[],
  { dayIds, slotCount }: Pick<SchoolParts, 'dayIds' | 'slotCount'>,
  chance: number,
  random: Random,
): SlotSelection[] {
  return week
    .map((mask, day) => ({
      day: dayIds[day] ?? '',
      slots: Array.from({ length: slotCount }, (_, slot) => slot).filter(
        (slot) => ((mask >> slot) & 1) === 0 && random.chance(chance),
      ),
    }))
    .filter(({ slots }) => slots.length > 0);
}

/** Free slots between the first and the last busy one. */
export function gapsOf(mask: number): number {
  return mask.toString(2).replace(/0+$/, '').replaceAll('1', '').length;
}

/** What the planted week of a teacher just keeps: its gaps, and being away in some of its free slots. */
export function limitsOfTeacher(teacher: number, week: readonly number[], away: readonly SlotSelection[]): RuleData[] {
  const scope = { of: 'instructors', ids: [`t${teacher}`] } as const;
  const gaps = week.reduce((sum, mask) => sum + gapsOf(mask), 0);
  return [
    hardRule(`gaps-${teacher}`, 'maxGapsPerWeek', scope, { max: gaps }),
    hardRule(`away-${teacher}`, 'unavailable', scope, { slots: away }),
  ];
}
