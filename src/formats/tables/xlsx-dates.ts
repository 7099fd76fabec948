import { attributeOf, scanXml } from '../xml/xml-scan.ts';

/** How numbers of a style are meant: as they are, as a date, a clock time, or both. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'both';

/** Numbers of formats that every program knows (ECMA-376, 18.8.30; those of East Asia among them). */
const dateFormats = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const timeFormats = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);

/** The meaning of each cell style of a workbook, by its number. */
export function numberMeanings(stylesXml: string): readonly NumberMeaning[] {
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let isInCells = false;
  scanXml(stylesXml, {
    open(name, attributes) {
      if (name === 'cellXfs') isInCells = true;
      else if (name === 'numFmt') {
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      } else if (name === 'xf' && isInCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        meanings.push(meaningOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return meanings;
}

function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) {
    if (id === 22) return 'both';
    return dateFormats.has(id) ? 'date' : timeFormats.has(id) ? 'time' : 'number';
  }
  // what is quoted, escaped or a colour says nothing about the number
  const letters = code
    .toLowerCase()
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .replace(/general/g, '');
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (!hasTime && /m/.test(letters));
  return hasTime ? (hasDate ? 'both' : 'time') : hasDate ? 'date' : 'number';
}

const millisecondsADay = 86_400_000;

/** A number of days as `YYYY-MM-DD`, `HH:MM`, or both; what cannot be a date stays a number. */
export function dateText(serial: number, meaning: NumberMeaning, isFrom1904: boolean): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const days = Math.floor(serial) + (minutes === 1440 ? 1 : 0);
  if (meaning === 'time' && days === 1 && minutes % 1440 === 0) return '24:00';
  const clock = `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
  if (serial < 0 || days > 2_958_465) return String(serial);
  if (meaning === 'time' || days === 0) return clock;
  // There was no 29 February 1900, though the count has one: days before it are a day later.
  const origin = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(origin + days * millisecondsADay).toISOString().slice(0, 10);
  return meaning === 'both' && minutes % 1440 !== 0 ? `${date} ${clock}` : date;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
