import { childOf, childrenOf, type XmlElement } from '../xml/xml.ts';
import type { FetFields } from './fields.ts';

/** What the days of a file are: days, halves of them in turn, blocks, or the days of several terms. */
export const fetModes = ['Official', 'Mornings_Afternoons', 'Block_Planning', 'Terms'] as const;

export type FetModeName = (typeof fetModes)[number];

export interface FetMode {
  readonly name: FetModeName;
  /** Days of the file that make one: two halves of a real day, the days of a term; 1 in the other modes. */
  readonly daysAsOne: number;
  /** What the file says when it is none of these. */
  readonly unknown?: string;
  /** In the programs for half days that were there before version 6, a "day" of most limits was a real day. */
  readonly oldHalfDays: boolean;
}

export const official: FetMode = { name: 'Official', daysAsOne: 1, oldHalfDays: false };

/** Terms of the old program for them, and days of each; it wrote neither. */
const oldTerms = 5;

/** Before version 6 the other modes were programs of their own, with their names behind the version: "5.27.3-algeria". */
export function modeOf(root: XmlElement, fields: FetFields): FetMode {
  const said = fields.optional(root, 'Mode')?.trim() ?? '';
  const known = fetModes.find((name) => name.toLowerCase() === said.replaceAll(/[\s-]/g, '_').toLowerCase());
  if (known !== undefined) return { name: known, daysAsOne: daysAsOneOf(known, root, fields), oldHalfDays: false };
  if (said !== '') return { ...official, unknown: said };
  const program = /^[\d.]+-([a-z]+)/i.exec(root.attributes.version ?? '')?.[1]?.toLowerCase() ?? '';
  if (program === 'mathmake' || program === 'terms') {
    return { name: 'Terms', daysAsOne: daysAsOneOf('Terms', root, fields), oldHalfDays: false };
  }
  if (program === 'bp') return { ...official, name: 'Block_Planning' };
  const isHalfDays = ['ma', 'morocco', 'algeria'].includes(program);
  return isHalfDays ? { name: 'Mornings_Afternoons', daysAsOne: 2, oldHalfDays: true } : official;
}

function daysAsOneOf(name: FetModeName, root: XmlElement, fields: FetFields): number {
  if (name === 'Mornings_Afternoons') return 2;
  return name === 'Terms' ? (fields.optionalWhole(root, 1, 'Number_of_Days_Per_Term') ?? oldTerms) : 1;
}

/** The tag that a constraint has in version 6, where days are what the file lists. */
export function currentTag(tag: string, { oldHalfDays }: FetMode): string {
  if (!oldHalfDays) return tag;
  const match = /^(Constraint(?:Teachers?|Students(?:Set)?))(\w+)$/.exec(tag);
  const ending = match?.[2] ?? '';
  return match !== null && Object.hasOwn(renamed, ending) ? `${match[1]}${renamed[ending]}` : tag;
}

/** As FET converts them when it opens such a file. */
const renamed: Readonly<Record<string, string>> = {
  MaxHoursDaily: 'MaxHoursDailyRealDays',
  MaxHoursDailyHalfDays: 'MaxHoursDaily',
  ActivityTagMaxHoursDaily: 'ActivityTagMaxHoursDailyRealDays',
  MaxDaysPerWeek: 'MaxRealDaysPerWeek',
  MinDaysPerWeek: 'MinRealDaysPerWeek',
  MaxSpanPerDay: 'MaxSpanPerRealDay',
  MaxRoomChangesPerDay: 'MaxRoomChangesPerRealDay',
};

/** Which half days a teacher works, in the mode of mornings and afternoons. */
export const behaviourField = 'Mornings_Afternoons_Behavior';

/** On how many real days a teacher may work morning and afternoon, by the word for it. */
const exceptions = ['Exclusive', 'One day exception', 'Two days exception', 'Three days exception'];

/**
 * Teachers who may work in the morning or in the afternoon of a real day, with the number of days on which they may do
 * both. In the old program of Morocco that is everybody, and the exceptions have lists of their own.
 */
export function halfDayTeachers(root: XmlElement, { name }: FetMode): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (name !== 'Mornings_Afternoons') return found;
  const isMorocco = /-morocco/i.test(root.attributes.version ?? '');
  for (const teacher of childrenOf(childOf(root, 'Teachers_List') ?? root, 'Teacher')) {
    const behaviour = childOf(teacher, behaviourField)?.text.trim() ?? (isMorocco ? 'Exclusive' : '');
    const number = exceptionsIn(behaviour);
    if (number !== undefined) found.set(childOf(teacher, 'Name')?.text ?? '', number);
  }
  for (const [index, word] of ['One_Day', 'Two_Days', 'Three_Days'].entries()) {
    const list = childOf(root, `Exception_Teachers_${word}_List`);
    for (const { text } of list === undefined ? [] : childrenOf(list, 'Teacher')) found.set(text, index + 1);
  }
  return found;
}

/** The exceptions of a word; undefined when it is none of these. */
export function exceptionsIn(behaviour: string): number | undefined {
  const number = exceptions.indexOf(behaviour);
  return number < 0 ? undefined : number;
}

/** The word for so many exceptions; undefined stands for a teacher who is free to work any half day. */
export function behaviourOf(exceptionDays: number | undefined): string {
  return (exceptionDays === undefined ? undefined : exceptions[exceptionDays]) ?? 'Unrestricted';
}
