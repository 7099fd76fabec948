import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import {
  checkpoint,
  codesOf,
  content,
  databaseName,
  oldRunOf,
  openTab,
  problem,
  runOf,
  startRun,
  timetableOf,
  unwrap,
  withFreshDatabase,
  withRawDatabase,
} from './support.ts';

withFreshDatabase();
const originalPut = IDBObjectStore.prototype.put;

describe('no space left', () => {
  test('a project is stored whole or not at all, and says storage.quota', async () => {
    const storage = await openTab();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (this.name === 'timetables') throw new DOMException('full', 'QuotaExceededError');
      return originalPut.apply(this, row);
    });
    try {
      expect(codesOf(await storage.projects.create(content, 'ctt', []))).toEqual(['storage.quota']);
    } finally {
      put.mockRestore();
    }
    expect(unwrap(await storage.projects.list())).toEqual([]);
    unwrap(await storage.projects.create(content, 'ctt', []));
    expect(unwrap(await storage.projects.list())).toHaveLength(1);
  });

  test('keeps checkpoints that are less than what is to be stored: the browser would not take them back', async () => {
    const storage = await openTab();
    unwrap(await storage.checkpoints.put('run', checkpoint));
    const refused = (['put', 'add'] as const).map((name) =>
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      }),
    );
    const name = Array.from({ length: 3000 }, () => crypto.randomUUID()).join('');
    const large = { ...content, problem: { ...problem, name } };
    try {
      expect(codesOf(await storage.projects.create(large, 'ctt', []))).toEqual(['storage.quota']);
    } finally {
      for (const mock of refused) mock.mockRestore();
    }
    expect(unwrap(await storage.checkpoints.get('run'))).not.toBeNull();
  });
});

