import type { Flaws } from './flaws.ts';

/** A line that is not blank: its number from 1 and its fields. */
export interface Line {
  readonly number: number;
  readonly fields: readonly string[];
}

/** No line of the format comes near this; longer ones are noise and are not taken apart. */
const longestLine = 20_000;

/** Lines one by one, without splitting the whole text first. Accepts LF, CRLF and CR; fields are split by blanks or tabs. */
export function* linesOf(text: string): Generator<Line> {
  const ends = /\r\n|\n|\r/g;
  let number = 0;
  for (let start = 0; start < text.length; ) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    const stop = end === null ? text.length : end.index;
    number++;
    const content = stop - start > longestLine ? text.slice(start, start + longestLine) : text.slice(start, stop);
    const fields = content.split(/[\s\u00a0]+/).filter((field) => field !== '');
    if (fields.length > 0) yield { number, fields };
    start = end === null ? text.length : ends.lastIndex;
  }
}

/** What every check of one file needs: its name for places, and where flaws go. */
export interface LineContext {
  readonly file: string;
  readonly flaws: Flaws;
}

export function placeOf(context: LineContext, line: Line): string {
  return `${context.file}:${line.number}`;
}

/** Reads a whole number of at least `min` and at most `max`; otherwise notes the flaw and answers null. */
export function wholeNumber(
  context: LineContext,
  line: Line,
  field: string | undefined,
  what: string,
  min = 0,
  max = 1_000_000,
): number | null {
  const value = field !== undefined && /^[+-]?\d{1,15}$/.test(field) ? Number(field) : Number.NaN;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  context.flaws.add('ctt.number', `${what} must be a whole number from ${min} to ${max}.`, {
    value: field ?? line.fields.join(' '),
    place: placeOf(context, line),
    advice: adviceFor(field),
  });
  return null;
}

function adviceFor(field: string | undefined): string {
  if (field === undefined) return 'Add the missing number.';
  if (/^-\d/.test(field)) return 'Negative numbers have no meaning here.';
  if (/^\d+[.,]\d+$/.test(field)) return 'Write it without a fraction.';
  return 'Write digits only.';
}
