import { type Diagnostic, error, info, warning } from '../diagnostic.ts';
import type { Values } from '../wording/template.ts';
import { latinDigits, latinMarks, weeksOfText } from '../written-numbers.ts';
import type { Bench } from './bench.ts';
import { beforeMangling, mangledDate } from './dates.ts';
import type { FieldKind, FieldValue, NamedList } from './field.ts';

/** What a cell means: a value, or nothing that could be taken; and what there is to say about it. */
export interface CellReading {
  /** Undefined when nothing can be taken. */
  readonly value: FieldValue | undefined;
  readonly remarks: readonly Diagnostic[];
}

/** Letters of a name or another text, as in the tables of the data. */
export const longestText = 300;
const faults = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;

/** True for what a spreadsheet shows where it could not compute a cell. */
export function isSheetFault(text: string): boolean {
  return faults.test(text);
}

/** Reads the text of a cell, which is not empty. Names that nothing has are created where they may be. */
export function readCell(kind: FieldKind, text: string, bench: Bench): CellReading {
  if (isSheetFault(text)) return refused('sheet.fault', 'The spreadsheet has an error in this cell.', text);
  switch (kind.type) {
    case 'text':
      return readText(text);
    case 'integer':
      return readInteger(kind, text);
    case 'reference': {
      const found = readName(kind.list, text, bench);
      return { value: found.ids[0], remarks: found.remarks };
    }
    case 'references':
      return readNames(kind.list, text, bench);
    case 'words':
      return readWords(text);
    case 'weeks':
      return readWeeks(text, bench.problem.calendar.weekCount);
    case 'fixed':
      return { value: undefined, remarks: [] };
  }
}

/** The text of a value, as it is shown before and after. */
export function cellTextOf(kind: FieldKind, value: FieldValue, bench: Bench): string {
  if (value === null || value === '') return '';
  if (kind.type === 'reference') return bench.nameOf(kind.list, String(value));
  if (typeof value !== 'object') return String(value);
  if (kind.type === 'references') return bench.namesOf(kind.list, value);
  if (kind.type === 'weeks') return bench.listed(value.map((week) => String(Number(week) + 1)));
  return bench.listed(value);
}

export const tooLong = 'At most {most} characters.';

function taken(value: FieldValue, remarks: readonly Diagnostic[] = []): CellReading {
  return { value, remarks };
}

function refused(code: string, message: string, value: string, values?: Values): CellReading {
  const detail = values === undefined ? { value } : { value, values };
  return { value: undefined, remarks: [error(code, message, detail)] };
}

function readText(text: string): CellReading {
  if (text.length > longestText) return refused('sheet.tooLong', tooLong, text, { most: longestText });
  return taken(text, mangledDate(text) === null ? [] : [dateRemark(text)]);
}

function readWords(text: string): CellReading {
  const words = splitWords(text);
  const long = words.find((word) => word.length > longestText);
  return long === undefined ? taken(words) : refused('sheet.tooLong', tooLong, long, { most: longestText });
}

function dateRemark(text: string) {
  return warning('sheet.date', 'This looks like a date that the spreadsheet made of something else.', {
    value: text,
    advice: 'Format the column as text in the spreadsheet and type it again, or correct it here later.',
  });
}

