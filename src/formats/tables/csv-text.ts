export interface CsvForm {
  /** Begins with the mark by which spreadsheets recognise UTF-8. */
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\r\n' | '\n';
  /** Every field in quotes, also those that need none. */
  readonly alwaysQuoted: boolean;
}

/** As RFC 4180 has it. */
export const standardCsv: CsvForm = { byteOrderMark: true, lineEnd: '\r\n', alwaysQuoted: false };

/** Rows as a file; each row has its end. */
export function csvFile(rows: readonly (readonly string[])[], form: CsvForm): Uint8Array {
  const field = (value: string) =>
    form.alwaysQuoted || /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const text = rows.map((row) => `${row.map(field).join(',')}${form.lineEnd}`).join('');
  return new TextEncoder().encode(`${form.byteOrderMark ? '\ufeff' : ''}${text}`);
}

/**
 * Spreadsheets take what begins like this for a formula, which may send data away (OWASP, "CSV Injection"); some do so after
 * blanks and with the wide forms of these characters, too.
 */
const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

export function isLikeFormula(value: string): boolean {
  return formulaStart.test(value);
}

/** The value with an apostrophe in front, which makes spreadsheets take it for text, where it could be a formula. */
export function withoutFormula(value: string): string {
  return isLikeFormula(value) ? `'${value}` : value;
}
