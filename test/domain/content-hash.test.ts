import { expect, test } from 'vitest';
import { contentHash, sha256 } from '../../src/domain/content-hash.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('the hash of the parts is that of the whole, as the standard gives it', async () => {
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await contentHash([bytesOf('abc')])).toBe(expected);
  expect(await contentHash([bytesOf('a'), bytesOf(''), bytesOf('bc')])).toBe(expected);
});

test('what stands in where there is no secure origin gives the same', async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + length) & 255);
    expect(hex(sha256(bytes))).toBe(await contentHash([bytes]));
  }
});
