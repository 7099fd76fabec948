import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksumOf } from '../../src/domain/checksum.ts';

describe('the checksum', () => {
  test('has the check value of CRC-32', () => {
    expect(checksumOf(new TextEncoder().encode('123456789'))).toBe('crc32:cbf43926');
  });

  test.runIf(typeof crc32 === 'function')('equals that of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(checksumOf(bytes)).toBe(`crc32:${crc32(bytes).toString(16).padStart(8, '0')}`);
      }),
    );
  });
});
