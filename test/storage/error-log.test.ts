import { describe, expect, test } from 'vitest';
import { longestErrorLog } from '../../src/storage/error-log.ts';
import type { LoggedError } from '../../src/storage/storage.ts';
import { openTab, unwrap, withFreshDatabase, withRawDatabase } from './support.ts';

withFreshDatabase();

function failing(message: string, changes: Partial<LoggedError> = {}) {
  const at = '2026-01-01T00:00:00.000Z';
  return { at, source: 'window', name: 'TypeError', message, place: 'a.js:1:2', version: '1', ...changes } as const;
}

describe('the log of errors', () => {
  test('is there after a reload, the newest first', async () => {
    const tab = await openTab();
    unwrap(await tab.errors.add(failing('first')));
    unwrap(await tab.errors.add(failing('second')));
    tab.close();
    const errors = unwrap(await (await openTab()).errors.list());
    expect(errors.map(({ message }) => message)).toEqual(['second', 'first']);
  });

  test('counts what comes again instead of keeping it twice', async () => {
    const { errors } = await openTab();
    for (const at of ['2026-01-01', '2026-01-02', '2026-01-03']) unwrap(await errors.add(failing('again', { at })));
    expect(unwrap(await errors.list())).toEqual([{ ...failing('again', { at: '2026-01-03' }), count: 3 }]);
  });

  test('is bounded, loses none of several at once, and can be emptied', async () => {
    const { errors } = await openTab();
    await Promise.all(Array.from({ length: longestErrorLog + 5 }, (_, at) => errors.add(failing(`error ${at}`))));
    const kept = unwrap(await errors.list());
    expect(kept).toHaveLength(longestErrorLog);
    expect(kept[0]?.message).toBe(`error ${longestErrorLog + 4}`);
    unwrap(await errors.clear());
    expect(unwrap(await errors.list())).toEqual([]);
  });

  test('is empty where its row is damaged, and goes on', async () => {
    const { errors } = await openTab();
    await withRawDatabase((dexie) => dexie.table('meta').put({ id: 'errors', version: 1, errors: [{ at: 5 }] }));
    expect(unwrap(await errors.list())).toEqual([]);
    unwrap(await errors.add(failing('new')));
    expect(unwrap(await errors.list())).toHaveLength(1);
  });
});
