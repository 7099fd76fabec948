import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/storage/records.ts';
import { expiryMoment } from '../../../src/ui/state/run-history/retention.ts';
import {
  filterRuns,
  noFilter,
  type RunFilter,
  removable,
  sortRuns,
} from '../../../src/ui/state/run-history/run-list.ts';
import { runOf } from '../../storage/support.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const sound = { unplaced: 0, hard: 0, soft: 9 };

function run(id: string, changes: Partial<RunRecord> = {}) {
  const { series: _, log: __, ...summary } = runOf('p', id, { createdAt: '2026-03-01T00:00:00.000Z', ...changes });
  return summary;
}

const idsOf = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id);

describe('the filter of runs', () => {
  const runs = [
    run('done', { state: 'completed', reason: 'target', best: sound, variant: 'room-efficient' }),
    run('stopped', { state: 'completed', reason: 'stopped', best: { ...sound, hard: 1 } }),
    run('failed', { state: 'failed', reason: 'failed', createdAt: '2026-02-25T00:00:00.000Z' }),
    run('other', { state: 'failed', projectId: 'q', createdAt: '2026-01-01T00:00:00.000Z' }),
  ];
  const passing = (filter: Partial<RunFilter>) => idsOf(filterRuns(runs, { ...noFilter, ...filter }, now));

  test('lets everything through until something is chosen', () => {
    expect(passing({})).toEqual(['done', 'stopped', 'failed', 'other']);
  });

  test.each([
    [{ project: 'q' }, ['other']],
    [{ state: 'failed' }, ['failed', 'other']],
    [{ reason: 'stopped' }, ['stopped']],
    [{ variant: 'room-efficient' }, ['done']],
    [{ period: 'day' }, ['done', 'stopped']],
    [{ period: 'week' }, ['done', 'stopped', 'failed']],
    [{ result: 'feasible' }, ['done']],
    [{ result: 'broken' }, ['stopped']],
    [{ result: 'none' }, ['failed', 'other']],
    [{ state: 'failed', project: 'p' }, ['failed']],
  ] as const)('%o', (filter, expected) => {
    expect(passing(filter)).toEqual(expected);
  });
});

describe('the order of runs', () => {
  const runs = [
    run('none', { best: null, seconds: 5 }),
    run('worse', { best: { ...sound, soft: 10 }, seconds: 9 }),
    run('best', { best: sound, seconds: 1 }),
    run('newer', { best: sound, seconds: 1, createdAt: '2026-03-01T01:00:00.000Z' }),
  ];

  test('goes by the column, the newest of equal ones first, and leaves those without a result to the end', () => {
    expect(idsOf(sortRuns(runs, { column: 'result', descending: false }))).toEqual(['newer', 'best', 'worse', 'none']);
    expect(idsOf(sortRuns(runs, { column: 'result', descending: true }))).toEqual(['worse', 'newer', 'best', 'none']);
    expect(idsOf(sortRuns(runs, { column: 'seconds', descending: true }))).toEqual(['worse', 'none', 'newer', 'best']);
    expect(idsOf(sortRuns(runs, { column: 'created', descending: true }))[0]).toBe('newer');
  });
});

test('only runs that are still to end cannot be removed', () => {
  const states = [
    'queued',
    'running',
    'paused',
    'cancelling',
    'cancelled',
    'completed',
    'failed',
    'interrupted',
  ] as const;
  expect(idsOf(removable(states.map((state) => run(state, { state }))))).toEqual([
    'cancelled',
    'completed',
    'failed',
    'interrupted',
  ]);
});

test('runs expire so many days after they ended, or never', () => {
  expect(expiryMoment(30, now)).toBe('2026-01-30T12:00:00.000Z');
  expect(expiryMoment(null, now)).toBeNull();
});
