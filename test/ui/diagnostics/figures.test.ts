import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/storage/records.ts';
import { capabilitiesOf } from '../../../src/ui/state/diagnostics/capabilities.ts';
import { loggedError } from '../../../src/ui/state/diagnostics/capture-errors.ts';
import { runFigures } from '../../../src/ui/state/diagnostics/run-figures.ts';
import { runOf } from '../../storage/support.ts';

const run = (state: RunRecord['state'], changes: Partial<RunRecord> = {}) => runOf('p', state, { state, ...changes });
const sound = { unplaced: 0, hard: 0, soft: 9 };

describe('the figures of runs', () => {
  test('are rates of the runs that came to an end of their own', () => {
    const figures = runFigures(
      [
        run('completed', { best: sound, seconds: 10, moves: 1000, resultKey: 'a' }),
        run('completed', { best: { ...sound, hard: 1 }, seconds: 30, moves: 1000, resultKey: 'a' }),
        run('failed', { error: { code: 'run.failed', message: '' }, resultKey: 'b' }),
        run('interrupted'),
        run('cancelled'),
        run('queued'),
      ],
      3,
    );
    expect(figures).toMatchObject({
      runs: 6,
      successRate: 0.5,
      failureRate: 0.5,
      feasibleRate: 0.5,
      meanSeconds: 20,
      meanMovesPerSecond: 50,
      queued: 1,
      repeated: 1,
      resultHits: 3,
      errors: [{ code: 'run.failed', count: 1 }],
    });
  });

  test('are unknown where there was no run', () => {
    expect(runFigures([], 0)).toMatchObject({ runs: 0, successRate: null, feasibleRate: null, meanSeconds: null });
  });
});

describe('the abilities of a browser', () => {
  const look = (scope: object, navigator: object) =>
    Object.fromEntries(
      capabilitiesOf({ scope, navigator, durable: true, persisted: false }).map(({ id, has }) => [id, has]),
    );

  test('are seen, and those that were not asked for are told from refused ones', () => {
    const notification = (permission: string) => Object.assign(() => undefined, { permission });
    const able = look(
      { WebAssembly, Worker: Object, CompressionStream: Object, Notification: notification('default') },
      { locks: {}, serviceWorker: { controller: {} }, wakeLock: {}, clipboard: {} },
    );
    expect(able).toMatchObject({ webAssembly: true, simd: true, workers: true, webLocks: true, serviceWorker: true });
    expect(able).toMatchObject({ indexedDb: true, persistence: false, notifications: null, wakeLock: true });
    expect(look({ Notification: notification('denied') }, {})).toMatchObject({ notifications: false });
  });

  test('are none in a browser that has nothing', () => {
    const bare = look({}, {});
    expect(Object.entries(bare).filter(([, has]) => has !== false)).toEqual([['indexedDb', true]]);
  });
});

describe('an error that nobody caught', () => {
  test('is kept with its class and the files that it came through', () => {
    const cause = new TypeError('no');
    cause.stack = 'TypeError: no\n    at f (https://host/assets/index.js:3:4)';
    expect(loggedError('window', cause, new Date(0), '1.0')).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      source: 'window',
      name: 'TypeError',
      message: 'no',
      place: 'index.js:3:4',
      version: '1.0',
    });
    expect(loggedError('promise', 'thrown text', new Date(0), '1.0')).toMatchObject({ name: 'string', place: '' });
  });
});
