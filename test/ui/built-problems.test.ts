import { expect, test } from 'vitest';
import type { ProjectRecord } from '../../src/storage/records.ts';
import { createBuiltProblems } from '../../src/ui/state/project/built-problems.ts';
import { smallSchool } from '../support/small-school.ts';

/** A project after so many steps. */
function project(id: string, seq: number): ProjectRecord {
  const at = '2026-01-01T08:00:00.000Z';
  return {
    ...{ id, seq, storedSeq: seq, version: 1, name: id, source: 'test', createdAt: at, updatedAt: at, savedAt: null },
    problem: smallSchool,
    importReport: [],
  };
}

test('the problems of the two projects used last are built once', async () => {
  const buildOf = createBuiltProblems();
  const [first, second] = [await buildOf(project('a', 1)), await buildOf(project('b', 1))];
  expect(await buildOf(project('a', 1))).toBe(first);
  expect(await buildOf(project('b', 1))).toBe(second);
  await buildOf(project('c', 1));
  expect(await buildOf(project('b', 1))).toBe(second);
  expect(await buildOf(project('a', 1))).not.toBe(first);
});

test('the former states of an edited project are not kept in place of another project', async () => {
  const buildOf = createBuiltProblems();
  const other = await buildOf(project('a', 1));
  for (const seq of [1, 2, 3]) await buildOf(project('b', seq));
  expect(await buildOf(project('a', 1))).toBe(other);
});
