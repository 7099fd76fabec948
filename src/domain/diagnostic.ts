import { fill, type Values } from './wording/template.ts';

export type Severity = 'error' | 'warning' | 'info';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** A remark on something the user gave: stable code, offending value, place and, where known, advice. */
export interface Diagnostic {
  /** Stable, dotted, lower camel case: `ctt.count`, `problem.unknownReference`. Tests and translations key on it. */
  readonly code: string;
  readonly severity: Severity;
  /** One plain English sentence. */
  readonly message: string;
  /** What message and advice were filled with: other languages fill their own words with the same. */
  readonly values?: Values;
  /** The offending value as the user wrote it, cut to at most 120 characters. */
  readonly value?: string;
  /** `file.ctt:12`, a JSON path such as `events[3].courseId`, or a field name. */
  readonly place?: string;
  readonly advice?: string;
}

export interface DiagnosticDetail {
  readonly value?: unknown;
  readonly place?: string;
  /** With places like the message. */
  readonly advice?: string;
  readonly values?: Values;
}

/** The names of the places of a message that is written as it is, see `fill`. */
type PlacesIn<Message extends string> = string extends Message
  ? never
  : Message extends `${string}{${infer Place}}${infer Rest}`
    ? NameOf<Place> | PlacesIn<Rest>
    : never;

type NameOf<Place extends string> = Place extends `?${infer Name}`
  ? NameOf<Name>
  : Place extends `${infer Name}${'=' | '|'}${string}`
    ? NameOf<Name>
    : Place;

/** A message with places comes with a value for each of them. */
export type DetailOf<Message extends string> = [PlacesIn<Message>] extends [never]
  ? [detail?: DiagnosticDetail]
  : [detail: DiagnosticDetail & { readonly values: Readonly<Record<PlacesIn<Message>, string | number>> }];

const longestValue = 120;

/** `message` and `advice` are templates where `values` are given. */
function diagnostic(severity: Severity, code: string, message: string, detail: DiagnosticDetail = {}): Diagnostic {
  const { value, place, advice } = detail;
  const values = detail.values === undefined ? undefined : shortened(detail.values);
  const said = (template: string) => (values === undefined ? template : fill(template, values, 'en'));
  return {
    code,
    severity,
    message: said(message),
    ...(values === undefined ? {} : { values }),
    ...(value === undefined ? {} : { value: printable(value) }),
    ...(place === undefined ? {} : { place }),
    ...(advice === undefined ? {} : { advice: said(advice) }),
  };
}

export function error<Message extends string>(
  code: string,
  message: Message,
  ...[detail]: DetailOf<Message>
): Diagnostic {
  return diagnostic('error', code, message, detail);
}

export function warning<Message extends string>(
  code: string,
  message: Message,
  ...[detail]: DetailOf<Message>
): Diagnostic {
  return diagnostic('warning', code, message, detail);
}

export function info<Message extends string>(
  code: string,
  message: Message,
  ...[detail]: DetailOf<Message>
): Diagnostic {
  return diagnostic('info', code, message, detail);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((item) => item.severity === 'error');
}

function shortened(values: Values): Values {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? value : printable(value)]),
  );
}

function printable(value: unknown): string {
  return cut(typeof value === 'string' ? value : written(value));
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

/** What JSON cannot say (a cycle, a large integer) as JavaScript says it. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Errors, then warnings, then notes; otherwise as they were found. */
export function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return severities.flatMap((severity) => diagnostics.filter((item) => item.severity === severity));
}
