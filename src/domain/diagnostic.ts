export type Severity = 'error' | 'warning' | 'info';

/** A remark on something the user gave: stable code, offending value, place and, where known, advice. */
export interface Diagnostic {
  /** Stable, dotted, lower camel case: `ctt.count`, `problem.unknownReference`. Tests and translations key on it. */
  readonly code: string;
  readonly severity: Severity;
  /** One plain English sentence. */
  readonly message: string;
  /** The offending value as the user wrote it, cut to at most 120 characters. */
  readonly value?: string;
  /** `file.ctt:12`, a JSON path such as `events[3].courseId`, or a field name. */
  readonly place?: string;
  readonly advice?: string;
}

export interface DiagnosticDetail {
  readonly value?: unknown;
  readonly place?: string;
  readonly advice?: string;
}

const longestValue = 120;

export function diagnostic(
  severity: Severity,
  code: string,
  message: string,
  detail: DiagnosticDetail = {},
): Diagnostic {
  return {
    code,
    severity,
    message,
    ...(detail.value === undefined ? {} : { value: printable(detail.value) }),
    ...(detail.place === undefined ? {} : { place: detail.place }),
    ...(detail.advice === undefined ? {} : { advice: detail.advice }),
  };
}

export function error(code: string, message: string, detail?: DiagnosticDetail): Diagnostic {
  return diagnostic('error', code, message, detail);
}

export function warning(code: string, message: string, detail?: DiagnosticDetail): Diagnostic {
  return diagnostic('warning', code, message, detail);
}

export function info(code: string, message: string, detail?: DiagnosticDetail): Diagnostic {
  return diagnostic('info', code, message, detail);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((item) => item.severity === 'error');
}

function printable(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value);
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
