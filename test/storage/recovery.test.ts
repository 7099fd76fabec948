import { describe, expect, test, vi } from 'vitest';
import { unpackLines } from '../../src/storage/backup/backup-text.ts';
import { currentDatabase } from '../../src/storage/database-name.ts';
import { openRecovery, openStorage } from '../../src/storage/open-storage.ts';
import type { Recovery } from '../../src/storage/recovery/recovery-contract.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { addFullProject, seenOf } from './full-project.ts';
import {
  codesOf,
  databaseName,
  openTab,
  problem,
  timetableOf,
  unwrap,
  withFreshDatabase,
  withRawDatabase,
} from './support.ts';

withFreshDatabase();

async function recoveryOf(storage: Storage): Promise<Recovery> {
  if (storage.recovery === null) expect.fail('a database has a recovery');
  return storage.recovery();
}

const spoil = (table: string, key: string, changes: object) =>
  withRawDatabase((dexie) => dexie.table(table).update(key, changes));
const drop = (table: string, key: string) => withRawDatabase((dexie) => dexie.table(table).delete(key));

/** Two projects with everything in them; what is seen of the second must never change. */
async function twoProjects() {
  const storage = await openTab();
  const { id } = await addFullProject(storage);
  const other = await addFullProject(storage);
  return { storage, recovery: await recoveryOf(storage), id, untouched: () => seenOf(storage, other.id) };
}

/** Makes another edit, as somebody does who works on. */
async function editOn(storage: Storage, id: string): Promise<void> {
  const { seq } = unwrap(await storage.projects.get(id));
  const label = { action: 'change' } as const;
  const item = { of: 'item', list: 'rooms', id: 'new', position: 1, before: null } as const;
  const changes = [{ ...item, after: { id: 'new', name: 'New', capacity: 1 } }];
  unwrap(await storage.histories.append(id, { kind: 'do', seq: seq + 1, at: '2026-02-01', label, changes }));
  const project = await storage.projects.get(id);
  expect(codesOf(project)).toEqual([]);
  expect(unwrap(project).problem.rooms.map((room) => room.id)).toContain('new');
}

