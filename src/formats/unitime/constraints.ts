import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { ForeignRule, RuleData } from '../../domain/problem-data.ts';
import { notEnforcedRemark } from '../not-enforced.ts';
import type { UnitimeConstraint, UnitimeFile } from './file.ts';

type Params = Readonly<Record<string, number | boolean>>;

/** Kinds of ours that together are a type of UniTime's; `isReversed`: with the classes in the opposite order. */
interface Meaning {
  readonly kinds: readonly string[];
  /** Parameters that do not depend on the file, by kind. */
  readonly fixed?: Readonly<Record<string, Params>>;
  readonly params?: (numbers: readonly number[], minutesOfSlot: number) => Readonly<Record<string, number>>;
  readonly isReversed?: true;
  /** Soft also when it is required. */
  readonly isWish?: true;
}

/** What a type asks for when it is required or preferred, and when it is prohibited or discouraged. */
interface Meanings {
  readonly wanted?: Meaning;
  readonly unwanted?: Meaning;
}

const only = (kind: string, opposite?: string): Meanings => ({
  wanted: { kinds: [kind] },
  ...(opposite === undefined ? {} : { unwanted: { kinds: [opposite] } }),
});
/** On the same days, with at least and at most so many minutes from the end of one class to the start of the next. */
const apart = (least: number, most: number | null, ...more: readonly string[]): Meaning => ({
  kinds: [
    ...more,
    'sameDays',
    least === 0 ? 'notOverlap' : 'minMinutesBetween',
    ...(most === null ? [] : ['maxBreaks']),
  ],
  fixed: {
    ...(least === 0 ? {} : { minMinutesBetween: { minutes: least } }),
    ...(most === null ? {} : { maxBreaks: { max: 0, gap: most } }),
  },
});

/** The week that UniTime counts days in unless it is told otherwise: Monday to Friday, then Monday again. */
const workDays = 5;

/** So many working days later, in the order of the constraint; in the opposite one when that is not wanted. */
const later = (days: number): Meanings => {
  const meaning = { kinds: ['daysLater'], fixed: { daysLater: { days, cycle: workDays } } };
  return { wanted: meaning, unwanted: { ...meaning, isReversed: true } };
};

/** Classes that are not to be back-to-back have half an hour between them. */
const halfHour = 30;

/** Exactly so many hours between classes, whose ten minutes of changing rooms may be part of them. */
const hoursBetween = Object.fromEntries(
  [1, 1.5, 2, 3, 4, 4.5, 5, 6, 7, 8].map((count) => [`NHB(${count})`, { wanted: apart(count * 50, count * 60) }]),
);

const hours = ([count = 0]: readonly number[]) => count * 60;

/**
 * Types whose meaning is that of rules of ours (UniTime/cpsolver, GroupConstraint and FlexibleConstraint). Spread classes
 * are to overlap as little as they can: the solver finds a limit for each time and weakens it while it runs, here every
 * two that overlap cost.
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
  // that they share a room and instructors is seen to by `meetTogether`
  MEET_WITH: { wanted: { kinds: ['sameDays', 'sameTime'] } },
  MEET_WITH_WEEKS: { wanted: { kinds: ['sameDays', 'sameTime', 'sameWeeks'] } },
  SPREAD: { wanted: { kinds: ['notOverlap'], isWish: true } },
  SAME_D_R_T: { wanted: { kinds: ['sameDays', 'sameRoom', 'sameTime'] } },
  PRECEDENCE: { wanted: { kinds: ['precedence'] }, unwanted: { kinds: ['precedence'], isReversed: true } },
  BTB_TIME: { wanted: apart(0, 0), unwanted: apart(halfHour, null) },
  BTB: { wanted: apart(0, 0, 'sameRoom'), unwanted: apart(halfHour, null, 'sameRoom') },
  BTB_PRECEDENCE: { wanted: apart(0, 0, 'precedence'), unwanted: apart(halfHour, null, 'precedence') },
  ...hoursBetween,
  // the solver asks for six slots of five minutes, though it is called an hour
  'NHB_GTE(1)': { wanted: apart(30, null), unwanted: apart(0, 25) },
  'NHB_LT(6)': { wanted: apart(0, 360), unwanted: apart(365, null) },
  FOLLOWING_DAY: later(1),
  EVERY_OTHER_DAY: later(2),
  BTB_DAY: {
    wanted: { kinds: ['daysLater'], fixed: { daysLater: { days: 1, either: true } } },
    unwanted: { kinds: ['minDaysBetween'], fixed: { minDaysBetween: { min: 2 } } },
  },
  NDB_GT_1: { wanted: { kinds: ['minDaysBetween'], fixed: { minDaysBetween: { min: 3 } } } },
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

/** Weight of what the solver requires, but weakens while it runs: that of a strong preference. */
const strictWish = 4;

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
  met: ReadonlySet<UnitimeConstraint>,
  remarks: Diagnostic[],
): UnitimeRules {
  const rules: RuleData[] = [];
  const kept = new Map<string, { texts: string[]; count: number }>();
  let missing = 0;
  file.constraints.forEach((constraint, index) => {
    const classes = [...new Set(constraint.classes)].filter((id) => known.has(id));
    missing += new Set(constraint.classes).size - classes.length;
    const isMeaningful = classes.length >= 2 && (met.has(constraint) || !constraint.type.startsWith('MEET_WITH'));
    const found = isMeaningful ? rulesOf(constraint, classes, `constraint-${index + 1}`, file) : [];
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
    remarks.push(notEnforcedRemark(kind, count));
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
  const isStrict = preference === 'R' || preference === 'P';
  const level = Object.hasOwn(weightOfLevel, preference) ? (weightOfLevel[preference] ?? 0) : 0;
  if (!isStrict && level === 0) return [];
  const [name = '', inner = ''] = type.split(/[()]/);
  // types that are told apart by their number alone stand with it
  const key = Object.hasOwn(meanings, type) ? type : name;
  const entry = Object.hasOwn(meanings, key) ? meanings[key] : undefined;
  const meaning = preference === 'R' || preference.startsWith('-') ? entry?.wanted : entry?.unwanted;
  if (meaning === undefined) return [];
  const numbers = [...(inner === '' ? reference : inner).matchAll(/\d{1,5}/g)].map(([digits]) => Number(digits));
  const params = meaning.params?.(numbers, (24 * 60) / slotsPerDay) ?? {};
  const isByClock = meaning.params !== undefined || meaning.kinds.includes('maxBreaks');
  if (!inRange(params) || (isByClock && classes.length > mostInIntervals)) return [];
  const ids = meaning.isReversed === true ? [...classes].reverse() : classes;
  const several = meaning.kinds.length > 1;
  const hard = isStrict && meaning.isWish !== true;
  return meaning.kinds.map((kind, at) => ({
    id: several ? `${id}-${at + 1}` : id,
    kind,
    scope: { of: 'events', ids },
    params: { ...params, ...meaning.fixed?.[kind] },
    hard,
    weight: hard ? 1 : isStrict ? strictWish : level,
  }));
}

/** Limits of minutes, breaks and days that our rules know; what is beyond them is none that can be kept. */
function inRange(params: Readonly<Record<string, number>>): boolean {
  const { minutes = 1, max = 1, gap = 0 } = params;
  const fewest = params.gap === undefined ? 1 : 0;
  return minutes >= 1 && minutes <= 1440 && max >= fewest && max <= 30 && gap <= 1440;
}