describe('a damaged row', () => {
  test('of a project is refused with the place of the flaw; the others are still listed', async () => {
    const storage = await openTab();
    const good = unwrap(await storage.projects.create(content, 'ctt', []));
    const bad = unwrap(await storage.projects.create(content, 'ctt', []));
    await withRawDatabase(async (dexie) => {
      const events = [new TextEncoder().encode('[{"id":5}]')];
      await dexie.table('problems').update(bad.id, { 'packed.lists.events': events });
      await dexie.table('projects').put({ id: 'noise', version: 1 });
    });
    const refused = await storage.projects.get(bad.id);
    expect(refused.diagnostics).toMatchObject([{ code: 'storage.damaged', place: 'problem.events[0].id' }]);
    const list = await storage.projects.list();
    expect(unwrap(list).map(({ id }) => id)).toContain(good.id);
    expect(list.diagnostics).toMatchObject([{ code: 'storage.damaged', value: 'noise', place: 'name' }]);
  });

  test('of a problem whose bytes are noise is refused', async () => {
    const { projects } = await openTab();
    const { id } = unwrap(await projects.create(content, 'ctt', []));
    await withRawDatabase((dexie) => dexie.table('problems').update(id, { 'packed.rest': new Uint8Array([1, 2]) }));
    expect((await projects.get(id)).diagnostics).toMatchObject([{ code: 'storage.damaged', place: 'packed' }]);
  });

  test('of a problem from before problems were packed is checked as it was', async () => {
    const { projects } = await openTab();
    const { id } = unwrap(await projects.create(content, 'ctt', []));
    const store = (stored: object) =>
      withRawDatabase((dexie) => dexie.table('problems').put({ id, version: 1, problem: stored, importReport: [] }));
    await store(problem);
    expect(unwrap(await projects.get(id)).problem).toEqual(problem);
    await store({ ...problem, events: [{ id: 5 }] });
    expect((await projects.get(id)).diagnostics).toMatchObject([
      { code: 'storage.damaged', place: 'problem.events[0].id' },
    ]);
  });

  test('can be removed', async () => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create(content, 'ctt', []));
    await withRawDatabase((dexie) => dexie.table('problems').put({ id, problem: 'gone' }));
    unwrap(await storage.projects.remove(id));
    expect(unwrap(await storage.projects.list())).toEqual([]);
  });

  test.each([
    [
      'timetables',
      { ...timetableOf('p', 'row', '2026'), timetable: { assignments: [null] } },
      'timetable.assignments[0]',
    ],
    ['runs', { ...runOf('p', 'row'), state: 'flying' }, 'state'],
  ] as const)('of %s is left out of the list', async (table, row, place) => {
    const storage = await openTab();
    await withRawDatabase((dexie) => dexie.table(table).put(row));
    const list = await storage[table].list('p');
    expect(unwrap<readonly unknown[]>(list)).toEqual([]);
    expect(list.diagnostics).toMatchObject([{ code: 'storage.damaged', place }]);
    expect(codesOf(await storage[table].get('row'))).toEqual(['storage.damaged']);
  });

  test('of the newer checkpoint leads to the older one, and of both is refused', async () => {
    const storage = await openTab();
    for (const generation of [3, 4, 5]) unwrap(await storage.checkpoints.put('run', { ...checkpoint, generation }));
    const spoil = (from: number) =>
      withRawDatabase(async (dexie) => {
        for (const row of await dexie.table('checkpointCopies').toArray()) {
          if (row.number < from) continue;
          const packed = Uint8Array.from(row.packed as Uint8Array, (byte, at) => (at === 40 ? byte ^ 1 : byte));
          await dexie.table('checkpointCopies').put({ ...row, packed });
        }
      });
    await spoil(3);
    const older = await storage.checkpoints.get('run');
    expect(unwrap(older)).toEqual({ ...checkpoint, generation: 4 });
    expect(codesOf(older)).toEqual(['storage.olderCheckpoint']);
    // the next one takes the place of the damaged one, in another tab too
    unwrap(await (await openTab()).checkpoints.put('run', { ...checkpoint, generation: 6 }));
    expect(unwrap(await storage.checkpoints.get('run'))?.generation).toBe(6);
    await spoil(0);
    const none = await storage.checkpoints.get('run');
    expect(none.ok).toBe(false);
    expect(codesOf(none)).toEqual(['storage.damaged', 'storage.damaged']);
  });

  test('of a checkpoint from before there were two can only be started from', async () => {
    const storage = await openTab();
    const { engine: _, settled: __, ...old } = checkpoint;
    const islands = [new Uint8Array([1])];
    const row = { runId: 'run', version: 1, savedAt: '', checkpoint: { ...old, layout: 12, islands } };
    await withRawDatabase((dexie) => dexie.table('checkpoints').put(row));
    expect(unwrap(await storage.checkpoints.get('run'))).toEqual({ ...old, engine: '12', islands: [], settled: null });
    unwrap(await storage.checkpoints.put('run', checkpoint));
    expect(unwrap(await storage.checkpoints.get('run'))).toEqual(checkpoint);
  });

  test('of a checkpoint is refused, so that no run resumes from noise', async () => {
    const storage = await openTab();
    await withRawDatabase((dexie) =>
      dexie
        .table('checkpoints')
        .put({ runId: 'run', version: 1, savedAt: '', checkpoint: { ...checkpoint, islands: 'x' } }),
    );
    expect(codesOf(await storage.checkpoints.get('run'))).toEqual(['storage.damaged']);
  });

  test('of a run from before there were variants is balanced', async () => {
    const storage = await openTab();
    await withRawDatabase((dexie) => dexie.table('runs').put(oldRunOf('p', 'row', { variant: undefined })));
    expect(unwrap(await storage.runs.get('row')).variant).toBe('balanced');
    await startRun(storage, runOf('p', 'other', { variant: 'room-efficient' }));
    expect(unwrap(await storage.runs.get('other')).variant).toBe('room-efficient');
  });

  test('of a run from before there was a choice of pace goes by its number of moves', async () => {
    const storage = await openTab();
    const { pace: _, ...settings } = runOf('p', 'row').settings;
    await withRawDatabase((dexie) => dexie.table('runs').put(oldRunOf('p', 'row', { settings })));
    expect(unwrap(await storage.runs.get('row')).settings).toEqual({ ...settings, pace: 'moves' });
    await startRun(storage, runOf('p', 'clock', { settings: { ...settings, pace: 'clock', timeLimit: 5 } }));
    expect(unwrap(await storage.runs.get('clock')).settings.pace).toBe('clock');
  });

  test('of a newer app is refused as such', async () => {
    const storage = await openTab();
    await withRawDatabase((dexie) => dexie.table('runs').put({ ...runOf('p', 'row'), version: 3 }));
    expect(codesOf(await storage.runs.get('row'))).toEqual(['storage.newerRow']);
  });
});

