import { childOf, type XmlElement } from '../xml/xml.ts';
import type { FetFields } from './fields.ts';

/** How much a constraint counts. */
export interface Strength {
  readonly hard: boolean;
  /** 1 … 100; 1 when hard. */
  readonly weight: number;
  /** As the file has it. */
  readonly percent: number;
}

const largestWeight = 100;

/**
 * FET keeps a constraint of 100 % always and one of w % with a chance of w in 100 at every placement. Such a chance is no
 * price; it becomes one by its odds, w : (100 − w), as a whole number from 1 to 100. Null when the percentage is 0: then
 * nothing is asked for.
 */
export function strengthOf(element: XmlElement, fields: FetFields): Strength | null {
  const field = childOf(element, 'Weight_Percentage');
  // Older versions had weights of another sort beside this field: what was not compulsory has 0 % in FET of today.
  const isOptional = childOf(element, 'Compulsory')?.text.trim().toLowerCase() === 'no';
  const text = field?.text.trim() ?? (isOptional ? '0' : '100');
  const percent = Number(text);
  if (text === '' || !(percent >= 0 && percent <= 100)) {
    const message = 'Weight_Percentage must be a number from 0 to 100.';
    fields.flaw('fet.percentage', message, field ?? element, { value: text, advice: 'Correct this line.' });
    return null;
  }
  if (percent === 0) return null;
  const odds = Math.round(percent / (100 - percent));
  return percent === 100
    ? { hard: true, weight: 1, percent }
    : { hard: false, weight: Math.min(largestWeight, Math.max(1, odds)), percent };
}
