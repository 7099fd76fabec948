import fc from 'fast-check';
import { expect } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { unpackLines } from '../../src/storage/backup/backup-text.ts';
import { tableNames } from '../../src/storage/rows.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { addFullProject } from './full-project.ts';
import { mutateRow, type RowMutation, rowMutation } from './row-mutations.ts';
import { checkpoint, FakeLocks, openTab, problem, unwrap, withRawDatabase } from './support.ts';

interface Stored {
  readonly table: string;
  readonly key: unknown;
  readonly row: object;
}

/** What was tried, and how often: table and kind of change. */
export type Tally = Map<string, number>;

/**
 * Damages rows of one of two projects at random and asks everything of the storage: it answers, with values; it leaves
 * the other project alone; and after a repair everything that is left opens. Backups and repairs take longest: they are
 * part of one case in `wholeEvery`. Throws with the seed and the case.
 */
export async function fuzzRows(cases: number, seed: number, wholeEvery = 1): Promise<Tally> {
  let turn = 0;
  const tally: Tally = new Map();
  const storage = await openTab(new FakeLocks().tab().manager);
  const { id } = await addFullProject(storage);
  const { id: otherId } = await addFullProject(storage);
  await storage.errors.add({ at: '', source: 'window', name: '', message: '', place: '', version: '' });
  await storage.backups.changeNote({ savedAt: '2026-01-01', steps: { [id]: 1 } });
  const sound = await allRows();
  const isOther = ({ key }: Stored) => String(key).includes(otherId) || String(key) === 'schema';
  const ofTimetables = sound.filter(({ table }) => table === 'timetables').map(({ key, row }) => [key, row] as const);
  const otherTimetable = ofTimetables.find(([, row]) => (row as { projectId?: string }).projectId === otherId)?.[0];
  const isGood = (stored: Stored) => isOther(stored) || stored.key === otherTimetable;
  const targets = sound.filter((stored) => !isGood(stored));
  const property = fc.asyncProperty(fc.array(rowMutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
    await restore(sound);
    for (const mutation of mutations) await damage(targets, mutation, tally);
    const isWhole = turn++ % wholeEvery === 0;
    await answers(storage, id, otherId);
    if (isWhole) {
      await backUp(storage);
      await repairs(storage, otherId);
    }
    expect((await allRows()).filter(isGood)).toEqual(sound.filter(isGood));
  });
  await fc.assert(property, { numRuns: cases, seed, endOnFailure: true });
  return tally;
}

async function damage(targets: readonly Stored[], mutation: RowMutation, tally: Tally): Promise<void> {
  const target = targets[mutation.row % targets.length];
  if (target === undefined) return;
  const row = structuredClone(target.row);
  const place = mutateRow(row, mutation);
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  count(`${target.table} ${mutation.kind}`);
  await withRawDatabase(async (dexie) => {
    await dexie.table(target.table).delete(target.key as string);
    // Some keys cannot be stored: then the row is gone.
    await dexie
      .table(target.table)
      .put(row)
      .catch(() => count(`row gone (${place})`));
  });
}

/** Milliseconds: far more than any answer takes, also on a busy machine. */
const patience = 20_000;

