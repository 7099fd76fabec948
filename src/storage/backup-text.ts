import { nextTask } from '../domain/steps.ts';
import { isObject } from './shapes.ts';

/**
 * Rows as lines of text, for backups: JSON, with the few kinds of values that JSON lacks. Packed parts of rows are
 * text themselves and are written as such: that packs best, and can be read by eye if ever need be.
 */
export function lineOf(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => {
    if (field instanceof Uint8Array) return writtenBytes(field);
    if (field instanceof Int32Array) return { $integers: [...field] };
    return isObject(field) && Object.keys(field).some((name) => name.startsWith('$'))
      ? { $plain: Object.entries(field) }
      : field;
  });
}

function writtenBytes(bytes: Uint8Array): object {
  try {
    return { $text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { $bytes: [...bytes] };
  }
}

/** What `lineOf` was given; null for what is no such line. */
export function valueOfLine(line: string): unknown {
  try {
    return JSON.parse(line, (_, field: unknown) => {
      if (!isObject(field)) return field;
      if (typeof field.$text === 'string') return new TextEncoder().encode(field.$text);
      if (Array.isArray(field.$bytes)) return Uint8Array.from(field.$bytes);
      if (Array.isArray(field.$integers)) return Int32Array.from(field.$integers);
      return Array.isArray(field.$plain) ? Object.fromEntries(field.$plain) : field;
    });
  } catch {
    return null;
  }
}

/** Lines as bytes, packed by gzip (RFC 1952) where the browser can. */
export async function packLines(lines: AsyncIterable<string>): Promise<Uint8Array> {
  const encoder = new TextEncoderStream();
  const packed = 'CompressionStream' in globalThis ? encoder.readable.pipeThrough(gzip()) : encoder.readable;
  const whole = new Response(packed).arrayBuffer();
  const writer = encoder.writable.getWriter();
  try {
    for await (const line of lines) {
      await writer.write(`${line}\n`);
      await nextTask();
    }
    await writer.close();
  } catch (cause) {
    whole.catch(() => undefined);
    await writer.abort(cause).catch(() => undefined);
    throw cause;
  }
  return new Uint8Array(await whole);
}

/** DOM types say that its chunks may lie in shared memory, and those of fetch that they may not. */
function gzip(): ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array> {
  return new CompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>;
}

function gunzip(): ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;
}

/** Characters that a backup may have unpacked: more than a browser stores, and an end for files that unpack for ever. */
const mostCharacters = 2 ** 30;

export interface UnpackedLines {
  readonly lines: readonly unknown[];
  /** The file ends too early, or goes on with something that is not packed text. */
  readonly isCut: boolean;
}

/** The values of all lines as far as they can be read; lines that are none are null. `mostLines` is for a look at the beginning. */
export async function unpackLines(bytes: Uint8Array, mostLines = Number.POSITIVE_INFINITY): Promise<UnpackedLines> {
  // The bytes of a file are in memory of their own.
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const reader = (isPacked ? file.pipeThrough(gunzip()) : file).getReader();
  const decoder = new TextDecoder();
  const lines: unknown[] = [];
  let rest = '';
  let characters = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      characters += text.length;
      const found = (rest + text).split('\n');
      rest = found.pop() ?? '';
      for (const line of found) {
        lines.push(valueOfLine(line));
        await nextTask();
        if (lines.length >= mostLines) return { lines, isCut: false };
      }
      if (done || characters > mostCharacters) return { lines, isCut: !done || rest !== '' };
    }
  } catch {
    return { lines, isCut: true };
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
