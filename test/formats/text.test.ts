import { describe, expect, test } from 'vitest';
import { decodeText, largestFile } from '../../src/formats/text.ts';
import { codesOf, cp1252, textFile, utf16, valueIn } from './support/files.ts';

const sentence = 'Räume für Café\nÄrger';

function decoded(bytes: Uint8Array): string {
  return valueIn(decodeText({ name: 'a.txt', bytes }));
}

describe('encodings', () => {
  test('UTF-8 with and without its mark', () => {
    expect(decoded(new TextEncoder().encode(sentence))).toBe(sentence);
    expect(decoded(new TextEncoder().encode(`\ufeff${sentence}`))).toBe(sentence);
  });

  test.each([
    [false, true],
    [false, false],
    [true, true],
    [true, false],
  ])('UTF-16, big-endian %s, with mark %s', (bigEndian, mark) => {
    expect(decoded(utf16(sentence, bigEndian, mark))).toBe(sentence);
  });

  test('Windows-1252, with a remark', () => {
    const result = decodeText({ name: 'a.txt', bytes: cp1252(sentence) });
    expect(valueIn(result)).toBe(sentence);
    expect(codesOf(result)).toEqual(['file.encoding']);
  });
});

describe('refused', () => {
  test('empty and blank files', () => {
    expect(codesOf(decodeText(textFile('a', '')))).toEqual(['file.empty']);
    expect(codesOf(decodeText(textFile('a', ' \n\t\n')))).toEqual(['file.empty']);
  });

  test('a zero byte anywhere', () => {
    expect(codesOf(decodeText(textFile('a', 'abc\0def')))).toEqual(['file.binary']);
    expect(codesOf(decodeText(textFile('a', `${'a'.repeat(100_000)}\0`)))).toEqual(['file.binary']);
  });

  test('UTF-16 cut off in the middle of a letter', () => {
    const bytes = utf16(sentence, false, true);
    expect(codesOf(decodeText({ name: 'a', bytes: bytes.subarray(0, bytes.length - 1) }))).toEqual(['file.binary']);
  });

  test('more than the limit, before looking inside', () => {
    expect(codesOf(decodeText({ name: 'a', bytes: new Uint8Array(largestFile + 1) }))).toEqual(['file.tooLarge']);
  });
});
