import { type Diagnostic, error } from '../domain/diagnostic.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { SourceFile } from './format.ts';
import { deepestNesting, findJsonFlaw, type JsonFlaw, lineAndColumn } from './json-scan.ts';
import { decodeText } from './text.ts';

/** Decodes and parses a JSON file; flaws carry line and column. */
export function readJson(file: SourceFile): Result<unknown> {
  const text = decodeText(file);
  if (!text.ok) return text;
  const parsed = parseJson(text.value, file.name);
  return parsed.ok ? success(parsed.value, [...text.diagnostics, ...parsed.diagnostics]) : parsed;
}

/** `place` is the name of the file. */
export function parseJson(text: string, place: string): Result<unknown> {
  const flaw = findJsonFlaw(text);
  if (flaw !== null) return failure([describe(flaw, text, place)]);
  try {
    return success(JSON.parse(text) as unknown);
  } catch (cause) {
    // The scan accepts only JSON; this is the last line of defence (memory, for instance).
    return failure([error('json.unreadable', 'The file cannot be read as JSON.', { value: String(cause), place })]);
  }
}

function describe(flaw: JsonFlaw, text: string, file: string): Diagnostic {
  const { line, column } = lineAndColumn(text, flaw.offset);
  const place = `${file}:${line}:${column}`;
  const value = flaw.value === undefined || flaw.value === '' ? {} : { value: flaw.value };
  if (flaw.kind === 'depth') {
    return error('json.tooDeep', 'The text is nested deeper than {most} levels.', {
      place,
      values: { most: deepestNesting },
      advice: 'No timetabling file is nested like this.',
    });
  }
  if (flaw.kind === 'key') {
    return error('json.refusedKey', 'The name "{name}" is not allowed.', {
      ...value,
      place,
      values: { name: flaw.value ?? '' },
      advice: 'Rename or remove this entry.',
    });
  }
  return error('json.syntax', `The file is not correct JSON: ${wantedWords}.` as const, {
    ...value,
    values: { wanted: flaw.wanted ?? 'more' },
    place,
    advice: 'Correct this place, or save the file again where it came from.',
  });
}

const wantedWords =
  '{wanted=more:the text ends too early|colon:a colon is expected here|name:a name in double quotes is expected here|bracket:the matching bracket is expected here|comma:a comma or a closing bracket is expected here|value:a value is expected here|end:the text should end here}';

/** A JSON path such as `events[3].courseId`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? String(part) : `.${String(part)}`;
  }
  return text;
}

/** An object of JSON, that is, neither a list nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
