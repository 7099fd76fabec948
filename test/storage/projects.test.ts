import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { putItem } from '../../src/domain/operations/changes-of.ts';
import { packProblem } from '../../src/domain/packed-problem.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { createProjects } from '../../src/storage/projects.ts';
import type { ProjectSummary } from '../../src/storage/records.ts';
import type { Projects } from '../../src/storage/storage.ts';
import {
  checkpoint,
  codesOf,
  content,
  databaseName,
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

async function addEmpty(projects: Projects): Promise<string> {
  return unwrap(await projects.create({ ...content, timetables: [] }, 'test', [])).id;
}

describe('projects', () => {
  test('are found again by another tab, with problem, import report and timetables', async () => {
    const report = [{ code: 'ctt.note', severity: 'info', message: 'A remark.' }] as const;
    const created = unwrap(await (await openTab()).projects.create(content, 'ctt', report));
    const tab = await openTab();
    const found = unwrap(await tab.projects.get(created.id));
    expect(found).toEqual(created);
    expect(found.problem).toEqual(problem);
    expect(found.importReport).toEqual(report);
    const [timetable] = unwrap(await tab.timetables.list(created.id));
    expect(timetable?.name).toBe('First');
    expect(timetable?.timetable).toEqual(content.timetables[0]?.timetable);
  });

  test('have changed when a run leaves a timetable in them, after the last file, too', async () => {
    const { projects, timetables } = await openTab();
    const { id } = unwrap(await projects.create(content, 'ctt', []));
    const savedAt = new Date(Date.now() + 60_000).toISOString();
    unwrap(await projects.update(id, { savedAt }));
    unwrap(await timetables.put(timetableOf(id, 'found', '2026-01-01')));
    const project = unwrap(await projects.get(id));
    expect(project.updatedAt > savedAt).toBe(true);
  });

  test('opened twice from one file do not share timetables', async () => {
    const { projects, timetables } = await openTab();
    const first = unwrap(await projects.create(content, 'ctt', []));
    const second = unwrap(await projects.create(content, 'ctt', []));
    expect(unwrap(await timetables.list(first.id))).toHaveLength(1);
    expect(unwrap(await timetables.list(second.id))).toHaveLength(1);
  });

  test('are listed with the latest change first, and saving a file is no change', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { projects } = await openTab();
      vi.setSystemTime('2026-01-01');
      const first = unwrap(await projects.create(content, 'ctt', []));
      vi.setSystemTime('2026-01-02');
      const second = unwrap(await projects.create(content, 'ctt', []));
      vi.setSystemTime('2026-01-03');
      unwrap(await projects.update(first.id, { savedAt: '2026-01-03' }));
      expect(unwrap(await projects.list()).map(({ id }) => id)).toEqual([second.id, first.id]);
      unwrap(await projects.update(first.id, { name: 'Renamed' }));
      expect(unwrap(await projects.list()).map(({ name }) => name)).toEqual(['Renamed', 'Small school']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('carry a changed problem and its number of events', async () => {
    const { projects } = await openTab();
    const { id } = unwrap(await projects.create(content, 'ctt', []));
    const changed = { ...problem, events: [] };
    expect(unwrap(await projects.update(id, { problem: changed })).eventCount).toBe(0);
    expect(unwrap(await projects.get(id)).problem).toEqual(changed);
  });

  test('go with everything that belongs to them, and come back whole', async () => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create(content, 'ctt', []));
    const other = unwrap(await storage.projects.create(content, 'ctt', []));
    await startRun(storage, runOf(id, 'run', { problemHash: 'hash' }));
    unwrap(await storage.checkpoints.put('run', checkpoint));
    const removed = unwrap(await storage.projects.remove(id));
    expect(codesOf(await storage.projects.get(id))).toEqual(['storage.notFound']);
    const left = await withRawDatabase(async (dexie) => Promise.all(dexie.tables.map((table) => table.count())));
    expect(left.reduce((sum, count) => sum + count, 0)).toBe(4); // The other project, problem, timetable; the schema.
    unwrap(await storage.projects.restore(removed));
    expect(unwrap(await storage.projects.get(id)).problem).toEqual(problem);
    expect(unwrap(await storage.timetables.list(id))).toHaveLength(1);
    expect(unwrap(await storage.checkpoints.get('run'))).toEqual(checkpoint);
    expect(unwrap(await storage.runs.input('hash'))).toEqual(problem);
    expect(unwrap(await storage.timetables.list(other.id))).toHaveLength(1);
  });

  test('that are gone cannot be changed', async () => {
    const { projects } = await openTab();
    expect(codesOf(await projects.update('gone', { name: 'x' }))).toEqual(['storage.notFound']);
  });

  test('are watched: now, after a change in another tab, and no longer once unsubscribed', async () => {
    const [mine, other] = [await openTab(), await openTab()];
    const seen: string[][] = [];
    const stop = mine.projects.watch((list) => seen.push(list.map(({ name }) => name)));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([]));
    const { id } = unwrap(await other.projects.create(content, 'ctt', []));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['Small school']));
    stop();
    const count = seen.length;
    unwrap(await other.projects.update(id, { name: 'Later' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(count);
  });
});

describe('a database from before there was a log', () => {
  test('is opened with everything in it, and edits are logged from then on', async () => {
    const old = new Dexie(databaseName);
    old.version(1).stores({
      projects: 'id',
      problems: 'id',
      timetables: 'id, projectId',
      runs: 'id, projectId',
      checkpoints: 'runId',
      meta: 'id',
    });
    const dates = { createdAt: '2026-01-01', updatedAt: '2026-01-01', savedAt: null };
    const names = { name: 'Old', source: 'ctt', eventCount: 1 };
    await old.table('projects').put({ id: 'p', version: 1, ...names, ...dates });
    await old.table('problems').put({ id: 'p', version: 2, packed: packProblem(problem), importReport: [] });
    await old.table('timetables').put(timetableOf('p', 't', '2026-01-01'));
    await old.table('meta').put({ id: 'schema', number: 1 });
    old.close();
    const storage = await openTab();
    const found = unwrap(await storage.projects.get('p'));
    expect(found).toMatchObject({ name: 'Old', seq: 0, storedSeq: 0, problem });
    const room = { id: 'r', name: 'Aula', capacity: 30 };
    const changes = [putItem(problem, 'rooms', room)];
    const step = { kind: 'do', seq: 1, at: '2026-01-02', label: { action: 'change' }, changes } as const;
    unwrap(await storage.histories.append('p', step));
    const edited = unwrap(await storage.projects.get('p'));
    expect(edited).toMatchObject({ seq: 1, storedSeq: 0, problem: { rooms: [room] } });
    unwrap(await storage.histories.save('p', { seq: 1, problem: edited.problem, timetables: new Map() }));
    expect(unwrap(await storage.projects.get('p'))).toEqual({ ...edited, storedSeq: 1 });
  });
});

describe('without IndexedDB', () => {
  test('projects live in memory with the same behaviour', async () => {
    const projects = createProjects(createMemoryDatabase());
    const seen: (readonly ProjectSummary[])[] = [];
    projects.watch((list) => seen.push(list));
    const { id } = unwrap(await projects.create(content, 'ctt', []));
    expect(unwrap(await projects.get(id)).problem).toEqual(problem);
    await vi.waitFor(() => expect(seen.at(-1)).toHaveLength(1));
    const removed = unwrap(await projects.remove(id));
    expect(unwrap(await projects.list())).toEqual([]);
    unwrap(await projects.restore(removed));
    expect(unwrap(await projects.get(id)).problem).toEqual(problem);
  });

  test('a transaction that fails changes nothing, and the next one works', async () => {
    const database = createMemoryDatabase();
    const failing = database.transact(['meta'], async (rows) => {
      await rows.put('meta', { id: 'x' });
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await database.get('meta', 'x')).toBeUndefined();
    await database.put('meta', { id: 'y' });
    expect(await database.get('meta', 'y')).toEqual({ id: 'y' });
  });
});

describe('timetables', () => {
  test('are listed newest first, renamed and removed', async () => {
    const { timetables, projects } = await openTab();
    const [p, q] = [await addEmpty(projects), await addEmpty(projects)];
    unwrap(await timetables.put(timetableOf(p, 'old', '2026-01-01')));
    unwrap(await timetables.put(timetableOf(p, 'new', '2026-01-02')));
    unwrap(await timetables.put(timetableOf(q, 'other', '2026-01-02')));
    expect(unwrap(await timetables.list(p)).map(({ id }) => id)).toEqual(['new', 'old']);
    unwrap(await timetables.rename('old', 'Renamed'));
    expect(unwrap(await timetables.get('old')).name).toBe('Renamed');
    unwrap(await timetables.remove('old'));
    expect(codesOf(await timetables.get('old'))).toEqual(['storage.notFound']);
    expect(unwrap(await timetables.list(p))).toHaveLength(1);
  });
});
