import { latinDigits } from '../written-numbers.ts';

/** A text that spreadsheets make of something like `1-2`, and what may have been typed. */
export interface MangledDate {
  /** Day and month in both orders: which one it was, nobody knows any more. */
  readonly numbers: readonly [number, number];
}

/** First three letters of the months in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'jui', 'giu'],
  ['jul', 'lug', 'juil'],
  ['aug', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

/** What a text is when it looks like a date that a spreadsheet made of two small numbers; null for all others. */
export function mangledDate(text: string): MangledDate | null {
  const iso = /^\d{4}-(\d\d)-(\d\d)(?: 00:00)?$/.exec(text);
  if (iso !== null) return pairOf(Number(iso[2]), Number(iso[1]));
  const numeric = /^(\d{1,2})([./])(\d{1,2})\2(?:\d{4}|\d{2})$/.exec(text);
  if (numeric !== null) return pairOf(Number(numeric[1]), Number(numeric[3]));
  const dayFirst = /^(\d{1,2})[.\- ]{1,2}(\p{L}{3,5})\.?(?:[- ]\d{2,4})?$/u.exec(text);
  if (dayFirst !== null) return pairOf(Number(dayFirst[1]), monthOf(dayFirst[2] ?? ''));
  const monthFirst = /^(\p{L}{3,5})\.?[- ](\d{1,2})$/u.exec(text);
  if (monthFirst !== null) return pairOf(Number(monthFirst[2]), monthOf(monthFirst[1] ?? ''));
  return null;
}

function pairOf(day: number, month: number): MangledDate | null {
  return day >= 1 && day <= 31 && month >= 1 && month <= 31 ? { numbers: [day, month] } : null;
}

function monthOf(word: string): number {
  const letters = word.toLowerCase();
  const exact = months.findIndex((names) => names.some((name) => name.length > 3 && letters.startsWith(name)));
  return (exact >= 0 ? exact : months.findIndex((names) => names.includes(letters.slice(0, 3)))) + 1;
}

/** What may have been typed before the spreadsheet made a date of it: `1-2`, `2-1`, with slashes, with points. */
export function beforeMangling({ numbers: [day, month] }: MangledDate): readonly string[] {
  return ['-', '/', '.'].flatMap((mark) => [`${day}${mark}${month}`, `${month}${mark}${day}`]);
}

/**
 * Minutes after midnight of a clock time as people and spreadsheets write it: `8:00`, `08h15`, `8.15`, `1:30 pm`, `14 Uhr`, or
 * a part of a day (`0.3333` is 08:00). Null when it is none.
 */
export function clockMinutes(written: string): number | null {
  const text = latinDigits(written.trim());
  const part = /^0?[.,]\d{2,}$/.exec(text);
  if (part !== null && !/^\d[.,]\d\d$/.test(text)) return Math.round(Number(text.replace(',', '.')) * 1440);
  const match = /^(\d{1,2})(?:\s*[:.hH]\s*([0-5]\d)?(?::[0-5]\d)?)?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?$/i.exec(text);
  if (match === null) return null;
  const half = (match[3] ?? '').toLowerCase().charAt(0);
  const hour = Number(match[1]);
  if (hour > 24 || ((half === 'a' || half === 'p') && hour > 12)) return null;
  const shifted = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  const minutes = shifted * 60 + Number(match[2] ?? 0);
  return minutes <= 1440 ? minutes : null;
}
