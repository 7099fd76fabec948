import type { Random } from '../../src/domain/random.ts';

/** Numbers, names and texts that have broken readers before. */
const nasty = [
  ...[
    '0',
    '-1',
    '1',
    '99999999999999999999',
    '-99999',
    '1e309',
    '-1e309',
    '0.5',
    'NaN',
    'Infinity',
    '1e-9',
    '007',
    '٣',
  ],
  ...['', ' ', 'true', 'null', 'undefined', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
  ...[
    '&amp;',
    '&#0;',
    '&#x1F600;',
    '&lol;',
    '<',
    '>',
    '"',
    "'",
    ',',
    ';',
    '\\',
    '\\u0000',
    '\u202e',
    '\ud800',
    '\ufeff',
  ],
  ...['../../x', 'x'.repeat(3000), '1'.repeat(400), ' '.repeat(500)],
];

const tokens = /-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*|[^\s\w]/g;

/** Bytes changed, lost, added, doubled, cut off. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(Math.max(1, bytes.length));
  const length = Math.min(bytes.length - at, 1 + random.below(random.chance(0.2) ? 2000 : 8));
  const before = bytes.subarray(0, at);
  const part = bytes.subarray(at, at + length);
  const after = bytes.subarray(at + length);
  switch (random.below(7)) {
    case 0:
      return joined(
        before,
        part.map((byte) => byte ^ (1 << random.below(8))),
        after,
      );
    case 1:
      return joined(
        before,
        part.map(() => random.below(256)),
        after,
      );
    case 2:
      return joined(before, after);
    case 3:
      return joined(before, part, part, after);
    case 4:
      return before.slice();
    case 5:
      return joined(before, new Uint8Array(length), after);
    default:
      return joined(before, after, part);
  }
}

/** One number, name or sign replaced, deleted, doubled, or exchanged with another one. */
export function mutateToken(random: Random, text: string): string {
  const first = tokenAt(random, text);
  if (first === null) return text;
  const [from, to] = first;
  const token = text.slice(from, to);
  switch (random.below(5)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + token + text.slice(to);
    case 2: {
      const second = tokenAt(random, text);
      if (second === null || second[0] < to) return text.slice(0, from) + random.pick(nasty) + text.slice(to);
      return text.slice(0, from) + text.slice(...second) + text.slice(to, second[0]) + token + text.slice(second[1]);
    }
    default:
      return text.slice(0, from) + random.pick(nasty) + text.slice(to);
  }
}

function tokenAt(random: Random, text: string): readonly [from: number, to: number] | null {
  tokens.lastIndex = random.below(Math.max(1, text.length));
  const match = tokens.exec(text);
  return match === null ? null : [match.index, match.index + match[0].length];
}

/** Lines lost, doubled, exchanged. */
export function mutateLines(random: Random, text: string): string {
  const lines = text.split('\n');
  const [first, second] = [random.below(lines.length), random.below(lines.length)];
  const line = lines[first] ?? '';
  switch (random.below(4)) {
    case 0:
      lines.splice(first, 1 + random.below(3));
      break;
    case 1:
      lines.splice(second, 0, line);
      break;
    case 2:
      lines[first] = lines[second] ?? '';
      lines[second] = line;
      break;
    default:
      lines[first] = line
        .split(/([\s;,]+)/)
        .reverse()
        .join('');
  }
  return lines.join('\n');
}

/** An element removed, doubled, moved, nested in itself, renamed, or with an attribute less. */
export function mutateXml(random: Random, text: string): string {
  const span = elementAt(random, text);
  if (span === null) return mutateToken(random, text);
  const [from, to] = span;
  const element = text.slice(from, to);
  const name = /^<([\w:-]+)/.exec(element)?.[1] ?? 'x';
  switch (random.below(7)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + element.repeat(element.length < 2000 ? 1 + random.below(40) : 1) + text.slice(to);
    case 2: {
      const rest = text.slice(0, from) + text.slice(to);
      const target = elementAt(random, rest);
      const at = target === null ? rest.length : random.pick(target);
      return rest.slice(0, at) + element + rest.slice(at);
    }
    case 3: {
      const depth = random.chance(0.5) ? 1 + random.below(5) : 100 + random.below(3000);
      return text.slice(0, from) + `<${name}>`.repeat(depth) + element + `</${name}>`.repeat(depth) + text.slice(to);
    }
    case 4: {
      const other = random.pick(['x', '__proto__', 'constructor', 'room', 'class', 'time', 'Name']);
      return (
        text.slice(0, from) +
        element.replaceAll(`<${name}`, `<${other}`).replaceAll(`</${name}`, `</${other}`) +
        text.slice(to)
      );
    }
    case 5:
      return text.slice(0, from) + element.replace(/\s[\w-]+="[^"]*"/, '') + text.slice(to);
    default:
      return (
        text.slice(0, from) +
        element.replace(/="[^"]*"/, () => `="${random.pick(nasty).replaceAll(/["<]/g, '')}"`) +
        text.slice(to)
      );
  }
}

/** Where an element begins and ends, the first after a random place that is complete. */
function elementAt(random: Random, text: string): [from: number, to: number] | null {
  const tags = /<(\/?)([A-Za-z_][\w:.-]*)(?:"[^"]*"|[^"<>])*?(\/?)>/g;
  tags.lastIndex = random.below(Math.max(1, text.length));
  let from = -1;
  let depth = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    const [, closing, , closed] = tag;
    if (from < 0 && closing === '/') continue;
    if (from < 0) from = tag.index;
    if (closing === '/') depth--;
    else if (closed !== '/') depth++;
    if (depth === 0) return [from, tag.index + tag[0].length];
  }
  return null;
}

/** A value removed, doubled, moved, nested deep, renamed, or replaced by another sort of value. */
export function mutateJson(random: Random, text: string): string {
  try {
    return mutatedJson(random, text, JSON.parse(text));
  } catch {
    // no JSON any more, or nested too deep to be written
    return mutateToken(random, text);
  }
}

function mutatedJson(random: Random, text: string, value: unknown): string {
  const parents: (Record<string, unknown> | unknown[])[] = [];
  const visit = (item: unknown): void => {
    if (typeof item !== 'object' || item === null || parents.length > 5000) return;
    // just found to be an object or a list
    parents.push(item as Record<string, unknown> | unknown[]);
    for (const inner of Object.values(item)) visit(inner);
  };
  visit(value);
  if (parents.length === 0) return mutateToken(random, text);
  const parent = random.pick(parents);
  const keys = Object.keys(parent);
  const key = keys.length === 0 ? 'x' : random.pick(keys);
  const marker = '\u0001value\u0001';
  let raw: string | null = null;
  // both a list and a record are read and written by their keys here
  const record = parent as Record<string, unknown>;
  switch (random.below(7)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete record[key];
      break;
    case 1:
      if (Array.isArray(parent)) parent.push(...Array(1 + random.below(20)).fill(record[key]));
      else record[`${key}${key}`] = record[key];
      break;
    case 2:
      record[key] = copyOf(random.pick(parents));
      break;
    case 3: {
      const depth = random.chance(0.5) ? 1 + random.below(70) : 500 + random.below(20_000);
      raw = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      record[key] = marker;
      break;
    }
    case 4:
      raw = `{"${random.pick(['__proto__', 'constructor', 'prototype'])}": {"polluted": true, "toString": 1}}`;
      record[key] = marker;
      break;
    case 5:
      raw = random.pick([
        '1e309',
        '-1',
        '0',
        '1.5',
        '99999999999999999999',
        '""',
        'null',
        'true',
        '[]',
        '{}',
        '[null]',
        '"__proto__"',
      ]);
      record[key] = marker;
      break;
    default:
      if (Array.isArray(parent)) parent.reverse();
      else {
        record[random.pick(['x', 'id', 'constructor', 'x-y'])] = record[key];
        delete record[key];
      }
  }
  const written = JSON.stringify(value);
  return raw === null ? written : written.replace(JSON.stringify(marker), raw);
}

function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
