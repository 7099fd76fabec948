/** What is wrong with a JSON text, and where (offset in UTF-16 units). */
export interface JsonFlaw {
  readonly kind: 'syntax' | 'depth' | 'key';
  /** What is expected there, of a text that is no JSON. */
  readonly wanted?: 'more' | 'colon' | 'name' | 'bracket' | 'comma' | 'value' | 'end';
  readonly offset: number;
  readonly value?: string;
}

/** Nesting beyond which a file is refused; ours needs fewer than ten levels. */
export const deepestNesting = 64;

/** Keys that name the machinery of objects in JavaScript: no file of ours has them, and no code should meet them. */
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const literal = /true|false|null/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapeForm = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/**
 * Reads a JSON text once without recursion and without building anything. It runs before `JSON.parse`, so that deep
 * nesting, refused keys and syntax errors are found with their place, the same in every browser.
 */
export function findJsonFlaw(text: string): JsonFlaw | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skipBlanks(text, at);
    if (at >= text.length) return { kind: 'syntax', wanted: 'more', offset: text.length };
    const char = text[at] as string;
    if (expected === 'colon') {
      if (char !== ':') return unexpected(text, at, 'colon');
      expected = 'value';
      at++;
      continue;
    }
    if (expected === 'key' || (expected === 'keyOrEnd' && char !== '}')) {
      const end = skipString(text, at);
      if (end === at) return unexpected(text, at, 'name');
      const key = refusedKey(text, at, end);
      if (key !== null) return { kind: 'key', offset: at, value: key };
      expected = 'colon';
      at = end;
      continue;
    }
    if (expected === 'commaOrEnd' && char === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at++;
      continue;
    }
    if (expected !== 'value' && (char === '}' || char === ']')) {
      if (open.pop() !== (char === '}' ? '{' : '[')) return unexpected(text, at, 'bracket');
      at++;
    } else if (expected === 'commaOrEnd') {
      return unexpected(text, at, 'comma');
    } else if (char === '{' || char === '[') {
      if (open.length >= deepestNesting) {
        return { kind: 'depth', offset: at };
      }
      open.push(char);
      expected = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
      at++;
      continue;
    } else {
      const end = skipScalar(text, at, char);
      if (end === at) return unexpected(text, at, 'value');
      at = end;
    }
    if (open.length === 0) return trailing(text, at);
    expected = 'commaOrEnd';
  }
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}

function skipScalar(text: string, at: number, first: string): number {
  if (first === '"') return skipString(text, at);
  // Most numbers are small and whole; the expression is for the others.
  if (first >= '1' && first <= '9') {
    let end = at + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    const next = text[end];
    if (next !== '.' && next !== 'e' && next !== 'E') return end;
  }
  return skip(first === '-' || (first >= '0' && first <= '9') ? number : literal, text, at);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** End of the string that starts at `from`, or `from` when there is no correct one. Strings can be very long. */
function skipString(text: string, from: number): number {
  if (text.charCodeAt(from) !== 0x22) return from;
  for (let at = from + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return from;
    const next = code === 0x5c ? skip(escapeForm, text, at) : at + 1;
    if (next === at) return from;
    at = next;
  }
  return from;
}

function refusedKey(text: string, start: number, end: number): string | null {
  // Longest refused key with every letter escaped: 11 letters of 6 characters.
  if (end - start > 70) return null;
  const written = text.slice(start, end);
  const key: unknown = written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
  return typeof key === 'string' && refusedKeys.has(key) ? key : null;
}

function unexpected(text: string, at: number, wanted: NonNullable<JsonFlaw['wanted']>): JsonFlaw {
  const value = text.slice(at, at + 20);
  return { kind: 'syntax', wanted, offset: at, value };
}

function trailing(text: string, at: number): JsonFlaw | null {
  const end = skipBlanks(text, at);
  return end >= text.length ? null : unexpected(text, end, 'end');
}
