import { expect, test } from 'vitest';
import { fileLimits } from '../../src/domain/file-limits.ts';
import { loadFiles, namesOf } from '../../src/ui/state/files/load-files.ts';
import { codesOf, valueIn } from '../formats/support/files.ts';

const file = (name: string, size: number, read: () => Promise<ArrayBuffer>) =>
  // The part of a File that is used; a real one of this size would fill the memory.
  ({ name, size, arrayBuffer: read }) as File;
const never = () => Promise.reject(new Error('was read'));

test('files are read whole, and what is far too much is not even begun', async () => {
  const read = valueIn(await loadFiles([new File(['Aé'], 'a.ctt')]));
  expect(read.map(({ name, bytes }) => [name, bytes.length])).toEqual([['a.ctt', 3]]);
  expect(codesOf(await loadFiles([file('film', fileLimits.bytes + 1, never)]))).toEqual(['file.tooLarge']);
  const many = Array.from({ length: fileLimits.files + 1 }, (_, index) => file(`${index}`, 1, never));
  expect(codesOf(await loadFiles(many))).toEqual(['file.tooMany']);
  const [gone] = (await loadFiles([new File(['A'], 'a.ctt'), file('folder', 1, never)])).diagnostics;
  expect(gone).toMatchObject({ code: 'file.unreadable', place: 'folder', advice: expect.stringContaining('folder') });
});

test('many files are not all named', () => {
  const called = (count: number) => namesOf(Array.from({ length: count }, (_, index) => ({ name: `${index}.json` })));
  expect(called(1)).toBe('0.json');
  expect(called(5)).toContain('4.json');
  expect(called(100)).toContain('…');
  expect(called(100).length).toBeLessThan(50);
});
