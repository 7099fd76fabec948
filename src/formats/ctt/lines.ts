import type { Flaws } from '../flaws.ts';

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
  context.flaws.add('ctt.number', `${numberWords} must be a whole number from {min} to {max}.` as const, {
    value: field ?? line.fields.join(' '),
    place: placeOf(context, line),
    values: { what, min, max, wrong: whatIsWrong(field) },
    advice: wrongNumberWords,
  });
  return null;
}

/** What a number of the file says, by the word that `wholeNumber` is given; names of the header stand for themselves. */
const numberWords =
  '{what=day:The day (counted from 0)|period:The period (counted from 0)|lectures:The number of lectures|workingDays:The minimum of working days|students:The number of students|double:The mark for double lectures|capacity:The capacity|courses:The number of courses of the curriculum|leastLectures:The least lectures a day|mostLectures:The most lectures a day}';

const wrongNumberWords =
  '{wrong=missing:Add the missing number.|negative:Negative numbers have no meaning here.|fraction:Write it without a fraction.|range:Correct the number.|letters:Write digits only.}';

function whatIsWrong(field: string | undefined): string {
  if (field === undefined) return 'missing';
  if (/^-\d/.test(field)) return 'negative';
  if (/^\d+[.,]\d+$/.test(field)) return 'fraction';
  return /^\+?\d+$/.test(field) ? 'range' : 'letters';
}
