import { expect, test } from 'vitest';
import { compress, decompress } from '../../src/engine/compress.ts';

test('what is unfolded is what was kept, and never more than is expected', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 7);
  const kept = await compress(bytes);
  expect(await decompress(kept, bytes.length)).toEqual(bytes);
  expect(await decompress(kept, bytes.length + 1)).toEqual(bytes);
  await expect(decompress(kept, bytes.length - 1)).rejects.toThrow(RangeError);
  await expect(decompress(kept.subarray(0, kept.length - 9), bytes.length)).rejects.toThrow();
});
