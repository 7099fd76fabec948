import { describe, expect, test } from 'vitest';
import { putItem } from '../../src/domain/operations/changes-of.ts';
import { lineOf, packLines, unpackLines, valueOfLine } from '../../src/storage/backup/backup-text.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { addFullProject, seenOf } from './full-project.ts';
import { codesOf, openTab, problem, unwrap, withFreshDatabase, withRawDatabase } from './support.ts';

withFreshDatabase();

const elsewhere = (): Storage => storageOn(createMemoryDatabase());

async function packed(storage: Storage): Promise<Uint8Array> {
  return unwrap(await storage.backups.pack()).bytes;
}

async function verdicts(storage: Storage, bytes: Uint8Array): Promise<readonly string[]> {
  return unwrap(await storage.backups.open(bytes)).projects.map(({ verdict }) => verdict);
}

/** One more edit, as somebody makes it after the backup. */
async function editRoom(storage: Storage, id: string, name: string): Promise<void> {
  const { problem: data, seq } = unwrap(await storage.projects.get(id));
  const changes = [putItem(data, 'rooms', { id: 'r', name, capacity: 30 })];
  const step = { kind: 'do', seq: seq + 1, at: '2026-02-01', label: { action: 'change' }, changes } as const;
  unwrap(await storage.histories.append(id, step));
}

