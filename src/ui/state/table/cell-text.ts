import type { ProblemData } from '../../../domain/problem-data.ts';
import { latinDigits, latinMarks, weeksOfText } from '../../../domain/written-numbers.ts';
import { weekLabel } from '../words/labels.ts';
import { wholeNumber } from '../words/numbers.ts';
import { listText } from '../words/wording.ts';
import type { CellKind, CellReason, CellValue } from './column.ts';
import { idOfName, joinedNames, type NamedList, nameOf, splitNames } from './names.ts';

export type ParsedCell =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly reason: CellReason; readonly unknown?: UnknownNames };

export interface UnknownNames {
  readonly list: NamedList;
  readonly names: readonly string[];
  /** What the cell would hold without them. */
  readonly rest: readonly string[];
}

const longestText = 300;

/** The text of a cell, which `parseCell` reads back. */
export function cellText(kind: CellKind, value: CellValue, data: ProblemData): string {
  if (value === null) return '';
  switch (kind.type) {
    case 'reference':
      return typeof value === 'string' && value !== '' ? nameOf(data, kind.list, value) : '';
    case 'references':
      return typeof value === 'object' ? joinedNames(data, kind.list, value) : '';
    case 'words':
      return typeof value === 'object' ? listText(value) : '';
    case 'weeks':
      return typeof value === 'object' ? weekLabel(value.map(Number), data.calendar.weekCount) : '';
    default:
      return String(value);
  }
}

/** What a typed or pasted text means in a cell of this kind. */
export function parseCell(kind: CellKind, typed: string, data: ProblemData): ParsedCell {
  const text = typed.trim();
  switch (kind.type) {
    case 'fixed':
      return refused({ key: 'cellFixed' });
    case 'text':
      if (text === '' && kind.isNeeded) return refused({ key: 'cellNeeded' });
      return text.length > longestText ? refused({ key: 'cellTooLong' }) : { ok: true, value: text };
    case 'integer':
      return parseInteger(kind, text);
    case 'reference':
      return parseReference(kind, text, data);
    case 'references':
      return parseReferences(kind.list, text, data);
    case 'words':
      return { ok: true, value: words(text) };
    case 'weeks':
      return parseWeeks(text, data.calendar.weekCount);
  }
}

function parseInteger(kind: CellKind & { readonly type: 'integer' }, text: string): ParsedCell {
  if (text === '') return kind.isNeeded ? refused({ key: 'cellNeeded' }) : { ok: true, value: null };
  const digits = latinDigits(text).replace(/[\s\u00a0\u202f]/g, '');
  const value = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (value >= kind.min && value <= kind.max) return { ok: true, value };
  return refused({ key: 'cellWhole', parts: { min: wholeNumber(kind.min), max: wholeNumber(kind.max) } });
}

function parseReference(kind: CellKind & { readonly type: 'reference' }, text: string, data: ProblemData): ParsedCell {
  if (text === '') return kind.isNeeded ? refused({ key: 'cellNeeded' }) : { ok: true, value: null };
  const id = idOfName(data, kind.list, text);
  if (id !== undefined) return { ok: true, value: id };
  return {
    ...refused({ key: 'cellUnknown', parts: { names: text } }),
    unknown: { list: kind.list, names: [text], rest: [] },
  };
}

function parseReferences(list: NamedList, text: string, data: ProblemData): ParsedCell {
  const names = splitNames(data, list, text);
  const found = names.map((name) => idOfName(data, list, name));
  const rest = [...new Set(found.filter((id) => id !== undefined))];
  const missing = names.filter((_, index) => found[index] === undefined);
  if (missing.length === 0) return { ok: true, value: rest };
  return {
    ...refused({ key: 'cellUnknown', parts: { names: listText(missing) } }),
    unknown: { list, names: missing, rest },
  };
}

function words(text: string): readonly string[] {
  const parts = latinMarks(text)
    .split(/[;,\n]/)
    .map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function parseWeeks(text: string, weekCount: number): ParsedCell {
  if (text === '') return { ok: true, value: [] };
  const weeks = weeksOfText(text, weekCount);
  if (weeks === null) return refused({ key: 'cellWeeks', parts: { weeks: weekCount } });
  return { ok: true, value: weeks.length === weekCount ? [] : weeks.map(String) };
}

function refused(reason: CellReason): ParsedCell & { readonly ok: false } {
  return { ok: false, reason };
}
