import { nextTask } from '../../domain/steps.ts';
import { isObject } from '../shapes.ts';

/**
 * Rows as lines of text, for backups: JSON, with the kinds of values that JSON lacks and browsers store. Packed parts of
 * rows are text themselves and are written as such: that packs best, and can be read by eye if ever need be.
 */
export function lineOf(value: unknown): string {
  // A function of its own `this`: what a date was before JSON made a text of it is told by its holder only.
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, name: string): unknown {
    return written(this[name]);
  });
}

/** A field as JSON can hold it; objects whose own names could be taken for one of these are written as pairs. */
function written(field: unknown): unknown {
  if (typeof field === 'number') return Number.isFinite(field) ? field : { $number: String(field) };
  if (typeof field === 'bigint') return { $bigint: String(field) };
  if (!isObject(field)) return field;
  if (field instanceof Uint8Array) return writtenBytes(field);
  if (field instanceof Int32Array) return { $integers: [...field] };
  if (field instanceof Date) return { $date: field.getTime() };
  if (field instanceof Map) return { $map: [...field] };
  if (field instanceof Set) return { $set: [...field] };
  if (field instanceof ArrayBuffer) return { $buffer: [...new Uint8Array(field)] };
  if (ArrayBuffer.isView(field)) {
    const { buffer, byteOffset, byteLength } = field;
    return { $view: field.constructor.name, bytes: [...new Uint8Array(buffer, byteOffset, byteLength)] };
  }
  return Object.keys(field).some((name) => name.startsWith('$')) ? { $plain: Object.entries(field) } : field;
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
    return JSON.parse(line, (_, field: unknown) => (isObject(field) ? readField(field) : field));
  } catch {
    return null;
  }
}

function readField(field: Readonly<Record<string, unknown>>): unknown {
  if (typeof field.$text === 'string') return new TextEncoder().encode(field.$text);
  if (Array.isArray(field.$bytes)) return Uint8Array.from(field.$bytes);
  if (Array.isArray(field.$integers)) return Int32Array.from(field.$integers);
  if (typeof field.$number === 'string') return Number(field.$number);
  if (typeof field.$bigint === 'string') return BigInt(field.$bigint);
  if ('$date' in field) return new Date(typeof field.$date === 'number' ? field.$date : Number.NaN);
  if (Array.isArray(field.$map)) return new Map(field.$map);
  if (Array.isArray(field.$set)) return new Set(field.$set);
  if (Array.isArray(field.$buffer)) return Uint8Array.from(field.$buffer).buffer;
  if (typeof field.$view === 'string' && Array.isArray(field.bytes)) return viewOf(field.$view, field.bytes);
  return Array.isArray(field.$plain) ? Object.fromEntries(field.$plain) : field;
}

const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  ...{ Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Uint32Array, Float32Array, Float64Array },
  ...{ BigInt64Array, BigUint64Array, DataView },
};

function viewOf(name: string, bytes: readonly number[]): unknown {
  const { buffer } = Uint8Array.from(bytes);
  // Looked up by its own names only; kinds that came later are given as bytes.
  const View = Object.hasOwn(views, name) ? views[name] : undefined;
  return View === undefined ? new Uint8Array(buffer) : new View(buffer);
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