describe('a repair', () => {
  test('finds nothing in what the app has stored, and changes nothing', async () => {
    const { storage, recovery, id } = await twoProjects();
    const before = await seenOf(storage, id);
    const found = unwrap(await recovery.repair(null));
    expect(found.faults).toEqual([]);
    expect(found.projects).toEqual([]);
    expect([...found.counts.values()].reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(15);
    expect(await seenOf(storage, id)).toEqual(before);
  });

  test('shows a project again whose row in the list is damaged or gone', async () => {
    const { storage, recovery, id, untouched } = await twoProjects();
    const [before, others] = [await seenOf(storage, id), await untouched()];
    await spoil('projects', id, { eventCount: 'many', name: 'Evening school' });
    const seen = vi.fn();
    const stop = storage.projects.watch(seen);
    await expect.poll(() => seen.mock.lastCall?.[1]).toMatchObject([{ id, name: 'Evening school' }]);
    stop();
    expect(unwrap(await recovery.repair(null)).projects).toMatchObject([{ id, outcome: 'mended' }]);
    const { name, eventCount } = unwrap(await storage.projects.list()).find((summary) => summary.id === id) ?? {};
    expect([name, eventCount]).toEqual(['Evening school', 1]);
    await drop('projects', id);
    unwrap(await recovery.repair(id));
    expect(await seenOf(storage, id)).toEqual(before);
    expect(await untouched()).toEqual(others);
  });

  test('takes the data from the newest version and makes the edits after it again', async () => {
    const { storage, recovery, id, untouched } = await twoProjects();
    const [before, others] = [await seenOf(storage, id), await untouched()];
    await spoil('problems', id, { packed: 'noise' });
    expect(codesOf(await storage.projects.get(id))).toEqual(['storage.damaged']);
    expect(unwrap(await recovery.examine(null)).projects).toMatchObject([{ id, outcome: 'mended' }]);
    expect(codesOf(await storage.projects.get(id))).toEqual(['storage.damaged']);
    unwrap(await recovery.repair(null));
    const project = await storage.projects.get(id);
    expect(codesOf(project)).toEqual([]);
    expect(unwrap(project).problem).toEqual(problem);
    expect(await seenOf(storage, id)).toMatchObject({ ...before, data: problem });
    expect(await untouched()).toEqual(others);
    await editOn(storage, id);
  });

  test('sets a project aside of which nothing opens, and leaves the others', async () => {
    const { storage, recovery, id, untouched } = await twoProjects();
    const others = await untouched();
    await drop('problems', id);
    await drop('versionContents', `version-of-${id}`);
    expect(unwrap(await recovery.repair(null)).projects).toMatchObject([{ id, outcome: 'lost' }]);
    expect(unwrap(await storage.projects.list()).map((summary) => summary.id)).not.toContain(id);
    expect(unwrap(await storage.timetables.list(id))).toEqual([]);
    expect(await untouched()).toEqual(others);
  });

  test('removes a timetable whose key is no text, and leaves the others of its project', async () => {
    const { storage, recovery, id } = await twoProjects();
    const before = await seenOf(storage, id);
    await withRawDatabase(async (dexie) => {
      const [row] = await dexie.table('timetables').where({ projectId: id }).toArray();
      await dexie.table('timetables').put({ ...row, id: 0.5 });
    });
    expect(codesOf(await storage.timetables.list(id))).toEqual(['storage.damaged']);
    unwrap(await recovery.repair(null));
    expect(codesOf(await storage.timetables.list(id))).toEqual([]);
    expect(await seenOf(storage, id)).toEqual(before);
  });

  test('takes nothing along that is of no project with one whose key is empty', async () => {
    const { storage, recovery, id } = await twoProjects();
    unwrap(await storage.backups.changeNote({ savedAt: '2026-01-01', steps: { [id]: 1 } }));
    const before = await seenOf(storage, id);
    await withRawDatabase(async (dexie) => {
      await dexie.table('projects').put({ ...(await dexie.table('projects').get(id)), id: '' });
    });
    expect(unwrap(await recovery.repair(null)).projects).toEqual([{ id: '', name: 'Small school', outcome: 'lost' }]);
    expect(unwrap(await storage.backups.note()).savedAt).toBe('2026-01-01');
    await withRawDatabase(async (dexie) => expect(await dexie.table('meta').get('schema')).toBeDefined());
    expect(await seenOf(storage, id)).toEqual(before);
  });

  test.each([
    ['the first edit', 1],
    ['the last edit', 2],
  ])('keeps the edits up to where the log is damaged (%s), and work goes on', async (_, seq) => {
    const { storage, recovery, id, untouched } = await twoProjects();
    const others = await untouched();
    await spoil('operations', `${id}/000000000${seq}`, { packed: [new Uint8Array([1])] });
    expect(codesOf(await storage.projects.get(id))).toEqual(['history.lost']);
    unwrap(await recovery.repair(null));
    expect(unwrap(await storage.projects.get(id)).problem.rooms[0]?.name).toBe(seq === 1 ? 'Room' : 'Hall');
    await editOn(storage, id);
    expect(codesOf(await storage.timetables.list(id))).toEqual([]);
    expect(await untouched()).toEqual(others);
    expect(unwrap(await recovery.examine(null)).faults).toEqual([]);
  });

  test('lets a project be edited again whose log is gone', async () => {
    const { storage, recovery, id } = await twoProjects();
    const { problem: data, seq } = unwrap(await storage.projects.get(id));
    unwrap(await storage.histories.save(id, { seq, problem: data, timetables: new Map() }));
    await withRawDatabase((dexie) => dexie.table('operations').clear());
    unwrap(await recovery.repair(id));
    await editOn(storage, id);
  });

  test('of a project whose number of edits is none a key can have lets it be edited again', async () => {
    const { storage, recovery, id } = await twoProjects();
    await spoil('problems', id, { seq: 1e300 });
    expect(codesOf(await storage.projects.get(id))).toEqual(['storage.damaged']);
    unwrap(await recovery.repair(id));
    await editOn(storage, id);
  });

  test('removes what is damaged of runs, timetables and versions, with what hangs on it', async () => {
    const { storage, recovery, id, untouched } = await twoProjects();
    const others = await untouched();
    const run = `run-of-${id}`;
    unwrap(await storage.timetables.put(timetableOf(id, 'bad', '2026-01-01')));
    await spoil('timetables', 'bad', { timetable: null });
    await spoil('runs', run, { state: 'flying' });
    await spoil('versionContents', `version-of-${id}`, { packed: 1 });
    await withRawDatabase((dexie) => dexie.table('meta').put({ id: `adopted:${id}`, timetableId: 5 }));
    const { counts } = unwrap(await recovery.repair(null));
    expect(counts.get('timetables')).toMatchObject({ setAside: 1, rows: 3 });
    expect(counts.get('history')).toMatchObject({ setAside: 2 });
    const left = await withRawDatabase((dexie) =>
      Promise.all(
        ['runs', 'runDetails', 'runSnapshots', 'checkpointCopies'].map(async (table) =>
          (await dexie.table(table).toCollection().primaryKeys()).filter((key) => String(key).startsWith(run)),
        ),
      ),
    );
    expect(left.flat()).toEqual([]);
    expect(unwrap(await storage.versions.list(id))).toEqual([]);
    expect(await untouched()).toEqual(others);
    expect(unwrap(await recovery.examine(null)).faults).toEqual([]);
  });

  test('leaves alone what a newer version has stored', async () => {
    const { recovery, id } = await twoProjects();
    await spoil('problems', id, { version: 9 });
    await spoil('timetables', id, {});
    const { projects, faults } = unwrap(await recovery.repair(null));
    expect(projects).toMatchObject([{ id, outcome: 'newer' }]);
    expect(faults).toMatchObject([{ code: 'storage.newerRow' }]);
    expect(await withRawDatabase((dexie) => dexie.table('problems').get(id))).toMatchObject({ version: 9 });
  });
});

describe('a raw copy', () => {
  test('has every row as it lies there, and a backup can be restored from it', async () => {
    const { storage, recovery, id } = await twoProjects();
    const odd = { id: 'odd', at: new Date(5), list: [Number.NaN, 1n], map: new Map([['a', Float64Array.of(0.5)]]) };
    await withRawDatabase((dexie) => dexie.table('meta').put(odd));
    await spoil('problems', id, { packed: new Date(7) });
    const { bytes, rows, unreadable } = unwrap(await recovery.saveRaw(null));
    const { lines, isCut } = await unpackLines(bytes);
    expect([isCut, lines.length, unreadable]).toEqual([false, rows + 2, 0]);
    expect(lines).toContainEqual({ table: 'meta', row: odd });
    expect(lines).toContainEqual({ table: 'problems', row: expect.objectContaining({ id, packed: new Date(7) }) });
    const opened = await storage.backups.open(bytes);
    expect(codesOf(opened)).toEqual(['backup.damaged']);
    expect(
      unwrap(opened)
        .projects.map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(['damaged', 'equal']);
  });

  test('of a project has the rows of no other', async () => {
    const { recovery, id } = await twoProjects();
    const { lines } = await unpackLines(unwrap(await recovery.saveRaw(id)).bytes);
    const projects = lines.filter((line) => (line as { table?: string }).table === 'projects');
    expect(projects).toMatchObject([{ row: { id } }]);
    expect(lines.length).toBeGreaterThan(10);
  });

  test('names the rows that the browser cannot read; the list leaves them out and a repair sets them aside', async () => {
    const { storage, recovery, id, untouched } = await twoProjects();
    const others = await untouched();
    const original = IDBObjectStore.prototype.get;
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'projects' && key === id) throw new DOMException('Failed to read', 'DataError');
      return original.call(this, key);
    });
    const originalAll = IDBObjectStore.prototype.getAll;
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...range
    ) {
      if (this.name === 'projects') throw new DOMException('Failed to read', 'DataError');
      return originalAll.apply(this, range);
    });
    try {
      expect(unwrap(await storage.projects.list())).toHaveLength(1);
      const copy = unwrap(await recovery.saveRaw(null));
      expect(copy.unreadable).toBe(1);
      expect((await unpackLines(copy.bytes)).lines).toContainEqual(
        expect.objectContaining({ table: 'projects', key: id, fault: expect.stringContaining('Failed to read') }),
      );
      expect(unwrap(await recovery.repair(null)).projects).toMatchObject([{ id, outcome: 'mended' }]);
    } finally {
      get.mockRestore();
      getAll.mockRestore();
    }
    expect(unwrap(await storage.projects.get(id)).name).toBe('Small school');
    expect(await untouched()).toEqual(others);
  });
});