/** Whole numbers with the marks and digits of any language: `1 200`, `1.200`, `1,200`, `25,0`, `१२`; a unit after it is passed over. */
export function readInteger({ min, max }: { readonly min: number; readonly max: number }, text: string): CellReading {
  const bare = latinDigits(text)
    .replace(/\s*\p{L}{1,9}\.?$/u, '')
    .replace(/[\s\u00a0\u202f\u066c']/g, '');
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare);
  const number = isGrouped ? Number(bare.replace(/[.,]/g, '')) : Number(bare.replace(',', '.'));
  if (bare === '' || !Number.isFinite(number) || !Number.isInteger(number) || number < min || number > max) {
    return refused('sheet.number', 'A whole number from {min} to {max} is needed.', text, { min, max });
  }
  return taken(number);
}

interface FoundNames {
  readonly ids: readonly string[];
  readonly remarks: readonly Diagnostic[];
}

function readNames(list: NamedList, text: string, bench: Bench): CellReading {
  const whole = bench.idOf(list, text);
  if (whole !== undefined) return taken([whole]);
  const found = splitNames(list, text, bench).map((name) => readName(list, name, bench));
  const ids = [...new Set(found.flatMap((name) => name.ids))];
  const remarks = found.flatMap((name) => name.remarks);
  // Where a name is left out, those that are known are not to be taken for all of them.
  return { value: ids.length === 0 && remarks.length > 0 ? undefined : ids, remarks };
}

function readName(list: NamedList, name: string, bench: Bench): FoundNames {
  const known = bench.idOf(list, name);
  if (known !== undefined) return { ids: [known], remarks: [] };
  const mangled = mangledDate(name);
  if (mangled !== null) {
    const before = beforeMangling(mangled).find((text) => bench.idOf(list, text) !== undefined);
    const id = before === undefined ? undefined : bench.idOf(list, before);
    if (id === undefined) return { ids: [], remarks: [{ ...dateRemark(name), severity: 'error' }] };
    const detail = { value: name, values: { before: before ?? '' } };
    return { ids: [id], remarks: [info('sheet.dateRepaired', 'The spreadsheet made a date of “{before}”.', detail)] };
  }
  if (name.length > longestText) {
    return { ids: [], remarks: [error('sheet.tooLong', tooLong, { value: name, values: { most: longestText } })] };
  }
  const made = bench.need(list, name);
  if (made !== undefined) return { ids: [made], remarks: [] };
  return {
    ids: [],
    remarks: [warning('sheet.unknownName', 'Nothing is called “{name}”.', { value: name, values: { name } })],
  };
}

/**
 * The names in a cell. Where the whole, or pieces beside each other, are a name that is known, that is meant, whatever
 * marks are in it. Else line breaks, semicolons and bars separate; plus signs and commas do, but not before initials
 * ("Rai, P."); slashes and ampersands only beside names that are known.
 */
export function splitNames(list: NamedList, typed: string, bench: Bench): readonly string[] {
  const text = latinMarks(typed);
  const isKnown = (name: string) => name.trim() !== '' && bench.idOf(list, name) !== undefined;
  if (isKnown(text)) return [text.trim()];
  const marks = [...text.matchAll(/[;|\n+,/&]/g)].map(({ index }) => index);
  const edges = [-1, ...marks, text.length];
  const names: string[] = [];
  let unknownFrom = 0;
  const giveUnknown = (end: number) => names.push(...splitUnknown(text.slice(unknownFrom, Math.max(unknownFrom, end))));
  for (let at = 0; at < edges.length - 1; ) {
    const from = (edges[at] ?? 0) + 1;
    let to = Math.min(edges.length - 1, at + longestName);
    while (to > at && !isKnown(text.slice(from, edges[to]))) to--;
    if (to > at) {
      giveUnknown(from - 1);
      names.push(text.slice(from, edges[to]).trim());
      unknownFrom = (edges[to] ?? 0) + 1;
    }
    at = Math.max(at + 1, to);
  }
  giveUnknown(text.length);
  return names.filter((name) => name !== '');
}

/** Marks that a known name may have in it. */
const longestName = 5;

function splitUnknown(text: string): readonly string[] {
  return text.split(/[;|\n]/).flatMap((whole) => {
    const parts = whole.split('+').map((part) => part.trim());
    // "C++"
    const pieces = parts.some((part) => part === '') && parts.length > 1 && whole.trim() !== '+' ? [whole] : parts;
    return pieces.flatMap((piece) => {
      const names = piece.split(',').map((part) => part.trim());
      return names.slice(1).some((part) => /^(?:\p{Lu}\.? ?-?){1,3}$/u.test(part)) ? [piece.trim()] : names;
    });
  });
}

function splitWords(text: string): readonly string[] {
  const parts = latinMarks(text)
    .split(/[;,|+\n]/)
    .map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Weeks as `weeksOfText` reads them, or as a spreadsheet spoilt them. */
export function readWeeks(text: string, weekCount: number): CellReading {
  const mangled = mangledDate(text);
  const repaired = mangled === null ? text : [...mangled.numbers].sort((a, b) => a - b).join('-');
  const remarks =
    mangled === null
      ? []
      : [
          info('sheet.dateRepaired', 'The spreadsheet made a date of “{before}”.', {
            value: text,
            values: { before: repaired },
          }),
        ];
  const weeks = weeksOfText(repaired, weekCount);
  if (weeks === null) {
    return refused('sheet.weeks', 'The calendar has {count|week|weeks} only.', text, { count: weekCount });
  }
  return taken(weeks.length === weekCount ? [] : weeks.map(String), remarks);
}
