import { describe, expect, test, vi } from 'vitest';
import { putItem } from '../../src/domain/operations/changes-of.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import type { Database } from '../../src/storage/rows.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { type Faults, quotaError, withFaults } from './faults.ts';
import {
  checkpoint,
  codesOf,
  content,
  databaseName,
  problem,
  timetableOf,
  unwrap,
  withFreshDatabase,
} from './support.ts';

withFreshDatabase();

const nameOf = (edit: number) => `Room ${edit}`;
const edits = 4;

/** Edits, with snapshots in between and a timetable that begins; how many edits the storage has confirmed. */
async function work(storage: Storage, id: string): Promise<number> {
  let confirmed = 0;
  let data = problem;
  for (let seq = 1; seq <= edits; seq++) {
    const changes = [putItem(data, 'rooms', { id: 'r', name: nameOf(seq), capacity: 30 })];
    const step = { kind: 'do', seq, at: '2026-01-02', label: { action: 'change' }, changes } as const;
    const rows = seq === 2 ? { put: [timetableOf(id, `added-to-${id}`, '2026-01-02')], remove: [] } : undefined;
    const made = await storage.histories.append(id, step, rows);
    if (!made.ok) return confirmed;
    confirmed = seq;
    data = { ...data, rooms: [{ id: 'r', name: nameOf(seq), capacity: 30 }] };
    // The log has it all: a snapshot that fails loses nothing.
    if (seq % 2 === 0) await storage.histories.save(id, { seq, problem: data, timetables: new Map() });
  }
  return confirmed;
}

/** What is there when the project is opened afterwards: the number of the edit, and whether rows go together. */
async function stateAfter(storage: Storage, id: string): Promise<number> {
  const project = await storage.projects.get(id);
  expect(codesOf(project)).toEqual([]);
  const { problem: data, seq } = unwrap(project);
  expect(data.rooms[0]?.name).toBe(seq === 0 ? 'Room' : nameOf(seq));
  expect(unwrap(await storage.timetables.list(id))).toHaveLength(seq < 2 ? 1 : 2);
  return seq;
}

const causes = [
  ['a full disk', quotaError, 'storage.quota'],
  ['a broken disk', () => new DOMException('Internal error', 'UnknownError'), 'storage.failed'],
] as const;

async function everyFailure(database: Database, cause: () => unknown, goesOn: boolean, stride = 1): Promise<number> {
  const sound = storageOn(database);
  let failures = 0;
  for (let failsAt: number | null = 1; failsAt !== null; ) {
    const { id } = unwrap(await sound.projects.create(content, 'ctt', []));
    const faulty = withFaults(database, { failsAt, cause, goesOn });
    const confirmed = await work(storageOn(faulty), id);
    expect(await stateAfter(sound, id)).toBe(confirmed);
    if (faulty.writes() < failsAt) {
      expect(confirmed).toBe(edits);
      failsAt = null;
    } else {
      failures++;
      failsAt += stride;
    }
  }
  return failures;
}

describe('a storage that fails', () => {
  test.each(causes)('at any write (%s) keeps every edit it has confirmed, and the project opens', async (_, cause) => {
    for (const goesOn of [false, true]) {
      expect(await everyFailure(createMemoryDatabase(), cause, goesOn)).toBeGreaterThan(10);
    }
  });

  test('at writes of IndexedDB, too', async () => {
    const database = unwrap(await openDatabase(databaseName));
    try {
      expect(await everyFailure(database, quotaError, false, 4)).toBeGreaterThan(2);
    } finally {
      database.close();
    }
  });

  test.each(causes)('says so (%s), and goes on when there is room again', async (_, cause, code) => {
    const database = createMemoryDatabase();
    const { id } = unwrap(await storageOn(database).projects.create(content, 'ctt', []));
    const storage = storageOn(withFaults(database, { failsAt: 1, cause }));
    expect(codesOf(await storage.projects.update(id, { name: 'New' }))).toEqual([code]);
    expect(unwrap(await storage.projects.update(id, { name: 'New' })).name).toBe('New');
  });

  test('adds no part of a backup', async () => {
    const { bytes } = unwrap(await storageOn(await withProject()).backups.pack());
    for (let failsAt = 1; failsAt <= 3; failsAt++) {
      const target = createMemoryDatabase();
      const faults: Faults = { failsAt, cause: quotaError };
      const opened = unwrap(await storageOn(withFaults(target, faults)).backups.open(bytes));
      expect(codesOf(await opened.add())).toEqual(['storage.quota']);
      expect(
        await Promise.all((['projects', 'problems', 'timetables'] as const).map((table) => target.ids(table))),
      ).toEqual([[], [], []]);
      unwrap(await opened.add());
      expect(unwrap(await storageOn(target).projects.list())).toHaveLength(1);
    }
  });
});

describe('a full storage', () => {
  /** Room for so many copies of checkpoints beside a project. */
  function roomFor(copies: number, database: Database): Database {
    const transact: Database['transact'] = async (tables, work) => {
      const isFull = tables.includes('projects') && (await database.ids('checkpointCopies')).length > copies;
      if (isFull) throw quotaError();
      return database.transact(tables, work);
    };
    return { ...database, transact };
  }

  test.each([
    [3, ['a', 'b', 'c'], []],
    [1, ['c'], ['storage.checkpointsDropped']],
    [0, [], ['storage.checkpointsDropped']],
    // Not even then: nothing is to be lost for nothing.
    [-1, ['a', 'b', 'c'], ['storage.quota']],
  ] as const)('with room for %i checkpoints beside a new project keeps those of %j', async (room, kept, remarks) => {
    const database = createMemoryDatabase();
    const { checkpoints } = storageOn(database);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const [minute, run] of ['a', 'a', 'b', 'b', 'c', 'c'].entries()) {
        vi.setSystemTime(new Date(2026, 0, 1, 0, minute));
        unwrap(await checkpoints.put(run, { ...checkpoint, generation: minute }));
      }
    } finally {
      vi.useRealTimers();
    }
    const made = await storageOn(roomFor(room, database)).projects.create(content, 'ctt', []);
    expect([made.ok, codesOf(made)]).toEqual([room >= 0, remarks]);
    const left = await Promise.all(['a', 'b', 'c'].map(async (run) => unwrap(await checkpoints.get(run))));
    expect(['a', 'b', 'c'].filter((_, at) => left[at] !== null)).toEqual(kept);
    // Of two copies the newer one stays.
    const generations = [1, 3, 5];
    for (const [at, found] of left.entries()) if (found !== null) expect(found.generation).toBe(generations[at]);
  });
});

describe('a slow storage', () => {
  test('makes edits in the order in which they were asked for, and refuses one that came too late', async () => {
    const database = createMemoryDatabase();
    const { id } = unwrap(await storageOn(database).projects.create(content, 'ctt', []));
    const slow = storageOn(withFaults(database, { failsAt: null, cause: quotaError, delay: 5 }));
    const quick = storageOn(database);
    const step = (name: string) => {
      const changes = [putItem(problem, 'rooms', { id: 'r', name, capacity: 30 })];
      return { kind: 'do', seq: 1, at: '2026-01-02', label: { action: 'change' }, changes } as const;
    };
    const late = slow.histories.append(id, step('late'));
    unwrap(await quick.histories.append(id, step('quick')));
    expect(codesOf(await late)).toEqual(['history.moved']);
    expect(unwrap(await quick.projects.get(id)).problem.rooms[0]?.name).toBe('quick');
  });
});

async function withProject(): Promise<Database> {
  const database = createMemoryDatabase();
  unwrap(await storageOn(database).projects.create(content, 'ctt', []));
  return database;
}
