import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { putItem } from '../../src/domain/operations/changes-of.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { checkpoint, content, openTab, problem, runOf, unwrap, withFreshDatabase } from './support.ts';

withFreshDatabase();

const hour = 3_600_000;
const year = 8766 * hour;
const today = Date.UTC(2026, 9, 25, 12);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: today });
});
afterEach(() => vi.useRealTimers());

/** As when somebody, or the network, sets the clock of the computer; it goes on from there. */
const clockShows = (moment: number) => vi.setSystemTime(moment);

async function rename({ histories }: Storage, id: string, seq: number): Promise<void> {
  const [room] = problem.rooms;
  if (room === undefined) expect.fail('no room');
  const changes = [putItem(problem, 'rooms', { ...room, name: `Room ${seq}` })];
  const at = new Date().toISOString();
  unwrap(await histories.append(id, { kind: 'do', seq, at, label: { action: 'change' }, changes }));
}

const jumps = [
  ['an hour back', -hour],
  ['an hour ahead', hour],
  ['a year back', -year],
  ['a year ahead', year],
] as const;

describe.each(jumps)('a clock that is set %s between two edits', (_, jump) => {
  test('changes nothing of them, nor of their order', async () => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create(content, 'test', []));
    await rename(storage, id, 1);
    clockShows(today + jump);
    await rename(storage, id, 2);
    clockShows(today + hour);
    await rename(storage, id, 3);
    expect(unwrap(await storage.histories.steps(id, 0)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(unwrap(await storage.projects.get(id)).problem.rooms[0]?.name).toBe('Room 3');
  });

  test('lets nothing count as saved that is in no file, nor the other way round', async () => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create(content, 'test', []));
    const isSaved = async () => unwrap(await storage.backups.unsaved()).edits === 0;
    const save = async () => unwrap(await storage.projects.update(id, { savedAt: new Date().toISOString() }));
    await rename(storage, id, 1);
    await save();
    expect(await isSaved()).toBe(true);
    clockShows(today + jump);
    await rename(storage, id, 2);
    expect(await isSaved()).toBe(false);
    clockShows(today + 2 * hour);
    await save();
    expect(await isSaved()).toBe(true);
    await rename(storage, id, 3);
    expect(await isSaved()).toBe(false);
  });

  test('leaves the newer checkpoint the newer one, and the queue in its order', async () => {
    const { checkpoints, runs } = await openTab();
    const queue = async (id: string) =>
      unwrap(await runs.enqueue(runOf('p', id, { createdAt: new Date().toISOString() }), problem));
    await queue('first');
    unwrap(await runs.begin('first'));
    await queue('second');
    unwrap(await checkpoints.put('first', { ...checkpoint, generation: 1 }));
    clockShows(today + jump);
    unwrap(await checkpoints.put('first', { ...checkpoint, generation: 2 }));
    await queue('third');
    expect(unwrap(await checkpoints.get('first'))?.generation).toBe(2);
    expect(unwrap(await runs.active()).map(({ id }) => id)).toEqual(['first', 'second', 'third']);
    unwrap(await runs.finish('first', 'completed'));
    expect(unwrap(await runs.get('first')).state).toBe('completed');
  });
});

test.each(['x', '2026-13-45', '+275760-09-13T00:00:00.000Z', '￿'])(
  'a project whose file was saved at no moment (%s) is edited and counted as ever',
  async (savedAt) => {
    const storage = await openTab();
    const { id } = unwrap(await storage.projects.create(content, 'test', []));
    unwrap(await storage.projects.update(id, { savedAt }));
    await rename(storage, id, 1);
    unwrap(await storage.projects.update(id, { name: 'Renamed' }));
    const [project] = unwrap(await storage.projects.list());
    expect([project?.name, Number.isNaN(Date.parse(project?.updatedAt ?? ''))]).toEqual(['Renamed', false]);
  },
);
