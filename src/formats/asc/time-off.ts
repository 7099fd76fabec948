import { type Diagnostic, info } from '../../domain/diagnostic.ts';
import type { CalendarData, RuleData, SlotSelection } from '../../domain/problem-data.ts';
import type { XmlElement } from '../xml/xml.ts';
import type { AscFile } from './file.ts';

/** Whom the times off of a list are about. */
const scopeOf: Readonly<Record<string, RuleData['scope']['of']>> = {
  subject: 'courses',
  teacher: 'instructors',
  class: 'groups',
  classroom: 'rooms',
};

/** Times that had better be avoided: the question marks of the program. */
const avoided = '2';
const blocked = '0';

/**
 * Times off as rules: a string for each day between commas, a digit for each period. 0 is a hard rule *unavailable*, 2 a soft
 * one. What has another number of days or periods, or differs from week to week, is left to be kept word for word.
 */
export function timeOffOfAsc(
  { others }: AscFile,
  calendar: CalendarData,
  remarks: Diagnostic[],
): { readonly rules: readonly RuleData[]; readonly others: AscFile['others'] } {
  const rules: RuleData[] = [];
  const left = others.map(({ kind, elements }) => {
    if (kind !== 'timeoff') return { kind, elements };
    return { kind, elements: elements.filter((element) => !takeTimeOff(element, calendar, rules)) };
  });
  if (rules.length > 0) {
    const message = 'Times off are rules about availability; times with a question mark are soft ones.';
    remarks.push(info('asc.timeOff', message, { value: rules.length }));
  }
  return { rules, others: left.filter(({ elements }) => elements.length > 0) };
}

function takeTimeOff({ name, attributes }: XmlElement, { days, slots }: CalendarData, rules: RuleData[]): boolean {
  const of = scopeOf[name];
  const id = attributes.id ?? '';
  const perDay = (attributes.timeoff ?? '').split(',').map((text) => periodsOf(text, slots.length));
  if (of === undefined || id === '' || perDay.length !== days.length || perDay.includes(null)) return false;
  const selected = (level: string) =>
    perDay.flatMap((periods, day): SlotSelection[] => {
      const chosen = [...(periods ?? '')].flatMap((digit, slot) => (digit === level ? [slot] : []));
      return chosen.length === 0 ? [] : [{ day: days[day]?.id ?? '', slots: chosen }];
    });
  for (const [level, hard] of [
    [blocked, true],
    [avoided, false],
  ] as const) {
    const chosen = selected(level);
    if (chosen.length === 0) continue;
    const ruleId = `timeoff-${name}-${id}${hard ? '' : '-avoid'}`;
    rules.push({
      id: ruleId,
      kind: 'unavailable',
      scope: { of, ids: [id] },
      params: { slots: chosen },
      hard,
      weight: 1,
    });
  }
  return true;
}

/** The digits of a day; weeks stand one behind the other after points. Null where they are others than 0, 1, 2, or differ. */
function periodsOf(text: string, count: number): string | null {
  const weeks = new Set(text.trim().replace(/^\./, '').split('.'));
  const [only = ''] = weeks;
  return weeks.size === 1 && only.length === count && /^[012]*$/.test(only) ? only : null;
}
