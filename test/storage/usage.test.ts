import { describe, expect, test } from 'vitest';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import { sizeOf } from '../../src/storage/row-size.ts';
import { content, openTab, runOf, timetableOf, unwrap, withFreshDatabase } from './support.ts';

withFreshDatabase();

describe('the use of the storage', () => {
  test('is counted by project and kind, and what hangs on a run goes to its project', async () => {
    const storage = await openTab();
    const first = unwrap(await storage.projects.create(content, 'test', []));
    const second = unwrap(await storage.projects.create({ ...content, timetables: [] }, 'test', []));
    unwrap(await storage.timetables.put(timetableOf(first.id, 't1', '2026-01-01T00:00:00.000Z')));
    unwrap(await storage.runs.enqueue(runOf(second.id, 'run'), content.problem));
    const before = unwrap(await storage.usage());
    expect(before.projects.get(first.id)?.timetables).toBeGreaterThan(before.projects.get(second.id)?.timetables ?? 0);
    expect(before.projects.get(first.id)?.runs).toBe(0);
    expect(before.projects.get(second.id)).toMatchObject({ timetables: 0, history: 0, checkpoints: 0 });
    expect(before.projects.get(second.id)?.runs).toBeGreaterThan(100);

    const best = { assignments: [] };
    const score = { unplaced: 0, hard: 0, soft: 0 };
    const islands = [{ stage: 'waiting' as const, memory: new Uint8Array(50_000) }];
    const where = { engine: '1.1', settled: null, generation: 1, improvedAt: 1, moves: 1, seconds: 1 };
    unwrap(await storage.checkpoints.put('run', { ...where, islands, best, score }));
    const after = unwrap(await storage.usage());
    expect(after.projects.get(second.id)?.checkpoints).toBeGreaterThan(50_000);
    expect(after.projects.get(second.id)?.checkpoints).toBeLessThan(60_000);
    expect(after.projects.get(first.id)).toEqual(before.projects.get(first.id));
  });

  test('counts rows past one portion, each once', async () => {
    const storage = storageOn(createMemoryDatabase());
    const { id } = unwrap(await storage.projects.create({ ...content, timetables: [] }, 'test', []));
    const put = async (count: number) => {
      for (let at = 0; at < count; at++) await storage.timetables.put(timetableOf(id, `t${at}`, '2026-01-01'));
      return unwrap(await storage.usage()).projects.get(id)?.timetables ?? 0;
    };
    const one = await put(1);
    expect((await put(40)) / one).toBeCloseTo(40, 0);
  });

  test('takes bytes as bytes and text as its letters', () => {
    expect(sizeOf(new Uint8Array(1000))).toBeCloseTo(1000, -2);
    expect(sizeOf('x'.repeat(1000))).toBeCloseTo(1000, -2);
    expect(sizeOf({ name: ['x'.repeat(500), new Int32Array(125)] })).toBeCloseTo(1000, -2);
  });
});
