import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import type { VariantName } from '../../src/domain/variants.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import type { TimetableRecord } from '../../src/storage/records.ts';
import { createNotices } from '../../src/ui/state/frame/notices.ts';
import { inVariantOrder, startVariants, withSeed } from '../../src/ui/state/runs/variant-batch.ts';
import { discardTimetables } from '../../src/ui/state/versions/beside-actions.ts';
import {
  chosenRecords,
  createSideBySide,
  type Judged,
  measureRows,
  type SideBySide,
} from '../../src/ui/state/versions/side-by-side.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { timetableOf } from '../storage/support.ts';
import { addProject, openProject } from './support/project-tab.ts';

const text = createTranslate(() => en);

const recordOf = (id: string, runId: string | null = null): TimetableRecord => ({
  ...timetableOf('p', id, '2026-01-01'),
  runId,
});

describe('the timetables beside each other', () => {
  const records = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => recordOf(id, `run-${id}`));
  const idsOf = (chosen: readonly TimetableRecord[]) => chosen.map(({ id }) => id).join('');

  test('are those asked for, five at most, as far as they are there', () => {
    expect(idsOf(chosenRecords(records, ['c', 'a', 'gone'], () => null))).toBe('ca');
    expect(idsOf(chosenRecords(records, ['f', 'e', 'd', 'c', 'b', 'a'], () => null))).toBe('fedcb');
  });

  test('are else the newest of each emphasis, else the newest', () => {
    const variants: Record<string, string> = { a: 'balanced', b: 'balanced', c: 'room-efficient', d: 'balanced' };
    expect(idsOf(chosenRecords(records, [], ({ id }) => variants[id] ?? null))).toBe('ac');
    expect(idsOf(chosenRecords(records, [], () => 'balanced'))).toBe('abcde');
  });

  test('have the same figures as the evaluator and the statistics, and the least of a row is marked', async () => {
    const storage = storageOn(createMemoryDatabase());
    const id = await addProject(storage);
    const { project, services, leave } = await openProject(storage, id);
    await vi.waitUntil(() => project.timetables().length === 1);
    const [first] = project.timetables();
    if (first === undefined) expect.fail();
    const empty = { ...first, id: 'empty', name: 'Nothing', timetable: { assignments: [] } };
    const { compared, dispose } = createRoot((end) => ({
      compared: createSideBySide(services, project, () => [first, empty]),
      dispose: end,
    }));
    const found = (await vi.waitUntil(() => compared())) as SideBySide;
    const [placed, nothing] = found.judged as [Judged, Judged];
    expect(nothing.score.unplaced).toBe(project.problem().events.length);
    expect(found.order).toEqual(placed.score.unplaced < nothing.score.unplaced ? [0, 1] : [1, 0]);
    expect(nothing.people.every(({ days, gaps }) => days === 0 && gaps === 0)).toBe(true);

    const rows = measureRows(found.judged, 0);
    const unplaced = rows.score.find(({ key }) => key === 'unplaced');
    expect(unplaced).toMatchObject({ values: [placed.score.unplaced, nothing.score.unplaced], best: [0] });
    // nobody is on other days than in the same timetable
    expect(rows.people.find(({ key }) => key === 'groupDays')?.values[0]).toBe(0);
    expect(rows.people.find(({ key }) => key === 'groupDays')?.values[1]).toBeGreaterThan(0);
    expect(rows.rules.find(({ key }) => key === 'placed!')?.values[1]).toBe(nothing.score.unplaced);
    dispose();
    await leave();
  });
});

test('the reason claims nothing of timetables that are not compared', () => {
  expect(en.besideReason_soft({ less: 5, over: 'B' })).toContain('of the others compared');
  expect(en.besideReason_only).toContain('that is compared');
});

describe('discarding timetables', () => {
  test('takes several away in one step, which is undone as one', async () => {
    const storage = storageOn(createMemoryDatabase());
    const { project, leave } = await openProject(storage, await addProject(storage));
    for (const id of ['x', 'y']) await storage.timetables.put({ ...recordOf(id), projectId: project.id });
    await vi.waitUntil(() => project.timetables().length === 3);
    const notices = createNotices();
    const doomed = project.timetables().filter(({ name }) => name !== 'First');
    expect(discardTimetables(project, notices, text, doomed)).toBe(true);
    expect(project.timetables().map(({ name }) => name)).toEqual(['First']);
    notices.list()[0]?.action?.run();
    expect(project.timetables()).toHaveLength(3);
    await leave();
  });
});

describe('the timetable that was decided for', () => {
  test('is shown where no other is asked for, also when the project is opened again', async () => {
    const storage = storageOn(createMemoryDatabase());
    const id = await addProject(storage);
    const before = await openProject(storage, id);
    const better = { ...recordOf('better'), projectId: id, score: { unplaced: 0, hard: 0, soft: 0 } };
    await storage.timetables.put(better);
    await vi.waitUntil(() => before.project.timetables().length === 2);
    expect(before.project.timetable(undefined)?.id).toBe('better');
    const first = before.project.timetables().find(({ name }) => name === 'First')?.id ?? '';
    before.project.adopt(first);
    expect(before.project.timetable(undefined)?.id).toBe(first);
    expect(before.project.timetable('better')?.id).toBe('better');
    await before.leave();
    const { project, leave } = await openProject(storage, id);
    await vi.waitUntil(() => project.adopted() === first && project.timetables().length === 2);
    expect(project.timetable(undefined)?.id).toBe(first);
    await leave();
  });
});

describe('several variants in one go', () => {
  test('are put in the queue one after the other, in the order of the list', async () => {
    const started: VariantName[] = [];
    const start = async (variant: VariantName) => started.push(variant) > 0;
    expect(await startVariants(inVariantOrder(new Set(['even-workload', 'balanced'])), start)).toBe(2);
    expect(started).toEqual(['balanced', 'even-workload']);
  });

  test('end with the first that is refused', async () => {
    const start = vi.fn(async (variant: VariantName) => variant === 'balanced');
    expect(await startVariants(['balanced', 'room-efficient', 'even-workload'], start)).toBe(1);
    expect(start).toHaveBeenCalledTimes(2);
  });

  test('have one seed, also where each is planned when its turn comes, and the typed one if there is one', () => {
    const wish = { seconds: 60, pace: null, typed: { islands: '2' } };
    expect(withSeed(wish, 7)).toEqual({ ...wish, typed: { islands: '2', seed: '7' } });
    expect(withSeed({ ...wish, typed: { seed: '5' } }, 7)).toEqual({ ...wish, typed: { seed: '5' } });
  });
});
