import type { TimeZone } from './time-zone.ts';

/** Octets of a line, without its end (RFC 5545, section 3.1). */
const longestLine = 75;
const encoder = new TextEncoder();

/** Lines as a file: folded, each with its end. */
export function icsFile(lines: readonly string[]): Uint8Array {
  return encoder.encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

/** Longer lines go on in the next one after a blank; no character is cut. */
function folded(line: string): string {
  if (line.length * 3 <= longestLine) return line;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestLine) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** A value of the type TEXT. */
export function icsText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: values must not contain them.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replaceAll(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** An instant, in seconds since 1970, as `19700101T000000Z`. */
export function icsInstant(instant: number): string {
  return `${icsWallTime(instant)}Z`;
}

/** A wall time (see `TimeZone`) as `19700101T000000`. */
export function icsWallTime(wallTime: number): string {
  return new Date(wallTime * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

/**
 * The offsets of a zone while `from` ≤ instant ≤ `to`: the one it begins with and every change. They are told one by one,
 * because a rule that says how they go on is not known of all zones.
 */
export function icsTimeZone(zone: TimeZone, from: number, to: number): readonly string[] {
  const first = zone.offsetAt(from);
  const least = Math.min(...yearAround(from).map((instant) => zone.offsetAt(instant)));
  const observance = (wallTime: number, before: number, after: number) => {
    const name = after > least ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${icsWallTime(wallTime)}`,
      `TZOFFSETFROM:${icsOffset(before)}`,
      `TZOFFSETTO:${icsOffset(after)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone.name}`,
    ...observance(0, first, first),
    ...zone
      .changesBetween(from, to)
      .flatMap(({ instant, before, after }) => observance(instant + before, before, after)),
    'END:VTIMEZONE',
  ];
}

/** An instant of every month of the year that begins then. */
function yearAround(from: number): readonly number[] {
  return Array.from({ length: 12 }, (_, month) => from + month * 30.5 * 86_400);
}

function icsOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const digits = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = size % 60 === 0 ? '' : digits(size % 60);
  return `${seconds < 0 ? '-' : '+'}${digits(size / 3600)}${digits((size % 3600) / 60)}${rest}`;
}
