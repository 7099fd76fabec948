import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import type { Result } from '../../../src/domain/result.ts';
import type { SourceFile } from '../../../src/formats/format.ts';

export function textFile(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

export function jsonFile(name: string, value: unknown): SourceFile {
  return textFile(name, JSON.stringify(value));
}

/** UTF-16 with or without its mark. */
export function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((char) => char.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

/** Windows-1252 for letters below U+0100. */
export function cp1252(text: string): Uint8Array {
  return new Uint8Array([...text].map((char) => char.charCodeAt(0)));
}

export function codesOf(result: Result<unknown>): string[] {
  return result.diagnostics.map((diagnostic) => diagnostic.code);
}

/** The first remark with this code; fails the test when there is none. */
export function remark(result: Result<unknown>, code: string): Diagnostic {
  const found = result.diagnostics.find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`No remark ${code} among: ${JSON.stringify(result.diagnostics)}`);
  return found;
}

/** The value of a result that must have one. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.diagnostics)}`);
  return result.value;
}