describe('another version of the app', () => {
  test('that upgrades the database makes this tab say so and write no more', async () => {
    const storage = await openTab();
    const outdated = vi.fn();
    storage.onOutdated(outdated);
    const newer = new Dexie(databaseName);
    newer.version(4).stores({ projects: 'id', later: 'id' });
    await newer.open();
    expect(outdated).toHaveBeenCalledOnce();
    expect(codesOf(await storage.projects.create(content, 'ctt', []))).toEqual(['storage.newer']);
    expect(codesOf(await storage.projects.list())).toEqual(['storage.newer']);
    expect(await newer.table('projects').count()).toBe(0);
    newer.close();
  });

  test('or a tool that deletes the database is not answered with an empty one', async () => {
    const storage = await openTab();
    unwrap(await storage.projects.create(content, 'ctt', []));
    const seen = vi.fn();
    storage.projects.watch(seen);
    await expect.poll(() => seen.mock.lastCall?.[0].length).toBe(1);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName).onsuccess = resolve;
    });
    expect(codesOf(await storage.projects.list())).toEqual(['storage.newer']);
    storage.projects.watch(seen);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(databaseName);
    expect(seen.mock.lastCall?.[0]).toHaveLength(1);
  });

  test('that left a newer database makes this one refuse to open it', async () => {
    const newer = new Dexie(databaseName);
    newer.version(4).stores({ meta: 'id' });
    await newer.open();
    newer.close();
    expect(codesOf(await openStorage({ databaseName }))).toEqual(['storage.newer']);
  });

  test('is also recognised by the stored schema number', async () => {
    (await openTab()).close();
    await withRawDatabase((dexie) => dexie.table('meta').put({ id: 'schema', number: 99 }));
    expect(codesOf(await openStorage({ databaseName }))).toEqual(['storage.newer']);
  });
});

describe('a browser that refuses to store', () => {
  test.each(['SecurityError', 'UnknownError'])('gets a storage in memory with a warning (%s)', async (name) => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('denied', name);
    });
    // As Chromium does it, which says nothing better of a database.
    const unknown = () => Promise.reject(new DOMException('denied', 'UnknownError'));
    const databases = vi.spyOn(IDBFactory.prototype, 'databases').mockImplementation(unknown);
    const former = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    const get = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'localStorage', { get, configurable: true });
    try {
      const result = await openStorage({ databaseName });
      const storage = unwrap(result);
      expect(codesOf(result)).toEqual(['storage.blocked']);
      expect(storage.durable).toBe(false);
      const { id } = unwrap(await storage.projects.create(content, 'ctt', []));
      expect(unwrap(await storage.projects.get(id)).name).toBe('Small school');
    } finally {
      open.mockRestore();
      databases.mockRestore();
      if (former === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
      else Object.defineProperty(globalThis, 'localStorage', former);
    }
  });

  test('promises nothing when asked to keep the data', async () => {
    const refusing = { persist: () => Promise.reject(new TypeError('no')) } as unknown as StorageManager;
    const { persistence } = unwrap(await openStorage({ databaseName, storageManager: refusing }));
    expect(await persistence.request()).toBe(false);
    expect(await persistence.persisted()).toBe(false);
    expect(await persistence.estimate()).toBeNull();
  });
});