async function ask<T>(what: string, question: Promise<Result<T>>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer: ${what}`)), patience);
  });
  const result = await Promise.race([question, late]).finally(() => clearTimeout(timer));
  expect(typeof result.ok, what).toBe('boolean');
  if (!result.ok) expect(result.diagnostics[0]?.code, what).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/);
  return result.ok ? result.value : null;
}

/** Each function of the storage, about everything it may be asked. */
async function answers(storage: Storage, id: string, otherId: string): Promise<void> {
  const { projects, timetables, runs, versions, histories, snapshots, checkpoints, runHistory, backups } = storage;
  const seen = new Promise<void>((resolve) => {
    const stop = projects.watch(() => {
      resolve();
      setTimeout(() => stop());
    });
  });
  await seen;
  await ask('list', projects.list());
  const project = await ask('get', projects.get(id));
  for (const table of (await ask('timetables', timetables.list(id))) ?? []) await ask('one', timetables.get(table.id));
  await ask('adopted', timetables.adopted(id));
  for (const step of (await ask('steps', histories.steps(id, 0))) ?? [])
    expect(typeof step.changes().ok).toBe('boolean');
  for (const version of (await ask('versions', versions.list(id))) ?? []) {
    await ask('content', versions.content(version.id));
    await ask('publish', versions.update(version.id, { published: true }));
  }
  const [run, waiting] = [`run-of-${id}`, `waits-in-${id}`];
  for (const name of [run, waiting]) {
    await ask('run', runs.get(name));
    await ask('checkpoint', checkpoints.get(name));
    await ask('moments', snapshots.list(name));
  }
  await ask('begin', runs.begin(waiting));
  await ask('checkpoint', checkpoints.put(waiting, checkpoint));
  await ask('finish', runs.finish(waiting, 'completed'));
  await ask('runs', runs.list(id));
  await ask('active', runs.active());
  await ask('result', runs.findResult('x'));
  await ask('input', runs.input('x'));
  await ask('interrupted', runs.markInterrupted());
  await ask('summaries', runHistory.summaries(null));
  await ask('expired', runHistory.removeExpired('2020-01-01'));
  await ask('errors', storage.errors.list());
  await ask('note', backups.note());
  await ask('unsaved', backups.unsaved());
  const seq = (project?.seq ?? 2) + 1;
  await ask('append', histories.append(id, { kind: 'undo', seq, at: '2026-03-01', of: [seq - 1] }));
  await ask('save', histories.save(id, { seq, problem, timetables: new Map() }));
  await ask('prune', histories.prune(id, 2));
  await ask('rename', projects.update(id, { name: 'Renamed' }));
  expect((await projects.get(otherId)).diagnostics).toEqual([]);
}

async function backUp({ backups, usage }: Storage): Promise<void> {
  await ask('usage', usage());
  const packed = await ask('pack', backups.pack());
  if (packed !== null) await ask('open', backups.open(packed.bytes));
}

/** Nothing goes without being in the raw file, and what is left opens. */
async function repairs(storage: Storage, otherId: string): Promise<void> {
  const recovery = await storage.recovery?.();
  if (recovery === undefined) expect.fail('no recovery');
  const before = await allRows();
  const copy = unwrap(await recovery.saveRaw(null));
  const { lines, isCut } = await unpackLines(copy.bytes);
  expect([isCut, lines.length - 2, copy.rows + copy.unreadable]).toEqual([false, before.length, before.length]);
  expect(lines).not.toContain(null);
  unwrap(await recovery.repair(null));
  const left = unwrap(await recovery.examine(null));
  expect(left.faults.filter(({ code }) => code !== 'storage.newerRow')).toEqual([]);
  const newer = new Set(left.projects.map((project) => project.id));
  const listed = unwrap(await storage.projects.list());
  expect(listed.map((summary) => summary.id)).toContain(otherId);
  for (const summary of listed) {
    if (newer.has(summary.id)) continue;
    const project = await storage.projects.get(summary.id);
    expect([project.ok, project.diagnostics]).toEqual([true, []]);
    expect((await storage.timetables.list(summary.id)).diagnostics).toEqual([]);
    if (summary.id === otherId) continue;
    const seq = unwrap(project).seq + 1;
    unwrap(await storage.histories.append(summary.id, { kind: 'discard', seq, at: '2026-03-02', of: [] }));
  }
}

async function allRows(): Promise<Stored[]> {
  return withRawDatabase(async (dexie) => {
    const rows: Stored[] = [];
    for (const table of tableNames) {
      const keys = await dexie.table(table).toCollection().primaryKeys();
      const found = await dexie.table(table).toArray();
      for (const [index, row] of found.entries()) rows.push({ table, key: keys[index], row });
    }
    return rows;
  });
}

async function restore(rows: readonly Stored[]): Promise<void> {
  await withRawDatabase(async (dexie) => {
    for (const table of dexie.tables) await table.clear();
    for (const { table, row } of rows) await dexie.table(table).put(structuredClone(row));
  });
}
