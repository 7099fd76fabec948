import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryPath } from '../support/repository.ts';
import type { ScaleMeasurement } from './scale-process.ts';
import type { Effort } from './solve.ts';
import { printTable, rounded } from './table.ts';

export interface ScaleRow {
  readonly name: string;
  readonly events: number;
  /** Seconds of processor time. */
  readonly buildSeconds: number;
  readonly encodeSeconds: number;
  /** Million bytes: of the image, of an island of four individuals with it, and the peak of the process. */
  readonly image: number;
  readonly kernel: number;
  readonly process: number;
  readonly kernelBytesPerEvent: number;
  /** Until the first timetable without a hard unit, null when there was none within the limit; and million moves. */
  readonly feasibleSeconds: number | null;
  readonly feasibleMoves: number | null;
  /** Processor time of a move in nanoseconds, and as a multiple of that of the first size. */
  readonly nanosecondsPerMove: number;
  readonly costOfMove: number;
  readonly nanosecondsHot: number;
  readonly nanosecondsCold: number;
  readonly softByTenths: readonly number[];
}

const scales = [1, 3, 10];

/** What becomes of time and memory when everything in a university is three and ten times as many. */
export function measureScale({ seconds }: Pick<Effort, 'seconds'>): ScaleRow[] {
  const rows: ScaleRow[] = [];
  for (const scale of scales) {
    const measured = measure(scale, seconds);
    if (measured === null) continue;
    const first = rows[0]?.nanosecondsPerMove ?? measured.nanosecondsPerMove;
    rows.push({
      name: `enterprise × ${scale}`,
      events: measured.events,
      buildSeconds: rounded(measured.buildSeconds),
      encodeSeconds: rounded(measured.encodeSeconds),
      image: rounded(measured.imageBytes / 1e6, 1),
      kernel: rounded(measured.kernelBytes / 1e6, 1),
      process: rounded(measured.processBytes / 1e6, 0),
      kernelBytesPerEvent: Math.round(measured.kernelBytes / measured.events),
      feasibleSeconds: measured.feasibleSeconds === null ? null : rounded(measured.feasibleSeconds),
      feasibleMoves: measured.feasibleMoves === null ? null : rounded(measured.feasibleMoves / 1e6),
      nanosecondsPerMove: rounded(measured.nanosecondsPerMove, 1),
      costOfMove: rounded(measured.nanosecondsPerMove / first),
      nanosecondsHot: rounded(measured.nanosecondsHot, 1),
      nanosecondsCold: rounded(measured.nanosecondsCold, 1),
      softByTenths: measured.softByTenths,
    });
  }
  print(rows, seconds);
  return rows;
}

function print(rows: readonly ScaleRow[], limit: number): void {
  printTable(
    `Scale: one thread, processor time; no hard unit within ${limit} s`,
    ['instance', 'events', 'build s', 'encode s', 'image MB', 'kernel MB', 'process MB', 'bytes/event'],
    rows.map((row) => [
      row.name,
      row.events,
      row.buildSeconds,
      row.encodeSeconds,
      row.image,
      row.kernel,
      row.process,
      row.kernelBytesPerEvent,
    ]),
  );
  printTable(
    '',
    ['instance', 'no hard after s', 'M moves', 'ns/move', 'hot', 'cold', 'relative', 'soft cost by tenths of the time'],
    rows.map((row) => [
      row.name,
      row.feasibleSeconds,
      row.feasibleMoves,
      row.nanosecondsPerMove,
      row.nanosecondsHot,
      row.nanosecondsCold,
      row.costOfMove,
      row.softByTenths.join(' '),
    ]),
  );
}

function measure(scale: number, limit: number): ScaleMeasurement | null {
  const script = join(repositoryPath, 'test/bench/scale-process.ts');
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, String(scale), String(limit)], {
    cwd: repositoryPath,
    encoding: 'utf8',
  });
  if (child.status !== 0) {
    console.error(`The size ${scale} could not be measured:\n${child.stderr}`);
    return null;
  }
  // written by the script just named
  return JSON.parse(child.stdout) as ScaleMeasurement;
}
