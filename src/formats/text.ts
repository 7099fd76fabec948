import { type Diagnostic, error, info } from '../domain/diagnostic.ts';
import { fileLimits } from '../domain/file-limits.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { SourceFile } from './format.ts';

/** Larger files are refused before anything is decoded. */
export const largestFile = fileLimits.bytes;

/** Bytes looked at to tell text from noise, and to find the encoding when there is no byte order mark. */
const sampleSize = 64 * 1024;

/** Control characters per byte of the sample above which a file is not text. */
const noiseShare = 0.001;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Refuses what cannot be a file of ours whatever its format: nothing in it, or far too much. */
export function checkSize(file: SourceFile, limit = largestFile): Diagnostic | null {
  if (file.bytes.length === 0) {
    return error('file.empty', 'The file is empty.', { place: file.name, advice: 'Save it again where it came from.' });
  }
  if (file.bytes.length > limit) {
    return error('file.tooLarge', 'The file is larger than {most} MB.', {
      values: { most: limit / 1024 / 1024 },
      value: `${Math.ceil(file.bytes.length / 1024 / 1024)} MB`,
      place: file.name,
      advice: 'Timetabling data is far smaller; check that this is the right file.',
    });
  }
  return null;
}

/**
 * Text of a file: UTF-8, UTF-16 (by its mark or by its zero bytes), else Windows-1252, which is said in a remark.
 * Binary noise is found in the first bytes, so that a large one costs nothing. `limit` is in bytes.
 */
export function decodeText(file: SourceFile, limit = largestFile): Result<string> {
  const flaw = checkSize(file, limit);
  if (flaw !== null) return failure([flaw]);
  const encoding = encodingOf(file.bytes);
  if (encoding === 'utf-8' && looksBinary(file.bytes)) return failure([binary(file)]);
  const text = decodeStrictly(file.bytes, encoding);
  if (text !== null) return finished(file, text, []);
  if (encoding !== 'utf-8') return failure([binary(file)]);
  return finished(file, new TextDecoder('windows-1252').decode(file.bytes), [
    info('file.encoding', 'The file is not UTF-8; it was read as Windows-1252 (Western European).', {
      place: file.name,
      advice: 'If letters with accents look wrong, save the file as UTF-8 and open it again.',
    }),
  ]);
}

/** Encodings that XML files of today's programs declare beside UTF-8 and UTF-16: Windows, ISO 8859, KOI8, East Asian. */
const declarable =
  /^(?:windows-\d{3,4}|iso-8859-\d{1,2}|koi8-[ru]|gb(?:k|2312|18030)|big5|shift_jis|euc-(?:jp|kr)|us-ascii)$/i;

/**
 * Text of an XML file, by the encoding that its first line declares; without one, or where it is Unicode, as `decodeText`
 * does. A file that declares another encoding but is UTF-8 all the same is read as what it is.
 */
export function decodeXml(file: SourceFile, limit = largestFile): Result<string> {
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(decodeHead(file.bytes, 200))?.[1] ?? '';
  if (!declarable.test(declared)) return decodeText(file, limit);
  const flaw = checkSize(file, limit);
  if (flaw !== null) return failure([flaw]);
  if (looksBinary(file.bytes)) return failure([binary(file)]);
  if (decodeStrictly(file.bytes, 'utf-8') !== null) return decodeText(file, limit);
  try {
    return finished(file, new TextDecoder(declared).decode(file.bytes), []);
  } catch {
    return decodeText(file, limit);
  }
}

/** Text of the first bytes, for recognising a format; never fails and never looks at the rest. */
export function decodeHead(bytes: Uint8Array, length = 4096): string {
  const head = bytes.subarray(0, length);
  return new TextDecoder(encodingOf(head)).decode(head);
}

function finished(file: SourceFile, text: string, remarks: readonly Diagnostic[]): Result<string> {
  if (text.includes('\0')) return failure([binary(file)]);
  if (text.trim() === '') {
    return failure([error('file.empty', 'The file holds nothing but blanks.', { place: file.name })]);
  }
  return success(text, remarks);
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, sampleSize);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) evenZeros++;
    else oddZeros++;
  }
  // Mostly Western letters: one byte of each pair is zero nearly everywhere and the other one nowhere.
  const many = sample.length * 0.3;
  if (oddZeros > many && evenZeros === 0) return 'utf-16le';
  if (evenZeros > many && oddZeros === 0) return 'utf-16be';
  return 'utf-8';
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) controls++;
  }
  return controls > sample.length * noiseShare;
}

function binary(file: SourceFile): Diagnostic {
  return error('file.binary', 'The file is not text, and not a compressed project either.', {
    place: file.name,
    advice:
      'Unpack it if it is a .zip, or choose a .horarium.json, .ctt, .ectt, .fet or .xml file, or the four schedule-engine JSON files.',
  });
}
