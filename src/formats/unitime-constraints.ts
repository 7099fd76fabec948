import { type Diagnostic, info, warning } from '../domain/diagnostic.ts';
import type { ForeignRule, RuleData } from '../domain/problem-data.ts';
import type { UnitimeConstraint, UnitimeFile } from './unitime-file.ts';

/** Kinds of ours that together are a type of UniTime's; `isReversed`: with the classes in the opposite order. */
interface Meaning {
  readonly kinds: readonly string[];
  readonly params?: (numbers: readonly number[], minutesOfSlot: number) => Record<string, number>;
  readonly isReversed?: true;
}

/** What a type asks for when it is required or preferred, and when it is prohibited or discouraged. */
interface Meanings {
  readonly wanted: Meaning;
  readonly unwanted?: Meaning;
}

const only = (kind: string, opposite?: string): Meanings => ({
  wanted: { kinds: [kind] },
  ...(opposite === undefined ? {} : { unwanted: { kinds: [opposite] } }),
});
const hours = ([count = 0]: readonly number[]) => count * 60;

/**
 * Types whose meaning is that of rules of ours (UniTime/cpsolver, GroupConstraint and FlexibleConstraint). Those that let
 * classes share a room, ask for classes one right after the other or spread classes are not among them.
 */
const meanings: Readonly<Record<string, Meanings>> = {
  SAME_TIME: only('sameTime', 'differentTime'),
  SAME_START: only('sameStart'),
  SAME_DAYS: only('sameDays', 'differentDays'),
  SAME_ROOM: only('sameRoom', 'differentRoom'),
  SAME_WEEKS: only('sameWeeks', 'differentWeeks'),
  DIFF_TIME: only('notOverlap', 'overlap'),
  SAME_STUDENTS: only('sameAttendees'),
  SAME_INSTR: only('sameAttendees'),
  LINKED_SECTIONS: only('sameAttendees'),
  SAME_D_T: { wanted: { kinds: ['sameDays', 'sameTime'] } },
  SAME_D_R_T: { wanted: { kinds: ['sameDays', 'sameRoom', 'sameTime'] } },
  PRECEDENCE: { wanted: { kinds: ['precedence'] }, unwanted: { kinds: ['precedence'], isReversed: true } },
  WORKDAY: { wanted: { kinds: ['maxWorkDay'], params: (numbers) => ({ minutes: hours(numbers) }) } },
  MAX_HRS_DAY: {
    wanted: { kinds: ['maxDayMinutes'], params: (numbers, unit) => ({ minutes: hours(numbers), unit }) },
  },
  MAX_DAYS: { wanted: { kinds: ['maxDaysOfEvents'], params: ([max = 0]) => ({ max }) } },
  MAX_BREAKS: { wanted: { kinds: ['maxBreaks'], params: ([max = 0, gap = 0]) => ({ max, gap }) } },
  MAXBLOCK_BACKTOBACK: { wanted: { kinds: ['maxBlock'], params: ([minutes = 0, gap = 0]) => ({ minutes, gap }) } },
};

/** Weights of the levels: strongly preferred or discouraged, preferred or discouraged. */
const weightOfLevel: Readonly<Record<string, number>> = { '-2': 4, '-1': 1, '1': 1, '2': 4 };

/** Classes that a rule about hours by the clock can be about. */
const mostInIntervals = 512;

export interface UnitimeRules {
  readonly rules: RuleData[];
  readonly notEnforced: ForeignRule[];
}

/** Group constraints as rules; those without a rule of ours, or of a neutral level, are kept word for word and named. */
export function rulesOfUnitime(
  file: UnitimeFile,
  text: string,
  known: ReadonlySet<string>,
  remarks: Diagnostic[],
): UnitimeRules {
  const rules: RuleData[] = [];
  const kept = new Map<string, { texts: string[]; count: number }>();
  let missing = 0;
  file.constraints.forEach((constraint, index) => {
    const classes = [...new Set(constraint.classes)].filter((id) => known.has(id));
    missing += new Set(constraint.classes).size - classes.length;
    const found = classes.length < 2 ? [] : rulesOf(constraint, classes, `constraint-${index + 1}`, file);
    rules.push(...found);
    if (found.length > 0) return;
    const entry = kept.get(constraint.type) ?? { texts: [], count: 0 };
    entry.texts.push(text.slice(constraint.element.start, constraint.element.end));
    entry.count++;
    kept.set(constraint.type, entry);
  });
  if (missing > 0) {
    const message = 'Constraints name classes that the file does not have; these are left out of them.';
    remarks.push(warning('unitime.unknownClass', message, { value: missing }));
  }
  const notEnforced = [...kept].map(([kind, { texts, count }]): ForeignRule => {
    const advice = 'It is listed in the project and stays in its file.';
    remarks.push(info('import.notEnforced', `"${kind}" is kept, but not enforced.`, { value: count, advice }));
    return { format: 'unitime', kind, text: texts.join('\n'), count };
  });
  return { rules, notEnforced };
}

function rulesOf(
  { type, preference, reference }: UnitimeConstraint,
  classes: readonly string[],
  id: string,
  { slotsPerDay }: UnitimeFile,
): RuleData[] {
  const hard = preference === 'R' || preference === 'P';
  const weight = Object.hasOwn(weightOfLevel, preference) ? (weightOfLevel[preference] ?? 0) : 0;
  if (!hard && weight === 0) return [];
  const [name = '', inner = ''] = type.split(/[()]/);
  const entry = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  const meaning = preference === 'R' || preference.startsWith('-') ? entry?.wanted : entry?.unwanted;
  if (meaning === undefined) return [];
  const numbers = [...(inner === '' ? reference : inner).matchAll(/\d{1,5}/g)].map(([digits]) => Number(digits));
  const params = meaning.params?.(numbers, (24 * 60) / slotsPerDay) ?? {};
  if (meaning.params !== undefined && (!inRange(params) || classes.length > mostInIntervals)) return [];
  const ids = meaning.isReversed === true ? [...classes].reverse() : classes;
  const several = meaning.kinds.length > 1;
  return meaning.kinds.map((kind, at) => ({
    id: several ? `${id}-${at + 1}` : id,
    kind,
    scope: { of: 'events', ids },
    params,
    hard,
    weight: hard ? 1 : weight,
  }));
}

/** Limits of minutes, breaks and days that our rules know; what is beyond them is none that can be kept. */
function inRange(params: Readonly<Record<string, number>>): boolean {
  const { minutes = 1, max = 1, gap = 0 } = params;
  const fewest = params.gap === undefined ? 1 : 0;
  return minutes >= 1 && minutes <= 1440 && max >= fewest && max <= 30 && gap <= 1440;
}
