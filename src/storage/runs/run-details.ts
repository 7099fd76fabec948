import type { Result } from '../../domain/result.ts';
import { restore } from '../backup/restore.ts';
import type { RunRecord } from '../records.ts';
import type { Rows } from '../rows.ts';
import { record, text } from '../shapes.ts';
import { epochPoints, runEvents } from './run-shapes.ts';

/**
 * The long parts of a run that has ended: lists never read them. A run that is on carries them itself, and what it was
 * before it was interrupted and resumed may lie here.
 */
export interface RunDetails {
  readonly id: string;
  readonly version: 1;
  readonly projectId: string;
  readonly series: RunRecord['series'];
  readonly log: RunRecord['log'];
}

const detailsShape = record({ id: text, projectId: text, series: epochPoints, log: runEvents });

/** Writes a run, its long parts apart. */
export function putDetached(rows: Rows, run: RunRecord): Promise<void> {
  // Always a promise of the database: a transaction is over when something else is awaited in it.
  return hasDetails(run) ? putApart(rows, run) : rows.put('runs', run);
}

async function putApart(rows: Rows, run: RunRecord): Promise<void> {
  const { id, projectId, series, log } = await withDetails(rows, run);
  const details: RunDetails = { id, version: 1, projectId, series, log };
  await rows.put('runDetails', details);
  await rows.put('runs', { ...run, series: [], log: [] });
}

/** True when the row of the run itself carries its long parts. */
export function hasDetails({ series, log }: Pick<RunRecord, 'series' | 'log'>): boolean {
  return series.length > 0 || log.length > 0;
}

export function restoreDetails(row: unknown): Result<RunDetails> {
  return restore<RunDetails>('run', detailsShape, row);
}

/** The whole run. Details that are damaged are left out: the rest still says what became of it. */
export async function withDetails(rows: Pick<Rows, 'get'>, run: RunRecord): Promise<RunRecord> {
  const details = restoreDetails(await rows.get('runDetails', run.id));
  if (!details.ok) return run;
  const { series, log } = details.value;
  // A log that goes on replaces what was told before.
  return { ...run, series: [...series, ...run.series], log: run.log.length > 0 ? run.log : log };
}
