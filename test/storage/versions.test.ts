import { describe, expect, test } from 'vitest';
import type { VersionRecord } from '../../src/storage/records.ts';
import { codesOf, content, openTab, problem, unwrap, withFreshDatabase, withRawDatabase } from './support.ts';

withFreshDatabase();

function versionOf(projectId: string, id: string, changes: Partial<VersionRecord> = {}): VersionRecord {
  return {
    id,
    version: 1,
    projectId,
    name: id,
    note: '',
    createdAt: `2026-01-0${id.length}T00:00:00.000Z`,
    parentId: null,
    published: false,
    seq: 0,
    restoredBy: [],
    eventCount: 1,
    timetable: { id: 't', name: 'First' },
    score: { unplaced: 0, hard: 0, soft: 3 },
    ...changes,
  };
}

const timetable = content.timetables[0]?.timetable ?? null;

describe('versions', () => {
  test('are listed newest first, with what they contain at hand', async () => {
    const { versions } = await openTab();
    unwrap(await versions.add(versionOf('p', 'a'), { problem, timetable }));
    unwrap(await versions.add(versionOf('p', 'bb'), { problem: { ...problem, name: 'Later' }, timetable: null }));
    unwrap(await versions.add(versionOf('q', 'ccc'), { problem, timetable: null }));
    const { versions: elsewhere } = await openTab();
    expect(unwrap(await elsewhere.list('p')).map(({ id }) => id)).toEqual(['bb', 'a']);
    expect(unwrap(await elsewhere.content('a'))).toEqual({ problem, timetable });
    expect(unwrap(await elsewhere.content('bb'))).toMatchObject({ problem: { name: 'Later' }, timetable: null });
  });

  test('are published one at a time', async () => {
    const { versions } = await openTab();
    for (const id of ['a', 'bb']) unwrap(await versions.add(versionOf('p', id), { problem, timetable }));
    unwrap(await versions.add(versionOf('q', 'ccc', { published: true }), { problem, timetable }));
    unwrap(await versions.update('a', { published: true }));
    unwrap(await versions.update('bb', { published: true, name: 'Spring' }));
    expect(unwrap(await versions.list('p')).map(({ name, published }) => [name, published])).toEqual([
      ['Spring', true],
      ['a', false],
    ]);
    expect(unwrap(await versions.list('q'))[0]?.published).toBe(true);
    expect(codesOf(await versions.update('gone', { name: 'x' }))).toEqual(['storage.notFound']);
  });

  test('are removed with their content and come back with it; they go with their project', async () => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create(content, 'ctt', []));
    unwrap(await storage.versions.add(versionOf(id, 'a'), { problem, timetable }));
    const removed = unwrap(await storage.versions.remove('a'));
    expect(codesOf(await storage.versions.content('a'))).toEqual(['storage.notFound']);
    unwrap(await storage.versions.restore(removed));
    expect(unwrap(await storage.versions.content('a'))).toEqual({ problem, timetable });
    const gone = unwrap(await storage.projects.remove(id));
    expect(await withRawDatabase((dexie) => dexie.table('versionContents').count())).toBe(0);
    unwrap(await storage.projects.restore(gone));
    expect(unwrap(await storage.versions.content('a')).timetable).toEqual(timetable);
  });

  test('that are damaged are refused with the place of the flaw', async () => {
    const { versions } = await openTab();
    unwrap(await versions.add(versionOf('p', 'a'), { problem, timetable }));
    await withRawDatabase(async (dexie) => {
      const assignments = [new TextEncoder().encode('[{"eventId":5}]')];
      await dexie.table('versionContents').update('a', { 'timetable.assignments': assignments });
      await dexie.table('versions').put({ id: 'noise', projectId: 'p' });
    });
    expect((await versions.content('a')).diagnostics).toMatchObject([
      { code: 'storage.damaged', place: 'timetable.assignments[0].eventId' },
    ]);
    const listed = await versions.list('p');
    expect(unwrap(listed)).toHaveLength(1);
    expect(codesOf(listed)).toEqual(['storage.damaged']);
  });
});
