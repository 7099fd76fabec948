import { afterEach, expect, test, vi } from 'vitest';
import { content, openTab, unwrap, withFreshDatabase } from './support.ts';

withFreshDatabase();
afterEach(() => vi.restoreAllMocks());

const count = 100;

interface Reads {
  requests: number;
  /** By table. */
  readonly rows: Record<string, number>;
}

/** What is read from now on. */
function watchReads(): Reads {
  const reads: Reads = { requests: 0, rows: {} };
  for (const method of ['get', 'getAll', 'openCursor'] as const) {
    const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      reads.requests++;
      const request = original.apply(this, given);
      request.addEventListener('success', () => {
        const found: unknown = request.result;
        const count = Array.isArray(found) ? found.length : found === undefined || found === null ? 0 : 1;
        reads.rows[this.name] = (reads.rows[this.name] ?? 0) + count;
      });
      return request as never; // What the browser's own gives.
    });
  }
  return reads;
}

test('a list of 100 projects is one request and reads no problem, and so is what an edit shows of it', async () => {
  const storage = await openTab();
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const problem = { ...content.problem, name: `Project ${number}` };
    ids.push(unwrap(await storage.projects.create({ ...content, problem }, 'ctt', [])).id);
  }
  const reads = watchReads();
  expect(unwrap(await storage.projects.list())).toHaveLength(count);
  expect(reads).toEqual({ requests: 1, rows: { projects: count } });

  const listener = vi.fn();
  const stop = storage.projects.watch(listener);
  await vi.waitFor(() => expect(listener.mock.lastCall?.[0]).toHaveLength(count));
  unwrap(await storage.projects.update(ids[7] ?? '', { name: 'Renamed' }));
  await vi.waitFor(() =>
    expect(listener.mock.lastCall?.[0]).toContainEqual(expect.objectContaining({ name: 'Renamed' })),
  );
  stop();
  // the list, the watched list twice, and the row that was changed
  expect(reads).toEqual({ requests: 4, rows: { projects: 3 * count + 1 } });
});

test('opening one of 100 projects reads its own rows alone', async () => {
  const storage = await openTab();
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    ids.push(unwrap(await storage.projects.create(content, 'ctt', [])).id);
  }
  const reads = watchReads();
  unwrap(await storage.projects.get(ids[50] ?? ''));
  expect(reads.rows).toEqual({ projects: 1, problems: 1, operations: 0 });
});
