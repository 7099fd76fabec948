import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { ForeignRule, RuleData } from '../../domain/problem-data.ts';
import { notEnforcedRemark } from '../not-enforced.ts';
import type { Itc2019Distribution, Itc2019File } from './file.ts';

/** A kind of ours for a type of the competition; its parameters are slots of so many minutes, or plain numbers. */
export interface Itc2019Kind {
  readonly kind: string;
  readonly params?: (numbers: readonly number[], minutes: number) => Record<string, number>;
  /** The inverse of `params`: names of the parameters in the order of the type, and whether they are minutes. */
  readonly numbers?: readonly (readonly [param: string, isTime: boolean])[];
  /** Its penalty multiplies a sum over all weeks, which is divided afterwards. */
  readonly isDivided?: boolean;
}

export const itc2019Kinds: Readonly<Record<string, Itc2019Kind>> = {
  SameStart: { kind: 'sameStart' },
  SameTime: { kind: 'sameTime' },
  DifferentTime: { kind: 'differentTime' },
  SameDays: { kind: 'sameDays' },
  DifferentDays: { kind: 'differentDays' },
  SameWeeks: { kind: 'sameWeeks' },
  DifferentWeeks: { kind: 'differentWeeks' },
  Overlap: { kind: 'overlap' },
  NotOverlap: { kind: 'notOverlap' },
  SameRoom: { kind: 'sameRoom' },
  DifferentRoom: { kind: 'differentRoom' },
  SameAttendees: { kind: 'sameAttendees' },
  Precedence: { kind: 'precedence' },
  WorkDay: {
    kind: 'maxWorkDay',
    params: ([slots = 0], minutes) => ({ minutes: slots * minutes }),
    numbers: [['minutes', true]],
  },
  MinGap: {
    kind: 'minMinutesBetween',
    params: ([slots = 0], minutes) => ({ minutes: slots * minutes }),
    numbers: [['minutes', true]],
  },
  MaxDays: {
    kind: 'maxDaysOfEvents',
    params: ([days = 0]) => ({ max: days }),
    numbers: [['max', false]],
    isDivided: true,
  },
  MaxDayLoad: {
    kind: 'maxDayMinutes',
    params: ([slots = 0], minutes) => ({ minutes: slots * minutes, unit: minutes }),
    numbers: [['minutes', true]],
    isDivided: true,
  },
  MaxBreaks: {
    kind: 'maxBreaks',
    params: ([breaks = 0, slots = 0], minutes) => ({ max: breaks, gap: slots * minutes }),
    numbers: [
      ['max', false],
      ['gap', true],
    ],
    isDivided: true,
  },
  MaxBlock: {
    kind: 'maxBlock',
    params: ([slots = 0, gap = 0], minutes) => ({ minutes: slots * minutes, gap: gap * minutes }),
    numbers: [
      ['minutes', true],
      ['gap', true],
    ],
    isDivided: true,
  },
};

const largestWeight = 10_000;

/** The distribution constraints as rules; those of unknown type, or of no weight, are kept and named. */
export function distributionRules(
  file: Itc2019File,
  remarks: Diagnostic[],
): { readonly rules: RuleData[]; readonly notEnforced: ForeignRule[] } {
  const minutes = (24 * 60) / file.slotsPerDay;
  const rules: RuleData[] = [];
  const unknown = new Map<string, { texts: string[]; count: number }>();
  file.distributions.forEach((distribution, index) => {
    const rule = ruleOf(distribution, `distribution-${index + 1}`, file.weights.distribution, minutes);
    if (rule !== null) {
      rules.push(rule);
      return;
    }
    const known = unknown.get(distribution.type) ?? { texts: [], count: 0 };
    known.texts.push(textOf(distribution));
    known.count++;
    unknown.set(distribution.type, known);
  });
  const notEnforced = [...unknown].map(([kind, { texts, count }]): ForeignRule => {
    remarks.push(notEnforcedRemark(kind, count));
    return { format: 'itc2019', kind, text: texts.join('\n'), count };
  });
  return { rules, notEnforced };
}

function ruleOf(
  { type, required, penalty, classes }: Itc2019Distribution,
  id: string,
  distributionWeight: number,
  minutes: number,
): RuleData | null {
  const match = /^([A-Za-z]+)(?:\((\d+(?:,\d+)*)\))?$/.exec(type.replaceAll(' ', ''));
  const name = match?.[1] ?? '';
  const kind = Object.hasOwn(itc2019Kinds, name) ? itc2019Kinds[name] : undefined;
  const weight = kind?.isDivided === true ? distributionWeight : distributionWeight * penalty;
  if (kind === undefined || (!required && (weight < 1 || penalty < 1 || weight > largestWeight))) return null;
  const params = kind.params?.(match?.[2]?.split(',').map(Number) ?? [], minutes) ?? {};
  return {
    id,
    kind: kind.kind,
    scope: { of: 'events', ids: [...new Set(classes)] },
    params: kind.isDivided === true && !required ? { ...params, penalty } : params,
    hard: required,
    weight: required ? 1 : weight,
  };
}

function textOf({ type, required, penalty, classes }: Itc2019Distribution): string {
  const strength = required ? 'required="true"' : `penalty="${penalty}"`;
  return `<distribution type="${type}" ${strength}>${classes.map((id) => `<class id="${id}"/>`).join('')}</distribution>`;
}