describe('a database that cannot be opened', () => {
  /** One whose table of settings has another key: Dexie refuses it. */
  async function unopenable(): Promise<string> {
    const storage = await openTab();
    const { id } = await addFullProject(storage);
    const { bytes } = unwrap(await (await recoveryOf(storage)).saveRaw(null));
    storage.close();
    const { lines } = await unpackLines(bytes);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName).onsuccess = resolve;
    });
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(databaseName, 30);
      request.onupgradeneeded = () => {
        for (const line of lines) {
          const { table, row } = line as { readonly table?: string; readonly row?: object };
          if (table === undefined) continue;
          if (!request.result.objectStoreNames.contains(table)) {
            const keyPath = table === 'meta' ? 'key' : table === 'checkpoints' ? 'runId' : 'id';
            request.result.createObjectStore(table, { keyPath });
          }
          if (table !== 'meta') request.transaction?.objectStore(table).put(row);
        }
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    return id;
  }

  test('is never taken for an empty one; a repair writes what is good to a new one and leaves the old', async () => {
    const id = await unopenable();
    const values = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
    });
    try {
      expect(codesOf(await openStorage({ databaseName }))).toEqual(['storage.unreadable']);
      const recovery = await openRecovery(databaseName, false);
      expect(unwrap(await recovery.saveRaw(null)).rows).toBeGreaterThan(10);
      expect(unwrap(await recovery.repair(null)).projects).toEqual([]);
      expect(currentDatabase()).not.toBe('horarium');
      const storage = unwrap(await openStorage({}));
      expect(unwrap(await storage.projects.get(id)).problem.rooms[0]?.name).toBe('Hall');
      await editOn(storage, id);
      storage.close();
      expect((await indexedDB.databases()).map(({ name }) => name)).toContain(databaseName);
      unwrap(await recovery.startNew());
      const empty = unwrap(await openStorage({}));
      expect(unwrap(await empty.projects.list())).toEqual([]);
      empty.close();
      const [former] = await recovery.former();
      expect(unwrap((await former?.saveRaw()) ?? expect.fail('none')).rows).toBeGreaterThan(10);
      unwrap((await former?.remove()) ?? expect.fail('none'));
      expect(await recovery.former()).toEqual([]);
    } finally {
      vi.unstubAllGlobals();
      for (const { name } of await indexedDB.databases()) {
        if (name?.startsWith('horarium')) indexedDB.deleteDatabase(name);
      }
    }
  });

  test('and one that is not there says so, and is not made by asking', async () => {
    const recovery = await openRecovery('nowhere');
    expect(codesOf(await recovery.saveRaw(null))).toEqual(['storage.unreadable']);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
  });
});