describe('a backup', () => {
  test('brings everything to another browser, but for checkpoints and runs that wait', async () => {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const other = await addFullProject(storage);
    const bytes = await packed(storage);
    const target = elsewhere();
    const opened = unwrap(await target.backups.open(bytes));
    expect(opened.projects).toHaveLength(2);
    expect(opened.projects.find((project) => project.id === id)).toMatchObject({
      ...{ name: 'Small school', eventCount: 1, timetables: 1, versions: 1, steps: 2, verdict: 'new' },
    });
    expect(unwrap(await target.projects.list())).toEqual([]);
    expect(unwrap(await opened.add()).toSorted()).toEqual([id, other.id].toSorted());
    expect(await seenOf(target, id)).toEqual(await seenOf(storage, id));
    expect(unwrap(await target.runs.active())).toEqual([]);
    expect(unwrap(await target.checkpoints.get(`run-of-${id}`))).toBeNull();
  });

  test('adds nothing that is there already, however often it is opened', async () => {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const bytes = await packed(storage);
    expect(await verdicts(storage, bytes)).toEqual(['equal']);
    // Stored in another way (with the first step, which renames the room), the content is the same.
    const { problem: data } = unwrap(await storage.projects.get(id));
    unwrap(await storage.histories.save(id, { seq: 1, problem: data, timetables: new Map() }));
    expect(await verdicts(storage, bytes)).toEqual(['equal']);
    expect(unwrap(await unwrap(await storage.backups.open(bytes)).add())).toEqual([]);
    expect(unwrap(await storage.projects.list())).toHaveLength(1);
  });

  test('of an earlier state comes beside the later one, once, and can be taken back', async () => {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const before = await seenOf(storage, id);
    const bytes = await packed(storage);
    await editRoom(storage, id, 'Library');
    const after = await seenOf(storage, id);
    const opened = unwrap(await storage.backups.open(bytes));
    expect(opened.projects.map(({ verdict }) => verdict)).toEqual(['other']);
    const [copy = ''] = unwrap(await opened.add());
    expect(copy).not.toBe(id);
    expect(await seenOf(storage, copy)).toEqual(before);
    expect(await seenOf(storage, id)).toEqual(after);
    expect(await verdicts(storage, bytes)).toEqual(['equal']);
    await editRoom(storage, copy, 'Attic');
    expect(await verdicts(storage, bytes)).toEqual(['other']);
    const again = unwrap(await storage.backups.open(bytes));
    expect(unwrap(await again.add())).not.toContain(copy);
    unwrap(await again.takeBack());
    unwrap(await opened.takeBack());
    expect(unwrap(await storage.projects.list()).map((project) => project.id)).toEqual([id]);
    expect(await seenOf(storage, id)).toEqual(after);
  });

  test('of an earlier state takes the place of the later one, which stays under its date', async () => {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const bytes = await packed(storage);
    await editRoom(storage, id, 'Library');
    const after = await seenOf(storage, id);
    const [summary] = unwrap(await storage.projects.list());
    const opened = unwrap(await storage.backups.open(bytes));
    const here = opened.projects[0]?.here;
    expect(here?.updatedAt).toBe(summary?.updatedAt);
    expect(Date.parse(opened.projects[0]?.updatedAt ?? '')).toBeLessThan(Date.parse(here?.updatedAt ?? ''));
    const [restored = ''] = unwrap(await opened.add(new Set([id])));
    const names = async () =>
      new Map(unwrap(await storage.projects.list()).map((project) => [project.id, project.name]));
    expect(await names()).toEqual(
      new Map([
        [restored, 'Small school'],
        [id, here?.keptAs],
      ]),
    );
    expect(unwrap(await storage.projects.get(id)).problem.rooms[0]?.name).toBe('Library');
    unwrap(await opened.takeBack());
    expect(await names()).toEqual(new Map([[id, 'Small school']]));
    expect(await seenOf(storage, id)).toEqual(after);
  });

  test('that is cut off gives what can be read of it, and says so', async () => {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const bytes = await packed(storage);
    const { lines } = await unpackLines(bytes);
    async function* some() {
      for (const line of lines.slice(0, 5)) yield lineOf(line);
    }
    const target = elsewhere();
    const opened = await target.backups.open(await packLines(some()));
    expect(codesOf(opened)).toEqual(['backup.cut']);
    unwrap(await unwrap(opened).add());
    expect(unwrap(await target.projects.get(id)).problem.rooms[0]?.name).toBe('Hall');
    const halved = await elsewhere().backups.open(bytes.subarray(0, bytes.length - 20));
    expect(codesOf(halved)).toContain('backup.cut');
  });

  test('names the projects in it that are damaged and adds the others', async () => {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const bad = await addFullProject(storage);
    await withRawDatabase((dexie) => dexie.table('problems').update(bad.id, { packed: 'gone' }));
    const target = elsewhere();
    const opened = await target.backups.open(await packed(storage));
    expect(codesOf(opened)).toEqual(['backup.damaged']);
    expect(unwrap(await unwrap(opened).add())).toEqual([id]);
  });

  test('is told from other files and from those of newer versions', async () => {
    const storage = elsewhere();
    async function* header(version: number) {
      yield lineOf({ format: 'horarium-backup', version, schema: 3, savedAt: '' });
    }
    expect(codesOf(await storage.backups.open(new TextEncoder().encode('{"a":1}\n')))).toEqual(['backup.unknown']);
    expect(codesOf(await storage.backups.open(Uint8Array.of(0x1f, 0x8b, 1, 2)))).toEqual(['backup.unknown']);
    expect(codesOf(await storage.backups.open(await packLines(header(2))))).toEqual(['backup.newer']);
  });

  test('counts the edits that are in no file', async () => {
    const storage = await openTab();
    expect(unwrap(await storage.backups.unsaved())).toEqual({ edits: 0, since: null });
    const { id, createdAt } = await addFullProject(storage);
    expect(unwrap(await storage.backups.unsaved())).toEqual({ edits: 3, since: createdAt });
    const { steps } = unwrap(await storage.backups.pack());
    unwrap(await storage.backups.changeNote({ savedAt: '2026-03-01', steps }));
    expect(unwrap(await storage.backups.unsaved())).toEqual({ edits: 0, since: null });
    await editRoom(storage, id, 'Library');
    expect(unwrap(await storage.backups.unsaved())).toEqual({ edits: 1, since: '2026-03-01' });
    unwrap(await storage.projects.update(id, { savedAt: '2999-01-01' }));
    expect(unwrap(await storage.backups.unsaved())).toEqual({ edits: 0, since: null });
  });
});

test('a line of a backup gives back every kind of value that rows have', () => {
  const values = [
    { bytes: new TextEncoder().encode('[{"name":"Großer Saal"}]'), noise: Uint8Array.of(255, 0, 254) },
    { integers: Int32Array.of(-1, 7), params: { $text: 'a name', $own: { $bytes: [1] } }, none: null },
    { ...problem },
  ];
  for (const value of values) expect(valueOfLine(lineOf(value))).toEqual(value);
});
